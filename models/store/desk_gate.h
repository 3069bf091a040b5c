// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/domain/actor.h"
#include "models/domain/decision_verb.h"
#include "models/domain/error.h"
#include "models/domain/id.h"
#include "models/domain/presence.h"

namespace aftercharge {

// What a login that may not write asks of a shared store: the store checks who asks and what he may,
// and a daemon carries the decision out. The desk makes a decision's id: handed in again under the
// same one, with the same content, it is the same decision and nothing happens twice; with other
// content it is store.conflict. After store.unreachable nobody knows whether it is in, until it
// is handed in again. Errors: operator.*, input.invalid, and those that are named.
class DeskGate {
public:
    virtual ~DeskGate() = default;

    // Every verb except those that have functions of their own below. `arguments` as arguments_of
    // (models/workflow/decision.h) writes them.
    virtual Result<void> submit(const Uuid &id, DecisionVerb verb, const std::string &subject,
                                const std::string &arguments) = 0;

    // A vote of this login, and the decision to carry it out. Errors: refund.not_found,
    // refund.own_request, refund.changed, refund.exceeds_limit, refund.already_decided,
    // refund.in_batch, approval.already_given; the same of claims (claim.*) and batches
    // (batch.not_found, refund.*).
    virtual Result<void> approve_refund(const Uuid &id, const RefundNo &refund_no, const Money &amount) = 0;
    virtual Result<void> approve_claim(const Uuid &id, const ClaimNo &claim_no, const Money &up_to) = 0;
    virtual Result<void> approve_batch(const Uuid &id, const BatchNo &batch_no, const Money &total) = 0;

    // People and their logins: administrators only, never about oneself. Of the person name,
    // display name, role and limit are taken; `verifier` as of scram_verifier: no password
    // reaches the server. operator.exists, operator.not_found.
    virtual Result<void> add_operator(const Uuid &id, const Operator &person, const std::string &verifier) = 0;
    virtual Result<void> set_operator_limit(const Uuid &id, const OperatorName &name,
                                            const std::optional<Money> &limit) = 0;
    virtual Result<void> disable_operator(const Uuid &id, const OperatorName &name) = 0;
    virtual Result<void> set_password(const OperatorName &name, const std::string &verifier) = 0;

    // Presence, by the server's clock; they answer until when it holds. lease.held.
    virtual Result<UtcTime> note_presence(const std::string &subject, Doing doing, const Uuid &desk) = 0;
    virtual Result<void> leave(const std::string &subject, const Uuid &desk) = 0;
    virtual Result<UtcTime> take_money_lease(const OrderNo &order_no, const Uuid &desk) = 0;
    virtual Result<void> drop_money_lease(const OrderNo &order_no, const Uuid &desk) = 0;

    // A fresh bearer token for the live feeds of this store's daemons, for 12 hours.
    virtual Result<std::string> feed_token() = 0;
};

}  // namespace aftercharge
