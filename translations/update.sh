#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# Brings the language files up to date with the texts of the sources and lists what is missing. Then fill in the entries
# marked type="unfinished" (Qt Linguist, or any editor: write the translation and delete the mark) and commit the file.
set -eu
cd "$(dirname "$0")/.."
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}
for file in translations/uketsuke_*.ts; do
    "$lupdate" -silent -I . -no-obsolete -locations none -no-ui-lines -disable-heuristic sametext \
        -disable-heuristic similartext -disable-heuristic number app ui cardreader -ts "$file"
    echo "$file: $(grep -c 'type="unfinished"' "$file" || true) missing"
    grep -B3 'type="unfinished"' "$file" | sed -n 's|.*<source>\(.*\)</source>.*|  \1|p'
done
