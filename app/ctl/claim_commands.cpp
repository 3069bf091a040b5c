// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/approval_record.h"
#include "app/ctl/command_line.h"
#include "app/ctl/evidence_files.h"
#include "app/ctl/goods_record.h"
#include "models/workflow/claims.h"

namespace aftercharge::ctl {
namespace {

struct OpenOptions {
    ShipmentNo shipment_no;
    TicketNo ticket_no;
    std::optional<ClaimType> type;
    std::string amount;
    std::string up_to;
    std::string description;
    std::vector<std::string> evidence;
};

struct EvidenceOptions {
    ClaimNo claim_no;
    std::vector<std::string> files;
    bool by_hand = false;
};

struct ApproveOptions {
    ClaimNo claim_no;
    std::string up_to;
};

struct DecideOptions {
    ClaimNo claim_no;
    bool cover = false;
    bool refund = false;
    std::string coupon;
    bool none = false;
    std::string reason;
};

struct ListOptions {
    std::optional<ClaimState> state;
    bool waiting = false;
};

Result<void> show(Context &context, const ClaimNo &claim_no)
{
    const auto dossier = read_claim(context.work().ledger.reader(), claim_no);
    if (!dossier)
        return pass_on(dossier);
    Record record = claim_record(*dossier);
    if (!context.is_json()) {
        if (auto added = add_approval(record, context, claim_no.text(), dossier->claim.up_to); !added)
            return added;
    }
    context.show(record);
    return {};
}

Result<void> decide(Context &context, const Decision &made, const OperatorName &by)
{
    const auto claim_no = context.decide(made, by).and_then(ClaimNo::from_text);
    return claim_no ? show(context, *claim_no) : pass_on(claim_no);
}

// For the carrier, which takes no claim without one.
std::string usual_description(const OpenOptions &options)
{
    return std::string(to_text(*options.type)) + " of parcel " + options.shipment_no.text() + "; evidence is attached";
}

Result<void> open(Context &context, const OpenOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    const auto amount = context.amount(options.amount);
    if (!amount)
        return pass_on(amount);
    ClaimDraft draft;
    if (!options.up_to.empty()) {
        const auto up_to = context.amount(options.up_to);
        if (!up_to)
            return pass_on(up_to);
        draft.up_to = *up_to;
    }
    auto files = read_evidence(options.evidence);
    if (!files)
        return pass_on(files);
    draft.shipment_no = options.shipment_no;
    draft.ticket_no = options.ticket_no;
    draft.type = *options.type;
    draft.amount = *amount;
    draft.description = options.description.empty() ? usual_description(options) : options.description;
    draft.evidence = std::move(*files);
    draft.requested_by = *by;
    return decide(context, decision::OpenClaim{draft}, *by);
}

Result<void> hand_in(Context &context, const EvidenceOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    if (options.by_hand)
        return decide(context, decision::MarkEvidenceSent{options.claim_no}, *by);
    const auto files = read_evidence(options.files);
    if (!files)
        return pass_on(files);
    return decide(context, decision::AddClaimEvidence{options.claim_no, *files, {}}, *by);
}

Result<void> approve(Context &context, const ApproveOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    const auto claim = context.work().ledger.reader().claims().find(options.claim_no);
    if (!claim)
        return pass_on(claim);
    const auto up_to = options.up_to.empty() ? Result<Money>(claim->up_to) : context.amount(options.up_to);
    if (!up_to)
        return pass_on(up_to);
    return decide(context, decision::ApproveClaim{options.claim_no, *up_to}, *by);
}

Result<void> decide(Context &context, const DecideOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    ClaimDecisionDraft draft;
    draft.claim_no = options.claim_no;
    draft.by = *by;
    draft.reason = options.reason;
    if (options.cover)
        draft.decision = ClaimDecision::PlatformCovers;
    else if (options.refund)
        draft.decision = ClaimDecision::Refund;
    else if (!options.coupon.empty())
        draft.decision = ClaimDecision::Coupon;
    if (draft.decision == ClaimDecision::Coupon) {
        const auto amount = context.amount(options.coupon);
        if (!amount)
            return pass_on(amount);
        draft.amount = *amount;
    }
    return decide(context, decision::DecideClaim{draft}, *by);
}

Result<void> list(Context &context, const ListOptions &options)
{
    ClaimQuery query;
    query.state = options.state;
    if (options.waiting)
        query.approval = ApprovalState::Waiting;
    Records records;
    do {
        const auto page = context.work().ledger.reader().claims().page(query);
        if (!page)
            return pass_on(page);
        for (const Claim &claim : page->rows)
            records.push_back(claim_line(claim));
        query.page.after = page->next;
    } while (!query.page.after.empty());
    context.show(records);
    return {};
}

void add_open(CommandLine &line, CLI::App *group)
{
    auto options = std::make_shared<OpenOptions>();
    CLI::App *command = group->add_subcommand("open", "Asks the carrier to pay for a parcel");
    add_id(command, "--shipment", options->shipment_no, "The parcel")->required();
    add_word(command, "--type", options->type, "What happened to it")->required();
    command->add_option("--amount", options->amount, "Asked of the carrier")->required();
    command->add_option("--up-to", options->up_to, "Goes to the customer by itself if the carrier pays");
    command->add_option("--description", options->description, "For the carrier; else one of type and parcel");
    command->add_option("--evidence", options->evidence, "PNG, JPEG, PDF or text; one or more")
        ->required()
        ->check(CLI::ExistingFile);
    add_id(command, "--ticket", options->ticket_no, "Which it belongs to; else one is opened");
    line.on(command, [options](Context &context) { return open(context, *options); });
}

void add_evidence(CommandLine &line, CLI::App *group)
{
    auto options = std::make_shared<EvidenceOptions>();
    CLI::App *command = group->add_subcommand("evidence", "Hands in what the carrier asked for");
    add_id(command, "NO", options->claim_no, "Of the claim")->required();
    CLI::App *how = command->add_option_group("how", "One of them");
    how->add_option("FILE", options->files, "PNG, JPEG, PDF or text; one or more")->check(CLI::ExistingFile);
    how->add_flag("--sent-by-hand", options->by_hand, "What is waiting was sent outside of the program");
    how->require_option(1);
    line.on(command, [options](Context &context) { return hand_in(context, *options); });
}

void add_decide(CommandLine &line, CLI::App *group)
{
    auto options = std::make_shared<DecideOptions>();
    CLI::App *command = group->add_subcommand("decide", "What the customer gets after a denial");
    add_id(command, "NO", options->claim_no, "Of the claim")->required();
    CLI::App *what = command->add_option_group("what", "One of them");
    what->add_flag("--cover", options->cover, "The platform pays what the parcel's lines are worth");
    what->add_flag("--refund", options->refund, "Of an approved claim that nothing was promised for");
    what->add_option("--coupon", options->coupon, "A coupon of this amount");
    what->add_flag("--none", options->none, "Nothing; say why with --reason");
    what->require_option(1);
    command->add_option("--reason", options->reason, "What the customer is told");
    line.on(command, [options](Context &context) { return decide(context, *options); });
}

}  // namespace

void add_claim_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("claim", "Claims against carriers");
    add_open(line, group);
    add_evidence(line, group);
    add_decide(line, group);

    auto approving = std::make_shared<ApproveOptions>();
    CLI::App *approve_command = group->add_subcommand("approve", "Another person's approval; the claim is sent");
    add_id(approve_command, "NO", approving->claim_no, "Of the claim")->required();
    approve_command->add_option("--up-to", approving->up_to, "What was seen; refused if it is not what was asked for");
    line.on(approve_command, [approving](Context &context) { return approve(context, *approving); });

    auto shown = std::make_shared<ClaimNo>();
    CLI::App *show_command = group->add_subcommand("show", "A claim with its evidence and its log");
    add_id(show_command, "NO", *shown, "Of the claim")->required();
    line.on(show_command, [shown](Context &context) { return show(context, *shown); });

    auto listing = std::make_shared<ListOptions>();
    CLI::App *list_command = group->add_subcommand("list", "Newest first");
    add_word(list_command, "--state", listing->state, "Only these");
    list_command->add_flag("--waiting", listing->waiting, "Only those that wait for an approval");
    line.on(list_command, [listing](Context &context) { return list(context, *listing); });
}

}  // namespace aftercharge::ctl
