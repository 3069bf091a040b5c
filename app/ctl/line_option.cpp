// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/line_option.h"

#include <charconv>

namespace aftercharge::ctl {
namespace {

LineQuantity parse_line(const std::string &text)
{
    const auto colon = text.rfind(':');
    const auto item = OrderItemId::from_text(text.substr(0, colon));
    std::int64_t quantity = 0;
    const char *begin = text.data() + (colon == std::string::npos ? text.size() : colon + 1);
    const char *end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(begin, end, quantity);
    if (!item || problem != std::errc{} || stop != end || quantity < 1)
        throw CLI::ValidationError("--line", text + " is not ITEM:QTY");
    return {*item, quantity};
}

}  // namespace

CLI::Option *add_lines(CLI::App *command, std::vector<LineQuantity> &target, const std::string &help)
{
    return command->add_option_function<std::vector<std::string>>(
        "--line",
        [&target](const std::vector<std::string> &texts) {
            for (const std::string &text : texts)
                target.push_back(parse_line(text));
        },
        help + ": ITEM:QTY, once or more");
}

void add_reason(CLI::App *command, ReasonCode &target)
{
    command
        ->add_option_function<std::string>(
            "--reason",
            [&target](const std::string &text) {
                // "0x01 FAULT" is one word of the specification, but two of a shell.
                const auto code = text == "FAULT" ? std::optional(ReasonCode::Fault) : from_text<ReasonCode>(text);
                if (!code)
                    throw CLI::ValidationError("--reason", text + " is not a reason code");
                target = *code;
            },
            "CUSTOMER_REQUEST, RETURNED, LOST, DAMAGED, FAULT, METER_FAST, PHANTOM or GOODWILL")
        ->required();
}

}  // namespace aftercharge::ctl
