// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/batch_approve_sheet.h"

#include <algorithm>

#include <QVBoxLayout>

#include "ui/common/button.h"
#include "ui/common/difference_view.h"
#include "ui/common/enum_words.h"
#include "ui/decisions/batch_result.h"
#include "ui/decisions/batch_words.h"

namespace aftercharge {

namespace {

constexpr int sheet_width = 680;

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

}  // namespace

BatchApproveSheet::BatchApproveSheet(DeskContext &context, QWidget *page)
    : DecisionSheet(context, page), result_(new BatchResult(context, this))
{
    set_width(sheet_width);
    body()->addWidget(result_);
    connect(this, &Sheet::accepted, this, &BatchApproveSheet::approve);
    connect(this, &Sheet::cancelled, result_, &BatchResult::stop);
    connect(result_, &BatchResult::resized, this, &BatchApproveSheet::fit);
}

void BatchApproveSheet::ask(const BatchView &view)
{
    batch_ = view.batch;
    asking_ = true;
    result_->stop();
    const Format &format = context_.format;
    const int refunds = batch_.rows - batch_.refused;
    const QString amount = format.money(batch_.total);
    QString words = tr("%1 refunds, %2 in total, go back to the platform balances of their members (%3), as %4 asked. "
                       "Each is carried out by itself: one that fails stops no other.")
                        .arg(refunds)
                        .arg(amount, BatchWords::share(batch_, format), text_of(batch_.requested_by.text()));
    const auto stale = std::count_if(view.rows.begin(), view.rows.end(),
                                     [](const BatchRowView &row) { return !row.changes.empty(); });
    if (stale > 0)
        words += u'\n' +
                 tr("%1 of them rest on what is another now: these are voided, the others carried out.").arg(stale);
    set_close_text({});
    primary_button()->show();
    begin(tr("Approve batch"), text_of(batch_.batch_no.text()), words, {view.votes, view.approvers},
          tr("Approve %1 refunds, %2").arg(refunds).arg(amount));
}

void BatchApproveSheet::read_differences()
{
    context_.approvals.batch(batch_.batch_no).then(this, [this, asked = batch_](const Result<BatchView> &view) {
        if (!view || !is_open() || batch_ != asked)
            return;
        const RefundBatch &now = view->batch;
        QList<DifferenceRow> rows;
        if (now.approval != asked.approval)
            rows.append(
                {tr("Decision"), EnumWords::approval_state(asked.approval), EnumWords::approval_state(now.approval)});
        if (!now.approved_by.is_empty())
            rows.append({tr("Decided by"), {}, text_of(now.approved_by.text())});
        if (!now.sent_back.empty())
            rows.append({tr("Sent back because"), {}, text_of(now.sent_back)});
        show_differences(rows);
    });
}

void BatchApproveSheet::approve()
{
    set_busy(true);
    asking_ = false;  // what the list hears of it from now on is its own doing
    if (votes_.decides())
        result_->watch(batch_.batch_no);
    fit();
    context_.approvals.approve_batch(batch_.batch_no, batch_.total).then(this, [this](const Result<RefundBatch> &done) {
        set_busy(false);
        if (done)
            return answered(*done);
        result_->stop();
        asking_ = true;
        refuse(done.error());
    });
}

// Approved by this the sheet stays, for what came of each row.
void BatchApproveSheet::answered(const RefundBatch &batch)
{
    if (batch.approval == ApprovalState::Approved && is_open()) {
        set_title(tr("Batch approved"), text_of(batch.batch_no.text()));
        set_sentence(tr("What came of each of its sessions:"));
        set_footer_note(tr("The result stays under “Decided batches”."));
        primary_button()->hide();
        set_close_text(tr("Close"));
        cancel_button()->setFocus(Qt::OtherFocusReason);
        result_->show_batch(batch.batch_no);
        fit();
    } else {
        close_sheet();
    }
    Q_EMIT approved(batch, votes_);
}

}  // namespace aftercharge
