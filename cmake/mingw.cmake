# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# Debian's MinGW-w64, and the libraries that installer/windows-libraries.sh has built for it.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

if(DEFINED ENV{UKETSUKE_MINGW_PREFIX})
    set(uketsuke_mingw_prefix "$ENV{UKETSUKE_MINGW_PREFIX}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(uketsuke_mingw_prefix "$ENV{XDG_CACHE_HOME}/uketsuke/mingw")
else()
    set(uketsuke_mingw_prefix "$ENV{HOME}/.cache/uketsuke/mingw")
endif()
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32 "${uketsuke_mingw_prefix}")
set(CMAKE_PREFIX_PATH "${uketsuke_mingw_prefix}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Qt's tools (moc and its like) are this machine's own.
set(QT_HOST_PATH /usr CACHE PATH "Qt of the building machine")
file(GLOB uketsuke_host_qt /usr/lib/*/cmake/Qt6)
cmake_path(GET uketsuke_host_qt PARENT_PATH uketsuke_host_qt)
set(QT_HOST_PATH_CMAKE_DIR "${uketsuke_host_qt}" CACHE PATH "Its CMake packages")

# Programs are tried under Wine, with the DLLs of the prefix and of the compiler.
set(CMAKE_CROSSCOMPILING_EMULATOR "${CMAKE_CURRENT_LIST_DIR}/../tests/support/with-wine.sh;${uketsuke_mingw_prefix}")
