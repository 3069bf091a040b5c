// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/discrepancy.h"
#include "models/store/page.h"

namespace aftercharge {

// "STRIPE", "WECHAT_PAY", "EASYPOST": what account rows and events are told apart by.
using GatewayName = std::string;

// How a gateway is reached: its address and its secrets ("api_key", "webhook_secret", …, which
// are never printed, logged or shown), in the encrypted store only.
struct GatewayAccount {
    GatewayName gateway;
    std::string base_url;
    std::map<std::string, std::string> settings;  // what is no secret: a merchant id, a contact
    std::map<std::string, std::string> secrets;
    UtcTime changed_at;
};

// What a gateway told, as it came: unique by (gateway, event id).
struct GatewayEvent {
    GatewayName gateway;
    std::string event_id;
    UtcTime received_at;
    std::string raw;
};

class GatewayReader {
public:
    virtual ~GatewayReader() = default;
    virtual Result<std::vector<GatewayAccount>> accounts() = 0;
    // Open ones first, newest first; all of them with `resolved`.
    virtual Result<std::vector<Discrepancy>> discrepancies(bool resolved, int limit) = 0;
    virtual Result<std::int64_t> open_discrepancies() = 0;
    virtual Result<Discrepancy> discrepancy(const Uuid &id) = 0;                 // discrepancy.not_found
    virtual Result<std::vector<Reconciliation>> reconciliations(int limit) = 0;  // newest first
    virtual Result<std::vector<ReconciledRefund>> reconciled(const Uuid &id) = 0;
};

class GatewayWriter : public GatewayReader {
public:
    virtual Result<void> put_account(const GatewayAccount &account) = 0;
    // False: it was there already, and nothing is to be done.
    virtual Result<bool> add_event(const GatewayEvent &event) = 0;
    // False: the same is open already.
    virtual Result<bool> add_discrepancy(const Discrepancy &discrepancy) = 0;
    virtual Result<void> resolve_discrepancy(const Uuid &id, const OperatorName &by, const std::string &resolution,
                                             UtcTime at) = 0;
    virtual Result<void> put_reconciliation(const Reconciliation &run) = 0;
    virtual Result<void> add_reconciled(const Uuid &id, const std::vector<ReconciledRefund> &rows) = 0;
};

}  // namespace aftercharge
