// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/domain/actor.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

namespace aftercharge {

// Balance of an account = credits − debits, so the sum over all accounts is 0. A member's
// two accounts never go below 0; the platform's may.
enum class AccountKind {
    MemberAvailable,
    MemberFrozen,
    Revenue,
    RefundsPayable,
    GatewayClearing,
    CarrierReceivable,
    CouponsPayable,
    Cash,  // paid outside of the gateways, by hand
};

constexpr auto text_table(AccountKind)
{
    return std::array{
        EnumText{AccountKind::MemberAvailable, "available"},
        EnumText{AccountKind::MemberFrozen, "frozen"},
        EnumText{AccountKind::Revenue, "revenue"},
        EnumText{AccountKind::RefundsPayable, "refunds_payable"},
        EnumText{AccountKind::GatewayClearing, "gateway_clearing"},
        EnumText{AccountKind::CarrierReceivable, "carrier_receivable"},
        EnumText{AccountKind::CouponsPayable, "coupons_payable"},
        EnumText{AccountKind::Cash, "cash"},
    };
}

struct AccountId {
    AccountKind kind = AccountKind::Revenue;
    MemberId member;  // empty for the platform's accounts

    static AccountId platform(AccountKind kind) { return {kind, {}}; }
    static AccountId available(MemberId member) { return {AccountKind::MemberAvailable, std::move(member)}; }
    static AccountId frozen(MemberId member) { return {AccountKind::MemberFrozen, std::move(member)}; }

    friend auto operator<=>(const AccountId &, const AccountId &) = default;
    friend bool operator==(const AccountId &, const AccountId &) = default;
};

enum class TransferKind {
    TopUp,            // gateway_clearing → available
    Freeze,           // available → frozen, at the start
    Unfreeze,         // frozen → available, what was not used
    ChargeFrozen,     // frozen → revenue
    ChargeAvailable,  // available → revenue: above the prepayment, or a debt paid later
    Correction,       // revenue ↔ available after a late upload
    Refund,           // revenue → available, decided by a person
    Adjustment,       // the same as a balance adjustment
    GoodsPaid,        // gateway_clearing → revenue, when a paid goods order is taken
    RefundPromised,   // revenue → refunds_payable, by the approval
    RefundPaid,       // refunds_payable → gateway_clearing, when the gateway says SUCCESS
    RefundReleased,   // refunds_payable → revenue, when it failed or was closed
    RefundReversed,   // gateway_clearing → revenue, taken back after SUCCESS
    RefundByHand,     // refunds_payable → cash
    CouponIssued,     // refunds_payable → coupons_payable
    ClaimApproved,    // carrier_receivable → revenue
};

constexpr auto text_table(TransferKind)
{
    return std::array{
        EnumText{TransferKind::TopUp, "TOP_UP"},
        EnumText{TransferKind::Freeze, "FREEZE"},
        EnumText{TransferKind::Unfreeze, "UNFREEZE"},
        EnumText{TransferKind::ChargeFrozen, "CHARGE_FROZEN"},
        EnumText{TransferKind::ChargeAvailable, "CHARGE_AVAILABLE"},
        EnumText{TransferKind::Correction, "CORRECTION"},
        EnumText{TransferKind::Refund, "REFUND"},
        EnumText{TransferKind::Adjustment, "ADJUSTMENT"},
        EnumText{TransferKind::GoodsPaid, "GOODS_PAID"},
        EnumText{TransferKind::RefundPromised, "REFUND_PROMISED"},
        EnumText{TransferKind::RefundPaid, "REFUND_PAID"},
        EnumText{TransferKind::RefundReleased, "REFUND_RELEASED"},
        EnumText{TransferKind::RefundReversed, "REFUND_REVERSED"},
        EnumText{TransferKind::RefundByHand, "REFUND_BY_HAND"},
        EnumText{TransferKind::CouponIssued, "COUPON_ISSUED"},
        EnumText{TransferKind::ClaimApproved, "CLAIM_APPROVED"},
    };
}

// A double-entry movement, never changed once posted. amount > 0; the id is the caller's, so
// that the same request sent twice is one movement.
struct Transfer {
    Uuid transfer_id;
    AccountId debit;
    AccountId credit;
    Money amount;
    TransferKind kind = TransferKind::TopUp;
    std::string reference;  // order or refund number, or the payer's reference
    std::optional<Uuid> corrects;
    UtcTime at;
    Actor actor;
    friend bool operator==(const Transfer &, const Transfer &) = default;
};

struct MemberBalance {
    Money available;
    Money frozen;
    Money owed;  // over all orders
    friend bool operator==(const MemberBalance &, const MemberBalance &) = default;
};

}  // namespace aftercharge
