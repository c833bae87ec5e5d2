# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# cmake -DTOKENS=… -DSHEET=… -DOUT=… -P generate.cmake
# Makes one header from the token file and the style sheet template.
file(STRINGS "${TOKENS}" lines REGEX "^Color\\.")
set(text "// Made from resources/theme; do not edit.\n#pragma once\n#include <QRgb>\nnamespace uk::token {\n")
foreach(line IN LISTS lines)
    if(NOT line MATCHES "^Color\\.(Primitive|Neutral)\\.([A-Za-z0-9.]+) = #([0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f])$")
        message(FATAL_ERROR "${TOKENS}: cannot read: ${line}")
    endif()
    set(value "${CMAKE_MATCH_3}")
    string(REPLACE "." "" name "${CMAKE_MATCH_2}")
    string(APPEND text "inline constexpr QRgb ${name} = 0xff${value}u;\n")
endforeach()
file(READ "${SHEET}" sheet)
string(APPEND text "inline constexpr char16_t styleSheet[] = uR\"QSS(${sheet})QSS\";\n} // namespace uk::token\n")
file(WRITE "${OUT}" "${text}")
