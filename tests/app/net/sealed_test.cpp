// What a host makes of sealed lines, over real WebSockets on 127.0.0.1: tries of the spoken code, and who can read whose frames.
#include <algorithm>

#include "core/file/little_endian.h"
#include "tests/app/net/hosted_room.h"

namespace standpoint::sealed_test {

using Why = TurnedAway::Why;

namespace {

// The records of one message, each as a message of its own.
std::vector<Bytes> records_of(std::span<const std::byte> message) {
  std::vector<Bytes> records;
  while (message.size() >= 4) {
    const std::size_t whole = 4 + get_number<std::uint32_t>(message, 0);
    REQUIRE(whole <= message.size());
    records.emplace_back(message.begin(), message.begin() + static_cast<std::ptrdiff_t>(whole));
    message = message.subspan(whole);
  }
  return records;
}
// How many of them this screen can open, whatever they say.
std::size_t readable(ScreenSeal& screen, const std::vector<Bytes>& frames) {
  std::size_t opened = 0;
  for (const Bytes& frame : frames)
    for (const Bytes& record : records_of(frame)) opened += screen.hear(record).has_value();
  return opened;
}

}  // namespace

TEST_CASE("R106 a try of the spoken code is a try, whatever is said instead of the knock, and many lines at once are many") {
  HostedRoom room;
  std::vector<std::unique_ptr<RawLine>> lines;
  std::vector<std::unique_ptr<ScreenSeal>> seals;
  for (std::uint32_t nth = 0; nth < 30; ++nth) {  // all have their answer before the first tries its luck
    lines.push_back(std::make_unique<RawLine>(room));
    seals.push_back(std::make_unique<ScreenSeal>());
    lines.back()->send_bytes(*seals.back()->seal(Knock{token_of(500 + nth), {}, "ABC" + std::to_string(234 + nth)}));
  }
  int wrong = 0, too_many = 0;
  for (std::size_t nth = 0; nth < lines.size(); ++nth) {
    const Result<ScreenSeal::Heard> heard = seals[nth]->hear(lines[nth]->next_frame());
    REQUIRE(heard);
    REQUIRE_FALSE(heard->answer.empty());
    lines[nth]->send_bytes(nth % 2 == 0 ? heard->answer : Bytes(40, std::byte{7}));
    const Result<ScreenSeal::Heard> said = seals[nth]->hear(lines[nth]->next_frame());
    REQUIRE(said);
    const Result<std::vector<ToScreen>> messages = said->messages();
    REQUIRE(messages);
    REQUIRE(std::holds_alternative<TurnedAway>(messages->front()));
    wrong += std::get<TurnedAway>(messages->front()).why == Why::wrong_code;
    too_many += std::get<TurnedAway>(messages->front()).why == Why::too_many_tries;
  }
  CHECK(wrong >= 5);
  CHECK(wrong <= 12);
  CHECK(wrong + too_many == 30);
  CHECK(RawTablet(room, token_of(3), room.secret()).door);
}

TEST_CASE("R106 the right code opens, in small letters and with a space, and the tablet comes back by its token alone") {
  HostedRoom room;
  RawTablet tablet(room, token_of(5), {}, room.info.code);
  REQUIRE(tablet.door);
  REQUIRE(tablet.join("Ana Belo"));
  RawTablet again(room, token_of(5), {});
  REQUIRE(again.door);
  CHECK(again.door->seat == tablet.replica.seat());
  RawTablet with_old_code(room, token_of(5), Key{9, 9, 9});
  REQUIRE(with_old_code.door);
  CHECK(with_old_code.door->seat == tablet.replica.seat());
  CHECK(RawTablet(room, token_of(6), Key{9, 9, 9}).turned_away->why == Why::old_code);
  CHECK(RawTablet(room, token_of(6), {}).turned_away->why == Why::wrong_code);
}

TEST_CASE("R287 nobody in the room can read what others are sent, but what all of a role are told, and that not after they were removed") {
  HostedRoom room;
  RawTablet nadia(room, token_of(1), room.facilitator_key()), ines(room, token_of(2), room.facilitator_key());
  RawTablet ana(room, token_of(3), room.secret()), ben(room, token_of(4), room.secret());
  REQUIRE(nadia.join("Nadia Okafor", Role::facilitator));
  REQUIRE(ines.join("Ines Roth", Role::facilitator));
  REQUIRE(ana.join("Ana Belo"));
  REQUIRE(ben.join("Ben Cole"));
  const auto hears = [](RawTablet& tablet, std::int64_t ms) {
    return tablet.hear_until([&](const HostMessage& message) {
      const auto* event = std::get_if<Event>(&message);
      return event && std::holds_alternative<StartTimer>(event->action) && std::get<StartTimer>(event->action).duration_ms == ms;
    });
  };
  const auto all_hear = [&](std::int64_t ms) {
    REQUIRE_FALSE(nadia.act(StartTimer{ms}));
    for (RawTablet* const tablet : {&ines, &ana, &ben})
      if (tablet->line.open()) REQUIRE(hears(*tablet, ms));
  };
  all_hear(70'000);
  for (RawTablet* const tablet : {&nadia, &ines, &ana, &ben}) tablet->line.frames.clear();
  all_hear(80'000);
  REQUIRE_FALSE(ana.line.frames.empty());
  REQUIRE_FALSE(ines.line.frames.empty());
  CHECK(readable(ben.line.seal(), ana.line.frames) == 0);  // it has heard them itself, and hears nothing twice
  CHECK(readable(ben.line.seal(), ines.line.frames) == 0);
  CHECK(readable(ana.line.seal(), nadia.line.frames) == 0);
  REQUIRE_FALSE(nadia.act(LeaveSeat{ben.replica.seat()}));
  CHECK(ben.line.is_ended_by_host());
  ana.line.frames.clear();
  all_hear(90'000);
  REQUIRE_FALSE(ana.line.frames.empty());
  CHECK(readable(ben.line.seal(), ana.line.frames) == 0);
  // While Ben was there, the same kind of frames was his, too: what is looked for exists.
  room.info = *room.host->join_info();
  RawTablet cem(room, token_of(7), room.secret()), dora(room, token_of(8), room.secret());
  REQUIRE(cem.join("Cem Aydin"));
  REQUIRE(dora.join("Dora Weiss"));
  all_hear(95'000);
  REQUIRE(hears(cem, 95'000));
  ana.line.frames.clear();
  REQUIRE_FALSE(nadia.act(StartTimer{99'000}));
  REQUIRE(hears(ana, 99'000));
  CHECK(readable(cem.line.seal(), ana.line.frames) > 0);
}

}  // namespace standpoint::sealed_test
