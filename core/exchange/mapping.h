// Which column holds what: proposed from the words of the header and the cells below, changed by whoever imports.
#pragma once

#include <string>
#include <vector>

#include "core/exchange/preview.h"

namespace standpoint {

struct Mapping {
  Holds holds = Holds::nothing;
  std::vector<Field> fields;       // per column
  std::vector<std::string> told;   // per column, without its name: why it is not used; empty: nothing to say

  int column(Field) const;         // -1: none
};

Mapping proposed_mapping(const Vocabulary&, const Table&);
// With what was chosen for this sheet. A field that another column had goes to the notes there.
Mapping chosen_mapping(const Vocabulary&, const Table&, const ImportChoices&, std::uint32_t sheet);
// What to say where it names nobody; empty where it does.
std::string mapping_trouble(const Table&, const Mapping&);

}  // namespace standpoint
