#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# with-pcscd.sh COMMAND…: runs a command while the card service answers, with the virtual reader (vpcd) in it.
#
# A service that runs already is used and left alone; otherwise one is started and ended by its process id. The socket
# of the service and the port of the driver are fixed, so only one caller on a machine gets through at a time.
#
# with-pcscd.sh --alone COMMAND…: runs a command that starts and ends card services of its own (ownpcscd.h): in a mount
# namespace, so that their socket is another one than that of a service of the machine.
set -euo pipefail

if [ "${1:-}" = --alone ]; then
    shift
    elevate=''
    [ "$(id -u)" = 0 ] || elevate='sudo -n --preserve-env'
    exec $elevate unshare --mount sh -c 'mkdir -p /run/pcscd && mount -t tmpfs pcscd /run/pcscd && exec "$@"' sh "$@"
fi

reader='Virtual PCD 00 00'
lock="${TMPDIR:-/tmp}/uketsuke-pcscd.lock"
log="$(mktemp)"
service=''

fail() {
    echo "with-pcscd.sh: $1" >&2
    [ -s "$log" ] && tail -n 20 "$log" >&2
    exit 1
}

cleanup() {
    if [ -n "$service" ]; then
        kill "$service" 2>/dev/null || sudo -n kill "$service" 2>/dev/null || true
        wait "$service" 2>/dev/null || true
    fi
    rm -f "$log"
}
trap cleanup EXIT
trap 'exit 143' TERM INT

answers() {
    opensc-tool --list-readers 2>/dev/null | grep -qF "$reader"
}

exec 9>>"$lock"
chmod 666 "$lock" 2>/dev/null || true
flock --timeout 300 9 || fail "another test holds the card service"

if ! answers; then
    if [ "$(id -u)" = 0 ]; then
        mkdir -p /run/pcscd
        pcscd --foreground >"$log" 2>&1 9>&- &
    else
        sudo -n mkdir -p /run/pcscd || fail "the card service needs root"
        sudo -n pcscd --foreground >"$log" 2>&1 9>&- &
    fi
    service=$!
    for _ in $(seq 100); do
        answers && break
        kill -0 "$service" 2>/dev/null || fail "the card service ended at once"
        sleep 0.1
    done
    answers || fail "the card service does not show the reader '$reader'"
fi

status=0
"$@" 9>&- || status=$?
exit "$status"
