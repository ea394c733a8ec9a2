// Simulated tablets that join through the real protocol and take part: for demonstrations, load and tests. `standpoint
// robots` on the command line. Same seed, same choices; what the network does is its own.
#pragma once

#include <cstdint>

#include "app/net/door/session_address.h"
#include "app/net/robots/crowd.h"

namespace standpoint {

enum class RobotScript : std::uint8_t {
  vote,   // a ballot in every open vote, and second thoughts
  place,  // a placement of some of the items in every open placing
  mix,    // both, and people are added, moved and tied
};

struct RobotsPlan {
  SessionAddress room;
  Key lead{};         // the facilitator's key: one more robot opens, closes and reveals; none: somebody else does
  std::uint32_t seats = 30;
  RobotScript script = RobotScript::vote;
  std::uint64_t seed = 1;
  std::uint32_t stalled = 0;   // so many of them stop reading once they joined
  bool flaky = false;          // their lines end at random
  std::int64_t seconds = 60;   // they leave after that at the latest
};

struct RobotsReport {
  std::uint32_t joined = 0;
  double joined_ms = 0;        // until all had joined; until the time was up when some did not
  CrowdFigures figures;
  std::uint64_t reconnects = 0;
  std::uint64_t lost = 0;      // commands that nobody answered, and acknowledged ballots that were not counted
  std::uint64_t duplicated = 0;  // commands and ballots that were done twice
  bool finished = false;       // the script came to its end within the time
};

// Returns when the script is done or the time is up. Failure: nobody is there, or nobody is let in.
Result<RobotsReport> run_robots(const RobotsPlan&);

}  // namespace standpoint
