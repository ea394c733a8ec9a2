// R38: what leaves the host for whom.
#include "core/workshop/audience.h"

#include "tests/core/samples/sample_workshop.h"

namespace standpoint::audience_test {

namespace {

constexpr Role others[] = {Role::participant, Role::observer, Role::stage};

Event event_of(Action action) { return {9, sample_start_ms, SeatId{1}, 3, std::move(action)}; }

Stakeholder with_note() {
  Stakeholder s = stakeholder_named({1}, "Ruth Kaplan");
  s.note = "leaves in spring";
  s.needs = "a say in the roster";
  return s;
}

ChangeStakeholder changed_note() {
  ChangeStakeholder change{{1}, "Ruth Kaplan"};
  change.note = "leaves in spring";
  change.over = 17;  // of the note as well
  return change;
}

}  // namespace

TEST_CASE("R38 a private note reaches facilitators only, in every event that carries one") {
  Stakeholder blank = with_note();
  blank.note.clear();
  const std::pair<Action, Action> full_and_public[] = {
      {AddStakeholder{with_note()}, AddStakeholder{blank}},
      {changed_note(), ChangeStakeholder{{1}, "Ruth Kaplan"}},
      {RestoreItems{{with_note()}, {}, {}, {}, {}}, RestoreItems{{blank}, {}, {}, {}, {}}}};
  for (const auto& [full, open] : full_and_public) {
    CHECK(as_seen_by(Role::facilitator, {}, event_of(full)) == event_of(full));
    for (const Role role : others) CHECK(as_seen_by(role, {}, event_of(full)) == event_of(open));
  }
}

TEST_CASE("R38 the stage is not told whose a named input is") {
  const std::vector<RevealedInput> named = {{SeatId{2}, Ballot{{{Item(CardId{4}), 1}}}}, {SeatId{3}, Ballot{}}};
  const std::vector<RevealedInput> nameless = {{{}, Ballot{{{Item(CardId{4}), 1}}}}, {{}, Ballot{}}};
  const Event reveal = event_of(RevealActivity{{7}, named});
  CHECK(as_seen_by(Role::stage, {}, reveal) == event_of(RevealActivity{{7}, nameless}));
  CHECK(as_seen_by(Role::participant, {}, reveal) == reveal);
  const Event restored = event_of(RestoreItems{{}, {}, {}, {}, {{{7}, {}, named, {}}}});
  CHECK(as_seen_by(Role::stage, {}, restored) == event_of(RestoreItems{{}, {}, {}, {}, {{{7}, {}, nameless, {}}}}));
}

TEST_CASE("R38 a sealed input is shown to nobody") {
  for (const Role role : {Role::facilitator, Role::participant, Role::observer, Role::stage})
    CHECK_FALSE(as_seen_by(role, {}, event_of(SealInput{{7}, Ballot{}})));
}

TEST_CASE("R38 everything else is seen by everybody as it is") {
  const SampleWorkshop s;
  for (const Event& event : s.events)
    for (const Role role : others) {
      Event told = event;
      if (event.by == s.nadia) told.counter = 0;  // who leads has no numbers
      CHECK(as_seen_by(role, s.workshop, event) == told);
    }
}

TEST_CASE("R38 what a participant may see folds to the workshop without private notes") {
  SampleWorkshop s;
  Stakeholder ruth = *find(s.workshop, s.ruth);
  ruth.note = "leaves in spring";
  s.act(s.nadia, changed_to(s.workshop, ruth));
  s.act(s.tomas, ChangeStakeholder{s.ruth, {}, "Buyer"});
  Workshop seen, expected = s.workshop;
  for (const Event& event : s.events)
    if (const auto open = as_seen_by(Role::participant, seen, event)) apply(seen, *open);
    else apply(seen, Blank{event.sequence, event.time_ms});
  for (Stakeholder& stakeholder : expected.stakeholders) stakeholder.note.clear();
  CHECK(without_bookkeeping(seen) == without_bookkeeping(expected));
}

namespace {

// The sample with somebody resistant, a conflict, and the activity on the stage that shows neither.
struct ClosedLayers : SampleWorkshop {
  TieId conflict;
  ClosedLayers() {
    describe(ruth, Stance::resistant);
    conflict = add_tie(nadia, maya, lars, TieKind::conflicts_with);
    show_layers(false);
    act(nadia, ShowOnStage{{map, alignment}});
  }
  void describe(StakeholderId id, Stance stance) {
    Stakeholder person = *find(workshop, id);
    person.stance = stance;
    person.desired_stance = Stance::leading;
    act(nadia, changed_to(workshop, person));
  }
  void show_layers(bool open) {
    ChangeActivity layers{alignment};
    layers.show_stance = layers.show_conflicts = open;
    act(nadia, layers);
  }
  Tie conflict_between(SeatId by, StakeholderId from, StakeholderId to) const {
    return {next<TieId>(by), from, to, TieKind::conflicts_with, 2, "since May"};
  }
  std::optional<Action> told(Action action) const {
    std::optional<Event> seen = as_seen_by(Role::participant, workshop, event_of(std::move(action)));
    return seen ? std::optional(std::move(seen->action)) : std::nullopt;
  }
};

}  // namespace

TEST_CASE_FIXTURE(ClosedLayers, "R126 a closed layer is in nobody's workshop but the facilitators'") {
  CHECK(as_seen_by(Role::facilitator, workshop) == workshop);
  for (const Role role : others) {
    const Workshop seen = as_seen_by(role, workshop);
    CHECK(find(seen, ruth)->stance == Stance::neutral);
    CHECK(find(seen, ruth)->desired_stance == Stance::neutral);
    CHECK(find(seen, conflict) == nullptr);
    CHECK(seen.ties.size() == workshop.ties.size() - 1);
  }
  show_layers(true);
  for (const Role role : others) {
    CHECK(find(as_seen_by(role, workshop), ruth)->stance == Stance::resistant);
    CHECK(find(as_seen_by(role, workshop), conflict) != nullptr);
  }
}

TEST_CASE_FIXTURE(ClosedLayers, "R126 one layer may be open without the other") {
  Activity half = *find(workshop, alignment);
  half.show_stance = true;
  act(nadia, changed_to(workshop, half));
  CHECK(find(as_seen_by(Role::participant, workshop), ruth)->stance == Stance::resistant);
  CHECK(find(as_seen_by(Role::participant, workshop), conflict) == nullptr);
  half.show_stance = false;
  half.show_conflicts = true;
  act(nadia, changed_to(workshop, half));
  CHECK(find(as_seen_by(Role::participant, workshop), ruth)->stance == Stance::neutral);
  CHECK(find(as_seen_by(Role::participant, workshop), conflict) != nullptr);
}

TEST_CASE_FIXTURE(ClosedLayers, "R126 events tell no stance of a closed layer") {
  Stakeholder person = *find(workshop, ruth);
  Stakeholder bare = person;
  bare.stance = bare.desired_stance = Stance::neutral;
  ChangeStakeholder change{ruth};
  change.stance = change.desired_stance = Stance::supportive;
  CHECK_FALSE(told(change));
  change.role = "Buyer";
  change.over = 17;
  CHECK(told(change) == Action(ChangeStakeholder{ruth, {}, "Buyer"}));
  CHECK(told(DescribeStakeholder{person}) == Action(DescribeStakeholder{bare}));  // as it may stand in an old file
  CHECK(told(RestoreItems{{person}, {}, {}, {}, {}}) == Action(RestoreItems{{bare}, {}, {}, {}, {}}));
  CHECK(told(AddStakeholder{person}) == Action(AddStakeholder{bare}));
}

TEST_CASE_FIXTURE(ClosedLayers, "R126 events tell nothing of hidden ties, and of what becomes one or stops being one as if it went or came") {
  const Tie another = conflict_between(nadia, ruth, mei);
  CHECK_FALSE(told(AddTie{another}));
  Tie stronger = *find(workshop, conflict);
  stronger.strength = 3;
  CHECK_FALSE(told(changed_to(workshop, stronger)));
  CHECK_FALSE(told(RemoveItems{{}, {conflict}, {}}));
  CHECK_FALSE(told(RestoreItems{{}, {another}, {}, {}, {}}));
  CHECK(told(RemoveItems{{}, {ruth_helena, conflict}, {}}) == Action(RemoveItems{{}, {ruth_helena}, {}}));
  stronger.kind = TieKind::supports;
  CHECK(told(changed_to(workshop, stronger)) == Action(AddTie{stronger}));
  Tie worse = *find(workshop, ruth_helena);
  worse.kind = TieKind::conflicts_with;
  CHECK(told(changed_to(workshop, worse)) == Action(RemoveItems{{}, {ruth_helena}, {}}));
  CHECK(as_seen_by(Role::facilitator, workshop, event_of(AddTie{another})) == event_of(AddTie{another}));
}

TEST_CASE_FIXTURE(ClosedLayers, "R127 R348 a hidden stance cannot be touched, and a change of anything else leaves it as it is") {
  const Workshop as_seen = as_seen_by(Role::participant, workshop);
  Stakeholder seen = *find(as_seen, ruth);
  seen.name = "Ruth Kaplan-Weber";
  act(tomas, changed_to(as_seen, seen));
  CHECK(find(workshop, ruth)->name == "Ruth Kaplan-Weber");
  CHECK(find(workshop, ruth)->stance == Stance::resistant);
  CHECK(find(workshop, ruth)->desired_stance == Stance::leading);
  describe(ruth, Stance::supportive);
  CHECK(find(workshop, ruth)->stance == Stance::supportive);
  ChangeStakeholder stance{ruth};
  stance.stance = Stance::unaware;
  CHECK(asked(*this, tomas, stance) == Refusal::Why::not_allowed);
  CHECK(asked(*this, nadia, stance).allowed());
  show_layers(true);
  act(tomas, stance);
  CHECK(find(workshop, ruth)->stance == Stance::unaware);
}

TEST_CASE_FIXTURE(ClosedLayers, "R127 while conflicts are closed, a participant's conflict gets the same answer whether there is one or not") {
  const std::optional<Refusal> there = check(workshop, tomas, AddTie{conflict_between(tomas, maya, lars)});
  const std::optional<Refusal> not_there = check(workshop, tomas, AddTie{conflict_between(tomas, ruth, mei)});
  REQUIRE(there);
  CHECK(there == not_there);
  Tie worse = *find(workshop, ruth_helena);
  worse.kind = TieKind::conflicts_with;
  CHECK(check(workshop, tomas, changed_to(workshop, worse)) == there);
  CHECK(check(workshop, tomas, RestoreItems{{}, {{mint<TieId>(tomas, 1), maya, lars, TieKind::conflicts_with, 1, ""}}, {}, {}, {}}) == there);
  CHECK(asked(*this, nadia, AddTie{conflict_between(nadia, ruth, mei)}).allowed());
  CHECK(asked(*this, nadia, AddTie{conflict_between(nadia, lars, maya)}) == Refusal::Why::duplicate_id);
  show_layers(true);
  CHECK(asked(*this, tomas, AddTie{conflict_between(tomas, ruth, mei)}).allowed());
  CHECK(asked(*this, tomas, AddTie{conflict_between(tomas, maya, lars)}) == Refusal::Why::duplicate_id);
}

TEST_CASE_FIXTURE(ClosedLayers, "R127 a hidden tie is answered as one that is not there") {
  show_layers(true);
  const TieId own = add_tie(tomas, ruth, mei, TieKind::conflicts_with);
  show_layers(false);
  const TieId none = mint<TieId>(tomas, 4711);
  CHECK(check(workshop, tomas, RemoveItems{{}, {own}, {}}) == check(workshop, tomas, RemoveItems{{}, {none}, {}}));
  const auto described = [&](TieId id) { return check(workshop, tomas, ChangeTie{id, ruth, mei, TieKind::supports}); };
  CHECK(described(own));
  CHECK(described(own) == described(none));
  CHECK(asked(*this, nadia, RemoveItems{{}, {own}, {}}).allowed());
}

TEST_CASE_FIXTURE(ClosedLayers, "R127 what is hidden about somebody goes with them and keeps nobody from removing whom they added") {
  const auto answer = [&](StakeholderId id) { return check(workshop, priya, RemoveItems{{id}, {}, {}}); };
  const auto someone = [&](const char* name) { return add_stakeholder(priya, name); };
  const StakeholderId plain = someone("Ada"), noted = someone("Bo"), stanced = someone("Cy"), fought = someone("Di"), tied = someone("Ed");
  Stakeholder note = *find(workshop, noted);
  note.note = "leaves in spring";
  act(nadia, changed_to(workshop, note));
  describe(stanced, Stance::resistant);
  act(nadia, AddTie{conflict_between(nadia, fought, maya)});
  add_tie(nadia, tied, maya);
  REQUIRE(answer(tied));
  for (const StakeholderId id : {plain, noted, stanced, fought}) CHECK_FALSE(answer(id));
  const std::size_t ties = workshop.ties.size();
  act(priya, RemoveItems{{fought}, {}, {}});
  CHECK(workshop.ties.size() == ties - 1);
}

TEST_CASE_FIXTURE(ClosedLayers, "R127 a tie that became hidden is put back by its owner as one that went") {
  const TieId turned = add_tie(tomas, ruth, mei, TieKind::trusts), went = add_tie(tomas, maya, mei, TieKind::trusts);
  const Tie as_turned = *find(workshop, turned), as_went = *find(workshop, went);
  Tie worse = as_turned;
  worse.kind = TieKind::conflicts_with;
  act(nadia, changed_to(workshop, worse));
  act(nadia, RemoveItems{{}, {went}, {}});
  CHECK_FALSE(check(workshop, tomas, RestoreItems{{}, {as_turned}, {}, {}, {}}));
  CHECK_FALSE(check(workshop, tomas, RestoreItems{{}, {as_went}, {}, {}, {}}));
  const Workshop seen = as_seen_by(Role::participant, workshop);
  const Event event = event_of(RestoreItems{{}, {as_turned}, {}, {}, {}});
  Event by_tomas = event;
  by_tomas.by = tomas;
  Workshop after = seen;
  apply(after, *as_seen_by(Role::participant, workshop, by_tomas));
  apply(workshop, by_tomas);
  CHECK(*find(workshop, turned) == as_turned);
  CHECK(as_seen_by(Role::participant, workshop) == as_seen_by(Role::participant, after));
}

TEST_CASE("R89 a new activity opens no layer; with none on the stage all are open to the facilitator's own file only") {
  SampleWorkshop s;
  CHECK(open_layers(s.workshop) == Layers{});
  CHECK(layers_for_facilitators(s.workshop) == Layers{true, true});
  s.act(s.nadia, ShowOnStage{{s.map, s.alignment}});
  CHECK(open_layers(s.workshop) == Layers{});
  CHECK(layers_for_facilitators(s.workshop) == Layers{});
  s.show_all_layers();
  CHECK(open_layers(s.workshop) == Layers{true, true});
  CHECK(layers_for_facilitators(s.workshop) == Layers{true, true});
}

}  // namespace standpoint::audience_test
