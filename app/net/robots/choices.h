// What a robot does next, by chance: pure choices from a seed and what it sees. Used by robots and benchmarks.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "core/room/wire.h"
#include "core/workshop/action.h"

namespace standpoint {

class RobotChoices {
 public:
  explicit RobotChoices(std::uint64_t seed) : random_(seed) {}

  std::uint32_t below(std::size_t n) { return n == 0 ? 0 : static_cast<std::uint32_t>(random_() % n); }
  Key key();
  std::string name();  // of nobody who lives
  BoardPoint point();
  // A ballot or placements that the activity allows.
  Input input_for(const Activity&);
  // Somebody is added, moved or tied to somebody else.
  Action edit(const Workshop& shown, SeatId by);

 private:
  void fill(Ballot&, const Activity&);
  void fill(PlacementSheet&, const Activity&);

  std::mt19937_64 random_;
};

// The next of the commands with which a facilitator plans such an activity: what it needs comes first (people, a canvas),
// AddActivity last.
Action plan_step(const Workshop&, SeatId facilitator, ActivityKind);

}  // namespace standpoint
