// SPDX-License-Identifier: GPL-3.0-or-later
// The story's second half: the line of a desk is cut and healed, the daemon is killed and another
// one started.
#include <QtCore/QElapsedTimer>

#include "app/console/demo/remote/remote_story.h"

namespace aftercharge::demo {
namespace {

constexpr int told_within_s = 5;  // what the desk promises
constexpr int daemon_missed_within_s = 20;
constexpr qint64 responsive_ms = 500;

}  // namespace

void RemoteStory::cut_the_line()
{
    narrator_.step("third_complaint", [this] { return complaint("rejected", "多扣费", "感觉比平时贵，请退款。"); });
    stage_.on_ui([this] {
        for (const Scene::View &view : stage_.views())
            show_live(*view.window);
    });
    narrator_.step("line_cut_and_told", [this] { return line_is_cut(); });
    narrator_.step("pictures_with_the_line_cut", [this]() -> Seen {
        if (!pictures_.take_themes("line-cut", Language::English, [this] { return stage_.agent().shows_banner(); }))
            return missing("no banner");
        return std::string("line-cut: both desks");
    });
    narrator_.step("line_healed_done_once", [this] { return line_is_healed(); });
    narrator_.step("cut_and_healed_in_chinese", [this] { return cut_in_chinese(); });
}

Seen RemoteStory::line_is_cut()
{
    const RefundDraft wanted = draft("rejected", "6.00");
    stage_.line().cut();
    QElapsedTimer since;
    since.start();
    // Decided while nobody hears it.
    kept_ = stage_.agent().desk().request_refund(wanted);
    if (!narrator_.until([this] { return is_away(stage_.agent()); }, told_within_s))
        return missing("not told within " + std::to_string(told_within_s) + " s");
    const qint64 told_ms = since.restart();
    if (!seen<bool>([this] { return stage_.agent().shows_banner(); }))
        return missing("no banner");
    if (const qint64 answered_ms = since.elapsed(); answered_ms > responsive_ms)
        return missing("the window was away for " + std::to_string(answered_ms) + " ms");
    if (is_away(stage_.supervisor()))
        return missing("the supervisor's line is not the one that was cut");
    if (kept_.isFinished())
        return missing("the decision did not wait");
    return "told after " + std::to_string(told_ms) + " ms, the decision is kept";
}

Seen RemoteStory::line_is_healed()
{
    if (kept_.isFinished())
        return missing("the decision did not wait");
    stage_.line().heal();
    auto posted = posted_once("rejected", kept_);
    if (!posted)
        return posted;
    if (!narrator_.until([this] { return !is_away(stage_.agent()); }))
        return missing("the desk does not come back");
    if (!narrator_.until([this] { return hears("rejected", "REFUND_DONE"); }))
        return missing("the customer was not told");
    return posted;
}

// Pages that are made anew, as a change of language does, have nothing to show while the store is
// away: so the language comes first.
Seen RemoteStory::cut_in_chinese()
{
    stage_.on_ui([this] {
        stage_.set_language(Language::Chinese);
        for (const Scene::View &view : stage_.views())
            show_live(*view.window);
    });
    const bool shown = narrator_.until([this] { return seen<bool>([this] { return both_have_rows(); }); });
    stage_.line().cut();
    const bool told = narrator_.until([this] { return is_away(stage_.agent()); }, told_within_s);
    const bool taken = pictures_.take_themes("line-cut", Language::Chinese,
                                             [this] { return stage_.agent().shows_banner(); });
    stage_.line().heal();
    const bool back = narrator_.until([this] { return !is_away(stage_.agent()); });
    stage_.on_ui([this] { stage_.set_language(Language::English); });
    if (!shown || !told || !taken || !back)
        return missing(!shown ? "no sessions" : !told ? "not told" : !taken ? "no banner" : "does not come back");
    return std::string("line-cut: both desks, back again");
}

void RemoteStory::lose_the_daemon()
{
    narrator_.step("fourth_complaint",
                   [this] { return complaint("normal", "提前结束", "It stopped before my battery was full."); });
    narrator_.step("daemon_killed_and_told", [this] { return daemon_is_killed(); });
    narrator_.step("pictures_without_a_daemon", [this] {
        return picture("no-daemon", show_live,
                       [this] { return stage_.agent().shows_banner() && stage_.supervisor().shows_banner(); });
    });
    narrator_.step("another_daemon_done_once", [this] { return another_daemon(); });
    narrator_.step("feeds_heal_by_themselves", [this]() -> Seen {
        const auto before = stage_.supervisor().last_report();
        if (!narrator_.until([this] { return all_live(); }))
            return missing("a feed is not live");
        const auto goes_on = [&] {
            return stage_.supervisor().last_report() > before && stage_.agent().fees() == stage_.supervisor().fees() &&
                   !stage_.agent().fees().empty();
        };
        if (!narrator_.until(goes_on))
            return missing("no report came after it");
        return std::to_string(stage_.agent().fees().size()) + " sessions go on, the same fees on both desks";
    });
}

Seen RemoteStory::daemon_is_killed()
{
    const RefundDraft wanted = draft("normal", "2.00");
    stage_.on_ui([this] { stage_.daemon().kill(); });
    kept_ = stage_.agent().desk().request_refund(wanted);
    const auto both_know = [this] { return !has_daemon(stage_.agent()) && !has_daemon(stage_.supervisor()); };
    if (!narrator_.until(both_know, daemon_missed_within_s))
        return missing("a desk still believes in it");
    if (kept_.isFinished())
        return missing("the decision did not wait");
    return std::string("both desks say so, the decision waits");
}

Seen RemoteStory::another_daemon()
{
    if (kept_.isFinished())
        return missing("the decision did not wait");
    stage_.on_ui([this] { stage_.daemon().launch(); });
    if (!narrator_.until([this] { return stage_.daemon().is_ready() && stage_.daemon().is_well(); }))
        return missing("it is not ready");
    auto posted = posted_once("normal", kept_);
    if (!posted)
        return posted;
    if (!narrator_.until([this] { return has_daemon(stage_.agent()) && has_daemon(stage_.supervisor()); }))
        return missing("a desk does not see it");
    return posted;
}

}  // namespace aftercharge::demo
