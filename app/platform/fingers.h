// Fingers on the glass as ImGui's one pointer, as a pinch, and as hands of their own: the first finger points; a second one
// takes the press back and moves and zooms the board, or, where the board lets it, takes the item it lands on. Called by the
// page of a tablet; pure, so that tests can touch it. It knows no ImGui and no browser.
#pragma once

#include <optional>
#include <vector>

#include "app/design/frame.h"

namespace standpoint {

struct FingerEvent {
  enum class Kind : std::uint8_t { down, move, up, cancel };
  Kind kind = Kind::move;
  int id = 0;
  Vec at;             // screen pixels
  bool touch = true;  // false: a mouse, which also moves without a button
};

// What becomes of the one pointer, in order. leave: it is nowhere.
struct PointerStep {
  enum class Kind : std::uint8_t { move, press, release, leave };
  Kind kind = Kind::move;
  Vec at;
  bool touch = true;
  bool operator==(const PointerStep&) const = default;
};

class Fingers {
 public:
  void take(const FingerEvent&);
  // Once a frame; a lifted finger leaves two frames later, so that what it tapped sees it.
  std::vector<PointerStep> steps();
  bool leaving() const { return leave_in_ > 0; }
  // While two fingers are down: what they did since this was last called; nullopt otherwise.
  std::optional<Pinch> pinch();
  // Once a frame, before the board is drawn: the fingers that hold items. The board says anew what may be taken.
  FurtherFingers& further();

 private:
  enum class Part : std::uint8_t { points, pinches, holds, rests };
  struct Finger {
    int id = 0;
    Vec from, at;
    Part part = Part::rests;
  };
  Finger* find(int id);
  Finger* first(Part part);
  Part part_of_next(Vec at);
  void pinch_on();
  void press(const FingerEvent&);
  void begin_pinch();
  void lift(const FingerEvent&);

  std::vector<Finger> down_;
  std::vector<PointerStep> steps_;
  bool pressed_ = false;   // the first finger is ImGui's button
  bool pinching_ = false;  // until all fingers are lifted
  int leave_in_ = 0;
  Vec middle_;
  float apart_ = 1;
  Pinch done_;
  FurtherFingers further_;
  std::vector<FurtherFinger> lifted_;  // since further() was last called
};

}  // namespace standpoint
