// Whole sessions for tests that look at every screen or every export: made by chance from a seed, every step through check and
// apply, from the first event to the last reveal. The same seed and plan give the same events on every machine.
#pragma once

#include <string>
#include <vector>

#include "core/file/replay.h"
#include "tests/core/samples/generated_words.h"

namespace standpoint {

// How much is in it, and in what words.
struct SessionPlan {
  Wording wording = Wording::usual;
  int people = 12;        // on the map
  int cards = 9;          // on the board for cards; as many zones as they need
  int participants = 9;
  int decisions = 2;
  int more_boards = 0;    // beyond a map, a canvas and one for cards
  int minutes = 60;       // from the first event to the last, evenly
};

// What a test of every screen has in common with every other.
inline SessionPlan usual_session() { return {}; }
inline SessionPlan crowded_session() { return {Wording::usual, 60, 60, 40, 9, 3, 9 * 60}; }
inline SessionPlan longest_session() { return {Wording::longest, 8, 8, 6, 3, 2, 60}; }
inline SessionPlan session_in_scripts() { return {Wording::scripts, 16, 16, 16, 3, 1, 60}; }
inline SessionPlan empty_session() { return {Wording::usual, 0, 0, 0, 0, 0, 1}; }

// A session that was held: everybody joined, boards and their things, then its activities one after the other, each opened,
// answered by most in secret, closed and revealed, with a second round of placing, a run-off and the decider's star; at the end one
// more is planned. Where there is nothing to choose from, a vote and a placing stay planned.
struct GeneratedSession : ActingRoom {
  SeatId facilitator, observer, stage;
  std::vector<SeatId> participants;
  BoardId map, canvas, cards;

  // What the room was in the middle of, right after an event: "vote on cards, open".
  struct Moment {
    std::string name;
    std::uint64_t sequence = 0;
    std::vector<SeatId> sealed;  // whose inputs are in the box
  };
  std::vector<Moment> moments;

  Replay replay() const;
  Workshop at(const Moment&) const;
};

GeneratedSession generated_session(const SessionPlan&, std::uint64_t seed);

}  // namespace standpoint
