// R38: what leaves the host for whom.
#include "core/audience.h"

#include "tests/core/sample_workshop.h"

using namespace standpoint;

namespace {

constexpr Role others[] = {Role::participant, Role::observer, Role::stage};

Event event_of(Action action) { return {9, sample_start_ms, SeatId{1}, 3, std::move(action)}; }

Stakeholder with_note() {
  Stakeholder s = stakeholder_named({1}, "Ruth Kaplan");
  s.note = "leaves in spring";
  s.needs = "a say in the roster";
  return s;
}

}  // namespace

TEST_CASE("R38 a private note reaches facilitators only, in every event that carries one") {
  Stakeholder blank = with_note();
  blank.note.clear();
  const std::pair<Action, Action> full_and_public[] = {
      {AddStakeholder{with_note()}, AddStakeholder{blank}},
      {DescribeStakeholder{with_note()}, DescribeStakeholder{blank}},
      {RestoreItems{{with_note()}, {}, {}, {}, {}}, RestoreItems{{blank}, {}, {}, {}, {}}}};
  for (const auto& [full, open] : full_and_public) {
    CHECK(as_seen_by(Role::facilitator, event_of(full)) == event_of(full));
    for (const Role role : others) CHECK(as_seen_by(role, event_of(full)) == event_of(open));
  }
}

TEST_CASE("R38 the stage is not told whose a named input is") {
  const std::vector<RevealedInput> named = {{SeatId{2}, Ballot{{{Item(CardId{4}), 1}}}}, {SeatId{3}, Ballot{}}};
  const std::vector<RevealedInput> nameless = {{{}, Ballot{{{Item(CardId{4}), 1}}}}, {{}, Ballot{}}};
  const Event reveal = event_of(RevealActivity{{7}, named});
  CHECK(as_seen_by(Role::stage, reveal) == event_of(RevealActivity{{7}, nameless}));
  CHECK(as_seen_by(Role::participant, reveal) == reveal);
  const Event restored = event_of(RestoreItems{{}, {}, {}, {}, {{{7}, {}, named, {}}}});
  CHECK(as_seen_by(Role::stage, restored) == event_of(RestoreItems{{}, {}, {}, {}, {{{7}, {}, nameless, {}}}}));
}

TEST_CASE("R38 a sealed input is shown to nobody") {
  for (const Role role : {Role::facilitator, Role::participant, Role::observer, Role::stage})
    CHECK_FALSE(as_seen_by(role, event_of(SealInput{{7}, Ballot{}})));
}

TEST_CASE("R38 everything else is seen by everybody as it is") {
  const SampleWorkshop s;
  for (const Event& event : s.events)
    for (const Role role : others) CHECK(as_seen_by(role, event) == event);
}

TEST_CASE("R38 what a participant may see folds to the workshop without private notes") {
  SampleWorkshop s;
  Stakeholder ruth = *find(s.workshop, s.ruth);
  ruth.note = "leaves in spring";
  s.act(s.nadia, DescribeStakeholder{ruth});
  ruth.stance = Stance::supportive;
  ruth.note.clear();
  s.act(s.tomas, DescribeStakeholder{ruth});
  Workshop seen, expected = s.workshop;
  for (const Event& event : s.events) apply(seen, *as_seen_by(Role::participant, event));
  for (Stakeholder& stakeholder : expected.stakeholders) stakeholder.note.clear();
  CHECK(seen == expected);
}
