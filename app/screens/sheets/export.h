// The sheet that asks what to export and how. It writes nothing: the choice is an Intent. Called by the program over whatever
// board is shown.
#pragma once

#include <string>

#include "app/design/frame.h"

namespace standpoint {

struct ExportUi {
  bool open = false;
  bool all = false;
  bool facilitator = false;  // also what the room did not see
  int format = 0;  // of the three that the sheet shows
  int size = 0;    // of pixels, PNG only
};

// What the sheet says about the session on the screen.
struct ExportFacts {
  std::string shown;       // title of the board or activity on the screen; empty: nothing is on the stage
  std::size_t all = 0;     // how many pictures all boards make
  std::string folder;      // where they go, as the user knows it
};

// Asks for ExportPictures and closes itself; Esc and Cancel only close.
void draw_export(const Frame&, const ExportFacts&, ExportUi&, Commands&);

}  // namespace standpoint
