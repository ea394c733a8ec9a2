#!/usr/bin/env bash
# Every rule of core/README.md has a test whose name starts with its number, and every such number stands there once.
# Called by tests/run; needs nothing but the sources.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rules=$(grep -oE '^- \*\*R[0-9]+\*\*' core/README.md | grep -oE 'R[0-9]+')
tested=$(grep -rhoE '(TEST_CASE|TEST_CASE_FIXTURE|TEST_CASE_TEMPLATE)\(([A-Za-z_]+, )?"R[0-9]+ ' tests | grep -oE 'R[0-9]+' | sort -u)
failed=0
complain() { # MESSAGE RULE...
  local message=$1
  shift
  for rule in "$@"; do printf '%s: %s\n' "$rule" "$message"; failed=1; done
}

complain "stands in core/README.md more than once" $(sort <<<"$rules" | uniq -d)
complain "has no test whose name starts with it" $(comm -23 <(sort -u <<<"$rules") <(cat <<<"$tested"))
complain "is tested, but is no rule of core/README.md" $(comm -13 <(sort -u <<<"$rules") <(cat <<<"$tested"))
[ -n "$rules" ] || complain "no rules were found" core/README.md
[ "$failed" = 0 ] && printf '%d rules, each with a test\n' "$(wc -l <<<"$rules")"
exit "$failed"
