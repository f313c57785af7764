# shellcheck shell=bash
# Sourced by every script: stops at the first error and stands in the project's folder.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
# shellcheck disable=SC2034  # used by those who source this
jobs=$(nproc)

# say LINE…, die LINE…: to the standard error.
say() { printf '%s\n' "$@" >&2; }
die() {
    say "$@"
    exit 1
}

# given --data "$@": whether that option is among the arguments, as "--data DIR" or "--data=DIR".
given() {
    local option=$1 argument
    shift
    for argument in "$@"; do
        [[ $argument == "$option" || $argument == "$option="* ]] && return 0
    done
    return 1
}

# value_of --data "$@": what was given for that option; nothing when it was not given.
value_of() {
    local option=$1
    shift
    while (($#)); do
        case $1 in
            "$option") printf '%s' "${2:-}" && return ;;
            "$option="*) printf '%s' "${1#*=}" && return ;;
        esac
        shift
    done
}
