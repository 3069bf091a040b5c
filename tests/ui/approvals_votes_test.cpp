// SPDX-License-Identifier: GPL-3.0-or-later
// Approvals that need several people, that expire, and whose ground has changed.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/approvals_bench.h"
#include "ui/approvals/approve_sheet.h"
#include "ui/common/difference_view.h"
#include "ui/common/state_chip.h"
#include "ui/decisions/changes_view.h"
#include "ui/decisions/votes_view.h"
#include "ui/refunds/refunds_page.h"

using namespace aftercharge;

namespace {

const char *const middle = "R20261123-0011";  // ¥21.40, by li.na

// Above ¥20.00 two different people.
struct TwoPeople : ApprovalsDesk {
    explicit TwoPeople(Operator person) : ApprovalsDesk(std::move(person))
    {
        approvals.rules = {{yuan(2'000), 2}};
        service.on_approve = [this](const RefundNo &no, const Money &amount) {
            auto &votes = approvals.vote_rows[no.text()];
            votes.push_back({no.text(), service.who, amount, amount, now.now()});
            Refund *refund = service.find_refund(no).value();
            ++refund->version;
            if (votes.size() >= 2)
                refund->approval = ApprovalState::Approved;
            return answered<Refund>(*refund);
        };
    }
};

StateChip *expiry(const QWidget &page)
{
    for (StateChip *found : page.findChildren<StateChip *>(QStringLiteral("expiry"))) {
        if (found->isVisibleTo(&page))
            return found;
    }
    return nullptr;
}

QString voters(const QWidget &page)
{
    for (const QLabel *found : page.findChildren<QLabel *>(QStringLiteral("voters"))) {
        if (found->isVisibleTo(&page))
            return found->text();
    }
    return {};
}

}  // namespace

class ApprovalsVotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_first_of_two_moves_nothing();
    void the_second_of_two_decides();
    void nobody_approves_twice();
    void the_requester_has_no_button();
    void the_picture_is_what_was_seen();
    void what_changed_forbids_the_approval();
    void a_voided_one_shows_before_and_now();
    void an_expired_one_is_said();
    void time_left_turns_amber();
    void the_list_is_worked_by_keyboard();
    void one_of_a_batch_is_decided_with_it();
    void an_unreadable_list_can_be_tried_again();
};

void ApprovalsVotesTest::the_first_of_two_moves_nothing()
{
    TwoPeople desk(supervisor());
    ApprovalsPage *page = desk.open_at(middle);
    QVERIFY(page);
    QTRY_COMPARE(button(*page, "approve")->text(), QStringLiteral("Give the first of 2 approvals…"));
    QVERIFY(voters(*page).contains(QStringLiteral("2 different people")));
    QTest::keyClick(list_of(*page), Qt::Key_Return);
    auto *sheet = page->findChild<ApproveSheet *>();
    QVERIFY(sheet->is_open());
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Give the first of 2 approvals"));
    QVERIFY(says(*sheet, QStringLiteral("nothing is paid before the last one")));
    QSignalSpy toast(page, &ApprovalsPage::toast);
    QTest::keyClick(sheet->primary_button(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(toast.count(), 1);
    QVERIFY(toast[0][0].toString().contains(QStringLiteral("1 of 2 approvals")));
    QVERIFY(desk.asked("approve_refund R20261123-0011 21.40"));
    // It waits on, and one's own approval is said instead of a button.
    QTRY_VERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("You approved it at 10:41.")));
    QVERIFY(!button(*page, "approve")->isVisible());
    QCOMPARE(list_of(*page)->model()->rowCount(), 3);
    QCOMPARE(cell(*list_of(*page), 1, 4), QStringLiteral("1 of 2"));
}

void ApprovalsVotesTest::the_second_of_two_decides()
{
    TwoPeople desk(supervisor());
    desk.approvals.vote_rows[middle] = {sample_vote(middle, "chen.bo", 2'140, 12)};
    ApprovalsPage *page = desk.open_at(middle);
    QVERIFY(page);
    QTRY_COMPARE(button(*page, "approve")->text(), QStringLiteral("Approve ¥21.40 to balance…"));
    QCOMPARE(voters(*page), QStringLiteral("陈 波 10:29 · one more person is needed"));
    button(*page, "approve")->click();
    auto *sheet = page->findChild<ApproveSheet *>();
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Approve ¥21.40 to balance"));
    sheet->primary_button()->click();
    QTRY_COMPARE(list_of(*page)->model()->rowCount(), 2);
}

void ApprovalsVotesTest::nobody_approves_twice()
{
    TwoPeople desk(supervisor());
    ApprovalsPage *page = desk.open_at(middle);
    QVERIFY(page);
    QTRY_VERIFY(button(*page, "approve")->isVisible());
    // Given at another desk meanwhile: the engine says so.
    desk.service.on_approve = [](const RefundNo &, const Money &) {
        return answered<Refund>(fail(ErrorCode::ApprovalAlreadyGiven));
    };
    button(*page, "approve")->click();
    auto *sheet = page->findChild<ApproveSheet *>();
    sheet->primary_button()->click();
    QTRY_COMPARE(banner(*sheet, "trouble")->text(),
                 QStringLiteral("You have approved this already. Another person has to approve it as well."));
    QVERIFY(!sheet->primary_button()->isEnabled());
}

void ApprovalsVotesTest::the_requester_has_no_button()
{
    TwoPeople desk(sample_person("li.na", Role::Supervisor, yuan(90'000)));
    ApprovalsPage *page = desk.open_at(middle);
    QVERIFY(page);
    QTRY_VERIFY(!button(*page, "approve")->isVisible());
    QCOMPARE(banner(*page, "rights")->text(),
             QStringLiteral("You asked for this yourself. Somebody else has to approve it."));
    for (const auto &[key, modifiers] : {std::pair(Qt::Key_A, Qt::NoModifier), {Qt::Key_Return, Qt::NoModifier}})
        QTest::keyClick(list_of(*page), key, modifiers);
    QVERIFY(!page->findChild<ApproveSheet *>()->is_open());
}

void ApprovalsVotesTest::the_picture_is_what_was_seen()
{
    ApprovalsDesk desk(supervisor());
    ApprovalsPage *page = desk.open_at(middle);
    QVERIFY(page);
    QTRY_COMPARE(tile(*page, QStringLiteral("Paid for the order"))->figure(), QStringLiteral("¥46.20"));
    QCOMPARE(tile(*page, QStringLiteral("This refund"))->figure(), QStringLiteral("¥21.40"));
    QCOMPARE(tile(*page, QStringLiteral("Other refunds"))->figure(), QStringLiteral("¥12.50"));
    QCOMPARE(tile(*page, QStringLiteral("Stays paid"))->figure(), QStringLiteral("¥12.30"));
    QVERIFY(says(*page, QStringLiteral("What the requester saw")));
    QTRY_VERIFY(says(*page, QStringLiteral("充电电量对不上")));
    QVERIFY(says(*page, QStringLiteral("Electricity 3.35 of 12.88 kWh × ¥0.85")));  // the basis, word for word
    QVERIFY(says(*page, QStringLiteral("Customer compared with his own meter.")));
}

void ApprovalsVotesTest::what_changed_forbids_the_approval()
{
    ApprovalsDesk desk(supervisor());
    ApprovalsPage *page = desk.open_at(middle);
    QVERIFY(page);
    QTRY_VERIFY(button(*page, "approve")->isVisible());
    desk.approvals.pictures[middle].changes = sample_changes();
    Q_EMIT desk.feed.rowsChanged({Changed{ChangedTable::Orders, "C20261123-0079", 7}});
    QTRY_VERIFY(!button(*page, "approve")->isVisible());
    QCOMPARE(banner(*page, "rights")->text(),
             QStringLiteral("What it was asked on is another now. It can only be sent back."));
    const ChangesView *changes = seen<ChangesView>(*page);
    QVERIFY(changes);
    const QList<DifferenceRow> rows = changes->differences()->rows();
    QCOMPARE(rows.size(), 2);  // what was paid and what stays follow from them
    QCOMPARE(rows[0], (DifferenceRow{QStringLiteral("Fee"), QStringLiteral("¥46.20"), QStringLiteral("¥41.90")}));
    QCOMPARE(rows[1], (DifferenceRow{QStringLiteral("Refund R20261123-0013"), {}, QStringLiteral("¥5.00")}));
    QVERIFY(button(*page, "send_back")->isVisible());
}

void ApprovalsVotesTest::a_voided_one_shows_before_and_now()
{
    ApprovalsDesk desk(supervisor());
    ApprovalsPage *page = desk.open_at(middle);
    QVERIFY(page);
    QTRY_VERIFY(button(*page, "approve")->isVisible());
    desk.service.on_approve = [&desk](const RefundNo &no, const Money &) {
        desk.service.find_refund(no).value()->approval = ApprovalState::SentBack;
        return answered<Refund>(fail(ErrorCode::ApprovalVoided, no.text() + ": " + changes_text(sample_changes())));
    };
    button(*page, "approve")->click();
    auto *sheet = page->findChild<ApproveSheet *>();
    sheet->primary_button()->click();
    QTRY_VERIFY(sheet->differences()->isVisible());
    QVERIFY(banner(*sheet, "trouble")->text().startsWith(QStringLiteral("What it was asked on is another now.")));
    const QList<DifferenceRow> rows = sheet->differences()->rows();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0], (DifferenceRow{QStringLiteral("Fee"), QStringLiteral("¥46.20"), QStringLiteral("¥41.90")}));
    QCOMPARE(rows[1], (DifferenceRow{QStringLiteral("Refund R20261123-0013"), {}, QStringLiteral("¥5.00")}));
    QVERIFY(!sheet->primary_button()->isEnabled());
    QTRY_COMPARE(list_of(*page)->model()->rowCount(), 2);  // the list is read anew
}

void ApprovalsVotesTest::an_expired_one_is_said()
{
    ApprovalsDesk desk(supervisor());
    ApprovalsPage *page = desk.open_at(middle);
    QVERIFY(page);
    QTRY_VERIFY(button(*page, "approve")->isVisible());
    desk.service.on_approve = [](const RefundNo &, const Money &) {
        return answered<Refund>(fail(ErrorCode::RefundExpired));
    };
    button(*page, "approve")->click();
    auto *sheet = page->findChild<ApproveSheet *>();
    sheet->primary_button()->click();
    QTRY_COMPARE(banner(*sheet, "trouble")->text(),
                 QStringLiteral("It waited too long and can no longer be approved. It goes back to who asked for it."));
    QTest::keyClick(sheet, Qt::Key_Escape);
    desk.now.advance(std::chrono::hours(72));
    Q_EMIT desk.feed.resynchronised();
    QTRY_VERIFY(!button(*page, "approve")->isVisible());
    QCOMPARE(expiry(*page)->text(), QStringLiteral("expired"));
}

void ApprovalsVotesTest::time_left_turns_amber()
{
    ApprovalsDesk desk(supervisor());
    desk.approvals.life = std::chrono::hours(4);
    ApprovalsPage *page = desk.open_at(middle);  // 18 minutes old
    QVERIFY(page);
    QTRY_VERIFY(expiry(*page));
    QCOMPARE(expiry(*page)->text(), QStringLiteral("expires in 3 h"));
    const QModelIndex state = list_of(*page)->model()->index(1, 5);
    QCOMPARE(state.data().toString(), QStringLiteral("expires in 3 h"));
    QCOMPARE(state.data(CellRole::tone).toInt(), static_cast<int>(Tone::Warn));
    desk.approvals.life = std::chrono::hours(5);
    Q_EMIT desk.feed.resynchronised();
    QTRY_COMPARE(list_of(*page)->model()->index(1, 5).data().toString(), QStringLiteral("expires in 4 h"));
    QCOMPARE(list_of(*page)->model()->index(1, 5).data(CellRole::tone).toInt(), static_cast<int>(Tone::Neutral));
}

void ApprovalsVotesTest::the_list_is_worked_by_keyboard()
{
    ApprovalsDesk desk(supervisor());
    ApprovalsPage *page = desk.open_at("R20261123-0010");
    QVERIFY(page);
    page->setFocus();
    QVERIFY(list_of(*page)->hasFocus());
    QTest::keyClick(list_of(*page), Qt::Key_Down);
    QTRY_COMPARE(button(*page, "approve")->text(), QStringLiteral("Approve ¥21.40 to balance…"));
    QTest::keyClick(list_of(*page), Qt::Key_Return);
    auto *sheet = page->findChild<ApproveSheet *>();
    QVERIFY(sheet->is_open());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.asked("approve_refund R20261123-0011 21.40"));
    QTRY_VERIFY(!sheet->is_open());
    QVERIFY(list_of(*page)->hasFocus());
    QTest::keyClick(list_of(*page), Qt::Key_R);
    QTRY_VERIFY(QApplication::focusWidget() && qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()));
}

void ApprovalsVotesTest::one_of_a_batch_is_decided_with_it()
{
    ApprovalsDesk desk(supervisor());
    fill_batches(desk.approvals);
    desk.approvals.batch_views[waiting_batch()].rows[0].row.refund_no = RefundNo::from_text(middle).value();
    auto *page = desk.open<RefundsPage>();
    QVERIFY(page);
    QTRY_VERIFY(table_of(*page)->model()->rowCount() > 1);
    table_of(*page)->selectRow(1);
    QTRY_VERIFY(says(*page, QStringLiteral("Part of batch B20261123-0001, and decided together with it")));
    QSignalSpy asked(page, &RefundsPage::batchRequested);
    button(*page, "show_batch")->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<BatchNo>(), waiting_batch());
    // One that stands alone says who approved it.
    desk.approvals.vote_rows["R20261123-0009"] = {sample_vote("R20261123-0009", "wang.jing", 436, 49)};
    table_of(*page)->selectRow(3);
    QTRY_COMPARE(voters(*page), QStringLiteral("王 静 09:52"));
}

void ApprovalsVotesTest::an_unreadable_list_can_be_tried_again()
{
    ApprovalsDesk desk(supervisor());
    auto good = desk.goods.on_claims;
    desk.goods.on_claims = [](const ClaimQuery &) { return answered<Page<Claim>>(fail(ErrorCode::StoreIo)); };
    auto *page = desk.open<ApprovalsPage>();
    QVERIFY(page);
    QTRY_VERIFY(says(*page, QStringLiteral("This could not be read")));
    QVERIFY(!seen<VotesView>(*page));
    desk.goods.on_claims = good;
    for (Button *found : page->findChildren<Button *>()) {
        if (found->text() == QStringLiteral("Try again") && found->isVisible())
            found->click();
    }
    QTRY_COMPARE(list_of(*page)->model()->rowCount(), 3);
}

QTEST_MAIN(ApprovalsVotesTest)
#include "approvals_votes_test.moc"
