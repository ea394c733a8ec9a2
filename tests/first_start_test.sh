#!/usr/bin/env bash
# The first command, with a build and a program that only pretend: the first time the program is there before the page for tablets, whose
# build goes on; from then on the page is looked after first.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { printf 'first_start_test: %s\n' "$*" >&2; exit 1; }
mkdir -p "$work/app/web" "$work/bin" "$work/build/app" "$work/build/web"
cp "$root/app/run" "$root/app/progress" "$work/app/"
printf '#!/bin/sh\n' >"$work/app/setup"
printf '#!/bin/sh\n' >"$work/bin/ninja"
cat >"$work/app/web/build" <<'S'
#!/bin/sh
sleep 2
mkdir -p "$1/web/site"
echo page >"$1/web/site/index.html"
echo page >>"$1/order"
S
printf '#!/bin/sh\necho "program $*" >>"%s/build/order"\n' "$work" >"$work/build/app/standpoint"
chmod +x "$work/app/setup" "$work/bin/ninja" "$work/app/web/build" "$work/build/app/standpoint"
touch "$work/build/build.ninja"
start() { PATH="$work/bin:$PATH" STANDPOINT_SITE='' STANDPOINT_BUILD_DIR="$work/build" "$work/app/run" "$@"; }

start first 2>"$work/said"
[ "$(cat "$work/build/order")" = 'program first' ] || fail "the first time: $(cat "$work/build/order")"
grep -q 'is being built meanwhile' "$work/said" || fail "nothing is said of the page: $(cat "$work/said")"
for _ in $(seq 100); do [ -e "$work/build/web/site/index.html" ] && grep -q page "$work/build/order" && break; sleep 0.1; done
[ -e "$work/build/web/site/index.html" ] || fail "the page was not built after the program had started"
start again 2>"$work/said"
[ "$(tail -n 2 "$work/build/order" | tr '\n' ' ')" = 'page program again ' ] || fail "later: $(cat "$work/build/order")"
