# shellcheck shell=bash
# build PRESET [TARGET…]: configures build/PRESET when needed and builds. Quiet unless it fails.
# Options for a first configuration: configure PRESET -DNAME=VALUE….
configure() {
    local preset=$1 log
    shift
    mkdir -p build
    log=build/configure-$preset.log
    if ! cmake --preset "$preset" "$@" >"$log" 2>&1; then
        cat "$log" >&2
        die "cmake could not configure the preset $preset."
    fi
}

# Keeps the output of ninja; shows how far it is: in a terminal on one line, else every half minute.
show_progress() {
    local line last=$SECONDS shown=0
    : >"$1"
    while IFS= read -r line; do
        if [[ $line == \[*/*\]\ * ]]; then
            if [[ -t 2 ]]; then
                printf '\r\033[K%s %s' "$2" "${line%%]*}]" >&2
                shown=1
            elif ((SECONDS - last >= 30)); then
                say "$2 ${line%%]*}]"
                last=$SECONDS
            fi
        fi
        printf '%s\n' "$line" >>"$1"
    done
    ((shown == 0)) || printf '\r\033[K' >&2
}

build() {
    local preset=$1 log=build/$1/build.log
    shift
    [[ -e build/$preset/build.ninja ]] || configure "$preset"
    if ! NINJA_STATUS='[%f/%t] ' ninja -j "$jobs" -C "build/$preset" "$@" 2>&1 |
        show_progress "$log" "Building ($preset)"; then
        grep -vE '^(\[[0-9]+/[0-9]+\] |ninja: Entering)' "$log" >&2 || true
        die "The build failed. The whole log: $log"
    fi
}
