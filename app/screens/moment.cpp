// Draws the facilitator's next step. See moment.h.
#include "app/screens/moment.h"

#include <algorithm>
#include <vector>

#include "app/paint/label.h"
#include "app/theme.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

struct Step {
  std::string label;
  Action action;
  bool passes = false;
  bool reveals = false;
  bool primary = false;
  std::optional<Icon> icon;
};

// From right to left: the next step last in the list of a phase stands at the right.
std::vector<Step> steps_of(const Activity& activity, const SealedState& sealed) {
  const InputWords words = words_of_input(activity.kind);
  const std::string doing(words.doing);
  const bool all_in = sealed.of > 0 && sealed.done >= sealed.of;
  switch (activity.phase) {
    case Phase::planned: return {{"Open " + doing, OpenActivity{activity.id}, false, false, true, std::nullopt}};
    case Phase::open:
      return {{"Close " + doing, CloseActivity{activity.id}, false, false, all_in, std::nullopt},
              {"Pass the screen", CloseActivity{activity.id}, true, false, !all_in, Icon::swap}};
    case Phase::closed:
      return {{"Open again", OpenActivity{activity.id}, false, false, false, std::nullopt},
              {"Reveal", RevealActivity{activity.id, {}}, false, true, true, Icon::eye}};
    case Phase::revealed: return {};
  }
  return {};
}

constexpr float secrecy_gap = 12;

std::string_view secrecy_sentence(const Activity& activity) {
  const InputWords words = words_of_input(activity.kind);
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

InputWords words_of_input(ActivityKind kind) {
  if (kind == ActivityKind::place)
    return {"placed", "placing", "placement", "Blind. Places appear when we reveal.",
            "Named. The session keeps who placed what."};
  return {"voted", "voting", "ballot", "Secret ballot. Dots appear when we reveal.",
          "Named ballot. The session keeps who gave which dots."};
}

void take_step(const Workshop& workshop, const Activity& activity, const Action& action, Commands& commands) {
  commands.add(action);
  if (activity.phase == Phase::planned && activity.minutes > 0)
    commands.add(StartTimer{static_cast<std::int64_t>(activity.minutes) * 60'000});
  if (activity.phase == Phase::open && workshop.timer.running) commands.add(StopTimer{});
}

EarlyQuestion early_question(const Activity& activity, const SealedState& sealed) {
  const InputWords words = words_of_input(activity.kind);
  const std::uint32_t missing = sealed.of > sealed.done ? sealed.of - sealed.done : 0, again = std::min(sealed.again, missing), lost = missing - again;
  const std::string input(words.input);
  std::string says = lost == 1 ? "1 person loses their " + input + "." : std::to_string(lost) + " people lose their " + input + ".";
  const std::string rest = again == 0 ? "" : "Of " + std::to_string(again) + (again == 1 ? " person" : " people") + " what was not removed counts.";
  if (lost == 0 && again > 0) says = rest;
  else if (again > 0) says += " " + rest;
  return {"Reveal before everyone has " + std::string(words.done) + "?", says, "Keep " + std::string(words.doing)};
}

bool facilitates(const Frame& frame) { return frame.role == Role::facilitator && !frame.read_only; }

std::string progress_words(const Activity& activity, const SealedState& sealed) {
  std::string doing(words_of_input(activity.kind).doing);
  doing[0] = static_cast<char>(doing[0] - 'a' + 'A');
  if (activity.phase == Phase::planned) return "Not open yet";
  const std::string count = std::to_string(sealed.done) + " of " + std::to_string(sealed.of);
  if (activity.phase == Phase::closed) return doing + " is closed" + (sealed.of == 0 ? "" : ", " + count);
  if (sealed.of == 0) return doing + " is open";  // nobody there yet, or a replay, which does not know
  const bool one = sealed.of == 1;
  const std::string again = sealed.again == 0 ? "" : ", " + std::to_string(sealed.again) + (sealed.again == 1 ? " answers again" : " answer again");
  return count + (one ? " has " : " have ") + std::string(words_of_input(activity.kind).done) + again;
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

void draw_moment(const Frame& frame, const Workshop& workshop, const Activity& activity, const SealedState& sealed, Box row, MomentUi& ui,
                 PassUi& pass, Commands& commands) {
  if (!facilitates(frame)) return;
  const std::vector<Step> steps = steps_of(activity, sealed);
  const bool inert = frame.seconds < ui.inert_until;
  const bool nothing_to_open = activity.phase == Phase::planned &&
                               (activity.items.empty() || (activity.kind == ActivityKind::vote && activity.dots_per_person == 0));
  float right = row.max.x;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    const ButtonLook look{step->primary ? ButtonKind::primary : ButtonKind::secondary, step->icon, !nothing_to_open};
    const float width = steps.size() == 1 ? row.width() : button_width(frame, step->label, look) + 12;
    if (button(frame, (step->label + "##activity").c_str(), {{right - width, row.min.y}, {right, row.max.y}}, look) && !inert) {
      ui.inert_until = frame.seconds + motion::inert_after_moment / 1000.0;
      if (step->passes) open_pass(pass, activity.id);
      else if (step->reveals && sealed.done < sealed.of) ui.asking_early = true;
      else take_step(workshop, activity, step->action, commands);
    }
    right -= width + 16;
  }
}

void draw_early_reveal(const Frame& frame, const Activity& activity, const SealedState& sealed, MomentUi& ui, Commands& commands) {
  if (!ui.asking_early) return;
  if (activity.phase != Phase::closed) {
    ui.asking_early = false;
    return;
  }
  const EarlyQuestion question = early_question(activity, sealed);
  const DialogChoice choice = dialog(frame, "early reveal", {question.title, question.body, question.keep.c_str(), "Reveal now"});
  if (choice == DialogChoice::none) return;
  ui.asking_early = false;
  if (choice == DialogChoice::action) commands.add(RevealActivity{activity.id, {}});
  else commands.add(OpenActivity{activity.id});
}

}  // namespace standpoint
