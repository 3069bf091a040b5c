// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/parcel_state_sheet.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/common/desk_context.h"
#include "ui/common/enum_words.h"
#include "ui/tickets/goods_words.h"

namespace aftercharge {

std::vector<ShipmentEvent> parcel_events(ShipmentState state)
{
    std::vector<ShipmentEvent> events;
    // Labels are bought and cancelled by decisions, not by saying so.
    for (const ShipmentEvent event : {ShipmentEvent::PickedUp, ShipmentEvent::Delivered, ShipmentEvent::WentWrong,
                                      ShipmentEvent::Returned, ShipmentEvent::Lost, ShipmentEvent::Damaged}) {
        if (next_state(shipment_table, state, event))
            events.push_back(event);
    }
    return events;
}

ParcelStateSheet::ParcelStateSheet(DeskContext &context, const Shipment &shipment, const Format &format, QWidget *page)
    : GoodsSheet(context, format, 480, page), shipment_(shipment), group_(new QButtonGroup(this)), note_(new QLineEdit)
{
    setObjectName(QStringLiteral("parcelStateSheet"));
    set_title(tr("Where is the parcel?"), GoodsWords::parcel(shipment));
    set_footer_note(tr("Written to the parcel's log under your name."));
    for (const ShipmentEvent event : parcel_events(shipment.state)) {
        auto *radio = new QRadioButton(EnumWords::shipment_event(event));
        group_->addButton(radio, static_cast<int>(event));
        content()->addWidget(radio);
    }
    note_->setObjectName(QStringLiteral("note"));
    note_->setMaxLength(200);
    content()->addWidget(field(tr("How you know it"), note_));
    finish_body();
    connect(group_, &QButtonGroup::idToggled, this, &ParcelStateSheet::show_state);
    connect(note_, &QLineEdit::textChanged, this, &ParcelStateSheet::show_state);
    connect(this, &Sheet::accepted, this, &ParcelStateSheet::send);
    show_state();
}

void ParcelStateSheet::choose(ShipmentEvent event)
{
    if (QAbstractButton *button = group_->button(static_cast<int>(event)))
        button->setChecked(true);
}

void ParcelStateSheet::show_state()
{
    const QAbstractButton *chosen = group_->checkedButton();
    set_primary(chosen ? tr("Write: %1").arg(chosen->text()) : tr("Write to the log"));
    set_primary_enabled(chosen && !note_->text().trimmed().isEmpty());
    refit();
}

void ParcelStateSheet::send()
{
    if (!group_->checkedButton())
        return;
    set_busy(true);
    context_.goods
        .advance_shipment(shipment_.shipment_no, static_cast<ShipmentEvent>(group_->checkedId()),
                          note_->text().trimmed().toStdString())
        .then(this, [this](const Result<Shipment> &shipment) {
            if (!shipment)
                return refuse_with(shipment.error());
            Q_EMIT finished(GoodsWords::parcel(*shipment));
        });
}

}  // namespace aftercharge
