# shellcheck shell=bash
# What a visitor feels, measured from outside the kiosk with real touches and the pixel clock (bench/pixels.cpp).
# Needs $work (a folder), $kiosk, $pixels, $starts, $taps, $idle_s and a display of 1920×1080.

screen_now() { sed -n 's/^{"screen":"\([a-z]*\)".*/\1/p' "$work/probe" 2>/dev/null; }

# widget ID PART: "X Y W H" of the first enabled widget whose id begins so; the way back is none.
widget() {
    sed 's/{"id"/\n{"id"/g' "$work/probe" | grep -v '\.back"' |
        sed -n "s/^{\"id\":\"$1[^\"]*\",\"x\":\(-*[0-9]*\),\"y\":\(-*[0-9]*\),\"w\":\([0-9]*\),\"h\":\([0-9]*\),\"enabled\":true.*/\1 \2 \3 \4/p" |
        head -n 1
}

centre() {
    local x y w h
    read -r x y w h <<<"$(widget "$1")"
    [[ -n ${h:-} ]] || return 1
    echo "$((x + w / 2)) $((y + h / 2))"
}

# The shipped configuration with an event that is open, so that visits count.
make_config() {
    rm -rf "$work/config"
    cp -r kiosk-config "$work/config"
    echo '{"events": [{"id": "bench", "name": {"zh": "测量"}, "place_code": "990100101001", "state": "open"}]}' \
        >"$work/config/events.json"
}

# What comes next on the way through a visit; a question that takes several choices is confirmed.
next_touch() {
    case $(screen_now) in
        attract) centre attract.start ;;
        audience) centre audience. ;;
        question) { [[ ${touched:-} == question ]] && centre question.confirm; } || centre question.option.1 ;;
        feedback | review) centre feedback.next ;;
        survey) centre survey.1 ;;
        pledge) centre pledge.no ;;
        result) centre result.finish ;;
        *) return 1 ;;
    esac
}

# As next_touch, but waits a moment: while an answer is being written nothing can be touched. Gives up when
# another screen comes.
awaited_touch() {
    local tries before
    before=$(screen_now)
    for ((tries = 0; tries < 40; ++tries)); do
        [[ $(screen_now) == "$before" ]] || return 1
        next_touch && return
        sleep 0.05
    done
    return 1
}

# go_to SCREEN: touches its way there.
go_to() {
    local tries x y
    for ((tries = 0; tries < 60; ++tries)); do
        [[ $(screen_now) != "$1" ]] || return 0
        if read -r x y < <(next_touch); then
            touched=$(screen_now)
            xdotool mousemove "$x" "$y" click 1
        fi
        sleep 0.3
    done
    die "The kiosk did not come to the screen $1."
}

start_kiosk() {
    rm -rf "$work/data" "$work/probe"
    "$kiosk" --window 1920x1080 --config "$work/config" --questions questions --data "$work/data" --probe "$work/probe" "$@" >"$work/kiosk.log" 2>&1 &
    kiosk_pid=$!
    add_cleanup stop_process "$kiosk_pid"
    local tries
    for ((tries = 0; tries < 100; ++tries)); do
        [[ $(screen_now) != attract ]] || return 0
        sleep 0.1
    done
    die "The kiosk did not start:" "$(cat "$work/kiosk.log")"
}

# Seconds of CPU that all threads of the kiosk use while nobody touches it.
cpu_ns() { cat "/proc/$kiosk_pid"/task/*/schedstat | awk '{ ns += $1 } END { printf "%.0f", ns }'; }
idle_cpu() {
    local before
    before=$(cpu_ns)
    sleep "$idle_s"
    awk -v ns=$(($(cpu_ns) - before)) -v s="$idle_s" 'BEGIN { printf "%.4f", ns / 1e9 * 30 / s }'
}

# Of the kiosk and of the child that draws its pictures.
pss_mb() {
    local pid
    for pid in "$kiosk_pid" $(pgrep -P "$kiosk_pid"); do cat "/proc/$pid/smaps_rollup"; done |
        awk '/^Pss:/ { sum += $2 } END { printf "%.1f", sum / 1024 }'
}

# at SHARE: that quantile of the numbers that come in.
at() { sort -n | awk -v q="$1" '{ v[NR] = $1 } END { i = int(q * NR) + 1; if (i > NR) i = NR; print v[i] }'; }

measure_idle_and_memory() {
    start_kiosk
    xdotool mousemove 1900 1070
    sleep 3
    row breeze_cpu_s "$(idle_cpu)"
    stop_process "$kiosk_pid"
    start_kiosk --still
    sleep 3
    row idle_attract_cpu_s "$(idle_cpu)"
    go_to question
    sleep 2
    row pss_mb "$(pss_mb)"
    row idle_question_cpu_s "$(idle_cpu)"
}

# Every touch that brings another look, on the way through whole visits. The head of the screen is left out: there
# the progress bar slides on after the question is there. So is the result, where a ring fills.
measure_taps() {
    local x y number=0 missed=0
    : >"$work/taps"
    while ((number < taps)); do
        ((missed < 20)) || die "Nothing to touch on $(screen_now)."
        case $(screen_now) in
            attract | pledge | result)
                go_to audience
                continue
                ;;
        esac
        if ! read -r x y < <(awaited_touch); then
            missed=$((missed + 1))
            continue
        fi
        touched=$(screen_now)
        "$pixels" tap "$x" "$y" 80 180 1760 860 >>"$work/taps"
        number=$((number + 1))
    done
    row tap_ms "$(at 0.5 <"$work/taps")"
    row tap_p99_ms "$(at 0.99 <"$work/taps")"
    stop_process "$kiosk_pid"
}

measure_countdown() {
    sed -i 's/"idle_seconds": *[0-9]*/"idle_seconds": 10/; s/"countdown_seconds": *[0-9]*/"countdown_seconds": 60/' \
        "$work/config/kiosk.json"
    start_kiosk
    go_to question
    local tries shown
    shown=$(<"$work/probe")
    for ((tries = 0; tries < 600; ++tries)); do
        [[ $(<"$work/probe") == "$shown" ]] || break # the countdown has come
        sleep 0.1
    done
    sleep 1
    row countdown_cpu_s "$(idle_cpu)"
    stop_process "$kiosk_pid"
}

# Process start → the start button has been painted; a new data folder each time.
measure_start() {
    local number part pid ms
    start_kiosk
    read -ra part <<<"$(widget attract.start)"
    stop_process "$kiosk_pid"
    : >"$work/starts"
    for ((number = 0; number < starts; ++number)); do
        rm -rf "$work/data"
        read -r pid ms < <("$pixels" start "${part[@]}" -- "$kiosk" --window 1920x1080 --config "$work/config" --questions questions --data "$work/data")
        echo "$ms" >>"$work/starts"
        kill "$pid"
        while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
        sleep 0.3
    done
    row start_ms "$(at 0.5 <"$work/starts")"
}
