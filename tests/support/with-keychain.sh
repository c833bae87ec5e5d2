#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# with-keychain.sh [unlocked|locked|missing] COMMAND…: runs the command in a session of its own with a fresh keychain
# (Secret Service) in that state. The bus ends with the command, the keychain is ended by its process id.
set -eu

state=unlocked
case "$1" in unlocked|locked|missing) state=$1; shift ;; esac

if [ -z "${UKETSUKE_KEYCHAIN_HOME:-}" ]; then
    UKETSUKE_KEYCHAIN_HOME=$(mktemp -d)
    export UKETSUKE_KEYCHAIN_STATE="$state" UKETSUKE_KEYCHAIN_HOME HOME="$UKETSUKE_KEYCHAIN_HOME"
    export XDG_RUNTIME_DIR="$HOME/run" XDG_DATA_HOME="$HOME/share" XDG_CONFIG_HOME="$HOME/config" XDG_CACHE_HOME="$HOME/cache"
    mkdir -p "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
    chmod 700 "$XDG_RUNTIME_DIR"
    unset DISPLAY WAYLAND_DISPLAY GNOME_KEYRING_CONTROL
    status=0
    if [ $state = missing ]; then
        DBUS_SESSION_BUS_ADDRESS=disabled: "$@" || status=$?
    else
        dbus-run-session -- "$0" $state "$@" 2>"$HOME/session.log" || status=$?
    fi
    rm -rf "$HOME"
    exit $status
fi

has_owner() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets 2>/dev/null | grep -q "boolean $1"
}
wait_for_owner() { # asks the bus and not the keychain: a call to it would start another one
    tries=0
    until has_owner "$1"; do
        tries=$((tries + 1))
        [ $tries -le 100 ] || { echo "the keychain does not come or go" >&2; kill $keyring; exit 1; }
        sleep 0.1
    done
}

printf test | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
keyring=$!
wait_for_owner true
if [ $state = locked ]; then
    kill $keyring
    wait $keyring 2>/dev/null || true
    wait_for_owner false
    gnome-keyring-daemon --foreground --components=secrets >/dev/null 2>&1 &
    keyring=$!
    wait_for_owner true
fi

status=0
"$@" 2>&1 || status=$?
kill $keyring 2>/dev/null || true
wait $keyring 2>/dev/null || true
exit $status
