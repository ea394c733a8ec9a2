// The ballot box: what it keeps, what it forgets, and what can be read out of its bytes. Crashes: crash_test.cpp.
#include "core/file/ballot_box.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/file/crc32c.h"
#include "tests/core/file/fake_file_system.h"

namespace standpoint::ballot_box_test {
namespace {

using fake::Bytes;
using fake::Disk;

constexpr SessionUuid session = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6};
constexpr ActivityId activity{77};
const std::string path = "s/a.ballots-77";

Bytes input(const std::string& text) {
  Bytes bytes;
  for (const char each : text) bytes.push_back(static_cast<std::byte>(each));
  return bytes;
}

bool contains(const Bytes& bytes, const std::string& text) {
  const Bytes wanted = input(text);
  return std::search(bytes.begin(), bytes.end(), wanted.begin(), wanted.end()) != bytes.end();
}

Result<BallotBox> new_box(Disk& disk) { return BallotBox::create(disk, path, session, activity); }
Result<BallotBox> old_box(Disk& disk) { return BallotBox::open(disk, path, session, activity); }
// As another start of the program would find it.
std::vector<SealedBallot> read_again(const Disk& disk) {
  Disk after(disk.contents());
  const auto box = old_box(after);
  REQUIRE(box);
  return box->read_all();
}

std::vector<std::uint32_t> numbers(const std::vector<SeatId>& seats) {
  std::vector<std::uint32_t> result;
  for (const SeatId seat : seats) result.push_back(seat.value);
  return result;
}

}  // namespace

TEST_CASE("a box lies beside its session under the activity's number") {
  CHECK(BallotBox::path_for("s/a.standpoint", activity) == "s/a.ballots-77");
  CHECK(BallotBox::path_for("odd name", ActivityId{1}) == "odd name.ballots-1");
}

TEST_CASE("R60 a box gives back each seat's latest ballot, by seat number, after opening again too") {
  Disk disk;
  auto box = new_box(disk);
  REQUIRE(box);
  CHECK(box->sealed_seats().empty());
  REQUIRE(box->put(SeatId{9}, 1, input("nine")));
  REQUIRE(box->put(SeatId{2}, 5, input("two")));
  REQUIRE(box->put(SeatId{9}, 2, input("nine, second thoughts")));
  REQUIRE(box->put(SeatId{4}, 1, input("")));
  const std::vector<SealedBallot> expected = {{SeatId{2}, 5, input("two")}, {SeatId{4}, 1, input("")}, {SeatId{9}, 2, input("nine, second thoughts")}};
  CHECK(box->read_all() == expected);
  CHECK(numbers(box->sealed_seats()) == std::vector<std::uint32_t>{2, 4, 9});
  box = failed("Closed.");
  const auto again = old_box(disk);
  REQUIRE(again);
  CHECK(again->read_all() == expected);
  CHECK(again->unreadable_halves() == 0);
}

TEST_CASE("R61 a ballot sent again, or an older one that comes late, changes nothing and writes nothing") {
  Disk disk;
  auto box = new_box(disk);
  REQUIRE(box);
  REQUIRE(box->put(SeatId{1}, 3, input("third")));
  const std::uint64_t changes = disk.changes();
  CHECK(box->put(SeatId{1}, 3, input("again")));
  CHECK(box->put(SeatId{1}, 2, input("late")));
  CHECK(disk.changes() == changes);
  CHECK(box->read_all().at(0).input == input("third"));
}

TEST_CASE("many ballots of one call cost one sync, and the last of a seat counts") {
  Disk disk;
  auto box = new_box(disk);
  REQUIRE(box);
  const Bytes one = input("one");
  const Bytes two = input("two");
  const std::vector<BallotView> ballots = {{SeatId{1}, 1, one}, {SeatId{2}, 1, one}, {SeatId{1}, 2, two}, {SeatId{3}, 1, one}};
  const std::uint64_t changes = disk.changes();
  REQUIRE(box->put(ballots));
  CHECK(disk.changes() == changes + 4);  // three slots and one sync
  CHECK(box->read_all().at(0).input == two);
  CHECK(read_again(disk) == box->read_all());
}

TEST_CASE("ballots without a proper seat, without a number or too large are refused before anything is written") {
  Disk disk;
  auto box = new_box(disk);
  REQUIRE(box);
  const std::uint64_t changes = disk.changes();
  CHECK(!box->put(SeatId{0}, 1, input("room")));
  CHECK(!box->put(SeatId{max_ballot_seat + 1}, 1, input("far")));
  CHECK(!box->put(SeatId{1}, 0, input("none")));
  CHECK(!box->put(SeatId{1}, 1, Bytes(max_ballot + 1)));
  CHECK(disk.changes() == changes);
  CHECK(box->put(SeatId{1}, 1, Bytes(max_ballot)));
  CHECK(box->put(SeatId{2}, 1, input("next")));
  CHECK(read_again(disk) == box->read_all());
}

TEST_CASE("R62 the file does not tell in which order people voted") {
  const auto vote = [](const std::vector<std::uint32_t>& order) {
    Disk disk;
    auto box = new_box(disk);
    REQUIRE(box);
    for (const std::uint32_t seat : order) REQUIRE(box->put(SeatId{seat}, 1, input("ballot of " + std::to_string(seat))));
    return disk.contents();
  };
  CHECK(vote({1, 2, 3, 4}) == vote({4, 2, 1, 3}));
}

TEST_CASE("a torn ballot leaves the one before it") {
  Disk disk;
  {
    auto box = new_box(disk);
    REQUIRE(box);
    REQUIRE(box->put(SeatId{1}, 1, input("first")));
    REQUIRE(box->put(SeatId{1}, 2, input("second")));
  }
  fake::Files files = disk.contents();
  Bytes& bytes = files[path];
  const Bytes wanted = input("second");
  const auto second = std::search(bytes.begin(), bytes.end(), wanted.begin(), wanted.end());
  REQUIRE(second != bytes.end());
  *second ^= std::byte{1};
  Disk torn(files);
  auto box = old_box(torn);
  REQUIRE(box);
  CHECK(box->read_all() == std::vector<SealedBallot>{{SeatId{1}, 1, input("first")}});
  CHECK(box->unreadable_halves() == 1);
  REQUIRE(box->put(SeatId{1}, 2, input("second")));
  CHECK(read_again(torn).at(0).counter == 2);
}

TEST_CASE("no single-bit flip of a box yields an input that was not given") {
  Disk disk;
  {
    auto box = new_box(disk);
    REQUIRE(box);
    REQUIRE(box->put(SeatId{1}, 1, input("first")));
    REQUIRE(box->put(SeatId{1}, 2, input("second")));
    REQUIRE(box->put(SeatId{2}, 1, input("other")));
  }
  const Bytes sound = disk.contents().at(path);
  for (std::size_t at = 0; at < sound.size(); ++at) {
    if (sound[at] == std::byte{0} && at % 97 != 0) continue;  // of the long runs of zeros, some places
    for (int bit = 0; bit < 8; ++bit) {
      fake::Files files = {{path, sound}};
      files[path][at] ^= static_cast<std::byte>(1 << bit);
      Disk flipped(files);
      const auto box = old_box(flipped);
      if (!box) continue;
      for (const SealedBallot& ballot : box->read_all()) {
        const bool given = ballot == SealedBallot{SeatId{1}, 1, input("first")} || ballot == SealedBallot{SeatId{1}, 2, input("second")} ||
                           ballot == SealedBallot{SeatId{2}, 1, input("other")};
        CHECK(given);
      }
    }
  }
}

TEST_CASE("a box of another session or activity is not opened, nor one created over another") {
  Disk disk;
  REQUIRE(new_box(disk));
  CHECK(!new_box(disk));
  CHECK(!BallotBox::open(disk, path, SessionUuid{}, activity));
  CHECK(!BallotBox::open(disk, path, session, ActivityId{78}));
  CHECK(!BallotBox::open(disk, "s/a.ballots-78", session, ActivityId{78}));
  CHECK(old_box(disk));
}

TEST_CASE("R64 destroying overwrites every byte of every ballot before the name goes, and may be repeated") {
  Disk disk;
  {
    auto box = new_box(disk);
    REQUIRE(box);
    for (std::uint32_t seat = 1; seat <= 40; seat += 13) {
      REQUIRE(box->put(SeatId{seat}, 1, input("secret before")));
      REQUIRE(box->put(SeatId{seat}, 2, Bytes(9000, std::byte{0x55})));
    }
  }
  // Killed right before the removal: what is left says nothing.
  Disk killed(disk.contents());
  bool wiped = false;
  for (std::uint64_t calls = 1; !wiped && calls < 100; ++calls) {
    Disk run(disk.contents());
    run.lose_power_after(calls);
    (void)BallotBox::destroy(run, path);
    const fake::Files left = run.contents();
    if (left.count(path) == 0) break;
    const Bytes& bytes = left.at(path);
    wiped = std::all_of(bytes.begin(), bytes.end(), [](std::byte each) { return each == std::byte{0}; });
    if (calls == 1) CHECK(contains(bytes, "secret before"));
  }
  CHECK(wiped);
  CHECK(BallotBox::destroy(killed, path));
  CHECK(killed.contents().empty());
  CHECK(BallotBox::destroy(killed, path));
}

TEST_CASE("after a failed sync the ballots move to a new file, and the old one is overwritten") {
  for (const std::uint64_t call : {1u, 2u}) {
    Disk disk;
    auto box = new_box(disk);
    REQUIRE(box);
    REQUIRE(box->put(SeatId{1}, 1, input("first")));
    disk.fail_at(call, fake::Fault::half_done, false);
    REQUIRE(box->put(SeatId{2}, 1, input("second")));
    REQUIRE(box->put(SeatId{1}, 2, input("third")));
    CHECK(disk.contents().size() == 1);
    CHECK(read_again(disk) == box->read_all());
    CHECK(read_again(disk).size() == 2);
  }
}

TEST_CASE("R65 when the disk fails for good, no ballot is confirmed any more and those before are kept") {
  Disk disk;
  auto box = new_box(disk);
  REQUIRE(box);
  REQUIRE(box->put(SeatId{1}, 1, input("first")));
  disk.fail_at(1, fake::Fault::nothing_done, true);
  const auto put = box->put(SeatId{2}, 1, input("second"));
  REQUIRE(!put);
  CHECK(put.error().sentence.find("confirmed before are safe") != std::string::npos);
  CHECK(!box->put(SeatId{3}, 1, input("third")));
  CHECK(box->read_all() == std::vector<SealedBallot>{{SeatId{1}, 1, input("first")}});
  disk.stop_failing();
  CHECK(read_again(disk) == box->read_all());
  CHECK(box->put(SeatId{3}, 1, input("third")));  // a box that failed is written anew with the next input
  CHECK(read_again(disk) == std::vector<SealedBallot>{{SeatId{1}, 1, input("first")}, {SeatId{3}, 1, input("third")}});
}

TEST_CASE("R273 a box whose file is removed, replaced or emptied underneath is written anew with all it held") {
  for (const int change : {0, 1, 2}) {
    Disk disk;
    auto box = new_box(disk);
    REQUIRE(box);
    REQUIRE(box->put(SeatId{1}, 1, input("first")));
    if (change == 0) REQUIRE(disk.remove(path));
    if (change == 1) REQUIRE((disk.remove(path) && disk.create(path)));
    if (change == 2) REQUIRE((*disk.open(path, Access::write))->truncate(0));
    REQUIRE(box->put(SeatId{2}, 1, input("second")));
    CHECK(read_again(disk) == std::vector<SealedBallot>{{SeatId{1}, 1, input("first")}, {SeatId{2}, 1, input("second")}});
  }
}

TEST_CASE("R273 damage to the first bytes of a box loses nothing, and damage to a slot is counted") {
  Disk disk;
  {
    auto box = new_box(disk);
    REQUIRE(box);
    for (std::uint32_t seat = 1; seat <= 3; ++seat) REQUIRE(box->put(SeatId{seat}, 1, input("input")));
  }
  const auto damage = [&](std::uint64_t at) {
    const std::vector<std::byte> odd(8, std::byte{0x5A});
    REQUIRE((*disk.open(path, Access::write))->write_at(at, odd));
  };
  damage(0);
  damage(40);
  {
    const auto box = old_box(disk);
    REQUIRE(box);
    CHECK(box->read_all().size() == 3);
    CHECK(box->unreadable_seats() == 0);
  }
  constexpr std::uint64_t half = (16 + max_ballot + 511) / 512 * 512;
  damage(512 + 2 * half + 4);  // the second seat's first half
  const auto box = old_box(disk);
  REQUIRE(box);
  CHECK(box->read_all().size() == 2);
  CHECK(box->unreadable_seats() == 1);
}

TEST_CASE("ballot box format 1: the bytes of a box with one ballot are as the description says") {
  Disk disk;
  {
    auto box = new_box(disk);
    REQUIRE(box);
    REQUIRE(box->put(SeatId{2}, 0x01020304, input("dots")));
  }
  const Bytes bytes = disk.contents().at(path);
  const auto word = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value |= std::to_integer<std::uint32_t>(bytes.at(at + i)) << (8 * i);
    return value;
  };
  const std::span<const std::byte> all(bytes);
  CHECK(contains(Bytes(bytes.begin(), bytes.begin() + 8), "STNDBOX\n"));
  CHECK(word(8) == (1u | 512u << 16));
  CHECK(word(12) == 16'896);  // 16 + 16,384, rounded up to sectors
  CHECK(std::to_integer<int>(bytes[16]) == 9);
  CHECK(word(32) == 77);
  CHECK(word(60) == crc32c(0, all.first(60)));
  const std::size_t half = 512 + 2 * 16'896;  // seat 2, first half
  CHECK(word(half + 4) == 2);
  CHECK(word(half + 8) == 0x01020304);
  CHECK(word(half + 12) == 4);
  CHECK(word(half) == crc32c(word(60), all.subspan(half + 4, 16)));
  CHECK(bytes.size() == half + 20);
}

TEST_CASE("wiping overwrites memory and empties it") {
  Bytes secret = input("secret");
  const std::byte* const where = secret.data();
  wipe(secret);
  CHECK(secret.empty());
  CHECK(secret.data() == where);  // the memory is still ours to look at
  secret.resize(6, std::byte{0xEE});
  std::vector<SealedBallot> ballots = {{SeatId{1}, 1, input("x")}};
  wipe(ballots);
  CHECK(ballots.empty());
}

}  // namespace standpoint::ballot_box_test
