# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev sanitize address|thread [ctest arguments]

sanitizer=${1:-}
[[ $# -eq 0 ]] || shift
runner=()
arguments=()
case $sanitizer in
address)
    preset=asan
    export ASAN_OPTIONS="detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1"
    export UBSAN_OPTIONS="print_stacktrace=1"
    export LSAN_OPTIONS="suppressions=$AFTERCHARGE_ROOT/packaging/dev/lsan.supp:print_suppressions=0"
    ;;
thread)
    preset=tsan
    # Debian's Qt is not built with the sanitizer: its own locks are invisible to it, and
    # everything in the windows runs in one thread anyway.
    arguments+=(--label-exclude '^gui$')
    export TSAN_OPTIONS="suppressions=$AFTERCHARGE_ROOT/packaging/dev/tsan.supp:ignore_noninstrumented_modules=1"
    # GCC 12's runtime does not find its way in an address space randomised by more than 28 bits.
    if setarch -R true 2>/dev/null; then
        runner=(setarch -R)
    fi
    ;;
*)
    echo "usage: ./dev sanitize address|thread [ctest arguments]" >&2
    exit 2
    ;;
esac

need build test
configure "$preset" "build-$sanitizer"
build_in "build-$sanitizer"
prepare_environment
exec "${runner[@]}" ctest --test-dir "build-$sanitizer" --output-on-failure --no-tests=error -j2 \
    "${arguments[@]}" "$@"
