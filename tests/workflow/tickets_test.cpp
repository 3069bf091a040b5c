// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/workflow/decide_ticket.h"
#include "models/workflow/open_ticket.h"
#include "models/workflow/read_ticket.h"
#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

const std::string png = "\x89PNG\r\n\x1a\n....";

EvidenceFile file(std::string name, std::string media_type, std::string bytes)
{
    return {std::move(name), std::move(media_type), std::move(bytes)};
}

}  // namespace

// A complaint from its first word to the decision, without money.
class TicketsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rig_ = std::make_unique<EngineRig>();
        rig_->furnish();
        rig_->add_operator("alice", Role::Agent);
        rig_->add_operator("bob", Role::Supervisor, "100.00");
        rig_->add_operator("olga", Role::Ops);
        rig_->add_operator("wilma", Role::Worker);
        order_no_ = rig_->session(12'340).order_no;
    }

    void a_complaint_opens_a_ticket_with_its_evidence()
    {
        const Ticket ticket = must(complain("多扣费", "电表走字不准", {file("photo.png", "image/png", png)}));
        QCOMPARE(ticket.state, TicketState::Open);
        QCOMPARE(ticket.member_id, an<MemberId>("M-1"));
        QCOMPARE(ticket.connector.charge_point_id, an<ChargePointId>("CP-1"));
        QCOMPARE(ticket.due_at, rig_->clock.now() + 4h);
        QCOMPARE(rig_->notices(order_no_).back().kind, NoticeKind::ComplaintReceived);
        QCOMPARE(rig_->notices(order_no_).back().values.at("ticket_no"), ticket.ticket_no.text());
        const TicketDossier dossier = must(read_ticket(rig_->ledger(), rig_->telemetry(), ticket.ticket_no));
        QCOMPARE(dossier.entries.size(), std::size_t{1});
        QCOMPARE(dossier.entries[0].text, std::string("多扣费: 电表走字不准"));
        QCOMPARE(dossier.evidence.size(), std::size_t{1});
        QCOMPARE(dossier.evidence[0].size_bytes, std::int64_t(png.size()));
        QCOMPARE(must(rig_->ledger().tickets().evidence_file(dossier.evidence[0].id)).bytes, png);
        QCOMPARE(dossier.order->order.order_no, order_no_);
        QCOMPARE(dossier.order_log.size(), std::size_t{3});
        QCOMPARE(dossier.balance, rig_->balance("M-1"));
        QCOMPARE(dossier.member.name, std::string("王小明"));
        QVERIFY(!dossier.hardware_report.empty());
        QVERIFY(std::is_sorted(dossier.hardware_report.begin(), dossier.hardware_report.end(),
                               [](const auto &a, const auto &b) { return a.received_at < b.received_at; }));
    }

    void a_second_complaint_joins_the_open_ticket()
    {
        const Ticket first = must(complain("多扣费", "电表走字不准"));
        const Ticket second = must(complain("还有", "枪头过温", {file("a.txt", "text/plain", "热")}));
        QCOMPARE(second.ticket_no, first.ticket_no);
        QCOMPARE(must(rig_->ledger().tickets().of_order(order_no_)).size(), std::size_t{1});
        QCOMPARE(must(rig_->ledger().tickets().entries(first.ticket_no)).size(), std::size_t{2});
        QCOMPARE(must(rig_->ledger().tickets().evidence(first.ticket_no)).size(), std::size_t{1});
        must(step(first.ticket_no, "alice", [](Work &w, const TicketStep &s) { return reject_ticket(w, s, "no"); }));
        const Ticket third = must(complain("again", ""));
        QVERIFY(third.ticket_no != first.ticket_no);
        const TicketDossier dossier = must(read_ticket(rig_->ledger(), rig_->telemetry(), third.ticket_no));
        QCOMPARE(dossier.earlier.size(), std::size_t{1});
        QCOMPARE(dossier.earlier[0].ticket_no, first.ticket_no);
    }

    void drafts_that_are_not_taken_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no name") << QByteArray() << QByteArray("image/png") << QByteArray::fromStdString(png);
        QTest::newRow("a path") << QByteArray("../x.png") << QByteArray("image/png") << QByteArray::fromStdString(png);
        QTest::newRow("backslash") << QByteArray("a\\x.png") << QByteArray("image/png")
                                   << QByteArray::fromStdString(png);
        QTest::newRow("empty") << QByteArray("x.png") << QByteArray("image/png") << QByteArray();
        QTest::newRow("a program") << QByteArray("x.exe") << QByteArray("application/x-msdownload") << QByteArray("MZ");
        QTest::newRow("svg") << QByteArray("x.svg") << QByteArray("image/svg+xml") << QByteArray("<svg/>");
        QTest::newRow("png that is not") << QByteArray("x.png") << QByteArray("image/png") << QByteArray("GIF89a");
        QTest::newRow("jpeg that is not") << QByteArray("x.jpg") << QByteArray("image/jpeg") << QByteArray("\xff\xd9");
        QTest::newRow("text that is not")
            << QByteArray("x.txt") << QByteArray("text/plain") << QByteArray("\xff\xfe\x01");
        QTest::newRow("text with NUL") << QByteArray("x.txt") << QByteArray("text/plain") << QByteArray("a\0b", 3);
        QTest::newRow("over 5 MB") << QByteArray("x.txt") << QByteArray("text/plain") << QByteArray(5'000'001, 'a');
    }
    void drafts_that_are_not_taken()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, bytes);
        const auto refused = complain("x", "y", {file(name.toStdString(), type.toStdString(), bytes.toStdString())});
        QCOMPARE(refused.error().code, ErrorCode::InputInvalid);
        QVERIFY(must(rig_->ledger().tickets().of_order(order_no_)).empty());
    }

    void limits_of_a_draft()
    {
        QCOMPARE(complain("", "").error().code, ErrorCode::InputInvalid);
        QCOMPARE(complain("x", std::string(8'001, 'a')).error().code, ErrorCode::InputInvalid);
        QCOMPARE(complain(std::string(201, 'a'), "").error().code, ErrorCode::InputInvalid);
        QCOMPARE(complain("x", "", std::vector<EvidenceFile>(11, file("a.txt", "text/plain", "a"))).error().code,
                 ErrorCode::InputInvalid);
        TicketDraft draft;
        draft.order_no = an<OrderNo>("C20000101-0001");
        draft.reason = "x";
        QCOMPARE(rig_->run([&](Work &w) { return open_ticket(w, draft); }).error().code, ErrorCode::OrderNotFound);
        QVERIFY(complain("x", std::string(8'000, 'a'), {file("a.txt", "text/plain", std::string(5'000'000, 'a'))}));
    }

    void a_ticket_takes_thirty_files_in_all()
    {
        const std::vector<EvidenceFile> ten(10, file("a.txt", "text/plain", "a"));
        for (int i = 0; i < 3; ++i)
            QVERIFY(complain("x", "", ten));
        QCOMPARE(complain("x", "", {ten[0]}).error().code, ErrorCode::InputInvalid);
        const TicketNo ticket_no = must(complain("x", "")).ticket_no;
        QCOMPARE(must(rig_->ledger().tickets().evidence(ticket_no)).size(), std::size_t{30});
        QCOMPARE(must(rig_->ledger().tickets().entries(ticket_no)).size(), std::size_t{4});
    }

    void a_ticket_takes_fifty_messages_of_its_customer()
    {
        for (int i = 0; i < 50; ++i)
            QVERIFY(complain("x", "again"));
        QCOMPARE(complain("x", "again").error().code, ErrorCode::InputInvalid);
        const auto tickets = must(rig_->ledger().tickets().of_order(order_no_));
        QCOMPARE(tickets.size(), std::size_t{1});
        QCOMPARE(must(rig_->ledger().tickets().entries(tickets[0].ticket_no)).size(), std::size_t{50});
        // The desk still has a word.
        TicketDraft draft;
        draft.order_no = order_no_;
        draft.text = "called him";
        draft.actor = {Source::Admin, "olga"};
        QVERIFY(rig_->run([&](Work &work) { return open_ticket(work, draft); }));
        draft.actor.name = "wilma";
        QCOMPARE(rig_->run([&](Work &work) { return open_ticket(work, draft); }).error().code,
                 ErrorCode::OperatorNotPermitted);
    }

    void take_assign_reply_note_reject_reopen()
    {
        const TicketNo ticket_no = must(complain("多扣费", "电表走字不准")).ticket_no;
        const Ticket taken = must(step(ticket_no, "alice", take_ticket));
        QCOMPARE(taken.state, TicketState::InReview);
        QCOMPARE(taken.assigned_to, an<OperatorName>("alice"));
        const auto to_bob = [](Work &w, const TicketStep &s) { return assign_ticket(w, s, an<OperatorName>("bob")); };
        QCOMPARE(must(step(ticket_no, "alice", to_bob)).assigned_to, an<OperatorName>("bob"));
        const auto reply = [](Work &w, const TicketStep &s) { return reply_to_ticket(w, s, "Please wait"); };
        must(step(ticket_no, "bob", reply));
        QCOMPARE(rig_->notices(order_no_).back().kind, NoticeKind::TicketReply);
        QCOMPARE(rig_->notices(order_no_).back().values.at("reason"), std::string("Please wait"));
        const int told = static_cast<int>(rig_->notices(order_no_).size());
        const auto note = [](Work &w, const TicketStep &s) { return note_on_ticket(w, s, "among us"); };
        must(step(ticket_no, "bob", note));
        QCOMPARE(static_cast<int>(rig_->notices(order_no_).size()), told);
        const auto reject = [](Work &w, const TicketStep &s) { return reject_ticket(w, s, "The meter is right"); };
        const Ticket rejected = must(step(ticket_no, "bob", reject));
        QCOMPARE(rejected.state, TicketState::Rejected);
        QCOMPARE(rejected.decision, std::string("The meter is right"));
        QVERIFY(rejected.closed_at.has_value());
        QCOMPARE(rig_->notices(order_no_).back().kind, NoticeKind::ComplaintRejected);
        QCOMPARE(step(ticket_no, "bob", reject).error().code, ErrorCode::StateNotAllowed);
        const auto reopen = [](Work &w, const TicketStep &s) { return reopen_ticket(w, s, "new facts"); };
        const Ticket again = must(step(ticket_no, "alice", reopen));
        QCOMPARE(again.state, TicketState::InReview);
        QVERIFY(!again.closed_at);
        QCOMPARE(step(ticket_no, "alice", reopen).error().code, ErrorCode::StateNotAllowed);
        const auto audit = must(rig_->ledger().audit().page({}, "ticket."));
        QCOMPARE(audit.rows.size(), std::size_t{6});
    }

    void reject_needs_a_reason_and_takes_an_open_ticket_on_the_way()
    {
        const TicketNo ticket_no = must(complain("x", "")).ticket_no;
        const auto silent = [](Work &w, const TicketStep &s) { return reject_ticket(w, s, ""); };
        QCOMPARE(step(ticket_no, "alice", silent).error().code, ErrorCode::InputInvalid);
        const auto reject = [](Work &w, const TicketStep &s) { return reject_ticket(w, s, "no"); };
        QCOMPARE(must(step(ticket_no, "alice", reject)).assigned_to, an<OperatorName>("alice"));
    }

    void a_stale_version_conflicts_and_changes_nothing()
    {
        const Ticket seen = must(complain("x", ""));
        const TicketStep step_of_alice{seen.ticket_no, seen.version, an<OperatorName>("alice")};
        const TicketStep step_of_bob{seen.ticket_no, seen.version, an<OperatorName>("bob")};
        QVERIFY(rig_->run([&](Work &w) { return take_ticket(w, step_of_alice); }));
        const Ticket now = must(rig_->ledger().tickets().find(seen.ticket_no));
        QCOMPARE(rig_->run([&](Work &w) { return reject_ticket(w, step_of_bob, "no"); }).error().code,
                 ErrorCode::StoreConflict);
        QCOMPARE(must(rig_->ledger().tickets().find(seen.ticket_no)), now);
    }

    void rights()
    {
        const TicketNo ticket_no = must(complain("x", "")).ticket_no;
        QCOMPARE(step(ticket_no, "olga", take_ticket).error().code, ErrorCode::OperatorNotPermitted);
        QCOMPARE(step(ticket_no, "wilma", take_ticket).error().code, ErrorCode::OperatorNotPermitted);
        QCOMPARE(step(ticket_no, "nobody", take_ticket).error().code, ErrorCode::OperatorNotFound);
        const auto to_olga = [](Work &w, const TicketStep &s) { return assign_ticket(w, s, an<OperatorName>("olga")); };
        QCOMPARE(step(ticket_no, "alice", to_olga).error().code, ErrorCode::OperatorNotPermitted);
        QCOMPARE(must(rig_->ledger().tickets().find(ticket_no)).state, TicketState::Open);
    }

private:
    Result<Ticket> complain(const std::string &reason, const std::string &text, std::vector<EvidenceFile> evidence = {})
    {
        TicketDraft draft;
        draft.order_no = order_no_;
        draft.reason = reason;
        draft.text = text;
        draft.evidence = std::move(evidence);
        draft.actor = {Source::Customer, "M-1"};
        return rig_->run([&](Work &work) { return open_ticket(work, draft); });
    }

    // A step on the ticket as it is now.
    template<typename Step>
    Result<Ticket> step(const TicketNo &ticket_no, const std::string &by, Step change)
    {
        const Ticket seen = must(rig_->ledger().tickets().find(ticket_no));
        const TicketStep as_seen{ticket_no, seen.version, an<OperatorName>(by)};
        return rig_->run([&](Work &work) { return change(work, as_seen); });
    }

    std::unique_ptr<EngineRig> rig_;
    OrderNo order_no_;
};

QTEST_GUILESS_MAIN(TicketsTest)
#include "tickets_test.moc"
