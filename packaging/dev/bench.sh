# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev bench [name…]

need build bench
build_targets aftercharge-bench
prepare_environment
export QT_QPA_PLATFORM=offscreen
mkdir -p build/bench
exec build/bin/aftercharge-bench "$@" --out build/bench/results.json
