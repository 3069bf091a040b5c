// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/call_counts.h"

#include <algorithm>
#include <string>

namespace aftercharge {
namespace {

constexpr std::string_view accepted = "accepted";
constexpr std::string_view refused = "refused";
constexpr std::string_view later = "later";
constexpr std::string_view not_sent = "not_sent";
constexpr std::string_view unknown = "unknown";

std::string_view outcome_text(payment::Standing standing)
{
    switch (standing) {
    case payment::Standing::Pending:
    case payment::Standing::Success:
        return accepted;
    case payment::Standing::Fail:
    case payment::Standing::Closed:
    case payment::Standing::NotFound:
        return refused;
    case payment::Standing::Later:
        return later;
    case payment::Standing::NotSent:
        return not_sent;
    case payment::Standing::Unknown:
        break;
    }
    return unknown;
}

std::string_view outcome_text(carrier::Outcome outcome)
{
    switch (outcome) {
    case carrier::Outcome::Done:
        return accepted;
    case carrier::Outcome::Refused:
    case carrier::Outcome::NotFound:
    case carrier::Outcome::ByHand:
        return refused;
    case carrier::Outcome::Later:
        return later;
    case carrier::Outcome::NotSent:
        return not_sent;
    case carrier::Outcome::Unknown:
        break;
    }
    return unknown;
}

std::string in_lower_case(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

}  // namespace

void CallCounts::add(const GatewayTask &task, const GatewayAnswer &answer)
{
    if (task.ask_only || !task.problem.empty())
        return;
    const auto count = [&](std::string_view outcome) { ++counts_[{task.effect.kind, outcome}]; };
    const auto add = [&](const auto &given) {
        using Given = std::decay_t<decltype(given)>;
        if constexpr (std::is_same_v<Given, payment::RefundAnswer>) {
            count(outcome_text(given.standing));
        } else if constexpr (std::is_same_v<Given, std::vector<payment::RefundAnswer>>) {
            for (const payment::RefundAnswer &one : given)
                count(outcome_text(one.standing));
        } else if constexpr (!std::is_same_v<Given, std::monostate>) {
            count(outcome_text(given.outcome));
        }
    };
    std::visit(add, answer.answer);
}

std::vector<metrics::GatewayCalls> CallCounts::list() const
{
    std::vector<metrics::GatewayCalls> list;
    list.reserve(counts_.size());
    for (const auto &[what, count] : counts_)
        list.push_back({in_lower_case(to_text(what.first)), std::string(what.second), count});
    return list;
}

}  // namespace aftercharge
