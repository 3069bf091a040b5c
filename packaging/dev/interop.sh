# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev interop [ocpp|gateways]: our programs against software that others wrote. ocpp: the daemon and
# an OCPP 1.6 client. gateways: the played payment services and carrier, and our adapters, against the
# official libraries of those services. Needs the network once, to install them under build/interop;
# not part of ./dev test.

OCPP_RPC_VERSION=2.2.1
STRIPE_VERSION=22.5.0
WECHATPAY_AXIOS_VERSION=0.9.6
WECHATPAY_NODE_VERSION=2.2.1
EASYPOST_VERSION=8.8.0

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    need interop
fi

interop_packages=(
    "ocpp-rpc@$OCPP_RPC_VERSION"
    "stripe@$STRIPE_VERSION"
    "wechatpay-axios-plugin@$WECHATPAY_AXIOS_VERSION"
    "wechatpay-node-v3@$WECHATPAY_NODE_VERSION"
    "@easypost/api@$EASYPOST_VERSION"
)
interop_root="$AFTERCHARGE_ROOT/build/interop"
# The versions named above, all of them, or it is done again.
if [[ $(cat "$interop_root/installed" 2>/dev/null) != "${interop_packages[*]}" ]]; then
    echo "dev: installing ${interop_packages[*]} under build/interop" >&2
    mkdir -p "$interop_root"
    npm --prefix "$interop_root" install --no-audit --no-fund --no-save "${interop_packages[@]}" >&2
    echo "${interop_packages[*]}" >"$interop_root/installed"
fi

prepare_environment
work=$(mktemp -d)
interop_pid=
interop_end()
{
    [[ -z $interop_pid ]] || kill "$interop_pid" 2>/dev/null || true
    rm -rf -- "$work"
}
trap interop_end EXIT

free_port()
{
    node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

case ${1:-all} in
all | ocpp | gateways) ;;
*) die "interop ocpp, interop gateways, or interop for both" ;;
esac
if [[ ${1:-all} != gateways ]]; then
    build_targets aftercharged afterchargectl
    . packaging/dev/interop_ocpp.sh
fi
if [[ ${1:-all} != ocpp ]]; then
    build_targets aftercharge-sim adapter_probe
    . packaging/dev/interop_gateways.sh
fi
echo "interop: ok"
