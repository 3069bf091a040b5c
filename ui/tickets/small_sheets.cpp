// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/small_sheets.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/common/desk_context.h"
#include "ui/common/enum_words.h"
#include "ui/common/labels.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

AssignSheet::AssignSheet(DeskContext &context, const Ticket &ticket, const std::vector<Operator> &people, QWidget *page)
    : TicketSheet(context, page), list_(new QListWidget)
{
    set_title(tr("Assign to"), QString::fromStdString(ticket.ticket_no.text()));
    set_width(420);
    list_->setAccessibleName(tr("Colleagues"));
    list_->setFixedHeight(190);
    for (const Operator &person : people) {
        const bool decides = person.role == Role::Agent || person.role == Role::Supervisor ||
                             person.role == Role::Administrator;
        if (person.disabled || !decides || person.name == ticket.assigned_to)
            continue;
        const QString shown = QString::fromStdString(person.display_name.empty() ? person.name.text()
                                                                                 : person.display_name);
        list_->addItem(tr("%1 · %2").arg(shown, EnumWords::role(person.role)));
        names_.push_back(person.name);
    }
    body()->addWidget(list_);
    finish_body();
    set_primary(tr("Assign"));
    set_primary_enabled(false);
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
        set_primary_enabled(row >= 0);
        if (row >= 0)
            set_primary(tr("Assign to %1").arg(list_->item(row)->text().section(QStringLiteral(" · "), 0, 0)));
    });
    connect(list_, &QListWidget::itemActivated, this, &AssignSheet::submit);
    connect(this, &Sheet::accepted, this, [this] {
        if (list_->currentRow() < 0)
            return;
        set_busy(true);
        Q_EMIT chosen(names_[static_cast<std::size_t>(list_->currentRow())]);
    });
}

ReopenSheet::ReopenSheet(DeskContext &context, const Ticket &ticket, QWidget *page) : TicketSheet(context, page)
{
    setObjectName(QStringLiteral("reopenSheet"));
    set_title(tr("Reopen ticket"), QString::fromStdString(ticket.ticket_no.text()));
    set_width(460);
    auto *edit = text_field(QStringLiteral("reason"), 84);
    body()->addWidget(field(tr("Why it is opened again"), edit));
    finish_body();
    set_primary(tr("Reopen"));
    set_primary_enabled(false);
    connect(edit, &QPlainTextEdit::textChanged, this,
            [this, edit] { set_primary_enabled(!edit->toPlainText().trimmed().isEmpty()); });
    connect(this, &Sheet::accepted, this, [this, edit] {
        set_busy(true);
        Q_EMIT reasonGiven(edit->toPlainText().trimmed());
    });
}

NewTicketSheet::NewTicketSheet(DeskContext &context, const OrderNo &order_no, QWidget *page)
    : TicketSheet(context, page), order_no_(order_no), kind_(new QComboBox), parcel_(new QComboBox),
      reason_(new QLineEdit), text_(text_field(QStringLiteral("text"), 110))
{
    setObjectName(QStringLiteral("newTicketSheet"));
    set_title(tr("New ticket"), QString::fromStdString(order_no.text()));
    set_footer_note(tr("The customer is told that it was received."));
    for (const TicketKind kind :
         {TicketKind::ChargingComplaint, TicketKind::PhantomCharging, TicketKind::Refund, TicketKind::Exception})
        kind_->addItem(EnumWords::ticket_kind(kind), static_cast<int>(kind));
    kind_->setObjectName(QStringLiteral("kind"));
    body()->addWidget(field(tr("Kind"), kind_));
    parcel_->setObjectName(QStringLiteral("parcel"));
    parcel_field_ = field(tr("Parcel"), parcel_);
    parcel_field_->hide();
    body()->addWidget(parcel_field_);
    reason_->setMaxLength(60);
    reason_->setObjectName(QStringLiteral("reason"));
    body()->addWidget(field(tr("Reason in one line"), reason_));
    body()->addWidget(field(tr("What happened"), text_));
    finish_body();
    set_primary(tr("Open ticket"));
    const auto check = [this] {
        set_primary_enabled(!reason_->text().trimmed().isEmpty() || !text_->toPlainText().trimmed().isEmpty());
    };
    connect(reason_, &QLineEdit::textChanged, this, check);
    connect(text_, &QPlainTextEdit::textChanged, this, check);
    check();
    connect(this, &Sheet::accepted, this, [this] {
        set_busy(true);
        TicketDraft draft;
        draft.kind = static_cast<TicketKind>(kind_->currentData().toInt());
        draft.order_no = order_no_;
        if (const auto parcel = ShipmentNo::from_text(parcel_->currentData().toString().toStdString()))
            draft.shipment_no = *parcel;
        draft.reason = reason_->text().trimmed().toStdString();
        draft.text = text_->toPlainText().trimmed().toStdString();
        draft.actor = {Source::Admin, context_.person.name.text()};
        Q_EMIT drafted(draft);
    });
}

void NewTicketSheet::offer_goods(const GoodsDossier &goods)
{
    kind_->clear();
    for (const TicketKind kind : {TicketKind::Exception, TicketKind::Refund, TicketKind::AddressChange,
                                  TicketKind::Claim, TicketKind::PaymentFailed})
        kind_->addItem(EnumWords::ticket_kind(kind), static_cast<int>(kind));
    parcel_->clear();
    parcel_->addItem(tr("The whole order"));
    for (const ParcelView &parcel : goods.parcels)
        parcel_->addItem(GoodsWords::parcel(parcel.shipment),
                         QString::fromStdString(parcel.shipment.shipment_no.text()));
    parcel_field_->setVisible(!goods.parcels.empty());
    fit();
}

}  // namespace aftercharge
