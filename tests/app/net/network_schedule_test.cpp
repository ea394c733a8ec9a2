// A thousand small sessions over a bad network: whatever is dropped, repeated, delayed or killed, every command is done
// once or refused, every ballot counts once, and every screen ends with the same workshop as the file.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "core/file/replay.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/audience.h"
#include "tests/app/net/bad_network.h"

namespace standpoint::network_schedule_test {
namespace {

constexpr std::uint64_t schedules = 1000;
constexpr std::int64_t tick_ms = 10;
constexpr std::int64_t busy_ms = 2'500;     // so long people do things and the network is bad
constexpr std::int64_t most_ms = 120'000;   // everything must have come to rest by then
const std::string path = "team.standpoint";
const SeatId facilitator{1};
const Key facilitator_token{1};

struct Person {
  Key token;
  std::string name;
  Role role;
};
const std::vector<Person> people = {{facilitator_token, "Nadia Okafor", Role::facilitator}, {{2}, "Priya Raman", Role::participant},
                                    {{3}, "Lars Holm", Role::participant},                  {{4}, "Mei Tanaka", Role::participant},
                                    {{5}, "Olga Lind", Role::observer},                     {{6}, "Stage", Role::stage}};

// What a person did: enough to find it again.
struct Done {
  SeatId by;
  std::uint32_t counter = 0;
  Action action;
};

std::vector<Command> opening() {
  SampleRoom made;
  made.workshop = {};
  made.events.clear();
  made.act({}, StartSession{"Checkout relaunch", ""});
  made.join("Nadia Okafor", Role::facilitator);
  std::vector<Item> items;
  for (const char* name : {"Maya Brandt", "Ruth Adeyemi", "Helena Voss"}) items.emplace_back(made.add_stakeholder(facilitator, name));
  const BoardId canvas = made.add_board(BoardKind::canvas, "Power and interest");
  made.add_vote(items, 3, 2);
  made.add_vote(items, 3, 2, Secrecy::named);
  made.add_placing(canvas, items);
  std::vector<Command> commands;
  for (const Event& event : made.events) commands.push_back({event.by, event.counter, event.action});
  return commands;
}

OpenedSession new_session(FileSystem& files) {
  static const std::vector<Command> commands = opening();
  Result<OpenedSession> made = create_session(files, path, {{1}, sample_start_ms}, commands);
  REQUIRE(made);
  return std::move(*made);
}

class Schedule {
 public:
  Schedule(std::uint64_t seed, bool kills)
      : random_{seed * 31 + 5}, kills_(kills), network_(seed, disk_, new_session(disk_), path) {
    network_.expect(facilitator_token, facilitator);
    for (const Person& person : people)
      visitors_.push_back(std::make_unique<Visitor>([this, token = person.token] { return network_.connect(token); }, Visitor::Keys{person.token, {}, ""}));
  }

  void run() {
    for (now_ms_ = 0; now_ms_ < busy_ms; now_ms_ += tick_ms) {
      if (kills_ && random_.chance(120)) network_.kill_host();
      step();
      for (std::size_t i = 0; i < people.size(); ++i)
        if (random_.chance(12)) do_something(i);
    }
    network_.faults.on = false;
    for (; now_ms_ < most_ms && !at_rest(); now_ms_ += tick_ms) {
      step();
      move_agenda(0, 1);
    }
  }
  void check_everything();
  const BadNetwork& network() const { return network_; }

 private:
  void step() {
    network_.step(now_ms_);
    for (std::size_t i = 0; i < people.size(); ++i) {
      visitors_[i]->step(now_ms_);
      if (visitors_[i]->stage() == Visitor::Stage::at_door) visitors_[i]->join(people[i].name, people[i].role);
    }
  }
  bool at_rest() const;
  void do_something(std::size_t person);
  void move_agenda(std::size_t person, std::uint32_t one_in);
  Action something(const Workshop&, SeatId);
  Action something_on_map(const Workshop&, SeatId);
  Action layers_moved(const Workshop&);
  void issue(std::size_t person, const Action& action);
  void check_log();
  void check_ballots() const;
  void check_screens() const;
  std::vector<Event> events_in_file();

  Random random_;
  bool kills_;
  fake::Disk disk_;
  BadNetwork network_;
  std::vector<std::unique_ptr<Visitor>> visitors_;
  std::vector<Done> done_;
  std::int64_t now_ms_ = 0;
};

bool Schedule::at_rest() const {
  const Workshop& truth = network_.room().workshop();
  const bool finished = std::all_of(truth.activities.begin(), truth.activities.end(), [](const Activity& a) { return a.phase == Phase::revealed; });
  return finished && std::all_of(visitors_.begin(), visitors_.end(), [&](const auto& visitor) {
    return visitor->connected() && visitor->replica().all_answered() && visitor->replica().confirmed().sequence == truth.sequence;
  });
}

// ---- what people do ----

void Schedule::issue(std::size_t person, const Action& action) {
  Visitor& visitor = *visitors_[person];
  done_.push_back({visitor.replica().seat(), visitor.issue(action), action});
}

void Schedule::do_something(std::size_t person) {
  Visitor& visitor = *visitors_[person];
  if (visitor.stage() != Visitor::Stage::joined || visitor.replica().confirmed().activities.empty()) return;
  if (people[person].role == Role::facilitator && random_.chance(3)) return move_agenda(person, 2);
  if (people[person].role == Role::stage) return;
  if (people[person].role == Role::facilitator && random_.chance(4)) return issue(person, layers_moved(visitor.replica().shown()));
  issue(person, something(visitor.replica().shown(), visitor.replica().seat()));
}

// The next step of the first activity that is not revealed. One wish at a time.
void Schedule::move_agenda(std::size_t person, std::uint32_t one_in) {
  Visitor& visitor = *visitors_[person];
  if (!visitor.connected() || !visitor.replica().all_answered() || !random_.chance(one_in)) return;
  for (const Activity& activity : visitor.replica().confirmed().activities) {
    if (activity.phase == Phase::planned) return issue(person, OpenActivity{activity.id});
    if (activity.phase == Phase::open) return issue(person, CloseActivity{activity.id});
    if (activity.phase == Phase::closed) return issue(person, RevealActivity{activity.id, {}});
  }
}

// Observers try too and are refused.
Action Schedule::something(const Workshop& shown, SeatId seat) {
  for (const Activity& activity : shown.activities) {
    if (activity.phase != Phase::open || random_.chance(4)) continue;
    const Item item = items_of(activity)[random_.below(items_of(activity).size())];
    if (activity.kind == ActivityKind::place) return SealInput{activity.id, PlacementSheet{{{item, random_.point()}}}};
    return SealInput{activity.id, Ballot{{{item, static_cast<std::uint16_t>(1 + random_.below(2))}}}};
  }
  return something_on_map(shown, seat);
}

Action Schedule::something_on_map(const Workshop& shown, SeatId seat) {
  const StakeholderId someone = random_.id_in(shown.stakeholders);
  const TieKind kind = random_.chance(2) ? TieKind::conflicts_with : TieKind::supports;
  const auto new_id = [&](auto id) { return mint<decltype(id)>(seat, next_nth(shown, seat)); };
  switch (random_.below(8)) {
    case 0: return AddTie{{new_id(TieId()), someone, random_.id_in(shown.stakeholders), kind, 1, ""}};
    case 1: return ChangeTie{random_.id_in(shown.ties), random_.chance(2) ? std::optional(someone) : std::nullopt, {}, kind};
    case 2: return RemoveItems{{}, {random_.id_in(shown.ties)}, {}};
    case 3: case 4: {
      ChangeStakeholder described{someone};
      described.stance = static_cast<Stance>(random_.below(stance_count));
      described.desired_stance = static_cast<Stance>(random_.below(stance_count));
      return described;
    }
    case 5:
      if (shown.stakeholders.size() < 12) return AddStakeholder{stakeholder_named(new_id(StakeholderId()), "Somebody")};
      if (find(shown, someone)->name == "Somebody") return RemoveItems{{someone}, {}, {}};
      [[fallthrough]];
    default: {
      const BoardPoint at = random_.point();
      return MoveStakeholders{{{someone, true, at, ring_at(at)}}};
    }
  }
}

// Another activity comes onto the stage, or one opens or closes its layers.
Action Schedule::layers_moved(const Workshop& shown) {
  const Activity& activity = shown.activities[random_.below(shown.activities.size())];
  if (random_.chance(2)) return ShowOnStage{{shown.boards.front().id, activity.id}};
  ChangeActivity layers{activity.id};
  layers.show_stance = random_.chance(2);
  layers.show_conflicts = random_.chance(2);
  return layers;
}

// ---- what must be so ----

std::vector<Event> Schedule::events_in_file() {
  Result<OpenedSession> file = open_session(disk_, path, OpenFor::reading);
  REQUIRE(file);
  std::vector<Event> events;
  for (std::uint64_t n = 1; n <= file->replay.last_sequence(); ++n) events.push_back(file->replay.event(n));
  return events;
}

void Schedule::check_log() {
  Result<OpenedSession> file = open_session(disk_, path, OpenFor::reading);
  REQUIRE(file);
  CHECK(file->report.state == LogState::sound);
  CHECK(hash_of(file->workshop) == hash_of(network_.room().workshop()));
  CHECK(file->replay.latest() == network_.room().workshop());
  std::map<std::pair<SeatId, std::uint32_t>, std::uint64_t> in_log;
  for (const Event& event : events_in_file())
    if (event.counter != 0) CHECK_MESSAGE(in_log.emplace(std::pair(event.by, event.counter), event.sequence).second, "done twice: event ", event.sequence);
  for (const Done& one : done_) {
    const auto told = network_.answers.find({one.by, one.counter});
    REQUIRE_MESSAGE(told != network_.answers.end(), "a command was never answered");
    const auto found = in_log.find({one.by, one.counter});
    for (const std::uint64_t sequence : told->second.acknowledged) CHECK((sequence == 0 || (found != in_log.end() && found->second == sequence)));
    if (std::holds_alternative<SealInput>(one.action)) CHECK(found == in_log.end());
    else CHECK(((found != in_log.end()) == !told->second.acknowledged.empty()));
  }
}

// The last input of a seat that was acknowledged counts, or a later one of it that was kept but never acknowledged
// because the host died. Every seat counts once.
void Schedule::check_ballots() const {
  for (const Activity& activity : network_.room().workshop().activities) {
    std::map<SeatId, std::vector<Input>> may_count;
    std::set<SeatId> must_count;
    for (const Done& one : done_) {
      const auto* seal = std::get_if<SealInput>(&one.action);
      if (seal == nullptr || seal->activity != activity.id) continue;
      const bool kept = !network_.answers.at({one.by, one.counter}).acknowledged.empty();
      if (kept) may_count[one.by].clear();
      if (kept) must_count.insert(one.by);
      may_count[one.by].push_back(seal->input);
    }
    CHECK(activity.inputs.size() >= must_count.size());
    CHECK(activity.inputs.size() <= may_count.size());
    std::set<SeatId> counted;
    for (const RevealedInput& input : activity.inputs) {
      CHECK((activity.secrecy == Secrecy::anonymous) == !input.seat);
      if (!input.seat) continue;
      CHECK(counted.insert(input.seat).second);
      const std::vector<Input>& of_seat = may_count[input.seat];
      CHECK(std::find(of_seat.begin(), of_seat.end(), input.input) != of_seat.end());
    }
    if (activity.secrecy == Secrecy::named) CHECK(std::includes(counted.begin(), counted.end(), must_count.begin(), must_count.end()));
  }
  for (const auto& file : disk_.contents()) CHECK_MESSAGE(file.first.find("ballots") == std::string::npos, file.first);
}

void Schedule::check_screens() const {
  const Workshop& truth = network_.room().workshop();
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Replica& replica = visitors_[i]->replica();
    CHECK(hash_of(as_seen_by(people[i].role, replica.confirmed())) == hash_of(as_seen_by(people[i].role, truth)));
    CHECK(replica.shown() == replica.confirmed());
    CHECK(find(replica.confirmed(), replica.seat())->name == people[i].name);
  }
}

void Schedule::check_everything() {
  REQUIRE_MESSAGE(at_rest(), "not at rest after two minutes");
  check_log();
  check_ballots();
  check_screens();
}

}  // namespace

TEST_CASE("a thousand sessions over lines that drop, repeat, delay and break, and a host that dies: everything once, and everywhere the same") {
  int kills = 0, dropped = 0, repeated = 0;
  for (std::uint64_t seed = 1; seed <= schedules; ++seed) {
    INFO("seed ", seed);
    Schedule schedule(seed, seed % 3 == 0);
    schedule.run();
    schedule.check_everything();
    kills += schedule.network().kills();
    dropped += schedule.network().dropped();
    repeated += schedule.network().repeated();
  }
  MESSAGE("dropped ", dropped, ", repeated ", repeated, ", hosts killed ", kills);
  CHECK(dropped > 10'000);
  CHECK(repeated > 10'000);
  CHECK(kills > 300);
}

}  // namespace standpoint::network_schedule_test
