# shellcheck shell=bash
# Rules of the code that no compiler knows. Each prints what breaks it and fails.

# The table of src/README.md: "may see" of a level, closed over the levels it names.
# Prints "level: seen seen …", one level a line.
levels() {
    awk -F '|' '
        $2 ~ /^ *[0-9] *$/ {
            gsub(/[`\/ ]/, "", $3); gsub(/[`,]/, " ", $5)
            name[++count] = $3; rank[$3] = $2 + 0; may[$3] = $5
        }
        function lower(level,    i, all) {
            for (i = 1; i <= count; ++i) if (rank[name[i]] < rank[level]) all = all " " name[i]
            return all
        }
        function close_over(level,    words, n, i) {
            if (seen[level]++) return
            n = split(may[level], words, " ")
            for (i = 1; i <= n; ++i) if (words[i] in rank) close_over(words[i])
        }
        END {
            for (i = 1; i <= count; ++i) {
                level = name[i]
                if (may[level] ~ /all below/) {
                    except = may[level]; list = lower(level)
                    if (sub(/.*all below but/, "", except)) {
                        n = split(except, words, " ")
                        for (k = 1; k <= n; ++k) sub(" " words[k], "", list)
                    }
                    may[level] = list
                }
            }
            for (i = 1; i <= count; ++i) {
                delete seen; close_over(name[i]); printf "%s:", name[i]
                for (k = 1; k <= count; ++k) if (name[k] in seen) printf " %s", name[k]
                printf "\n"
            }
        }' src/README.md
}

# No file includes a header of a level that its own level may not see.
check_levels() {
    local table level seen folder bad=0 file line header
    table=$(levels)
    for folder in src/*/; do
        level=$(basename "$folder")
        if ! seen=$(grep "^$level: " <<<"$table"); then
            say "$folder is not in the table of src/README.md"
            bad=1
            continue
        fi
        while IFS=: read -r file line header; do
            header=${header#*\"}
            header=${header%%/*}
            [[ -d src/$header && " ${seen#*:} " != *" $header "* ]] || continue
            say "$file:$line: $level may not see $header (src/README.md)"
            bad=1
        done < <(grep -rnE '^ *# *include *"[^"]+/' "$folder" --include='*.h' --include='*.cpp')
    done
    return $bad
}

# only_in LEVELS WHAT PATTERN: includes that match are found in these levels only.
only_in() {
    local found
    found=$(grep -rnE "^ *# *include *[<\"]($3)" src --include='*.h' --include='*.cpp' | grep -vE "^src/(${1// /|})/") || return 0
    say "$2 belongs into these folders of src alone: $1" "$found"
    return 1
}

check_libraries() {
    local bad=0
    only_in json "JSON" 'nlohmann/' || bad=1
    only_in "integrity store recovery" "SQLite" 'SQLiteCpp/|sqlite3' || bad=1
    only_in paint "Dear ImGui" 'imgui' || bad=1
    only_in document "zip, XML and workbooks" 'zip\.h|pugixml|xlsxwriter' || bad=1
    return $bad
}

# A source includes headers; only the batches of the build include sources.
check_includes() {
    local found
    found=$(grep -rnE '^ *# *include *"[^"]+\.(cpp|c)"' src tests bench) || return 0
    say "A source is included:" "$found"
    return 1
}

# A room that nobody can overlook any more is two rooms.
check_rooms() {
    local folder lines files bad=0
    for folder in src/*/; do
        lines=$(find "$folder" \( -name '*.h' -o -name '*.cpp' -o -name '*.sql' \) -exec cat {} + | wc -l)
        ((lines < 5000)) || { say "$folder has $lines lines, and 5,000 are too many (src/README.md)"; bad=1; }
    done
    while read -r folder; do
        files=$(find "$folder" -maxdepth 1 -type f | wc -l)
        ((files <= 45)) || { say "$folder has $files files, more than 45 (src/README.md)"; bad=1; }
    done < <(find src -type d -not -path '*/sql*')
    return $bad
}

# Nothing names a folder of one machine. Tests may make up any, and help texts may show an example.
check_places() {
    local found
    found=$(grep -rnIE '(^|[^A-Za-z0-9._~-])/(work|root|home|Users|tmp)/' . \
        --exclude-dir={build,.git,.cache,tests} --exclude={rules.sh,.git} | grep -v '/tmp/demo' || true)
    [[ -n $found ]] || return 0
    say "A folder of one machine is named:" "$found"
    return 1
}
