#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# Builds for Windows, from Debian's own sources and with Debian's MinGW-w64, the libraries that the preset `mingw` links:
# OpenSSL and Qt. They go into a prefix that later runs find again; what is there already is not built twice.
#   installer/windows-libraries.sh [--prefix]      --prefix: only print the folder
#   UKETSUKE_MINGW_PREFIX   the folder (default: ~/.cache/uketsuke/mingw); UKETSUKE_JOBS: how many at once
# Afterwards: cmake --preset mingw && ninja -C build/mingw
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/packages.sh

prefix=${UKETSUKE_MINGW_PREFIX:-${XDG_CACHE_HOME:-$HOME/.cache}/uketsuke/mingw}
if [ "${1:-}" = --prefix ]; then
    echo "$prefix"
    exit 0
fi
jobs=${UKETSUKE_JOBS:-$(nproc)}
triplet=x86_64-w64-mingw32
work=$prefix/build
toolchain=$work/toolchain/cmake/mingw.cmake
mkdir -p "$work"
export UKETSUKE_MINGW_PREFIX=$prefix

# What Qt is made of here. More rooms for Windows: take the module's line out of the second list (facts that were
# tried: direct2d stays on with printsupport; tabletevent and sql cannot be built from Debian's sources).
qt_on=(testlib)
qt_off=(gui network sql xml dbus concurrent tabletevent androiddeployqt)
qt_options=(-DINPUT_openssl=no -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DBUILD_SHARED_LIBS=ON)

# Debian's places as this machine has them, for sources instead of packages, in lists of their own.
apt_with_sources() {
    local apt=$work/apt program=apt-get
    [ "$1" != showsrc ] || program="apt-cache"
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
    # shellcheck disable=SC2016 # the placeholders are apt's
    apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' \
        | sort -u | sed 's/^/deb-src /' >"$apt/sources.list"
    [ -s "$apt/sources.list" ] || { echo "No Debian sources are known; please run apt-get update" >&2; return 1; }
    "$program" -qq -o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=- \
        -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root "$@"
}

# source_of NAME — unpacks Debian's newest source that can be had, with Debian's patches, and prints its folder.
source_of() {
    local folder=$work/source/$1 version newest=
    if [ ! -e "$folder/.complete" ]; then
        for version in $(apt_with_sources showsrc "$1" | sed -n 's/^Version: //p' | sort -uVr); do
            newest=${newest:-$version}
            rm -rf "$folder"
            mkdir -p "$folder"
            if (cd "$folder" && apt_with_sources source "$1=$version") >"$work/$1-source.log" 2>&1; then
                [ "$version" = "$newest" ] || echo "Warning: $1 $version, because $newest cannot be fetched" >&2
                touch "$folder/.complete"
                break
            fi
        done
        [ -e "$folder/.complete" ] || { tail -n 20 "$work/$1-source.log" >&2; return 1; }
    fi
    find "$folder" -mindepth 1 -maxdepth 1 -type d
}

# step LOG COMMAND … — quiet; the end of the log where it fails.
step() {
    local log=$work/$1.log
    shift
    nice -n 10 "$@" >"$log" 2>&1 || { tail -n 40 "$log" >&2; return 1; }
}

# What is built carries its options, so that a changed list builds again.
is_built() { [ "$(cat "$prefix/$1.built" 2>/dev/null)" = "$2" ]; }
mark_built() { echo "$2" >"$prefix/$1.built"; }

build_openssl() {
    # The folder is compiled in, and configuration and engines are loaded from it: only administrators may write there.
    local options=(mingw64 "--cross-compile-prefix=$triplet-" "--openssldir=C:/Program Files/Common Files/SSL"
        shared no-tests no-legacy no-engine no-autoload-config)
    is_built openssl "${options[*]}" && return
    local source
    source=$(source_of openssl)
    echo "OpenSSL …"
    (
        cd "$source"
        step openssl-configure ./Configure "${options[@]}" --prefix=/uketsuke --libdir=lib
        step openssl-build make -s "-j$jobs" build_libs
        step openssl-install make -s install_dev "DESTDIR=$work/openssl-stage"
    )
    cp -a "$work/openssl-stage/uketsuke/." "$prefix/"
    mark_built openssl "${options[*]}"
}

# Qt notes where its toolchain file lies, and this checkout may be gone one day: a copy, with what belongs to it.
copy_toolchain() {
    local file
    for file in cmake/mingw.cmake tests/support/with-wine.sh; do
        mkdir -p "$work/toolchain/${file%/*}"
        cmp -s "$file" "$work/toolchain/$file" || cp "$file" "$work/toolchain/$file"
    done
    local noted=$prefix/lib/cmake/Qt6/qt.toolchain.cmake
    [ ! -e "$noted" ] || sed -i "s|^set(__qt_initially_configured_toolchain_file .*|set(__qt_initially_configured_toolchain_file \"$toolchain\")|" "$noted"
}

build_qt() {
    local feature options=("${qt_options[@]}")
    for feature in "${qt_on[@]}"; do options+=("-DFEATURE_$feature=ON"); done
    for feature in "${qt_off[@]}"; do options+=("-DFEATURE_$feature=OFF"); done
    is_built qt6-base "${options[*]}" && return
    local source folder=$work/qtbase
    source=$(source_of qt6-base)
    echo "Qt …"
    step qt-configure cmake --fresh -G Ninja -S "$source" -B "$folder" -DCMAKE_BUILD_TYPE=Release \
        "-DCMAKE_TOOLCHAIN_FILE=$toolchain" "-DCMAKE_INSTALL_PREFIX=$prefix" -DQT_HOST_PATH=/usr \
        "-DQT_HOST_PATH_CMAKE_DIR=/usr/lib/$(gcc -dumpmachine)/cmake" "${options[@]}"
    step qt-build ninja -C "$folder" "-j$jobs"
    step qt-install ninja -C "$folder" install
    mark_built qt6-base "${options[*]}"
}

install_missing "${packages_build[@]}" "${packages_windows[@]}"
apt_with_sources update >"$work/apt-update.log" 2>&1 || { cat "$work/apt-update.log" >&2; exit 1; }
build_openssl
copy_toolchain
build_qt
echo "The libraries for Windows are in $prefix"
