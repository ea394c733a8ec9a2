#!/usr/bin/env bash
# kill -9 against the real program: imports into one session are killed at any moment. What an import said it did must be
# in the file, nothing may be in it twice, and the file must be sound after every round. Usage: tests/kill_test.sh PROGRAM
set -uo pipefail
program=$1
rounds=${2:-40}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
session=$folder/killed.standpoint
RANDOM=1434  # the same moments every time, as far as the machine allows
fail() { printf 'kill_test: %s\n' "$*" >&2; exit 1; }
names() { "$program" show "$session" --json | grep -c "\"name\": \"Round$1 " || true; }

"$program" new --template stakeholder-mapping --out "$session" >/dev/null || fail "the session could not be made"
# How long one import takes here: the kills fall anywhere from its start to a little after its end.
printf 'name\nSomebody\n' >"$folder/people.csv"
begun=$(date +%s%N)
timeout -s KILL 60 "$program" import "$folder/people.csv" --into "$session" >/dev/null || fail "the first import failed"
whole=$((($(date +%s%N) - begun) / 1000))
killed=0 finished=0 landed=0
for ((round = 1; round <= rounds; ++round)); do
  { echo name; for person in 1 2 3 4 5 6 7 8 9 10; do echo "Round$round Person$person"; done; } >"$folder/people.csv"
  : >"$folder/out"
  moment=$((whole * (RANDOM % 110) / 100 + 200))
  ( # a shell of its own, so that the killing is not reported
    timeout -s KILL "$((moment / 1000000)).$(printf '%06d' $((moment % 1000000)))" \
      "$program" import "$folder/people.csv" --into "$session" >"$folder/out"
    exit $?
  ) 2>/dev/null
  status=$?
  there=$(names "$round")
  [ "$there" = 0 ] || [ "$there" = 10 ] || fail "round $round left $there of 10 people"
  if grep -q Imported "$folder/out"; then
    [ "$there" = 10 ] || fail "round $round was said to be imported and is not there"
  fi
  if [ "$status" = 137 ]; then killed=$((killed + 1)); else finished=$((finished + 1)); fi
  [ "$there" = 0 ] || landed=$((landed + 1))
  "$program" check "$session" >/dev/null || fail "after round $round the file is not sound"
done
all=$("$program" show "$session" --json | grep -c '"name": "Round')
[ "$all" = $((landed * 10)) ] || fail "$all people are there, $((landed * 10)) were counted on the way"
# A test in which nothing was killed, or nothing got through, would show nothing.
[ "$killed" -ge 5 ] || fail "only $killed of $rounds rounds were killed"
[ "$landed" -ge 1 ] || fail "no round got through"
printf '%d rounds: %d killed, %d finished, %d imports in the file, none lost, none twice\n' "$rounds" "$killed" "$finished" "$landed"
