// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/batch_words.h"

#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/decisions/batch_reader.h"
#include "ui/decisions/changes_text.h"
#include "ui/decisions/picture_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

Cell chip(Tone tone, const QString &text)
{
    return {.text = text, .tone = tone, .shape = tone_shape(tone)};
}

}  // namespace

BatchCount count_rows(const BatchView &view)
{
    BatchCount count;
    for (const BatchRowView &row : view.rows) {
        switch (row.row.state) {
        case BatchRowState::Refused:
            ++count.refused;
            break;
        case BatchRowState::Waiting:
            ++count.waiting;
            break;
        case BatchRowState::Approved:
            ++count.approved;
            break;
        case BatchRowState::Voided:
            ++count.voided;
            break;
        case BatchRowState::Failed:
            ++count.failed;
            break;
        case BatchRowState::SentBack:
            ++count.sent_back;
            break;
        }
    }
    return count;
}

QString BatchWords::percent(int permille, const Format &format)
{
    return permille % 10 == 0 ? tr("%1 %").arg(permille / 10) : tr("%1 %").arg(format.fixed(permille, 10, 1));
}

QString BatchWords::share(const RefundBatch &batch, const Format &format)
{
    switch (batch.share) {
    case BatchShare::WholeFee:
        return tr("all that is left of each fee");
    case BatchShare::ShareOfFee:
        return tr("%1 of what was paid").arg(percent(batch.permille, format));
    case BatchShare::FixedAmount:
        return tr("%1 of each session").arg(format.money(batch.each));
    }
    return {};
}

QStringList BatchWords::headers()
{
    return {tr("Order"), tr("Refund"), tr("Amount"), tr("State"), tr("What came of it")};
}

QList<ColumnSpec> BatchWords::columns()
{
    return {{CellKind::Id, 124, 118},
            {CellKind::Id, 124, 118, 0, false},
            {CellKind::Money, 84, 72},
            {CellKind::Chip, 138, 132},
            {CellKind::Wrapped, 150, 100, 1}};
}

Cell BatchWords::state_cell(const BatchRowView &row)
{
    switch (row.row.state) {
    case BatchRowState::Refused:
        return chip(Tone::Neutral, tr("No refund"));
    case BatchRowState::Waiting:
        return row.changes.empty() ? chip(Tone::Warn, tr("Waits")) : chip(Tone::Bad, tr("Would be voided"));
    case BatchRowState::Approved:
        if (!row.refund || row.refund->status == RefundStatus::Init)
            return chip(Tone::Info, tr("Approved"));
        return chip(row.refund->status == RefundStatus::Success ? Tone::Ok : Tone::Info,
                    EnumWords::refund_status(row.refund->status));
    case BatchRowState::Voided:
        return chip(Tone::Warn, tr("Voided"));
    case BatchRowState::Failed:
        return chip(Tone::Bad, tr("Failed"));
    case BatchRowState::SentBack:
        return chip(Tone::Neutral, tr("Sent back"));
    }
    return {};
}

QString BatchWords::why(const BatchRowView &row, const Format &format)
{
    const PictureWords words(format, row.row.amount.currency());
    if (row.row.state == BatchRowState::Waiting)
        return words.sentence(row.changes);
    if (row.row.state == BatchRowState::Voided) {
        const auto changes = changes_from_text(row.row.refusal_detail);
        return changes.empty() ? text_of(row.row.refusal_detail) : words.sentence(changes);
    }
    const bool refused = row.row.state == BatchRowState::Refused || row.row.state == BatchRowState::Failed;
    const auto code = code_from_text(row.row.refusal_code);
    if (!refused || row.row.refusal_code.empty())
        return {};
    return code ? ErrorWords::sentence({*code, {}}) : text_of(row.row.refusal_code);
}

QList<CellRow> BatchWords::rows(const BatchView &view, const Format &format)
{
    QList<CellRow> rows;
    for (const BatchRowView &row : view.rows) {
        const bool refused = row.row.state == BatchRowState::Refused;
        const QString words = why(row, format);
        rows.append({Cell{.text = text_of(row.row.order_no.text()), .muted = refused},
                     Cell{.text = text_of(row.row.refund_no.text())},
                     Cell{.text = refused ? QStringLiteral("—") : format.money(row.row.amount),
                          .strong = !refused,
                          .muted = refused},
                     state_cell(row), Cell{.text = words, .muted = true, .tool_tip = words}});
    }
    return rows;
}

QString BatchWords::result(const BatchView &view)
{
    const BatchCount count = count_rows(view);
    QStringList words;
    const auto add = [&](int rows, const QString &text) {
        if (rows > 0)
            words.append(text.arg(rows));
    };
    add(count.approved, tr("%1 approved"));
    add(count.voided, tr("%1 voided"));
    add(count.failed, tr("%1 failed"));
    add(count.sent_back, tr("%1 sent back"));
    add(count.waiting, tr("%1 waiting"));
    add(count.refused, tr("%1 without a refund"));
    return words.join(tr(", "));
}

QString BatchWords::state(const RefundBatch &batch)
{
    return is_being_carried_out(batch) ? tr("Being carried out") : EnumWords::approval_state(batch.approval);
}

Tone BatchWords::tone(const RefundBatch &batch)
{
    if (batch.approval == ApprovalState::SentBack)
        return Tone::Neutral;
    if (batch.approval == ApprovalState::Waiting)
        return Tone::Warn;
    return batch.carried_out_at ? Tone::Ok : Tone::Info;
}

}  // namespace aftercharge
