// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/approval_record.h"
#include "app/ctl/command_line.h"
#include "app/ctl/line_option.h"
#include "app/ctl/order_record.h"
#include "app/ctl/refund_record.h"
#include "models/workflow/refund_goods.h"
#include "models/workflow/request_refund.h"
#include "models/workflow/run_effects.h"

namespace aftercharge::ctl {
namespace {

struct RequestOptions {
    OrderNo order_no;
    std::string amount;
    std::vector<LineQuantity> lines;
    bool before_shipment = false;
    ReasonCode reason_code = ReasonCode::CustomerRequest;
    TicketNo ticket_no;
    std::string note;
};

struct ApproveOptions {
    RefundNo refund_no;
    std::string amount;
};

struct HandOptions {
    RefundNo refund_no;
    std::string proof;
};

struct ListOptions {
    std::optional<RefundStatus> status;
    bool waiting = false;
};

// A refund and an adjustment are numbered alike; a command of one does not touch the other. All
// that goods orders know are refunds here.
bool belongs_to(RefundKind kind, RefundKind group)
{
    return kind == group || (group == RefundKind::Refund && is_of_goods(kind));
}

Result<Refund> find_refund(Context &context, RefundKind kind, const RefundNo &refund_no)
{
    auto refund = context.work().ledger.reader().refunds().find(refund_no);
    if (refund && !belongs_to(refund->kind, kind))
        return fail(ErrorCode::RefundNotFound, refund_no.text() + " is of kind " + std::string(to_text(refund->kind)));
    return refund;
}

Result<void> show(Context &context, RefundKind kind, const RefundNo &refund_no)
{
    const auto refund = find_refund(context, kind, refund_no);
    if (!refund)
        return pass_on(refund);
    Record record = refund_record(*refund, !context.is_json());
    if (!context.is_json()) {
        if (auto added = add_approval(record, context, refund_no.text(), refund->amount); !added)
            return added;
    }
    context.show(record);
    return {};
}

// On a local store what was decided is posted at once; what cannot be, and what goes to a
// gateway, stays in the outbox.
Result<void> post_and_show(Context &context, RefundKind kind, const RefundNo &refund_no)
{
    // Where a daemon works, that is its affair.
    if (const auto posted = context.hands_in() ? Result<int>(0) : run_ledger_effects(context.work()); !posted)
        return pass_on(posted);
    return show(context, kind, refund_no);
}

Result<void> decide(Context &context, RefundKind kind, const Decision &made, const OperatorName &by)
{
    const auto refund_no = context.decide(made, by).and_then(RefundNo::from_text);
    if (!refund_no)
        return pass_on(refund_no);
    return post_and_show(context, kind, *refund_no);
}

Result<void> request_goods(Context &context, const RequestOptions &options, const OperatorName &by)
{
    GoodsRefundDraft draft;
    draft.order_no = options.order_no;
    draft.ticket_no = options.ticket_no;
    draft.lines = options.lines;
    draft.before_shipment = options.before_shipment;
    draft.reason_code = options.reason_code;
    draft.note = options.note;
    draft.requested_by = by;
    if (!options.amount.empty()) {
        const auto amount = context.amount(options.amount);
        if (!amount)
            return pass_on(amount);
        draft.amount = *amount;
    }
    return decide(context, RefundKind::Refund, decision::RequestGoodsRefund{draft}, by);
}

Result<void> request(Context &context, RefundKind kind, const RequestOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    if (kind == RefundKind::Refund) {
        const auto of_goods = context.work().ledger.reader().goods().exists(options.order_no);
        if (!of_goods)
            return pass_on(of_goods);
        if (*of_goods)
            return request_goods(context, options, *by);
    }
    if (options.amount.empty())
        return fail(ErrorCode::InputInvalid, "--amount is needed: only goods orders have lines");
    const auto amount = context.amount(options.amount);
    if (!amount)
        return pass_on(amount);
    Work &work = context.work();
    const auto explanation = explain_order(work.ledger.reader(), work.telemetry.reader(), options.order_no);
    if (!explanation)
        return pass_on(explanation);
    RefundDraft draft;
    draft.kind = kind;
    draft.order_no = options.order_no;
    draft.ticket_no = options.ticket_no;
    draft.amount = *amount;
    draft.reason_code = options.reason_code;
    draft.note = options.note;
    draft.basis = refund_basis(*explanation);
    draft.requested_by = *by;
    return decide(context, kind, decision::RequestRefund{draft}, *by);
}

Result<void> approve(Context &context, RefundKind kind, const ApproveOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    const auto refund = find_refund(context, kind, options.refund_no);
    if (!refund)
        return pass_on(refund);
    const auto amount = options.amount.empty() ? Result<Money>(refund->amount) : context.amount(options.amount);
    if (!amount)
        return pass_on(amount);
    return decide(context, kind, decision::ApproveRefund{options.refund_no, *amount}, *by);
}

Result<void> list(Context &context, RefundKind kind, const ListOptions &options)
{
    RefundQuery query;
    query.status = options.status;
    if (options.waiting)
        query.approval = ApprovalState::Waiting;
    Records records;
    do {
        const auto page = context.work().ledger.reader().refunds().page(query);
        if (!page)
            return pass_on(page);
        for (const Refund &refund : page->rows) {
            if (belongs_to(refund.kind, kind))
                records.push_back(refund_line(refund));
        }
        query.page.after = page->next;
    } while (!query.page.after.empty());
    context.show(records);
    return {};
}

Result<void> retry(Context &context, const RefundNo &refund_no)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    return decide(context, RefundKind::Refund, decision::RetryRefund{refund_no}, *by);
}

Result<void> by_hand(Context &context, const HandOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    return decide(context, RefundKind::Refund, decision::SettleByHand{options.refund_no, options.proof}, *by);
}

void add_request(CommandLine &line, CLI::App *group, RefundKind kind)
{
    auto options = std::make_shared<RequestOptions>();
    CLI::App *command = group->add_subcommand("request", "Within one's own limit it is done at once");
    add_id(command, "--order", options->order_no, "Whose money goes back")->required();
    command->add_option("--amount", options->amount,
                        "In the store's currency; of goods, less than the lines are worth");
    if (kind == RefundKind::Refund) {
        CLI::Option *lines = add_lines(command, options->lines, "Units of a goods order's lines");
        command
            ->add_flag("--before-shipment", options->before_shipment,
                       "A goods order whole, after every label was cancelled")
            ->excludes(lines);
    }
    add_reason(command, options->reason_code);
    add_id(command, "--ticket", options->ticket_no, "Which it decides");
    command->add_option("--note", options->note, "For the approver");
    line.on(command, [options, kind](Context &context) { return request(context, kind, *options); });
}

void add_approve(CommandLine &line, CLI::App *group, RefundKind kind)
{
    auto options = std::make_shared<ApproveOptions>();
    CLI::App *command = group->add_subcommand("approve", "Another person's approval; the money moves");
    add_id(command, "NO", options->refund_no, "Of the request")->required();
    command->add_option("--amount", options->amount, "What was seen; refused if it is not what was asked for");
    line.on(command, [options, kind](Context &context) { return approve(context, kind, *options); });
}

void add_failed(CommandLine &line, CLI::App *group)
{
    auto retried = std::make_shared<RefundNo>();
    CLI::App *retry_command = group->add_subcommand("retry", "Once more, of a refund that failed at the gateway");
    add_id(retry_command, "NO", *retried, "Of the failed refund")->required();
    line.on(retry_command, [retried](Context &context) { return retry(context, *retried); });

    auto settled = std::make_shared<HandOptions>();
    CLI::App *hand_command = group->add_subcommand("by-hand", "A failed refund that was paid outside of the gateway");
    add_id(hand_command, "NO", settled->refund_no, "Of the failed refund")->required();
    hand_command->add_option("--proof", settled->proof, "How it was paid, a bank's reference")->required();
    line.on(hand_command, [settled](Context &context) { return by_hand(context, *settled); });
}

void add_group(CommandLine &line, const std::string &name, const std::string &help, RefundKind kind)
{
    CLI::App *group = line.add_group(name, help);
    add_request(line, group, kind);
    add_approve(line, group, kind);
    if (kind == RefundKind::Refund)
        add_failed(line, group);

    auto listing = std::make_shared<ListOptions>();
    CLI::App *list_command = group->add_subcommand("list", "Newest first");
    add_word(list_command, "--status", listing->status, "Only these");
    list_command->add_flag("--waiting", listing->waiting, "Only those that wait for an approval");
    line.on(list_command, [listing, kind](Context &context) { return list(context, kind, *listing); });

    auto shown = std::make_shared<RefundNo>();
    CLI::App *show_command = group->add_subcommand("show", "One of them");
    add_id(show_command, "NO", *shown, "Of the request")->required();
    line.on(show_command, [shown, kind](Context &context) { return show(context, kind, *shown); });
}

}  // namespace

void add_refund_commands(CommandLine &line)
{
    add_group(line, "refund", "Money of an order back: to the balance, of goods to the payment gateway",
              RefundKind::Refund);
    add_group(line, "adjust", "A balance adjustment: as a refund, under a kind of its own", RefundKind::Adjustment);
}

}  // namespace aftercharge::ctl
