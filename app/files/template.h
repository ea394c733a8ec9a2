// Templates: a method as data (sessions/templates/NAME.json), read and checked here, turned into Actions. Used by
// `standpoint new`, the home screen and the sample sessions. Knows no session file and no screen.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/workshop/action.h"
#include "core/workshop/result.h"

namespace standpoint {

// An activity as planned in a template; board and follows are positions, because nothing has an id yet.
struct PlannedActivity {
  Activity activity;
  std::optional<std::size_t> board;    // in Template::boards
  std::optional<std::size_t> follows;  // in Template::activities, an earlier one
};

struct Template {
  std::string name;     // "stakeholder-mapping": the file's name without .json
  std::string title;    // "Stakeholder mapping"
  std::string summary;  // one sentence for the list
  int place = 0;        // among the others on the home screen, from 1
  int minutes = 0;      // what its activities add up to
  std::vector<Board> boards;
  std::vector<PlannedActivity> activities;
};

// Every template of a folder, in the order of their places, then of their names.
// Failure: a file cannot be read or is wrong; the sentence names the file and the first thing wrong in it.
Result<std::vector<Template>> read_templates(const std::string& folder);
// The template NAME of a folder. Failure: there is none (the sentence lists those there are) or it is wrong.
Result<Template> read_template(const std::string& folder, std::string_view name);
Result<Template> parse_template(std::string_view name, std::string_view json);

// AddBoard and AddActivity for everything in it, then the first board and activity on the stage; each allowed by check
// when `by` facilitates. `before` is the workshop they are sent to.
std::vector<Action> actions_of(const Template& plan, const Workshop& before, SeatId by);

// Where the templates and samples that ship lie: the sessions folder of the source tree this program was built from.
std::string sessions_folder();

}  // namespace standpoint
