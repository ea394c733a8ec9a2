// R126 on recorded lines: what the facilitator keeps to themselves, and layers that open and close, live, to who missed a little
// and to who missed everything.
#include "core/room/replica.h"
#include "tests/core/room/recording.h"

namespace standpoint::wire_layers_test {

namespace {

// A session in which much is the facilitator's alone, and the activity on the stage shows neither stances nor conflicts.
struct Private : Recording {
  ActivityId talk = alignment;
  TieId conflict, friends;

  Stakeholder person(StakeholderId id) const { return *find(now(), id); }
  void show_layers(bool stance, bool conflicts) {
    ChangeActivity layers{talk};
    layers.show_stance = stance;
    layers.show_conflicts = conflicts;
    does(nadias, layers);
  }
  TieId tie_by_nadia(StakeholderId from, StakeholderId to, TieKind kind, std::string note) {
    const auto id = mint<TieId>(nadia, next_nth(now(), nadia));
    does(nadias, AddTie{{id, from, to, kind, 2, std::move(note)}});
    return id;
  }
  void describe(Stakeholder changed) { does(nadias, changed_to(now(), changed)); }
  void private_things() {
    does(nadias, ShowOnStage{{map, talk}});
    show_layers(false, false);
    table.told.clear();
    at_start = now().sequence;
    does(nadias, ChangeNotes{"Ask about the audit"});
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
    does(nadias, changed_to(now(), turned));
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
      shown[link] = shown_after(shown[link], table.bytes_to(link));
      const Role role = role_at(link);
      CHECK(as_seen_by(role, shown[link]) == as_seen_by(role, now()));
      CHECK(as_seen_by(role, shown_after(before[link], bytes_to_late(link, at_start))) == as_seen_by(role, shown[link]));
    }
    CHECK(as_seen_by(Role::participant, shown[tomass]) == as_seen_by(Role::participant, shown[olgas]));
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
    does(nadias, changed_to(now(), tie));
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
  (void)tomass_screen.issue(tomas, changed_to(tomass_screen.shown(), renamed));  // said into a line that is gone
  table.told.clear();
  show_layers(true, true);
  hear(tomass_screen, table.bytes_to(tomass));
  for (const Command& command : tomass_screen.unanswered()) table.room->hear(tomass, command, table.now);
  table.commit();
  CHECK(find(now(), ruth)->name == "Ruth Kaplan-Weber");
  CHECK(find(now(), ruth)->stance == Stance::resistant);
  CHECK(find(now(), ruth)->desired_stance == Stance::leading);
}

TEST_CASE("R356 on the wire: nobody who does not lead is told which of those who lead did what they may not see") {
  std::map<LinkId, std::array<Bytes, 3>> first;
  for (const bool swapped : {false, true}) {
    Private p;
    p.does(nadias, ChangeSeat{p.tomas, {}, Role::facilitator});
    p.does(nadias, ShowOnStage{{p.map, p.talk}});
    p.show_layers(false, false);
    p.table.told.clear();
    p.at_start = p.now().sequence;
    const LinkId one = swapped ? tomass : nadias, other = swapped ? nadias : tomass;
    p.does(one, ChangeNotes{"Ask about the audit"});
    Stakeholder changed = p.person(p.ruth);
    changed.note = "Leaves in spring";
    p.does(one, changed_to(p.now(), changed));
    p.does(one, AddTie{{mint<TieId>(p.seat_at(one), next_nth(p.now(), p.seat_at(one))), p.maya, p.lars, TieKind::conflicts_with, 2, ""}});
    p.does(other, ChangeNotes{"Ask about the audit, and the plan"});
    p.does(nadias, RenameSession{"Relaunch", ""});  // what everybody sees afterwards tells nothing, either
    p.does(tomass, RenameSession{"Relaunch of the tills", ""});
    p.does(priyas, ChangeCard{p.till, "Who?"});
    for (const LinkId link : {priyas, marcos, olgas, stages}) {
      CAPTURE(link);
      CHECK(p.table.heard<Blank>(link).size() == 4);
      const auto ways = p.every_way_to(link);
      CHECK(first.emplace(link, ways).first->second == ways);
    }
  }
}

}  // namespace standpoint::wire_layers_test
