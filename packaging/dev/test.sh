# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev test [ctest arguments]: the last lines and the exit status are ctest's.

need build test
build_targets
prepare_environment
exec ctest --test-dir build --output-on-failure --no-tests=error -j2 "$@"
