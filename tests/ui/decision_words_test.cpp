// SPDX-License-Identifier: GPL-3.0-or-later
// The words of approvals: how long, how many, what was seen and what is another now.
#include <QtTest>

#include "models/workflow/approval_picture.h"
#include "ui/decisions/changes_text.h"
#include "ui/decisions/expiry_words.h"
#include "ui/decisions/picture_words.h"
#include "ui/decisions/vote_words.h"
#include "ui/tickets/ticket_words.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

Currency yuan()
{
    return Currency::from_code("CNY").value();
}

}  // namespace

class DecisionWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_time_left_is_never_rounded_up()
    {
        const std::pair<Duration, const char *> cases[] = {
            {72h, "expires in 3 d"},
            {71h, "expires in 2 d"},
            {47h + 59min, "expires in 47 h"},
            {3h + 59min, "expires in 3 h"},
            {59min, "expires in 59 min"},
            {30s, "expires within a minute"},
            {0ms, "expired"},
            {-1h, "expired"},
        };
        for (const auto &[left, words] : cases)
            QCOMPARE(ExpiryWords::text(left), QLatin1String(words));
        QCOMPARE(ExpiryWords::tone(4h), Tone::Neutral);
        QCOMPARE(ExpiryWords::tone(4h - 1ms), Tone::Warn);
        QCOMPARE(ExpiryWords::tone(0ms), Tone::Bad);
    }

    void a_button_says_which_approval_it_is()
    {
        VoteCase votes;
        const QString decided = VoteWords::approve(RefundKind::Refund, QStringLiteral("¥1.00"));
        QCOMPARE(VoteWords::action(votes, decided), QStringLiteral("Approve ¥1.00 to balance"));
        votes.needed = 3;
        QCOMPARE(VoteWords::action(votes, decided), QStringLiteral("Give the first of 3 approvals"));
        votes.votes.resize(1);
        QCOMPARE(VoteWords::action(votes, decided), QStringLiteral("Give approval 2 of 3"));
        votes.votes.resize(2);
        QCOMPARE(VoteWords::action(votes, decided), QStringLiteral("Approve ¥1.00 to balance"));
        QCOMPARE(VoteWords::count(votes), QStringLiteral("2 of 3 approvals"));
    }

    // What the engine writes is read back as it was.
    void changes_come_back_from_their_text()
    {
        const std::vector<PictureChange> changes{
            {"fee", "23.40", "22.10"},
            {"state", "PAYED", "SETTLE"},
            {"refund:R20261125-0002", "", "5.00"},
            {"refund:R20261125-0001", "3.00", ""},
            {"line:L2", "Cable × 3, 81.00; refunded 0, 0.00; replaced 0",
             "Cable × 3, 81.00; refunded 1, 27.00; replaced 0"},
            {"parcel:S-1", "DELIVERED", "LOST"},
            {"ticket_decision", "", "refused by phone"},
        };
        QVERIFY(changes_from_text(changes_text(changes)) == changes);
        QVERIFY(changes_from_text("R20261125-0009: " + changes_text(changes)) == changes);
        QVERIFY(changes_from_text("something else happened").empty());
        QVERIFY(changes_from_text({}).empty());
    }

    void a_picture_is_written_in_words()
    {
        const Format format(QLocale(QLocale::English, QLocale::UnitedStates));
        const PictureWords words(format, yuan());
        QCOMPARE(words.value("line:L2", "Cable × 3, 81.00; refunded 1, 27.00; replaced 1"),
                 QStringLiteral("Cable × 3: ¥81.00, 1 refunded (¥27.00), 1 sent again"));
        QCOMPARE(words.value("line:L2", "Cable × 3, 81.00; refunded 0, 0.00; replaced 0"),
                 QStringLiteral("Cable × 3: ¥81.00"));
        QCOMPARE(words.value("parcel:S-1", "NOT_SENT"), QStringLiteral("not sent yet"));
        QCOMPARE(PictureWords::name("parcel:S-1"), QStringLiteral("Parcel S-1"));
        ApprovalPicture picture;
        picture.rows = {{"order", "C1"}, {"currency", "JPY"}, {"owed", "0"}, {"paid", "500"}, {"this", "120"}};
        QCOMPARE(PictureWords::amount(picture, "paid", yuan()),
                 std::optional(Money::from_text("500", Currency::from_code("JPY").value()).value()));
        QVERIFY(!PictureWords::amount(picture, "stays", yuan()));
        // Figures stand elsewhere, and nothing owed is nothing to say.
        QCOMPARE(PictureWords(picture, format, yuan()).facts(picture).size(), 1);
    }
};

QTEST_MAIN(DecisionWordsTest)
#include "decision_words_test.moc"
