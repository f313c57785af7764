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
    rm -rf "$work/export"
    ours=$(seconds_of "$cli" export --data "$work/many" --out "$work/export") || die "$(cat "$work/said")"
    shell=$(seconds_of shell_export)
    answers=$(($(wc -l <"$work/shell.csv") - 1))
    ((answers == $(wc -l <"$work/export/answers.csv") - 1)) || die "The two exports differ in their number of rows."
    row export_answers "$answers"
    row export_s "$ours"
    row export_rows_per_s "$(awk -v n="$answers" -v s="$ours" 'BEGIN { printf "%.0f", n / s }')"
    row shell_export_s "$shell"
    row export_ratio "$(ratio "$shell" "$ours")"
    rm -rf "$work/export" "$work/shell.csv"
}

# simulated FOLDER SESSIONS
simulated() {
    rm -rf "${work:?}/$1"
    "$cli" simulate --data "$work/$1" --sessions "$2" --events 20 --seed 1 >/dev/null
}

shell_right_answers() { sqlite3 -readonly "$work/many/xiangyang.db" <bench/right_answers.sql >"$work/shell.txt"; }
figures() { "$cli" stats --data "$work/$1" --json >"$work/stats.json"; }
peak_mb_of() { # of a command, in MB
    command time -f %M -o "$work/peak" "$@" >/dev/null
    awk '{ printf "%.1f", $1 / 1024 }' "$work/peak"
}
# The smaller of two numbers; the first may be empty.
least() { awk -v a="$1" -v b="$2" 'BEGIN { print (a == "" || b < a) ? b : a }'; }

# All figures of all visits against the shell's best single query for one of them, in turn, and the least of five times
# of each; and the peak memory, also over a tenth of the visits.
measure_figures() {
    local ours='' shell='' _
    for _ in 1 2 3 4 5; do
        ours=$(least "$ours" "$(seconds_of figures many)")
        shell=$(least "$shell" "$(seconds_of shell_right_answers)")
    done
    row stats_s "$ours"
    row shell_query_s "$shell"
    row stats_ratio "$(ratio "$shell" "$ours")"
    row stats_mb "$(peak_mb_of "$cli" stats --data "$work/many" --json)"
    simulated tenth $((sessions / 10))
    row stats_tenth_mb "$(peak_mb_of "$cli" stats --data "$work/tenth" --json)"
    rm -rf "$work/tenth" "$work/stats.json" "$work/shell.txt" "$work/peak"
}
