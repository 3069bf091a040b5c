# SPDX-License-Identifier: GPL-3.0-or-later
# One library a folder. The functions below are the only way a target is made,
# so that warnings, sanitizers and the precompiled headers are the same everywhere.

add_library(aftercharge_options INTERFACE)
target_include_directories(aftercharge_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(aftercharge_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wconversion -Wno-sign-conversion -Winvalid-pch -Werror=return-type
  -fno-strict-overflow)
target_compile_definitions(aftercharge_options INTERFACE
  _GLIBCXX_ASSERTIONS
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(AFTERCHARGE_SANITIZE STREQUAL "address")
  target_compile_options(aftercharge_options INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(aftercharge_options INTERFACE -fsanitize=address,undefined)
elseif(AFTERCHARGE_SANITIZE STREQUAL "thread")
  target_compile_options(aftercharge_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(aftercharge_options INTERFACE -fsanitize=thread)
endif()

# Precompiled headers: compiled once, shared by every library of their kind.
function(_aftercharge_pch name)
  cmake_parse_arguments(A "" "" "HEADERS;LINKS" ${ARGN})
  file(WRITE ${CMAKE_BINARY_DIR}/pch/${name}.cpp "// precompiled header carrier\n")
  add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/pch/${name}.cpp)
  target_link_libraries(${name} PRIVATE aftercharge_options ${A_LINKS})
  target_precompile_headers(${name} PRIVATE ${A_HEADERS})
endfunction()
_aftercharge_pch(aftercharge_pch_qt
  HEADERS <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <string>
          <string_view> <utility> <variant> <vector> <tl/expected.hpp> <QtCore/QtCore>
  LINKS Qt6::Core tl::expected)
_aftercharge_pch(aftercharge_pch_widgets
  HEADERS <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <string>
          <string_view> <utility> <variant> <vector> <tl/expected.hpp> <QtWidgets/QtWidgets>
  LINKS Qt6::Widgets tl::expected)

function(_aftercharge_setup target kind)
  target_link_libraries(${target} PRIVATE aftercharge_options)
  if(kind STREQUAL "QT")
    target_link_libraries(${target} PUBLIC Qt6::Core)
    target_precompile_headers(${target} REUSE_FROM aftercharge_pch_qt)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
  elseif(kind STREQUAL "WIDGETS")
    target_link_libraries(${target} PUBLIC Qt6::Widgets)
    target_precompile_headers(${target} REUSE_FROM aftercharge_pch_widgets)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
  endif()
endfunction()

# aftercharge_library(models_domain STD SOURCES a.cpp LINKS … PRIVATE_LINKS …)
#   STD: the standard library only; QT: Qt Core; WIDGETS: Qt Widgets.
# LINKS are what the public headers name, PRIVATE_LINKS what only the sources need.
function(aftercharge_library target kind)
  cmake_parse_arguments(A "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${target} STATIC ${A_SOURCES})
  _aftercharge_setup(${target} ${kind})
  target_link_libraries(${target} PUBLIC tl::expected ${A_LINKS} PRIVATE ${A_PRIVATE_LINKS})
endfunction()

# aftercharge_program(afterchargectl QT SOURCES main.cpp LINKS …)
function(aftercharge_program target kind)
  cmake_parse_arguments(A "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${target} ${A_SOURCES})
  _aftercharge_setup(${target} ${kind})
  target_link_libraries(${target} PRIVATE ${A_LINKS})
endfunction()

# aftercharge_test(money_test QT SOURCES money_test.cpp LINKS models_domain)
# Tests run offscreen, in a time zone that is not UTC, with a private runtime folder.
function(aftercharge_test target kind)
  cmake_parse_arguments(A "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
  add_executable(${target} ${A_SOURCES})
  _aftercharge_setup(${target} ${kind})
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(${target} PRIVATE Qt6::Test ${A_LINKS})
  add_test(NAME ${target} COMMAND ${target})
  if(NOT A_TIMEOUT)
    set(A_TIMEOUT 300)
  endif()
  if(AFTERCHARGE_SANITIZE)
    math(EXPR A_TIMEOUT "${A_TIMEOUT} * 4")  # instrumented code is that much slower
  endif()
  set_tests_properties(${target} PROPERTIES TIMEOUT ${A_TIMEOUT} LABELS "${A_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/run;TZ=Asia/Shanghai;AFTERCHARGE_BIN=${CMAKE_BINARY_DIR}/bin")
endfunction()
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/run)
file(CHMOD ${CMAKE_BINARY_DIR}/run PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
