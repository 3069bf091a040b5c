# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev package: build/package/aftercharge_VERSION_ARCH.deb

need package
build_targets programs
cpack --config build/CPackConfig.cmake -G DEB -B build/package
ls -l build/package/*.deb
