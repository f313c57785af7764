# shellcheck shell=bash
# run_tests PRESET [CTEST OPTION…]: runs the tests of a built preset; prints which programs are through, what failing
# ones say and, as the last line, "N passed, N failed". Needs a display for the tests that drive the whole program.

# What ctest says, without its starts and the single tests that passed: of a program that crashed the last one is named.
without_noise() {
    awk '/^ +Start +[0-9]+:/ { next }
        /^\[ RUN / { run = $0; next }
        /^\[       OK \]/ { run = ""; next }
        /^\[[-=]+\]/ { next }
        run != "" { print run; run = "" }
        { print; fflush() }'
}

# sum_of NAME FILE…: of that attribute over result files.
sum_of() {
    local name=$1
    shift
    sed -n "s/^<testsuites.* $name=\"\([0-9]*\)\".*/\1/p" /dev/null "$@" | awk '{ n += $1 } END { print n + 0 }'
}

run_tests() {
    local folder=build/$1 report status=0 results parts all wrong skipped
    shift
    report=$root/$folder/tests.xml
    rm -rf "$report" "$folder/results"
    ctest --test-dir "$folder" --output-on-failure --no-tests=error -j "$jobs" --output-junit "$report" "$@" |
        without_noise || status=$?
    [[ -s $report ]] || die "ctest ran no test."
    # Each part of a program says in a file what was in it; one that did not come to its end leaves none, and counts as
    # one that failed.
    mapfile -t results < <(find "$folder/results" -name '*.xml' -size +0)
    parts=$(grep -c '<testcase ' "$report")
    all=$(sum_of tests "${results[@]}")
    wrong=$(sum_of failures "${results[@]}")
    skipped=$(($(sum_of disabled "${results[@]}") + $(cat /dev/null "${results[@]}" | grep -c ' result="skipped"' || true)))
    ((all > 0 || status > 0)) || die "No test is called so."
    local line="$((all - wrong - skipped)) passed, $((wrong + parts - ${#results[@]})) failed"
    ((skipped == 0)) || line+=", $skipped skipped"
    echo "$line"
    return "$status"
}
