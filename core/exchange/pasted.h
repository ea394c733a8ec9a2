// What somebody pastes onto the map: a short list of names. Small, because a tablet loads it; files go through propose (preview.h).
#pragma once

#include <string_view>
#include <vector>

#include "core/exchange/csv.h"
#include "core/workshop/action.h"

namespace standpoint {

struct Pasted {
  std::vector<Action> actions;  // AddStakeholder, each allowed by check after those before it
  int stakeholders = 0;
  std::vector<RefusedLine> refused;  // lines left out, in the order of the text
};

// A name a line; from a spreadsheet, rows of name, role and organisation with tabs between them, or any columns when the first row names them. `by`: the
// facilitator's seat that adds them. Columns nobody knows become lines of the note. Who is there already is refused like what check refuses, by its row.
Pasted import_pasted(const Workshop& before, SeatId by, std::string_view text);

}  // namespace standpoint
