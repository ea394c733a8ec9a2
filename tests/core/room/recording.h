// A room whose lines are recorded: everything that screens of every role are told, as bytes. For the tests of what leaves the
// host. Knows no socket.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/room/wire.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/audience.h"
#include "tests/core/room/room_fixture.h"

namespace standpoint {

inline constexpr LinkId nadias = 1, tomass = 2, priyas = 3, marcos = 4, olgas = 5, stages = 6;
inline constexpr LinkId every_link[] = {nadias, tomass, priyas, marcos, olgas, stages};
inline constexpr LinkId not_leading[] = {tomass, priyas, marcos, olgas, stages};
inline constexpr LinkId first_late = 100;

// The sample with a third participant; everybody's line is recorded, and anybody can come late.
struct Recording : SampleWorkshop {
  SeatId marco = join("Marco Bellini", Role::participant);
  RoomTable table{*this};
  LinkId late = first_late;
  std::map<SeatId, std::uint32_t> counters;
  std::uint64_t at_start = 0;

  Recording() {
    for (const LinkId link : every_link) table.sit(link, seat_at(link));
    at_start = now().sequence;
  }
  SeatId seat_at(LinkId link) const { return std::array{nadia, tomas, priya, marco, olga, stage}[link - 1]; }
  Role role_at(LinkId link) const { return find(now(), seat_at(link))->role; }
  const Workshop& now() const { return table.room->workshop(); }
  void does(LinkId link, Action action) { table.act(link, seat_at(link), 1000 + ++counters[seat_at(link)], std::move(action)); }

  // What another screen of that seat is told now that has everything up to number `have`. It goes again.
  Bytes bytes_to_late(LinkId link, std::uint64_t have) {
    const auto told_before = table.told;
    const LinkId other = late++;
    table.room->connect(other);
    table.room->hear(other, Hello{seat_at(link), "", Role::participant, have}, table.now);
    table.commit();
    const Bytes bytes = table.bytes_to(other);
    table.room->disconnect(other);
    table.room->connect(link);  // the seat goes back to its own screen
    table.room->hear(link, Hello{seat_at(link), "", Role::participant, now().sequence}, table.now);
    table.commit();
    table.told = told_before;
    return bytes;
  }
  // Live, to who missed what happened since the start, and to who is told the workshop.
  std::array<Bytes, 3> every_way_to(LinkId link) { return {table.bytes_to(link), bytes_to_late(link, at_start), bytes_to_late(link, now().sequence + 1)}; }

  ActivityId open_activity(ActivityKind kind, Secrecy secrecy) {
    Activity asked;
    asked.id = mint<ActivityId>(nadia, next_nth(now(), nadia));
    set_kind(asked, kind);
    asked.title = "Who first?";
    *items_in(asked) = sorted_items({Item(ruth), Item(helena), Item(till)});
    if (VoteSetup* const setup = vote_in(asked)) setup->dots_per_person = 30;
    asked.secrecy = secrecy;
    if (kind == ActivityKind::place) asked.board = canvas;
    does(nadias, AddActivity{asked});
    does(nadias, OpenActivity{asked.id});
    return asked.id;
  }
  // The nth person's answer; no two have a number in common.
  Input input(ActivityKind kind, int n) const {
    const auto small = static_cast<std::uint16_t>(n);
    if (kind == ActivityKind::vote) return Ballot{{{Item(ruth), static_cast<std::uint16_t>(3 + small)}, {Item(helena), static_cast<std::uint16_t>(7 + small)}}};
    return PlacementSheet{{{Item(ruth), {7001 + n, 3001 + n}}, {Item(helena), {811 + n, 9001 + n}}}};
  }
};

inline bool contains(const Bytes& bytes, std::span<const std::byte> part) {
  return std::search(bytes.begin(), bytes.end(), part.begin(), part.end()) != bytes.end();
}
inline bool contains(const Bytes& bytes, std::string_view text) { return contains(bytes, std::as_bytes(std::span<const char>(text.data(), text.size()))); }

}  // namespace standpoint
