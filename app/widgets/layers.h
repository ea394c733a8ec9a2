// Which of two items under the pointer gets it. Called by screens that panels may cover. It must not draw.
#pragma once

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

}  // namespace standpoint
