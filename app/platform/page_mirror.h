// Tells the page what the last frame shows, so that it keeps an element for each item over the canvas: only what changed is
// sent. Called by page_web.cpp after a frame.
#pragma once

#include <vector>

#include "app/widgets/semantics.h"

namespace standpoint {

class PageMirror {
 public:
  // `settled`: no frame follows soon. While things move, the page is told at most four times a second.
  void show(const Semantics& semantics, double seconds, bool settled);
  // The page does not know yet what was shown: it wants a frame at this time; far away when it knows all.
  double due_at() const { return due_at_; }

 private:
  void send(const Semantics& semantics);
  std::vector<SemanticItem> sent_;
  std::vector<SemanticPart> sent_parts_;
  double sent_at_ = -1;
  double due_at_ = 1e9;
};

}  // namespace standpoint
