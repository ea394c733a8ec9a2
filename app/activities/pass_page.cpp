// See pass_page.h.
#include "app/activities/pass_page.h"

#include <algorithm>

#include "app/design/measures.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/widgets/controls.h"

namespace standpoint {

bool is_sealed(const SealedState& sealed, SeatId seat) {
  return std::find(sealed.sealed.begin(), sealed.sealed.end(), seat) != sealed.sealed.end();
}

PassPage::PassPage(const Frame& frame, float beside, float words_high)
    : left(stage::margin_x), right(frame.size.x - stage::margin_x), bottom(frame.size.y), middle(frame.size.x / 2), narrow(beside > right - left) {
  constexpr float edge = 24;
  buttons = bottom - edge - button;
  bar = buttons - edge - (narrow ? words_high : 0);
  words = narrow ? bar + (edge + words_high) / 2 : buttons + button / 2;
}

float pass_button_width(const Frame& frame, std::string_view label, float designed) {
  return std::max(designed, button_width(frame, label, {}, frame.on_desk(box_at(0, 0, 0, PassPage::button)).height()));
}

void draw_pass_bar(const Frame& frame, const PassPage& page) {
  const Box bar = box_at(0, page.bar, frame.size.x, page.bottom - page.bar);
  for (const Shadow& shadow : frame.theme.shadow_rest) frame.painter.shadow(bar, 0, shadow);
  frame.painter.fill_box(bar, 0, frame.theme.bg.surface);
  frame.painter.line(bar.min, {bar.max.x, bar.min.y}, {frame.theme.line.hair, line_width::thin});
}

}  // namespace standpoint
