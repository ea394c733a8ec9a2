// What is asked of every kind alike. The table itself is in table.cpp.
#include "core/activities/activities.h"

#include <utility>

#include "core/workshop/activity_parts.h"
#include "core/workshop/merging.h"

namespace standpoint {

std::string_view words(ActivityKind kind) { return rules_of(kind).words.name; }

std::string words_of_lost(const Workshop& w, const LostInputs& lost, ActivityKind kind) {
  const Activity* const activity = find(w, lost.activity);
  return std::to_string(lost.marks) + " " + std::string(rules_of(kind).input.mark) + (lost.marks == 1 ? "" : "s") + " of " + std::to_string(lost.inputs) +
         (lost.inputs == 1 ? " person" : " people") + " went with what was removed" + (activity && has_merged(w, *activity) ? " or became one" : "");
}

std::vector<Item> items_by_default(const Workshop& workshop, const Activity& activity) {
  if (const Activity* const earlier = find(workshop, activity.follows)) {
    std::vector<Item> items;
    for (const Item item : items_of(*earlier))
      if (exists(workshop, item)) items.push_back(item);
    return items;
  }
  const ActivityRules& rules = rules_of(activity);
  return rules.items ? rules.items(workshop, activity) : std::vector<Item>{};
}

Activity made_ready(const Workshop& workshop, Activity activity) {
  if (!collects_inputs(workshop, activity)) return activity;
  if (std::vector<Item>* const items = items_in(activity); items && items->empty()) *items = items_by_default(workshop, activity);
  const ActivityRules& rules = rules_of(activity);
  if (rules.make_ready) rules.make_ready(workshop, activity);
  return activity;
}

Activity drafted_activity(const Workshop& workshop, SeatId by, ActivityKind kind, std::string title) {
  Activity activity;
  activity.id = mint<ActivityId>(by, next_nth(workshop, by));
  set_kind(activity, kind);
  activity.title = std::move(title);
  const ActivityRules& rules = rules_of(kind);
  if (rules.plan) rules.plan(workshop, activity);
  return activity;
}

std::optional<Activity> next_round(const Workshop& workshop, const Activity& activity, SeatId by) {
  const ActivityRules& rules = rules_of(activity);
  return rules.next_round && activity.phase == Phase::revealed ? rules.next_round(workshop, activity, by) : std::nullopt;
}

}  // namespace standpoint
