// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/sandbox_control.h"

namespace aftercharge::sim {

namespace {

constexpr std::string_view control_path = "/_sandbox/";

HttpReply said(const Result<void> &result)
{
    HttpReply reply;
    reply.status = result ? 200 : 400;
    reply.body = (result ? Json{{"done", true}} : Json{{"error", to_line(result.error())}}).dump();
    return reply;
}

HttpReply controlled(SandboxCore &core, const SandboxControl &control, const HttpCall &call)
{
    const std::string name = call.path.substr(control_path.size());
    if (call.method == "GET" && name == "log") {
        HttpReply reply;
        reply.body = core.log.to_json();
        return reply;
    }
    if (call.method == "POST" && name == "script")
        return said(control.load(call.body));
    const Json body = Json::parse(call.body.empty() ? "{}" : call.body, nullptr, false);
    if (call.method == "POST" && name == "advance" && whole_of(body, "seconds")) {
        core.timeline.advance(std::chrono::seconds(*whole_of(body, "seconds")));
        return said({});
    }
    const auto at = control.more.find(name);
    if (call.method == "POST" && at != control.more.end())
        return said(at->second(body));
    return said(fail(ErrorCode::InputInvalid, call.method + ' ' + call.path));
}

HttpReply played(const HttpCall &call, const std::function<HttpReply(const HttpCall &)> &play)
{
    try {
        return play(call);
    } catch (const std::exception &problem) {
        // What a request holds that nobody thought of; the test that sent it shall see it.
        HttpReply reply;
        reply.status = 500;
        reply.body = Json{{"sandbox", problem.what()}}.dump();
        return reply;
    }
}

}  // namespace

HttpReply serve(SandboxCore &core, const SandboxControl &control, const HttpCall &call,
                const std::function<HttpReply(const HttpCall &)> &play)
{
    // A web page in this machine's browser has no business here.
    if (!call.header("origin").empty())
        return said(fail(ErrorCode::InputInvalid, "no browsers"));
    if (call.path.starts_with(control_path))
        return controlled(core, control, call);
    const HttpReply reply = played(call, play);
    core.log.add(LoggedRequest{call.method, call.path, reply.number, core.clock->now(), reply.lost ? 0 : reply.status});
    return reply;
}

Result<std::vector<Step>> steps_from(const std::vector<std::string> &texts)
{
    Json steps = Json::array();
    for (const std::string &text : texts)
        steps.push_back(text);
    auto script = parse_script(Json{{"payments", {{"any", {{"steps", steps}}}}}}.dump());
    if (!script)
        return pass_on(script);
    return std::move(script->payments["any"].steps);
}

}  // namespace aftercharge::sim
