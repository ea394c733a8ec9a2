// Keeps the end of a long name. See label_ends.h.
#include "app/paint/text/label_ends.h"

#include <algorithm>

#include "app/paint/text/label.h"
#include "app/paint/text/utf8.h"

namespace standpoint {
namespace {

constexpr float tight_line = 1.12F;  // of the type's size

}  // namespace

std::vector<std::string> both_ends(const Painter& painter, std::string_view utf8, const TextStyle& style, float room, int most) {
  std::vector<std::string> lines = wrap_label(painter, utf8, style, room, most);
  if (static_cast<int>(lines.size()) < most || !lines.back().ends_with(ellipsis) || utf8.ends_with(ellipsis)) return lines;
  const std::string whole = clean_label(utf8);
  const auto end_from = [&](std::size_t from) { return std::string(ellipsis) + whole.substr(from); };
  const auto fits = [&](std::size_t from) { return label_width(painter, end_from(from), style) <= room; };
  std::size_t from = 0;
  for (std::size_t line = 0; line + 1 < lines.size(); ++line) from = std::min(whole.size(), whole.find_first_not_of(' ', from + lines[line].size()));
  while (!fits(from)) {  // as many whole words as fit, or else letters of the last one
    const std::size_t space = whole.find(' ', from);
    if (space == std::string::npos) break;
    from = space + 1;
  }
  while (from < whole.size() && !fits(from)) next_code_point(whole, from);
  lines.back() = end_from(from);
  return lines;
}

void draw_both_ends(Painter& painter, Vec left_middle, std::string_view utf8, const TextLook& look, float room, float height) {
  const float line = look.style.size * tight_line;
  std::vector<std::string> lines = both_ends(painter, utf8, look.style, room);
  if (lines.size() < 2 || 2 * line > height) return draw_label(painter, left_middle, utf8, look, room);
  const WordsScope whole(painter, clean_label(utf8));
  draw_label(painter, left_middle - Vec{0, line / 2}, lines[0], look, room);
  draw_label(painter, left_middle + Vec{0, line / 2}, lines[1], look, room);
}

}  // namespace standpoint
