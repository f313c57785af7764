# shellcheck shell=bash
# run_tests PRESET [CTEST OPTION…]: runs the tests of a built preset; prints what failing ones say, how far it is, and,
# as the last line, "N passed, N failed". Needs a display for the tests that drive the whole program.
without_passed() {
    awk '/^ +Start +[0-9]+:/ { next }
        / Passed +[0-9.]+ sec$/ { if (++passed % 100 == 0) { print passed " passed …"; fflush() } next }
        { print; fflush() }'
}

count_of() { grep -o " $2=\"[0-9]*\"" <<<"$1" | head -n 1 | tr -dc 0-9; }

run_tests() {
    local folder=build/$1 result status=0
    shift
    result=$root/$folder/tests.xml
    rm -f "$result"
    ctest --test-dir "$folder" --output-on-failure --no-tests=error -j "$jobs" --output-junit "$result" "$@" |
        without_passed || status=$?
    [[ -s $result ]] || die "ctest ran no test."
    local suite all failed skipped
    suite=$(sed -n '/<testsuite /,/>/p' "$result" | tr '\n\t' '  ')
    all=$(count_of "$suite" tests)
    failed=$(count_of "$suite" failures)
    skipped=$(($(count_of "$suite" skipped) + $(count_of "$suite" disabled)))
    local line="$((all - failed - skipped)) passed, $failed failed"
    ((skipped == 0)) || line+=", $skipped skipped"
    echo "$line"
    return "$status"
}
