// Tables that are no list of rows: one on its side, and a square of people against people. Called by table.cpp, cells already straight.
#pragma once

#include <optional>
#include <vector>

#include "core/exchange/csv.h"
#include "core/exchange/fields.h"

namespace standpoint {

// Its first column holds several names of columns, its first row one.
bool lies_on_its_side(const Vocabulary&, const std::vector<CsvRecord>&);
std::vector<CsvRecord> on_its_feet(const std::vector<CsvRecord>&);

struct GridTies {
  int line = 0;                 // of the names above
  std::vector<CsvRecord> rows;  // from, to, cell
};
// nullopt: it is none. Its columns and its rows are called alike, and there are three or more.
std::optional<GridTies> ties_of_grid(const std::vector<CsvRecord>&);

}  // namespace standpoint
