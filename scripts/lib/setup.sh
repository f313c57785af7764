# shellcheck shell=bash
# set_up GROUP…: installs the packages of these groups (scripts/packages) that are missing. Asks nothing; when
# nothing is missing it does not touch the network.
missing_packages() {
    local wanted installed package
    wanted=$(awk -v groups=" $* " 'index(groups, " " $1 " ") { print $2 }' scripts/packages)
    # One question for all; dpkg-query says nothing about a package it does not know.
    # shellcheck disable=SC2086
    installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' $wanted 2>/dev/null || true) "
    for package in $wanted; do
        [[ $installed == *" installed:$package "* ]] || printf '%s\n' "$package"
    done
}

set_up() {
    command -v dpkg-query >/dev/null ||
        die "This script installs packages on Debian. Elsewhere, install what scripts/packages lists and build with cmake --preset release."
    local missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]} > 0)) || return 0
    local as_root=()
    if [[ $(id -u) != 0 ]]; then
        command -v sudo >/dev/null ||
            die "Missing packages: ${missing[*]}" "Start this as root once, or install sudo, so that they can be installed."
        as_root=(sudo)
    fi
    say "Installing ${missing[*]}"
    local log apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q
        -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)
    log=$(mktemp)
    if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } </dev/null >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        die "The packages could not be installed. The whole log: $log"
    fi
    rm -f "$log"
}

# One word for everything that decides which packages are needed and how they are found.
packages_asked() {
    { grep -E '^(build|test) ' scripts/packages && cat cmake/Flags.cmake cmake/Libraries.cmake && sed 's/ALONE [^)]*LEVELS/LEVELS/' src/*/CMakeLists.txt; } |
        sha256sum | cut -d ' ' -f 1
}
