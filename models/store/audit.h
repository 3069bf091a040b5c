// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "models/domain/actor.h"
#include "models/store/page.h"

namespace aftercharge {

// Who did what: one row for every decision, in the transaction of the decision.
struct AuditEntry {
    UtcTime at;
    Actor actor;
    std::string action;     // "refund.approve", "operator.set_limit"
    std::string entity;     // "payment_refund"
    std::string entity_id;  // "R20261123-0088"
    std::string detail;
    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

// Result of walking all hash chains over the rows as they stand now.
struct ChainReport {
    std::int64_t entries = 0;
    bool intact = true;
    std::string problem;  // the first one: chain, position, row
};

class AuditReader {
public:
    virtual ~AuditReader() = default;
    virtual Result<Page<AuditEntry>> page(const PageRequest &request, std::string_view text) = 0;
    virtual Result<std::int64_t> chain_length() = 0;
    // Recomputes every hash; `progress` (done, of) may return false to cancel.
    virtual Result<ChainReport> verify(const std::function<bool(std::int64_t, std::int64_t)> &progress) = 0;
};

class AuditWriter : public AuditReader {
public:
    virtual Result<void> append(const AuditEntry &entry) = 0;
};

}  // namespace aftercharge
