// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/rights/rights_attacks.h"

#include "tests/store/rights/rights_store.h"

namespace aftercharge {
namespace {

const QString denied = QStringLiteral("42501");
const QString refused = QStringLiteral("AC001");

Attack denied_to(const char *login, const QString &name, const QStringList &statements)
{
    return {name, QLatin1String(login), statements, denied, {}};
}

Attack denied_to(const char *login, const QString &name, const char *statement)
{
    return denied_to(login, name, QStringList{QLatin1String(statement)});
}

Attack refused_to(const char *login, const QString &name, const QStringList &statements, const char *word)
{
    return {name, QLatin1String(login), statements, refused, QLatin1String(word)};
}

Attack refused_to(const char *login, const QString &name, const QString &statement, const char *word)
{
    return refused_to(login, name, QStringList{statement}, word);
}

QString approve(const char *what, int id, const char *number, const char *amount)
{
    return QStringLiteral("SELECT desk.approve_%1(%2, '%3', %4)")
        .arg(QLatin1String(what), id_text(id), QLatin1String(number), QLatin1String(amount));
}

QString submit(int id, const char *verb, const char *arguments)
{
    return QStringLiteral("SELECT desk.submit_decision(%1, '%2', 'O-1', %3)")
        .arg(id_text(id), QLatin1String(verb), QLatin1String(arguments));
}

// Table and a column of it.
constexpr const char *tables[][2] = {
    {"ledger.account", "balance_minor"},
    {"ledger.ledger_transfer", "amount_minor"},
    {"ledger.payment_refund", "approval"},
    {"ledger.payment_refund_approval", "approved_by"},
    {"ledger.payment_refund_log", "content"},
    {"ledger.payment_refund_item", "amount_minor"},
    {"ledger.payment_refund_unit", "amount_minor"},
    {"ledger.payment_order", "amount_minor"},
    {"ledger.carrier_claim", "up_to_minor"},
    {"ledger.carrier_claim_approval", "approved_by"},
    {"ledger.refund_batch", "approval"},
    {"ledger.refund_batch_row", "state"},
    {"ledger.approval_vote", "login"},
    {"ledger.approval_rule", "approvers"},
    {"ledger.approval_setting", "life_ms"},
    {"ledger.approval_picture", "basis"},
    {"ledger.charging_order", "fee_minor"},
    {"ledger.orders", "paid_minor"},
    {"ledger.order_item_unit", "share_minor"},
    {"ledger.outbox", "payload"},
    {"ledger.decision", "login"},
    {"ledger.operator", "limit_minor"},
    {"ledger.audit_log", "actor_name"},
    {"ledger.order_status_log", "actor_name"},
    {"ledger.chain", "hash"},
    {"ledger.chain_end", "chain_no"},
    {"ledger.number_series", "last"},
    {"ledger.cs_ticket", "assigned_to"},
    {"ledger.access_token", "sha256"},
    {"ledger.gateway_account", "base_url"},
    {"ledger.presence", "login"},
    {"ledger.money_lease", "login"},
    {"ledger.daemon", "live_url"},
    {"telemetry.sample", "register_wh"},
    {"telemetry.device_event", "detail"},
    {"desk.vote", "login"},
    {"desk.granted_alone", "login"},
    {"desk.role_verb", "role"},
    {"desk.membership_log", "changed_by"},
    {"desk.decision", "login"},
    {"desk.charge_point", "vendor"},
    {"desk.gateway_account", "base_url"},
};

}  // namespace

std::vector<Attack> attacks_on_tables()
{
    std::vector<Attack> all;
    for (const auto &[table, column] : tables) {
        const QString name = QLatin1String(table);
        all.push_back(denied_to("ben", QStringLiteral("insert into ") + name,
                                {QStringLiteral("INSERT INTO %1 DEFAULT VALUES").arg(name)}));
        all.push_back(denied_to("ben", QStringLiteral("update ") + name,
                                {QStringLiteral("UPDATE %1 SET %2 = DEFAULT").arg(name, QLatin1String(column))}));
        all.push_back(
            denied_to("ben", QStringLiteral("delete from ") + name, {QStringLiteral("DELETE FROM %1").arg(name)}));
    }
    for (const char *const truncated :
         {"ledger.audit_log", "ledger.chain", "ledger.payment_refund_approval", "desk.vote"})
        all.push_back(denied_to("ada", QStringLiteral("truncate ") + QLatin1String(truncated),
                                {QStringLiteral("TRUNCATE %1 CASCADE").arg(QLatin1String(truncated))}));
    all.push_back(denied_to("ada", QStringLiteral("raise a limit by MERGE"),
                            "MERGE INTO ledger.operator o USING (SELECT 1) s ON true WHEN MATCHED THEN UPDATE SET "
                            "limit_minor = 1"));
    all.push_back(denied_to("ben", QStringLiteral("delete within WITH"),
                            "WITH gone AS (DELETE FROM ledger.audit_log RETURNING 1) SELECT count(*) FROM gone"));
    return all;
}

std::vector<Attack> attacks_on_approvals()
{
    const QString own = approve("refund", 101, "R-BEN", "3000");
    const auto ben = [&](const char *name, const QStringList &before) {
        return refused_to("ben", QLatin1String(name), before + QStringList{own}, "refund.own_request");
    };
    return {
        ben("approve the own request", {}),
        ben("the same as SET ROLE NONE", {QStringLiteral("SET ROLE NONE")}),
        ben("the same after RESET SESSION AUTHORIZATION", {QStringLiteral("RESET SESSION AUTHORIZATION")}),
        ben("the same with settings of one's own", {QStringLiteral("SET desk.login = 'sue'"),
                                                    QStringLiteral("SELECT set_config('session.user', 'sue', false)"),
                                                    QStringLiteral("SET application_name = 'sue'")}),
        ben("the same under another search_path", {QStringLiteral("SET search_path = pg_temp, telemetry, desk")}),
        refused_to("sue", QStringLiteral("approve over an older snapshot"),
                   {QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ"),
                    QStringLiteral("SELECT count(*) FROM operator"), approve("refund", 101, "R-ANN", "3000")},
                   "state.not_allowed"),
        refused_to("sue", QStringLiteral("approve by a default isolation"),
                   {QStringLiteral("SET default_transaction_isolation = serializable"),
                    approve("refund", 101, "R-ANN", "3000")},
                   "state.not_allowed"),
        ben("the same within a function's plan", {QStringLiteral("SET plan_cache_mode = force_generic_plan")}),
        refused_to("ben", QStringLiteral("approve the own claim"), approve("claim", 102, "C-BEN", "4000"),
                   "claim.own_request"),
        refused_to("sue", QStringLiteral("approve another amount"), approve("refund", 103, "R-ANN", "2999"),
                   "refund.changed"),
        refused_to("sue", QStringLiteral("approve no amount"), approve("refund", 103, "R-ANN", "NULL"),
                   "refund.changed"),
        refused_to("sue", QStringLiteral("approve a negative amount"), approve("refund", 103, "R-ANN", "-3000"),
                   "refund.changed"),
        refused_to("sue", QStringLiteral("approve another promise"), approve("claim", 103, "C-ANN", "4001"),
                   "claim.changed"),
        refused_to("sue", QStringLiteral("approve another total"), approve("batch", 103, "B-ANN", "1"),
                   "refund.changed"),
        refused_to("sue", QStringLiteral("approve above the limit"), approve("refund", 104, "R-BIG", "200000"),
                   "refund.exceeds_limit"),
        refused_to("ben", QStringLiteral("approve above a small limit"), approve("refund", 104, "R-TWO", "60000"),
                   "refund.exceeds_limit"),
        refused_to("ann", QStringLiteral("approve without a limit"), approve("refund", 105, "R-SUE", "2000"),
                   "operator.not_permitted"),
        refused_to("eve", QStringLiteral("approve from ops"), approve("refund", 105, "R-SUE", "2000"),
                   "operator.not_permitted"),
        refused_to("old", QStringLiteral("approve when disabled"), approve("refund", 106, "R-ANN", "3000"),
                   "operator.disabled"),
        refused_to("ghost", QStringLiteral("approve without being an operator"),
                   approve("refund", 107, "R-ANN", "3000"), "operator.not_found"),
        denied_to("robot", QStringLiteral("approve as a daemon"), {approve("refund", 108, "R-ANN", "3000")}),
        refused_to("sue", QStringLiteral("approve what is approved"), approve("refund", 109, "R-DONE", "1000"),
                   "refund.already_decided"),
        refused_to("sue", QStringLiteral("approve a row of a batch alone"), approve("refund", 110, "R-ROW", "1500"),
                   "refund.in_batch"),
        refused_to("sue", QStringLiteral("approve what is not there"), approve("refund", 111, "R-NONE", "1"),
                   "refund.not_found"),
        refused_to("sue", QStringLiteral("approve under the id of another decision"),
                   approve("refund", 1, "R-ANN", "3000"), "store.conflict"),
        refused_to("sue", QStringLiteral("approve without an id"),
                   QStringLiteral("SELECT desk.approve_refund(NULL, 'R-ANN', 3000)"), "id.invalid"),
        denied_to("ben", QStringLiteral("vote past the checks"),
                  "SELECT desk.vote_for('\\x00', 'refund.approve', 'R-BEN', 3000, '{}')"),
        denied_to("ben", QStringLiteral("hand in past the checks"),
                  "SELECT desk.put_decision('\\x00', 'refund.approve', 'R-BEN', '{}')"),
        denied_to("ben", QStringLiteral("use up another's decision"),
                  "SELECT desk.use_decision('refund', 'R-BEN', 'ben', ARRAY['\\x00'::bytea])"),
        denied_to("ben", QStringLiteral("hold a request"), "SELECT 1 FROM payment_refund FOR UPDATE"),
        denied_to("ben", QStringLiteral("hold a request a little"), "SELECT 1 FROM payment_refund FOR KEY SHARE"),
    };
}

std::vector<Attack> attacks_on_decisions()
{
    return {
        refused_to("ben", QStringLiteral("hand in an approval"),
                   submit(201, "refund.approve", "'{\"refund_no\":\"R-BEN\"}'"), "operator.not_permitted"),
        refused_to("sue", QStringLiteral("hand in an approval of a claim"), submit(201, "claim.approve", "'{}'"),
                   "operator.not_permitted"),
        refused_to("sue", QStringLiteral("hand in an approval of a batch"), submit(201, "batch.approve", "'{}'"),
                   "operator.not_permitted"),
        refused_to("ada", QStringLiteral("hand in a limit"), submit(202, "operator.set_limit", "'{}'"),
                   "operator.not_permitted"),
        refused_to("ada", QStringLiteral("hand in an operator"), submit(202, "operator.add", "'{}'"),
                   "operator.not_permitted"),
        refused_to("ben", QStringLiteral("hand in an unknown verb"), submit(203, "ledger.post", "'{}'"),
                   "operator.not_permitted"),
        refused_to("ben", QStringLiteral("hand in no verb"),
                   QStringLiteral("SELECT desk.submit_decision(%1, NULL, '', '{}')").arg(id_text(203)),
                   "operator.not_permitted"),
        refused_to("eve", QStringLiteral("ask for a refund from ops"), submit(204, "refund.request", "'{}'"),
                   "operator.not_permitted"),
        refused_to("ben", QStringLiteral("reconcile as an agent"), submit(205, "reconcile", "'{}'"),
                   "operator.not_permitted"),
        refused_to("ann", QStringLiteral("send back without a limit"), submit(206, "refund.send_back", "'{}'"),
                   "operator.not_permitted"),
        refused_to("old", QStringLiteral("hand in when disabled"), submit(207, "ticket.open", "'{}'"),
                   "operator.disabled"),
        refused_to("ghost", QStringLiteral("hand in without being an operator"), submit(208, "ticket.open", "'{}'"),
                   "operator.not_found"),
        refused_to(
            "ben", QStringLiteral("hand in under another's id"),
            submit(1, "refund.request", "'{\"kind\":\"REFUND\",\"amount\":{\"minor\":2100,\"currency\":\"CNY\"}}'"),
            "store.conflict"),
        refused_to("ben", QStringLiteral("hand in other content under an id"), submit(2, "refund.request", "'{}'"),
                   "store.conflict"),
        refused_to("ben", QStringLiteral("hand in what is no JSON"), submit(209, "ticket.open", "'{'"),
                   "input.invalid"),
        refused_to("ben", QStringLiteral("hand in a list"), submit(209, "ticket.open", "'[]'"), "input.invalid"),
        refused_to("ben", QStringLiteral("hand in a NUL"), submit(209, "ticket.open", "'{\"text\":\"\\u0000\"}'"),
                   "input.invalid"),
        refused_to("ben", QStringLiteral("hand in depth"), submit(209, "ticket.open", "repeat('[', 100000)"),
                   "input.invalid"),
        refused_to("ben", QStringLiteral("hand in 25 MB"),
                   submit(210, "ticket.open", "'{\"text\":\"' || repeat('x', 26000000) || '\"}'"), "input.invalid"),
        refused_to("ben", QStringLiteral("hand in 2 MB without files"),
                   submit(210, "ticket.note", "'{\"text\":\"' || repeat('x', 2000000) || '\"}'"), "input.invalid"),
        refused_to("ben", QStringLiteral("hand in nothing"), submit(211, "ticket.open", "NULL"), "input.invalid"),
        refused_to("ben", QStringLiteral("hand in a short id"),
                   QStringLiteral("SELECT desk.submit_decision('\\x01', 'ticket.open', '', '{}')"), "id.invalid"),
        denied_to("robot", QStringLiteral("hand in as a daemon"), {submit(212, "ticket.open", "'{}'")}),
        denied_to("sue", QStringLiteral("read what others handed in"), "SELECT arguments FROM ledger.decision"),
    };
}

}  // namespace aftercharge
