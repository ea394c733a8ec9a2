// Draws the pager. See pager.h.
#include "app/widgets/pager.h"

#include <algorithm>
#include <string>

#include "app/design/measures.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

constexpr float to_arrow = 80, arrow = 24;

}  // namespace

void draw_pager(const Frame& frame, Vec middle, std::size_t pages, std::size_t& page, const char* before, const char* after) {
  page = std::min(page, std::max<std::size_t>(1, pages) - 1);
  if (pages < 2) return;
  const std::string words = std::to_string(page + 1) + " of " + std::to_string(pages);
  frame.painter.text(middle, words, {stage_type::label, frame.theme.ink.secondary, Align::center, Anchor::middle, {}, true});
  if (frame.role == Role::stage || (!frame.chrome && !frame.read_only)) return;  // a room's screen is turned from elsewhere
  // Who takes part has a finger, also where the board is drawn smaller than on a shared screen.
  const float half = facilitates(frame) ? arrow : std::max(arrow, touch::min_target / 2 / frame.scale);
  if (icon_button(frame, before, box_around(middle - Vec{to_arrow, 0}, half, half), Icon::caret_left, only_if(page > 0, "This is the first page."))) --page;
  if (icon_button(frame, after, box_around(middle + Vec{to_arrow, 0}, half, half), Icon::caret_right, only_if(page + 1 < pages, "This is the last page.")))
    ++page;
}

}  // namespace standpoint
