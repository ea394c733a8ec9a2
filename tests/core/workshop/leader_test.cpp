// Who leads, by name.
#include "core/workshop/leader.h"

#include <doctest/doctest.h>

#include "core/workshop/apply.h"
#include "core/workshop/check.h"

namespace standpoint::leader_test {

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

namespace {

struct Leading {
  Workshop workshop;
  std::uint64_t sequence = 0;
  Leading() {
    for (std::uint32_t seat = 1; seat <= 5; ++seat) room(JoinSeat{SeatId{seat}, "Person " + std::to_string(seat), seat == 1 ? Role::facilitator : Role::participant, {}});
  }
  void room(Action action) { apply(workshop, Event{++sequence, 0, {}, 0, std::move(action)}); }
  bool does(std::uint32_t by, Action action) {
    if (check(workshop, SeatId{by}, action)) return false;
    apply(workshop, Event{++sequence, 0, SeatId{by}, 1, std::move(action)});
    return true;
  }
  ChangeSeat as(std::uint32_t seat, Role role) const { return {SeatId{seat}, find(workshop, SeatId{seat})->name, role}; }
  void may_not_touch(std::uint32_t by, std::uint32_t seat) {
    CHECK_FALSE(does(by, LeaveSeat{SeatId{seat}}));
    CHECK_FALSE(does(by, as(seat, Role::participant)));
    CHECK_FALSE(does(by, as(seat, Role::observer)));
  }
};

}  // namespace

TEST_CASE("R320 a deputy removes and demotes nobody whom they have their part from, however far up") {
  Leading room;
  REQUIRE(room.does(1, room.as(2, Role::facilitator)));
  REQUIRE(room.does(2, room.as(3, Role::facilitator)));
  room.may_not_touch(2, 1);
  room.may_not_touch(3, 2);
  room.may_not_touch(3, 1);
  CHECK(room.does(3, ChangeSeat{SeatId{1}, "Person One", Role::facilitator}));  // a name is no part
  CHECK(room.does(3, LeaveSeat{SeatId{4}}));
  CHECK(room.does(1, LeaveSeat{SeatId{3}}));
  CHECK(room.does(2, LeaveSeat{SeatId{2}}));
}

TEST_CASE("R320 whoever comes with the facilitators' link has it from the one who began") {
  Leading room;
  room.room(JoinSeat{SeatId{6}, "By link", Role::facilitator, {}});
  room.room(JoinSeat{SeatId{7}, "By link, too", Role::facilitator, {}});
  room.may_not_touch(6, 1);
  CHECK(room.does(6, room.as(7, Role::participant)));  // neither has it from the other
  CHECK(room.does(1, LeaveSeat{SeatId{6}}));
}

TEST_CASE("R320 whoever steps back is a person like others, and whom they appointed have it from whoever stood above") {
  Leading room;
  REQUIRE(room.does(1, room.as(2, Role::facilitator)));
  REQUIRE(room.does(2, room.as(3, Role::facilitator)));
  REQUIRE(room.does(2, room.as(2, Role::participant)));
  CHECK(room.does(3, room.as(2, Role::facilitator)));
  room.may_not_touch(2, 3);
  CHECK(room.does(3, room.as(2, Role::participant)));
  room.may_not_touch(3, 1);
  REQUIRE(room.does(1, room.as(1, Role::observer)));
  CHECK(room.does(3, LeaveSeat{SeatId{1}}));
}

}  // namespace standpoint::leader_test
