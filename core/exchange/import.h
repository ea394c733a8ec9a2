// Spreadsheet rows -> Actions: stakeholders and ties as a facilitator has them in a table. Called by `standpoint import`,
// which sends the actions through the room. Pure: reads no file and changes no session.
#pragma once

#include <string_view>
#include <vector>

#include "core/exchange/csv.h"
#include "core/workshop/action.h"

namespace standpoint {

struct Import {
  std::vector<Action> actions;  // AddStakeholder and AddTie, each allowed by check after those before it
  int stakeholders = 0;
  int ties = 0;
  std::vector<RefusedLine> refused;  // lines left out, in the order of the file
};

// Columns, in any order, upper or lower case: name (stakeholder, full name), role (title, job title), organisation
// (organization, company), kind (type), ring, power (formal power), influence, stance, desired stance, needs,
// expectations, note (notes). Every other column is kept as a line "column: value" in the note.
// Without a ring, the kind chooses it. Without an influence column, influence is the fifth of the file's powers that
// the row's power falls into (1 lowest, 5 highest). `by` is the seat that adds them, a facilitator.
// Failure: no column for the name, or two for the same thing.
Result<Import> import_stakeholders(const Workshop& before, SeatId by, const CsvTable& table);

// What somebody pastes: a name a line; from a spreadsheet, rows of name, role and organisation with tabs between them, or
// any columns when the first row names them. Who is there already is refused like what check refuses, by its row.
Import import_pasted(const Workshop& before, SeatId by, std::string_view text);

// Columns: from (source), to (target), kind (type, tie, relation), strength (weight), note (notes). Names are those of
// stakeholders in `before`, small and capital ASCII letters alike.
// Failure: no column for from, to or kind, or two for the same thing.
Result<Import> import_ties(const Workshop& before, SeatId by, const CsvTable& table);

// The workshop with these actions folded in, as import_ties needs it after import_stakeholders.
Workshop with_import(Workshop before, SeatId by, const Import& import);

}  // namespace standpoint
