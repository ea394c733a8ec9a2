#!/usr/bin/env bash
# Files that are not what they should be, against the real program: cut short, emptied, replaced by pipes and folders, on disks
# that fail, and with escape sequences in their names. Nothing hangs, nothing is lost, every refusal is one plain sentence.
# Usage: tests/attack/files_test.sh PROGRAM
set -uo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
fail() { printf 'files_test: %s\n' "$*" >&2; [ ! -f said ] || cat said >&2; exit 1; }
run() { timeout -k 1 60 "$program" "$@" >out 2>said; }
refused() { # NAME COMMAND...: not done, one whole sentence or more on one line, no control characters
  local name=$1 status
  shift
  run "$@"
  status=$?
  [ "$status" = 1 ] || [ "$status" = 2 ] || fail "$name ended with $status"
  [ "$(wc -l <said)" = 1 ] && grep -q '[a-z].*\.$' said || fail "$name says no sentence"
  if LC_ALL=C grep -q $'[\x01-\x08\x0b-\x1f\x7f]' said; then fail "$name sends control characters to the terminal"; fi
}

"$program" new --template stakeholder-mapping --out one.standpoint >/dev/null || fail "no session could be made"
events=$("$program" log one.standpoint | wc -l)
size=$(stat -c %s one.standpoint)

# A session of one group, cut short anywhere: check says what can be had back, hosting refuses, repair takes it, nothing is changed.
had_back=0
for percent in 0 10 45 80 99; do
  cut=$((64 + (size - 65) * percent / 100))
  head -c "$cut" one.standpoint >cut.standpoint
  cp cut.standpoint before
  refused "check of $cut bytes" check cut.standpoint
  refused "host of $cut bytes" host cut.standpoint --port 0 --bind 127.0.0.1
  cmp -s cut.standpoint before || fail "what is left of $cut bytes was changed"
  said=$(sed -nE 's/.* ([0-9]+) events can be had back.*/\1/p' said)
  rm -f repaired.standpoint
  run check cut.standpoint --repair repaired.standpoint
  if [ -f repaired.standpoint ]; then
    [ "$("$program" log repaired.standpoint | wc -l)" = "$said" ] || fail "not the events that were promised were had back"
    had_back=$((had_back + said))
  fi
  cmp -s cut.standpoint before || fail "repair changed what is left of $cut bytes"
done
[ "$had_back" -gt "$events" ] || fail "hardly anything was had back"

# In a later group: what can be read is kept, the rest is set aside.
cp one.standpoint two.standpoint
{ echo name; for n in 1 2 3 4 5 6; do echo "Person $n"; done; } >people.csv
run import people.csv --into two.standpoint || fail "the import failed"
whole=$("$program" log two.standpoint | wc -l)
truncate -s -50 two.standpoint
run import people.csv --into two.standpoint
[ "$(ls two.standpoint.torn-* 2>/dev/null | wc -l)" = 1 ] || fail "the torn part was not set aside"
[ "$("$program" log two.standpoint | wc -l)" -ge "$whole" ] || fail "events that could be read are gone"

# Pipes, folders and devices in place of files.
mkfifo pipe.standpoint
mkdir folder.standpoint
ln -s /dev/zero device.standpoint
for odd in pipe folder device; do
  for command in show log check insights; do refused "$command of a $odd" "$command" $odd.standpoint; done
  refused "host of a $odd" host $odd.standpoint --port 0 --bind 127.0.0.1
  refused "import into a $odd" import people.csv --into $odd.standpoint
  refused "picture of a $odd" picture $odd.standpoint --board map --out x.png
done
refused "import of a pipe" import pipe.standpoint --into one.standpoint

# Escape sequences in names and arguments.
refused "a name with an escape sequence" show $'\e]0;owned\a\e[31mno.standpoint'
refused "a moment with an escape sequence" show one.standpoint --at $'\e[2J'
refused "a name that is no UTF-8" check $'\xff\x9b31m.standpoint'

# Texts that are no UTF-8 and hold escape sequences, in a file with sound checksums: every command does its work, and nothing of
# them reaches the terminal or ends a program that reads what was printed.
"$program" new --title "Thirty letters of a long title" --template stakeholder-mapping --out titled.standpoint >/dev/null || fail "no titled session could be made"
python3 "$here/unsound_text.py" titled.standpoint "Thirty letters of a long title" unsound.standpoint || fail "no unsound session could be made"
for command in "check" "show" "show --json" "log" "log --json" "insights" "insights --json"; do
  # shellcheck disable=SC2086 # a command and its option are two words
  run $command unsound.standpoint || fail "“$command” did not do its work on unsound texts"
  if LC_ALL=C grep -q $'[\x01-\x08\x0b-\x1f\x7f]' out said; then fail "“$command” sends control characters to the terminal"; fi
  iconv -f UTF-8 -t UTF-8 out >/dev/null || fail "“$command” prints what is no UTF-8"
done
run picture unsound.standpoint --board map --out unsound.svg || fail "no picture can be drawn of unsound texts"
rm -f hosting
"$program" host unsound.standpoint --port 0 --bind 127.0.0.1 --json >hosting 2>said &
host=$!
for _ in $(seq 300); do [ -s hosting ] && break; sleep 0.1; done
kill -TERM "$host" && wait "$host" || fail "a session with unsound texts is not hosted"
python3 -c 'import json, sys; json.loads(open("hosting", encoding="utf-8").readline())' || fail "how to join is no JSON"

# Nobody reads the other end; a file may not grow.
{ echo name; for n in $(seq 1500); do echo "Somebody $n with a rather long name"; done; } >many.csv
run import many.csv --into titled.standpoint || fail "many people could not be imported"
"$program" show titled.standpoint --json | head -c 1 >/dev/null
[ "${PIPESTATUS[0]}" -lt 128 ] || fail "a closed pipe ended the program"
cp one.standpoint small.standpoint
cp small.standpoint before
( ulimit -f $((size / 1024 + 1))
  timeout 60 "$program" import many.csv --into small.standpoint >out 2>said )
status=$?
[ "$status" = 1 ] || fail "an import into a file that may not grow ended with $status"
[ "$("$program" log small.standpoint | wc -l)" = "$events" ] || fail "what a file that may not grow refused is in it"

# A disk that fails: what was refused is not there at the next start, and the first failure has words.
cc -shared -fPIC -o failing_disk.so "$here/failing_disk.c" || fail "the failing disk could not be built"
cp one.standpoint kept.standpoint
preloaded() { timeout -k 1 60 env ASAN_OPTIONS="${ASAN_OPTIONS:-}:verify_asan_link_order=0" LD_PRELOAD="$folder/failing_disk.so" "$@"; }
for switched in FAILING_DISK FAILING_DISK_FULL; do
  touch "$folder/fails"
  preloaded env "$switched=$folder/fails" "$program" host kept.standpoint --port 0 --bind 127.0.0.1 >out 2>said
  [ $? = 1 ] || fail "hosting began on a failing disk ($switched)"
  [ "$(wc -l <said)" = 1 ] && grep -q '[a-z].*\.$' said || fail "the first failure has no words ($switched)"
  preloaded env "$switched=$folder/fails" "$program" import people.csv --into kept.standpoint >out 2>said && fail "an import was said to be done on a failing disk"
  rm "$folder/fails"
  [ "$("$program" log kept.standpoint | wc -l)" = "$events" ] || fail "what was refused is there ($switched)"
  run check kept.standpoint || fail "the session is not sound after $switched"
done
# Under a running host: removed, renamed, replaced, emptied. It says so by itself within seconds and goes on beside, whole.
for change in "rm live.standpoint" "mv live.standpoint away.standpoint" "cp two.standpoint new && mv new live.standpoint" ": >live.standpoint" "truncate -s 200 live.standpoint"; do
  rm -f live* away.standpoint hosting said
  cp one.standpoint live.standpoint
  "$program" host live.standpoint --port 0 --bind 127.0.0.1 >hosting 2>said &
  host=$!
  for _ in $(seq 300); do grep -qs ^Facilitator hosting && break; sleep 0.1; done
  eval "$change"
  for _ in $(seq 300); do [ -s said ] && break; sleep 0.1; done
  kill -HUP "$host" && wait "$host" || fail "the host did not end well when its terminal was closed"
  grep -q 'live-kept.standpoint' said || fail "the host does not say where the session is after: $change"
  run check live-kept.standpoint || fail "what goes on after “$change” is not sound"
  [ "$("$program" log live-kept.standpoint | head -n "$events")" = "$("$program" log one.standpoint)" ] || fail "events are missing after: $change"
done
printf 'cut short, pipes, folders, devices, escape sequences, closed pipes, full and failing disks: nothing lost, all refused in words\n'
