#!/usr/bin/env bash
# What the first command says while it works (app/progress): never silent for ten seconds, silent when there is nothing to do, what
# a failing step said in full, and an interrupted build goes on where it stopped.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { printf 'progress_test: %s\n' "$*" >&2; exit 1; }
seconds_since_epoch() { date +%s; }

# Nothing to do, nothing to say.
"$root/app/progress" "building" true 2>said || fail "a command that went well is said to have failed"
[ ! -s said ] || fail "it speaks where nothing was done: $(cat said)"

# A command that is silent itself is not: no two lines are further apart than ten seconds.
("$root/app/progress" "waiting" sleep 21 2>&1; seconds_since_epoch >ended) | while IFS= read -r line; do printf '%s %s\n' "$(seconds_since_epoch)" "$line"; done >said
[ "$(wc -l <said)" -ge 3 ] || fail "said too little in 21 seconds: $(cat said)"
awk 'NR > 1 && $1 - last > 10 { exit 1 } { last = $1 }' said || fail "silent for more than ten seconds: $(cat said)"
grep -q 'waiting: done in' said || fail "no summary"

# What failed is shown, with its status, and no step that went well.
cat >steps.sh <<'S'
echo '[1/3] Building CXX object one.cpp.o'
echo '[2/3] Building CXX object two.cpp.o'
echo 'FAILED: two.cpp.o'
echo 'two.cpp:1: a mistake'
sleep 1.2
exit 7
S
status=0
"$root/app/progress" "building" bash steps.sh 2>said || status=$?
[ $status = 7 ] || fail "the status was $status, not the command's"
grep -q 'two.cpp:1: a mistake' said || fail "what failed is not shown: $(cat said)"
grep -q 'what was finished is kept' said || fail "it does not say what is safe"

# Interrupted and started again, a build does what was left, and says of how many steps.
cat >build.ninja <<'N'
rule slow
  command = sleep 0.3 && touch $out
build 1: slow
build 2: slow 
build 3: slow
build 4: slow
build 5: slow
build 6: slow
build 7: slow
build 8: slow
N
setsid "$root/app/progress" "building" ninja -j 1 2>said &
started=$!
until [ -e 3 ]; do sleep 0.05; done
kill -INT -- "-$started"
wait "$started" && fail "an interrupted build ended well"
left=$(ninja -n | sed -nE 's|^\[1/([0-9]+)\].*|\1|p')
[ "$left" -le 5 ] || fail "what was built before the interruption is built again: $left steps"
"$root/app/progress" "building" ninja -j 1 2>said
grep -q "building: done in .*, $left steps" said || fail "the summary is not of what was left: $(cat said)"
