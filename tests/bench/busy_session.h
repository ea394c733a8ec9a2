// A made-up session of any length: 300 people on a map, a canvas and cards, and thirty people in the room who keep changing
// all of it. The same events on every machine, and every one of them allowed by check.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/workshop/event.h"

namespace standpoint::bench {

class BusySession {
 public:
  static constexpr std::uint32_t people = 300, ties = 900, cards = 200, seats = 30;

  BusySession();
  // The next event, already folded into workshop().
  Event next();
  const Workshop& workshop() const { return workshop_; }

 private:
  struct Step {
    SeatId by;
    Action action;
  };
  void plan_start();
  Action change_of(SeatId by, std::uint64_t chance);

  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  template <class Things>
  const auto& any_of(const Things& things) { return things[static_cast<std::size_t>(below(things.size()))]; }
  BoardPoint somewhere();
  std::string words(std::uint64_t least, std::uint64_t most);
  Stakeholder new_stakeholder(SeatId by);
  Tie new_tie(SeatId by);
  Card new_card(SeatId by);

  Workshop workshop_;
  std::vector<Step> start_;  // the first events, in order
  std::size_t started_ = 0;
  std::int64_t time_ms_ = 1'795'093'200'000;
  std::mt19937_64 random_{20260};
};

}  // namespace standpoint::bench
