# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev format

need lint
own_files '*.h' '*.cpp' | xargs -0 -r -n 16 -P "$(nproc)" clang-format -i
