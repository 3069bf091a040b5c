# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev demo [--headless] [--out DIR] [--speed N]
# ./dev demo --remote [--headless] [--out DIR]

headless=no
out=build/demo
has_out=no
arguments=()
for argument in "$@"; do
    case $argument in
    --headless) headless=yes ;;
    --remote)
        out=build/demo/remote
        arguments+=("$argument")
        ;;
    --out | --out=*)
        has_out=yes
        arguments+=("$argument")
        ;;
    *) arguments+=("$argument") ;;
    esac
done
if [[ -z ${DISPLAY:-} && -z ${WAYLAND_DISPLAY:-} ]]; then
    headless=yes
fi

need build demo
build_targets programs
prepare_environment

if [[ $headless == yes ]]; then
    [[ $has_out == yes ]] || arguments+=(--out "$out")
    export QT_QPA_PLATFORM=offscreen
    exec build/bin/aftercharge --demo --headless "${arguments[@]}"
fi
exec build/bin/aftercharge --demo "${arguments[@]}"
