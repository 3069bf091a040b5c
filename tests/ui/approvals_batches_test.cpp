// SPDX-License-Identifier: GPL-3.0-or-later
// Batches among the approvals: one entry, one approval, a result a row.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/approvals_bench.h"
#include "ui/approvals/batch_approve_sheet.h"
#include "ui/approvals/send_back_sheet.h"
#include "ui/common/busy_bar.h"
#include "ui/common/difference_view.h"
#include "ui/decisions/batch_result.h"

using namespace aftercharge;

namespace {

struct BatchDesk : ApprovalsDesk {
    explicit BatchDesk(Operator person) : ApprovalsDesk(std::move(person)) { fill_batches(approvals); }
    ApprovalsPage *open_batch()
    {
        auto *page = open_at(waiting_batch().text().c_str());
        return page && QTest::qWaitFor([&] { return rows(*page)->model()->rowCount() == 4; }) ? page : nullptr;
    }
    static DataTable *rows(const QWidget &page) { return named_table(page, QStringLiteral("Sessions of this batch")); }
    // What the engine makes of it: two go, the changed one is voided.
    RefundBatch carry_out(bool whole)
    {
        BatchView &view = approvals.batch_views[waiting_batch()];
        view.batch.approval = ApprovalState::Approved;
        view.batch.approved_by = service.who;
        ++view.batch.version;
        view.rows[0].row.state = BatchRowState::Approved;
        view.rows[0].refund->approval = ApprovalState::Approved;
        view.rows[0].refund->status = RefundStatus::Success;
        if (whole) {
            view.rows[1].row.state = BatchRowState::Failed;
            view.rows[1].row.refusal_code = "refund.exceeds_paid";
            view.rows[2].row.state = BatchRowState::Voided;
            view.rows[2].row.refusal_code = "approval.voided";
            view.rows[2].row.refusal_detail = "fee 18.00 → 16.40";
            view.rows[2].changes.clear();
            view.batch.carried_out_at = now.now();
        }
        for (RefundBatch &row : approvals.batch_rows) {
            if (row.batch_no == waiting_batch())
                row = view.batch;
        }
        return view.batch;
    }
};

}  // namespace

class ApprovalsBatchesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_batch_is_one_entry_with_its_rows();
    void a_batch_is_approved_once_with_a_result_a_row();
    void a_long_one_shows_how_far_it_is();
    void the_first_of_two_people_closes_the_sheet();
    void ones_own_batch_has_no_button();
    void a_decided_one_says_so();
    void a_batch_is_sent_back_whole();
    void decided_batches_stay_to_be_seen();
};

void ApprovalsBatchesTest::a_batch_is_one_entry_with_its_rows()
{
    BatchDesk desk(supervisor());
    ApprovalsPage *page = desk.open_batch();
    QVERIFY(page);
    const DataTable &list = *list_of(*page);
    QCOMPARE(list.model()->rowCount(), 4);
    QCOMPARE(cell(list, 0, 0), QStringLiteral("B20261123-0001"));  // 70 of 72 hours old: it expires first
    QCOMPARE(cell(list, 0, 1), QStringLiteral("Batch of 3"));
    QCOMPARE(cell(list, 0, 3), QStringLiteral("¥28.00"));
    QCOMPARE(cell(list, 0, 5), QStringLiteral("expires in 2 h"));
    const DataTable &rows = *BatchDesk::rows(*page);
    QCOMPARE(cell(rows, 0, 3), QStringLiteral("Waits"));
    QCOMPARE(cell(rows, 2, 3), QStringLiteral("Would be voided"));
    QCOMPARE(cell(rows, 2, 4), QStringLiteral("Fee: ¥18.00 → ¥16.40"));
    QCOMPARE(cell(rows, 3, 3), QStringLiteral("No refund"));
    QCOMPARE(cell(rows, 3, 4), QStringLiteral("This is more than what is left of the payment."));
    QCOMPARE(cell(rows, 3, 2), QStringLiteral("—"));
    QTRY_COMPARE(button(*page, "approve")->text(), QStringLiteral("Approve 3 refunds, ¥28.00…"));
}

void ApprovalsBatchesTest::a_batch_is_approved_once_with_a_result_a_row()
{
    BatchDesk desk(supervisor());
    desk.approvals.on_approve = [&](const BatchNo &, const Money &) {
        return answered<RefundBatch>(desk.carry_out(true));
    };
    ApprovalsPage *page = desk.open_batch();
    QVERIFY(page);
    QTest::keyClick(list_of(*page), Qt::Key_A);
    auto *sheet = page->findChild<BatchApproveSheet *>();
    QVERIFY(sheet->is_open());
    QVERIFY(says(*sheet, QStringLiteral("1 of them rest on what is another now")));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Approve 3 refunds, ¥28.00"));
    QVERIFY(!desk.decided("approve_batch"));
    QSignalSpy toast(page, &ApprovalsPage::toast);
    QTest::keyClick(sheet->primary_button(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(toast.count(), 1);
    QVERIFY(desk.decided("approve_batch B20261123-0001 28.00"));
    // The sheet stays for what came of each.
    QVERIFY(sheet->is_open());
    QTRY_VERIFY(sheet->result()->table()->isVisible());
    QCOMPARE(sheet->result()->sentence(), QStringLiteral("1 approved, 1 voided, 1 failed, 1 without a refund."));
    const DataTable &rows = *sheet->result()->table();
    QCOMPARE(cell(rows, 0, 3), QStringLiteral("Paid back"));
    QCOMPARE(cell(rows, 1, 3), QStringLiteral("Failed"));
    QCOMPARE(cell(rows, 1, 4), QStringLiteral("This is more than what is left of the payment."));
    QCOMPARE(cell(rows, 2, 3), QStringLiteral("Voided"));
    QCOMPARE(cell(rows, 2, 4), QStringLiteral("Fee: ¥18.00 → ¥16.40"));
    QVERIFY(!sheet->primary_button()->isVisible());
    QTRY_COMPARE(list_of(*page)->model()->rowCount(), 3);
    QVERIFY(sheet->differences()->isHidden());  // its own decision is nothing that changed
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->is_open());
}

void ApprovalsBatchesTest::a_long_one_shows_how_far_it_is()
{
    BatchDesk desk(supervisor());
    QFutureInterface<Result<RefundBatch>> promise;
    promise.reportStarted();
    desk.approvals.on_approve = [&](const BatchNo &, const Money &) { return promise.future(); };
    ApprovalsPage *page = desk.open_batch();
    QVERIFY(page);
    QTRY_VERIFY(button(*page, "approve")->isEnabled());
    button(*page, "approve")->click();
    auto *sheet = page->findChild<BatchApproveSheet *>();
    sheet->primary_button()->click();
    desk.carry_out(false);
    auto *busy = sheet->findChild<BusyBar *>();
    QTRY_VERIFY(busy->isVisible());
    const auto progress = [busy] {
        for (const QWidget *part : busy->findChildren<QWidget *>()) {
            if (part->accessibleName() == QStringLiteral("1 of 3"))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(progress());
    QVERIFY(!sheet->primary_button()->isEnabled());
    promise.reportResult(Result<RefundBatch>(desk.carry_out(true)));
    promise.reportFinished();
    QTRY_VERIFY(sheet->result()->table()->isVisible());
    QVERIFY(!busy->isVisible());
}

void ApprovalsBatchesTest::the_first_of_two_people_closes_the_sheet()
{
    BatchDesk desk(supervisor());
    desk.approvals.rules = {{yuan(2'000), 2}};
    desk.approvals.batch_views[waiting_batch()].approvers = 2;
    desk.approvals.on_approve = [&](const BatchNo &no, const Money &total) {
        BatchView &view = desk.approvals.batch_views[no];
        view.votes.push_back({no.text(), desk.service.who, total, total, desk.now.now()});
        return answered<RefundBatch>(view.batch);
    };
    ApprovalsPage *page = desk.open_batch();
    QVERIFY(page);
    QTRY_COMPARE(button(*page, "approve")->text(), QStringLiteral("Give the first of 2 approvals…"));
    button(*page, "approve")->click();
    auto *sheet = page->findChild<BatchApproveSheet *>();
    QSignalSpy toast(page, &ApprovalsPage::toast);
    sheet->primary_button()->click();
    QTRY_VERIFY(!sheet->is_open());
    QVERIFY(toast[0][0].toString().contains(QStringLiteral("1 of 2 approvals")));
    QTRY_VERIFY(!button(*page, "approve")->isVisible());
    QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("You approved it at")));
}

void ApprovalsBatchesTest::ones_own_batch_has_no_button()
{
    BatchDesk desk(sample_person("li.na", Role::Supervisor, yuan(90'000)));
    ApprovalsPage *page = desk.open_batch();
    QVERIFY(page);
    QVERIFY(!button(*page, "approve")->isVisible());
    QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("You asked for this yourself.")));
}

void ApprovalsBatchesTest::a_decided_one_says_so()
{
    BatchDesk desk(supervisor());
    desk.approvals.on_approve = [&](const BatchNo &, const Money &) {
        desk.carry_out(true);
        desk.approvals.batch_views[waiting_batch()].batch.approved_by = OperatorName::from_text("chen.bo").value();
        return answered<RefundBatch>(fail(ErrorCode::RefundAlreadyDecided));
    };
    ApprovalsPage *page = desk.open_batch();
    QVERIFY(page);
    QTRY_VERIFY(button(*page, "approve")->isEnabled());
    button(*page, "approve")->click();
    auto *sheet = page->findChild<BatchApproveSheet *>();
    sheet->primary_button()->click();
    QTRY_VERIFY(sheet->differences()->isVisible());
    const QList<DifferenceRow> rows = sheet->differences()->rows();
    QCOMPARE(rows[0].before, QStringLiteral("Waits for approval"));
    QCOMPARE(rows[1].now, QStringLiteral("chen.bo"));
    QVERIFY(!sheet->primary_button()->isEnabled());
}

void ApprovalsBatchesTest::a_batch_is_sent_back_whole()
{
    BatchDesk desk(supervisor());
    ApprovalsPage *page = desk.open_batch();
    QVERIFY(page);
    QTest::keyClick(list_of(*page), Qt::Key_R);
    auto *sheet = page->findChild<SendBackSheet *>();
    QVERIFY(sheet->is_open());
    QVERIFY(!sheet->primary_button()->isEnabled());
    auto *reason = sheet->findChild<QPlainTextEdit *>();
    QTest::keyClicks(reason, QStringLiteral("Two stations"));
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.decided("send_back_batch B20261123-0001 Two stations"));
    QTRY_COMPARE(list_of(*page)->model()->rowCount(), 3);
}

void ApprovalsBatchesTest::decided_batches_stay_to_be_seen()
{
    BatchDesk desk(supervisor());
    ApprovalsPage *page = desk.open_batch();
    QVERIFY(page);
    page->show_batch(carried_out_batch());
    QTRY_COMPARE(list_of(*page)->model()->rowCount(), 2);
    QCOMPARE(cell(*list_of(*page), 0, 0), QStringLiteral("B20261122-0003"));  // the newest first
    const DataTable &rows = *BatchDesk::rows(*page);
    QTRY_COMPARE(cell(rows, 2, 3), QStringLiteral("Voided"));
    QCOMPARE(cell(rows, 2, 4), QStringLiteral("Fee: ¥18.00 → ¥16.40; Refund R20261122-0009: new, ¥5.00"));
    QVERIFY(!button(*page, "approve")->isVisible());
    QVERIFY(!banner(*page, "rights")->isVisible());
    chip(*page, QStringLiteral("Batches 1"))->click();
    QTRY_COMPARE(cell(*list_of(*page), 0, 0), QStringLiteral("B20261123-0001"));
}

QTEST_MAIN(ApprovalsBatchesTest)
#include "approvals_batches_test.moc"
