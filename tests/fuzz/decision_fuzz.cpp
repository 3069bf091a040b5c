// SPDX-License-Identifier: GPL-3.0-or-later
// What a desk, or whoever holds its login, may hand in as a decision's arguments: no crash; what is
// taken is of its verb, and the same when it is written and read again.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "models/workflow/decision.h"

using namespace aftercharge;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(DecisionVerb verb, std::string_view arguments)
{
    const auto decision = decision_from(verb, arguments);
    if (!decision) {
        require(decision.error().code == ErrorCode::InputInvalid);
        // It is kept beside the row, in a column of text.
        require(!decision.error().detail.empty() && decision.error().detail.size() < 1'000);
        require(decision.error().detail.find('\0') == std::string::npos);
        return;
    }
    require(verb_of(*decision) == verb);
    const std::string written = arguments_of(*decision);
    const auto again = decision_from(verb, written);
    require(again.has_value());
    require(arguments_of(*again) == written);
    require(subject_of(*again) == subject_of(*decision));
}

}  // namespace

// The first byte chooses the verb.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    constexpr auto verbs = text_table(DecisionVerb{});
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    check(verbs[data[0] % verbs.size()].value, text.substr(1));
    return 0;
}
