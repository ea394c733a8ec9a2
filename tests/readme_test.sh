#!/usr/bin/env bash
# README.md claims nothing that is not there: every file it names exists, every command in its ```sh blocks runs, and every
# picture it shows is in the tree and can be made again at the same size, by a `picture` command in such a block or in an HTML
# comment of its own line; what lies in tests/golden/pictures is drawn again and compared by render_tests.
# Called by tests/run with the built program. Writes nothing into the checkout; what needs a display or starts this very test
# is only looked up.
#   tests/readme_test.sh PROGRAM [README]
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$(realpath "${1:?the built program}")
readme=${2:-$root/README.md}
failed=0
fail() { printf 'README: %s\n' "$*"; failed=1; }

[ -f "$readme" ] || { fail "there is none"; exit 1; }

# A stand-in for the checkout: its files, with `app/run` and `build/app/standpoint` as the program that is built already.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root"/{CMakeLists.txt,app,core,fonts,sessions,shaders,tests} "$work/"
cp "$readme" "$work/README.md"
cat >"$work/app/run" <<RUN
#!/usr/bin/env bash
case "\${1:-}" in
  '') echo "opens the window, not tried here" ;;
  open | review) [ -f "\${2:-}" ] || { echo "there is no \${2:-file}" >&2; exit 1; } ;;
  *) exec "$program" "\$@" ;;
esac
RUN
for long in tests/run tests/bench/run; do
  [ ! -f "$work/$long" ] || printf '#!/bin/sh\necho "%s is there, not tried here"\n' "$long" >"$work/$long"
done
mkdir -p "$work/build/app"
cp "$work/app/run" "$work/build/app/standpoint"

# Each block becomes a script; commands in comments of one line, which make pictures, become the last one.
python3 - "$work" <<'PYTHON'
import pathlib, re, sys
work = pathlib.Path(sys.argv[1])
text = (work / "README.md").read_text(encoding="utf-8")
blocks = re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)
hidden = re.findall(r"^<!-- *(app/run picture [^\n]*?) *-->$", text, re.M)
skipped = re.compile(r"^\s*(git clone|cd )")
for number, block in enumerate(blocks + ["\n".join(hidden)], 1):
    lines = [re.sub(r"(?<![\w/])/tmp/", f"{work}/", re.sub(r"^\$ ", "", line)) for line in block.splitlines() if not skipped.match(line)]
    (work / f"block-{number:02}.sh").write_text("\n".join(lines) + "\n", encoding="utf-8")
pictures = re.findall(r"!\[[^\]]*\]\(([^)\s]+)[^)]*\)", text) + re.findall(r"<img[^>]*\ssrc=\"([^\"]+)\"", text)
(work / "pictures").write_text("".join(f"{p}\n" for p in dict.fromkeys(pictures)), encoding="utf-8")
for name in dict.fromkeys(re.findall(r"(?<![\w/.])(?:app|core|fonts|sessions|shaders|tests)/[\w./*-]*\w\*?", text)):
    if not list(work.glob(name)) and not list(work.glob(name + ".*")):
        print(f"README: {name} is not in the tree")
        (work / "missing").touch()
(work / "counts").write_text(f"{len(blocks)} {len(set(pictures))}\n")
PYTHON
[ ! -f "$work/missing" ] || failed=1
read -r blocks pictures <"$work/counts"
[ "$blocks" -gt 0 ] || fail "no command is shown"
[ "$pictures" -gt 0 ] || fail "no picture is shown"

png_size() { python3 -c 'import struct, sys; head = open(sys.argv[1], "rb").read(24); assert head[:8] == b"\x89PNG\r\n\x1a\n"; print("%dx%d" % struct.unpack(">II", head[16:24]))' "$1"; }

# The pictures are taken out of the stand-in first, so that only a command can bring them back.
while IFS= read -r picture; do
  case $picture in *://*) fail "$picture is not in the tree"; continue ;; esac
  [ -f "$root/$picture" ] || fail "$picture is not in the tree"
  case $picture in tests/golden/pictures/*) ;; *) rm -f "$work/$picture" ;; esac
done <"$work/pictures"

for block in "$work"/block-*.sh; do
  if ! (cd "$work" && env -u DISPLAY -u WAYLAND_DISPLAY bash -euo pipefail "$block" </dev/null >"$work/said" 2>&1); then
    fail "these commands do not run:"
    sed 's/^/    /' "$block"
    tail -5 "$work/said" | sed 's/^/  > /'
  fi
done

while IFS= read -r picture; do
  [ -f "$root/$picture" ] || continue
  if [ ! -f "$work/$picture" ]; then
    fail "no command makes $picture; add <!-- app/run picture ... --out $picture ... -->"
  elif [ "$(png_size "$work/$picture")" != "$(png_size "$root/$picture")" ]; then
    fail "$picture is $(png_size "$root/$picture"), and its command makes $(png_size "$work/$picture")"
  fi
done <"$work/pictures"

[ "$failed" = 0 ] && printf '%s blocks of commands ran, %s pictures can be made again\n' "$blocks" "$pictures"
exit "$failed"
