// Workshop, events and insights as JSON text, for `show`, `log` and `insights`. Field names are those of core/workshop/model.h
// and core/workshop/action.h; ids are numbers, kinds are words, times are ISO 8601 in UTC. One-way: nothing reads it back.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/insights/insights.h"
#include "core/workshop/event.h"

namespace standpoint {

// Indented, several lines.
std::string json_of(const Workshop&);
// One line. `before` is the workshop right before the event: it gives names and the event in plain words.
std::string json_of(const Workshop& before, const Event&);
// {"influence": [...], "disagreement": [...]}; disagreement over every revealed Place activity, latest first.
std::string insights_json(const Workshop&, TieKinds kinds);

}  // namespace standpoint
