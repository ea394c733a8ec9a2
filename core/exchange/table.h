// A table as it lies in a file, made straight: where the column names are, which rows are people and which are titles, totals and legends. Pure.
// Text goes through table_of_text, sheets of a workbook and networks through table_of_rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/csv.h"

namespace standpoint {

// What the rows of a table are.
enum class Holds : std::uint8_t { nothing, people, ties };

struct Table {
  std::string file;                  // for sentences, where several tables are imported at once
  std::string sheet;                 // its name in a workbook or network; empty: the file is this table
  std::optional<Holds> holds;        // whoever read the file knows it; else its columns tell
  bool by_id = false;                // ties name people by the column of numbers, not by name: networks, whose names may repeat
  char separator = 0;                // of a text; 0: cells of a workbook or network
  std::vector<std::string> header;   // each as the file writes it, on one line
  int header_line = 0;               // 0: no line names columns
  std::vector<CsvRecord> rows;       // as many cells each as the header; of a table on its side the line is the column's number
  std::vector<RefusedLine> refused;  // lines that cannot be read
  std::vector<std::string> told;     // what was left out or put right on the way, a sentence each
  std::vector<std::string> first_cells;  // of the first line, for whoever has to say that it names no columns
  bool ties_of_grid = false;         // it was a square of people against people; now a row is a tie (from, to, value)
};

inline constexpr std::string_view separators = ",;\t|";

// Sound UTF-8, with or without a byte-order mark. `separator` 0: the one under which the most column names are known, or named by a line "sep=;".
Table table_of_text(std::string_view text, char separator = 0);
// Cells that are there already; lines are the sheet's row numbers.
Table table_of_rows(std::vector<CsvRecord> rows, std::string sheet);

}  // namespace standpoint
