// The whole core under one seed: a room on a disk that loses power, five screens on links that get lost, random actions
// with removals, undo, secret inputs and reveals. In the end room, screens and the replayed file agree.
#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <set>

#include "core/activities/activities.h"
#include "core/file/session_store.h"
#include "core/room/replica.h"
#include "core/room/room.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/audience.h"
#include "core/workshop/undo.h"
#include "tests/core/file/fake_file_system.h"
#include "tests/core/samples/every_action.h"
#include "tests/core/samples/random_actions.h"

namespace standpoint::fuzz_test {

namespace {

const std::string path = "sessions/fuzz.standpoint";
const SessionIdentity identity{{9, 9, 9}, sample_start_ms};
constexpr int steps = 1200;

struct Screen {
  SeatId seat;  // none: joins as somebody new
  Replica replica;
  LinkId link = 0;  // 0: no link
  std::deque<ScreenMessage> up;
  std::deque<HostMessage> down;
  std::vector<Action> undo;
};

// What happened over all seeds, to see that the fuzz does something.
struct Tally {
  std::set<std::size_t> kinds;
  std::size_t events = 0, refused = 0, sealed = 0, crashes = 0, lost_links = 0;
};

class Fuzz {
 public:
  Fuzz(std::uint64_t seed, Tally& tally) : tally_(tally), actions_(seed), random_(actions_.random()), disk_(std::make_unique<fake::Disk>()) {
    const SampleWorkshop sample;
    {
      Result<OpenedSession> created = create_session(*disk_, path, identity, {});
      REQUIRE(created);
      REQUIRE(created->store->append(sample.events));
    }
    now_ = sample.workshop.changed_ms;
    made_before_ = sample.vote;
    open();
    for (const SeatId seat : {sample.nadia, sample.tomas, sample.priya, sample.stage, SeatId{}}) {
      screens_.emplace_back();
      screens_.back().seat = seat;
      connect(screens_.back());
    }
  }

  void run() {
    for (int step = 0; step < steps; ++step) {
      now_ += static_cast<std::int64_t>(random_.below(3000)) - 500;  // clocks are set back, too
      Screen& screen = screens_[random_.chance(2) ? 0 : random_.below(screens_.size())];
      switch (random_.below(10)) {
        case 0: case 1: case 2: act(screen); break;
        case 3: case 4: speak(screen, 1 + random_.below(4)); break;
        case 5: case 6: commit(); break;
        default: listen(screen, 1 + random_.below(40));
      }
      if (random_.chance(100)) lose_link(screen);
      if (random_.chance(60)) pass_by();
      if (random_.chance(400)) crash();
      if (screen.link == 0 && random_.chance(4)) connect(screen);
    }
    settle();
    compare();
  }

 private:
  void open() {
    Result<OpenedSession> opened = open_session(*disk_, path, OpenFor::writing);
    REQUIRE_MESSAGE(opened.has_value(), (opened ? std::string() : opened.error().sentence));
    REQUIRE(opened->store->writable());
    session_ = std::move(*opened);
    room_ = std::make_unique<Room>(session_.workshop, *session_.store, *session_.store);
  }

  void connect(Screen& screen) {
    screen.link = ++links_;
    room_->connect(screen.link);
    Hello hello = screen.replica.hello("Ben", Role::participant);
    if (!hello.seat) hello.seat = screen.seat;
    screen.up.push_back(hello);
  }

  // Somebody joins, does nothing and is gone.
  void pass_by() {
    room_->connect(++links_);
    room_->hear(links_, Hello{{}, "Guest", Role::participant, 0}, now_);
    room_->disconnect(links_);
  }

  void lose_link(Screen& screen) {
    if (screen.link == 0) return;
    ++tally_.lost_links;
    room_->disconnect(screen.link);
    screen.link = 0;
    screen.up.clear();
    screen.down.clear();
  }

  // The power goes: every link is lost, and the disk holds one of the states it may be in.
  void crash() {
    ++tally_.crashes;
    for (Screen& screen : screens_) lose_link(screen);
    room_.reset();
    session_.store.reset();
    std::vector<fake::Files> states;
    disk_->visit_crash_states(random_.below(1000), 4, [&](const fake::Files& files) { states.push_back(files); });
    disk_ = std::make_unique<fake::Disk>(states[random_.below(states.size())]);
    open();
    for (Screen& screen : screens_) {
      if (screen.replica.confirmed().sequence > room_->workshop().sequence) FAIL("a screen was told an event that is not on disk");
      connect(screen);
    }
  }

  // ---- what people do ----

  void act(Screen& screen) {
    const Workshop& shown = screen.replica.shown();
    SeatId by = screen.replica.seat();
    if (find(shown, by) == nullptr) return;
    for (const Seat& seat : shown.seats)
      if (seat.carried_by == by && random_.chance(3)) by = seat.id;
    Action action = something(screen, by);
    if (auto* reveal = std::get_if<RevealActivity>(&action)) reveal->inputs.clear();
    for (Action& back : inverses(shown, action)) screen.undo.push_back(std::move(back));
    if (const auto* seal = std::get_if<SealInput>(&action)) tried_[seal->activity].insert(by);
    const std::uint64_t receipt = std::holds_alternative<SealInput>(action) ? ++receipts_ : 0;
    const Command command = screen.replica.issue(by, std::move(action), receipt);
    if (screen.link != 0) screen.up.push_back(command);
  }

  Action something(Screen& screen, SeatId by) {
    const Workshop& shown = screen.replica.shown();
    if (random_.chance(5))
      if (std::optional<Action> seal = sealing(shown)) return *seal;
    if (random_.chance(8) && !screen.undo.empty()) {
      Action back = std::move(screen.undo.back());
      screen.undo.pop_back();
      return back;
    }
    switch (random_.below(30)) {
      case 0: return JoinSeat{next_seat(shown), "In turn", Role::participant, by};
      case 1: return LeaveSeat{random_.id_in(shown.seats)};
      case 2: return StartTimer{1000};
      case 3: return random_.chance(2) ? Action(StopTimer{}) : Action(AdjustTimer{1000});
      case 4: return ShowOnStage{{random_.id_in(shown.boards), random_.id_in(shown.activities)}};
      case 5: case 6: case 7: return step_of_a_round(shown);
      case 8: return ClearSeats{};
      default: return actions_.next(shown, by);
    }
  }

  // Opens, closes or reveals a round of secret inputs.
  Action step_of_a_round(const Workshop& shown) {
    std::vector<Action> possible;
    for (const Activity& activity : shown.activities) {
      if (activity.phase == Phase::planned || (activity.phase == Phase::closed && random_.chance(4))) possible.emplace_back(OpenActivity{activity.id});
      if (activity.phase == Phase::open) possible.emplace_back(CloseActivity{activity.id});
      if (activity.phase == Phase::closed && rules_of(activity).takes_inputs()) possible.emplace_back(RevealActivity{activity.id, {}});
    }
    return possible.empty() ? Action(StopTimer{}) : possible[random_.below(possible.size())];
  }

  std::optional<Action> sealing(const Workshop& shown) {
    for (const Activity& activity : shown.activities) {
      if (activity.phase != Phase::open || !rules_of(activity).takes_inputs() || items_of(activity).empty()) continue;
      const Item& item = items_of(activity)[random_.below(items_of(activity).size())];
      if (activity.kind == ActivityKind::place) return SealInput{activity.id, PlacementSheet{{{item, random_.point()}}}};
      return SealInput{activity.id, Ballot{{{item, static_cast<std::uint16_t>(1 + random_.below(3))}}}};
    }
    return std::nullopt;
  }

  // ---- links ----

  void speak(Screen& screen, std::size_t messages) {
    for (; messages > 0 && !screen.up.empty(); --messages) {
      room_->hear(screen.link, screen.up.front(), now_);
      screen.up.pop_front();
    }
    route();
  }

  void commit() {
    room_->commit();
    route();
  }

  void route() {
    for (const Told& told : room_->take_outbox())
      for (const LinkId link : *told.to)
        for (Screen& screen : screens_)
          if (screen.link == link) screen.down.push_back(told.message);
  }

  void listen(Screen& screen, std::size_t messages) {
    for (; messages > 0 && !screen.down.empty(); --messages) {
      const HostMessage message = std::move(screen.down.front());
      screen.down.pop_front();
      if (const auto* answer = std::get_if<Acknowledged>(&message); answer && answer->sequence == 0) note_sealed(screen, *answer);
      if (const auto* refused = std::get_if<Refused>(&message)) {
        ++tally_.refused;
        if (refused->refusal.why == Refusal::Why::storage) FAIL("the disk was fine");
        if (refused->counter == 0 && refused->refusal.why == Refusal::Why::not_found) seat_anew(screen);  // its empty seat was cleared
      }
      screen.replica.receive(message);
      if (std::holds_alternative<Welcome>(message))
        for (const Command& command : screen.replica.unanswered()) screen.up.push_back(command);
    }
  }

  void seat_anew(Screen& screen) {
    screen.replica = Replica();
    screen.undo.clear();
    screen.seat = {};
    screen.up.push_back(screen.replica.hello("Ben", Role::participant));
  }

  void note_sealed(const Screen& screen, const Acknowledged& answer) {
    ++tally_.sealed;
    for (const Command& command : screen.replica.unanswered())
      if (const auto* seal = std::get_if<SealInput>(&command.action); seal && command.by == answer.by && command.counter == answer.counter)
        acknowledged_[seal->activity].insert(command.by);
  }

  // ---- the end ----

  void settle() {
    for (Screen& screen : screens_)
      if (screen.link == 0) connect(screen);
    for (bool busy = true; busy;) {
      busy = false;
      for (Screen& screen : screens_) {
        busy |= !screen.up.empty();
        speak(screen, screen.up.size());
      }
      commit();
      for (Screen& screen : screens_) {
        busy |= !screen.down.empty();
        listen(screen, screen.down.size());
      }
    }
  }

  void compare() {
    const Result<OpenedSession> file = open_session(*disk_, path, OpenFor::reading);
    REQUIRE(file);
    const Workshop& truth = room_->workshop();
    CHECK(file->workshop == truth);
    for (const Screen& screen : screens_) {
      if (!screen.replica.seat()) continue;  // came while the lobby was locked
      const Seat* const seat = find(truth, screen.replica.seat());
      REQUIRE(seat);
      CHECK(screen.replica.unanswered().empty());
      CHECK(screen.replica.shown() == screen.replica.confirmed());
      CHECK(as_seen_by(seat->role, screen.replica.confirmed()) == as_seen_by(seat->role, truth));  // others' numbers are not told
      CHECK(next_nth(screen.replica.confirmed(), seat->id) == next_nth(truth, seat->id));
    }
    CHECK(screens_.front().replica.confirmed() == truth);
    for (const Activity& activity : truth.activities) compare_inputs(activity);
    for (std::uint64_t n = 1; n <= file->replay.last_sequence(); ++n) tally_.kinds.insert(file->replay.event(n).action.index());
    tally_.events += file->replay.last_sequence();
  }

  // A ballot whose acknowledgement the power took may count; one that was acknowledged must; none counts twice.
  void compare_inputs(const Activity& activity) {
    if (activity.phase != Phase::revealed || activity.kind != ActivityKind::vote || activity.id == made_before_) return;
    CHECK(activity.inputs.size() >= acknowledged_[activity.id].size());
    CHECK(activity.inputs.size() <= tried_[activity.id].size());
  }

  Tally& tally_;
  RandomActions actions_;
  Random& random_;
  std::unique_ptr<fake::Disk> disk_;
  OpenedSession session_;
  std::unique_ptr<Room> room_;
  std::vector<Screen> screens_;
  LinkId links_ = 0;
  std::uint64_t receipts_ = 0;
  std::int64_t now_ = 0;
  ActivityId made_before_;  // its inputs were never sealed here
  std::map<ActivityId, std::set<SeatId>> tried_, acknowledged_;
};

}  // namespace

TEST_CASE("room, screens and the replayed file agree after anything people, links and power may do") {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    CAPTURE(seed);
    Fuzz(seed, tally).run();
  }
  MESSAGE(tally.events << " events, " << tally.refused << " refused, " << tally.sealed << " sealed, " << tally.crashes << " crashes, "
                       << tally.lost_links << " lost links");
  CHECK(tally.events > 10000);
  CHECK(tally.events > tally.refused / 2);
  CHECK(tally.sealed > 1000);
  CHECK(tally.crashes > 100);
  // Everything but SealInput, which never stands in a file, and whole descriptions, which nobody may send any more.
  for (const Action& action : samples::every_action()) {
    const bool never = std::visit([](const auto& a) { return is_one_of<std::decay_t<decltype(a)>, SealInput> || is_whole_description<std::decay_t<decltype(a)>>; }, action);
    CAPTURE(action.index());
    CHECK((tally.kinds.count(action.index()) == 1) == !never);
  }
}

}  // namespace standpoint::fuzz_test
