// What somebody sent of a vote (09c). See hand.h.
#include <algorithm>

#include "app/activities/vote/hand.h"
#include "app/design/theme.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/semantics.h"
#include "core/activities/vote/board.h"

namespace standpoint {
namespace {

constexpr float dots_row = 68;

}  // namespace

void draw_own_dots(const Frame& frame, const Workshop& workshop, const Activity& activity, const PassDraft& sent, HandPage& page) {
  page.say_heading("Your dots", page.look.label_strong, frame.theme.ink.tertiary, 2);
  page.y += 10;
  const ReadTogether list(frame, "Your dots");
  const std::vector<VoteOption> options = build_vote(workshop, activity.id).options;
  float letters = 18;
  for (const VoteOption& option : options) letters = std::max(letters, frame.painter.text_width(option.letter, page.look.label_strong));
  const float words_in = 16 + letters + 8;  // where the words begin
  for (const VoteOption& option : options) {
    const int count = dots_on(sent, option.item);
    if (count == 0) continue;
    const float dots = hand_dots_width(page.look, count), room = page.width() - words_in - 16 - dots - 12;
    const bool below = room < 110;
    const float words = below ? page.width() - words_in - 16 : room;
    const auto lines = static_cast<float>(wrap_label(frame.painter, option.text, page.look.card, words).size());
    const float height = std::max(dots_row, lines * page.look.card.line + 24 + (below ? page.look.dot + 8 : 0));
    const Box card = box_at(page.left(), page.y, page.width(), height);
    describe(frame, "mine " + option.letter, card, {.role = ItemRole::text, .name = option.letter + ", " + option.text, .value = count == 1 ? "1 dot" : std::to_string(count) + " dots"});
    draw_elevation(frame.painter, frame.theme, card, radius::card, frame.theme.shadow_rest);
    frame.painter.fill_box(card, radius::card, frame.theme.bg.surface);
    const float middle = card.center().y - (below ? (page.look.dot + 8) / 2 : 0);
    page.write({card.min.x + 16, middle}, option.letter, {page.look.label_strong, frame.theme.ink.tertiary, Align::left, Anchor::middle}, letters + 8);
    page.write({card.min.x + words_in, middle}, option.text, {page.look.card, frame.theme.ink.primary, Align::left, Anchor::middle}, words);
    draw_hand_dots(frame, page.look, {below ? card.min.x + words_in : card.max.x - 16 - dots, below ? card.max.y - 12 - page.look.dot / 2 : middle}, count);
    page.y += height + page.look.gap;
  }
}

}  // namespace standpoint
