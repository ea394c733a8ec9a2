#!/usr/bin/env bash
# The same board as PNG, SVG and PDF looks the same, says the same names and tells no secret; large pictures have no seams; a
# second export gives the same bytes; a folder that takes nothing gives one sentence.
# Called by tests/run with the built program. SVGs are drawn by librsvg, PDFs by poppler: neither is ours.
#   tests/export_test.sh PROGRAM PICTURE_DIFFERENCE
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$(realpath "${1:?the built program}")
difference=$(realpath "${2:?the built picture_difference}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
failed=0
fail() { printf 'export_test: %s\n' "$*" >&2; failed=1; }
session=$root/sessions/checkout-relaunch.standpoint

# alike WHAT A.png B.png MEAN SQUARE: at most these differences of 255 (picture_difference says which two). A shape that is
# missing or a letter's width away turns some square by 40 and more.
alike() {
  local mean square
  read -r mean square <<<"$("$difference" "$2" "$3")"
  [ -n "${square:-}" ] || { fail "$1 cannot be compared"; return; }
  printf '%-44s mean %5s (at most %s), worst square %3s (at most %s)\n' "$1" "$mean" "$4" "$square" "$5"
  awk -v a="$mean" -v b="$4" -v c="$square" -v d="$5" 'BEGIN { exit !(a <= b && c <= d) }' || fail "$1 does not look like the PNG"
}

for theme in light dark; do
  "$program" export "$session" --out "$theme" --format svg,pdf,png --theme "$theme" >"$theme.names" || fail "the export in $theme failed"
  [ "$(wc -l <"$theme.names")" -ge 15 ] || fail "some boards were not exported in $theme"
  while IFS= read -r file; do [ -s "$file" ] || fail "$file is named and not there"; done <"$theme.names"
  for png in "$theme"/*.png; do
    name=${png%.png}
    xmllint --noout "$name.svg" || fail "$name.svg is not well formed"
    rsvg-convert "$name.svg" -o svg.png && alike "$name.svg" "$png" svg.png 2 24
    pdf=$name page=1  # a PDF has all pages in one file
    [[ $name =~ ^(.*)-page-([0-9]+)$ ]] && pdf=${BASH_REMATCH[1]} page=${BASH_REMATCH[2]}
    pdftoppm -r 96 -f "$page" -singlefile -png "$pdf.pdf" pdf && alike "$pdf.pdf, page $page" "$png" pdf.png 3 24
  done
done

# Every name can be searched for, in embedded fonts, and nothing tells who drew it where.
pdftotext -layout light/board-map.pdf - >said || fail "the PDF has no text"
"$program" show "$session" --json | python3 -c 'import json, sys; print("\n".join(s["name"] for s in json.load(sys.stdin)["stakeholders"] if s["placed"]))' >names
[ "$(wc -l <names)" -ge 20 ] || fail "the sample has lost its people"
while IFS= read -r name; do
  grep -qF "$name" said || fail "$name cannot be found in the PDF"
  grep -qF ">$name</text>" light/board-map.svg || fail "$name cannot be found in the SVG"
done <names
pdffonts light/board-map.pdf | awk 'NR > 2 && $(NF - 4) != "yes" { bad = 1 } END { exit bad || NR < 4 }' || fail "a font is not embedded"
pdfinfo light/board-map.pdf >info
grep -q '^Title: *Checkout relaunch: Map' info || fail "the PDF has no title"
! grep -qiE '^(Author|Keywords):' info || fail "the PDF names somebody"

# A private note in the table that people import; and names that are not written from left to right.
printf 'name,kind,note\nAda Quill,internal,Sauerkirsche\nשרה,customer,Sauerkirsche\nمحمد,internal,\n' >people.csv
"$program" import people.csv --out secret.standpoint >/dev/null || fail "the import failed"
"$program" show secret.standpoint --json | grep Sauerkirsche >/dev/null || fail "the note was not imported"
"$program" export secret.standpoint --out secret --format svg,pdf >/dev/null || fail "the secret session was not exported"
for name in 'Ada Quill' שרה محمد; do
  pdftotext secret/board-map.pdf - | grep -F "$name" >/dev/null || fail "$name cannot be found in the PDF"
  grep -F ">$name</text>" secret/board-map.svg >/dev/null || fail "$name cannot be found in the SVG"
done
{ cat secret/*.svg; for pdf in secret/*.pdf; do pdftotext "$pdf" -; pdfinfo "$pdf"; done; } | grep Sauerkirsche >/dev/null && fail "a private note was exported"

# R474: names in every script, whole or broken into lines at their spaces, letter by letter as they were typed.
sed -nE 's/^ +"([^"]+)",.*/\1/p' "$root/tests/app/driving/scripts.h" >scripts
[ "$(wc -l <scripts)" -ge 13 ] || fail "the names in every script are gone"
{ echo name; cat scripts; echo 'علاء الدين'; } >scripts.csv
"$program" import scripts.csv --out scripts.standpoint >/dev/null && "$program" export scripts.standpoint --out scripts-out --format svg,pdf >/dev/null ||
  fail "the names in every script were not exported"
pdftotext scripts-out/board-map.pdf said
tail -n +2 scripts.csv | tr ' ' '\n' | while IFS= read -r word; do
  grep -qF "$word" scripts-out/board-map.svg || fail "$word cannot be found in the SVG"
  [[ $word == *👩* || $word == *🇧🇷* ]] || grep -qF "$word" said || fail "$word cannot be copied out of the PDF"  # emoji are pictures there
  [ "$failed" = 0 ] || exit 1
done || failed=1
grep -q 'xml:lang="ar" direction="rtl"' scripts-out/board-map.svg || fail "the SVG does not say how Arabic runs"

# Larger than one piece of the drawing (4096): no seam, same picture.
"$program" picture "$session" --board Map --out large.svg --size 4480x2520 && rsvg-convert large.svg -o large-svg.png &&
  "$program" picture "$session" --board Map --out large.png --size 4480x2520 && alike "4480x2520 in pieces" large.png large-svg.png 1 24

"$program" export "$session" --out again --format svg,pdf --theme light >/dev/null
for file in again/*; do cmp -s "$file" "light/${file#*/}" || fail "$file is not the same twice"; done

touch taken
"$program" export "$session" --out taken 2>sentence && fail "a file was taken for a folder"
[ "$(wc -l <sentence)" = 1 ] || fail "no one sentence about a folder that cannot be made"
find . -name '*.part' | grep -q . && fail "an unfinished file was left behind"

[ "$failed" = 0 ] && printf 'PNG, SVG and PDF agree\n'
exit "$failed"
