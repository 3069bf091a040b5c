# SPDX-License-Identifier: GPL-3.0-or-later
# The gateway part of ./dev interop; sourced by interop.sh: the sandboxes of aftercharge-sim driven by
# the official libraries, and our WeChat Pay adapter against one that signs and verifies with a library.

webhook_port=$(free_port)
mkfifo "$work/sandbox_said"
build/bin/aftercharge-sim sandbox --webhook-url "http://127.0.0.1:$webhook_port/webhooks" \
    --accounts-out "$work/accounts" >"$work/sandbox_said" &
interop_pid=$!
exec {sandbox_said}<"$work/sandbox_said"
said=
while [[ $said != ready ]]; do
    read -r -t 20 -u "$sandbox_said" said || die "the sandboxes did not come up"
done

# foreign NAME ARGUMENTS…: one of the scripts, with the packages installed above.
foreign()
{
    local script=$1
    shift
    (cd "$interop_root" && node "$AFTERCHARGE_ROOT/tests/app/foreign_client/$script.mjs" "$@") ||
        die "$script: not all checks hold"
}

echo "stripe $STRIPE_VERSION and the payment sandbox"
foreign stripe_refunds "$work/accounts/stripe.toml" "$webhook_port"
echo "wechatpay-axios-plugin $WECHATPAY_AXIOS_VERSION, wechatpay-node-v3 $WECHATPAY_NODE_VERSION and the payment sandbox"
foreign wechat_refunds "$work/accounts/wechat_pay.toml" "$webhook_port"
echo "@easypost/api $EASYPOST_VERSION and the carrier sandbox"
foreign easypost_parcels "$work/accounts/easypost.toml" "$webhook_port"
echo "our WeChat Pay adapter and wechatpay-axios-plugin $WECHATPAY_AXIOS_VERSION"
foreign wechat_adapter "$work/accounts/wechat_pay.toml" "$work" "$AFTERCHARGE_ROOT/build/bin/adapter_probe"

exec {sandbox_said}<&-
kill -TERM "$interop_pid"
wait "$interop_pid" || die "the sandboxes ended with status $?"
interop_pid=
