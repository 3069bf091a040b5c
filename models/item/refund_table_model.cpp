// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/refund_table_model.h"

namespace aftercharge {

void RefundTableModel::set_filter(std::optional<RefundStatus> status, std::optional<ApprovalState> approval,
                                  const std::string &text)
{
    query_.status = status;
    query_.approval = approval;
    query_.text = text;
    ask_anew();
}

QFuture<Result<Page<Refund>>> RefundTableModel::ask_page(const PageRequest &request)
{
    RefundQuery query = query_;
    query.page = request;
    return desk_.refunds(query);
}

QVariant RefundTableModel::look(const Refund &refund, int column, int role) const
{
    switch (role) {
    case CellRole::tone:
        return static_cast<int>(column == State ? refund_tone(refund) : Tone::Neutral);
    case CellRole::chip_shape:
        return static_cast<int>(column == State ? refund_shape(refund) : ChipShape::None);
    case CellRole::muted:
        return column == Created || column == Requester || column == Destination || column == GatewayWords;
    default:
        return {};
    }
}

Tone refund_tone(const Refund &refund)
{
    if (refund.approval == ApprovalState::Waiting)
        return Tone::Warn;
    if (refund.approval == ApprovalState::SentBack)
        return Tone::Neutral;
    switch (refund.status) {
    case RefundStatus::Success:
        return Tone::Ok;
    case RefundStatus::Fail:
    case RefundStatus::Reversed:
        return Tone::Bad;
    case RefundStatus::Unknown:
        return Tone::Warn;
    case RefundStatus::Closed:
        return Tone::Neutral;
    default:
        return Tone::Info;
    }
}

ChipShape refund_shape(const Refund &refund)
{
    return tone_shape(refund_tone(refund));
}

}  // namespace aftercharge
