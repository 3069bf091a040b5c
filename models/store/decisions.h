// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/actor.h"
#include "models/domain/decision_verb.h"
#include "models/domain/error.h"
#include "models/domain/id.h"

namespace aftercharge {

// What a person decided at a desk that holds no engine: written under his own login, carried
// out by a daemon. The desk makes the id, so that the same decision handed in twice is one.
struct SubmittedDecision {
    Uuid id;
    OperatorName login;  // on PostgreSQL: session_user, whatever the desk says
    DecisionVerb verb = DecisionVerb::OpenTicket;
    std::string subject;    // what it is about: a ticket, an order, a refund …
    std::string arguments;  // JSON, see models/workflow/decision.h
    UtcTime submitted_at;
    int attempts = 0;
    std::optional<UtcTime> done_at;
    std::string refusal_code;  // with done_at: refused, by the stable text of the code
    std::string refusal_detail;
    std::string outcome;  // with done_at and no refusal: the number of what was made or changed
    friend bool operator==(const SubmittedDecision &, const SubmittedDecision &) = default;
};

// A daemon that serves this store, and where its live feed is.
struct DaemonRow {
    std::string name;
    std::string version;
    std::string live_url;  // "ws://HOST:PORT"; empty: none
    UtcTime started_at;
    UtcTime seen_at;
    friend bool operator==(const DaemonRow &, const DaemonRow &) = default;
};

class DecisionReader {
public:
    virtual ~DecisionReader() = default;
    virtual Result<std::optional<SubmittedDecision>> find(const Uuid &id) = 0;
    virtual Result<std::int64_t> waiting() = 0;
    virtual Result<std::vector<DaemonRow>> daemons(UtcTime seen_since) = 0;
};

class DecisionWriter : public DecisionReader {
public:
    // Handed in before with the same content: nothing. With other content: store.conflict.
    virtual Result<void> submit(const SubmittedDecision &decision) = 0;
    // Waiting ones that nobody holds, oldest first; they are `owner`'s until `lease_until`.
    virtual Result<std::vector<SubmittedDecision>> lease(UtcTime now, const std::string &owner, UtcTime lease_until,
                                                         int limit) = 0;
    // Carried out: in the unit of work that did it. store.conflict: it was over already.
    virtual Result<void> done(const Uuid &id, UtcTime at, const std::string &outcome) = 0;
    virtual Result<void> refused(const Uuid &id, UtcTime at, const Error &error) = 0;
    virtual Result<void> put_daemon(const DaemonRow &daemon) = 0;
};

}  // namespace aftercharge
