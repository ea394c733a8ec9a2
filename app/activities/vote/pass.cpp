// One person's ballot: tap a card to add a dot, minus to take one back. See hand.h.
#include <algorithm>
#include <cmath>
#include <numbers>

#include <imgui.h>

#include "app/activities/moment.h"
#include "app/activities/vote/hand.h"
#include "app/activities/vote/paint_vote.h"
#include "app/design/theme.h"
#include "app/paint/motion.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/keys.h"
#include "app/widgets/legible.h"
#include "app/widgets/pager.h"
#include "app/widgets/tip.h"
#include "core/activities/activities.h"
#include "core/activities/vote/board.h"
#include "core/activities/vote/result.h"

namespace standpoint {
namespace {

constexpr float cards_top = 184, above_foot = 32;
constexpr double passed_pulse_seconds = 0.24;
constexpr float card_dots_room = 42;  // kept at the foot of a card
constexpr float smallest_words = 20;  // one person holds the screen; in a small window not so small
constexpr float rules_line = 30, pager_width = 208, words_least = 560;
constexpr float passed_drop_height = 26, passed_drop_swell = 0.3F;  // where a dot comes from when it is given, and how much larger it is there

// How far the dot given last has come down onto this item's row, 0..1.
float landed(const Frame& frame, const PassDraft& draft, Item item, Commands& commands) {
  if (frame.reduced_motion || draft.landing_since < 0 || !(draft.landing == item)) return 1;
  const double lands = draft.landing_since + motion::drop / 1000.0;
  if (frame.seconds >= lands) return 1;
  commands.ask(AnimateUntil{lands});
  return step_at(static_cast<float>((frame.seconds - draft.landing_since) * 1000), 0, motion::drop);
}

// From 13 on, or where a row would run into the minus, one dot with the number. The last one comes down onto its place.
void draw_dots(const Frame& frame, Vec first, int count, float room, float last_landed = 1) {
  if (count >= vote_look::number_from || static_cast<float>(count) * vote_look::dot_pitch > room) {
    const Box pill = box_around(first + Vec{18, 0}, 33, 18);
    frame.painter.fill_box(pill, 18, frame.theme.dot.mine);
    frame.painter.text(pill.center(), std::to_string(count),
                       {stage_type::label_bold, frame.theme.accent.on, Align::center, Anchor::middle});
    return;
  }
  for (int n = 0; n < count; ++n) {
    const float up = n + 1 == count ? 1 - last_landed : 0;
    paint_dot(frame.painter, frame.theme, first + Vec{static_cast<float>(n) * vote_look::dot_pitch, -passed_drop_height * up},
              vote_look::dot * (1 + passed_drop_swell * up), DotState::mine);
  }
}

void draw_card(const Frame& frame, const Activity& activity, const VoteOption& option, Box card, const TextStyle& text, PassDraft& draft,
               Commands& commands) {
  const auto add = [&] {
    if (add_dot(draft, activity, option.item)) {
      draft.landing = option.item;
      draft.landing_since = frame.seconds;
      return;
    }
    draft.pulse_since = frame.seconds;
  };
  ImGui::PushID(static_cast<int>(option.item.kind));
  ImGui::PushID(std::to_string(option.item.id).c_str());
  ImGui::SetNextItemAllowOverlap();
  if (tap_area(frame, (option.text + "##card").c_str(), card)) add();
  OptionLook look{text};
  look.hovered = ImGui::IsItemHovered();
  look.pressed = ImGui::IsItemActive();
  if (key_of_item(ImGuiKey_Backspace) || key_of_item(ImGuiKey_Delete) || key_of_item(ImGuiKey_Minus)) take_dot(draft, option.item);
  const int count = dots_on(draft, option.item);
  look.chosen = count > 0;
  look.reserved_below = card_dots_room;
  const Vec first = paint_option(frame.painter, frame.theme, card, option, look);
  draw_focus_ring(frame, card, radius::card_stage);
  draw_dots(frame, first, count, card.max.x - 72 - first.x, landed(frame, draft, option.item, commands));
  if (count > 0) {
    const Box minus = box_around({card.max.x - 44, first.y}, 28, 28);
    if (tap_area(frame, ("Take back " + option.letter + "##take").c_str(), minus)) take_dot(draft, option.item);
    tip(frame, minus, "Take back a dot from " + option.letter);
    if (ImGui::IsItemHovered()) frame.painter.fill_circle(minus.center(), 27, frame.theme.accent.soft_line.with_alpha(0.6F));
    frame.painter.icon(minus.center(), Icon::minus_circle, Face::icon_bold, 38, frame.theme.accent.ink);
    draw_focus_ring(frame, minus, 28);
  }
  ImGui::PopID();
  ImGui::PopID();
}

// What a dot may and may not, in lines of this width.
std::vector<std::string> rules_of(const Frame& frame, const Activity& activity, float room) {
  const std::string limit = vote_of(activity).dots_per_item > 0 && vote_of(activity).dots_per_item < vote_of(activity).dots_per_person
                                ? "At most " + std::to_string(vote_of(activity).dots_per_item) + " on one. "
                                : std::string();
  const std::string named = activity.secrecy == Secrecy::named ? "Named: your name is shown after the reveal." : "Secret.";
  return wrap_label(frame.painter, limit + named + " You can change it until voting closes.", stage_type::label, room);
}

// Dots still to give are full, those given are empty rings.
void draw_tray(const Frame& frame, const PassPage& page, float room, const Activity& activity, const PassDraft& draft, Commands& commands) {
  const Theme& theme = frame.theme;
  const int all = vote_of(activity).dots_per_person, left = all - dots_spent(draft);
  const double since = frame.seconds - draft.pulse_since;
  const bool pulses = draft.pulse_since >= 0 && since < passed_pulse_seconds;
  if (pulses) commands.ask(AnimateUntil{draft.pulse_since + passed_pulse_seconds});
  const float swell =
      pulses && !frame.reduced_motion ? 1 + 0.18F * static_cast<float>(std::sin(since / passed_pulse_seconds * std::numbers::pi)) : 1;
  float x = page.left;
  const std::vector<std::string> rules = rules_of(frame, activity, room);
  const float y = page.words - 16 - static_cast<float>(rules.size() - 1) * rules_line / 2;
  if (all < vote_look::number_from) {
    for (int n = 0; n < all; ++n)
      paint_dot(frame.painter, theme, {x + vote_look::dot / 2 + static_cast<float>(n) * vote_look::dot_pitch, y}, vote_look::dot * swell,
                n < left ? DotState::mine : DotState::empty);
    x += static_cast<float>(all) * vote_look::dot_pitch + 14;
  } else {
    draw_dots(frame, {x + vote_look::dot / 2, y}, left, 0);
    x += 84;
  }
  const std::string words = left == 0 ? "All dots placed" : std::to_string(left) + (left == 1 ? " dot left" : " dots left");
  frame.painter.text({x, y}, words, {stage_type::heading, pulses ? theme.accent.ink : theme.ink.primary, Align::left, Anchor::middle});
  for (std::size_t n = 0; n < rules.size(); ++n)
    frame.painter.text({page.left, y + 46 + static_cast<float>(n) * rules_line}, rules[n], {stage_type::label, theme.ink.tertiary, Align::left, Anchor::middle});
}

}  // namespace

PassStep draw_ballot_page(const Frame& frame, const Workshop& workshop, const Activity& activity, PassUi& ui, Commands& commands) {
  const VoteBoard board = build_vote(workshop, activity.id);
  const float leave_width = pass_button_width(frame, "Leave without voting", 290), done_width = 280;
  const PassPage page(frame, words_least + pager_width + leave_width + done_width + 3 * PassPage::gap, 104);
  const std::vector<OptionPage> laid = option_pages(frame.painter, board.options, {{page.left, cards_top}, {page.right, page.bar - above_foot}}, card_dots_room, std::max(smallest_words, least_letters(frame)));
  const std::size_t pages = laid.size();
  PassDraft& draft = ui.draft;
  draft.page = std::min(draft.page, pages - 1);
  const OptionPage& shown = laid[draft.page];
  for (std::size_t n = 0; n < shown.count; ++n)
    draw_card(frame, activity, board.options[shown.first + n], shown.grid.card(n), shown.text, draft, commands);
  draw_pass_bar(frame, page);
  const Box done = box_at(page.right - done_width, page.buttons, done_width, PassPage::button);
  if (button(frame, "Done##ballot", done, {ButtonKind::primary, {}, dots_spent(draft) > 0})) return PassStep::sealed;
  const Box leave = box_at(done.min.x - PassPage::gap - leave_width, page.buttons, leave_width, PassPage::button);
  const float beside = leave.min.x - (pages > 1 ? pager_width : 0) - PassPage::gap;  // narrow glass has a row for the words alone
  draw_tray(frame, page, (page.narrow ? page.right : beside) - page.left, activity, draft, commands);
  draw_pager(frame, {page.narrow ? page.left + pager_width / 2 : leave.min.x - pager_width / 2, done.center().y}, pages, draft.page, "Cards before", "Cards after");
  if (button(frame, "Leave without voting", leave, {ButtonKind::quiet})) return PassStep::left;
  if (dots_spent(draft) == 0 && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) return PassStep::left;
  return PassStep::stays;
}

}  // namespace standpoint
