// SPDX-License-Identifier: GPL-3.0-or-later
// TicketsPage, the part that asks: its sheets.
#include <QListView>
#include <QShortcut>

#include "models/item/ticket_queue_model.h"
#include "ui/common/error_words.h"
#include "ui/tickets/confirm_sheet.h"
#include "ui/tickets/evidence_sheet.h"
#include "ui/tickets/refund_sheet.h"
#include "ui/tickets/reject_sheet.h"
#include "ui/tickets/small_sheets.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_queue.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

namespace aftercharge {

Sheet *TicketsPage::sheet() const
{
    return sheet_;
}

void TicketsPage::open_sheet(TicketSheet *sheet, Anew anew)
{
    close_sheet();
    sheet_ = sheet;
    anew_ = std::move(anew);
    opened_with_ = view_->dossier();
    if (!kept_for_.isEmpty() && sheet->objectName() == kept_for_)
        sheet->set_words(kept_words_);
    kept_for_.clear();
    connect(sheet, &TicketSheet::anewRequested, this, &TicketsPage::make_anew);
    // Letters belong to the sheet while it is open.
    for (QShortcut *shortcut : shortcuts_)
        shortcut->setEnabled(false);
    connect(sheet, &Sheet::cancelled, this, &TicketsPage::close_sheet);
    sheet->open();
    say_doing();
}

void TicketsPage::close_sheet()
{
    if (!sheet_)
        return;
    TicketSheet *closing = sheet_;
    sheet_.clear();
    closing->close_sheet();
    closing->deleteLater();
    for (QShortcut *shortcut : shortcuts_)
        shortcut->setEnabled(true);
    say_doing();
}

void TicketsPage::open_money_sheet(RefundKind kind)
{
    const auto dossier = view_->dossier();
    if (!dossier || !dossier->order || !ticket_actions(dossier->ticket, context_.person.name).money)
        return;
    auto *sheet = new RefundSheet(context_, dossier, view_->format(), kind, this);
    connect(sheet, &RefundSheet::decided, this, &TicketsPage::refund_decided);
    connect(sheet, &RefundSheet::outdated, this, &TicketsPage::sheet_refused);
    open_sheet(sheet, {[this] {
                           const auto now = view_->dossier();
                           return now && now->order && ticket_actions(now->ticket, context_.person.name).money;
                       },
                       [this, kind] { open_money_sheet(kind); }});
    sheet->focus_choice();
}

void TicketsPage::refund_decided(const Refund &refund)
{
    close_sheet();
    const QString number = QString::fromStdString(refund.refund_no.text());
    const QString amount = view_->format().money(refund.amount);
    const bool waits = refund.approval == ApprovalState::Waiting;
    Q_EMIT toast(waits ? tr("%1 of %2 waits for approval").arg(number, amount)
                       : tr("%1: %2 goes to the balance").arg(number, amount));
    queue_->refresh({refund.ticket_no.text()});
    reload();
}

void TicketsPage::open_confirm_sheet()
{
    const auto dossier = view_->dossier();
    if (!dossier || !ticket_actions(*dossier, context_.person.name).confirm)
        return;
    auto *sheet = new ConfirmSheet(context_, *dossier, view_->format(), this);
    connect(sheet, &ConfirmSheet::reasonGiven, this, [this, dossier](const QString &reason) {
        auto confirmed = context_.desk.confirm_settlement(dossier->ticket.order_no, reason.toStdString());
        confirmed.then(this, [this](const Result<ChargingOrder> &order) {
            if (!order)
                return sheet_refused(order.error());
            close_sheet();
            Q_EMIT toast(tr("The fee of %1 is confirmed").arg(view_->format().money(order->fee)));
            reload();
        });
    });
    open_sheet(sheet, {[this] {
                           const auto now = view_->dossier();
                           return now && ticket_actions(*now, context_.person.name).confirm;
                       },
                       [this] { open_confirm_sheet(); }});
}

void TicketsPage::open_reject_sheet()
{
    const auto dossier = view_->dossier();
    if (!dossier || !ticket_actions(dossier->ticket, context_.person.name).decide)
        return;
    auto *sheet = new RejectSheet(context_, dossier->ticket, dossier->goods.has_value(), view_->format(), this);
    const QString done = dossier->goods ? tr("Request rejected, the customer is told")
                                        : tr("Complaint rejected, the customer is told");
    connect(sheet, &RejectSheet::reasonGiven, this, [this, done](const QString &reason) {
        act_from_sheet(
            [this, words = reason.toStdString()](const Ticket &ticket) {
                return context_.desk.reject_ticket(ticket.ticket_no, ticket.version, words);
            },
            done, reason);
    });
    open_sheet(sheet, {[this] {
                           const auto now = view_->dossier();
                           return now && ticket_actions(now->ticket, context_.person.name).decide;
                       },
                       [this] { open_reject_sheet(); }});
}

void TicketsPage::open_assign_sheet()
{
    const auto dossier = view_->dossier();
    if (!dossier)
        return;
    auto *sheet = new AssignSheet(context_, dossier->ticket, people_, this);
    connect(sheet, &AssignSheet::chosen, this, [this](const OperatorName &name) {
        act([this, name](
                const Ticket &ticket) { return context_.desk.assign_ticket(ticket.ticket_no, ticket.version, name); },
            tr("Assigned to %1").arg(names_.of(name)), {}, [](const Ticket &ticket) { return !is_over(ticket); });
    });
    open_sheet(sheet);
}

void TicketsPage::open_reopen_sheet()
{
    const auto dossier = view_->dossier();
    if (!dossier)
        return;
    auto *sheet = new ReopenSheet(context_, dossier->ticket, this);
    connect(sheet, &ReopenSheet::reasonGiven, this, [this](const QString &reason) {
        act_from_sheet(
            [this, words = reason.toStdString()](const Ticket &ticket) {
                return context_.desk.reopen_ticket(ticket.ticket_no, ticket.version, words);
            },
            tr("Ticket reopened"), reason);
    });
    open_sheet(sheet, {[this] {
                           const auto now = view_->dossier();
                           return now && ticket_actions(now->ticket, context_.person.name).reopen;
                       },
                       [this] { open_reopen_sheet(); }});
}

void TicketsPage::open_new_ticket_sheet(const OrderNo &order_no)
{
    auto *sheet = new NewTicketSheet(context_, order_no, this);
    connect(sheet, &NewTicketSheet::drafted, this, [this](const TicketDraft &draft) {
        context_.desk.open_ticket(draft).then(this, [this](const Result<Ticket> &ticket) {
            if (!ticket) {
                refused(ticket.error(), {});
                return;
            }
            close_sheet();
            Q_EMIT toast(tr("Ticket %1 opened").arg(QString::fromStdString(ticket->ticket_no.text())));
            queue_->refresh({ticket->ticket_no.text()});
            show_ticket(ticket->ticket_no);
        });
    });
    open_sheet(sheet);
    const QPointer<NewTicketSheet> asked = sheet;
    context_.goods.goods_order(order_no).then(this, [asked](const Result<GoodsDossier> &goods) {
        if (goods && asked)
            asked->offer_goods(*goods);
    });
}

void TicketsPage::open_evidence_sheet(const Evidence &file)
{
    auto *sheet = new EvidenceSheet(context_, file, view_->format(), this);
    connect(sheet, &EvidenceSheet::saved, this, [this](const QString &path) {
        close_sheet();
        Q_EMIT toast(tr("Saved to %1").arg(path));
    });
    open_sheet(sheet);
}

}  // namespace aftercharge
