# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and the Debian package made of it (./dev package).
# Included last from the root: the programs exist by then.

include(GNUInstallDirs)
set(CMAKE_INSTALL_DOCDIR ${CMAKE_INSTALL_DATADIR}/doc/aftercharge)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # installing the programs does not need the tests

# `programs` is everything a person runs, without tests and benchmarks.
add_custom_target(programs)
foreach(program aftercharge aftercharged afterchargectl aftercharge-sim)
  if(TARGET ${program})
    add_dependencies(programs ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()

set(_linux ${CMAKE_SOURCE_DIR}/packaging/linux)
install(FILES ${_linux}/io.aftercharge.Aftercharge.desktop
  DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${_linux}/io.aftercharge.Aftercharge.metainfo.xml
  DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${_linux}/io.aftercharge.Aftercharge.svg
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${_linux}/aftercharged.service
  DESTINATION lib/systemd/system)
install(FILES ${_linux}/aftercharge.sysusers.conf
  DESTINATION lib/sysusers.d RENAME aftercharge.conf)
install(FILES ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/CHANGELOG.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES ${CMAKE_SOURCE_DIR}/resources/vehicles/LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME open-ev-data-LICENSE)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME aftercharge)
set(CPACK_PACKAGE_VENDOR "Aftercharge")
set(CPACK_PACKAGE_CONTACT "The Aftercharge authors <authors@aftercharge.invalid>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Desk of a charging network: live sessions, tickets, refunds")
set(CPACK_PACKAGE_DESCRIPTION
"Aftercharge shows charging sessions live, settles them, and lets customer service
decide complaints and refunds with the evidence beside them. It speaks OCPP 1.6 with
charge points and keeps its ledger in an encrypted local store.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Not found by the linker: the SVG plugins and the zone database.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, libqt6sql6-psql, tzdata")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${_linux}/debian/postinst)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk, qt6-wayland")
include(CPack)
