// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "app/ctl/command_line.h"
#include "app/ctl/curve_records.h"
#include "app/ctl/order_record.h"
#include "app/ctl/output.h"
#include "app/ctl/wait.h"
#include "models/workflow/command_charge_point.h"
#include "models/workflow/list_orders.h"

namespace aftercharge::ctl {
namespace {

constexpr std::chrono::seconds answer_time{15};
// An accepted start becomes an order when the vehicle is ready; nobody waits for a driver.
constexpr std::chrono::seconds order_time{5};
constexpr int page_limit = 256;

struct ListOptions {
    std::optional<OrderState> state;
    int limit = 1000;
};

struct StartOptions {
    std::string connector;
    MemberId member_id;
};

struct CurveOptions {
    OrderNo order_no;
    bool as_csv = false;
};

// Fee and energy of a running session as the engine last wrote them.
Result<ChargingOrder> with_progress(Work &work, ChargingOrder order)
{
    if (order.state != OrderState::Charging)
        return order;
    const auto progress = work.telemetry.reader().progress(order.order_no);
    if (!progress)
        return pass_on(progress);
    if (*progress) {
        order.fee = (*progress)->fee;
        order.energy = (*progress)->energy.value_or(order.energy);
    }
    return order;
}

Result<void> list(Context &context, const ListOptions &options)
{
    Records records;
    OrderQuery query;
    query.state = options.state;
    query.page.limit = std::min(options.limit, page_limit);
    while (static_cast<int>(records.size()) < options.limit) {
        const auto page = list_orders(context.work().ledger.reader(), context.work().telemetry.reader(), query);
        if (!page)
            return pass_on(page);
        for (const ChargingOrder &stored : page->rows) {
            const auto order = with_progress(context.work(), stored);
            if (!order)
                return pass_on(order);
            if (static_cast<int>(records.size()) < options.limit)
                records.push_back(session_record(*order));
        }
        if (page->next.empty())
            break;
        query.page.after = page->next;
    }
    context.show(records);
    return {};
}

// What the charge point answered, once the process with its socket has written it.
Result<void> wait_for_answer(Context &context, const Uuid &id)
{
    std::string refusal;
    const auto answered = wait_until(answer_time, [&]() -> Result<bool> {
        const auto effect = context.work().ledger.reader().outbox().find(id);
        if (!effect)
            return pass_on(effect);
        if (!*effect || !(*effect)->done_at)
            return false;
        refusal = (*effect)->last_error;
        return true;
    });
    if (!answered)
        return pass_on(answered);
    if (!*answered)
        return fail(ErrorCode::CommandTimeout, "nobody passed it on within 15 s: is aftercharged running?");
    if (refusal.empty())
        return {};
    const std::size_t colon = refusal.find(':');
    const auto code = code_from_text(refusal.substr(0, colon));
    if (!code)
        return fail(ErrorCode::CommandRejected, refusal);
    const std::size_t detail = colon == std::string::npos ? refusal.size() : refusal.find_first_not_of(": ", colon);
    return fail(*code, detail == std::string::npos ? std::string() : refusal.substr(detail));
}

Result<ConnectorId> connector_of(const std::string &text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos)
        return fail(ErrorCode::InputInvalid, "a connector is CHARGE_POINT/NUMBER");
    const auto point = ChargePointId::from_text(text.substr(0, slash));
    if (!point)
        return pass_on(point);
    int number = 0;
    const char *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data() + slash + 1, end, number);
    if (error != std::errc{} || rest != end)
        return fail(ErrorCode::InputInvalid, "a connector is CHARGE_POINT/NUMBER");
    return ConnectorId{*point, number};
}

Result<void> start(Context &context, const StartOptions &options)
{
    const auto actor = context.anybody();
    if (!actor)
        return pass_on(actor);
    const auto connector = connector_of(options.connector);
    if (!connector)
        return pass_on(connector);
    const auto id = request_start(context.work(), *connector, options.member_id, *actor);
    if (!id)
        return pass_on(id);
    if (auto answered = wait_for_answer(context, *id); !answered)
        return answered;
    OrderNo order_no;
    const auto running = wait_until(order_time, [&]() -> Result<bool> {
        const auto order = context.work().ledger.reader().orders().running_on(*connector);
        if (!order)
            return pass_on(order);
        if (*order)
            order_no = (*order)->order_no;
        return order->has_value();
    });
    if (!running)
        return pass_on(running);
    Record record;
    record.add("command_id", *id).add("answer", "ACCEPTED").add("order_no", order_no);
    context.show(record);
    return {};
}

Result<void> stop(Context &context, const OrderNo &order_no)
{
    const auto actor = context.anybody();
    if (!actor)
        return pass_on(actor);
    const auto outcome = context.decide(decision::StopCharging{order_no}, *OperatorName::from_text(actor->name));
    if (!outcome)
        return pass_on(outcome);
    const auto id = Uuid::from_text(*outcome);
    if (!id)
        return pass_on(id);
    // What was handed in was answered when the charge point did.
    if (auto answered = context.hands_in() ? Result<void>() : wait_for_answer(context, *id); !answered)
        return answered;
    Record record;
    record.add("command_id", *id).add("answer", "ACCEPTED").add("order_no", order_no);
    context.show(record);
    return {};
}

Result<void> curve(Context &context, const CurveOptions &options)
{
    Work &work = context.work();
    if (const auto order = work.ledger.reader().orders().find(options.order_no); !order)
        return pass_on(order);
    auto readings = work.telemetry.reader().curve(options.order_no);
    // Thinned by age in telemetry; what decided the fee is in the ledger for ever.
    if (readings && readings->empty())
        readings = work.ledger.reader().orders().deciding_readings(options.order_no);
    if (!readings)
        return pass_on(readings);
    if (options.as_csv)
        print(curve_csv(*readings));
    else
        context.show(curve_records(*readings));
    return {};
}

}  // namespace

void add_session_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("session", "Charging sessions");

    auto listing = std::make_shared<ListOptions>();
    CLI::App *list_command = group->add_subcommand("list", "Newest first");
    add_word(list_command, "--state", listing->state, "Only these");
    list_command->add_option("--limit", listing->limit, "At most (1000)")->check(CLI::PositiveNumber);
    line.on(list_command, [listing](Context &context) { return list(context, *listing); });

    auto starting = std::make_shared<StartOptions>();
    CLI::App *start_command = group->add_subcommand("start",
                                                    "Asks a charge point to start, as the member's first card");
    start_command->add_option("CONNECTOR", starting->connector, "CHARGE_POINT/NUMBER")->required();
    add_id(start_command, "--member", starting->member_id, "Who charges")->required();
    line.on(start_command, [starting](Context &context) { return start(context, *starting); });

    auto stopped = std::make_shared<OrderNo>();
    CLI::App *stop_command = group->add_subcommand("stop", "Asks the charge point to stop a session");
    add_id(stop_command, "ORDER_NO", *stopped, "Of the session")->required();
    line.on(stop_command, [stopped](Context &context) { return stop(context, *stopped); });

    auto drawn = std::make_shared<CurveOptions>();
    CLI::App *curve_command = group->add_subcommand("curve", "Every reading of a session, flagged ones included");
    add_id(curve_command, "ORDER_NO", drawn->order_no, "Of the session")->required();
    curve_command->add_flag("--csv", drawn->as_csv, "As CSV");
    line.on(curve_command, [drawn](Context &context) { return curve(context, *drawn); });
}

}  // namespace aftercharge::ctl
