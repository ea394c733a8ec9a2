// Which of two items under the pointer gets it. Called by screens that panels may cover. It must not draw.
#pragma once

#include <optional>
#include <vector>

#include "app/paint/path.h"

namespace standpoint {

// Items made while this lives lie below any item made later in the frame, inside and after the scope: the board's ground
// first, then what stands on it, then a panel over all of it.
class LowerItems {
 public:
  LowerItems();
  ~LowerItems();
  LowerItems(const LowerItems&) = delete;
  LowerItems& operator=(const LowerItems&) = delete;
};

// Items made while this lives are covered by a sheet, if there is one: they take no tap and no focus, and leave the pointer to
// the sheet that is made after them. (ImGui's disabled items alone would keep it.)
class CoveredItems {
 public:
  explicit CoveredItems(bool covered);
  ~CoveredItems();
  CoveredItems(const CoveredItems&) = delete;
  CoveredItems& operator=(const CoveredItems&) = delete;

 private:
  std::optional<LowerItems> lower_;
};

// A panel that lies over the board in this frame, in pixels of the glass: what is told at its foot keeps off it. Six of them at most.
void note_panel(Box on_glass);
std::vector<Box> noted_panels();

}  // namespace standpoint
