// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/desk_contract.h"

#include <set>

#include <QCryptographicHash>

#include "tests/store/contract/samples.h"

namespace aftercharge {

using namespace samples;

template<typename Work>
Result<void> DeskContract::write(Work work)
{
    return commit(store_->ledger(), work);
}

void DeskContract::keeps_places()
{
    const Station station{id<StationId>("S-1"), "人民广场", "Asia/Shanghai"};
    ChargePoint point = charge_point("CP-1", "S-1");
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.registry().add_charge_point(point); }),
                 ErrorCode::StationNotFound);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.registry().put_station(station); }));
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.registry().add_charge_point(point); }));
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.registry().add_charge_point(point); }),
                 ErrorCode::ChargePointExists);
    QVERIFY(ledger().reader().registry().charge_point(point.id).value() == point);
    point.firmware = "1.2";
    point.last_boot_at = at(5);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.registry().update_charge_point(point); }));
    QVERIFY((ledger().reader().registry().charge_points().value() == std::vector{point}));
    const Station renamed{station.id, "People's Square", "Asia/Shanghai"};
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.registry().put_station(renamed); }));
    QVERIFY((ledger().reader().registry().stations().value() == std::vector{renamed}));
    QVERIFY(ledger().reader().registry().station(station.id).value() == renamed);
    EXPECT_ERROR(ledger().reader().registry().station(id<StationId>("S-2")), ErrorCode::StationNotFound);
    EXPECT_ERROR(ledger().reader().registry().charge_point(id<ChargePointId>("X")), ErrorCode::ChargePointNotFound);
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.registry().update_charge_point(charge_point("X", "S-1")); }),
                 ErrorCode::ChargePointNotFound);
    const Network network = ledger().reader().registry().network().value();
    QCOMPARE(network.name, std::string("Test"));
    QCOMPARE(network.time_zone, std::string("Asia/Shanghai"));
}

void DeskContract::keeps_members_and_cards()
{
    const Member first = member("M-1", "CARD-1");
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.registry().add_member(first); }));
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.registry().add_member(first); }), ErrorCode::MemberExists);
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.registry().add_member(member("M-2", "CARD-1")); }),
                 ErrorCode::MemberExists);
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.registry().add_member(member("M-2", "card-1")); }),
                 ErrorCode::MemberExists);
    QVERIFY(ledger().reader().registry().member_by_tag(id<IdTag>("Card-1")).value() == first);
    Member plain = member("M-3", "CARD-3");
    plain.prepay.reset();
    plain.name = "Ann";
    plain.phone.clear();
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.registry().add_member(plain); }));
    RegistryReader &registry = ledger().reader().registry();
    QVERIFY(registry.member(first.id).value() == first);
    QVERIFY(registry.member(plain.id).value() == plain);
    QVERIFY(registry.member_by_tag(first.id_tags[1]).value() == first);
    QVERIFY(!registry.member_by_tag(id<IdTag>("NONE")).value().has_value());
    QVERIFY((registry.members("", 10).value() == std::vector{first, plain}));
    QVERIFY((registry.members("小明", 10).value() == std::vector{first}));
    QVERIFY((registry.members("ann", 10).value() == std::vector{plain}));
    QVERIFY((registry.members("138 0000", 10).value() == std::vector{first}));
    QVERIFY((registry.members("card-3-app", 10).value() == std::vector{plain}));
    QCOMPARE(registry.members("", 1).value().size(), std::size_t{1});
    EXPECT_ERROR(registry.member(id<MemberId>("M-2")), ErrorCode::MemberNotFound);
}

void DeskContract::keeps_every_version_of_a_tariff()
{
    StoredTariff tariff{id<TariffId>("T-1"), 99, cny(), "{\"price\":1}", at()};
    const auto put = [&] { return write([&](UnitOfWork &u) { return u.registry().put_tariff(tariff); }); };
    REQUIRE_OK(put());
    REQUIRE_OK(put());  // the same again is no change
    tariff.json = "{\"price\":2}";
    REQUIRE_OK(put());
    RegistryReader &registry = ledger().reader().registry();
    QCOMPARE(registry.tariff(tariff.id).value().version, 2);
    QCOMPARE(registry.tariff(tariff.id).value().json, tariff.json);
    QCOMPARE(registry.tariff(tariff.id, 1).value().json, std::string("{\"price\":1}"));
    QCOMPARE(registry.tariffs().value().size(), std::size_t{1});
    EXPECT_ERROR(registry.tariff(tariff.id, 3), ErrorCode::TariffNotFound);
    EXPECT_ERROR(registry.tariff(id<TariffId>("T-2")), ErrorCode::TariffNotFound);
    QVERIFY(store_->raw_sql(QStringLiteral("UPDATE tariff SET json = '{}'")).has_value());
}

void DeskContract::keeps_operators_and_tokens()
{
    Operator person{id<OperatorName>("li"), "李", Role::Supervisor, yuan("500.00"), false, at(), 0};
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.registry().add_operator(person); }));
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.registry().add_operator(person); }), ErrorCode::OperatorExists);
    Operator stale = person;
    person.approval_limit.reset();
    person.disabled = true;
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.registry().update_operator(person); }));
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.registry().update_operator(stale); }), ErrorCode::StoreConflict);
    QVERIFY(ledger().reader().registry().find_operator(person.name).value() == person);
    QVERIFY((ledger().reader().registry().operators().value() == std::vector{person}));
    EXPECT_ERROR(ledger().reader().registry().find_operator(id<OperatorName>("x")), ErrorCode::OperatorNotFound);

    const AccessToken token{std::string(31, '\xfe') + '\0', id<OrderNo>("C1"), "", at(), at(1000)};
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.registry().add_token(token); }));
    const auto found = ledger().reader().registry().token(token.sha256).value();
    QVERIFY(found && found->sha256 == token.sha256 && found->order_no == token.order_no && found->desk.empty() &&
            found->issued_at == token.issued_at && found->expires_at == token.expires_at);
    QVERIFY(!ledger().reader().registry().token(std::string(32, 'x')).value().has_value());
}

void DeskContract::keeps_tickets_and_their_timeline()
{
    Ticket mine = ticket("T-1", "C1", 1000);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.tickets().insert(mine); }));
    Ticket stale = mine;
    mine.state = TicketState::Resolved;
    mine.assigned_to = id<OperatorName>("li");
    mine.closed_at = at(9);
    mine.decision = "退款 ¥2.94";
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.tickets().update(mine); }));
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.tickets().update(stale); }), ErrorCode::StoreConflict);
    QVERIFY(ledger().reader().tickets().find(mine.ticket_no).value() == mine);
    EXPECT_ERROR(ledger().reader().tickets().find(id<TicketNo>("T-9")), ErrorCode::TicketNotFound);
    QVERIFY((ledger().reader().tickets().of_order(mine.order_no).value() == std::vector{mine}));
    std::vector<TicketEntry> entries;
    for (int i = 0; i < 3; ++i) {
        entries.push_back(
            {mine.ticket_no, at(), TicketEntryKind::Message, {Source::Customer, "M-1"}, std::to_string(i)});
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.tickets().append_entry(entries.back()); }));
    }
    QVERIFY(ledger().reader().tickets().entries(mine.ticket_no).value() == entries);
    QVERIFY(store_->raw_sql(QStringLiteral("UPDATE cs_ticket_entry SET text = ''")).has_value());
    QVERIFY(store_->raw_sql(QStringLiteral("DELETE FROM cs_ticket_entry")).has_value());
    Ticket same_connector = ticket("T-2", "C2", 2000);
    same_connector.member_id = id<MemberId>("M-9");
    Ticket elsewhere = ticket("T-3", "C3", 3000);
    elsewhere.member_id = id<MemberId>("M-8");
    elsewhere.connector.connector_id = 2;
    for (const Ticket &t : {same_connector, elsewhere})
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.tickets().insert(t); }));
    QVERIFY((ledger().reader().tickets().earlier(mine, 10).value() == std::vector{same_connector}));
}

void DeskContract::pages_and_counts_tickets()
{
    REQUIRE_OK(write([&](UnitOfWork &u) -> Result<void> {
        for (int i = 0; i < 12; ++i) {
            Ticket t = ticket("T-" + std::to_string(100 + i), "C1", i < 6 ? 0 : 7'200'000);
            if (i == 0)
                t.state = TicketState::Closed;
            if (i == 1)
                t.state = TicketState::WaitingApproval;
            if (i >= 10)
                t.assigned_to = id<OperatorName>("li");
            if (auto done = u.tickets().insert(t); !done)
                return done;
        }
        return {};
    }));
    TicketReader &tickets = ledger().reader().tickets();
    const TicketCounts counts = tickets.counts(id<OperatorName>("li"), at()).value();
    QCOMPARE(counts.open, 11);
    QCOMPARE(counts.unassigned, 9);
    QCOMPARE(counts.mine, 2);
    QCOMPARE(counts.waiting_approval, 1);
    QCOMPARE(counts.due_soon, 5);
    TicketQuery query;
    query.page.limit = 4;
    std::set<std::string> seen;
    do {
        const auto page = tickets.page(query);
        REQUIRE_OK(page);
        for (const Ticket &t : page->rows)
            QVERIFY(seen.insert(t.ticket_no.text()).second);
        query.page.after = page->next;
    } while (!query.page.after.empty());
    QCOMPARE(seen.size(), std::size_t{11});
    const auto count = [&](TicketQuery q) { return tickets.page(q).value().rows.size(); };
    QCOMPARE(count(with<TicketQuery>([&](TicketQuery &q) { q.scope = TicketQuery::Scope::All; })), std::size_t{12});
    QCOMPARE(count(with<TicketQuery>([&](TicketQuery &q) { q.scope = TicketQuery::Scope::Closed; })), std::size_t{1});
    QCOMPARE(count(with<TicketQuery>([&](TicketQuery &q) { q.assigned_to = id<OperatorName>("li"); })), std::size_t{2});
    QCOMPARE(count(with<TicketQuery>([&](TicketQuery &q) { q.assigned_to = OperatorName(); })), std::size_t{9});
    QCOMPARE(count(with<TicketQuery>([&](TicketQuery &q) { q.state = TicketState::WaitingApproval; })), std::size_t{1});
    QCOMPARE(count(with<TicketQuery>([&](TicketQuery &q) { q.text = "T-111"; })), std::size_t{1});
    QCOMPARE(count(with<TicketQuery>([&](TicketQuery &q) { q.text = "走字"; })), std::size_t{11});
}

void DeskContract::keeps_evidence()
{
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.tickets().insert(ticket("T-1", "C1", 0)); }));
    Evidence photo;
    photo.id = uuid(1);
    photo.ticket_no = id<TicketNo>("T-1");
    photo.name = "meter.jpg";
    photo.media_type = "image/jpeg";
    photo.bytes = std::string(100'000, '\0') + "\xff";
    photo.sha256 =
        QCryptographicHash::hash(QByteArray::fromStdString(photo.bytes), QCryptographicHash::Sha256).toStdString();
    photo.size_bytes = static_cast<std::int64_t>(photo.bytes.size());
    photo.added_at = at();
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.tickets().add_evidence(photo); }));
    QVERIFY(ledger().reader().tickets().evidence_file(photo.id).value() == photo);
    Evidence listed = photo;
    listed.bytes.clear();
    QVERIFY((ledger().reader().tickets().evidence(photo.ticket_no).value() == std::vector{listed}));
    Evidence wrong = photo;
    wrong.id = uuid(2);
    wrong.bytes += 'x';
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.tickets().add_evidence(wrong); }), ErrorCode::InputInvalid);
    EXPECT_ERROR(ledger().reader().tickets().evidence_file(uuid(2)), ErrorCode::TicketNotFound);
}

void DeskContract::keeps_refunds_by_version()
{
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.orders().insert(settled_order("C1", "20.00", "0.00")); }));
    Refund mine = refund("R1", "C1", "3.00", 1);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.refunds().insert(mine); }));
    Refund stale = mine;
    mine.approval = ApprovalState::Approved;
    mine.approved_by = id<OperatorName>("wang");
    mine.decided_at = at(7);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.refunds().update(mine); }));
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.refunds().update(stale); }), ErrorCode::StoreConflict);
    RefundReader &refunds = ledger().reader().refunds();
    QVERIFY(refunds.find(mine.refund_no).value() == mine);
    EXPECT_ERROR(refunds.find(id<RefundNo>("R9")), ErrorCode::RefundNotFound);
    const Refund second = refund("R2", "C1", "1.00", 2);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.refunds().insert(second); }));
    QVERIFY((refunds.of_order(mine.order_no).value() == std::vector{mine, second}));
    QVERIFY((refunds.page({}).value().rows == std::vector{second, mine}));
    QCOMPARE(refunds.page(with<RefundQuery>([&](RefundQuery &q) { q.approval = ApprovalState::Waiting; }))
                 .value()
                 .rows.size(),
             std::size_t{1});
    QCOMPARE(
        refunds.page(with<RefundQuery>([&](RefundQuery &q) { q.status = RefundStatus::Success; })).value().rows.size(),
        std::size_t{0});
    QCOMPARE(refunds.page(with<RefundQuery>([&](RefundQuery &q) { q.text = "r2"; })).value().rows.size(),
             std::size_t{1});
    QCOMPARE(refunds.waiting_approval().value(), 1);
    QVERIFY(ledger().reader().audit().verify({}).value().intact);
}

void DeskContract::refuses_refunds_above_what_was_paid()
{
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.orders().insert(settled_order("C1", "20.00", "5.00")); }));
    const auto insert = [&](const Refund &r) { return write([&](UnitOfWork &u) { return u.refunds().insert(r); }); };
    EXPECT_ERROR(insert(refund("R1", "C1", "15.01", 1)), ErrorCode::RefundExceedsPaid);
    EXPECT_ERROR(insert(refund("R1", "C1", "0.00", 1)), ErrorCode::MoneyNotPositive);
    Refund first = refund("R1", "C1", "10.00", 1);
    REQUIRE_OK(insert(first));
    EXPECT_ERROR(insert(refund("R2", "C1", "5.01", 2)), ErrorCode::RefundExceedsPaid);
    const auto raw = store_->raw_sql(QStringLiteral("UPDATE payment_refund SET amount_minor = 1501"));
    QVERIFY(raw && raw->code == ErrorCode::StoreRule);
    // What was sent back holds nothing any more.
    first.approval = ApprovalState::SentBack;
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.refunds().update(first); }));
    REQUIRE_OK(insert(refund("R2", "C1", "15.00", 2)));
    first.approval = ApprovalState::Waiting;
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.refunds().update(first); }), ErrorCode::RefundExceedsPaid);
    QVERIFY(store_->raw_sql(QStringLiteral("DELETE FROM payment_refund")).has_value());
}

void DeskContract::refuses_a_second_approval()
{
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.orders().insert(settled_order("C1", "20.00", "0.00")); }));
    const Refund mine = refund("R1", "C1", "3.00", 1);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.refunds().insert(mine); }));
    const auto approve = [&](const char *by, const Money &amount) {
        return write(
            [&](UnitOfWork &u) { return u.refunds().approve(mine.refund_no, id<OperatorName>(by), amount, at()); });
    };
    EXPECT_ERROR(approve("wang", yuan("3.01")), ErrorCode::RefundChanged);
    REQUIRE_OK(approve("wang", yuan("3.00")));
    EXPECT_ERROR(approve("wang", yuan("3.00")), ErrorCode::RefundAlreadyDecided);
    EXPECT_ERROR(approve("zhao", yuan("3.00")), ErrorCode::RefundAlreadyDecided);
    for (const char *sql :
         {"INSERT INTO payment_refund_approval SELECT refund_no, 'zhao', currency, amount_minor, at, 0, 999 FROM "
          "payment_refund_approval",
          "UPDATE payment_refund_approval SET approved_by = 'zhao'", "DELETE FROM payment_refund_approval",
          "UPDATE payment_refund SET amount_minor = 299", "UPDATE payment_refund_log SET version = 9"}) {
        const auto refused = store_->raw_sql(QString::fromLatin1(sql));
        QVERIFY2(refused && refused->code == ErrorCode::StoreRule, sql);
    }
}

void DeskContract::leases_effects()
{
    Effect effect;
    effect.id = uuid(1);
    effect.key = "R1";
    effect.payload = "负载";
    effect.actor = {Source::Admin, "li"};
    effect.created_at = effect.due_at = at(1000);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.outbox().add(effect); }));
    Effect same_key = effect;
    same_key.id = uuid(2);
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.outbox().add(same_key); }), ErrorCode::StoreRule);
    std::vector<Effect> leased;
    const auto lease = [&](std::int64_t now, EffectKind kind = EffectKind::PostRefund) {
        leased.clear();
        return write([&](UnitOfWork &u) {
            return u.outbox().lease(kind, at(now), "worker", at(now + 500), 10).map([&](const std::vector<Effect> &e) {
                leased = e;
            });
        });
    };
    REQUIRE_OK(lease(999));
    QCOMPARE(leased.size(), std::size_t{0});
    REQUIRE_OK(lease(1000, EffectKind::ChargePointCommand));
    QCOMPARE(leased.size(), std::size_t{0});
    REQUIRE_OK(lease(1000));
    QCOMPARE(leased.size(), std::size_t{1});
    QVERIFY(leased[0].id == effect.id && leased[0].payload == effect.payload && leased[0].actor == effect.actor);
    REQUIRE_OK(lease(1499));
    QCOMPARE(leased.size(), std::size_t{0});
    REQUIRE_OK(lease(1500));  // the lease ran out
    QCOMPARE(leased.size(), std::size_t{1});
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.outbox().failed(effect.id, "no answer", at(3000)); }));
    QCOMPARE(ledger().reader().outbox().find(effect.id).value()->last_error, std::string("no answer"));
    REQUIRE_OK(lease(2999));
    QCOMPARE(leased.size(), std::size_t{0});
    REQUIRE_OK(lease(3000));
    QCOMPARE(leased.size(), std::size_t{1});
    QCOMPARE(ledger().reader().outbox().waiting().value(), 1);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.outbox().done(effect.id, at(3001), "refused"); }));
    QCOMPARE(ledger().reader().outbox().waiting().value(), 0);
    const auto done = ledger().reader().outbox().find(effect.id).value();
    QVERIFY(done && done->done_at == at(3001) && done->last_error == "refused");
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.outbox().done(effect.id, at(3002), ""); }),
                 ErrorCode::StoreConflict);
    QVERIFY(!ledger().reader().outbox().find(uuid(9)).value().has_value());
}

void DeskContract::tells_notices_in_order()
{
    std::vector<Notice> notices;
    for (int number : {5, 2, 9}) {
        notices.push_back({uuid(number),
                           NoticeKind::FaultStopReturned,
                           id<MemberId>("M-1"),
                           id<OrderNo>("C1"),
                           at(static_cast<int>(notices.size())),
                           {{"amount", "2.94"}, {"reason", "枪头\"过温\""}}});
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.outbox().add_notice(notices.back()); }));
    }
    OutboxReader &outbox = ledger().reader().outbox();
    QVERIFY(outbox.notices(id<OrderNo>("C1")).value() == notices);
    QVERIFY(outbox.notices_since({}, 10).value() == notices);
    QVERIFY((outbox.notices_since(notices[1].at, 1).value() == std::vector{notices[1]}));
    QVERIFY(outbox.notices_since(notices.back().at + std::chrono::seconds(1), 10).value().empty());
    QVERIFY(store_->raw_sql(QStringLiteral("DELETE FROM notice")).has_value());
}

void DeskContract::pages_the_audit_log()
{
    REQUIRE_OK(write([&](UnitOfWork &u) -> Result<void> {
        for (int i = 0; i < 30; ++i) {
            const AuditEntry entry{at(i / 10),       {Source::Admin, "li"},   "refund.approve",
                                   "payment_refund", "R" + std::to_string(i), "批准"};
            if (auto done = u.audit().append(entry); !done)
                return done;
        }
        return {};
    }));
    PageRequest request{{}, 7, true};
    std::set<std::string> seen;
    UtcTime last = at(99);
    do {
        const auto page = ledger().reader().audit().page(request, "");
        REQUIRE_OK(page);
        for (const AuditEntry &entry : page->rows) {
            QVERIFY(seen.insert(entry.entity_id).second);
            QVERIFY(entry.at <= last);
            last = entry.at;
        }
        request.after = page->next;
    } while (!request.after.empty());
    QCOMPARE(seen.size(), std::size_t{30});
    QCOMPARE(ledger().reader().audit().page({}, "R29").value().rows.size(), std::size_t{1});
    QCOMPARE(ledger().reader().audit().chain_length().value(), 30);
    EXPECT_ERROR(ledger().reader().audit().verify([](std::int64_t, std::int64_t) { return false; }),
                 ErrorCode::Cancelled);
}

}  // namespace aftercharge
