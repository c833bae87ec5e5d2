#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs what is missing, builds the ci preset (warnings are errors) and runs all tests.
#   --full   also the tests that pick from a large set with as much of it as a release asks for, the sanitizer presets,
#            and each fuzzer for UKETSUKE_FUZZ_SECONDS (600)
# The last line is "N passed, N failed". Asks nothing and may be run again on what an earlier run built.
set -uo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."
. installer/packages.sh

full=no
[ "${1:-}" = --full ] && full=yes
passed=0
failed=0

fail_early() {
    echo "$1" >&2
    echo "0 passed, 1 failed"
    exit 1
}

# run_session LOG COMMAND… — runs the command in a session of its own and ends what is left of it by process id: a test
# that ran into its time limit is killed together with its wrapper, and then nobody else ends the wrapper's daemons.
session=''
run_session() {
    local log=$1
    shift
    setsid "$@" >"$log" 2>&1 </dev/null &
    session=$!
    wait "$session"
    end_session
}
end_session() {
    local id
    [ -n "$session" ] || return 0
    for id in $(ps -o pid= -s "$session"); do kill "$id" 2>/dev/null; done
    session=''
}
trap end_session EXIT
trap 'exit 143' TERM INT

# run_preset PRESET — builds it and adds its tests to the counts.
run_preset() {
    local preset=$1 log=build/$1-tests.log
    cmake --preset "$preset" >"build/$preset-configure.log" 2>&1 || { tail -n 40 "build/$preset-configure.log"; fail_early "configuring $preset failed"; }
    cmake --build --preset "$preset" --parallel "$(nproc)" >"build/$preset-build.log" 2>&1 || { grep -E 'error|FAILED|undefined' "build/$preset-build.log" | head -n 60; fail_early "building $preset failed"; }
    run_session "$log" ctest --test-dir "build/$preset" -j2 --output-on-failure --no-tests=error
    grep -vE '^(PASS|INFO) ' "$log" | tail -n 400
    local summary total bad
    summary=$(grep -E 'tests passed, [0-9]+ tests failed out of [0-9]+' "$log" | tail -n 1)
    [ -n "$summary" ] || fail_early "no test of $preset ran"
    bad=$(sed -E 's/.*, ([0-9]+) tests failed out of.*/\1/' <<<"$summary")
    total=$(sed -E 's/.*out of ([0-9]+).*/\1/' <<<"$summary")
    passed=$((passed + total - bad))
    failed=$((failed + bad))
}

# run_fuzzers — every libFuzzer target for its time, one after the other; each counts as one test. What it finds worth
# keeping lies in build/fuzz/found beside the corpus of the tree, which it does not touch.
run_fuzzers() {
    local seconds=${UKETSUKE_FUZZ_SECONDS:-600} list=build/fuzz/fuzz-targets.txt target corpus
    cmake --preset fuzz >build/fuzz-configure.log 2>&1 || { tail -n 40 build/fuzz-configure.log; fail_early "configuring fuzz failed"; }
    # shellcheck disable=SC2046 # names of targets hold no spaces
    cmake --build --preset fuzz --parallel "$(nproc)" --target $(cut -d'|' -f1 "$list") >build/fuzz-build.log 2>&1 \
        || { grep -E 'error|FAILED|undefined' build/fuzz-build.log | head -n 60; fail_early "building fuzz failed"; }
    while IFS='|' read -r target corpus; do
        mkdir -p "build/fuzz/found/$target"
        run_session "build/fuzz/$target.log" "build/fuzz/$target" -max_total_time="$seconds" -max_len=4096 -timeout=20 \
            -artifact_prefix="build/fuzz/found/$target-" -print_final_stats=1 "build/fuzz/found/$target" "$corpus"
        if grep -q '^stat::number_of_executed_units' "build/fuzz/$target.log" && ! grep -q '^SUMMARY' "build/fuzz/$target.log"; then
            passed=$((passed + 1))
            echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$target.log") inputs in $seconds s, nothing found"
        else
            failed=$((failed + 1))
            tail -n 40 "build/fuzz/$target.log"
        fi
    done <"$list"
}

# run_whole_sets — the tests that otherwise pick from a large set walk all of it; each counts as one test.
run_whole_sets() {
    local test wrap
    export UKETSUKE_FAULT_SCHEDULES=${UKETSUKE_FAULT_SCHEDULES:-10000} UKETSUKE_KILLS=${UKETSUKE_KILLS:-300} UKETSUKE_EVERY_CALL=1
    for test in tst_exactlyonce tst_killedvisit tst_cardworkflow tst_readerstack; do
        wrap=()
        [ $test = tst_readerstack ] && wrap=(tests/support/with-pcscd.sh --alone)
        QTEST_FUNCTION_TIMEOUT=86400000 QT_QPA_PLATFORM=offscreen run_session "build/$test-full.log" "${wrap[@]}" "build/ci/tests/$test"
        if grep -q ', 0 failed,' "build/$test-full.log"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
        fi
        grep -E '^(QINFO|FAIL|Totals)' "build/$test-full.log"
    done
    unset UKETSUKE_FAULT_SCHEDULES UKETSUKE_KILLS UKETSUKE_EVERY_CALL
}

install_missing "${packages_build[@]}" "${packages_run[@]}" "${packages_headless[@]}" "${packages_test[@]}" \
    || fail_early "installing packages failed"
mkdir -p build
run_preset ci
if [ "$full" = yes ]; then
    run_whole_sets
    install_missing libasan8 libubsan1 libtsan2 "${packages_fuzz[@]}" || fail_early "installing sanitizers failed"
    run_preset asan
    run_preset tsan
    run_fuzzers
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
