// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/error.h"

#include <array>

namespace aftercharge {
namespace {

struct Entry {
    ErrorCode code;
    std::string_view text;
};

constexpr std::array entries{
    Entry{ErrorCode::InputInvalid, "input.invalid"},
    Entry{ErrorCode::IdInvalid, "id.invalid"},
    Entry{ErrorCode::TimeInvalid, "time.invalid"},
    Entry{ErrorCode::MoneyInvalidText, "money.invalid_text"},
    Entry{ErrorCode::MoneyTooManyDecimals, "money.too_many_decimals"},
    Entry{ErrorCode::MoneyOverflow, "money.overflow"},
    Entry{ErrorCode::MoneyCurrencyMismatch, "money.currency_mismatch"},
    Entry{ErrorCode::MoneyNotPositive, "money.not_positive"},
    Entry{ErrorCode::StateNotAllowed, "state.not_allowed"},
    Entry{ErrorCode::StoreNotFound, "store.not_found"},
    Entry{ErrorCode::StoreExists, "store.exists"},
    Entry{ErrorCode::StoreWrongKey, "store.wrong_key"},
    Entry{ErrorCode::StoreKeyFileInvalid, "store.key_file_invalid"},
    Entry{ErrorCode::StorePlainFile, "store.plain_file"},
    Entry{ErrorCode::StoreForeignFile, "store.foreign_file"},
    Entry{ErrorCode::StoreNewerSchema, "store.newer_schema"},
    Entry{ErrorCode::StoreDiskFull, "store.disk_full"},
    Entry{ErrorCode::StoreReadOnly, "store.read_only"},
    Entry{ErrorCode::StoreInUse, "store.in_use"},
    Entry{ErrorCode::StoreCorrupt, "store.corrupt"},
    Entry{ErrorCode::StoreChainBroken, "store.chain_broken"},
    Entry{ErrorCode::StoreRolledBack, "store.rolled_back"},
    Entry{ErrorCode::StoreIo, "store.io"},
    Entry{ErrorCode::StoreRule, "store.rule"},
    Entry{ErrorCode::StoreConflict, "store.conflict"},
    Entry{ErrorCode::StoreUnreachable, "store.unreachable"},
    Entry{ErrorCode::StoreRetry, "store.retry"},
    Entry{ErrorCode::LedgerTransferDiffers, "ledger.transfer_differs"},
    Entry{ErrorCode::LedgerInsufficient, "ledger.insufficient"},
    Entry{ErrorCode::LedgerUnbalanced, "ledger.unbalanced"},
    Entry{ErrorCode::StationNotFound, "station.not_found"},
    Entry{ErrorCode::ChargePointNotFound, "charge_point.not_found"},
    Entry{ErrorCode::ChargePointExists, "charge_point.exists"},
    Entry{ErrorCode::ChargePointOffline, "charge_point.offline"},
    Entry{ErrorCode::ConnectorNotFound, "connector.not_found"},
    Entry{ErrorCode::ConnectorBusy, "connector.busy"},
    Entry{ErrorCode::MemberNotFound, "member.not_found"},
    Entry{ErrorCode::MemberExists, "member.exists"},
    Entry{ErrorCode::MemberNothingAvailable, "member.nothing_available"},
    Entry{ErrorCode::TagUnknown, "tag.unknown"},
    Entry{ErrorCode::OrderNotFound, "order.not_found"},
    Entry{ErrorCode::OrderNotRunning, "order.not_running"},
    Entry{ErrorCode::TariffNotFound, "tariff.not_found"},
    Entry{ErrorCode::TariffInvalid, "tariff.invalid"},
    Entry{ErrorCode::TicketNotFound, "ticket.not_found"},
    Entry{ErrorCode::TicketOpenExists, "ticket.open_exists"},
    Entry{ErrorCode::RefundNotFound, "refund.not_found"},
    Entry{ErrorCode::RefundExceedsPaid, "refund.exceeds_paid"},
    Entry{ErrorCode::RefundExceedsLimit, "refund.exceeds_limit"},
    Entry{ErrorCode::RefundOwnRequest, "refund.own_request"},
    Entry{ErrorCode::RefundChanged, "refund.changed"},
    Entry{ErrorCode::RefundAlreadyDecided, "refund.already_decided"},
    Entry{ErrorCode::RefundExpired, "refund.expired"},
    Entry{ErrorCode::RefundInBatch, "refund.in_batch"},
    Entry{ErrorCode::BatchNotFound, "batch.not_found"},
    Entry{ErrorCode::ApprovalVoided, "approval.voided"},
    Entry{ErrorCode::ApprovalAlreadyGiven, "approval.already_given"},
    Entry{ErrorCode::GoodsOrderExists, "goods_order.exists"},
    Entry{ErrorCode::OrderLocked, "order.locked"},
    Entry{ErrorCode::OrderNotPaid, "order.not_paid"},
    Entry{ErrorCode::ItemNotFound, "order_item.not_found"},
    Entry{ErrorCode::UnitsNotLeft, "order_item.units_not_left"},
    Entry{ErrorCode::ShipmentNotFound, "shipment.not_found"},
    Entry{ErrorCode::ShipmentExists, "shipment.exists"},
    Entry{ErrorCode::ShipmentHasLeft, "shipment.has_left"},
    Entry{ErrorCode::ShipmentNotLeft, "shipment.not_left"},
    Entry{ErrorCode::ShipmentNotInsured, "shipment.not_insured"},
    Entry{ErrorCode::AddressInvalid, "address.invalid"},
    Entry{ErrorCode::ClaimNotFound, "claim.not_found"},
    Entry{ErrorCode::ClaimOpenExists, "claim.open_exists"},
    Entry{ErrorCode::ClaimExceedsLimit, "claim.exceeds_limit"},
    Entry{ErrorCode::ClaimOwnRequest, "claim.own_request"},
    Entry{ErrorCode::ClaimChanged, "claim.changed"},
    Entry{ErrorCode::ClaimAlreadyDecided, "claim.already_decided"},
    Entry{ErrorCode::ClaimExpired, "claim.expired"},
    Entry{ErrorCode::EvidenceMissing, "evidence.missing"},
    Entry{ErrorCode::EvidenceInvalid, "evidence.invalid"},
    Entry{ErrorCode::RefundNotFailed, "refund.not_failed"},
    Entry{ErrorCode::RefundRepairable, "refund.repairable"},
    Entry{ErrorCode::DiscrepancyNotFound, "discrepancy.not_found"},
    Entry{ErrorCode::GatewayNotConfigured, "gateway.not_configured"},
    Entry{ErrorCode::GatewayRefused, "gateway.refused"},
    Entry{ErrorCode::GatewayAnswerInvalid, "gateway.answer_invalid"},
    Entry{ErrorCode::WebhookSignatureInvalid, "webhook.signature_invalid"},
    Entry{ErrorCode::WebhookStale, "webhook.stale"},
    Entry{ErrorCode::WebhookInvalid, "webhook.invalid"},
    Entry{ErrorCode::OperatorNotFound, "operator.not_found"},
    Entry{ErrorCode::OperatorExists, "operator.exists"},
    Entry{ErrorCode::OperatorDisabled, "operator.disabled"},
    Entry{ErrorCode::OperatorNotPermitted, "operator.not_permitted"},
    Entry{ErrorCode::LeaseHeld, "lease.held"},
    Entry{ErrorCode::DecisionPending, "decision.pending"},
    Entry{ErrorCode::TokenInvalid, "token.invalid"},
    Entry{ErrorCode::CommandRejected, "command.rejected"},
    Entry{ErrorCode::CommandTimeout, "command.timeout"},
    Entry{ErrorCode::NetworkUnreachable, "network.unreachable"},
    Entry{ErrorCode::Cancelled, "cancelled"},
    Entry{ErrorCode::Internal, "internal"},
};

}  // namespace

std::string_view code_text(ErrorCode code)
{
    for (const Entry &entry : entries) {
        if (entry.code == code)
            return entry.text;
    }
    return "internal";
}

std::optional<ErrorCode> code_from_text(std::string_view text)
{
    for (const Entry &entry : entries) {
        if (entry.text == text)
            return entry.code;
    }
    return std::nullopt;
}

std::string to_line(const Error &error)
{
    std::string line{code_text(error.code)};
    if (!error.detail.empty())
        line += ": " + error.detail;
    return line;
}

}  // namespace aftercharge
