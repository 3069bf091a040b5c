# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev demo [--headless] [--out DIR] [--speed N]

headless=no
has_out=no
arguments=()
for argument in "$@"; do
    case $argument in
    --headless) headless=yes ;;
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

build_targets programs
prepare_environment

if [[ $headless == yes ]]; then
    [[ $has_out == yes ]] || arguments+=(--out build/demo)
    export QT_QPA_PLATFORM=offscreen
    exec build/bin/aftercharge --demo --headless "${arguments[@]}"
fi
exec build/bin/aftercharge --demo "${arguments[@]}"
