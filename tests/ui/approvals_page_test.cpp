// SPDX-License-Identifier: GPL-3.0-or-later
// Approvals with a scripted engine: who may decide, what is asked first, what is refused and why.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/approvals_bench.h"
#include "ui/approvals/approve_sheet.h"
#include "ui/approvals/send_back_sheet.h"
#include "ui/common/difference_view.h"
#include "ui/refunds/refund_view.h"

using namespace aftercharge;

namespace {

// ¥4.80 by zhao.min has waited longest; ¥21.40 and ¥34.40 are li.na's.
const char *const longest = "R20261123-0010";
const char *const middle = "R20261123-0011";
const char *const newest = "R20261123-0012";

}  // namespace

class ApprovalsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void what_expires_first_is_at_the_top()
    {
        ApprovalsDesk desk(supervisor());
        ApprovalsPage *page = desk.open_at(longest);
        QVERIFY(page);
        const DataTable &list = *list_of(*page);
        QCOMPARE(list.model()->rowCount(), 3);
        QCOMPARE(cell(list, 0, 0), QLatin1String(longest));
        QCOMPARE(cell(list, 2, 0), QLatin1String(newest));
        QCOMPARE(cell(list, 0, 5), QStringLiteral("expires in 2 d"));  // of three, 31 minutes are gone
    }

    void a_request_within_the_limit_is_approved()
    {
        ApprovalsDesk desk(supervisor());
        ApprovalsPage *page = desk.open_at(middle);
        QVERIFY(page);
        Button *approve = button(*page, "approve");
        QVERIFY(approve->isEnabled());
        QCOMPARE(approve->text(), QStringLiteral("Approve ¥21.40 to balance…"));
        QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("Within your limit of ¥30.00")));
        QTest::keyClick(list_of(*page), Qt::Key_A);  // by keyboard
        auto *sheet = page->findChild<ApproveSheet *>();
        QVERIFY(sheet->is_open());
        QVERIFY(!desk.asked("approve_refund"));  // it asks first
        QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Approve ¥21.40 to balance"));
        QSignalSpy toast(page, &ApprovalsPage::toast);
        QTest::keyClick(sheet->primary_button(), Qt::Key_Return);
        QTRY_VERIFY(desk.asked("approve_refund R20261123-0011 21.40"));
        QTRY_VERIFY(!sheet->is_open());
        QCOMPARE(toast.count(), 1);
        QTRY_COMPARE(list_of(*page)->model()->rowCount(), 2);
        QCOMPARE(page->findChild<RefundView *>()->refund()->refund_no.text(), std::string(newest));
    }

    void escape_approves_nothing()
    {
        ApprovalsDesk desk(supervisor());
        ApprovalsPage *page = desk.open_at(middle);
        QVERIFY(page);
        button(*page, "approve")->click();
        auto *sheet = page->findChild<ApproveSheet *>();
        QTest::keyClick(sheet->primary_button(), Qt::Key_Escape);
        QVERIFY(!sheet->is_open());
        QVERIFY(!desk.asked("approve_refund"));
    }

    void ones_own_request_is_refused_with_a_sentence()
    {
        ApprovalsDesk desk(sample_person("li.na", Role::Supervisor, yuan(90'000)));
        ApprovalsPage *page = desk.open_at(middle);
        QVERIFY(page);
        QVERIFY(!button(*page, "approve")->isVisible());
        QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("You asked for this yourself.")));
        QTest::keyClick(list_of(*page), Qt::Key_A);
        QVERIFY(!page->findChild<ApproveSheet *>()->is_open());
    }

    void above_the_limit_is_refused_with_a_sentence()
    {
        ApprovalsDesk desk(supervisor());
        ApprovalsPage *page = desk.open_at(newest);
        QVERIFY(page);
        QVERIFY(!button(*page, "approve")->isVisible());
        QCOMPARE(banner(*page, "rights")->text(),
                 QStringLiteral("¥34.40 is above your limit of ¥30.00. Somebody with a higher limit can approve it."));
        QVERIFY(button(*page, "send_back")->isVisible());
    }

    void without_a_limit_nothing_is_decided()
    {
        ApprovalsDesk desk(sample_person("gu.wei", Role::Agent, std::nullopt));
        ApprovalsPage *page = desk.open_at(middle);
        QVERIFY(page);
        QVERIFY(!button(*page, "approve")->isVisible());
        QVERIFY(!button(*page, "send_back")->isVisible());
        QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("You have no approval limit.")));
    }

    void sending_back_needs_a_reason()
    {
        ApprovalsDesk desk(supervisor());
        ApprovalsPage *page = desk.open_at(newest);
        QVERIFY(page);
        button(*page, "send_back")->click();
        auto *sheet = page->findChild<SendBackSheet *>();
        QVERIFY(sheet->is_open());
        QVERIFY(!sheet->primary_button()->isEnabled());
        auto *reason = sheet->findChild<QPlainTextEdit *>();
        QVERIFY(reason->hasFocus());
        QTest::keyClicks(reason, QStringLiteral("Not the meter"));
        QVERIFY(sheet->primary_button()->isEnabled());
        sheet->primary_button()->click();
        QTRY_VERIFY(desk.asked("send_back_refund R20261123-0012 Not the meter"));
        QTRY_COMPARE(list_of(*page)->model()->rowCount(), 2);
    }

    void a_change_voids_the_question()
    {
        ApprovalsDesk desk(supervisor());
        ApprovalsPage *page = desk.open_at(middle);
        QVERIFY(page);
        button(*page, "approve")->click();
        auto *sheet = page->findChild<ApproveSheet *>();
        desk.service.refund_rows[1].amount = yuan(2'900);
        Q_EMIT desk.feed.rowsChanged({Changed{ChangedTable::Refunds, "R20261123-0011", 2}});
        QTRY_VERIFY(!sheet->primary_button()->isEnabled());
        QVERIFY(!desk.asked("approve_refund"));
        QTRY_COMPARE(button(*page, "approve")->text(), QStringLiteral("Approve ¥29.00 to balance…"));
    }

    void what_changed_is_shown_before_and_now()
    {
        ApprovalsDesk desk(supervisor());
        ApprovalsPage *page = desk.open_at(middle);
        QVERIFY(page);
        button(*page, "approve")->click();
        auto *sheet = page->findChild<ApproveSheet *>();
        QVERIFY(!sheet->differences()->isVisible());
        // Changed at another desk, and nothing was heard of it yet: the engine refuses.
        desk.service.refund_rows[1].amount = yuan(2'900);
        desk.service.refund_rows[1].note = "with the parking fee";
        sheet->primary_button()->click();
        QTRY_VERIFY(sheet->differences()->isVisible());
        QVERIFY(desk.asked("approve_refund R20261123-0011 21.40"));
        QCOMPARE(desk.service.refund_rows[1].approval, ApprovalState::Waiting);
        const QList<DifferenceRow> rows = sheet->differences()->rows();
        QCOMPARE(rows.first(),
                 (DifferenceRow{QStringLiteral("Amount"), QStringLiteral("¥21.40"), QStringLiteral("¥29.00")}));
        QCOMPARE(rows.last().now, QStringLiteral("with the parking fee"));
        QVERIFY(!sheet->primary_button()->isEnabled());  // money is never approved on the new version by itself
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_COMPARE(button(*page, "approve")->text(), QStringLiteral("Approve ¥29.00 to balance…"));
        button(*page, "approve")->click();
        QVERIFY(!sheet->differences()->isVisible());
    }

    void who_was_faster_is_shown()
    {
        ApprovalsDesk desk(supervisor());
        ApprovalsPage *page = desk.open_at(middle);
        QVERIFY(page);
        button(*page, "approve")->click();
        auto *sheet = page->findChild<ApproveSheet *>();
        Refund &row = desk.service.refund_rows[1];
        row.approval = ApprovalState::Approved;
        row.approved_by = OperatorName::from_text("chen.bo").value();
        Q_EMIT desk.feed.rowsChanged({Changed{ChangedTable::Refunds, "R20261123-0011", 2}});
        QTRY_VERIFY(sheet->differences()->isVisible());
        const QList<DifferenceRow> rows = sheet->differences()->rows();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].before, QStringLiteral("Waits for approval"));
        QCOMPARE(rows[1].now, QStringLiteral("chen.bo"));
    }

    void what_the_engine_refuses_is_said()
    {
        ApprovalsDesk desk(supervisor());
        desk.service.on_approve = [](const RefundNo &, const Money &) {
            return answered<Refund>(fail(ErrorCode::RefundAlreadyDecided));
        };
        ApprovalsPage *page = desk.open_at(middle);
        QVERIFY(page);
        button(*page, "approve")->click();
        auto *sheet = page->findChild<ApproveSheet *>();
        sheet->primary_button()->click();
        const Banner *trouble = banner(*sheet, "trouble");
        QTRY_VERIFY(trouble->isVisible());
        QCOMPARE(trouble->text(), QStringLiteral("This request has been decided already."));
        QVERIFY(sheet->is_open());
        QVERIFY(!sheet->primary_button()->isEnabled());
    }
};

QTEST_MAIN(ApprovalsPageTest)
#include "approvals_page_test.moc"
