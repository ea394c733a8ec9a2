// Rows of ties' tables -> ties between what stands in the file. Who that is, is found out by propose_ties.cpp.
#pragma once

#include <string>
#include <vector>

#include "core/exchange/lines.h"
#include "core/exchange/mapping.h"

namespace standpoint {

struct TieRow {
  std::uint32_t sheet = 0;
  int line = 0;
  std::string from, to;               // as the file writes them
  TieKind kind = TieKind::influences;
  Direction direction = Direction::one_way;
  std::uint8_t strength = 1;
  bool strength_given = false;
  std::string note;
};

struct TieRows {
  std::vector<TieRow> rows;
  std::vector<std::string> told;         // unknown words, kinds that are not given, the scale, what was shortened
  std::vector<std::string> column_told;
};

TieRows tie_rows(const Vocabulary&, const Table&, const Mapping&, std::uint32_t sheet);

}  // namespace standpoint
