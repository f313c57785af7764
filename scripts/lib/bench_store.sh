# shellcheck shell=bash
# What the store can do. Needs $work, $cli, $bin and $sessions.

# Seconds that a command takes; what it says goes to a file.
seconds_of() {
    local begin=$EPOCHREALTIME
    "$@" >"$work/said" 2>&1 || return
    awk -v a="$begin" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.2f", b - a }'
}

shell_export() {
    { echo ".mode csv" && echo ".headers on" && cat bench/answers.sql; } |
        sqlite3 -readonly "$work/many/xiangyang.db" >"$work/shell.csv"
}

measure_commit() {
    local p50 p99
    rm -rf "$work/commit"
    read -r p50 p99 <<<"$("$bin/bench_commit" "$work/commit")"
    row commit_ms "$p50"
    row commit_p99_ms "$p99"
}

# All answers as CSV: our export (with sessions, items and counts) against the sqlite3 shell (answers alone).
measure_export() {
    local answers ours shell
    rm -rf "$work/many" "$work/export"
    "$cli" simulate --data "$work/many" --sessions "$sessions" --events 20 --seed 1 >/dev/null
    ours=$(seconds_of "$cli" export --data "$work/many" --out "$work/export") || die "$(cat "$work/said")"
    shell=$(seconds_of shell_export)
    answers=$(($(wc -l <"$work/shell.csv") - 1))
    ((answers == $(wc -l <"$work/export/answers.csv") - 1)) || die "The two exports differ in their number of rows."
    row export_answers "$answers"
    row export_s "$ours"
    row export_rows_per_s "$(awk -v n="$answers" -v s="$ours" 'BEGIN { printf "%.0f", n / s }')"
    row shell_export_s "$shell"
    row export_ratio "$(ratio "$shell" "$ours")"
    rm -rf "$work/many" "$work/export" "$work/shell.csv"
}
