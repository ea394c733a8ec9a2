// Every state that a crash or a failing disk can leave: the session file and the ballot box over a disk in memory that
// forgets, tears and reorders. Nothing acknowledged may be lost, nothing may be there twice, and recovery that is itself
// interrupted or repeated ends in the same place.
#include <doctest/doctest.h>

#include <functional>
#include <numeric>
#include <string>
#include <vector>

#include "core/file/ballot_box.h"
#include "core/file/session_log.h"
#include "tests/core/file/fake_file_system.h"
#include "tests/core/file/log_samples.h"

namespace standpoint::crash_test {
namespace {

using fake::Disk;
using fake::Fault;
using fake::Files;
using namespace samples;

constexpr std::uint64_t seed = 20260801;  // chooses among states where there are too many to visit all

// What a program had been told before it died.
struct Told {
  bool created = false;
  std::uint64_t acknowledged = 0;
  std::uint64_t submitted = 0;
};

// Event 12 crosses sectors; the file grows ahead with the first group, and again with a later one.
const std::vector<std::uint64_t> group_sizes = {1, 3, 9, 1, 2, 4, 4, 10, 14, 9, 5};

// Creates the session if it is not there, then appends the groups that are missing, until something fails.
void run_session(Disk& disk, Told& told) {
  const auto there = disk.exists(session_path);
  auto opened = there && *there ? SessionLog::open(disk, session_path, OpenFor::writing).map([](OpenedLog&& found) { return std::move(found.log); })
                                : SessionLog::create(disk, session_path, identity);
  if (!opened) return;
  told.created = opened->writable();
  for (const std::uint64_t count : group_sizes) {
    const std::uint64_t first = opened->last_sequence() + 1;
    told.submitted = std::max(told.submitted, first + count - 1);
    if (!append_events(*opened, first, count)) return;
    told.acknowledged = opened->last_sequence();
  }
}

// Recovers from `files` and counts a violation if anything promised is not kept.
std::string why_wrong(const Files& files, const Told& told) {
  Disk disk(files);
  std::uint64_t found = 0;
  {
    auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
    if (!opened) return told.created ? "does not open: " + opened.error().sentence : "";
    // Cut off in its first group, of which nobody was told: it is left as it is.
    if (opened->report.state == LogState::damaged && opened->report.safe_events == 0 && told.acknowledged == 0)
      return disk.contents() == files ? "" : "what was cut off was changed";
    if (opened->report.state == LogState::damaged) return "called damaged";
    found = sound_events(opened->log);
    if (found < told.acknowledged) return "lost an acknowledged event";
    if (found > told.submitted) return "has an event that is wrong or was never sent";
  }
  const Files recovered = disk.contents();
  {
    auto again = SessionLog::open(disk, session_path, OpenFor::writing);
    if (!again) return "does not open a second time";
    if (again->report.state != LogState::sound) return "second recovery found something to do";
    if (disk.contents() != recovered) return "second recovery changed something";
    if (sound_events(again->log) != found) return "second recovery found other events";
    if (!append_events(again->log, found + 1, 2)) return "cannot go on";
  }
  const auto after = SessionLog::open(disk, session_path, OpenFor::reading);
  return after && after->report.state == LogState::sound && sound_events(after->log) == found + 2 ? "" : "what came after is not sound";
}

struct Tally {
  std::uint64_t states = 0;
  std::uint64_t wrong = 0;
  std::string first;

  void add(const std::string& why) {
    ++states;
    if (why.empty()) return;
    if (wrong++ == 0) first = why;
  }
};

// Runs `program` on a copy of `start` once for each call at which the power may go, and visits every state after it.
template <class Promise>
void for_each_crash(const Files& start, std::size_t limit, const std::function<void(Disk&)>& prepare, const std::function<void(Disk&, Promise&)>& program,
                    const std::function<void(const Files&, const Promise&)>& visit) {
  for (std::uint64_t calls = 0;; ++calls) {
    Disk disk(start);
    prepare(disk);
    disk.lose_power_after(calls);
    Promise promise;
    program(disk, promise);
    disk.visit_crash_states(seed + calls, limit, [&](const Files& files) { visit(files, promise); });
    if (disk.changes() < calls) return;
  }
}

void no_preparation(Disk&) {}

}  // namespace

TEST_CASE("R40 a crash at any call of a session loses no acknowledged event, whatever the disk did with unsynced writes") {
  Tally tally;
  for_each_crash<Told>({}, 100'000, no_preparation, run_session, [&](const Files& files, const Told& told) { tally.add(why_wrong(files, told)); });
  MESSAGE("crash states of a session: ", tally.states);
  CHECK_MESSAGE(tally.wrong == 0, tally.first);
  CHECK(tally.states >= 1000);
}

TEST_CASE("a crash during recovery from a crash loses no acknowledged event") {
  Tally tally;
  std::uint64_t seen = 0;
  for_each_crash<Told>({}, 60, no_preparation, run_session, [&](const Files& files, const Told& told) {
    if (!told.created || ++seen % 6 != 0) return;
    for_each_crash<Told>(
        files, 16, no_preparation,
        [&](Disk& disk, Told& later) {
          later = told;
          later.submitted = told.submitted + std::accumulate(group_sizes.begin(), group_sizes.end(), std::uint64_t{0});  // recovery may add all groups once more
          Told added;
          run_session(disk, added);
          later.acknowledged = std::max(told.acknowledged, added.acknowledged);
        },
        [&](const Files& after, const Told& later) { tally.add(why_wrong(after, later)); });
  });
  MESSAGE("crash states of a recovery: ", tally.states);
  CHECK_MESSAGE(tally.wrong == 0, tally.first);
  CHECK(tally.states >= 3000);
}

TEST_CASE("a disk failure at any call, once or for good, and a crash after it lose no acknowledged event") {
  Tally tally;
  for (const bool for_good : {false, true}) {
    for (const Fault fault : {Fault::nothing_done, Fault::half_done, Fault::all_done}) {
      for (std::uint64_t call = 1; call <= 16; ++call) {
        for_each_crash<Told>(
            {}, 20, [&](Disk& disk) { disk.fail_at(call, fault, for_good); }, run_session,
            [&](const Files& files, const Told& told) { tally.add(why_wrong(files, told)); });
      }
    }
  }
  MESSAGE("crash states after a disk failure: ", tally.states);
  CHECK_MESSAGE(tally.wrong == 0, tally.first);
  CHECK(tally.states >= 10'000);
}

TEST_CASE("a session opened again after a failed sync does not build on pages that never reached the disk") {
  // No crash in between: the second run still sees what the failed sync of the first one forgot.
  Tally tally;
  for (std::uint64_t call = 1; call <= 16; ++call) {
    for (const Fault fault : {Fault::nothing_done, Fault::half_done}) {
      Told before;
      const auto fail_then_heal = [&](Disk& disk) {
        before = Told();
        disk.fail_at(call, fault, true);
        run_session(disk, before);
        disk.stop_failing();
      };
      const auto run_again = [&](Disk& disk, Told& told) {
        told = before;
        run_session(disk, told);
        told.acknowledged = std::max(told.acknowledged, before.acknowledged);
      };
      for_each_crash<Told>({}, 24, fail_then_heal, run_again,
                           [&](const Files& files, const Told& told) { tally.add(why_wrong(files, told)); });
    }
  }
  MESSAGE("crash states after opening again: ", tally.states);
  CHECK_MESSAGE(tally.wrong == 0, tally.first);
  CHECK(tally.states >= 1000);
}

TEST_CASE("a crash at any call of a repair leaves the original whole, and the new file whole or absent") {
  Files start;
  {
    Disk disk;
    Told told;
    run_session(disk, told);
    start = disk.contents();
  }
  start[session_path][group_offset(2)] ^= std::byte{0x40};
  const std::string out = "s/repaired.standpoint";
  Tally tally;
  struct Promise {
    bool repaired = false;
  };
  for_each_crash<Promise>(
      start, 400, no_preparation, [&](Disk& disk, Promise& promise) { promise.repaired = repair_session(disk, session_path, out).has_value(); },
      [&](const Files& files, const Promise& promise) {
        const bool original_whole = files.at(session_path) == start.at(session_path);
        Disk disk(files);
        const LogReport report = inspect_session(disk, out);
        const bool there = files.count(out) != 0;
        const bool whole = there && report.state == LogState::sound && report.safe_events == 1;
        tally.add(original_whole && (whole || (!there && !promise.repaired)) ? "" : "repair went wrong");
      });
  MESSAGE("crash states of a repair: ", tally.states);
  CHECK_MESSAGE(tally.wrong == 0, tally.first);
  CHECK(tally.states >= 50);
}

// ------------------------------------------------------------------------------------------------ the ballot box

namespace {

const std::string box_path = BallotBox::path_for(session_path, ActivityId{42});

// The input that a seat gives with its n-th command: large ones cross sectors.
std::vector<std::byte> ballot_of(std::uint32_t seat, std::uint32_t counter) { return event_payload(seat * 26ull + counter * 12ull); }

struct BoxTold {
  bool created = false;
  bool destroy_asked = false;
  bool destroyed = false;
  std::vector<std::uint32_t> acknowledged = std::vector<std::uint32_t>(4);  // highest counter by seat
  std::vector<std::uint32_t> submitted = std::vector<std::uint32_t>(4);
};

Result<BallotBox> box_on(Disk& disk) {
  const auto there = disk.exists(box_path);
  if (!there) return failed(there.error());
  return *there ? BallotBox::open(disk, box_path, identity.uuid, ActivityId{42}) : BallotBox::create(disk, box_path, identity.uuid, ActivityId{42});
}

// Seats vote, change their minds, come late; several in one go too. Then the box is destroyed if `to_the_end`.
void run_vote(Disk& disk, BoxTold& told, bool to_the_end) {
  auto box = box_on(disk);
  if (!box) return;
  told.created = true;
  const std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> calls = {{{2, 1}}, {{1, 1}, {2, 1}}, {{2, 2}}, {{2, 2}}, {{1, 3}, {2, 7}}, {{1, 4}}};
  for (const auto& call : calls) {
    std::vector<std::vector<std::byte>> inputs;
    for (const auto& [seat, counter] : call) inputs.push_back(ballot_of(seat, counter));
    std::vector<BallotView> views;
    for (std::size_t i = 0; i < call.size(); ++i) {
      views.push_back({SeatId{call[i].first}, call[i].second, inputs[i]});
      told.submitted[call[i].first] = std::max(told.submitted[call[i].first], call[i].second);
    }
    if (!box->put(views)) return;
    for (const auto& [seat, counter] : call) told.acknowledged[seat] = std::max(told.acknowledged[seat], counter);
  }
  if (!to_the_end) return;
  told.destroy_asked = true;
  told.destroyed = BallotBox::destroy(disk, box_path).has_value();
}

std::string why_box_wrong(const Files& files, const BoxTold& told) {
  Disk disk(files);
  if (told.destroy_asked) {
    // After the reveal only one thing matters: destroying again always ends with nothing left.
    if (told.destroyed && files.count(box_path) != 0) return "a destroyed box came back";
    if (!BallotBox::destroy(disk, box_path)) return "cannot be destroyed";
    return disk.contents().empty() ? "" : "something is left after destroying";
  }
  auto box = box_on(disk);
  if (!box) return told.created ? "does not open: " + box.error().sentence : "";
  std::vector<std::uint32_t> found(4);
  for (const SealedBallot& ballot : box->read_all()) {
    if (found[ballot.seat.value] != 0) return "a seat counts twice";
    found[ballot.seat.value] = ballot.counter;
    if (ballot.input != ballot_of(ballot.seat.value, ballot.counter)) return "a wrong input";
  }
  for (std::size_t seat = 1; seat < found.size(); ++seat) {
    if (found[seat] < told.acknowledged[seat]) return "lost an acknowledged ballot";
    if (found[seat] > told.submitted[seat]) return "a ballot that was never sent";
  }
  const auto before = box->read_all();
  const Files once = disk.contents();
  box = failed("Closed.");
  auto again = box_on(disk);
  if (!again || again->read_all() != before || disk.contents() != once) return "opening twice is not the same";
  const SealedBallot late{SeatId{3}, 9, ballot_of(3, 9)};
  if (!again->put(late.seat, late.counter, late.input)) return "cannot go on";
  again = failed("Closed.");
  const auto after = box_on(disk)->read_all();
  return after.back() == late && after.size() == before.size() + (found[3] == 0 ? 1 : 0) ? "" : "what came after is not there";
}

}  // namespace

TEST_CASE("R63 a crash at any call of a vote loses no acknowledged ballot and counts none twice") {
  Tally tally;
  for_each_crash<BoxTold>(
      {}, 100'000, no_preparation, [](Disk& disk, BoxTold& told) { run_vote(disk, told, false); },
      [&](const Files& files, const BoxTold& told) { tally.add(why_box_wrong(files, told)); });
  MESSAGE("crash states of a vote: ", tally.states);
  CHECK_MESSAGE(tally.wrong == 0, tally.first);
  CHECK(tally.states >= 300);
}

TEST_CASE("a disk failure at any call of a vote and a crash after it lose no acknowledged ballot") {
  Tally tally;
  for (const bool for_good : {false, true}) {
    for (const Fault fault : {Fault::nothing_done, Fault::half_done, Fault::all_done}) {
      for (std::uint64_t call = 1; call <= 18; ++call) {
        for_each_crash<BoxTold>(
            {}, 3, [&](Disk& disk) { disk.fail_at(call, fault, for_good); }, [](Disk& disk, BoxTold& told) { run_vote(disk, told, false); },
            [&](const Files& files, const BoxTold& told) { tally.add(why_box_wrong(files, told)); });
      }
    }
  }
  MESSAGE("crash states of a vote after a disk failure: ", tally.states);
  CHECK_MESSAGE(tally.wrong == 0, tally.first);
  CHECK(tally.states >= 1500);
}

TEST_CASE("a box opened again after a failed sync does not count ballots that never reached the disk as kept") {
  Tally tally;
  for (std::uint64_t call = 1; call <= 18; ++call) {
    const auto fail_then_heal = [&](Disk& disk) {
      BoxTold before;
      disk.fail_at(call, Fault::nothing_done, true);
      run_vote(disk, before, false);
      disk.stop_failing();
    };
    // Whatever an opened box shows as sealed, the room believes.
    const auto look = [](Disk& disk, BoxTold& told) {
      told.submitted = {0, 4, 7, 0};
      const auto box = box_on(disk);
      if (!box) return;
      told.created = true;
      for (const SealedBallot& ballot : box->read_all()) told.acknowledged[ballot.seat.value] = ballot.counter;
    };
    for_each_crash<BoxTold>({}, 6, fail_then_heal, look, [&](const Files& files, const BoxTold& told) { tally.add(why_box_wrong(files, told)); });
  }
  CHECK_MESSAGE(tally.wrong == 0, tally.first);
  CHECK(tally.states >= 100);
}

TEST_CASE("a crash at any call while a box is destroyed leaves a box that can be destroyed, and nothing after it") {
  Tally tally;
  for_each_crash<BoxTold>(
      {}, 300, no_preparation, [](Disk& disk, BoxTold& told) { run_vote(disk, told, true); },
      [&](const Files& files, const BoxTold& told) {
        if (told.destroy_asked) tally.add(why_box_wrong(files, told));
      });
  MESSAGE("crash states of a destruction: ", tally.states);
  CHECK_MESSAGE(tally.wrong == 0, tally.first);
  CHECK(tally.states >= 40);
}

}  // namespace standpoint::crash_test
