// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace aftercharge {

// Every way in which a request can be refused or fail. The stable text of a code
// ("refund.exceeds_paid", see code_text) is what scripts rely on; the sentence for a
// person is made in ui.
enum class ErrorCode {
    InputInvalid,
    IdInvalid,
    TimeInvalid,
    MoneyInvalidText,
    MoneyTooManyDecimals,
    MoneyOverflow,
    MoneyCurrencyMismatch,
    MoneyNotPositive,
    StateNotAllowed,
    StoreNotFound,
    StoreExists,
    StoreWrongKey,
    StoreKeyFileInvalid,
    StorePlainFile,
    StoreForeignFile,
    StoreNewerSchema,
    StoreDiskFull,
    StoreReadOnly,
    StoreInUse,
    StoreCorrupt,
    StoreChainBroken,
    StoreRolledBack,
    StoreIo,
    StoreRule,
    StoreConflict,
    StoreUnreachable,
    StoreRetry,
    LedgerTransferDiffers,
    LedgerInsufficient,
    LedgerUnbalanced,
    StationNotFound,
    ChargePointNotFound,
    ChargePointExists,
    ChargePointOffline,
    ConnectorNotFound,
    ConnectorBusy,
    MemberNotFound,
    MemberExists,
    MemberNothingAvailable,
    TagUnknown,
    OrderNotFound,
    OrderNotRunning,
    TariffNotFound,
    TariffInvalid,
    TicketNotFound,
    TicketOpenExists,
    RefundNotFound,
    RefundExceedsPaid,
    RefundExceedsLimit,
    RefundOwnRequest,
    RefundChanged,
    RefundAlreadyDecided,
    RefundExpired,
    RefundInBatch,
    BatchNotFound,
    ApprovalVoided,
    ApprovalAlreadyGiven,
    GoodsOrderExists,
    OrderLocked,
    OrderNotPaid,
    ItemNotFound,
    UnitsNotLeft,
    ShipmentNotFound,
    ShipmentExists,
    ShipmentHasLeft,
    ShipmentNotLeft,
    ShipmentNotInsured,
    AddressInvalid,
    ClaimNotFound,
    ClaimOpenExists,
    ClaimExceedsLimit,
    ClaimOwnRequest,
    ClaimChanged,
    ClaimAlreadyDecided,
    ClaimExpired,
    EvidenceMissing,
    EvidenceInvalid,
    RefundNotFailed,
    RefundRepairable,
    DiscrepancyNotFound,
    GatewayNotConfigured,
    GatewayRefused,
    GatewayAnswerInvalid,
    WebhookSignatureInvalid,
    WebhookStale,
    WebhookInvalid,
    OperatorNotFound,
    OperatorExists,
    OperatorDisabled,
    OperatorNotPermitted,
    LeaseHeld,
    DecisionPending,
    TokenInvalid,
    CommandRejected,
    CommandTimeout,
    NetworkUnreachable,
    Cancelled,
    Internal,
};

// What went wrong and with what: `detail` is English, for the log and the command line,
// never the only thing that a person in the desk is shown.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

// The error of a failed result, to return it from a function of another type.
template<typename T>
[[nodiscard]] tl::unexpected<Error> pass_on(const Result<T> &failed)
{
    return tl::unexpected<Error>(failed.error());
}

// The stable text of a code, e.g. "refund.exceeds_paid".
std::string_view code_text(ErrorCode code);
std::optional<ErrorCode> code_from_text(std::string_view text);

// "refund.exceeds_paid: ¥5.00 asked, ¥4.36 left"
std::string to_line(const Error &error);

}  // namespace aftercharge
