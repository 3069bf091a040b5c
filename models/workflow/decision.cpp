// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/decision.h"

#include "models/workflow/decision_members.h"

namespace aftercharge {
namespace {

using decision_json::Reader;
using decision_json::Writer;

constexpr std::size_t most_text_bytes = std::size_t{1} << 20;
// The files of a ticket in base64, and the words beside them.
constexpr std::size_t most_file_bytes = max_evidence_files * (max_evidence_bytes / 3 + 1) * 4 + most_text_bytes;
// Lines of one order, and some more.
constexpr std::size_t most_values = 20'000;

template<typename T>
Result<Decision> read(const JsonNode &node)
{
    T made;
    std::string problem;
    Reader::object(node, {}, made, problem);
    if (!problem.empty())
        return fail(ErrorCode::InputInvalid, problem);
    return Decision(std::move(made));
}

// The alternative of that verb, if there is one.
template<typename... T>
Result<Decision> read_as(DecisionVerb verb, const JsonNode &node, std::variant<T...> *)
{
    Result<Decision> made = fail(ErrorCode::InputInvalid, std::string(to_text(verb)) + " is not carried out here");
    static_cast<void>(((T::verb == verb && (made = read<T>(node), true)) || ...));
    return made;
}

}  // namespace

DecisionVerb verb_of(const Decision &decision)
{
    return std::visit([]<typename T>(const T &) { return T::verb; }, decision);
}

std::string arguments_of(const Decision &decision)
{
    return std::visit([](const auto &made) { return Writer::object(made); }, decision);
}

std::size_t most_argument_bytes(DecisionVerb verb)
{
    switch (verb) {
    case DecisionVerb::OpenTicket:
    case DecisionVerb::OpenClaim:
    case DecisionVerb::AddClaimEvidence:
        return most_file_bytes;
    default:
        return most_text_bytes;
    }
}

Result<Decision> decision_from(DecisionVerb verb, std::string_view arguments)
{
    const JsonLimits limits{.depth = 8, .values = most_values, .length = most_argument_bytes(verb), .names = 32};
    const auto node = parse_json(arguments, limits);
    if (!node)
        return pass_on(node);
    return read_as(verb, *node, static_cast<Decision *>(nullptr));
}

}  // namespace aftercharge
