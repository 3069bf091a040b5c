// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/rights/rights_attacks.h"
#include "tests/store/rights/rights_store.h"

namespace aftercharge {
namespace {

Attack attempt(const char *name, const QStringList &statements, const char *state, const char *word = "")
{
    return {QLatin1String(name), QStringLiteral("robot"), statements, QLatin1String(state), QLatin1String(word)};
}

Attack denied(const char *name, const char *statement)
{
    return attempt(name, {QLatin1String(statement)}, "42501");
}

Attack refused(const char *name, const char *statement, const char *word)
{
    return attempt(name, {QLatin1String(statement)}, "AC001", word);
}

// Refused at the end of the transaction.
Attack refused_late(const char *name, const char *statement, const char *word)
{
    return attempt(name, {QStringLiteral("BEGIN"), QLatin1String(statement), QStringLiteral("COMMIT")}, "AC001", word);
}

std::vector<Attack> on_approvals()
{
    return {
        refused("an approval that nobody gave",
                "INSERT INTO ledger.payment_refund_approval VALUES ('R-ANN', 'sue', 'CNY', 3000, 1, 9, 1)",
                "operator.not_permitted"),
        refused("an approval above a limit",
                "INSERT INTO ledger.payment_refund_approval VALUES ('R-BIG', 'sue', 'CNY', 200000, 1, 9, 1)",
                "refund.exceeds_limit"),
        refused("an approval of one who is disabled",
                "INSERT INTO ledger.payment_refund_approval VALUES ('R-ANN', 'old', 'CNY', 3000, 1, 9, 1)",
                "operator.disabled"),
        refused("an approval of nobody",
                "INSERT INTO ledger.payment_refund_approval VALUES ('R-ANN', 'ghost', 'CNY', 3000, 1, 9, 1)",
                "operator.not_found"),
        refused("an approval of the daemon",
                "INSERT INTO ledger.payment_refund_approval VALUES ('R-ANN', 'robot', 'CNY', 3000, 1, 9, 1)",
                "operator.not_permitted"),
        attempt(
            "an approval of another amount",
            {QStringLiteral("INSERT INTO ledger.payment_refund_approval VALUES ('R-ANN', 'sue', 'CNY', 1, 1, 9, 1)")},
            "AC000"),
        refused("an own request that was decided with another amount",
                "INSERT INTO ledger.payment_refund_approval VALUES ('R-BEN', 'ben', 'CNY', 3000, 1, 9, 1)",
                "refund.own_request"),
        refused("a claim's refund by one who promised nothing",
                "INSERT INTO ledger.payment_refund_approval VALUES ('R-CLAIM', 'tom', 'CNY', 900, 1, 9, 1)",
                "operator.not_permitted"),
        refused("a promise that nobody gave",
                "INSERT INTO ledger.carrier_claim_approval VALUES ('C-ANN', 'sue', 'CNY', 5000, 4000, 1, 9, 1)",
                "operator.not_permitted"),
        refused("an own promise that nobody decided",
                "INSERT INTO ledger.carrier_claim_approval VALUES ('C-BEN', 'ben', 'CNY', 5000, 4000, 1, 9, 1)",
                "claim.own_request"),
        refused("a vote that nobody gave",
                "INSERT INTO ledger.approval_vote VALUES ('R-ANN', 'sue', 'CNY', 3000, 3000, 1, 9, 1)",
                "operator.not_permitted"),
        refused("a batch that nobody approved",
                "UPDATE ledger.refund_batch SET approval = 'APPROVED', approved_by = 'sue' WHERE batch_no = 'B-ANN'",
                "operator.not_permitted"),
        refused("a batch that its requester approved",
                "UPDATE ledger.refund_batch SET approval = 'APPROVED', approved_by = 'ann' WHERE batch_no = 'B-ANN'",
                "operator.not_permitted"),
        refused("a batch that nobody asked for",
                "INSERT INTO ledger.refund_batch VALUES ('B-X', 'FIXED_AMOUNT', 0, 'CNY', 1, 'FAULT', '', 1, 1, 0, "
                "'WAITING', '', 'ben', '', 1, NULL, NULL, 1)",
                "operator.not_permitted"),
        refused_late("APPROVED without an approval",
                     "UPDATE ledger.payment_refund SET approval = 'APPROVED', approved_by = 'sue', version = 2 WHERE "
                     "refund_no = 'R-ANN'",
                     "operator.not_permitted"),
        refused_late("paid without an approval",
                     "UPDATE ledger.payment_refund SET status = 'SUCCESS', version = 2 WHERE refund_no = 'R-ANN'",
                     "operator.not_permitted"),
        refused_late("approved under another's name",
                     "UPDATE ledger.payment_refund SET approved_by = 'tom', version = 2 WHERE refund_no = 'R-DONE'",
                     "operator.not_permitted"),
        refused_late(
            "a claim APPROVED without an approval",
            "UPDATE ledger.carrier_claim SET approval = 'APPROVED', approved_by = 'sue', version = 2 WHERE claim_no "
            "= 'C-ANN'",
            "operator.not_permitted"),
        refused_late(
            "a movement that joins no approval",
            "INSERT INTO ledger.ledger_transfer VALUES (decode(md5('R-ANN'), 'hex'), 'revenue', '', 'available', "
            "'M-1', 'CNY', 3000, 'REFUND', 'O-1', NULL, 1, 'SYSTEM', 'engine', 9, 1)",
            "operator.not_permitted"),
        refused_late(
            "a movement of another amount",
            "INSERT INTO ledger.ledger_transfer VALUES (decode(md5('R-DONE'), 'hex'), 'revenue', '', 'available', "
            "'M-1', 'CNY', 1001, 'REFUND', 'O-1', NULL, 1, 'SYSTEM', 'engine', 9, 1)",
            "operator.not_permitted"),
        refused_late(
            "a movement to another member",
            "INSERT INTO ledger.ledger_transfer VALUES (decode(md5('R-DONE'), 'hex'), 'revenue', '', 'available', "
            "'M-2', 'CNY', 1000, 'REFUND', 'O-1', NULL, 1, 'SYSTEM', 'engine', 9, 1)",
            "operator.not_permitted"),
        refused("a request of another",
                "UPDATE ledger.payment_refund SET requested_by = 'ann', version = 2 WHERE refund_no = 'R-BEN'",
                "refund.changed"),
        refused("a request of the system",
                "UPDATE ledger.payment_refund SET initiator = 'SYSTEM', version = 2 WHERE refund_no = 'R-BEN'",
                "refund.changed"),
        refused("another picture for the approver",
                "UPDATE ledger.payment_refund SET basis = 'nicer', version = 2 WHERE refund_no = 'R-BEN'",
                "refund.changed"),
        refused("a claim of another",
                "UPDATE ledger.carrier_claim SET requested_by = 'ann', version = 2 WHERE claim_no = 'C-BEN'",
                "claim.changed"),
        refused(
            "a request that nobody made",
            "INSERT INTO ledger.payment_refund SELECT 'R-NEW', kind, order_no, member_id, ticket_no, currency, 1, "
            "status, approval, reason_code, note, basis, initiator, requested_by, approved_by, decode(md5('x'), "
            "'hex'), '', 1, NULL, NULL, '', '', '', 0, '', 0, 1 FROM ledger.payment_refund WHERE refund_no = 'R-ANN'",
            "operator.not_permitted"),
        refused("a request of a claim that nobody approved",
                "INSERT INTO ledger.payment_refund SELECT 'R-NEW', 'GOODS_REFUND', 'G-1', member_id, ticket_no, "
                "currency, 1, status, approval, reason_code, note, basis, 'SYSTEM', requested_by, approved_by, "
                "decode(md5('x'), 'hex'), '', 1, NULL, NULL, '', 'C-ANN', '', 0, '', 0, 1 FROM ledger.payment_refund "
                "WHERE refund_no = 'R-ANN'",
                "operator.not_permitted"),
        attempt("another amount after the approval",
                {QStringLiteral(
                    "UPDATE ledger.payment_refund SET amount_minor = 2000, version = 2 WHERE refund_no = 'R-DONE'")},
                "AC000"),
        attempt("a second approval",
                {QStringLiteral(
                    "INSERT INTO ledger.payment_refund_approval VALUES ('R-DONE', 'tom', 'CNY', 1000, 1, 9, 1)")},
                "AC001", "operator.not_permitted"),
    };
}

std::vector<Attack> on_rights()
{
    return {
        denied("raise a limit", "UPDATE ledger.operator SET limit_minor = 1000000 WHERE name = 'ben'"),
        denied("enable who is disabled", "UPDATE ledger.operator SET disabled = 0"),
        denied("add an operator", "INSERT INTO ledger.operator VALUES ('m', 'm', 'supervisor', 1, 'CNY', 0, 1, 1)"),
        denied("add an operator by the function", "SELECT desk.add_operator('\\x00', 'm', 'm', 'supervisor', 1, '')"),
        denied("make a login", "SELECT desk.make_login('m', 'supervisor', '')"),
        denied("another rule of approvals", "UPDATE ledger.approval_rule SET approvers = 1"),
        denied("no rule of approvals", "DELETE FROM ledger.approval_rule"),
        denied("a decision in another's name", "INSERT INTO ledger.decision DEFAULT VALUES"),
        denied("a decision of another", "UPDATE ledger.decision SET login = 'ben'"),
        denied("a decision to something else", "UPDATE ledger.decision SET arguments = '{}'"),
        denied("a vote in another's name", "INSERT INTO desk.vote VALUES ('refund.approve', 'R-ANN', 'sue', 3000, 1)"),
        denied("a grant of one's own making", "DELETE FROM desk.granted_alone"),
        denied("another verb for a role", "INSERT INTO desk.role_verb VALUES ('agent', 'refund.approve', false)"),
        denied("log rows away", "DELETE FROM ledger.audit_log"),
        denied("log rows another way", "UPDATE ledger.audit_log SET actor_name = 'sue'"),
        denied("a chain shorter", "DELETE FROM ledger.chain"),
        denied("a chain empty", "TRUNCATE ledger.chain"),
        denied("a posted transfer away", "DELETE FROM ledger.ledger_transfer"),
        denied("a refund away", "DELETE FROM ledger.payment_refund"),
        denied("an approval away", "DELETE FROM ledger.payment_refund_approval"),
        denied("the owner's place", "SET ROLE shop_owner"),
        denied("a supervisor's place", "SET ROLE shop_supervisor"),
        denied("triggers off", "ALTER TABLE ledger.payment_refund_approval DISABLE TRIGGER ALL"),
        denied("a replica's place", "SET session_replication_role = replica"),
        denied("temporary tables in the way of guards", "CREATE TEMP TABLE payment_refund AS SELECT 1"),
        denied("a table of one's own", "CREATE TABLE ledger.mine (n int)"),
        denied("code of one's own", "DO $x$ BEGIN END $x$"),
        denied("another network", "INSERT INTO ledger.network DEFAULT VALUES"),
        denied("a trigger of one's own",
               "CREATE TRIGGER mine BEFORE INSERT ON ledger.chain FOR EACH ROW EXECUTE FUNCTION desk.append_only()"),
        denied("a program", "COPY ledger.account FROM PROGRAM 'id'"),
        denied("the schema's version", "UPDATE ledger.schema_migration SET version = 99"),
        denied("a token for the feed", "SELECT desk.feed_token()"),
    };
}

}  // namespace

std::vector<Attack> attacks_of_the_worker()
{
    std::vector<Attack> all = on_approvals();
    for (Attack &more : on_rights())
        all.push_back(std::move(more));
    return all;
}

}  // namespace aftercharge
