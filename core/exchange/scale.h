// A column of judgements, read as a whole: a 3 means one thing beside 8 and 10, another beside 1 and 5. Pure, no libm.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/fields.h"

namespace standpoint {

// One cell of it, in the order of the column.
struct Judged {
  bool missing = false;                // nothing was given
  std::optional<std::uint8_t> level;   // on the scale that was asked for; none and not missing: the cell cannot be read
  bool rounded = false;                // the cell said more than the level does: it is worth keeping
  std::optional<std::int32_t> amount;  // the number as it stands, where it is a whole one of at least 0
};

struct Scale {
  std::vector<Judged> cells;
  std::string told;        // "read as 1–10 (8 becomes 4)"; empty: as everybody would
  bool refused = false;    // words and amounts that do not go together: no cell is read
};

// Levels 1 to 5: words (H/M/L, "Very high"), 1–5, 1–7, 1–10, 0–100, percent, decimals from 0 to 1, "4/5", "4 - High", "High (4)". A header may name the
// scale: "Power (1-10)". Where `amounts`, larger numbers on no known scale are ranked by fifths; equal ones share the middle of their ranks.
Scale influence_scale(const Vocabulary&, std::string_view header, const std::vector<std::string>& cells, bool amounts);
// Strengths 1 to 3: words, 1–3, and of other numbers the third of the column they fall into.
Scale strength_scale(const Vocabulary&, const std::vector<std::string>& cells);

}  // namespace standpoint
