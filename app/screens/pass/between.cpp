// The pages between two people who share a screen: hand over, sent, too late. They show nothing of an input. See pages.h.
#include <cmath>
#include <numbers>

#include <imgui.h>

#include "app/activities/moment.h"
#include "app/activities/vote/paint_vote.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/pass/pages.h"
#include "app/widgets/controls.h"
#include "core/activities/activities.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr double pending_turns_s = 10;  // an answer this late may never come: rest then

std::string first_word(const std::string& name) { return name.substr(0, name.find(' ')); }

// Where the column of these pages begins, in the middle of the glass.
Vec middle_column(const Frame& frame) { return {frame.size.x / 2, (frame.size.y - design_height) / 2}; }

// Two buttons side by side under the middle of a page: the quiet one left.
struct PairTap {
  bool left = false, right = false;
};
PairTap draw_pair(const Frame& frame, Vec at, const char* left, const char* right) {
  const float wide_left = left == nullptr ? 0 : button_width(frame, left) + 64, wide_right = button_width(frame, right) + 112;
  const float x = at.x - (wide_left + wide_right + (left == nullptr ? 0 : 16)) / 2;
  PairTap tap;
  if (left != nullptr) tap.left = button(frame, left, box_at(x, at.y, wide_left, PassPage::button), {ButtonKind::secondary});
  tap.right = button(frame, right, box_at(x + (left == nullptr ? 0 : wide_left + 16), at.y, wide_right, PassPage::button), {ButtonKind::primary});
  return tap;
}

void draw_middle_text(const Frame& frame, Vec at, std::string_view title, std::string_view body) {
  draw_label(frame.painter, at, title, {stage_type::display, frame.theme.ink.primary, Align::center, Anchor::middle});
  float line = at.y + 64;
  for (const std::string& part : wrap_label(frame.painter, body, stage_type::body, 1100)) {
    draw_label(frame.painter, {at.x, line + 19}, part, {stage_type::body, frame.theme.ink.secondary, Align::center, Anchor::middle});
    line += stage_type::body.line;
  }
}

}  // namespace

void draw_hand_over_page(const Frame& frame, const Workshop& workshop, const Activity& activity, const SealedState& sealed, PassUi& ui) {
  const Seat* seat = find(workshop, ui.seat);
  if (seat == nullptr) {
    ui.page = PassUi::Page::names;
    return;
  }
  const InputWords& words = rules_of(activity).input;
  const std::string first = first_word(seat->name);
  const bool again = is_sealed(sealed, seat->id);
  const Vec top = middle_column(frame);
  draw_avatar(frame, top + Vec{0, 296}, 84, seat->name, again);
  std::string body = "Everybody else looks away until the screen comes back.";
  if (again)
    body = first + " has " + std::string(words.done) + ". What was sent cannot be shown again: changing it starts from an empty " +
           std::string(words.input) + ", which replaces the first when it is sent.";
  draw_middle_text(frame, top + Vec{0, 470}, "Hand the screen to " + first, body);
  draw_secrecy(frame, activity, top + Vec{-secrecy_width(frame, activity) / 2, 668});
  const std::string right = again ? "Start from an empty " + std::string(words.input) : "I am " + first;
  const PairTap tap = draw_pair(frame, top + Vec{0, 744}, "Back to the names", (right + "##start").c_str());
  if (tap.left || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.page = PassUi::Page::names;
  if (!tap.right) return;
  wipe(ui.draft);
  ui.list = {};
  ui.listed = SIZE_MAX;
  ui.page = PassUi::Page::input;
}

// Nothing is called sent before it is kept: until then the dot is pending.
void draw_sent_page(const Frame& frame, const Activity& activity, const SealedState& sealed, PassUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  const Vec top = middle_column(frame);
  const std::string input(rules_of(activity).input.input);
  if (ui.sent_by && is_sealed(sealed, ui.sent_by)) ui.sent_by = {};
  if (ui.sent_by) {
    const bool turns = !frame.reduced_motion && frame.seconds < ui.sent_at + pending_turns_s;
    const double turn = turns ? frame.seconds - std::floor(frame.seconds) : 0;
    paint_dot(frame.painter, theme, top + Vec{0, 300}, 144, DotState::pending, static_cast<float>(turn * 2 * std::numbers::pi));
    if (turns) commands.ask(AnimateUntil{frame.seconds + 0.1});
    draw_middle_text(frame, top + Vec{0, 490}, "Sending the " + input, "It counts once it is saved.");
  } else {
    frame.painter.fill_circle(top + Vec{0, 300}, 108, theme.accent.soft);
    frame.painter.fill_circle(top + Vec{0, 300}, 72, theme.accent.base);
    frame.painter.icon(top + Vec{0, 301}, Icon::check, Face::icon_bold, 76, theme.accent.on);
    const std::string body = activity.secrecy == Secrecy::named ? "Your name stands beside it after the reveal, not before."
                                                                : "Nobody sees which " + rules_of(activity).input.marks() + " are yours.";
    draw_middle_text(frame, top + Vec{0, 490}, capitalised(input) + " sent", body);
  }
  frame.painter.text(top + Vec{0, 640}, progress_words(activity, sealed),
                     {stage_type::label, theme.ink.tertiary, Align::center, Anchor::middle});
  const PairTap tap = draw_pair(frame, top + Vec{0, 720}, "Back to the stage", "Hand the screen on");
  if (tap.right) ui.page = PassUi::Page::names;
  if (tap.left) close_pass(ui);
}

void draw_too_late_page(const Frame& frame, const Activity& activity, PassUi& ui) {
  const std::string doing(rules_of(activity).words.doing);
  const Vec top = middle_column(frame);
  frame.painter.icon(top + Vec{0, 320}, Icon::lock_simple, Face::icon_fill, 96, frame.theme.ink.tertiary);
  draw_middle_text(frame, top + Vec{0, 470}, capitalised(doing) + " is closed",
                   "This " + std::string(rules_of(activity).input.input) + " was not sent and is gone. It can be made again if the facilitator opens " +
                       doing + " again.");
  if (draw_pair(frame, top + Vec{0, 690}, nullptr, "Back to the stage").right) close_pass(ui);
}

}  // namespace standpoint
