// What is said over a network: there and back, and everything a hostile sender may try.
#include "core/room/wire.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "tests/core/samples/every_action.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::wire_test {

namespace {

Key key_from(std::uint8_t first) {
  Key key;
  for (std::uint8_t& byte : key) byte = first++;
  return key;
}

std::vector<ToHost> every_to_host() {
  std::vector<ToHost> all = {
      Knock{key_from(1), key_from(101), "7KQ294"},
      Hello{SeatId{3}, "Priya", Role::observer, 41, Hello::SameName::ask},
      Presence{SeatId{3}, {Item(StakeholderId{5}), Item(CardId{6})}, BoardId{7}, {120, 9999}},
      Remind{ActivityId{8}},
      AskNaming{{Item(StakeholderId{4}), Item(CardId{5})}},
      NewCode{},
      AskTime{1700000000001},
      StageTurn{SeatId{1}, {BoardId{7}, ActivityId{8}}, 2, 1, StageTurn::Side::heat, Item(CardId{6}), {120, 9999}, 250},
      AreTwo{{SeatId{3}, SeatId{9}}},
  };
  for (const Action& action : samples::every_action()) all.push_back(Command{SeatId{9}, 77, action});
  return all;
}

std::vector<ToScreen> every_to_screen() {
  SampleWorkshop sample;
  sample.act(sample.nadia, ChangeNotes{"Ruth first"});
  sample.act(sample.nadia, SetBookmark{mint<BookmarkId>(sample.nadia, next_nth(sample.workshop, sample.nadia)), "Four name Ruth"});
  const std::vector<HostMessage> messages = {
      Welcome{SeatId{3}, 12, first_sealed_counter + 3, 40},
      Blank{5, 1700000000000},
      Acknowledged{SeatId{3}, 12, 6},
      Refused{SeatId{3}, 13, {Refusal::Why::over_budget, "These are more dots than you have."}},
      Progress{ActivityId{8}, 9, 14, 2},
      SealedSeats{ActivityId{8}, {SeatId{3}, SeatId{5}}, true},
      Presence{SeatId{4}, {Item(CardId{6})}, BoardId{7}, {1, 2}},
      ReadOnly{"The disk is full."},
      Snapshot{sample.workshop},
      Here{{SeatId{1}, SeatId{2}}, {{Stranded::Device::ipad, Stranded::Why::no_webgl}}, {{SeatId{3}, SeatId{9}}}},
      Reminder{ActivityId{8}},
      Naming{{Item(CardId{5})}, 3, 9, true},
      NameTaken{"Priya", "Priya 2", true},
      StageTurn{SeatId{1}, {BoardId{7}, ActivityId{8}}, 2, 1, StageTurn::Side::names, {}, {120, 9999}, 250},
  };
  std::vector<ToScreen> all = {
      Opened{key_from(7), "Checkout relaunch", "Day one", "Nadia", SeatId{3}, "Priya", Role::participant, false},
      TurnedAway{TurnedAway::Why::locked, "The lobby is locked."},
      HostTime{1700000000002, 1700000000001},
      HowToJoin{"10.0.0.5:8080", "7KQ294", "101000010", ""},
  };
  for (const HostMessage& message : messages) all.emplace_back(message);
  for (std::size_t n = 0; n < std::variant_size_v<Action>; ++n) all.emplace_back(HostMessage{samples::golden_event(n)});
  return all;
}

Bytes joined(const std::vector<ToScreen>& messages) {
  Bytes bytes;
  for (const ToScreen& message : messages) {
    const Bytes one = framed(message);
    bytes.insert(bytes.end(), one.begin(), one.end());
  }
  return bytes;
}

// Flips every bit in turn and counts what is refused; what is read must be what those bytes say.
template <class Read, class Write>
std::size_t refused_when_flipped(Bytes bytes, Read read, Write write) {
  std::size_t refused = 0;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    const std::byte flip{static_cast<std::uint8_t>(1u << (bit % 8))};
    bytes[bit / 8] ^= flip;
    const auto value = read(bytes);
    if (!value) ++refused;
    else if (write(*value) != bytes) FAIL("bytes that are read are not the bytes of what was read");
    bytes[bit / 8] ^= flip;
  }
  return refused;
}

void put_length(Bytes& bytes, std::size_t at, std::uint64_t length, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<std::byte>(length >> (8 * i));
}

}  // namespace

TEST_CASE("R101 the first sealed message of a line has these bytes") {
  const Bytes bytes = encoded(ToHost{Knock{key_from(0x10), key_from(0xA0), "7K"}});
  std::string hex;
  for (const std::byte byte : bytes) {
    constexpr const char* digits = "0123456789abcdef";
    hex += digits[std::to_integer<int>(byte) >> 4];
    hex += digits[std::to_integer<int>(byte) & 15];
  }
  // little-endian | a knock | token | secret | length and letters of the code
  CHECK(hex == std::string("01") + "00000000" + "101112131415161718191a1b1c1d1e1f" + "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf" +
                   "0200000000000000" + "374b");
}

TEST_CASE("R101 every message comes back as it was") {
  for (const ToHost& message : every_to_host()) {
    const Bytes bytes = encoded(message);
    const Result<ToHost> read = decoded_to_host(bytes);
    REQUIRE(read.has_value());
    CHECK(read->index() == message.index());
    CHECK(encoded(*read) == bytes);
  }
  for (const ToScreen& message : every_to_screen()) {
    const Bytes bytes = framed(message);
    const Result<std::vector<ToScreen>> read = decoded_to_screen(bytes);
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 1);
    CHECK(framed(read->front()) == bytes);
  }
}

TEST_CASE("R101 what is read is what was said, field by field") {
  const Knock knock = std::get<Knock>(*decoded_to_host(encoded(every_to_host()[0])));
  CHECK(knock.token == key_from(1));
  CHECK(knock.secret == key_from(101));
  CHECK(knock.code == "7KQ294");
  const Hello hello = std::get<Hello>(*decoded_to_host(encoded(every_to_host()[1])));
  CHECK(hello.seat == SeatId{3});
  CHECK(hello.name == "Priya");
  CHECK(hello.role == Role::observer);
  CHECK(hello.have_sequence == 41);
  const SampleWorkshop sample;
  const ToScreen snapshot = decoded_to_screen(framed(HostMessage{Snapshot{sample.workshop}}))->front();
  CHECK(std::get<Snapshot>(std::get<HostMessage>(snapshot)).workshop == sample.workshop);
}

TEST_CASE("R101 messages that are joined come apart in order, to the last byte") {
  const std::vector<ToScreen> messages = every_to_screen();
  Bytes bytes = joined(messages);
  const Result<std::vector<ToScreen>> read = decoded_to_screen(bytes);
  REQUIRE(read.has_value());
  CHECK(joined(*read) == bytes);
  for (std::size_t n = 0; n < messages.size(); ++n) CHECK((*read)[n].index() == messages[n].index());
  bytes.push_back(std::byte{0});
  CHECK_FALSE(decoded_to_screen(bytes));
  CHECK_FALSE(decoded_to_screen({}));
}

TEST_CASE("R101 a message cut off at any byte is refused") {
  for (const ToHost& message : every_to_host()) {
    const Bytes bytes = encoded(message);
    for (std::size_t length = 0; length < bytes.size(); ++length) CHECK_FALSE(decoded_to_host(std::span(bytes).first(length)));
  }
  for (const ToScreen& message : every_to_screen()) {
    const Bytes bytes = framed(message);
    for (std::size_t length = 0; length < bytes.size(); ++length) CHECK_FALSE(decoded_to_screen(std::span(bytes).first(length)));
  }
}

TEST_CASE("R101 a message with any bit flipped is refused or is another sound message") {
  std::size_t refused = 0;
  for (const ToHost& message : every_to_host()) refused += refused_when_flipped(encoded(message), decoded_to_host, [](const ToHost& m) { return encoded(m); });
  for (const ToScreen& message : every_to_screen()) refused += refused_when_flipped(framed(message), decoded_to_screen, joined);
  CHECK(refused > 1000);
}

TEST_CASE("R101 a length the message cannot hold is refused before memory is taken for it") {
  constexpr std::size_t code_at = 1 + 4 + 16 + 16;
  constexpr std::size_t name_at = 1 + 4 + 4;
  for (const std::uint64_t length : {std::uint64_t{9}, std::uint64_t{1} << 32, std::uint64_t{1} << 63, ~std::uint64_t{0}}) {
    Bytes bytes = encoded(ToHost{Knock{{}, {}, "7KQ294"}});
    put_length(bytes, code_at, length, 8);
    CHECK_FALSE(decoded_to_host(bytes));
    bytes = encoded(ToHost{Hello{SeatId{1}, "Priya", Role::participant, 0}});
    put_length(bytes, name_at, length + 9, 8);
    CHECK_FALSE(decoded_to_host(bytes));
    bytes = framed(TurnedAway{});
    put_length(bytes, 0, length + 9, 4);
    CHECK_FALSE(decoded_to_screen(bytes));
  }
}

TEST_CASE("R101 a length that leaves bytes of its message unread is refused") {
  Bytes bytes = joined({TurnedAway{}, TurnedAway{}});
  const std::uint64_t both = bytes.size() - 4;
  put_length(bytes, 0, both, 4);
  CHECK_FALSE(decoded_to_screen(bytes));
}

}  // namespace standpoint::wire_test
