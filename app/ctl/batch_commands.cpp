// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <sstream>

#include "app/ctl/approval_record.h"
#include "app/ctl/command_line.h"
#include "app/ctl/files.h"
#include "app/ctl/line_option.h"
#include "models/workflow/run_effects.h"

namespace aftercharge::ctl {
namespace {

constexpr std::size_t most_list_bytes = 1'000'000;

struct DraftOptions {
    std::vector<std::string> orders;  // numbers, or files with one a line
    bool whole = false;
    int permille = 0;
    std::string amount;
    ReasonCode reason_code = ReasonCode::Fault;
    std::string note;
};

struct ApproveOptions {
    BatchNo batch_no;
    std::string total;
};

struct SendBackOptions {
    BatchNo batch_no;
    std::string reason;
};

Result<void> add_order(std::vector<OrderNo> &orders, const std::string &text)
{
    return OrderNo::from_text(text).map([&](const OrderNo &order_no) { orders.push_back(order_no); });
}

Result<std::vector<OrderNo>> orders_of(const std::vector<std::string> &named)
{
    std::vector<OrderNo> orders;
    for (const std::string &name : named) {
        std::error_code none;
        if (!std::filesystem::is_regular_file(name, none)) {
            if (auto added = add_order(orders, name); !added)
                return pass_on(added);
            continue;
        }
        const auto text = read_file(name, most_list_bytes);
        if (!text)
            return pass_on(text);
        std::istringstream lines(*text);
        for (std::string line; std::getline(lines, line);) {
            if (!line.empty() && line.back() == '\r')
                line.pop_back();
            if (line.empty())
                continue;
            if (auto added = add_order(orders, line); !added)
                return fail(ErrorCode::InputInvalid, name + ": " + added.error().detail);
        }
    }
    return orders;
}

Result<BatchDraft> draft_of(Context &context, const DraftOptions &options)
{
    const auto orders = orders_of(options.orders);
    if (!orders)
        return pass_on(orders);
    BatchDraft draft;
    draft.orders = *orders;
    draft.reason_code = options.reason_code;
    draft.note = options.note;
    if (options.permille != 0) {
        draft.share = BatchShare::ShareOfFee;
        draft.permille = options.permille;
    } else if (!options.amount.empty()) {
        const auto amount = context.amount(options.amount);
        if (!amount)
            return pass_on(amount);
        draft.share = BatchShare::FixedAmount;
        draft.each = *amount;
    }
    return draft;
}

Result<void> show(Context &context, const BatchNo &batch_no)
{
    const auto view = read_batch(context.work().ledger.reader(), batch_no);
    if (!view)
        return pass_on(view);
    context.show(batch_record(*view));
    return {};
}

// On a local store what was decided is posted at once, some at a time; elsewhere by a daemon.
Result<void> post_and_show(Context &context, const Decision &made, const OperatorName &by)
{
    const auto batch_no = context.decide(made, by).and_then(BatchNo::from_text);
    if (!batch_no)
        return pass_on(batch_no);
    for (Result<int> posted = context.hands_in() ? 0 : 1; posted && *posted > 0;) {
        posted = run_ledger_effects(context.work());
        if (!posted)
            return pass_on(posted);
    }
    return show(context, *batch_no);
}

Result<void> quote(Context &context, const DraftOptions &options)
{
    const auto draft = draft_of(context, options);
    if (!draft)
        return pass_on(draft);
    const auto quoted = quote_batch(context.work().ledger.reader(), *draft);
    if (!quoted)
        return pass_on(quoted);
    context.show(batch_quote_record(*quoted));
    return {};
}

Result<void> request(Context &context, const DraftOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    auto draft = draft_of(context, options);
    if (!draft)
        return pass_on(draft);
    draft->requested_by = *by;
    return post_and_show(context, decision::RequestBatch{*draft}, *by);
}

Result<void> approve(Context &context, const ApproveOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    const auto batch = context.work().ledger.reader().approvals().batch(options.batch_no);
    if (!batch)
        return pass_on(batch);
    const auto total = options.total.empty() ? Result<Money>(batch->total) : context.amount(options.total);
    if (!total)
        return pass_on(total);
    return post_and_show(context, decision::ApproveBatch{options.batch_no, *total}, *by);
}

Result<void> send_back(Context &context, const SendBackOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    return post_and_show(context, decision::SendBackBatch{options.batch_no, options.reason}, *by);
}

Result<void> list(Context &context)
{
    PageRequest request;
    Records records;
    do {
        const auto page = context.work().ledger.reader().approvals().batches(request);
        if (!page)
            return pass_on(page);
        for (const RefundBatch &batch : page->rows)
            records.push_back(batch_line(batch));
        request.after = page->next;
    } while (!request.after.empty());
    context.show(records);
    return {};
}

std::shared_ptr<DraftOptions> add_draft(CLI::App *command, bool is_decided)
{
    auto options = std::make_shared<DraftOptions>();
    command->add_option("--orders", options->orders, "Charging orders: numbers, or a file with one a line")->required();
    auto *share = command->add_option_group("share", "How much of each");
    share->add_flag("--whole", options->whole, "All that is left of what was paid");
    share->add_option("--permille", options->permille, "So many thousandths of what was paid");
    share->add_option("--amount", options->amount, "The same amount of each, in the store's currency");
    share->require_option(1);
    if (is_decided) {
        add_reason(command, options->reason_code);
        command->add_option("--note", options->note, "For the approver");
    }
    return options;
}

}  // namespace

void add_batch_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("batch", "One incident, many charging sessions: one decision about all of them");

    CLI::App *quote_command = group->add_subcommand("quote", "What each order would get, or why it gets nothing");
    line.on(quote_command,
            [options = add_draft(quote_command, false)](Context &context) { return quote(context, *options); });

    CLI::App *request_command = group->add_subcommand("request",
                                                      "Within one's own limit, for the total, it is done at once");
    line.on(request_command,
            [options = add_draft(request_command, true)](Context &context) { return request(context, *options); });

    auto approving = std::make_shared<ApproveOptions>();
    CLI::App *approve_command = group->add_subcommand("approve", "Another person's approval of the whole");
    add_id(approve_command, "NO", approving->batch_no, "Of the batch")->required();
    approve_command->add_option("--total", approving->total, "What was seen; refused if it is not what was asked for");
    line.on(approve_command, [approving](Context &context) { return approve(context, *approving); });

    auto returning = std::make_shared<SendBackOptions>();
    CLI::App *return_command = group->add_subcommand("send-back", "To who asked for it, with all its rows");
    add_id(return_command, "NO", returning->batch_no, "Of the batch")->required();
    return_command->add_option("--reason", returning->reason, "Why")->required();
    line.on(return_command, [returning](Context &context) { return send_back(context, *returning); });

    auto shown = std::make_shared<BatchNo>();
    CLI::App *show_command = group->add_subcommand("show", "One with what became of each order");
    add_id(show_command, "NO", *shown, "Of the batch")->required();
    line.on(show_command, [shown](Context &context) { return show(context, *shown); });

    line.on(group->add_subcommand("list", "Newest first"), list);
}

}  // namespace aftercharge::ctl
