# Completion of xiangyang for bash; made by `xiangyang completion bash`.
_xiangyang() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path= word words=
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$path/$word" in
            /bank|/bank/check|/bank/rules|/bank/table|/bank/preview|/config|/config/check|/export|/import-sessions|/participation|/report|/publications|/stats|/verify|/recover|/simulate|/event|/event/list|/event/new|/event/open|/event/close|/event/sheet|/ledger|/ledger/add|/ledger/list|/ledger/undo|/pin|/pin/set|/pin/status|/completion|/completion/bash) path="$path/$word" ;;
        esac
    done
    case $previous in
        --config|--data|--out|--questions)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
            return ;;
    esac
    case $path in
        "") words="bank config export import-sessions participation report publications stats verify recover simulate event ledger pin completion --help --version" ;;
        "/bank") words="check rules table preview --help" ;;
        "/bank/check") words="--help --strict --json" ;;
        "/bank/rules") words="--help --json" ;;
        "/bank/table") words="--help --json" ;;
        "/bank/preview") words="--help --out" ;;
        "/config") words="check --help" ;;
        "/config/check") words="--help --config --questions --json" ;;
        "/export") words="--help --data --out --config --questions --public --json" ;;
        "/import-sessions") words="--help --data --json" ;;
        "/participation") words="--help --data --config --questions --lang --json" ;;
        "/report") words="--help --data --period --out --place --template --list-fields --json --lang --min-cell --internal --apart --config --questions" ;;
        "/publications") words="--help --data --config --questions --json --not-given-out" ;;
        "/stats") words="--help --data --config --questions --period --event --lang --json" ;;
        "/verify") words="--help --data --json" ;;
        "/recover") words="--help --data --json" ;;
        "/simulate") words="--help --data --sessions --events --seed --miskey --config --questions --json" ;;
        "/event") words="list new open close sheet --help" ;;
        "/event/list") words="--help --data --json" ;;
        "/event/new") words="--help --data --json --config --questions --place --venue --occasion --day --name --open --yes" ;;
        "/event/open") words="--help --data --json --yes" ;;
        "/event/close") words="--help --data --json" ;;
        "/event/sheet") words="--help --data --json --internal" ;;
        "/ledger") words="add list undo --help" ;;
        "/ledger/add") words="--help --data --json --config --questions --event --precision --note --yes" ;;
        "/ledger/list") words="--help --data --json --event" ;;
        "/ledger/undo") words="--help --data --json" ;;
        "/pin") words="set status --help" ;;
        "/pin/set") words="--help --data --code-file --json" ;;
        "/pin/status") words="--help --data --json" ;;
        "/completion") words="bash --help" ;;
        "/completion/bash") words="--help" ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o default -F _xiangyang xiangyang
