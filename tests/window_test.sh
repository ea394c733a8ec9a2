#!/usr/bin/env bash
# The real window on a virtual display, used as its user would: open Florence, add somebody by keyboard, undo it, rest
# (idle costs nothing), add somebody again, be killed, be opened again with everything there. Usage: tests/window_test.sh PROGRAM
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$(realpath "$1")
folder=$(mktemp -d)
session=$folder/florence.standpoint
cp "$root/sessions/florence-1434.standpoint" "$session" && chmod u+w "$session"
export STANDPOINT_SESSIONS=$folder STANDPOINT_BIND=127.0.0.1  # so it is not asked whether tablets may join
app='' server=''
stop() {
  [ -z "$app" ] || kill -9 "$app" 2>/dev/null
  [ -z "$server" ] || kill "$server" 2>/dev/null
  rm -rf "$folder"
}
trap stop EXIT
fail() { printf 'window_test: %s\n' "$*" >&2; cat "$folder/err" >&2 2>/dev/null; exit 1; }
# until WHAT COMMAND...: tries again for half a minute; machines without a graphics card are slow.
until_true() {
  local what=$1
  shift
  for _ in $(seq 150); do
    "$@" && return 0
    sleep 0.2
  done
  fail "$what"
}

exec 3<> <(:)
Xvfb -displayfd 3 -screen 0 1600x900x24 -nolisten tcp 3>"$folder/display" 2>/dev/null &
server=$!
until_true "the virtual display did not start" test -s "$folder/display"
DISPLAY=:$(cat "$folder/display")
export DISPLAY
unset WAYLAND_DISPLAY

start() {
  "$program" open "$session" 2>"$folder/err" &
  app=$!
  disown "$app"  # its killing is not reported
  until_true "no window with the session's title came up" xdotool search --onlyvisible --name "Florence 1434 - Standpoint"  >/dev/null
}
# Reads to the end: a grep that stopped at the first match would end the program with a broken pipe.
is_there() { "$program" show "$session" --json | grep "\"name\": \"$1\"" >/dev/null; }
is_gone() { ! is_there "$1"; }
add() { # NAME; letters typed before the field is open are lost, so it waits for the frame, longer each time
  local pause
  for pause in 1.5 4 10; do
    xdotool key n
    sleep "$pause"
    xdotool type --delay 40 "$1"
    xdotool key Return
    for _ in $(seq 40); do
      is_there "$1" && { xdotool key Escape; return; }
      sleep 0.2
    done
    xdotool key Escape
    sleep 1
  done
  fail "$1 was added and is not in the file"
}
ticks() { awk '{print $14 + $15}' "/proc/$app/stat"; }
rests() { # no processor time at all within a second
  local before after
  before=$(ticks)
  sleep 1
  after=$(ticks)
  [ "$before" = "$after" ]
}

start
add "Cosimo"
xdotool key ctrl+z
until_true "Ctrl Z did not take Cosimo back" is_gone "Cosimo"
until_true "the window never comes to rest" rests
add "Contessina"
kill -9 "$app"
app=''
"$program" check "$session" >/dev/null || fail "the killed session is not sound"
is_there "Contessina" || fail "what was there before the kill is lost"
start
until_true "the window never comes to rest after it was opened again" rests
printf 'opened, changed, undone, at rest, killed, opened again: nothing lost\n'
