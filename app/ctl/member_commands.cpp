// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QUuid>

#include "app/ctl/command_line.h"
#include "models/workflow/registry_changes.h"
#include "models/workflow/top_up_member.h"

namespace aftercharge::ctl {
namespace {

struct AddOptions {
    Member member;
    std::vector<std::string> id_tags;
    std::string prepay;
};

struct TopUpOptions {
    MemberId member_id;
    std::string amount;
    std::string transfer_id;
};

Result<void> show_balance(Context &context, const MemberId &member_id)
{
    const auto balance = context.work().ledger.reader().accounts().member_balance(member_id);
    if (!balance)
        return pass_on(balance);
    Record record;
    record.add("member_id", member_id)
        .add("currency", balance->available.currency().code())
        .add("available_minor", balance->available)
        .add("frozen_minor", balance->frozen)
        .add("owed_minor", balance->owed);
    context.show(record);
    return {};
}

Result<void> add(Context &context, AddOptions &options)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    Member &member = options.member;
    member.created_at = context.work().clock.now();
    for (const std::string &text : options.id_tags) {
        auto tag = IdTag::from_text(text);
        if (!tag)
            return pass_on(tag);
        member.id_tags.push_back(std::move(*tag));
    }
    if (!options.prepay.empty()) {
        const auto prepay = context.amount(options.prepay);
        if (!prepay)
            return pass_on(prepay);
        member.prepay = *prepay;
    }
    if (auto added = add_member(context.work(), member, *actor); !added)
        return added;
    return show_balance(context, member.id);
}

// A caller's own key of another form than a UUID becomes one, always the same (RFC 9562,
// version 5, in the store's name space).
Result<Uuid> transfer_id_of(Context &context, const std::string &text)
{
    if (text.empty())
        return make_uuid(context.work().clock, context.work().random);
    if (auto id = Uuid::from_text(text))
        return id;
    if (auto checked = check_id_text(text); !checked)
        return pass_on(checked);
    const auto network = context.work().ledger.reader().registry().network();
    if (!network)
        return pass_on(network);
    const std::string_view space = network->store_id.view();
    const QUuid name_space = QUuid::fromRfc4122(QByteArray(space.data(), static_cast<qsizetype>(space.size())));
    return Uuid::from_bytes(QUuid::createUuidV5(name_space, QByteArray::fromStdString(text)).toRfc4122().toStdString());
}

Result<void> top_up(Context &context, const TopUpOptions &options)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    const auto amount = context.amount(options.amount);
    if (!amount)
        return pass_on(amount);
    const auto transfer_id = transfer_id_of(context, options.transfer_id);
    if (!transfer_id)
        return pass_on(transfer_id);
    const auto balance = top_up_member(context.work(), {options.member_id, *amount, *transfer_id, *actor});
    if (!balance)
        return pass_on(balance);
    return show_balance(context, options.member_id);
}

Result<void> show(Context &context, const MemberId &member_id)
{
    const auto member = context.work().ledger.reader().registry().member(member_id);
    if (!member)
        return pass_on(member);
    return show_balance(context, member_id);
}

}  // namespace

void add_member_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("member", "Charging customers and their balance");

    auto adding = std::make_shared<AddOptions>();
    CLI::App *add_command = group->add_subcommand("add", "Adds a member");
    add_id(add_command, "ID", adding->member.id, "Of the member")->required();
    add_command->add_option("--name", adding->member.name, "The person's")->required();
    add_command->add_option("--phone", adding->member.phone, "The person's");
    add_command->add_option("--id-tag", adding->id_tags, "A card or app token; may be repeated")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    add_command->add_option("--prepay", adding->prepay, "What a start by card freezes (50.00)");
    line.on(add_command, [adding](Context &context) { return add(context, *adding); });

    auto paying = std::make_shared<TopUpOptions>();
    CLI::App *top_up_command = group->add_subcommand("top-up", "Adds money, and pays what is owed");
    add_id(top_up_command, "ID", paying->member_id, "Of the member")->required();
    top_up_command->add_option("AMOUNT", paying->amount, "In the store's currency")->required();
    top_up_command->add_option("--transfer-id", paying->transfer_id,
                               "A UUID or a key of your own: the same one moves the money once");
    line.on(top_up_command, [paying](Context &context) { return top_up(context, *paying); });

    auto shown = std::make_shared<MemberId>();
    CLI::App *show_command = group->add_subcommand("show", "What a member has, has frozen and owes");
    add_id(show_command, "ID", *shown, "Of the member")->required();
    line.on(show_command, [shown](Context &context) { return show(context, *shown); });
}

}  // namespace aftercharge::ctl
