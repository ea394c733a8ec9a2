// What leaves the host, byte by byte: everything that screens of every role are told, encoded as on a real line and recorded,
// while people vote, place and draw; live, to who missed a little and to who missed everything.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "core/audience.h"
#include "core/replica.h"
#include "core/wire.h"
#include "tests/core/room_fixture.h"

using namespace standpoint;

namespace {

constexpr LinkId nadias = 1, tomass = 2, priyas = 3, marcos = 4, olgas = 5, stages = 6;
constexpr LinkId every_link[] = {nadias, tomass, priyas, marcos, olgas, stages};
constexpr LinkId not_leading[] = {tomass, priyas, marcos, olgas, stages};
constexpr LinkId first_late = 100;

// The sample with a third participant; everybody's line is recorded, and anybody can come late.
struct Recording : SampleWorkshop {
  SeatId marco = join("Marco Bellini", Role::participant);
  Table table{*this};
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

  // Everything the link was told, as it goes over its line.
  Bytes bytes_to(LinkId link) const {
    Bytes all;
    for (const auto& [to, message] : table.told) {
      if (to != link) continue;
      const Bytes one = framed(message);
      all.insert(all.end(), one.begin(), one.end());
    }
    return all;
  }
  // What another screen of that seat is told now that has everything up to number `have`. It goes again.
  Bytes bytes_to_late(LinkId link, std::uint64_t have) {
    const auto told_before = table.told;
    const LinkId other = late++;
    table.room->connect(other);
    table.room->hear(other, Hello{seat_at(link), "", Role::participant, have}, table.now);
    table.commit();
    const Bytes bytes = bytes_to(other);
    table.room->disconnect(other);
    table.room->connect(link);  // the seat goes back to its own screen
    table.room->hear(link, Hello{seat_at(link), "", Role::participant, now().sequence}, table.now);
    table.commit();
    table.told = told_before;
    return bytes;
  }
  // Live, to who missed what happened since the start, and to who is told the workshop.
  std::array<Bytes, 3> every_way_to(LinkId link) { return {bytes_to(link), bytes_to_late(link, at_start), bytes_to_late(link, now().sequence + 1)}; }

  ActivityId open_activity(ActivityKind kind, Secrecy secrecy) {
    Activity asked;
    asked.id = mint<ActivityId>(nadia, next_nth(now(), nadia));
    asked.kind = kind;
    asked.title = "Who first?";
    asked.items = sorted_items({Item(ruth), Item(helena), Item(till)});
    asked.dots_per_person = kind == ActivityKind::vote ? 30 : 0;
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

bool contains(const Bytes& bytes, std::span<const std::byte> part) {
  return std::search(bytes.begin(), bytes.end(), part.begin(), part.end()) != bytes.end();
}
bool contains(const Bytes& bytes, std::string_view text) { return contains(bytes, std::as_bytes(std::span<const char>(text.data(), text.size()))); }

// The end of an input's bytes: who somebody is about and how many dots or which place they have.
Bytes telling_part(const Input& input) {
  const Bytes bytes = encoded(input);
  return {bytes.end() - 16, bytes.end()};
}

Bytes reveal_told(const Recording& recording, LinkId link) {
  for (const Event& event : recording.table.heard<Event>(link))
    if (std::holds_alternative<RevealActivity>(event.action)) return framed(HostMessage(event));
  return {};
}

constexpr std::array kinds = {ActivityKind::vote, ActivityKind::place};

}  // namespace

TEST_CASE("R100 on the wire: before the reveal nobody is told anything of a ballot or a placement, by no way") {
  for (const ActivityKind kind : kinds)
    for (const Secrecy secrecy : {Secrecy::anonymous, Secrecy::named}) {
      Recording recording;
      const ActivityId asked = recording.open_activity(kind, secrecy);
      const auto nobody_knows = [&](int sealed) {
        for (const LinkId link : every_link)
          for (const Bytes& way : recording.every_way_to(link))
            for (int n = 1; n <= sealed; ++n) CHECK_FALSE(contains(way, telling_part(recording.input(kind, n))));
      };
      recording.does(tomass, SealInput{asked, recording.input(kind, 1)});
      nobody_knows(1);
      recording.does(tomass, SealInput{asked, recording.input(kind, 2)});  // another mind
      recording.does(priyas, SealInput{asked, recording.input(kind, 3)});
      nobody_knows(3);
      recording.does(nadias, CloseActivity{asked});
      nobody_knows(3);
      recording.does(nadias, RevealActivity{asked, {}});
      for (const LinkId link : every_link) {
        bool one_knows = false;
        for (const Bytes& way : recording.every_way_to(link)) {
          one_knows = contains(way, telling_part(recording.input(kind, 3)));
          CHECK(one_knows);  // this is what is looked for, in these bytes
          CHECK_FALSE(contains(way, telling_part(recording.input(kind, 1))));  // a changed mind is nobody's business
        }
      }
    }
}

TEST_CASE("R100 on the wire: whose an anonymous ballot or placement was makes no difference to any byte anybody is told") {
  for (const ActivityKind kind : kinds) {
    std::map<LinkId, std::array<Bytes, 3>> first;
    std::array<int, 3> of_seat = {1, 2, 3};
    do {
      Recording recording;
      const ActivityId asked = recording.open_activity(kind, Secrecy::anonymous);
      recording.does(tomass, SealInput{asked, recording.input(kind, of_seat[0])});
      recording.does(priyas, SealInput{asked, recording.input(kind, of_seat[1])});
      recording.does(marcos, SealInput{asked, recording.input(kind, of_seat[2])});
      recording.does(nadias, CloseActivity{asked});
      recording.does(nadias, RevealActivity{asked, {}});
      for (const LinkId link : every_link) {
        const auto ways = recording.every_way_to(link);
        CHECK(first.emplace(link, ways).first->second == ways);
      }
    } while (std::next_permutation(of_seat.begin(), of_seat.end()));
  }
}

TEST_CASE("R100 on the wire: the order in which people answered is not in the reveal, and no placements of one person stand together") {
  for (const ActivityKind kind : kinds) {
    std::map<LinkId, Bytes> first;
    std::array<LinkId, 3> order = {tomass, priyas, marcos};
    do {
      Recording recording;
      const ActivityId asked = recording.open_activity(kind, Secrecy::anonymous);
      for (const LinkId link : order) recording.does(link, SealInput{asked, recording.input(kind, static_cast<int>(link))});
      recording.does(nadias, CloseActivity{asked});
      recording.does(nadias, RevealActivity{asked, {}});
      for (const LinkId link : every_link) {
        const Bytes told = reveal_told(recording, link);
        CHECK(!told.empty());
        CHECK(first.emplace(link, told).first->second == told);
      }
      for (const RevealedInput& input : find(recording.now(), asked)->inputs)
        if (const auto* sheet = std::get_if<PlacementSheet>(&input.input)) CHECK(sheet->placements.size() == 1);
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

TEST_CASE("R100 on the wire: the stage is told no name beside a named ballot or placement") {
  for (const ActivityKind kind : kinds) {
    std::array<Bytes, 3> first;
    for (const bool swapped : {false, true}) {
      Recording recording;
      const ActivityId asked = recording.open_activity(kind, Secrecy::named);
      recording.does(tomass, SealInput{asked, recording.input(kind, 1)});
      recording.does(nadias, CloseActivity{asked});
      recording.does(nadias, RevealActivity{asked, {}});
      for (const Bytes& way : recording.every_way_to(stages)) CHECK(contains(way, telling_part(recording.input(kind, 1))));
      for (const auto& told : recording.table.heard<Event>(stages))
        if (const auto* reveal = std::get_if<RevealActivity>(&told.action)) CHECK(!reveal->inputs.front().seat);
      if (swapped) CHECK(recording.every_way_to(stages) == first);
      first = recording.every_way_to(stages);
    }
  }
}

namespace {

// A session in which much is the facilitator's alone, and the activity on the stage shows neither stances nor conflicts.
struct Private : Recording {
  ActivityId talk = alignment;
  TieId conflict, friends;

  Stakeholder person(StakeholderId id) const { return *find(now(), id); }
  void show_layers(bool stance, bool conflicts) {
    Activity activity = *find(now(), talk);
    activity.show_stance = stance;
    activity.show_conflicts = conflicts;
    does(nadias, DescribeActivity{activity});
  }
  TieId tie_by_nadia(StakeholderId from, StakeholderId to, TieKind kind, std::string note) {
    const auto id = mint<TieId>(nadia, next_nth(now(), nadia));
    does(nadias, AddTie{{id, from, to, kind, 2, std::move(note)}});
    return id;
  }
  void describe(Stakeholder changed) { does(nadias, DescribeStakeholder{std::move(changed)}); }
  void private_things() {
    does(nadias, ShowOnStage{{map, talk}});
    show_layers(false, false);
    table.told.clear();
    at_start = now().sequence;
    does(nadias, WriteNotes{"Ask about the audit"});
    Stakeholder changed = person(ruth);
    changed.note = "Leaves in spring";
    changed.stance = Stance::resistant;
    changed.desired_stance = Stance::leading;
    describe(changed);
    conflict = tie_by_nadia(maya, lars, TieKind::conflicts_with, "Fought over the budget");
    friends = tie_by_nadia(mei, lars, TieKind::supports, "Since school");
    Tie turned = *find(now(), friends);
    turned.kind = TieKind::conflicts_with;
    turned.note = "Not any more";
    does(nadias, DescribeTie{turned});
  }
};

constexpr std::string_view secrets[] = {"Ask about the audit", "Leaves in spring", "Fought over the budget", "Not any more"};

void hear(Replica& replica, const Bytes& bytes) {
  const Result<std::vector<ToScreen>> messages = decoded_to_screen(bytes);
  REQUIRE(messages);
  for (const ToScreen& message : *messages) replica.receive(std::get<HostMessage>(message));
}

// What a screen that was told these bytes shows.
Workshop shown_after(Workshop start, const Bytes& bytes) {
  Replica replica(std::move(start));
  hear(replica, bytes);
  return replica.confirmed();
}

}  // namespace

TEST_CASE_FIXTURE(Private, "R126 on the wire: what is the facilitator's reaches nobody else, by no way") {
  private_things();
  for (const Bytes& way : every_way_to(nadias))
    for (const std::string_view secret : secrets) CHECK(contains(way, secret));
  for (const LinkId link : not_leading)
    for (const Bytes& way : every_way_to(link))
      for (const std::string_view secret : secrets) CHECK_FALSE(contains(way, secret));
  for (const LinkId link : not_leading) {
    const Workshop shown = shown_after({}, bytes_to_late(link, now().sequence + 1));
    CHECK(find(shown, ruth)->stance == Stance::neutral);
    CHECK(find(shown, ruth)->desired_stance == Stance::neutral);
    CHECK(find(shown, conflict) == nullptr);
    CHECK(find(shown, friends) == nullptr);
  }
  // Whatever the facilitator chose, the bytes are the same.
  Private other;
  other.private_things();
  table.told.clear();
  other.table.told.clear();
  for (Private* const one : {static_cast<Private*>(this), &other}) {
    Stakeholder changed = one->person(helena);
    changed.stance = one == this ? Stance::leading : Stance::unaware;
    one->describe(changed);
  }
  for (const LinkId link : not_leading) CHECK(every_way_to(link) == other.every_way_to(link));
}

TEST_CASE_FIXTURE(Private, "R126 on the wire: opening, closing and everything between leaves every screen with what its role may see") {
  std::map<LinkId, Workshop> shown;
  private_things();
  for (const LinkId link : every_link) shown[link] = as_seen_by(role_at(link), now());
  const auto after = [&](const char* what, const auto& step) {
    INFO(what);
    table.told.clear();
    at_start = now().sequence;
    std::map<LinkId, Workshop> before;
    for (const LinkId link : every_link) before[link] = as_seen_by(role_at(link), now());
    step();
    for (const LinkId link : every_link) {
      shown[link] = shown_after(shown[link], bytes_to(link));
      CHECK(shown[link] == as_seen_by(role_at(link), now()));
      CHECK(shown_after(before[link], bytes_to_late(link, at_start)) == shown[link]);
    }
    CHECK(shown[tomass] == shown[olgas]);
  };
  after("opened", [&] { show_layers(true, true); });
  CHECK(find(shown[tomass], conflict) != nullptr);
  CHECK(find(shown[tomass], ruth)->stance == Stance::resistant);
  after("closed", [&] { show_layers(false, false); });
  CHECK(find(shown[tomass], conflict) == nullptr);
  CHECK(find(shown[tomass], ruth)->stance == Stance::neutral);
  after("turned into friendship while closed", [&] {
    Tie tie = *find(now(), friends);
    tie.kind = TieKind::supports;
    does(nadias, DescribeTie{tie});
  });
  CHECK(find(shown[tomass], friends) != nullptr);
  after("removed with hidden ties, and put back", [&] {
    const RestoreItems back{{person(lars)}, {*find(now(), conflict), *find(now(), lars_ruth), *find(now(), friends)}, {}, {}, {}};
    does(nadias, RemoveItems{{lars}, {}, {}});
    does(nadias, back);
  });
  REQUIRE(find(now(), conflict));
  after("a hidden tie removed", [&] { does(nadias, RemoveItems{{}, {conflict}, {}}); });
  after("opened by this activity, and closed by another one", [&] {
    show_layers(true, true);
    does(nadias, ShowOnStage{{map, welcome}});
  });
  CHECK(find(shown[tomass], ruth)->stance == Stance::neutral);
  after("opened by the activity that comes back to the stage", [&] { does(nadias, ShowOnStage{{map, talk}}); });
  CHECK(find(shown[tomass], ruth)->stance == Stance::resistant);
  after("closed by taking the activity off the stage", [&] { does(nadias, ShowOnStage{{map, {}}}); });
  CHECK(find(shown[tomass], ruth)->stance == Stance::neutral);
}

TEST_CASE_FIXTURE(Private, "R126 a participant's change of the moment layers open costs no stance") {
  private_things();
  Replica tomass_screen;
  hear(tomass_screen, bytes_to_late(tomass, now().sequence + 1));
  Stakeholder renamed = *find(tomass_screen.shown(), ruth);
  renamed.name = "Ruth Kaplan-Weber";
  (void)tomass_screen.issue(tomas, DescribeStakeholder{renamed});  // said into a line that is gone
  table.told.clear();
  show_layers(true, true);
  hear(tomass_screen, bytes_to(tomass));
  for (const Command& command : tomass_screen.unanswered()) table.room->hear(tomass, command, table.now);
  table.commit();
  CHECK(find(now(), ruth)->name == "Ruth Kaplan-Weber");
  CHECK(find(now(), ruth)->stance == Stance::resistant);
  CHECK(find(now(), ruth)->desired_stance == Stance::leading);
}
