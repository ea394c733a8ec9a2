// JSON documents of the command line; the values are in json_values.cpp.
#include "app/cli/json.h"

#include <algorithm>
#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "app/cli/json_values.h"
#include "app/files/iso_time.h"
#include "app/files/json_text.h"
#include "core/activities/place/result.h"
#include "core/insights/story.h"
#include "core/workshop/first_words.h"

namespace standpoint {
namespace {

Json influence_json(const Workshop& workshop, TieKinds kinds) {
  const std::vector<Influence> all = influence_of(workshop, kinds);
  Json list = Json::array();
  for (const Influence& i : all)
    list.push_back({{"name", name_of(workshop, Item(i.stakeholder))}, {"betweenness", i.betweenness}, {"pagerank", i.pagerank},
                    {"degree", i.degree}, {"hidden", i.hidden}, {"rank_by_position", i.rank_by_position},
                    {"rank_by_power", i.rank_by_power}});
  return list;
}

Json spread_json(const Workshop& workshop, const Activity& activity, const Spread& s) {
  const Board* board = find(workshop, activity.board);
  const std::string axis = !board ? "" : s.widest_on_x ? board->x.name : board->y.name;
  return {{"activity", activity.title}, {"name", words_in(workshop, activity.id, s.item)}, {"people", s.points.size()}, {"spread", s.spread},
          {"axis", axis}, {"low", s.low}, {"high", s.high}, {"median", {{"x", s.median.x}, {"y", s.median.y}}}};
}

Json disagreement_json(const Workshop& workshop) {
  std::vector<const Activity*> revealed;
  for (const Activity& a : workshop.activities)
    if (placing(&a) && a.phase == Phase::revealed) revealed.push_back(&a);
  std::stable_sort(revealed.begin(), revealed.end(), [](const Activity* a, const Activity* b) { return a->closed_ms > b->closed_ms; });
  Json list = Json::array();
  for (const Activity* activity : revealed)
    for (const Spread& s : spreads_of(*activity))
      if (s.points.size() > 1) list.push_back(spread_json(workshop, *activity, s));
  return list;
}

}  // namespace

std::string json_of(const Workshop& workshop) { return printed(json_value(workshop), 2); }

std::string json_of(const Workshop& before, const Event& event) {
  const StoryLine story = story_of(before, event);
  const Seat* by = find(before, event.by);
  const Json line = {{"sequence", event.sequence}, {"time", iso_time(event.time_ms)}, {"time_ms", event.time_ms},
                     {"by", {{"seat", event.by.value}, {"name", by ? by->name : ""}}}, {"action", name_of_action(event.action)},
                     {"what", story.what}, {"detail", story.detail}, {"fields", json_value(event.action)}};
  return printed(line);
}

std::string insights_json(const Workshop& workshop, TieKinds kinds) {
  const Json all = {{"influence", influence_json(workshop, kinds)}, {"disagreement", disagreement_json(workshop)}};
  return printed(all, 2);
}

}  // namespace standpoint
