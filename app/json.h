// Workshop, events and insights as JSON text, for `show`, `log` and `insights`. Field names are those of core/model.h
// and core/action.h; ids are numbers, kinds are words, times are ISO 8601 in UTC. One-way: nothing reads it back.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/event.h"
#include "core/insights.h"

namespace standpoint {

// Indented, several lines.
std::string json_of(const Workshop&);
// One line. `before` is the workshop right before the event: it gives names and the event in plain words.
std::string json_of(const Workshop& before, const Event&);
// {"influence": [...], "disagreement": [...]}; disagreement over every revealed Place activity, latest first.
std::string insights_json(const Workshop&, TieKinds kinds);

// "2026-11-19T13:24:16.123Z"
std::string iso_time(std::int64_t ms);

}  // namespace standpoint
