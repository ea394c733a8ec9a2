// Who leads, by name.
#include "core/leader.h"

#include <doctest/doctest.h>

using namespace standpoint;

TEST_CASE("R214 who leads is the facilitator with a name of their own, not the window that hosts") {
  Workshop workshop;
  CHECK(leader_name(workshop).empty());
  workshop.seats.push_back({SeatId{1}, std::string(unnamed_facilitator), Role::facilitator, {}});
  CHECK(leader_name(workshop).empty());
  workshop.seats.push_back({SeatId{2}, "Ana Belo", Role::participant, {}});
  workshop.seats.push_back({SeatId{3}, "Nadia Okafor", Role::facilitator, {}});
  CHECK(leader_name(workshop) == "Nadia Okafor");
  workshop.seats.back().present = false;
  CHECK(leader_name(workshop).empty());
}
