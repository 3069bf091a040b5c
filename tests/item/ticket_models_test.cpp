// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QtTest>

#include "models/item/refund_plan.h"
#include "models/item/ticket_queue_model.h"
#include "models/item/timeline_model.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

const UtcTime noon = parse_iso8601("2026-11-23T04:00:00.000Z").value();

Currency cny()
{
    return Currency::from_code("CNY").value();
}

Money yuan(const char *text)
{
    return Money::from_text(text, cny()).value();
}

Ticket ticket(int number, Duration due_in, TicketState state = TicketState::Open)
{
    Ticket made;
    made.ticket_no = TicketNo::from_text("T-" + std::to_string(number)).value();
    made.state = state;
    made.opened_at = noon - std::chrono::minutes(number);
    made.due_at = noon + due_in;
    return made;
}

QStringList numbers(const TicketQueueModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row).data().toString().mid(2));
    return all;
}

FeeLine line(FeeKind kind, std::int64_t price_micro, const char *amount, UtcTime from, UtcTime to,
             std::int64_t energy_wh, Duration duration = {})
{
    FeeLine made;
    made.kind = kind;
    made.unit_price = UnitPrice{price_micro};
    made.from = from;
    made.to = to;
    made.period = 0;
    made.energy = EnergyMicroWh{energy_wh * 1'000'000};
    made.duration = duration;
    made.amount = yuan(amount);
    return made;
}

// The order of the target picture: 12.88 kWh at ¥0.85 and ¥0.45, ¥16.75.
OrderExplanation order_of_the_picture()
{
    OrderExplanation order;
    order.priced.lines = {line(FeeKind::Electricity, 850'000, "10.95", noon, noon + 1h, 12'880),
                          line(FeeKind::Service, 450'000, "5.80", noon, noon + 1h, 12'880)};
    order.paid = yuan("16.75");
    order.refundable = yuan("16.75");
    return order;
}

Health finding(HealthFlag flag, UtcTime from, UtcTime to, std::int64_t expected, std::int64_t measured)
{
    Health health;
    HealthFinding found;
    found.flag = flag;
    found.from = from;
    found.to = to;
    found.expected = EnergyWh{expected};
    found.measured = EnergyWh{measured};
    health.findings[static_cast<std::size_t>(flag)] = found;
    return health;
}

void check_sums(const RefundPlan &plan)
{
    std::int64_t paid = 0;
    std::int64_t refunded = 0;
    std::int64_t now = 0;
    std::int64_t remains = 0;
    for (const RefundPlanItem &item : plan.items) {
        paid += item.paid.minor();
        refunded += item.refunded.minor();
        now += item.now.minor();
        remains += item.remains.minor();
        QVERIFY(!item.remains.is_negative());
    }
    QCOMPARE(paid, plan.paid.minor());
    QCOMPARE(refunded, plan.refunded.minor());
    QCOMPARE(now, plan.now.minor());
    QCOMPARE(remains, plan.remains.minor());
}

}  // namespace

class TicketModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queue_keeps_rows_over_a_refresh()
    {
        TicketQueueModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set_now(noon);
        model.synchronise({ticket(1, 10min), ticket(2, 20min), ticket(3, 30min)}, {});
        QPersistentModelIndex second(model.index(1));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        Ticket later = ticket(1, 50min);
        model.synchronise({ticket(4, 5min), ticket(2, 20min), ticket(3, 30min), later}, {});
        QCOMPARE(numbers(model),
                 QStringList({QStringLiteral("4"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("1")}));
        QVERIFY(second.isValid());
        QCOMPARE(second.row(), 1);
        QCOMPARE(resets.size(), 0);
        model.synchronise({}, {});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!second.isValid());
    }

    void queue_puts_and_removes_single_rows()
    {
        TicketQueueModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.synchronise({ticket(1, 10min), ticket(2, 20min), ticket(3, 30min)}, {});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        Ticket same_place = ticket(2, 20min, TicketState::InReview);
        model.put(same_place);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(moved.size(), 0);
        model.put(ticket(1, 25min));
        QCOMPARE(moved.size(), 1);
        QCOMPARE(numbers(model), QStringList({QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("3")}));
        model.put(ticket(9, 1min));
        QCOMPARE(numbers(model).first(), QStringLiteral("9"));
        model.put(ticket(3, 2min));
        QCOMPARE(numbers(model),
                 QStringList({QStringLiteral("9"), QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1")}));
        model.remove(ticket(3, 2min).ticket_no);
        QCOMPARE(model.row_of(ticket(3, 2min).ticket_no), -1);
        QCOMPARE(model.rowCount(), 3);
    }

    void queue_pages_by_key()
    {
        TicketQueueModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy wanted(&model, &TicketQueueModel::moreWanted);
        model.synchronise({ticket(1, 10min), ticket(2, 20min)}, "key-2");
        wanted.clear();  // the tester may have asked already
        model.stop_fetching();
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toByteArray(), QByteArray("key-2"));
        QVERIFY(!model.canFetchMore({}));  // not twice for the same page
        // A ticket that stands behind what has been read comes with its page.
        model.put(ticket(7, 70min));
        QCOMPARE(model.rowCount(), 2);
        model.append({ticket(2, 20min), ticket(3, 30min)}, {});
        QCOMPARE(numbers(model), QStringList({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
        QVERIFY(!model.canFetchMore({}));
    }

    void due_times_have_tones()
    {
        QCOMPARE(due_state(ticket(1, -1min), noon), DueState::Overdue);
        QCOMPARE(due_state(ticket(1, 12min), noon), DueState::Pressing);
        QCOMPARE(due_state(ticket(1, 38min), noon), DueState::Soon);
        QCOMPARE(due_state(ticket(1, 2h), noon), DueState::Later);
        QCOMPARE(due_state(ticket(1, -1min, TicketState::Resolved), noon), DueState::Ended);
        TicketQueueModel model;
        model.set_now(noon);
        model.synchronise({ticket(1, 38min)}, {});
        QCOMPARE(model.index(0).data(CellRole::tone).toInt(), static_cast<int>(Tone::Warn));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.set_now(noon + 20min);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(0).data(CellRole::tone).toInt(), static_cast<int>(Tone::Bad));
    }

    void timeline_merges_by_time()
    {
        TicketDossier dossier;
        OrderLogEntry started;
        started.at = noon - 50min;
        OrderLogEntry paid;
        paid.at = noon - 10min;
        dossier.order_log = {started, paid};
        dossier.entries = {
            {.ticket_no = {}, .at = noon - 5min, .kind = TicketEntryKind::Message, .actor = {}, .text = "too much"}};
        Refund refund;
        refund.created_at = noon - 3min;
        refund.decided_at = noon - 2min;
        refund.approval = ApprovalState::Approved;
        refund.posted_at = noon - 1min;
        dossier.order.emplace().refunds = {refund};
        Notice notice;
        notice.at = noon - 1min;
        dossier.notices = {notice};
        const std::vector<TimelineItem> items = timeline_of(dossier);
        QCOMPARE(items.size(), std::size_t{7});
        QVERIFY(std::is_sorted(items.begin(), items.end(),
                               [](const TimelineItem &a, const TimelineItem &b) { return a.at < b.at; }));
        QVERIFY(std::holds_alternative<TicketEntry>(items[2].what));
        QCOMPARE(std::get<RefundMoment>(items[5].what).kind, RefundMoment::Kind::Posted);
        QVERIFY(std::holds_alternative<Notice>(items[6].what));  // the money first, then the word

        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set_items({items.begin(), items.begin() + 4});
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.set_items(items);
        QCOMPARE(removed.size(), 0);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][1].toInt(), 4);
        model.set_items({});
        QCOMPARE(model.rowCount(), 0);
    }

    void meter_excess_is_priced_item_by_item()
    {
        const OrderExplanation order = order_of_the_picture();
        const RefundPlan empty = empty_refund_plan(order).value();
        check_sums(empty);
        const auto plan = plan_meter_excess(empty, order,
                                            finding(HealthFlag::MeterFast, noon + 20min, noon + 38min, 9'530, 12'880));
        QVERIFY(plan.has_value());
        check_sums(*plan);
        QCOMPARE(plan->items[0].now, yuan("2.85"));  // 3.35 kWh · 0.85 = 2.8475
        QCOMPARE(plan->items[1].now, yuan("1.51"));  // 3.35 kWh · 0.45 = 1.5075
        QCOMPARE(plan->now, yuan("4.36"));
        QCOMPARE(plan->remains, yuan("12.39"));
        QCOMPARE(plan->items[0].energy_back, EnergyMicroWh{3'350'000'000});
    }

    void meter_excess_is_split_at_the_period()
    {
        OrderExplanation order;
        order.priced.lines = {line(FeeKind::Electricity, 800'000, "8.00", noon, noon + 30min, 10'000),
                              line(FeeKind::Electricity, 1'200'000, "12.00", noon + 30min, noon + 1h, 10'000)};
        order.paid = order.refundable = yuan("20.00");
        const RefundPlan empty = empty_refund_plan(order).value();
        // 10 minutes before the change of price and 20 after it: 1 kWh and 2 kWh.
        const auto plan = plan_meter_excess(empty, order,
                                            finding(HealthFlag::MeterFast, noon + 20min, noon + 50min, 7'000, 10'000));
        QVERIFY(plan.has_value());
        QCOMPARE(plan->items[0].now, yuan("0.80"));
        QCOMPARE(plan->items[1].now, yuan("2.40"));
        check_sums(*plan);
    }

    void an_excess_never_exceeds_what_remains()
    {
        OrderExplanation order = order_of_the_picture();
        order.refundable = yuan("3.00");
        const RefundPlan empty = empty_refund_plan(order).value();
        check_sums(empty);
        QCOMPARE(empty.refunded, yuan("13.75"));
        const auto plan = plan_meter_excess(empty, order,
                                            finding(HealthFlag::MeterFast, noon + 20min, noon + 38min, 9'530, 12'880));
        QVERIFY(plan.has_value());
        QCOMPARE(plan->now, yuan("3.00"));
        QVERIFY(plan->remains.is_zero());
        check_sums(*plan);
    }

    void phantom_gives_back_time_and_parking_alone()
    {
        OrderExplanation order = order_of_the_picture();
        order.priced.lines.push_back(line(FeeKind::Time, 6'000'000, "6.00", noon, noon + 1h, 0, 1h));
        order.paid = order.refundable = yuan("22.75");
        const RefundPlan empty = empty_refund_plan(order).value();
        const auto plan = plan_phantom_time(empty, order,
                                            finding(HealthFlag::Phantom, noon + 50min, noon + 70min, 800, 0));
        QVERIFY(plan.has_value());
        QCOMPARE(plan->now, yuan("1.00"));  // ten of the twenty minutes were billed
        QVERIFY(plan->items[0].now.is_zero());
        QCOMPARE(plan->items[2].duration_back, Duration(10min));
        check_sums(*plan);
        // Energy alone was billed: there is nothing to give back.
        const OrderExplanation energy_only = order_of_the_picture();
        QVERIFY(!plan_phantom_time(empty_refund_plan(energy_only).value(), energy_only,
                                   finding(HealthFlag::Phantom, noon, noon + 20min, 800, 0)));
    }

    void own_amounts_are_allocated_exactly_data()
    {
        QTest::addColumn<int>("minor");
        for (const int minor : {1, 2, 3, 5, 436, 999, 1674, 1675})
            QTest::addRow("%d", minor) << minor;
    }
    void own_amounts_are_allocated_exactly()
    {
        QFETCH(int, minor);
        const RefundPlan empty = empty_refund_plan(order_of_the_picture()).value();
        const auto plan = plan_amount(empty, Money::from_minor(minor, cny()).value());
        QVERIFY(plan.has_value());
        QCOMPARE(plan->now.minor(), std::int64_t{minor});
        check_sums(*plan);
    }

    void amounts_out_of_bounds_are_refused()
    {
        const RefundPlan empty = empty_refund_plan(order_of_the_picture()).value();
        QCOMPARE(plan_amount(empty, yuan("16.76")).error().code, ErrorCode::RefundExceedsPaid);
        QCOMPARE(plan_amount(empty, yuan("0.00")).error().code, ErrorCode::MoneyNotPositive);
        QCOMPARE(plan_amount(empty, yuan("-1.00")).error().code, ErrorCode::MoneyNotPositive);
    }

    void a_debt_and_a_price_limit_lower_the_items()
    {
        OrderExplanation order = order_of_the_picture();
        FeeLine limit = line(FeeKind::PriceLimit, 0, "-1.75", noon, noon + 1h, 0);
        limit.period = -1;
        order.priced.lines.push_back(limit);
        order.paid = yuan("10.00");  // ¥15.00 by the limit, ¥5.00 still owed
        order.refundable = yuan("10.00");
        const RefundPlan empty = empty_refund_plan(order).value();
        QCOMPARE(empty.items.size(), std::size_t{2});
        check_sums(empty);
        QCOMPARE(empty.remains, yuan("10.00"));
    }
};

QTEST_GUILESS_MAIN(TicketModelsTest)
#include "ticket_models_test.moc"
