// See next_step.h.
#include "app/activities/next_step.h"

#include <algorithm>

#include "core/activities/activities.h"
#include "core/insights/story.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/changes.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::int64_t minute_ms = 60'000;

bool is_planned(const Activity* activity) { return activity != nullptr && activity->phase == Phase::planned; }

// What the room does together, without inputs: it is open as soon as it is on the stage.
bool is_talk(const Workshop& workshop, const Activity& activity) { return !collects_inputs(workshop, activity); }

bool can_be_opened(const Workshop& workshop, const Activity& activity) {
  if (rules_of(activity).needs_plane && !activity.board) return false;
  return is_talk(workshop, activity) || !items_of(activity).empty() || !items_by_default(workshop, activity).empty();
}

std::string missing_words(const Workshop& workshop, const Activity& activity) {
  const ActivityRules& rules = rules_of(activity);
  return rules.missing ? std::string(rules.missing(workshop, activity)) : std::string();
}

NextStep step_to(const Workshop& workshop, const Activity& next, bool leaves_a_talk) {
  std::string after = std::string(words(next.kind)) + ", " + std::to_string(next.minutes) + " min";
  if (is_talk(workshop, next)) after += ". It opens at once.";
  else if (leaves_a_talk) after += ". You open it when the room is ready.";
  return {NextStep::Kind::next, next.id, "Next", next.title, Icon::skip_forward, std::move(after), true};
}

void make_ready(const Workshop& workshop, const Activity& activity, Commands& commands) {
  commands.change(changes_of(activity, made_ready(workshop, activity)));
}

void start_timer_of(const Activity& activity, Commands& commands) {
  commands.add(StartTimer{std::max<std::int64_t>(1, activity.minutes) * minute_ms});
}

void go_on(const Workshop& workshop, const Activity& next, Commands& commands) {
  const Activity* const staged = staged_activity(workshop);
  if (staged != nullptr && staged->phase == Phase::open && is_talk(workshop, *staged)) commands.add(CloseActivity{staged->id});
  make_ready(workshop, next, commands);
  show_activity(next, commands);
  if (is_talk(workshop, next)) {
    commands.add(OpenActivity{next.id});
    start_timer_of(next, commands);
  } else if (workshop.timer.running) {
    commands.add(StopTimer{});
  }
}

}  // namespace

const Activity* staged_activity(const Workshop& workshop) { return find(workshop, workshop.stage.activity); }

bool is_over(const Workshop& workshop, const Activity& activity) {
  return activity.phase == Phase::revealed || (activity.phase == Phase::closed && is_talk(workshop, activity));
}

const Activity* next_activity(const Workshop& workshop) {
  const std::vector<ActivityId>& agenda = workshop.agenda;
  auto behind = std::find(agenda.begin(), agenda.end(), workshop.stage.activity);
  if (behind != agenda.end()) ++behind;
  else
    behind = std::find_if(agenda.rbegin(), agenda.rend(), [&](ActivityId id) {
               const Activity* const activity = find(workshop, id);
               return activity != nullptr && activity->phase != Phase::planned;
             }).base();
  for (auto id = behind; id != agenda.end(); ++id)
    if (const Activity* const activity = find(workshop, *id); is_planned(activity)) return activity;
  for (auto id = agenda.begin(); id != behind; ++id)
    if (const Activity* const activity = find(workshop, *id); is_planned(activity) && *id != workshop.stage.activity && can_be_opened(workshop, *activity)) return activity;
  return nullptr;
}

const Activity* left_open(const Workshop& workshop) {
  for (const ActivityId id : workshop.agenda) {
    const Activity* const activity = find(workshop, id);
    if (activity != nullptr && id != workshop.stage.activity && activity->phase != Phase::planned && !is_over(workshop, *activity)) return activity;
  }
  return nullptr;
}

LeftOpenWords left_open_words(const Workshop& workshop, const Activity& activity, const SealedState& sealed) {
  const ActivityWords& kind = rules_of(activity).words;
  const std::string deed = capitalised(kind.doing), phase = capitalised(words(activity.phase));
  const std::string whole = deed + (kind.doing_is_many ? " are " : " is ") + (activity.phase == Phase::open ? "open" : "closed");
  if (!collects_inputs(workshop, activity) || sealed.of == 0) return {whole, whole, phase, phase};
  const std::string count = std::to_string(sealed.done) + " of " + std::to_string(sealed.of);
  return {whole + ": " + count, deed + ": " + count, count, phase + ": " + count};
}

NextStep next_step(const Workshop& workshop) {
  using Kind = NextStep::Kind;
  const Activity* const activity = staged_activity(workshop);
  const Activity* const next = next_activity(workshop);
  if (activity == nullptr || is_over(workshop, *activity)) {
    if (const Activity* const open = left_open(workshop))
      return {Kind::back, open->id, "Back to " + std::string(rules_of(*open).words.doing), "", Icon::arrow_u_up_left, open->title, true};
    return next == nullptr ? NextStep{} : step_to(workshop, *next, false);
  }
  const bool talk = is_talk(workshop, *activity);
  const std::string deed(rules_of(*activity).words.doing);
  switch (activity->phase) {
    case Phase::planned: {
      const NextStep open{Kind::open, activity->id, "Open " + deed, "", Icon::play, talk ? "The timer starts with it." : "Tablets get it when you tap.", true};
      if (can_be_opened(workshop, *activity)) return open;
      if (next != nullptr) {  // it can wait; nobody is stuck with it
        NextStep on = step_to(workshop, *next, false);
        on.after = missing_words(workshop, *activity);
        return on;
      }
      return {open.kind, open.activity, open.verb, "", open.icon, missing_words(workshop, *activity), false};
    }
    case Phase::open:
      if (talk && next != nullptr) return step_to(workshop, *next, true);
      return {Kind::close, activity->id, "Close " + deed, "", Icon::stop_circle,
              talk ? "That was the last of the agenda." : "Next: Reveal. Nothing is shown until you tap it.", true};
    case Phase::closed: return {Kind::reveal, activity->id, "Reveal", "", Icon::eye, "", true};
    case Phase::revealed: break;
  }
  return {};
}

std::string end_words(const Workshop& workshop) {
  const auto planned = std::count_if(workshop.agenda.begin(), workshop.agenda.end(), [&](ActivityId id) { return is_planned(find(workshop, id)); });
  if (workshop.agenda.empty()) return "Nothing is planned yet. Add an activity.";
  if (planned == 0) return "That was the last activity.";
  return planned == 1 ? "1 activity is left with nothing to ask about yet." : std::to_string(planned) + " activities are left with nothing to ask about yet.";
}

void take_next_step(const Workshop& workshop, const NextStep& step, Commands& commands) {
  const Activity* const activity = find(workshop, step.activity);
  if (activity == nullptr || !step.possible) return;
  switch (step.kind) {
    case NextStep::Kind::none: break;
    case NextStep::Kind::open:
      make_ready(workshop, *activity, commands);
      commands.add(OpenActivity{activity->id});
      start_timer_of(*activity, commands);
      break;
    case NextStep::Kind::close:
      commands.add(CloseActivity{activity->id});
      if (workshop.timer.running) commands.add(StopTimer{});
      break;
    case NextStep::Kind::reveal:
      commands.add(RevealActivity{activity->id, {}});
      if (workshop.timer.running) commands.add(StopTimer{});
      break;
    case NextStep::Kind::next: go_on(workshop, *activity, commands); break;
    case NextStep::Kind::back: show_activity(*activity, commands); break;
  }
}

void show_activity(const Activity& activity, Commands& commands) { commands.add(ShowOnStage{{activity.board, activity.id}}); }

}  // namespace standpoint
