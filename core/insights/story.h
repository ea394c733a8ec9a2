// Events in plain words, for the list of what happened in replay and for `standpoint log`.
#pragma once

#include <string>
#include <string_view>

#include "core/workshop/event.h"

namespace standpoint {

struct StoryLine {
  std::string what;    // "Priya moved a stakeholder": who by first name, then what
  std::string detail;  // "Ruth Kaplan, External to Internal"; may be empty
};

// `before` is the workshop right before the event.
StoryLine story_of(const Workshop& before, const Event& event);

std::string_view words(StakeholderKind);
std::string_view words(Stance);
std::string_view words(TieKind);       // "influences", "reports to", ...
std::string_view words(Ring);          // "Team", "Internal", "External", "Regulators"
std::string_view words(Phase);
std::string_view words(Role);

}  // namespace standpoint
