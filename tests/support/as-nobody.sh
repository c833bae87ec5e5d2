#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# as-nobody.sh PROGRAM ARGUMENT…: runs a test program without root's rights, with a home and a display of its own.
#
# Chromium's sandbox refuses root, and the product never passes --no-sandbox. The program is copied, because an
# unprivileged user may not reach the checkout.
set -euo pipefail

home="$(mktemp -d)"
trap 'rm -rf "$home"' EXIT
cp "$1" "$home/program"
mkdir "$home/tmp" "$home/run"
chmod 700 "$home" "$home/run"
drop=()
if [ "$(id -u)" = 0 ]; then
    chown -R nobody: "$home"
    drop=(setpriv --reuid=nobody --regid=nogroup --clear-groups --)
fi
cd "$home"
env -u XAUTHORITY -u DBUS_SESSION_BUS_ADDRESS HOME="$home" TMPDIR="$home/tmp" XDG_RUNTIME_DIR="$home/run" \
    "${drop[@]}" xvfb-run -a -s "-screen 0 1366x768x24" "$home/program" "${@:2}"
