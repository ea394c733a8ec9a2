// A list or a network that is being looked at before it comes in. Part of app.h; importing.cpp works with it.
#pragma once

#include <cstdint>
#include <string>

#include "app/screens/import/import.h"

namespace standpoint {

struct Importing {
  std::string file;       // its name, as it is shown
  Source source;
  ImportChoices choices;
  Proposal proposal;      // for the workshop of this moment:
  std::uint64_t seen = 0;  // its sequence
  ImportUi ui;
};

}  // namespace standpoint
