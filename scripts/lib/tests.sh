# shellcheck shell=bash
# run_tests PRESET [CTEST OPTION…]: runs the tests of a built preset; prints what failing ones say, how far it is, and,
# as the last line, "N passed, N failed". Needs a display for the tests that drive the whole program.
without_passed() {
    awk '/^ +Start +[0-9]+:/ { next }
        / Passed +[0-9.]+ sec$/ { if (++passed % 100 == 0) { print passed " passed …"; fflush() } next }
        { print; fflush() }'
}

# sum_of NAME FILE…: of that attribute over the first elements of result files.
sum_of() {
    local name=$1
    shift
    cat "$@" | tr '\n\t' '  ' | grep -oE '<testsuites? [^>]*>' | grep -E "^<${element:-testsuites} " |
        grep -oE " $name=\"[0-9]+\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'
}

run_tests() {
    local folder=build/$1 result status=0
    shift
    result=$root/$folder/tests.xml
    rm -rf "$result" "$folder/results"
    ctest --test-dir "$folder" --output-on-failure --no-tests=error -j "$jobs" --output-junit "$result" "$@" |
        without_passed || status=$?
    [[ -s $result ]] || die "ctest ran no test."
    local results=("$folder"/results/*.xml) element=testsuites all failed skipped
    if [[ -s ${results[0]} ]]; then # ctest knows parts of programs; these say what was in them
        skipped=$(cat "${results[@]}" | grep -c ' result="skipped"' || true)
    else
        results=("$result") element=testsuite
        skipped=$(sum_of skipped "$result")
    fi
    all=$(sum_of tests "${results[@]}")
    failed=$(sum_of failures "${results[@]}")
    skipped=$((skipped + $(sum_of disabled "${results[@]}")))
    ((status == 0 || failed > 0)) || failed=1 # a program that crashed left no result
    local line="$((all - failed - skipped)) passed, $failed failed"
    ((skipped == 0)) || line+=", $skipped skipped"
    echo "$line"
    return "$status"
}
