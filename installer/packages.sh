# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The Debian 12 packages that each task needs, in one place, and the one way to install what is missing of them.

packages_build=(
    build-essential g++ cmake ninja-build pkgconf ccache git ca-certificates
    qt6-base-dev qt6-base-dev-tools libgl1-mesa-dev qt6-httpserver-dev qt6-websockets-dev qt6-pdf-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    qtkeychain-qt6-dev libpcsclite-dev libssl-dev libsodium-dev rapidjson-dev libseccomp-dev libcups2-dev
    libpacparser-dev
    fonts-noto-cjk fonts-ipamj-mincho
)
packages_run=(
    libqt6sql6-sqlite qt6-qpa-plugins pcscd libsecret-1-0 cups-client fonts-noto-cjk fonts-ipamj-mincho
)
# The whole visit without a display: a screen, and a printer that writes files.
packages_headless=(
    xvfb xauth cups cups-client printer-driver-cups-pdf ghostscript procps util-linux python3
)
packages_test=(
    vsmartcard-vpcd opensc openssl poppler-utils qpdf strace chromium chromium-sandbox chromium-driver python3 dbus gnome-keyring
    libsecret-tools matchbox-window-manager xdotool binutils curl nghttp2-proxy tinyproxy-bin
)
# For tests/run.sh --full alone.
packages_fuzz=(clang-19 libclang-rt-19-dev)
# For installer/windows-libraries.sh alone: the compiler, what apt unpacks sources with, and Windows' calls to try them.
packages_windows=(g++-mingw-w64-x86-64-posix dpkg-dev perl wine64)

# install_missing PACKAGE … — quietly, once; as root or through sudo.
install_missing() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ "${#missing[@]}" -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "Please install as root: ${missing[*]}" >&2; return 1; }
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} packages …"
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq \
        && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}
