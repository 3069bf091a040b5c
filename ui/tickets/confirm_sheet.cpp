// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/confirm_sheet.h"

#include <algorithm>

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/common/desk_context.h"
#include "ui/common/fact_list.h"
#include "ui/common/labels.h"

namespace aftercharge {

ConfirmSheet::ConfirmSheet(DeskContext &context, const TicketDossier &dossier, const Format &format, QWidget *page)
    : TicketSheet(context, page), reason_(text_field(QStringLiteral("reason"), 66))
{
    setObjectName(QStringLiteral("confirmSheet"));
    const OrderExplanation &order = *dossier.order;
    set_title(tr("Confirm the fee"), QString::fromStdString(order.order.order_no.text()));
    set_footer_note(tr("The fee stays as it is and becomes final; the customer is told."));
    set_width(520);
    auto *words = make_label(LabelRole::Body, why(order));
    words->setWordWrap(true);
    body()->addWidget(words);
    add_facts(order, format);
    body()->addWidget(field(tr("Reason, kept with the order"), reason_));
    finish_body();
    set_primary(tr("Confirm %1").arg(format.money(order.order.fee)));
    set_primary_enabled(false);
    connect(reason_, &QPlainTextEdit::textChanged, this,
            [this] { set_primary_enabled(!reason_->toPlainText().trimmed().isEmpty()); });
    hold_money(order.order.order_no);
    connect(this, &Sheet::accepted, this, [this] {
        set_busy(true);
        Q_EMIT reasonGiven(reason_->toPlainText().trimmed());
    });
}

QString ConfirmSheet::why(const OrderExplanation &order) const
{
    if (order.priced.lines.empty())
        return tr("The fee is provisional: the readings of this order could not be priced. Nothing was billed.");
    const auto left_out = std::count_if(order.readings.begin(), order.readings.end(),
                                        [](const Reading &reading) { return reading.excluded(); });
    return tr("The fee is provisional: %1 of %2 readings are kept as evidence and not billed, and one of them would "
              "decide the fee. The fee below comes from the accepted readings alone; the curve shows the others hollow.")
        .arg(left_out)
        .arg(std::ssize(order.readings));
}

void ConfirmSheet::add_facts(const OrderExplanation &order, const Format &format)
{
    const ChargingOrder &charged = order.order;
    QList<Fact> facts{{tr("Energy"), format.energy_unit(charged.energy)},
                      {tr("Fee from accepted readings"), format.money(charged.fee)},
                      {tr("Frozen at the start"), format.money(charged.prepaid)},
                      {tr("Returned"), format.money(charged.returned)}};
    if (charged.owed.is_positive())
        facts.append({tr("Owed"), format.money(charged.owed), LabelRole::Warn});
    auto *list = new FactList;
    list->set_facts(facts);
    body()->addWidget(list);
}

}  // namespace aftercharge
