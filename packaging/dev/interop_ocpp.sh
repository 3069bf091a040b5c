# SPDX-License-Identifier: GPL-3.0-or-later
# The OCPP part of ./dev interop; sourced by interop.sh: a session with the daemon by the OCPP 1.6
# client "ocpp-rpc" in strict mode, and what it came to in the store.

export XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state"

store=(--store "sqlcipher:$work/store" --key-file "$work/store.key")
ctl()
{
    build/bin/afterchargectl "$@" "${store[@]}"
}
# field NAME: of one JSON object on standard input
field()
{
    node -e 'const o = JSON.parse(require("fs").readFileSync(0)); console.log(String(o[process.argv[1]]))' "$1"
}

# The tariff: electricity ¥0.80 and service ¥0.40 a kWh, so ¥1.20 together.
cat >"$work/tariff.json" <<'JSON'
{"country_code":"CN","party_id":"AFC","id":"T-INTEROP","currency":"CNY","elements":[{"price_components":[
 {"type":"ENERGY","price":0.80,"service_price":0.40,"step_size":1}]}],"last_updated":"2026-01-01T00:00:00Z"}
JSON
echo 'a-long-password' >"$work/password"
ctl store init --network Interop --currency CNY --time-zone Asia/Shanghai >/dev/null
ctl station add S-1 --name 'Station 1' --time-zone Asia/Shanghai >/dev/null
ctl tariff import "$work/tariff.json" >/dev/null
ctl charge-point add CP-F --station S-1 --connectors 1 --max-power-kw 60 --tariff T-INTEROP \
    --password-file "$work/password" >/dev/null
ctl member add M-1 --name 'Li Lei' --id-tag CARD-1 >/dev/null
ctl member top-up M-1 100.00 >/dev/null

port=$(free_port)
mkfifo "$work/said"
build/bin/aftercharged "${store[@]}" --ocpp "127.0.0.1:$port" >"$work/said" &
interop_pid=$!
read -r -t 20 said <"$work/said" || true
[[ ${said:-} == ready ]] || die "the daemon did not come up"

session=$(cd "$interop_root" &&
    node "$AFTERCHARGE_ROOT/tests/app/foreign_client/ocpp16_session.mjs" \
        "ws://127.0.0.1:$port/ocpp" CP-F a-long-password CARD-1)
kill -TERM "$interop_pid"
wait "$interop_pid" || die "the daemon ended with status $?"
interop_pid=

order_no=$(ctl --json session list | node -e 'console.log(JSON.parse(require("fs").readFileSync(0))[0].order_no)')
order=$(ctl --json order show "$order_no")
member=$(ctl --json member show M-1)

# By hand: 1,214,567 − 1,200,000 = 14,567 Wh. ¥1.20 a kWh is 120 fen in 1,000 Wh:
# 14,567 · 120 = 1,748,040; / 1,000 = 1,748.04, half to even: 1,748 fen. ¥50.00 were frozen, so
# 5,000 − 1,748 = 3,252 fen return, and 10,000 − 1,748 = 8,252 fen are available.
failures=0
expect()
{
    local name=$1 is=$2 should=$3
    if [[ $is == "$should" ]]; then
        printf '  %-16s %s\n' "$name" "$is"
    else
        printf '  %-16s %s, should be %s\n' "$name" "$is" "$should"
        failures=$((failures + 1))
    fi
}
echo "ocpp-rpc $OCPP_RPC_VERSION, strict mode, $order_no: $session"
expect state "$(field state <<<"$order")" PAYED
expect settlement "$(field settlement <<<"$order")" FINAL
expect stop_reason "$(field stop_reason <<<"$order")" EVDisconnected
expect energy_wh "$(field energy_wh <<<"$order")" 14567
expect prepaid_minor "$(field prepaid_minor <<<"$order")" 5000
expect fee_minor "$(field fee_minor <<<"$order")" 1748
expect returned_minor "$(field returned_minor <<<"$order")" 3252
expect owed_minor "$(field owed_minor <<<"$order")" 0
expect available_minor "$(field available_minor <<<"$member")" 8252
expect frozen_minor "$(field frozen_minor <<<"$member")" 0
ctl store verify >/dev/null || die "the store does not verify"
[[ $failures -eq 0 ]] || die "$failures figures differ"
