# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev build [target…]

build_targets "$@"
