// Compared by folded letters. See same_name.h.
#include "app/boards/same_name.h"

#include <algorithm>

#include "app/paint/text/characters.h"

namespace standpoint {

const Stakeholder* named_the_same(const Workshop& workshop, const std::string& name, StakeholderId except) {
  const std::string letters = folded(name);
  const auto same = [&](const Stakeholder& other) { return other.id != except && folded(other.name) == letters; };
  const auto found = letters.empty() ? workshop.stakeholders.end() : std::find_if(workshop.stakeholders.begin(), workshop.stakeholders.end(), same);
  return found == workshop.stakeholders.end() ? nullptr : &*found;
}

}  // namespace standpoint
