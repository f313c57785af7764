# shellcheck shell=bash
# start_display: a virtual display, 1920×1080, with a free number of its own, ended with the script (by its process id).
# Sets DISPLAY. add_cleanup COMMAND…: more to do at the end.
cleanups=()
add_cleanup() { cleanups=("$(printf '%q ' "$@")" "${cleanups[@]}"); }
run_cleanups() {
    local command
    for command in "${cleanups[@]}"; do eval "$command" || true; done
}
trap run_cleanups EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

stop_process() {
    kill "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}

has_display() { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; }

start_display() {
    local number pipe
    pipe=$(mktemp -d)
    mkfifo "$pipe/number"
    Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp -noreset 3<>"$pipe/number" >"$pipe/log" 2>&1 &
    add_cleanup rm -rf "$pipe"
    add_cleanup stop_process $!
    # Read and write, so that opening never waits; -displayfd writes the number once the display can be used.
    exec 4<>"$pipe/number"
    read -r -t 30 number <&4 || die "No virtual display: $(cat "$pipe/log")"
    exec 4>&-
    export DISPLAY=:$number
    unset WAYLAND_DISPLAY
}
