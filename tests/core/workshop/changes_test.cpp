// R346 to R352: a change names what it changes.
#include "core/workshop/changes.h"

#include <string>
#include <vector>

#include "core/activities/vote/result.h"
#include "core/insights/story.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/audience.h"
#include "core/workshop/undo.h"
#include "tests/core/samples/every_action.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::changes_test {

using Why = Refusal::Why;

namespace {

// The sample with nothing open, so that people describe and tie.
struct Quiet : SampleWorkshop {
  Quiet() { close(placing); }
  const Stakeholder& person(StakeholderId id) const { return *find(workshop, id); }
  Action needs(std::string now, const std::string& began) const {
    Stakeholder before = person(ruth), after = before;
    before.needs = began;
    after.needs = std::move(now);
    const auto change = change_of(before, after);
    REQUIRE(change);
    return *change;
  }
};

template <class Thing>
void check_whole(const Thing& before, const Thing& after, Thing made_of) {
  std::vector<Action> changes;
  if constexpr (std::is_same_v<Thing, Activity>) changes = changes_of(before, after);
  else if (auto change = change_of(before, after)) changes.push_back(std::move(*change));
  for (const Action& action : changes)
    std::visit(
        [&](const auto& change) {
          if constexpr (is_change<std::decay_t<decltype(change)>>)
            if constexpr (std::is_same_v<ThingOf<std::decay_t<decltype(change)>>, Thing>) put_into(made_of, change);
        },
        action);
  CHECK(made_of == after);
}

}  // namespace

TEST_CASE_FIXTURE(Quiet, "R346 two people who change two fields of one thing both keep theirs, in either order") {
  const Workshop both_saw = workshop;
  const auto as_changed = [&](auto set) {
    Stakeholder changed = *find(both_saw, ruth);
    set(changed);
    return changed_to(both_saw, changed);
  };
  const Action role = as_changed([](Stakeholder& s) { s.role = "Buyer"; }), influence = as_changed([](Stakeholder& s) { s.influence = 5; });
  for (const bool role_first : {true, false}) {
    workshop = both_saw;
    act(tomas, role_first ? role : influence);
    act(priya, role_first ? influence : role);
    CHECK(person(ruth).role == "Buyer");
    CHECK(person(ruth).influence == 5);
    Stakeholder rest = person(ruth);
    rest.role = find(both_saw, ruth)->role;
    rest.influence = find(both_saw, ruth)->influence;
    CHECK(rest == *find(both_saw, ruth));
  }
}

TEST_CASE_FIXTURE(Quiet, "R346 of one short field the last accepted stays") {
  act(tomas, ChangeStakeholder{ruth, {}, "Buyer"});
  act(priya, ChangeStakeholder{ruth, {}, "Seller"});
  CHECK(person(ruth).role == "Seller");
}

TEST_CASE_FIXTURE(Quiet, "R346 a change carries what differs and nothing else") {
  Stakeholder after = person(ruth);
  CHECK_FALSE(change_of(person(ruth), after));
  after.formal_power = 7;
  after.placed = true;  // moves have an action of their own
  ChangeStakeholder power{ruth};
  power.formal_power = 7;
  CHECK(change_of(person(ruth), after) == Action(power));
  Board board = *find(workshop, cards);
  board.zones[1].name = "Worries";
  ChangeBoard words{cards};
  words.zones = {{}, "Worries"};
  CHECK(change_of(*find(workshop, cards), board) == Action(words));
  Activity vote_before = *find(workshop, vote), vote_after = vote_before;
  vote_after.minutes = 9;
  vote_in(vote_after)->decider = tomas;
  vote_after.phase = Phase::planned;
  const std::vector<Action> both = changes_of(vote_before, vote_after);
  ChangeActivity minutes{vote};
  minutes.minutes = std::uint16_t{9};
  CHECK(both == std::vector<Action>{minutes, ChangeSetup{vote, VoteSetupChange{{}, {}, {}, tomas}}});
  CHECK(asked(*this, nadia, ChangeStakeholder{ruth}) == Why::malformed);
}

TEST_CASE_FIXTURE(Quiet, "R346 every field of a thing that can be described is in a change") {
  Stakeholder other = person(ruth);
  const Stakeholder described{ruth, "a", "b", "c", StakeholderKind::sponsor, other.ring, 5, 9, Stance::leading, Stance::unaware, "d", "e", "f", other.placed, other.at};
  check_whole(other, described, other);
  const Tie tie = *find(workshop, ruth_helena);
  check_whole(tie, {tie.id, helena, maya, TieKind::trusts, 3, "n"}, tie);
  Board canvas_now = *find(workshop, canvas);
  canvas_now.regions = {"a", "b", "c", "d"};
  Board renamed = canvas_now;
  renamed.title = "t";
  renamed.x = {"a", "b", "c"};
  renamed.y = {"d", "e", "f"};
  renamed.regions = {"1", "b", "3", "4"};
  check_whole(canvas_now, renamed, canvas_now);
  const Card card = *find(workshop, till);
  Card rewritten_card = card;
  rewritten_card.text = "t";
  rewritten_card.colour = CardColour::mint;
  check_whole(card, rewritten_card, card);
  Activity planned = new_activity(ActivityKind::vote, "A");
  Activity changed = planned;
  changed.title = "B";
  changed.minutes = 2;
  changed.board = cards;
  changed.secrecy = Secrecy::named;
  *items_in(changed) = {Item(ruth)};
  vote_in(changed)->dots_per_person = vote_in(changed)->dots_per_item = 1;
  vote_in(changed)->decider = tomas;
  changed.follows = vote;
  changed.show_stance = changed.show_conflicts = true;
  check_whole(planned, changed, planned);
}

TEST_CASE_FIXTURE(Quiet, "R346 a change is judged by what it touches, not by what else an old file holds") {
  for (Stakeholder& s : workshop.stakeholders)
    if (s.id == ruth) s.name = std::string(max_name_bytes + 1, 'x');
  CHECK(asked(*this, tomas, ChangeStakeholder{ruth, {}, "Buyer"}).allowed());
  CHECK(asked(*this, tomas, ChangeStakeholder{ruth, ""}) == Why::malformed);
}

TEST_CASE_FIXTURE(Quiet, "R347 a text that somebody rewrote since is not replaced, and the refusal has a reason of its own") {
  const Action mine = needs("Mine", ""), theirs = needs("Theirs", "");
  act(priya, theirs);
  const Workshop before = workshop;
  CHECK(asked(*this, tomas, mine) == Why::changed_since);
  CHECK(overtaken(workshop, mine));
  const auto texts = two_texts(workshop, mine);
  REQUIRE(texts);
  CHECK(texts->mine == "Mine");
  CHECK(texts->theirs == "Theirs");
  CHECK(workshop == before);
  const Action again = over_what_is_there(workshop, mine, "Theirs and mine");
  act(tomas, again);
  CHECK(person(ruth).needs == "Theirs and mine");
  CHECK(asked(*this, priya, again) == Why::changed_since);
  act(priya, ChangeStakeholder{ruth, {}, "Buyer"});  // another field of the same person is nobody's text
  CHECK(asked(*this, tomas, needs("More", "Theirs and mine")).allowed());
}

TEST_CASE_FIXTURE(Quiet, "R347 over the same value again nothing is refused; every kind of change can be over something") {
  const std::vector<Action> changes = {ChangeStakeholder{ruth, "R"}, ChangeTie{ruth_helena, {}, {}, {}, std::uint8_t{3}}, ChangeBoard{canvas, "C"}, ChangeCard{till, "T"},
                                       ChangeSeat{olga, "Olga L"}, ChangeActivity{alignment, "A"}, ChangeSetup{vote, VoteSetupChange{{}, {}, {}, tomas}},
                                       ChangeDecision{workshop.decisions[0].id, "D"}, ChangeNotes{"N"}};
  for (const Action& action : changes) {
    CAPTURE(action.index());
    std::visit(
        [&](auto change) {
          if constexpr (is_change<decltype(change)>) {
            change.over = seen_in(*thing_of(workshop, change), change);
            CHECK(change.over != 0);
            CHECK(asked(*this, nadia, change).allowed());
            ++change.over;
            CHECK(asked(*this, nadia, change) == Why::changed_since);
          }
        },
        action);
  }
}

TEST_CASE_FIXTURE(Quiet, "R348 a participant touches no private note and no stance of a closed layer, and `over` answers nothing about them") {
  ChangeStakeholder note{ruth}, stance{ruth};
  note.note = "Mine";
  stance.stance = Stance::leading;
  for (ChangeStakeholder* const change : {&note, &stance})
    for (const std::uint64_t over : {std::uint64_t{0}, seen_in(person(ruth), *change), std::uint64_t{4711}}) {
      change->over = over;
      CHECK(asked(*this, tomas, *change) == Why::not_allowed);
    }
  CHECK(asked(*this, nadia, ChangeStakeholder{ruth, {}, {}, {}, {}, {}, {}, Stance::leading}).allowed());
  show_all_layers();
  CHECK(asked(*this, tomas, ChangeStakeholder{ruth, {}, {}, {}, {}, {}, {}, Stance::leading}).allowed());
}

TEST_CASE_FIXTURE(Quiet, "R348 what is told of a change has no word of what is not for them, and is a blank when nothing else is left") {
  ChangeStakeholder change{ruth};
  change.note = "Leaves in spring";
  change.stance = Stance::leading;
  change.over = 99;
  const Event event{9, sample_start_ms, nadia, 3, change};
  for (const Role role : {Role::participant, Role::observer, Role::stage}) CHECK_FALSE(as_seen_by(role, workshop, event));
  change.role = "Buyer";
  for (const Role role : {Role::participant, Role::observer, Role::stage})
    CHECK(as_seen_by(role, workshop, {9, sample_start_ms, nadia, 3, change}) == Event{9, sample_start_ms, nadia, 0, ChangeStakeholder{ruth, {}, "Buyer"}});
  CHECK(as_seen_by(Role::facilitator, workshop, event) == event);
}

TEST_CASE_FIXTURE(Quiet, "R349 taking back sets the old values of just these fields") {
  ChangeStakeholder change{ruth, {}, "Buyer"};
  change.influence = std::uint8_t{5};
  const std::vector<Action> back = inverses(workshop, change);
  act(tomas, change);
  act(priya, ChangeStakeholder{ruth, "Ruth K."});
  REQUIRE(back.size() == 1);
  act(tomas, back[0]);
  CHECK(person(ruth).role.empty());
  CHECK(person(ruth).influence == 3);
  CHECK(person(ruth).name == "Ruth K.");
}

TEST_CASE_FIXTURE(Quiet, "R349 what somebody else changed since is not taken back, and not redone") {
  const Action change = ChangeStakeholder{ruth, {}, "Buyer"};
  const Action back = inverses(workshop, change).at(0);
  act(tomas, change);
  act(priya, ChangeStakeholder{ruth, {}, "Seller"});
  CHECK(asked(*this, tomas, back) == Why::changed_since);
  act(priya, ChangeStakeholder{ruth, {}, "Buyer"});  // as it was set
  const Action again = inverses(workshop, back).at(0);
  act(tomas, back);
  CHECK(person(ruth).role.empty());
  act(priya, ChangeStakeholder{ruth, {}, "Seller"});
  CHECK(asked(*this, tomas, again) == Why::changed_since);
}

TEST_CASE_FIXTURE(Quiet, "R358 two who change words and owner of one decision both keep theirs, and each takes back their own") {
  const DecisionId id = workshop.decisions[0].id;
  const Decision before = workshop.decisions[0];
  Decision reworded = before, handed_on = before;
  reworded.text = "Ruth joins every call";
  handed_on.owner = "Maya";
  const Action words = *change_of(before, reworded), owner = *change_of(before, handed_on);
  const Action words_back = inverses(workshop, words).at(0);
  act(nadia, words);
  const Action owner_back = inverses(workshop, owner).at(0);
  act(nadia, owner);
  CHECK(workshop.decisions[0] == Decision{id, "Ruth joins every call", "Maya"});
  act(nadia, words_back);
  CHECK(workshop.decisions[0] == Decision{id, before.text, "Maya"});
  act(nadia, ChangeDecision{id, {}, "Ben"});
  CHECK(asked(*this, nadia, owner_back) == Why::changed_since);
  CHECK_FALSE(change_of(before, before));
}

TEST_CASE_FIXTURE(Quiet, "R360 of two who choose what a vote is about at the same moment the second is told, and the first's choice stays") {
  const ActivityId id = add_vote({Item(ruth)});
  const Activity seen = *find(workshop, id);
  const auto choosing = [&](const Activity& before, StakeholderId who) {
    Activity after = before;
    put_in(*items_in(after), Item(who));
    const std::vector<Action> changes = changes_of(before, after);
    REQUIRE(changes.size() == 1);
    return changes[0];
  };
  const Action first = choosing(seen, helena), second = choosing(seen, lars);
  act(nadia, first);
  CHECK(asked(*this, nadia, second) == Why::changed_since);
  CHECK(said_of_overtaken(workshop, second) == overtaken_words);
  CHECK_FALSE(two_texts(workshop, second));
  CHECK(said_of_overtaken(workshop, first).empty());  // both chose the same
  act(nadia, choosing(*find(workshop, id), lars));
  CHECK(items_of(*find(workshop, id)) == std::vector<Item>{Item(ruth), Item(helena), Item(lars)});
}

TEST_CASE_FIXTURE(Quiet, "R358 notes and the words of a decision are written over those that were there, or not at all") {
  const Action notes = *change_of_notes("", "Oskar is quiet");
  const Action words = *change_of(workshop.decisions[0], Decision{workshop.decisions[0].id, "Mine", ""});
  act(nadia, ChangeNotes{"Ask Ruth"});
  act(nadia, ChangeDecision{workshop.decisions[0].id, "Theirs"});
  for (const Action& mine : {notes, words}) {
    CAPTURE(mine.index());
    CHECK(asked(*this, nadia, mine) == Why::changed_since);
    CHECK(overtaken(workshop, mine));
    const std::optional<TwoTexts> both = two_texts(workshop, mine);
    REQUIRE(both);
    const Action again = over_what_is_there(workshop, mine, both->mine + ", " + both->theirs);
    CHECK(asked(*this, nadia, again).allowed());
  }
  CHECK(two_texts(workshop, notes)->theirs == "Ask Ruth");
  CHECK_FALSE(change_of_notes("Same", "Same"));
  CHECK(asked(*this, nadia, WriteNotes{"Whole"}) == Why::not_allowed);  // R352
  for (const Role role : {Role::participant, Role::observer, Role::stage})
    CHECK_FALSE(as_seen_by(role, workshop, {9, sample_start_ms, nadia, 3, notes}));
}

TEST_CASE_FIXTURE(Quiet, "R349 two changes share a field only of one thing") {
  CHECK(share_a_field(workshop, ChangeStakeholder{ruth, "A"}, ChangeStakeholder{ruth, "B", "Buyer"}));
  CHECK_FALSE(share_a_field(workshop, ChangeStakeholder{ruth, "A"}, ChangeStakeholder{ruth, {}, "Buyer"}));
  CHECK_FALSE(share_a_field(workshop, ChangeStakeholder{ruth, "A"}, ChangeStakeholder{maya, "A"}));
  ChangeBoard one{cards}, other{cards};
  one.zones = {"A"};
  other.zones = {{}, "B"};
  CHECK_FALSE(share_a_field(workshop, one, other));
  CHECK_FALSE(share_a_field(workshop, StopTimer{}, ChangeStakeholder{ruth, "A"}));
}

TEST_CASE_FIXTURE(Quiet, "R350 a placing that both adds and moves is taken back") {
  const Workshop before = workshop;
  const Action placing_both = PlaceOnCanvas{canvas, {{Item(ruth), {1, 1}}, {Item(helena), {6000, 9000}}, {Item(maya), {2, 2}}}};
  const std::vector<Action> back = inverses(workshop, placing_both);
  act(tomas, placing_both);
  const Workshop placed = workshop;
  std::vector<Action> again;
  for (const Action& action : back) {
    for (Action& redo : inverses(workshop, action)) again.push_back(std::move(redo));
    act(tomas, action);
  }
  CHECK(without_bookkeeping(workshop) == without_bookkeeping(before));
  for (auto redo = again.rbegin(); redo != again.rend(); ++redo) act(tomas, *redo);
  CHECK(without_bookkeeping(workshop) == without_bookkeeping(placed));
}

TEST_CASE_FIXTURE(Quiet, "R351 a change is told by the fields it names, and of whom") {
  const auto told = [&](SeatId by, Action action) {
    const StoryLine story = story_of(workshop, {99, sample_start_ms, by, 1, std::move(action)});
    return story.detail.empty() ? story.what : story.what + " / " + story.detail;
  };
  CHECK(told(priya, ChangeStakeholder{ruth, {}, "Head of Stores"}) == "Priya changed the role of Ruth Kaplan / Head of Stores");
  ChangeStakeholder change{ruth};
  change.influence = std::uint8_t{4};
  CHECK(told(priya, change) == "Priya changed the influence of Ruth Kaplan / 3 to 4");
  change.needs = "A say";
  CHECK(told(priya, change) == "Priya changed the influence and the needs of Ruth Kaplan");
  change.name = "Ruth K.";
  CHECK(told(priya, change) == "Priya changed the name, the influence and 1 more of Ruth Kaplan");
  CHECK(told(tomas, ChangeTie{ruth_helena, {}, {}, {}, std::uint8_t{3}}) == "Tomás changed the strength of a tie / Ruth Kaplan influences Helena Brandt, 1 to 3");
  CHECK(told(tomas, ChangeTie{ruth_helena, helena, ruth}) == "Tomás turned a tie round / Helena Brandt influences Ruth Kaplan");
  CHECK(told(nadia, ChangeBoard{canvas, {}, "Power"}) == "Nadia changed the axis across of Power and interest / Power");
  CHECK(told(tomas, ChangeCard{till, "Who?"}) == "Tomás changed the words of a card / “Who?”");
  CHECK(told(tomas, ChangeCard{till, {}, CardColour::mint}) == "Tomás changed the colour of a card / “Who answers when the till stops?”");
  CHECK(told(tomas, ChangeSeat{tomas, "Tom"}) == "Tomás took another name / Tom");
  CHECK(told(nadia, ChangeSeat{tomas, {}, Role::facilitator}) == "Nadia changed the role of Tomás / participant to facilitator");
  CHECK(told(nadia, ChangeSetup{vote, VoteSetupChange{{}, {}, {}, tomas}}) == "Nadia changed the decider of “Where must we act first?” / Tomás");
}

TEST_CASE_FIXTURE(Quiet, "R352 whole descriptions stand in old files and fold as ever, and nobody may send one") {
  Stakeholder whole = person(ruth);
  whole.role = "Buyer";
  whole.note = "Not theirs to write";
  apply(workshop, {workshop.sequence + 1, sample_start_ms, tomas, 1, DescribeStakeholder{whole}});
  CHECK(person(ruth).role == "Buyer");
  CHECK(person(ruth).note.empty());
  apply(workshop, {workshop.sequence + 1, sample_start_ms, tomas, 2, EditCard{till, "Who?", CardColour::mint}});
  CHECK(find(workshop, till)->text == "Who?");
  CHECK(find(workshop, till)->colour == CardColour::mint);
  for (const Action& action : samples::every_action())
    if (std::visit([](const auto& a) { return is_whole_description<std::decay_t<decltype(a)>>; }, action)) CHECK(asked(*this, nadia, action) == Why::not_allowed);
}

}  // namespace standpoint::changes_test
