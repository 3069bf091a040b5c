// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/actor.h"
#include "models/domain/network.h"
#include "models/store/registry.h"
#include "models/workflow/work.h"

namespace aftercharge {

// Salted SHA-256 of a charge point's password; at least 8 bytes, at most 128. OCPP's keys are
// random, so a slow hash would buy nothing and cost a reconnect storm dearly (DECISIONS.md).
Result<PasswordHash> hash_charge_point_password(std::string_view password, Random &random);
bool password_matches(const PasswordHash &stored, std::string_view password);

// Each of these is an administrator's where an operator acts (actor.source ADMIN):
// operator.not_found, operator.disabled, operator.not_permitted.
Result<void> add_station(Work &work, const Station &station, const Actor &actor);
Result<void> add_charge_point(Work &work, const ChargePoint &point, const Actor &actor);
Result<void> add_member(Work &work, const Member &member, const Actor &actor);
// `json` is an OCPI 2.2.1 tariff object; its id is the tariff's. tariff.invalid says where.
Result<StoredTariff> import_tariff(Work &work, const std::string &json, const Actor &actor);
// operator.exists also for a name that differs in upper and lower case only: nobody approves his
// own request under another spelling.
Result<void> add_operator(Work &work, const Operator &person, const Actor &actor);
Result<Operator> set_operator_limit(Work &work, const OperatorName &name, std::optional<Money> limit,
                                    const Actor &actor);
// operator.not_permitted for the last administrator: nobody could change anything any more.
Result<Operator> disable_operator(Work &work, const OperatorName &name, const Actor &actor);

// A fresh bearer token for the customer of an order (anybody who works at the desk may issue it) or
// for a desk (administrators); the text is shown once.
Result<std::string> issue_customer_token(Work &work, const OrderNo &order_no, const Actor &actor);
Result<std::string> issue_desk_token(Work &work, const std::string &desk, const Actor &actor);
// token.invalid when it is unknown or expired.
Result<AccessToken> check_token(LedgerReader &ledger, std::string_view token, UtcTime now);

}  // namespace aftercharge
