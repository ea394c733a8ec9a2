// Is somebody of this name there already? Asked while a name is typed, by the map and by the tablet's list of people (R344).
#pragma once

#include <string>

#include "core/workshop/model.h"

namespace standpoint {

// Somebody, other than `except`, whose name has the same letters, whatever their case, accents, width, Unicode form, and spaces. nullptr:
// nobody, or nothing is typed.
const Stakeholder* named_the_same(const Workshop& workshop, const std::string& name, StakeholderId except = {});

}  // namespace standpoint
