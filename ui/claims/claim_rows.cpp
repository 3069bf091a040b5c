// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/claim_rows.h"

#include <algorithm>

#include "models/item/claim_table_model.h"
#include "models/item/refund_table_model.h"
#include "models/settlement/goods.h"
#include "ui/claims/claim_words.h"
#include "ui/common/enum_words.h"
#include "ui/common/refund_sentence.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

Cell plain(const QString &text)
{
    return {.text = text, .tool_tip = text};
}

Cell muted(const QString &text)
{
    return {.text = text, .muted = true, .tool_tip = text};
}

Cell chip(const QString &text, Tone tone)
{
    return {.text = text, .tone = tone, .shape = tone_shape(tone)};
}

}  // namespace

QStringList ClaimRows::line_headers()
{
    return {tr("Item"), tr("Units"), tr("Units left"), tr("Remains")};
}

CellRow ClaimRows::line(const ShipmentItem &item) const
{
    const UnitsLeft left = units_left(dossier_.goods, item.order_item_id);
    const std::int64_t units = std::min(item.quantity, left.unused + left.partly);
    Money worth = Money::zero(dossier_.lines_worth.currency());
    if (units > 0) {
        const auto quote = quote_refund(dossier_.goods.items, dossier_.goods.units, {{item.order_item_id, units}},
                                        std::nullopt);
        worth = quote ? quote->at_most : worth;
    }
    return {plain(GoodsWords::item_name(dossier_.goods, item.order_item_id)), plain(format_.number(item.quantity)),
            plain(format_.number(units)), plain(format_.money(worth))};
}

QList<CellRow> ClaimRows::lines() const
{
    QList<CellRow> rows;
    for (const ParcelView &parcel : dossier_.goods.parcels) {
        if (parcel.shipment.shipment_no != dossier_.claim.shipment_no)
            continue;
        for (const ShipmentItem &item : parcel.items)
            rows.append(line(item));
    }
    rows.append({Cell{.text = tr("At most to the customer"), .strong = true}, Cell{}, Cell{},
                 Cell{.text = format_.money(dossier_.lines_worth), .strong = true}});
    return rows;
}

QStringList ClaimRows::evidence_headers()
{
    return {tr("File"), tr("Round"), tr("Size"), tr("SHA-256"), tr("With the carrier")};
}

QString ClaimRows::sent(const ClaimEvidence &row) const
{
    if (!row.sent_at)
        return tr("not yet");
    const QString at = ClaimWords::day_and_minute(*row.sent_at, format_);
    return row.by_hand ? tr("by hand, %1").arg(at) : at;
}

QList<CellRow> ClaimRows::evidence() const
{
    QList<CellRow> rows;
    for (const ClaimEvidence &row : dossier_.evidence) {
        const auto file = std::find_if(dossier_.files.begin(), dossier_.files.end(),
                                       [&](const Evidence &one) { return one.id == row.evidence_id; });
        const bool known = file != dossier_.files.end();
        Cell state = plain(sent(row));
        state.tone = row.sent_at ? Tone::Neutral : Tone::Warn;
        rows.append({plain(known ? text_of(file->name) : text_of(row.evidence_id.to_text())),
                     plain(format_.number(row.round)),
                     muted(known ? TicketWords::size(file->size_bytes, format_) : QString()),
                     muted(GoodsWords::short_hash(row.sha256)), state});
    }
    return rows;
}

QStringList ClaimRows::refund_headers()
{
    return {tr("Number"), tr("Kind"), tr("State"), tr("Gateway"), tr("Amount")};
}

QList<CellRow> ClaimRows::refunds() const
{
    QList<CellRow> rows;
    for (const Refund &refund : dossier_.refunds) {
        // One line beside much else: the whole sentence is in its tool tip.
        const std::string &words = refund.gateway_words.empty() ? refund.external_refund_id : refund.gateway_words;
        rows.append({plain(text_of(refund.refund_no.text())), plain(EnumWords::refund_kind(refund.kind)),
                     chip(GoodsWords::refund_state(refund), refund_tone(refund)),
                     Cell{.text = text_of(words), .muted = true, .tool_tip = RefundSentence::with_words(refund)},
                     plain(format_.money(refund.amount))});
    }
    return rows;
}

QStringList ClaimRows::log_headers()
{
    return {tr("Time"), tr("What happened"), tr("By")};
}

QList<CellRow> ClaimRows::log() const
{
    QList<CellRow> rows;
    for (const ClaimLogEntry &entry : dossier_.log)
        rows.append({muted(ClaimWords::day_and_minute(entry.at, format_)), plain(TicketWords::claim_event(entry)),
                     muted(TicketWords::actor(entry.actor, people_))});
    return rows;
}

}  // namespace aftercharge
