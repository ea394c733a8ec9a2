// A ballot on a tablet or phone (09, 09b): tap a card to add a dot, minus to take one back. See hand.h.
#include <algorithm>
#include <cmath>
#include <numbers>

#include <imgui.h>

#include "app/activities/vote/hand.h"
#include "app/activities/vote/paint_vote.h"
#include "app/design/theme.h"
#include "app/paint/elevation.h"
#include "app/paint/motion.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/keys.h"
#include "app/widgets/semantics.h"
#include "core/activities/vote/board.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"

namespace standpoint {
namespace {

constexpr float drop_height = 20, drop_swell = 0.3F;  // where a dot comes from when it is given, and how much larger it is there

void draw_pill(const Frame& frame, const hand_type::Look& look, Vec left, int number) {
  const Box pill = box_at(left.x, left.y - look.dot / 2, look.dot * 2, look.dot);
  frame.painter.fill_box(pill, look.dot / 2, frame.theme.dot.mine);
  frame.painter.text(pill.center(), std::to_string(number), {look.label_strong.with_face(Face::bold), frame.theme.accent.on, Align::center, Anchor::middle});
}
}  // namespace

float hand_dots_width(const hand_type::Look& look, int count) {
  if (count == 0) return 0;
  return count >= vote_look::number_from ? look.dot * 2 : look.dot + static_cast<float>(count - 1) * look.dot_pitch;
}

void draw_hand_dots(const Frame& frame, const hand_type::Look& look, Vec left, int count, float last) {
  if (count >= vote_look::number_from) {
    draw_pill(frame, look, left, count);
    return;
  }
  for (int n = 0; n < count; ++n) {
    const float up = n + 1 == count ? 1 - last : 0;
    paint_dot(frame.painter, frame.theme, left + Vec{look.dot / 2 + static_cast<float>(n) * look.dot_pitch, -drop_height * up},
              look.dot * (1 + drop_swell * up), DotState::mine);
  }
}

namespace {

constexpr double pulse_seconds = 0.24;
constexpr float way_in_foot = 1000;  // glass as wide has the way to the board beside what sends
constexpr float row_least = 72, row_padding = 16, letter_least = 26, letter_gap = 8, minus_room = 56, card_width = 340, card_height = 202, card_padding = 22,
                card_words = 47, card_foot = 62;  // above and below the words of a card

struct BallotPage {
  const Frame& frame;
  const Activity& activity;
  HandPage& page;
  PassDraft& draft;
  Commands& commands;
  float letters;  // room for the widest letter: "AB" stands beside its words as "A" does

  float landed(Item item) const {
    if (frame.reduced_motion || draft.landing_since < 0 || !(draft.landing == item)) return 1;
    const double lands = draft.landing_since + motion::drop / 1000.0;
    if (frame.seconds >= lands) return 1;
    commands.ask(AnimateUntil{lands});
    return step_at(static_cast<float>((frame.seconds - draft.landing_since) * 1000), 0, motion::drop);
  }
  void add(Item item) const {
    if (add_dot(draft, activity, item)) {
      draft.landing = item;
      draft.landing_since = frame.seconds;
      return;
    }
    draft.pulse_since = frame.seconds;
  }
  // The card and its minus side by side, so that neither is tapped for the other.
  void take_taps(const VoteOption& option, Box card, int count, Box minus) const {
    const Box tap = count > 0 && on_phone(frame) ? Box{card.min, {minus.min.x - touch::gap, card.max.y}} : card;
    if (count > 0 && !on_phone(frame)) ImGui::SetNextItemAllowOverlap();
    if (tap_area(frame, (option.letter + ", " + option.text + "##card").c_str(), tap)) add(option.item);
    describe_item(frame, {.value = count == 0 ? "" : count == 1 ? "1 dot" : std::to_string(count) + " dots", .selected = count > 0});
    page.scroll().follow_focus(card);
    if (key_of_item(ImGuiKey_Backspace) || key_of_item(ImGuiKey_Delete) || key_of_item(ImGuiKey_Minus)) take_dot(draft, option.item);
  }
  void draw_ground(Box card, bool pressed, bool chosen) const {
    const Theme& theme = frame.theme;
    const Box box = pressed ? box_around(card.center(), card.width() * card_look::pressed_scale / 2, card.height() * card_look::pressed_scale / 2) : card;
    draw_elevation(frame.painter, theme, box, radius::card, theme.shadow_rest);
    frame.painter.fill_box(box, radius::card, chosen ? theme.accent.soft : pressed ? theme.bg.sunken : theme.bg.surface);
    if (chosen) frame.painter.stroke_box(box, radius::card, {theme.accent.base, line_width::regular});
  }
  void draw_minus(const VoteOption& option, Box minus) const {
    if (tap_area(frame, ("Take a dot back from " + option.letter + "##take").c_str(), minus)) take_dot(draft, option.item);
    page.scroll().follow_focus(minus);
    if (ImGui::IsItemActive()) frame.painter.fill_circle(minus.center(), 24, frame.theme.accent.soft_line.with_alpha(0.6F));
    frame.painter.icon(minus.center(), Icon::minus_circle, Face::icon_bold, on_phone(frame) ? 27 : 31, frame.theme.accent.ink);
    draw_focus_ring(frame, minus, 24);
  }
  void draw_option(const VoteOption& option, Box card) const {
    ImGui::PushID(option.letter.c_str());
    const int count = dots_on(draft, option.item);
    const bool phone = on_phone(frame);
    const float half = touch::min_target / 2;
    const Box minus = phone ? Box{{card.max.x - minus_room, card.min.y}, {card.max.x, card.max.y}}
                            : box_around({card.max.x - 40, card.max.y - 36}, half, half);
    take_taps(option, card, count, minus);
    draw_ground(card, ImGui::IsItemActive(), count > 0);
    draw_focus_ring(frame, card, radius::card);
    if (phone) draw_row_words(option, card, count);
    else draw_card_words(option, card, count);
    if (count > 0) draw_minus(option, minus);
    ImGui::PopID();
  }
  TextLook words_look(int count) const {
    return {count > 0 ? page.look.card.with_face(Face::semibold) : page.look.card, frame.theme.ink.primary};
  }
  TextLook letter_look(int count) const {
    return {page.look.label_strong, count > 0 ? frame.theme.accent.ink : frame.theme.ink.tertiary, Align::left, Anchor::middle};
  }
  float words_room(float width, int count) const {
    const float dots = count > 0 ? hand_dots_width(page.look, count) + 12 + minus_room : row_padding;
    return width - row_padding - letters - dots;
  }
  // Where a row's words would be too narrow beside its dots, the dots go below.
  bool dots_below(float width, int count) const { return count > 0 && words_room(width, count) < 120; }
  float row_height(const VoteOption& option, float width) const {
    const int count = dots_on(draft, option.item);
    const bool below = dots_below(width, count);
    const float room = below ? width - row_padding - letters - minus_room : words_room(width, count);
    const auto lines = static_cast<float>(wrap_label(frame.painter, option.text, words_look(count).style, room).size());
    return std::max(row_least, lines * page.look.card.line + 24 + (below ? page.look.dot + 8 : 0));
  }
  void draw_row_words(const VoteOption& option, Box card, int count) const {
    const bool below = dots_below(card.width(), count);
    const float room = below ? card.width() - row_padding - letters - minus_room : words_room(card.width(), count);
    const float middle = card.center().y - (below ? (page.look.dot + 8) / 2 : 0);
    page.write({card.min.x + row_padding, middle}, option.letter, letter_look(count), letters);
    TextLook look = words_look(count);
    look.anchor = Anchor::middle;
    page.write({card.min.x + row_padding + letters, middle}, option.text, look, room);
    const float x = below ? card.min.x + row_padding + letters : card.max.x - minus_room - 8 - hand_dots_width(page.look, count);
    draw_hand_dots(frame, page.look, {x, below ? card.max.y - 12 - page.look.dot / 2 : card.center().y}, count, landed(option.item));
  }
  void draw_card_words(const VoteOption& option, Box card, int count) const {
    page.write({card.min.x + card_padding, card.min.y + 31}, option.letter, letter_look(count), card.width());
    page.write({card.min.x + card_padding, card.min.y + card_words}, option.text, words_look(count), card.width() - 2 * card_padding);
    draw_hand_dots(frame, page.look, {card.min.x + card_padding, card.max.y - 36}, count, landed(option.item));
  }

  void draw_options(const std::vector<VoteOption>& options, const std::vector<std::size_t>& order) const {
    const ReadTogether list(frame, "Choices");
    if (on_phone(frame)) {
      for (const std::size_t index : order) {
        const float height = row_height(options[index], page.width());
        draw_option(options[index], box_at(page.left(), page.y, page.width(), height));
        page.y += height + page.look.gap;
      }
      return;
    }
    const int columns = std::max(1, static_cast<int>((page.width() + page.look.gap) / (card_width + page.look.gap)));
    const float width = (page.width() - page.look.gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const auto across = static_cast<std::size_t>(columns);
    for (std::size_t first = 0; first < order.size(); first += across) {
      const std::size_t last = std::min(order.size(), first + across);
      float height = card_height;  // cards side by side are as high as the one with the most words
      for (std::size_t n = first; n < last; ++n) height = std::max(height, words_height(options[order[n]], width));
      for (std::size_t n = first; n < last; ++n)
        draw_option(options[order[n]], box_at(page.left() + static_cast<float>(n - first) * (width + page.look.gap), page.y, width, height));
      page.y += height + page.look.gap;
    }
  }
  // Measured in the wider letters of a card with dots, so that nothing moves under a finger.
  float words_height(const VoteOption& option, float width) const {
    const auto lines = wrap_label(frame.painter, option.text, words_look(1).style, width - 2 * card_padding).size();
    return card_words + static_cast<float>(lines) * page.look.card.line + card_foot;
  }

  std::string left_words() const {
    const int left = vote_of(activity).dots_per_person - dots_spent(draft);
    return left == 0 ? "All dots placed" : std::to_string(left) + (left == 1 ? " dot left" : " dots left");
  }
  // Dots still to give are full, those given are empty rings. Returns where its words end.
  float draw_tray(Vec left) const {
    const int all = vote_of(activity).dots_per_person, remaining = all - dots_spent(draft);
    const double since = frame.seconds - draft.pulse_since;
    const bool pulses = draft.pulse_since >= 0 && since < pulse_seconds;
    if (pulses) commands.ask(AnimateUntil{draft.pulse_since + pulse_seconds});
    const float swell = pulses && !frame.reduced_motion ? 1 + 0.18F * static_cast<float>(std::sin(since / pulse_seconds * std::numbers::pi)) : 1;
    const TextStyle style = on_phone(frame) ? page.look.body_strong : page.look.heading;
    const std::string words = left_words();
    const bool row = hand_dots_width(page.look, all) < std::min(page.width() * 0.5F, page.width() - frame.painter.text_width(words, style)) && all < vote_look::number_from;
    for (int n = 0; row && n < all; ++n)
      paint_dot(frame.painter, frame.theme, left + Vec{page.look.dot / 2 + static_cast<float>(n) * (page.look.dot + 8), 0}, page.look.dot * swell,
                n < all - remaining ? DotState::empty : DotState::mine);
    if (!row && remaining > 0) draw_pill(frame, page.look, left, remaining);
    const float x = left.x + (row ? static_cast<float>(all) * (page.look.dot + 8) + 4 : remaining > 0 ? page.look.dot * 2 + 12 : 0);
    describe(frame, "dots left", {left, {left.x + 200, left.y + page.look.dot}}, {.role = ItemRole::status, .name = words});
    frame.painter.text({x, left.y}, words, {style, pulses ? frame.theme.accent.ink : frame.theme.ink.primary, Align::left, Anchor::middle});
    return x + frame.painter.text_width(words, style);
  }
};

float letters_of(const Frame& frame, const hand_type::Look& look, const std::vector<VoteOption>& options) {
  float widest = letter_least - letter_gap;
  for (const VoteOption& option : options) widest = std::max(widest, frame.painter.text_width(option.letter, look.label_strong));
  return widest + letter_gap;
}

float foot_height(const Frame& frame, const hand_type::Look& look, std::string_view promise) {
  if (!on_phone(frame)) return look.bottom_bar;
  if (frame.area.height() < 560) return 76;
  const auto lines = static_cast<float>(wrap_label(frame.painter, promise, look.caption, frame.area.width() - 2 * look.margin).size());
  return look.bottom_bar + (lines - 1) * look.caption.line;
}

// Mixes a number so that neighbours land far apart (the finaliser of MurmurHash3, Appleby).
std::uint64_t mixed(std::uint64_t h) {
  h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDULL;
  h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53ULL;
  return h ^ (h >> 33);
}

}  // namespace

std::vector<std::size_t> ballot_order(const Activity& activity, SeatId seat) {
  std::vector<std::pair<std::uint64_t, std::size_t>> drawn;
  const std::uint64_t start = mixed(activity.id.value ^ mixed(seat.value + 1));
  for (std::size_t i = 0; i < items_of(activity).size(); ++i) {
    const Item item = items_of(activity)[i];
    drawn.emplace_back(mixed(start ^ mixed(item.id * 2 + (item.kind == Item::Kind::card ? 1 : 0))), i);
  }
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::size_t> order;
  for (const auto& [key, index] : drawn) order.push_back(index);
  return order;
}

void draw_ballot_hand(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state, Making& making,
                      ParticipantUi& ui, Commands& commands) {
  const std::string promise = secrecy_promise(activity, state.sealed.of);
  const bool phone = on_phone(frame), low = frame.area.height() < 560;
  HandPage page(frame, ui.scroll, foot_height(frame, hand_look(frame), promise));
  const std::vector<VoteOption> options = build_vote(workshop, activity.id).options;
  const BallotPage ballot{frame, activity, page, making.draft, commands, letters_of(frame, page.look, options)};
  draw_hand_head(frame, workshop, state, "dots", page, HandClock::by_title, commands);
  draw_removal_notice(frame, workshop, activity, making, page);
  draw_hand_title(frame, workshop, activity, page, commands);
  if (phone) {
    const float middle = page.y + 24.5F;
    const float end = ballot.draw_tray({page.left(), middle});
    const std::string hint = vote_of(activity).dots_per_item > 0 && vote_of(activity).dots_per_item < vote_of(activity).dots_per_person
                                 ? "At most " + std::to_string(vote_of(activity).dots_per_item) + " on one"
                                 : std::string("Tap a card to add");
    if (end + 16 + frame.painter.text_width(hint, page.look.label) < page.right())
      frame.painter.text({page.right(), middle}, hint, {page.look.label, frame.theme.ink.tertiary, Align::right, Anchor::middle});
  }
  const float edge = phone ? 8 : line_width::heavy;  // of a card that is chosen: above what scrolls it would be cut
  page.y += phone ? 45.0F : 27.0F - edge;
  page.head_ends();
  page.y += edge;
  ballot.draw_options(options, ballot_order(activity, frame.me));
  const bool wide = !phone && frame.area.width() >= way_in_foot;
  if (!wide) draw_way_to_board(frame, workshop, activity, page, ui);
  if (low) page.say(promise, page.look.caption, frame.theme.ink.tertiary);
  const Box foot = page.foot(true);
  const ButtonLook look{ButtonKind::primary, {}, dots_spent(making.draft) > 0};
  Box button_box = low ? box_at(foot.min.x, foot.min.y + 8, foot.width(), 52) : box_at(foot.min.x, foot.min.y + 12, foot.width(), page.look.action);
  if (!phone) button_box = box_at(foot.max.x - 240, foot.min.y + 28, 240, page.look.action);
  if (hand_button(frame, "Submit ballot", button_box, look)) send_input(frame, activity, making, commands);
  const float way = wide ? draw_way_in_foot(frame, workshop, activity, button_box, ui) : 0;
  if (!phone) ballot.draw_tray({foot.min.x, foot.min.y + 47});
  if (low) return;
  const TextLook caption{page.look.caption, frame.theme.ink.tertiary, phone ? Align::center : Align::left};
  if (phone) draw_wrapped_label(frame.painter, {foot.center().x, button_box.max.y + 9}, promise, caption, foot.width());
  else draw_wrapped_label(frame.painter, {foot.min.x, foot.min.y + 69}, promise, caption, foot.width() - 272 - way, 2);
}

}  // namespace standpoint
