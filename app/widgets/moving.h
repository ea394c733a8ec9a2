// What widgets remember to move: a value on its way to another, how an item answers the pointer, and the entrance of a
// panel. Called by widgets and screens. State is kept in ImGui's storage of the window, times as Frame::seconds. Nothing
// here decides what moves; with reduced motion values arrive at once and panels only fade.
#pragma once

#include <memory>

#include "app/design/frame.h"
#include "app/design/measures.h"
#include "app/paint/painter.h"

namespace standpoint {

// `target` as it is now: the value runs there in `duration_ms` with the standard easing whenever it changes. `key` names
// it in the window; seen for the first time it is there already.
float moved(const Frame&, unsigned key, float target, float duration_ms);

// How the item just reserved answers: 0 at rest .. 1, on their way (state 160 ms, press 80 ms).
struct ItemLook {
  float hover = 0;
  float press = 0;
  bool focused = false;  // by keyboard
};
ItemLook look_of_item(const Frame&);
// `rest` under the pointer and under a finger.
Color color_of(const ItemLook&, Color rest, Color hover, Color pressed);

// A panel that was not there in the frame before fades in and comes up 8 px in 220 ms. Draw the panel and its items with
// frame(): what can be tapped moves with what is seen. One panel at a time per id.
class Entrance {
 public:
  Entrance(const Frame&, const char* id, float rise = motion::rise);
  // The same for what knows itself since when it is there.
  Entrance(const Frame&, double since_seconds, float rise);
  ~Entrance();
  Entrance(const Entrance&) = delete;
  Entrance& operator=(const Entrance&) = delete;

  const Frame& frame() const;
  float shown() const { return shown_; }  // 0..1, eased

 private:
  void begin(const Frame&, double since_seconds, float rise);
  struct Moving;
  const Frame& outer_;
  std::unique_ptr<Moving> moving_;  // none once it has entered
  float shown_ = 1;
};

}  // namespace standpoint
