// What a participant is refused, and what comes of what they may do, follows from what they see: two workshops that look alike to
// them answer alike, whatever is hidden in either.
#include <optional>
#include <string>
#include <vector>

#include "core/workshop/apply.h"
#include "core/workshop/audience.h"
#include "core/workshop/check.h"
#include "core/workshop/sorted.h"
#include "tests/core/samples/random_actions.h"

namespace standpoint::refusals_test {

namespace {

// A tie id of that seat that is free and was given out: the facilitator may have hidden the tie or taken it away.
std::optional<TieId> gone_tie(const Workshop& w, SeatId by, Random& random) {
  const std::uint32_t minted = next_nth(w, by) - 1;
  if (minted == 0) return std::nullopt;
  const TieId id = mint<TieId>(by, 1 + random.below(minted));
  return find(w, id) ? std::nullopt : std::optional(id);
}

void hide_other_things(Workshop& w, const SampleWorkshop& s, Random& random) {
  const Layers open = open_layers(w);
  w.notes = "Notes " + std::to_string(random.below(9));
  for (Stakeholder& stakeholder : w.stakeholders) {
    if (random.chance(2)) stakeholder.note = random.chance(2) ? "" : "leaves in spring";
    if (!open.stance && random.chance(2)) stakeholder.stance = static_cast<Stance>(random.below(stance_count));
  }
  if (open.conflicts || w.stakeholders.size() < 2) return;
  std::erase_if(w.ties, [&](const Tie& tie) { return tie.kind == TieKind::conflicts_with && random.chance(3); });
  for (int n = 0; n < 12; ++n) {
    const SeatId by = random.chance(2) ? s.nadia : random.chance(2) ? s.tomas : s.priya;
    const StakeholderId from = random.id_in(w.stakeholders), to = random.id_in(w.stakeholders);
    if (const auto id = gone_tie(w, by, random); id && from != to) put_in(w.ties, Tie{*id, from, to, TieKind::conflicts_with, 2, ""});
  }
}

TieId any_tie(const Workshop& a, const Workshop& b, Random& random) {
  const Workshop& w = random.chance(2) ? a : b;
  return random.id_in(w.ties);
}

// What somebody might say who wants to find out what is hidden.
Action prying(const Workshop& a, const Workshop& b, SeatId by, Random& random) {
  const Tie tie{any_tie(a, b, random), random.id_in(a.stakeholders), random.id_in(a.stakeholders), static_cast<TieKind>(random.below(tie_kind_count)), 1, ""};
  std::vector<StakeholderId> own;
  for (const Stakeholder& stakeholder : a.stakeholders)
    if (minted_by(stakeholder.id) == by) own.push_back(stakeholder.id);
  const auto own_id = [&] { return mint<TieId>(by, 1 + random.below(next_nth(a, by))); };
  switch (random.below(11)) {
    case 0: return RemoveItems{{}, {tie.id}, {}};
    case 1: {
      ChangeTie change{tie.id};
      if (random.chance(2)) change.kind = tie.kind;
      if (random.chance(2)) change.strength = std::uint8_t{2};
      if (random.chance(3)) change.to = tie.to;
      return change;
    }
    case 7: return ChangeStakeholder{tie.from, {}, {}, {}, {}, {}, {}, Stance::leading};
    case 8: {
      ChangeStakeholder change{tie.from, {}, "Buyer"};
      if (random.chance(2)) change.note = "Mine";
      if (const Stakeholder* const person = find(b, tie.from)) change.over = seen_in(*person, change);
      return change;
    }
    case 2: return RestoreItems{{}, {tie}, {}, {}, {}};
    case 3: return RestoreItems{{}, {{mint<TieId>(by, 1 + random.below(next_nth(a, by))), tie.from, tie.to, tie.kind, 1, ""}}, {}, {}, {}};
    case 9: return RestoreItems{{}, {{own_id(), tie.from, tie.to, tie.kind, 1, ""}, {own_id(), tie.to, tie.from, TieKind::supports, 1, ""}}, {}, {}, {}};
    case 10: {  // somebody of theirs who went, with ties they say were theirs
      Stakeholder back = stakeholder_named(mint<StakeholderId>(by, 1 + random.below(next_nth(a, by))), "Back again");
      const StakeholderId id = back.id;
      return RestoreItems{{std::move(back)}, {{own_id(), id, tie.to, tie.kind, 1, ""}, {own_id(), tie.from, id, TieKind::trusts, 1, ""}}, {}, {}, {}};
    }
    case 4: return AddTie{{mint<TieId>(by, next_nth(a, by)), tie.from, tie.to, tie.kind, 1, ""}};
    case 5: return RemoveItems{{own.empty() ? StakeholderId{} : own[random.below(own.size())]}, {}, {}};
    default: return AddTie{tie};
  }
}

struct Answers {
  int allowed = 0, refused = 0;
};

void ask_both(const Workshop& a, const Workshop& b, SeatId by, const Action& action, Answers& answers) {
  const std::optional<Refusal> in_a = check(a, by, action), in_b = check(b, by, action);
  INFO((in_a ? in_a->text : std::string("allowed")), " / ", (in_b ? in_b->text : std::string("allowed")));
  REQUIRE(in_a == in_b);
  ++(in_a ? answers.refused : answers.allowed);
  if (in_a) return;
  const Event event{a.sequence + 1, a.changed_ms, by, 0, action};
  CHECK(as_seen_by(Role::participant, a, event) == as_seen_by(Role::participant, b, event));
  Workshop after_a = a, after_b = b;
  apply(after_a, event);
  apply(after_b, event);
  CHECK(as_seen_by(Role::participant, after_a) == as_seen_by(Role::participant, after_b));
}

}  // namespace

TEST_CASE("R309 what a participant is answered, and what comes of it, is the same whatever is hidden from them") {
  Answers answers;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SampleWorkshop s;
    RandomActions actions(seed);
    Random& random = actions.random();
    if (seed % 2 == 0) s.act(s.nadia, ShowOnStage{{s.map, s.alignment}});
    for (int step = 0; step < 150; ++step) {
      const SeatId by = random.chance(3) ? s.nadia : random.chance(2) ? s.tomas : s.priya;
      const Action action = actions.next(s.workshop, by);
      if (!check(s.workshop, by, action)) s.act(by, action);
    }
    Workshop other = s.workshop;
    hide_other_things(other, s, random);
    REQUIRE(as_seen_by(Role::participant, other) == as_seen_by(Role::participant, s.workshop));
    Workshop seen = as_seen_by(Role::participant, s.workshop);
    for (Seat& seat : seen.seats) seat.minted = next_nth(s.workshop, seat.id) - 1;  // of their own a screen knows it
    for (int asked = 0; asked < 300; ++asked) {
      const SeatId by = random.chance(2) ? s.tomas : s.priya;
      ask_both(s.workshop, other, by, random.chance(2) ? prying(s.workshop, other, by, random) : actions.next(seen, by), answers);
    }
  }
  CHECK(answers.allowed > 500);
  CHECK(answers.refused > 2000);
}

TEST_CASE("R309 no limit tells how many ties are hidden") {
  SampleWorkshop s;
  const Tie taken_back{mint<TieId>(s.tomas, next_nth(s.workshop, s.tomas)), s.helena, s.ruth, TieKind::trusts, 1, ""};
  s.act(s.tomas, AddTie{taken_back});
  s.act(s.tomas, RemoveItems{{}, {taken_back.id}, {}});
  REQUIRE(!open_layers(s.workshop).conflicts);
  const auto add = [](Workshop& w, SeatId by, std::uint32_t nth, const Tie& like) {
    w.ties.push_back(like);
    w.ties.back().id = mint<TieId>(by, nth);
  };
  Workshop full = s.workshop;
  std::uint32_t nth = 1000;
  while (full.ties.size() < max_items - 1) add(full, s.nadia, ++nth, Tie{{}, s.ruth, s.helena, TieKind::influences, 1, ""});
  Workshop hiding = full;
  for (int n = 0; n < 5; ++n) add(hiding, s.nadia, ++nth, Tie{{}, s.ruth, s.helena, TieKind::conflicts_with, 1, ""});
  for (Workshop* w : {&full, &hiding}) std::sort(w->ties.begin(), w->ties.end(), [](const Tie& a, const Tie& b) { return a.id < b.id; });
  const Tie another{mint<TieId>(s.tomas, next_nth(full, s.tomas)), s.mei, s.ruth, TieKind::trusts, 1, ""};
  for (const Action& action : {Action(AddTie{another}), Action(RestoreItems{{}, {taken_back}, {}, {}, {}})}) {
    CHECK_FALSE(check(full, s.tomas, action));
    CHECK_FALSE(check(hiding, s.tomas, action));
  }
}

}  // namespace standpoint::refusals_test
