// Draws the button of the next step and what belongs to a secret activity. See moment.h.
#include "app/activities/moment.h"

#include <algorithm>
#include <vector>

#include <imgui.h>

#include "app/activities/heading.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/moving.h"
#include "app/widgets/semantics.h"
#include "app/widgets/tip.h"
#include "core/activities/activities.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

// A title in the room that the words before it leave.
std::string fitted_label(const Frame& frame, const NextStep& step, const ButtonLook& look, Box box) {
  if (step.title.empty() || button_width(frame, step.label(), look, box.height()) <= box.width()) return step.label();
  const TextStyle style = box.height() >= touch::moment_button ? desk_type::heading : desk_type::label_strong;
  const float room = box.width() - button_width(frame, step.verb + ": ", look, box.height());
  const std::vector<std::string> lines = wrap_label(frame.painter, step.title, style, room, 1);
  return lines.empty() ? step.verb : step.verb + ": " + lines.front();
}

constexpr float secrecy_gap = 12;

std::string_view secrecy_sentence(const Activity& activity) {
  const InputWords& words = rules_of(activity).input;
  return activity.secrecy == Secrecy::named ? words.named : words.secret;
}

}  // namespace

void await_reveal(RevealUi& ui, ActivityId activity) {
  if (std::find(ui.played.begin(), ui.played.end(), activity) == ui.played.end()) ui.waiting = activity;
}

std::optional<float> reveal_in_motion(const Frame& frame, RevealUi& ui, ActivityId activity, float lasts_ms, Commands& commands) {
  if (ui.waiting == activity) {
    ui.waiting = {};
    ui.playing = activity;
    ui.since = frame.seconds;
    ui.played.push_back(activity);
  }
  if (!(ui.playing == activity)) return std::nullopt;
  const double end = ui.since + lasts_ms / 1000.0;
  if (frame.seconds >= end) {
    ui.playing = {};
    return std::nullopt;
  }
  commands.ask(AnimateUntil{end});
  return static_cast<float>((frame.seconds - ui.since) * 1000);
}

EarlyQuestion early_question(const Activity& activity, const SealedState& sealed) {
  const InputWords& words = rules_of(activity).input;
  const std::uint32_t missing = sealed.of > sealed.done ? sealed.of - sealed.done : 0, again = std::min(sealed.again, missing), lost = missing - again;
  const std::string input(words.input);
  std::string says = lost == 1 ? "1 person loses their " + input + "." : std::to_string(lost) + " people lose their " + input + ".";
  const std::string rest = again == 0 ? "" : "Of " + std::to_string(again) + (again == 1 ? " person" : " people") + " what was not removed counts.";
  if (lost == 0 && again > 0) says = rest;
  else if (again > 0) says += " " + rest;
  return {"Reveal before everyone has " + std::string(words.done) + "?", says, "Keep " + std::string(rules_of(activity).words.doing)};
}

std::string progress_words(const Activity& activity, const SealedState& sealed) {
  const ActivityRules& rules = rules_of(activity);
  const std::string doing = capitalised(rules.words.doing);
  if (activity.phase == Phase::planned) return "Not open yet";
  const std::string count = std::to_string(sealed.done) + " of " + std::to_string(sealed.of);
  if (activity.phase == Phase::closed) return doing + " is closed" + (sealed.of == 0 ? "" : ", " + count);
  if (sealed.of == 0) return doing + " is open";  // nobody there yet, or a replay, which does not know
  const bool one = sealed.of == 1;
  const std::string again = sealed.again == 0 ? "" : ", " + std::to_string(sealed.again) + (sealed.again == 1 ? " answers again" : " answer again");
  return count + (one ? " has " : " have ") + std::string(rules.input.done) + again;
}

void draw_secrecy(const Frame& frame, const Activity& activity, Vec at, const SecrecyLook& look) {
  const bool named = activity.secrecy == Secrecy::named;
  const float icon = look.style.size * control::icon_scale;
  const Color ink = named ? frame.theme.status.warning_ink : frame.theme.ink.secondary;
  frame.painter.icon(at + Vec{icon / 2, 0}, named ? Icon::user : Icon::lock, Face::icon_bold, icon, named ? ink : frame.theme.ink.tertiary);
  draw_wrapped_label(frame.painter, at + Vec{icon + secrecy_gap, -look.style.line / 2}, secrecy_sentence(activity), {look.style, ink},
                     look.room - icon - secrecy_gap);
}

float secrecy_width(const Frame& frame, const Activity& activity, const TextStyle& style) {
  return style.size * control::icon_scale + secrecy_gap + frame.painter.text_width(secrecy_sentence(activity), style);
}

void draw_next_step(const Frame& frame, const Workshop& workshop, const NextStep& step, const SealedState& sealed, Box box, MomentUi& ui,
                    Commands& commands) {
  const bool enabled = step.possible && !frame.read_only;
  const ButtonLook look{ButtonKind::primary, step.icon, enabled};
  ImGui::BeginDisabled(!enabled);
  const bool tapped = tap_area(frame, (step.label() + "##step").c_str(), box);
  const std::string label = fitted_label(frame, step, look, box);
  draw_button(frame, label, box, look, look_of_item(frame));
  if (!enabled) tip(frame, box, step.after);
  else if (label != step.label()) tip(frame, box, step.label());
  ImGui::EndDisabled();
  if (!tapped || frame.seconds < ui.inert_until) return;
  ui.inert_until = frame.seconds + motion::inert_after_moment / 1000.0;
  if (step.kind == NextStep::Kind::reveal && sealed.done < sealed.of) ui.asking_early = step.activity;
  else take_next_step(workshop, step, commands);
}

void draw_left_open(const Frame& frame, const Workshop& workshop, const Activity& open, const SealedState& sealed, Box pill, Commands& commands) {
  constexpr float edge = 16, words_from = 44;
  const Theme& theme = frame.theme;
  const LeftOpenWords words = left_open_words(workshop, open, sealed);
  ImGui::BeginDisabled(frame.read_only);
  const bool tapped = tap_area(frame, ("Back to " + std::string(rules_of(open).words.doing) + "##left open").c_str(), pill);
  describe_item(frame, {.value = words.whole});
  frame.painter.fill_box(pill, radius::control, color_of(look_of_item(frame), theme.accent.soft, mix(theme.accent.soft, theme.accent.soft_line, 0.4F), theme.accent.soft_line));
  const float y = pill.center().y;
  frame.painter.icon({pill.min.x + 24, y}, icon_of(open.kind), Face::icon_fill, 20, open.phase == Phase::open ? theme.status.success : theme.accent.base);
  const TextLook back{desk_type::label_strong, theme.accent.ink, Align::right, Anchor::middle};
  const float room = pill.width() - words_from - edge - label_width(frame.painter, "Back", back.style) - 10;
  const auto fits = [&](const std::string& text) { return label_width(frame.painter, text, desk_type::label) <= room; };
  const std::string& shown = fits(words.whole) ? words.whole : fits(words.brief) ? words.brief : words.least;
  draw_label(frame.painter, {pill.min.x + words_from, y}, shown, {desk_type::label, theme.ink.primary, Align::left, Anchor::middle}, room);
  draw_label(frame.painter, {pill.max.x - edge, y}, "Back", back);
  draw_focus_ring(frame, pill, radius::control);
  ImGui::EndDisabled();
  if (tapped) show_activity(open, commands);
}

void draw_beside_step(const Frame& outer, const Activity& activity, Box on_stage, PassUi& pass, Commands& commands) {
  const Frame frame = outer.desk();
  Box row = outer.on_desk(on_stage);
  row.min.y = std::min(row.min.y, row.max.y - control::button_high);
  if (!facilitates(frame)) return;
  const bool open = activity.phase == Phase::open;
  if (!open && activity.phase != Phase::closed) return;
  const ButtonLook look{ButtonKind::secondary, open ? Icon::swap : Icon::arrow_clockwise};
  const char* const label = open ? "Pass the screen" : "Open again";
  const float width = std::min(row.width(), button_width(frame, label, look, row.height()) + 12);
  if (!button(frame, label, {{row.max.x - width, row.min.y}, row.max}, look)) return;
  if (open) open_pass(pass, activity.id);
  else commands.add(OpenActivity{activity.id});
}

const Activity* asked_early(const Workshop& workshop, MomentUi& ui) {
  const Activity* const activity = find(workshop, ui.asking_early);
  if (activity != nullptr && activity->phase == Phase::closed) return activity;
  ui.asking_early = {};
  return nullptr;
}

void answer_early(const Workshop& workshop, const Activity& activity, bool reveal, MomentUi& ui, Commands& commands) {
  ui.asking_early = {};
  NextStep step;
  step.kind = NextStep::Kind::reveal;
  step.activity = activity.id;
  if (reveal) take_next_step(workshop, step, commands);
  else commands.add(OpenActivity{activity.id});
}

void draw_early_reveal(const Frame& frame, const Workshop& workshop, const SealedState& sealed, MomentUi& ui, Commands& commands) {
  const Activity* const activity = asked_early(workshop, ui);
  if (activity == nullptr) return;
  const EarlyQuestion question = early_question(*activity, sealed);
  const DialogChoice choice = dialog(frame, "early reveal", {question.title, question.body, question.keep.c_str(), "Reveal now"});
  if (choice != DialogChoice::none) answer_early(workshop, *activity, choice == DialogChoice::action, ui, commands);
}

}  // namespace standpoint
