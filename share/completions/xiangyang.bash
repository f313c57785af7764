# Completion of xiangyang for bash; made by `xiangyang completion bash`.
_xiangyang() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path= word words=
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$path/$word" in
            /bank|/bank/check|/config|/config/check|/export|/import-sessions|/participation|/simulate|/completion|/completion/bash) path="$path/$word" ;;
        esac
    done
    case $previous in
        --config|--data|--out|--questions)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
            return ;;
    esac
    case $path in
        "") words="bank config export import-sessions participation simulate completion --help --version" ;;
        "/bank") words="check --help" ;;
        "/bank/check") words="--help --json" ;;
        "/config") words="check --help" ;;
        "/config/check") words="--help --config --questions --json" ;;
        "/export") words="--help --data --out --config --questions --json" ;;
        "/import-sessions") words="--help --data --json" ;;
        "/participation") words="--help --data --config --questions --lang --json" ;;
        "/simulate") words="--help --data --sessions --events --seed --config --questions --json" ;;
        "/completion") words="bash --help" ;;
        "/completion/bash") words="--help" ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o default -F _xiangyang xiangyang
