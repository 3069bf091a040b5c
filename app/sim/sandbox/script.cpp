// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/script.h"

#include <algorithm>

#include "app/sim/sandbox/json.h"

namespace aftercharge::sim {

namespace {

Duration seconds_of(const Json &value)
{
    return Duration{static_cast<std::int64_t>(value.get<double>() * 1000)};
}

Result<void> add_outcomes(Step &step, std::string words)
{
    while (!words.empty()) {
        const std::string word = words.substr(0, words.find('+'));
        words.erase(0, word.size() + 1);
        const auto outcome = from_text<Outcome>(word);
        if (!outcome)
            return fail(ErrorCode::InputInvalid, "no outcome \"" + word + "\"");
        step.outcomes.push_back(*outcome);
    }
    return {};
}

Result<Step> step_of(const Json &json)
{
    Step step;
    if (json.is_string()) {
        const auto added = add_outcomes(step, json.get<std::string>());
        return added ? Result<Step>(step) : pass_on(added);
    }
    if (!json.is_object())
        return fail(ErrorCode::InputInvalid, "a step is a text or an object");
    if (const auto added = add_outcomes(step, text_of(json, "do")); !added)
        return pass_on(added);
    if (json.contains("on")) {
        step.deed = from_text<Deed>(text_of(json, "on"));
        if (!step.deed)
            return fail(ErrorCode::InputInvalid, "\"on\" is refund, ship, buy, cancel or claim");
    }
    if (json.contains("after_s"))
        step.after = seconds_of(json["after_s"]);
    if (json.contains("late_s"))
        step.late = seconds_of(json["late_s"]);
    step.asks = static_cast<int>(whole_of(json, "asks").value_or(1));
    step.amount = text_of(json, "amount");
    step.reason = text_of(json, "reason");
    return step;
}

Result<std::vector<Step>> steps_of(const Json &holder)
{
    std::vector<Step> steps;
    if (!holder.contains("steps"))
        return steps;
    for (const Json &json : holder["steps"]) {
        auto step = step_of(json);
        if (!step)
            return pass_on(step);
        steps.push_back(std::move(*step));
    }
    return steps;
}

Deed deed_of(const Step &step, Deed otherwise)
{
    if (step.deed)
        return *step.deed;
    if (step.has_any(
            {Outcome::LabelSubmitted, Outcome::LabelRejected, Outcome::LabelRefunded, Outcome::LabelNotApplicable}))
        return Deed::Cancel;
    if (step.has_any({Outcome::ClaimAsks, Outcome::ClaimApprove, Outcome::ClaimApprovePartial, Outcome::ClaimDeny}))
        return Deed::Claim;
    return otherwise;
}

Result<Script> read_script(const Json &root)
{
    Script script;
    for (const auto &[id, json] : object_of(root, "payments").items()) {
        auto steps = steps_of(json);
        if (!steps)
            return pass_on(steps);
        script.payments[id] = {whole_of(json, "paid"), text_of(json, "currency"), std::move(*steps)};
    }
    for (const auto &[id, json] : object_of(root, "parcels").items()) {
        auto steps = steps_of(json);
        if (!steps)
            return pass_on(steps);
        Script::Parcel parcel{std::move(*steps), {}};
        for (const Json &track : json.value("track", Json::array()))
            parcel.track.push_back(
                {seconds_of(track.at("after_s")), text_of(track, "status"), text_of(track, "detail")});
        script.parcels[id] = std::move(parcel);
    }
    return script;
}

}  // namespace

bool Step::has(Outcome outcome) const
{
    return std::find(outcomes.begin(), outcomes.end(), outcome) != outcomes.end();
}

bool Step::has_any(std::initializer_list<Outcome> any) const
{
    return std::any_of(any.begin(), any.end(), [this](Outcome outcome) { return has(outcome); });
}

void ScriptBook::set(const std::string &key, const std::vector<Step> &steps, Deed otherwise)
{
    steps_[key] = steps;
    for (Step &step : steps_[key])
        step.deed = deed_of(step, otherwise);
}

Step ScriptBook::take(const std::vector<std::string> &keys, Deed deed)
{
    for (const std::string &key : keys) {
        const auto at = steps_.find(key);
        if (at == steps_.end())
            continue;
        const auto step = std::find_if(at->second.begin(), at->second.end(),
                                       [deed](const Step &candidate) { return candidate.deed == deed; });
        if (step == at->second.end())
            continue;
        Step taken = std::move(*step);
        at->second.erase(step);
        return taken;
    }
    return {};
}

Result<Script> parse_script(const std::string &json)
{
    try {
        return read_script(Json::parse(json));
    } catch (const Json::exception &problem) {
        return fail(ErrorCode::InputInvalid, problem.what());
    }
}

}  // namespace aftercharge::sim
