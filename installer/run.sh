#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs what is missing, builds the release, and starts the program in training mode. Without a display one patient's
# visit runs by itself under Xvfb and leaves pictures, the printed certificate and summary.json in out/visit.
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/packages.sh

has_display=no
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && has_display=yes

install_missing "${packages_build[@]}" "${packages_run[@]}"
[ "$has_display" = yes ] || install_missing "${packages_headless[@]}"

cmake --preset release >/dev/null
cmake --build --preset release --parallel "$(nproc)"

if [ "$has_display" = yes ]; then
    exec build/release/uketsuke --training "$@"
fi

out=${1:-out/visit}
rm -rf "$out"
mkdir -p "$out"
status=0
UKETSUKE_PRINTED="$(realpath "$out")/printed" tests/support/with-cups xvfb-run -a -s "-screen 0 1366x768x24 -nolisten tcp" \
    build/release/uketsuke --training --walkthrough "$out" || status=$?
echo
echo "The visit's pictures, the printed certificate and summary.json are in $out"
exit "$status"
