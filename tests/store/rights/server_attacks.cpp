// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/rights/rights_attacks.h"
#include "tests/store/rights/rights_store.h"

namespace aftercharge {
namespace {

Attack denied_to(const char *login, const char *name, const char *statement)
{
    return {QLatin1String(name), QLatin1String(login), {QLatin1String(statement)}, QStringLiteral("42501"), {}};
}

Attack denied_within(const char *login, const char *name, const char *statement)
{
    Attack attack = denied_to(login, name, statement);
    attack.statements.prepend(QStringLiteral("BEGIN"));
    return attack;
}

Attack refused_to(const char *login, const char *name, const QString &statement, const char *word)
{
    return {QLatin1String(name), QLatin1String(login), {statement}, QStringLiteral("AC001"), QLatin1String(word)};
}

QString add_operator(const char *name, const char *role, const QString &verifier)
{
    return QStringLiteral("SELECT desk.add_operator(%1, '%2', 'X', '%3', 1000, '%4')")
        .arg(id_text(301), QLatin1String(name), QLatin1String(role), verifier);
}

}  // namespace

std::vector<Attack> attacks_on_rights()
{
    const QString verifier = RightsStore::verifier();
    return {
        denied_to("ben", "become a supervisor", "SET ROLE shop_supervisor"),
        denied_to("ben", "become sue", "SET ROLE sue"),
        denied_to("ben", "become the owner", "SET ROLE shop_owner"),
        denied_to("ben", "become the worker", "SET ROLE shop_worker"),
        denied_to("ben", "become the superuser", "SET ROLE postgres"),
        denied_to("ben", "authorize the session as sue", "SET SESSION AUTHORIZATION sue"),
        denied_to("ben", "become sue by a setting", "SELECT set_config('role', 'sue', false)"),
        denied_to("ben", "authorize by a setting", "SELECT set_config('session_authorization', 'sue', false)"),
        denied_to("ben", "grant oneself a group", "GRANT shop_supervisor TO ben"),
        denied_to("ada", "grant oneself a group as administrator", "GRANT shop_supervisor TO ada"),
        denied_to("ada", "grant oneself the owner", "GRANT shop_owner TO ada"),
        denied_to("ben", "grant oneself a right", "GRANT SELECT ON ledger.gateway_account TO ben"),
        denied_to("ben", "make a login", "CREATE ROLE mallory LOGIN"),
        denied_to("ben", "make oneself a superuser", "ALTER ROLE ben SUPERUSER"),
        denied_to("ben", "make oneself a maker of roles", "ALTER ROLE ben CREATEROLE"),
        denied_to("ben", "give sue another password", "ALTER ROLE sue PASSWORD 'mine'"),
        denied_to("ben", "take the owner's things", "REASSIGN OWNED BY shop_owner TO ben"),
        denied_to("ben", "change default rights",
                  "ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner GRANT ALL ON TABLES TO ben"),
        denied_to("ben", "make a login by the function", "SELECT desk.make_login('mallory', 'supervisor', '')"),
        denied_to("ben", "add an operator as an agent",
                  "SELECT desk.add_operator('\\x00', 'm', 'm', 'supervisor', 1, '')"),
        denied_to("sue", "raise a limit as a supervisor", "SELECT desk.set_operator_limit('\\x00', 'ben', 1000000)"),
        denied_to("sue", "disable as a supervisor", "SELECT desk.disable_operator('\\x00', 'tom')"),
        denied_to("sue", "set a password as a supervisor", "SELECT desk.set_operator_password('tom', '')"),
        refused_to("ada", "raise the own limit",
                   QStringLiteral("SELECT desk.set_operator_limit(%1, 'ada', 1000000)").arg(id_text(302)),
                   "operator.not_permitted"),
        refused_to("ada", "raise the own limit in capitals",
                   QStringLiteral("SELECT desk.set_operator_limit(%1, 'ADA', 1000000)").arg(id_text(302)),
                   "operator.not_permitted"),
        refused_to("ada", "disable oneself",
                   QStringLiteral("SELECT desk.disable_operator(%1, 'ada')").arg(id_text(302)),
                   "operator.not_permitted"),
        {QStringLiteral("disable over an older snapshot"),
         QStringLiteral("ada"),
         {QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ"), QStringLiteral("SELECT 1 FROM operator"),
          QStringLiteral("SELECT desk.disable_operator(%1, 'sue')").arg(id_text(302))},
         QStringLiteral("AC001"),
         QStringLiteral("state.not_allowed")},
        refused_to("ada", "set the own password",
                   QStringLiteral("SELECT desk.set_operator_password('ada', '%1')").arg(verifier),
                   "operator.not_permitted"),
        refused_to("ada", "set the superuser's password",
                   QStringLiteral("SELECT desk.set_operator_password('postgres', '%1')").arg(verifier),
                   "operator.not_found"),
        refused_to("ada", "give a worker a limit",
                   QStringLiteral("SELECT desk.set_operator_limit(%1, 'robot', 1000)").arg(id_text(302)),
                   "operator.not_found"),
        refused_to("ada", "a negative limit",
                   QStringLiteral("SELECT desk.set_operator_limit(%1, 'ben', -1)").arg(id_text(302)), "input.invalid"),
        refused_to("ada", "an operator under another spelling", add_operator("BEN", "supervisor", verifier),
                   "operator.exists"),
        refused_to("ada", "an operator who is a superuser", add_operator("postgres", "supervisor", verifier),
                   "operator.exists"),
        refused_to("ada", "an operator who is a group", add_operator("shop_owner", "supervisor", verifier),
                   "operator.exists"),
        refused_to("ada", "an operator like a group to be", add_operator("shop_auditor", "supervisor", verifier),
                   "operator.exists"),
        refused_to("ada", "an operator in PostgreSQL's names", add_operator("pg_mallory", "supervisor", verifier),
                   "operator.exists"),
        refused_to("ada", "an operator called PUBLIC", add_operator("public", "supervisor", verifier),
                   "operator.exists"),
        refused_to("ada", "an operator of no group", add_operator("mallory", "owner", verifier), "input.invalid"),
        refused_to("ada", "an operator with a readable password",
                   add_operator("mallory", "agent", QStringLiteral("secret")), "input.invalid"),
        refused_to("ada", "an operator with a statement for a name",
                   add_operator("m\" SUPERUSER; --", "agent", verifier), "id.invalid"),
        refused_to("ada", "an operator with too long a name",
                   QStringLiteral("SELECT desk.add_operator(%1, repeat('a', 64), 'X', 'agent', 1, '%2')")
                       .arg(id_text(303), verifier),
                   "id.invalid"),
    };
}

std::vector<Attack> attacks_on_the_server()
{
    return {
        denied_to("ben", "a temporary table in the way", "CREATE TEMP TABLE operator AS SELECT * FROM ledger.operator"),
        denied_to("ben", "a temporary view in the way", "CREATE TEMP VIEW payment_refund AS SELECT 1"),
        denied_to("ben", "a function in the temporary schema",
                  "CREATE FUNCTION pg_temp.now_ms() RETURNS bigint LANGUAGE sql AS 'SELECT 1'"),
        denied_to("ben", "a schema of one's own", "CREATE SCHEMA ben"),
        denied_to("ben", "a table in public", "CREATE TABLE public.operator (name text)"),
        denied_to("ben", "a table among the ledger's", "CREATE TABLE ledger.mine (n int)"),
        denied_to("ben", "a function in SQL",
                  "CREATE FUNCTION desk.refuse(text, text) RETURNS void LANGUAGE sql AS ''"),
        denied_to("ben", "a function in PL/pgSQL",
                  "CREATE FUNCTION public.f() RETURNS void LANGUAGE plpgsql AS 'BEGIN END'"),
        denied_to("ben", "an operator to be picked up",
                  "CREATE OPERATOR public.= (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int)"),
        denied_to("ben", "an aggregate to be picked up",
                  "CREATE AGGREGATE public.count(*) (SFUNC = int8inc, STYPE = int8)"),
        denied_to("ben", "a type to be picked up", "CREATE DOMAIN public.text AS pg_catalog.text"),
        denied_to("ben", "a block of code", "DO $x$ BEGIN UPDATE ledger.operator SET limit_minor = 1; END $x$"),
        denied_to("ben", "replace a function",
                  "CREATE OR REPLACE FUNCTION desk.caller() RETURNS ledger.operator LANGUAGE sql AS 'SELECT NULL'"),
        denied_to("ben", "let a function look elsewhere",
                  "ALTER FUNCTION desk.approve_refund(bytea, text, bigint) SET search_path = pg_temp"),
        denied_to("ben", "let a function run as its caller",
                  "ALTER FUNCTION desk.approve_refund(bytea, text, bigint) SECURITY INVOKER"),
        denied_to("ben", "drop a function", "DROP FUNCTION desk.refund_approval_stands() CASCADE"),
        denied_to("ben", "disable triggers", "ALTER TABLE ledger.payment_refund_approval DISABLE TRIGGER ALL"),
        denied_to("ben", "drop a trigger", "DROP TRIGGER audit_log_no_delete ON ledger.audit_log"),
        denied_to("ben", "a trigger of one's own",
                  "CREATE TRIGGER mine BEFORE INSERT ON ledger.payment_refund FOR EACH ROW EXECUTE FUNCTION "
                  "desk.append_only()"),
        denied_to("ben", "a rule of one's own", "CREATE RULE mine AS ON INSERT TO ledger.audit_log DO INSTEAD NOTHING"),
        denied_to("ben", "replay as a replica", "SET session_replication_role = replica"),
        denied_to("ben", "rename the log", "ALTER TABLE ledger.audit_log RENAME TO gone"),
        denied_to("ben", "drop the log", "DROP TABLE ledger.audit_log CASCADE"),
        denied_to("ben", "a constraint less",
                  "ALTER TABLE ledger.account DROP CONSTRAINT member_accounts_never_negative"),
        denied_to("ben", "copy into the ledger", "COPY ledger.payment_refund_approval FROM '/tmp/rows'"),
        denied_to("ben", "copy from a program", "COPY ledger.account FROM PROGRAM 'id'"),
        denied_to("ben", "copy to a program", "COPY (SELECT 1) TO PROGRAM 'cat'"),
        denied_to("ben", "copy to a file", "COPY (SELECT 1) TO '/tmp/out'"),
        denied_to("ben", "read a file", "SELECT pg_read_file('/etc/passwd')"),
        denied_to("ben", "list a folder", "SELECT pg_ls_dir('/')"),
        denied_to("ben", "make a large object", "SELECT lo_create(0)"),
        denied_to("ben", "fill a large object", "SELECT lo_from_bytea(0, '\\x00')"),
        denied_to("ben", "import a large object", "SELECT lo_import('/etc/passwd')"),
        denied_to("ben", "a line to another server", "CREATE EXTENSION dblink"),
        denied_to("ben", "an extension that is trusted", "CREATE EXTENSION pgcrypto"),
        denied_to("ben", "a foreign server", "CREATE FOREIGN DATA WRAPPER mine"),
        denied_to("ben", "a publication", "CREATE PUBLICATION mine FOR ALL TABLES"),
        denied_to("ben", "a subscription",
                  "CREATE SUBSCRIPTION mine CONNECTION '' PUBLICATION p WITH (connect = false)"),
        denied_to("ben", "an event trigger",
                  "CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION desk.append_only()"),
        denied_to("ben", "a database", "CREATE DATABASE mine"),
        denied_to("ben", "settings of the server", "ALTER SYSTEM SET fsync = off"),
        denied_to("ben", "settings of the database", "ALTER DATABASE shop SET search_path = pg_temp"),
        denied_to("ben", "settings of another login", "ALTER ROLE robot SET search_path = pg_temp"),
        denied_to("ben", "read the settings' file", "SELECT pg_reload_conf()"),
        denied_to("ben", "read password hashes", "SELECT rolpassword FROM pg_authid"),
        denied_to("ben", "read gateway secrets", "SELECT secrets_json FROM ledger.gateway_account"),
        denied_to("ada", "read gateway secrets as administrator", "SELECT g FROM ledger.gateway_account g"),
        denied_to("ben", "copy gateway secrets", "COPY ledger.gateway_account TO STDOUT"),
        denied_to("ben", "explain gateway secrets",
                  "EXPLAIN ANALYZE SELECT * FROM ledger.gateway_account WHERE secrets_json LIKE '%sk_live%'"),
        denied_to("ben", "read the statistics of secrets", "SELECT stavalues1 FROM pg_statistic"),
        denied_to("ben", "read charge points' hashes", "SELECT password_hash FROM ledger.charge_point"),
        denied_to("ben", "read tokens", "SELECT sha256 FROM ledger.access_token"),
        denied_to("ben", "read who used what", "SELECT * FROM desk.granted_alone"),
        denied_within("ben", "lock a table", "LOCK TABLE ledger.payment_refund IN ACCESS EXCLUSIVE MODE"),
        denied_within("ben", "lock a table a little", "LOCK TABLE ledger.chain_end IN ROW SHARE MODE"),
        denied_to("ben", "lock the ends of the chains", "SELECT chain_no FROM chain_end FOR UPDATE"),
        denied_to("ben", "take the engine's advisory locks", "SELECT pg_advisory_lock(1)"),
        denied_to("ben", "try the engine's advisory locks", "SELECT pg_try_advisory_xact_lock(1, 2)"),
        denied_to("ben", "end the daemon's session",
                  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'robot'"),
        denied_to("ben", "cancel the daemon's statement",
                  "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = 'robot'"),
        denied_to("ben", "end others by the daemon's function", "SELECT desk.end_long_writers(0)"),
        denied_to("ben", "move a series of keys", "SELECT setval('telemetry.device_event_id_seq', 1)"),
        denied_to("ben", "take a key of a series", "SELECT nextval('telemetry.device_event_id_seq')"),
        denied_to("ben", "write the log of the server", "SELECT pg_switch_wal()"),
    };
}

}  // namespace aftercharge
