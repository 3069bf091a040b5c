// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "app/ctl/command_line.h"
#include "app/ctl/files.h"
#include "app/ctl/goods_record.h"
#include "app/ctl/line_option.h"
#include "models/workflow/reship.h"

namespace aftercharge::ctl {
namespace {

struct CreateOptions {
    OrderNo order_no;
    TicketNo ticket_no;
    std::vector<LineQuantity> lines;
    std::string address_file;
};

struct AddressField {
    std::string_view name;
    std::string PostalAddress::*field;
};
constexpr std::array address_fields{
    AddressField{"name", &PostalAddress::name},       AddressField{"street1", &PostalAddress::street1},
    AddressField{"street2", &PostalAddress::street2}, AddressField{"city", &PostalAddress::city},
    AddressField{"state", &PostalAddress::state},     AddressField{"zip", &PostalAddress::zip},
    AddressField{"country", &PostalAddress::country}, AddressField{"phone", &PostalAddress::phone},
    AddressField{"email", &PostalAddress::email},
};

Result<PostalAddress> read_address(const std::string &path)
{
    const auto text = read_file(path, 10'000);
    if (!text)
        return pass_on(text);
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object())
        return fail(ErrorCode::AddressInvalid, path + ": is no JSON object");
    PostalAddress address;
    for (const auto &[name, value] : json.items()) {
        const auto known = std::find_if(address_fields.begin(), address_fields.end(),
                                        [&](const AddressField &field) { return field.name == name; });
        if (known == address_fields.end() || !value.is_string())
            return fail(ErrorCode::AddressInvalid, path + ": \"" + name + "\" is not known, or no text");
        address.*(known->field) = value.get<std::string>();
    }
    return address;
}

Result<void> create(Context &context, const CreateOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    ReshipDraft draft;
    draft.order_no = options.order_no;
    draft.ticket_no = options.ticket_no;
    draft.lines = options.lines;
    draft.requested_by = *by;
    if (!options.address_file.empty()) {
        auto address = read_address(options.address_file);
        if (!address)
            return pass_on(address);
        draft.address = std::move(*address);
    }
    // "REFUND_NO SHIPMENT_NO"
    const auto outcome = context.decide(decision::DecideException{{std::nullopt, draft}}, *by);
    if (!outcome)
        return pass_on(outcome);
    const auto shipment =
        ShipmentNo::from_text(outcome->substr(outcome->find(' ') + 1)).and_then([&](const ShipmentNo &shipment_no) {
            return context.work().ledger.reader().shipments().find(shipment_no);
        });
    if (!shipment)
        return pass_on(shipment);
    context.show(shipment_record(*shipment));
    return {};
}

}  // namespace

void add_reship_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("reship", "Goods sent again");
    auto options = std::make_shared<CreateOptions>();
    CLI::App *command = group->add_subcommand("create", "A new parcel; its label is bought by the effect worker");
    add_id(command, "--order", options->order_no, "Whose goods")->required();
    add_lines(command, options->lines, "What is sent again")->required();
    command->add_option("--address", options->address_file, "JSON; else where the order's newest parcel went")
        ->check(CLI::ExistingFile);
    add_id(command, "--ticket", options->ticket_no, "Which it decides");
    line.on(command, [options](Context &context) { return create(context, *options); });
}

}  // namespace aftercharge::ctl
