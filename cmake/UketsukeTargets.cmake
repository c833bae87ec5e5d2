# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# One function for each kind of target, so that every room is declared the same way.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")

find_program(UKETSUKE_CCACHE ccache)
if(UKETSUKE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Checkouts in different folders share one cache; a precompiled header is trusted by its content.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        "${UKETSUKE_CCACHE}")
endif()

add_library(uketsuke_options INTERFACE)
target_include_directories(uketsuke_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(uketsuke_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
    QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400
    UKETSUKE_VERSION="${PROJECT_VERSION}")
target_compile_options(uketsuke_options INTERFACE
    -Wall -Wextra -Wconversion -Wshadow -Wno-sign-conversion
    # For ccache. Not -fpch-deps: with it g++ 12's preprocessor crashes, and nothing that has a precompiled header is cached.
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    $<$<BOOL:${UKETSUKE_WERROR}>:-Werror>
    # g++ 12 takes the empty side of std::optional and std::variant for a value that is read; told, but no error.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-error=maybe-uninitialized>
    -fstack-protector-strong)
if(MINGW)
    target_link_options(uketsuke_options INTERFACE -fstack-protector-strong) # brings in libssp
endif()
if(UKETSUKE_SANITIZE)
    target_compile_options(uketsuke_options INTERFACE -fsanitize=${UKETSUKE_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(uketsuke_options INTERFACE -fsanitize=${UKETSUKE_SANITIZE})
endif()
if(UKETSUKE_FUZZ)
    # What a fuzzer steers by has to be counted in every room.
    target_compile_options(uketsuke_options INTERFACE -fsanitize=fuzzer-no-link
        -fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/tests/support/ubsan-ignore.txt)
    # One line for each fuzzer, "name|corpus", for tests/run.sh.
    set(UKETSUKE_FUZZ_LIST "${CMAKE_BINARY_DIR}/fuzz-targets.txt")
    file(WRITE "${UKETSUKE_FUZZ_LIST}" "")
endif()

# Precompiled for rooms and tests with many sources. Names of headers, not a file of ours: what ccache keeps must not
# name the checkout it came from.
set(UKETSUKE_PRECOMPILED
    <QByteArray> <QDate> <QDateTime> <QHash> <QList> <QObject> <QString> <QStringList>
    <expected> <functional> <memory> <optional> <vector>)

# uk_add_room(<name> SOURCES … [LINKS …] [PCH])
# A room is one static library with an explicit source list. It sees only what it links.
# PCH: precompile the common Qt Core headers (worth it from about six sources on).
function(uk_add_room name)
    cmake_parse_arguments(ROOM "PCH" "" "SOURCES;LINKS" ${ARGN})
    add_library(${name} STATIC ${ROOM_SOURCES})
    target_link_libraries(${name} PUBLIC uketsuke_options ${ROOM_LINKS})
    if(ROOM_PCH)
        target_precompile_headers(${name} PRIVATE ${UKETSUKE_PRECOMPILED})
    endif()
endfunction()

# uk_add_program(<name> SOURCES … [LINKS …])
function(uk_add_program name)
    cmake_parse_arguments(PROGRAM "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${PROGRAM_SOURCES})
    target_link_libraries(${name} PRIVATE uketsuke_options ${PROGRAM_LINKS})
endfunction()

# uk_add_test(<name> SOURCES … [LINKS …] [LOCK <ctest resource>] [TIMEOUT <s>] [WRAP <command …>])
# One executable with one QTest object. LOCK: tests with the same lock never run side by side.
# WRAP: a script that starts the daemons that the test needs and then the test itself; such a test is Linux's only.
function(uk_add_test name)
    cmake_parse_arguments(TEST "" "LOCK;TIMEOUT" "SOURCES;LINKS;WRAP" ${ARGN})
    if(WIN32 AND TEST_WRAP)
        return()
    endif()
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE uketsuke_options Qt6::Test ${TEST_LINKS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    add_test(NAME ${name} COMMAND ${TEST_WRAP} ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:${name}>)
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    # What the sanitizers say of libraries that were built without them is no finding; each line there has its reason.
    set(support "${CMAKE_SOURCE_DIR}/tests/support")
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT}
        ENVIRONMENT "TSAN_OPTIONS=suppressions=${support}/tsan.supp exitcode=66;LSAN_OPTIONS=suppressions=${support}/lsan.supp;QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;UKETSUKE_SOURCE_DIR=${CMAKE_SOURCE_DIR};UKETSUKE_BUILD_DIR=${CMAKE_BINARY_DIR}")
    if(TEST_LOCK)
        set_tests_properties(${name} PROPERTIES RESOURCE_LOCK ${TEST_LOCK})
    endif()
endfunction()

# uk_test_again_in_other_names(<test> <command …>): the same once more, as <test>_renamed, against a training server that
# speaks a profile in which every name and code differs from the contract's.
function(uk_test_again_in_other_names name)
    get_test_property(${name} TIMEOUT timeout)
    get_test_property(${name} ENVIRONMENT environment)
    add_test(NAME ${name}_renamed COMMAND ${ARGN})
    set_tests_properties(${name}_renamed PROPERTIES TIMEOUT ${timeout}
        ENVIRONMENT "${environment};UKETSUKE_WIRE_PROFILE=${CMAKE_BINARY_DIR}/tests/othertongue.json")
endfunction()

# uk_add_fuzz(<name> SOURCES … CORPUS <folder> [LINKS …] [DEFINITIONS …])
# A libFuzzer target, in the fuzz preset only. An ordinary test replays its corpus.
function(uk_add_fuzz name)
    if(NOT UKETSUKE_FUZZ)
        return()
    endif()
    cmake_parse_arguments(FUZZ "" "CORPUS" "SOURCES;LINKS;DEFINITIONS" ${ARGN})
    add_executable(${name} ${FUZZ_SOURCES})
    target_link_libraries(${name} PRIVATE uketsuke_options ${FUZZ_LINKS})
    target_compile_definitions(${name} PRIVATE ${FUZZ_DEFINITIONS})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    file(APPEND "${UKETSUKE_FUZZ_LIST}" "${name}|${CMAKE_CURRENT_SOURCE_DIR}/${FUZZ_CORPUS}\n")
endfunction()
