// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approvals_page.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QSplitter>

#include "ui/approvals/approval_detail.h"
#include "ui/approvals/approval_list.h"
#include "ui/approvals/approve_sheet.h"
#include "ui/approvals/batch_approve_sheet.h"
#include "ui/approvals/claim_approve_sheet.h"
#include "ui/approvals/send_back_sheet.h"
#include "ui/claims/claim_view.h"
#include "ui/common/button.h"
#include "ui/common/data_table.h"
#include "ui/common/follow_tables.h"
#include "ui/common/page_parts.h"
#include "ui/decisions/batch_view.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

}  // namespace

ApprovalsPage::ApprovalsPage(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), list_(new ApprovalList(context)), detail_(new ApprovalDetail(context))
{
    // No stop of its own for Tab: what it hands on to would be as far as Shift+Tab gets.
    setFocusPolicy(Qt::ClickFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 12, 14, 12);
    row->addWidget(make_splitter(list_, detail_, context.settings, QStringLiteral("approvals/splitter"), 49, 51));
    detail_->hide();  // until there is something to decide
    refund_sheet_ = new ApproveSheet(context_, this);
    claim_sheet_ = new ClaimApproveSheet(context_, this);
    batch_sheet_ = new BatchApproveSheet(context_, this);
    send_back_sheet_ = new SendBackSheet(context_, this);
    connect(list_, &ApprovalList::chosen, this, &ApprovalsPage::show_chosen);
    connect(list_, &ApprovalList::toast, this, &ApprovalsPage::toast);
    connect(list_->table(), &DataTable::rowActivated, this, &ApprovalsPage::approve);
    connect(detail_, &ApprovalDetail::approveRequested, this, &ApprovalsPage::approve);
    connect(detail_, &ApprovalDetail::sendBackRequested, this, &ApprovalsPage::send_back);
    connect(detail_, &ApprovalDetail::ticketRequested, this, &ApprovalsPage::ticketRequested);
    connect(detail_, &ApprovalDetail::batchRequested, this, &ApprovalsPage::show_batch);
    connect_sheets();
    connect_keys();
    // What a request was asked on may change with its order, its parcels or its ticket.
    follow_tables(context_.feed, this,
                  {ChangedTable::Refunds, ChangedTable::Claims, ChangedTable::Batches, ChangedTable::Orders,
                   ChangedTable::GoodsOrders, ChangedTable::Shipments, ChangedTable::Tickets, ChangedTable::Registry},
                  changed_rows_rest_ms, [this] { list_->refresh(); });
    list_->refresh();
}

void ApprovalsPage::connect_sheets()
{
    connect(refund_sheet_, &ApproveSheet::approved, this, &ApprovalsPage::refund_approved);
    connect(claim_sheet_, &ClaimApproveSheet::approved, this, &ApprovalsPage::claim_approved);
    connect(batch_sheet_, &BatchApproveSheet::approved, this, &ApprovalsPage::batch_approved);
    for (DecisionSheet *sheet : std::initializer_list<DecisionSheet *>{refund_sheet_, claim_sheet_, batch_sheet_})
        connect(sheet, &DecisionSheet::refused, list_, &ApprovalList::refresh);
    connect(send_back_sheet_, &SendBackSheet::refused, list_, &ApprovalList::refresh);
    connect(send_back_sheet_, &SendBackSheet::sentBack, this, [this](const ApprovalEntry &entry) {
        const QString number = text_of(subject_of(entry));
        const QString by = text_of(requester_of(entry).text());
        Q_EMIT toast(by.isEmpty() ? tr("%1 sent back.").arg(number) : tr("%1 sent back to %2.").arg(number, by));
        list_->refresh();
    });
}

void ApprovalsPage::connect_keys()
{
    const auto key = [this](Qt::Key which, void (ApprovalsPage::*verb)()) {
        auto *shortcut = new QShortcut(QKeySequence(which), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, verb);
    };
    key(Qt::Key_A, &ApprovalsPage::approve);
    key(Qt::Key_R, &ApprovalsPage::send_back);
}

bool ApprovalsPage::is_asking() const
{
    const std::initializer_list<const Sheet *> sheets{refund_sheet_, claim_sheet_, batch_sheet_, send_back_sheet_};
    return std::any_of(sheets.begin(), sheets.end(), [](const Sheet *sheet) { return sheet->is_open(); });
}

// Only what has been read, and what the button is there for.
void ApprovalsPage::approve()
{
    const auto *button = detail_->findChild<Button *>(QStringLiteral("approve"));
    const auto facts = detail_->facts();
    if (is_asking() || !facts || !button->isVisible() || !button->isEnabled())
        return;
    const ApprovalEntry &entry = *detail_->entry();
    if (const Refund *refund = entry.refund())
        refund_sheet_->ask(*refund, facts->votes);
    else if (entry.claim())
        claim_sheet_->ask(*detail_->claim_view()->dossier(), facts->votes);
    else
        batch_sheet_->ask(*detail_->batch_view()->view());
}

void ApprovalsPage::send_back()
{
    const auto *button = detail_->findChild<Button *>(QStringLiteral("send_back"));
    if (!is_asking() && detail_->entry() && button->isVisible())
        send_back_sheet_->ask(*detail_->entry());
}

void ApprovalsPage::show_chosen()
{
    void_open_questions();
    const ApprovalEntry *entry = list_->shown();
    detail_->setVisible(entry != nullptr);
    if (entry)
        detail_->show_entry(*entry);
}

// A question about what is another by now can no longer be answered.
void ApprovalsPage::void_open_questions()
{
    const auto stands = [this](const ApprovalSubject &subject, const auto &asked) {
        const ApprovalEntry *now = list_->find(subject);
        using Request = std::decay_t<decltype(asked)>;
        const Request *request = now ? std::get_if<Request>(&now->request) : nullptr;
        return request && *request == asked;
    };
    if (refund_sheet_->is_open() && !stands(refund_sheet_->refund().refund_no.text(), refund_sheet_->refund()))
        refund_sheet_->say_changed();
    if (claim_sheet_->is_open() && !stands(claim_sheet_->claim().claim_no.text(), claim_sheet_->claim()))
        claim_sheet_->say_changed();
    if (batch_sheet_->is_asking() && !stands(batch_sheet_->batch().batch_no.text(), batch_sheet_->batch()))
        batch_sheet_->say_changed();
}

void ApprovalsPage::say_recorded(const ApprovalSubject &subject, const VoteCase &before)
{
    Q_EMIT toast(VoteWords::recorded(text_of(subject), before));
    list_->refresh();
}

void ApprovalsPage::refund_approved(const Refund &refund, const VoteCase &before)
{
    if (refund.approval == ApprovalState::Waiting)
        return say_recorded(refund.refund_no.text(), before);
    const QString number = text_of(refund.refund_no.text());
    const QString amount = context_.format.money(refund.amount);
    Q_EMIT toast(is_of_goods(refund.kind) ? tr("%1 of %2 approved.").arg(number, amount)
                                          : tr("%1 approved. %2 goes to the balance.").arg(number, amount));
    list_->refresh();
}

void ApprovalsPage::claim_approved(const Claim &claim, const VoteCase &before)
{
    if (claim.approval == ApprovalState::Waiting)
        return say_recorded(claim.claim_no.text(), before);
    Q_EMIT toast(tr("%1 approved up to %2; it goes to the carrier.")
                     .arg(text_of(claim.claim_no.text()), context_.format.money(claim.up_to)));
    list_->refresh();
}

void ApprovalsPage::batch_approved(const RefundBatch &batch, const VoteCase &before)
{
    if (batch.approval == ApprovalState::Waiting)
        return say_recorded(batch.batch_no.text(), before);
    Q_EMIT toast(tr("%1 approved: %2 refunds, %3.")
                     .arg(text_of(batch.batch_no.text()))
                     .arg(batch.rows - batch.refused)
                     .arg(context_.format.money(batch.total)));
    list_->refresh();
}

void ApprovalsPage::show_batch(const BatchNo &batch_no)
{
    list_->show_batch(batch_no);
    list_->table()->setFocus(Qt::OtherFocusReason);
}

void ApprovalsPage::focusInEvent(QFocusEvent *)
{
    list_->table()->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
