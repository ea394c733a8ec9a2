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
written_over='printf "elsewhere" | dd of=live.standpoint bs=1 seek=300 conv=notrunc status=none'
for change in "$written_over" "rm live.standpoint" "mv live.standpoint away.standpoint" "cp two.standpoint new && mv new live.standpoint" ": >live.standpoint" "truncate -s 200 live.standpoint"; do
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
# A host that people answer to, killed; then its session is moved to another folder and copied: the answers go with it, once.
export XDG_STATE_HOME=$folder/state
voted=$here/../../sessions/checkout-relaunch.standpoint
robots() { timeout -k 1 100 "$program" robots "$(sed -n 's/^Join: //p' hosting | head -1)" --lead "$(sed -n 's/^Facilitator.*: //p' hosting)" "$@" >robots 2>said; }
hosted() { # FILE: hosts it until its process is ended
  rm -f hosting
  $hosting_with "$program" host "$1" --port 0 --bind 127.0.0.1 >hosting 2>said &
  host=$!
  for _ in $(seq 300); do grep -qs ^Facilitator hosting && return; sleep 0.1; done
  fail "$1 is not hosted"
}
ended() { kill -TERM "$host" && wait "$host" || fail "the host did not end well"; }
hosting_with=
cp "$voted" voting.standpoint
hosted voting.standpoint
robots --seats 6 --script vote --seconds 10 &
answering=$!
for _ in $(seq 300); do compgen -G 'voting.ballots-*' >/dev/null && [ "$(stat -c %s voting.ballots-*)" -gt 40000 ] && break; sleep 0.1; done
kill -KILL "$host"
wait "$host" "$answering" 2>/dev/null
compgen -G 'voting.ballots-*' >/dev/null || fail "nobody answered before the host was killed"
mkdir moved
mv voting.standpoint moved/elsewhere.standpoint
cp moved/elsewhere.standpoint copied.standpoint
hosted moved/elsewhere.standpoint
[ ! -s said ] || fail "a moved session says something odd"
ended
[ "$(ls moved | grep -c '^elsewhere.ballots-')" = 1 ] || fail "the box did not go with its session to another folder"
if compgen -G 'voting.ballots-*' >/dev/null; then fail "the box is in two places"; fi
hosted copied.standpoint
ended
grep -q 'lies with elsewhere.standpoint' said || fail "a copy does not say where the answers are"
[ "$(ls moved | grep -c '^elsewhere.ballots-')" = 1 ] || fail "a copy took the box away"
cp "$voted" clock.standpoint

# The clock jumps a year ahead and an hour back while a room votes: nobody is locked out, and no time in the file follows it.
cc -shared -fPIC -o jumping_clock.so "$here/jumping_clock.c" || fail "the jumping clock could not be built"
before=$("$program" log clock.standpoint --json | wc -l)
echo 0 >jump
hosting_with="env JUMPING_CLOCK=$folder/jump ASAN_OPTIONS=${ASAN_OPTIONS:-}:verify_asan_link_order=0 LD_PRELOAD=$folder/jumping_clock.so"
began=$(date +%s)
hosted clock.standpoint
{ sleep 2; echo $((365 * 86400)) >jump; sleep 2; echo -3600 >jump; sleep 2; echo 0 >jump; } &
jumps=$!
robots --seats 8 --script vote --seconds 8 || fail "a room did not get through a jumping clock: $(cat robots)"
wait "$jumps"
ended
"$program" log clock.standpoint --json | tail -n +$((before + 1)) | python3 -c '
import json, sys
times = [json.loads(line)["time_ms"] for line in sys.stdin]
began = int(sys.argv[1]) * 1000
assert len(times) > 10, "nothing happened"
assert times == sorted(times), "times went back"
assert began - 2000 <= times[0] and times[-1] <= began + 60000, (began, times[0], times[-1])
' "$began" || fail "the clock's jumps are in the file"
# Opened with a clock that was set back: times go back, order does not, and it is said.
echo -7200 >jump
hosted clock.standpoint
robots --seats 4 --script vote --seconds 3 || fail "a room did not get through under an earlier clock: $(cat robots)"
ended
run check clock.standpoint || fail "a session whose times go back is not sound"
run log clock.standpoint
grep -q 'clock was set back by [12] h' out || fail "the log does not say that the clock was set back"
printf 'cut short, pipes, folders, devices, escape sequences, closed pipes, full and failing disks, moved files, jumping clocks: nothing lost, all refused in words\n'
