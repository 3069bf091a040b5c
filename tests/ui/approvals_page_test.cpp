// SPDX-License-Identifier: GPL-3.0-or-later
// Approvals with a scripted engine: who may decide, what is asked first, what is refused and why.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/page_finds.h"
#include "tests/ui/pages_desk.h"
#include "ui/approvals/approvals_page.h"
#include "ui/approvals/decision_sheets.h"
#include "ui/refunds/refund_view.h"

using namespace aftercharge;

namespace {

// Approvals come newest first: 0 is ¥34.40, 1 is ¥21.40, both asked for by li.na.
ApprovalsPage *open_approvals(PagesDesk &desk, int row)
{
    auto *page = desk.open<ApprovalsPage>();
    if (!page || !QTest::qWaitFor([&] { return table_of(*page)->model()->rowCount() == 3; }))
        return nullptr;
    table_of(*page)->selectRow(row);
    return page;
}

}  // namespace

class ApprovalsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_request_within_the_limit_is_approved()
    {
        PagesDesk desk(supervisor());
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        Button *approve = button(*page, "approve");
        QVERIFY(approve->isEnabled());
        QCOMPARE(approve->text(), QStringLiteral("Approve ¥21.40…"));
        QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("Within your limit of ¥30.00")));
        QTest::keyClick(table_of(*page), Qt::Key_A);  // by keyboard
        auto *sheet = page->findChild<ApproveSheet *>();
        QVERIFY(sheet->is_open());
        QVERIFY(!desk.asked("approve_refund"));  // it asks first
        QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Approve ¥21.40"));
        QSignalSpy toast(page, &ApprovalsPage::toast);
        QTest::keyClick(sheet->primary_button(), Qt::Key_Return);
        QTRY_VERIFY(desk.asked("approve_refund R20261123-0011 21.40"));
        QTRY_VERIFY(!sheet->is_open());
        QCOMPARE(toast.count(), 1);
        QTRY_COMPARE(table_of(*page)->model()->rowCount(), 2);
        QCOMPARE(page->findChild<RefundView *>()->refund()->refund_no.text(), std::string("R20261123-0010"));
    }

    void escape_approves_nothing()
    {
        PagesDesk desk(supervisor());
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        button(*page, "approve")->click();
        auto *sheet = page->findChild<ApproveSheet *>();
        QTest::keyClick(sheet->primary_button(), Qt::Key_Escape);
        QVERIFY(!sheet->is_open());
        QVERIFY(!desk.asked("approve_refund"));
    }

    void ones_own_request_is_refused_with_a_sentence()
    {
        PagesDesk desk(sample_person("li.na", Role::Supervisor, yuan(90'000)));
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        QVERIFY(!button(*page, "approve")->isEnabled());
        QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("You asked for this yourself.")));
        QTest::keyClick(table_of(*page), Qt::Key_A);
        QVERIFY(!page->findChild<ApproveSheet *>()->is_open());
    }

    void above_the_limit_is_refused_with_a_sentence()
    {
        PagesDesk desk(supervisor());
        ApprovalsPage *page = open_approvals(desk, 0);
        QVERIFY(page);
        QVERIFY(!button(*page, "approve")->isEnabled());
        QCOMPARE(banner(*page, "rights")->text(),
                 QStringLiteral("¥34.40 is above your limit of ¥30.00. Somebody with a higher limit can approve it."));
        QVERIFY(button(*page, "send_back")->isEnabled());
    }

    void without_a_limit_nothing_is_decided()
    {
        PagesDesk desk(sample_person("gu.wei", Role::Agent, std::nullopt));
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        QVERIFY(!button(*page, "approve")->isEnabled());
        QVERIFY(!button(*page, "send_back")->isEnabled());
        QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("You have no approval limit.")));
    }

    void sending_back_needs_a_reason()
    {
        PagesDesk desk(supervisor());
        ApprovalsPage *page = open_approvals(desk, 0);
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
        QTRY_COMPARE(table_of(*page)->model()->rowCount(), 2);
    }

    void a_change_voids_the_question()
    {
        PagesDesk desk(supervisor());
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        button(*page, "approve")->click();
        auto *sheet = page->findChild<ApproveSheet *>();
        desk.service.refund_rows[1].amount = yuan(2'900);
        Q_EMIT desk.feed.rowsChanged({Changed{ChangedTable::Refunds, "R20261123-0011", 2}});
        QTRY_VERIFY(!sheet->primary_button()->isEnabled());
        QVERIFY(!desk.asked("approve_refund"));
        QTRY_COMPARE(button(*page, "approve")->text(), QStringLiteral("Approve ¥29.00…"));
    }

    void what_the_engine_refuses_is_said()
    {
        PagesDesk desk(supervisor());
        desk.service.on_approve = [](const RefundNo &, const Money &) {
            return answered<Refund>(fail(ErrorCode::RefundAlreadyDecided));
        };
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        button(*page, "approve")->click();
        auto *sheet = page->findChild<ApproveSheet *>();
        sheet->primary_button()->click();
        const auto *trouble = sheet->findChild<Banner *>();
        QTRY_VERIFY(trouble->isVisible());
        QCOMPARE(trouble->text(), QStringLiteral("This request has been decided already."));
        QVERIFY(sheet->is_open());
        QVERIFY(!sheet->primary_button()->isEnabled());
    }
};

QTEST_MAIN(ApprovalsPageTest)
#include "approvals_page_test.moc"
