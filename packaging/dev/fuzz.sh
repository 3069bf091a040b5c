# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev fuzz [name] [seconds]: one target, or all of them, each for the time given (60 s).
# New inputs gather in build-fuzz/corpus/NAME; a failing one is left as build-fuzz/NAME-crash-….

fuzz_name=
fuzz_seconds=60
for argument in "$@"; do
    if [[ $argument =~ ^[0-9]+$ ]]; then
        fuzz_seconds=$argument
    else
        fuzz_name=$argument
    fi
done

need build fuzz
configure fuzz build-fuzz
if [[ -n $fuzz_name ]]; then
    build_in build-fuzz "$fuzz_name"
    fuzz_targets=("$fuzz_name")
else
    build_in build-fuzz fuzz_targets
    mapfile -t fuzz_targets <build-fuzz/fuzz_targets.txt
fi
[[ ${#fuzz_targets[@]} -gt 0 ]] || die "no fuzz targets"
prepare_environment

for target in "${fuzz_targets[@]}"; do
    echo "fuzz: $target for $fuzz_seconds s"
    corpus=("build-fuzz/corpus/$target")
    mkdir -p "${corpus[0]}"
    [[ ! -d tests/fuzz/corpus/$target ]] || corpus+=("tests/fuzz/corpus/$target")
    "build-fuzz/fuzz/$target" -max_total_time="$fuzz_seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="build-fuzz/$target-" "${corpus[@]}"
done
