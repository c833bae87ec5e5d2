#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# with-small-disk.sh COMMAND…: runs the command with a file system of 1 MiB in $UKETSUKE_SMALL_DISK. It is mounted in a
# mount namespace of its own, which an ordinary user gets with a user namespace, and is gone when the command ends.
set -eu

if [ -z "${UKETSUKE_SMALL_DISK:-}" ]; then
    UKETSUKE_SMALL_DISK=$(mktemp -d)
    export UKETSUKE_SMALL_DISK
    status=0
    if [ "$(id -u)" != 0 ]; then unshare --user --map-root-user --mount "$0" "$@" || status=$?
    elif unshare --mount true 2>/dev/null; then unshare --mount "$0" "$@" || status=$?
    # In a chroot the root folder is no mount point, so its mounts cannot be made private: then it is unmounted below.
    else unshare --mount --propagation unchanged "$0" "$@" || status=$?; fi
    umount "$UKETSUKE_SMALL_DISK" 2>/dev/null || true
    rmdir "$UKETSUKE_SMALL_DISK"
    exit $status
fi
mount -t tmpfs -o size=1m,mode=700 none "$UKETSUKE_SMALL_DISK"
"$@"
