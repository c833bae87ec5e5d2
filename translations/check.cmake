# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# Fails when the sources hold a text that the language file lacks, or one that is unfinished, and lists them.
# Works on a copy. -DLUPDATE= -DSOURCE_DIR= -DTS= -DCOPY=
file(COPY_FILE "${TS}" "${COPY}")
execute_process(
    COMMAND "${LUPDATE}" -silent "-I${SOURCE_DIR}" -no-obsolete -locations none -no-ui-lines -disable-heuristic sametext
            -disable-heuristic similartext -disable-heuristic number "${SOURCE_DIR}/app" "${SOURCE_DIR}/ui" "${SOURCE_DIR}/cardreader" -ts "${COPY}"
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "lupdate failed: ${output}")
endif()

file(READ "${COPY}" text)
# Brackets and semicolons mean something in CMake lists.
string(REPLACE ";" "," text "${text}")
string(REPLACE "[" "(" text "${text}")
string(REPLACE "]" ")" text "${text}")
string(REGEX MATCHALL "<source>[^<]*</source>[ \n]*(<comment>[^<]*</comment>)?[ \n]*<translation( type=\"unfinished\"|></translation>)" missing "${text}")
list(LENGTH missing count)
if(count GREATER 0)
    foreach(entry IN LISTS missing)
        string(REGEX REPLACE "<source>([^<]*)</source>.*" "\\1" source "${entry}")
        message("missing: ${source}")
    endforeach()
    get_filename_component(name "${TS}" NAME)
    message(FATAL_ERROR "${count} texts are missing in ${name}: run translations/update.sh and fill them in")
endif()
