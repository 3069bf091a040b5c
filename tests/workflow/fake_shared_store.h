// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <vector>

#include "models/workflow/decision_sender.h"

namespace aftercharge {

// A shared store as a decision sender sees it: it may be away, lose an answer, forget a row, refuse;
// and a daemon, or none, carries out what was handed in. Any thread may set it.
class FakeSharedStore {
    template<typename Do>
    auto with(Do work) -> std::invoke_result_t<Do>
    {
        const std::lock_guard lock(mutex_);
        return work();
    }

public:
    struct HandedIn {
        Uuid id;
        std::string what;  // "submit ticket.take", "approve_refund R1 12.00"
    };

    // A line to it, as a sender opens it.
    std::unique_ptr<DecisionLine> line();

    void set_away(bool away)
    {
        with([&] { away_ = away; });
    }
    // So many answers to what is handed in are lost, after it is in.
    void lose_answers(int count)
    {
        with([&] { answers_to_lose_ = count; });
    }
    void refuse(std::optional<Error> error)
    {
        with([&] { refusal_ = std::move(error); });
    }
    // What a daemon does with each that waits, from now on; none: nobody is there.
    void set_daemon(std::function<Result<std::string>(const SubmittedDecision &)> daemon);
    void forget_all()
    {
        with([&] { rows_.clear(); });
    }
    void put_effect(const Effect &effect)
    {
        with([&] { effects_[effect.id] = effect; });
    }

    // Attempts that arrived, also those whose answer was lost; not those while it was away.
    std::vector<HandedIn> attempts()
    {
        return with([&] { return attempts_; });
    }
    std::map<Uuid, SubmittedDecision> rows()
    {
        return with([&] { return rows_; });
    }

private:
    friend class FakeGate;
    friend class FakeReader;
    friend class FakeOutbox;
    Result<void> hand_in(const Uuid &id, DecisionVerb verb, const std::string &subject, const std::string &arguments,
                         const std::string &what);
    Result<std::optional<SubmittedDecision>> find(const Uuid &id);
    Result<std::optional<Effect>> effect(const Uuid &id);

    std::mutex mutex_;
    bool away_ = false;
    int answers_to_lose_ = 0;
    std::optional<Error> refusal_;
    std::function<Result<std::string>(const SubmittedDecision &)> daemon_;
    std::vector<HandedIn> attempts_;
    std::map<Uuid, SubmittedDecision> rows_;
    std::map<Uuid, Effect> effects_;
};

}  // namespace aftercharge
