// Command: a request to do something. Event: the same action, numbered, timed and signed by the room.
#pragma once

#include <cstdint>

#include "core/workshop/action.h"

namespace standpoint {

// Secret inputs have numbers of their own, from here on: nothing is missing between the numbers of a seat's other commands, which
// everybody sees, from which one could tell that it answered, or when.
inline constexpr std::uint32_t first_sealed_counter = 0x8000'0000;
constexpr bool counts_sealed(std::uint32_t counter) { return counter >= first_sealed_counter; }

struct Command {
  SeatId by;                  // who does it; a seat carried by the sender's screen may be named
  std::uint32_t counter = 0;  // counts each seat's commands from 1, its secret inputs apart; sent again with the same number, it changes nothing twice
  Action action;
  std::uint64_t receipt = 0;  // of a secret input: a random number that only its screen and the host know (TellReceipts); 0: none
  bool operator==(const Command&) const = default;
};

struct Event {
  std::uint64_t sequence = 0;  // 1, 2, 3 ... without gaps
  std::int64_t time_ms = 0;    // ms since the Unix epoch, UTC, by the room's clock
  SeatId by;
  std::uint32_t counter = 0;
  Action action;
  bool operator==(const Event&) const = default;
};

// In place of an event that is not for a seat: nothing of what was done, nor by whom; only what keeps every screen counting alike.
struct Blank {
  std::uint64_t sequence = 0;
  std::int64_t time_ms = 0;
  bool operator==(const Blank&) const = default;
};

// Why a command was refused. The text is one sentence for the person who sent it; nothing was changed.
struct Refusal {
  enum class Why : std::uint8_t { not_allowed, not_found, wrong_phase, over_budget, malformed, duplicate_id, full, storage, changed_since };
  Why why = Why::not_allowed;
  std::string text;
  bool operator==(const Refusal&) const = default;
};

}  // namespace standpoint
