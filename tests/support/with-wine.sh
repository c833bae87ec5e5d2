#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# with-wine.sh PREFIX PROGRAM … — runs a program made for Windows under Debian's wine64, with the libraries of PREFIX
# (installer/windows-libraries.sh) and of the compiler. Wine's own state lies beside the libraries.
set -euo pipefail
prefix=$1
shift
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
dlls=$(dirname "$(x86_64-w64-mingw32-gcc-posix -print-file-name=libstdc++-6.dll)")
threads=$(dirname "$(x86_64-w64-mingw32-gcc-posix -print-file-name=libwinpthread-1.dll)")
export WINEPREFIX=${WINEPREFIX:-$prefix/wine} WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES="winemenubuilder.exe=d;mscoree=d;mshtml=d"
WINEPATH=$(printf 'Z:%s;' "$prefix/bin" "$(realpath "$dlls")" "$(realpath "$threads")")
export WINEPATH
mkdir -p "$WINEPREFIX"
exec "$wine" "$@"
