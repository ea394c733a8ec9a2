// Rules R23 to R34: activities, phases, dots, placements, rounds, the star, timer, decisions, bookmarks, the stage.
#include "core/workshop/check.h"

#include <array>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/changes.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::check_activities_test {

using Why = Refusal::Why;

namespace {

Ballot ballot(std::vector<Dots> dots) {
  std::sort(dots.begin(), dots.end(), [](const Dots& a, const Dots& b) { return a.item < b.item; });
  return {std::move(dots)};
}

}  // namespace

TEST_CASE("R23 an activity goes from planned to open to closed to revealed, and from closed back to open") {
  SampleWorkshop s;
  const ActivityId vote = s.add_vote({Item(s.till), Item(s.data)});
  CHECK(asked(s, s.nadia, CloseActivity{vote}) == Why::wrong_phase);
  CHECK(asked(s, s.nadia, RevealActivity{vote, {}}) == Why::wrong_phase);
  s.open(vote);
  CHECK(asked(s, s.nadia, OpenActivity{vote}) == Why::wrong_phase);
  CHECK(asked(s, s.nadia, RevealActivity{vote, {}}) == Why::wrong_phase);
  s.close(vote);
  CHECK(asked(s, s.nadia, CloseActivity{vote}) == Why::wrong_phase);
  s.open(vote);
  s.close(vote);
  s.reveal(vote, {});
  CHECK(asked(s, s.nadia, OpenActivity{vote}) == Why::wrong_phase);
  CHECK(asked(s, s.nadia, CloseActivity{vote}) == Why::wrong_phase);
  CHECK(asked(s, s.nadia, RevealActivity{vote, {}}) == Why::wrong_phase);
  for (const Action& action : {Action(OpenActivity{}), Action(CloseActivity{}), Action(RevealActivity{}), Action(SealInput{})})
    CHECK(asked(s, s.nadia, action) == Why::not_found);
}

TEST_CASE("R23 what has no secret inputs is never revealed") {
  SampleWorkshop s;
  s.open(s.welcome);
  s.close(s.welcome);
  CHECK(asked(s, s.nadia, RevealActivity{s.welcome, {}}) == Why::malformed);
}

TEST_CASE("R23 an activity opens when there is something to answer: choices, dots, a canvas") {
  SampleWorkshop s;
  const ActivityId no_choices = s.add_vote({});
  const ActivityId no_dots = s.add_vote({Item(s.till)}, 0, 0);
  Activity nowhere = s.new_activity(ActivityKind::place, "Nowhere");
  *items_in(nowhere) = {Item(s.ruth)};
  s.act(s.nadia, AddActivity{nowhere});
  for (const ActivityId id : {no_choices, no_dots, nowhere.id}) CHECK(asked(s, s.nadia, OpenActivity{id}) == Why::wrong_phase);
}

TEST_CASE("R23 placing on the map is done in the open: no list, nothing sealed, nothing revealed") {
  SampleWorkshop s;
  Activity on_map = s.new_activity(ActivityKind::place, "Who shapes the relaunch?");
  on_map.board = s.cards;
  CHECK(asked(s, s.nadia, AddActivity{on_map}) == Why::malformed);
  on_map.board = s.map;
  *items_in(on_map) = {Item(s.ruth)};
  CHECK(asked(s, s.nadia, AddActivity{on_map}) == Why::malformed);
  items_in(on_map)->clear();
  s.act(s.nadia, AddActivity{on_map});
  s.open(on_map.id);
  CHECK(asked(s, s.tomas, SealInput{on_map.id, PlacementSheet{}}) == Why::malformed);
  CHECK(asked(s, s.tomas, MoveStakeholders{{{s.ruth, true, {5000, 5000}, {}}}}).allowed());
  s.close(on_map.id);
  CHECK(asked(s, s.nadia, RevealActivity{on_map.id, {}}) == Why::malformed);
}

TEST_CASE("R24 from the opening on, choices, dots, secrecy and canvas stay; title and time may change") {
  SampleWorkshop s;
  const auto described = [&](const Activity& activity) { return asked(s, s.nadia, changed_to(s.workshop, activity)); };
  for (const ActivityId id : {s.placing, s.vote}) {
    const Activity before = *find(s.workshop, id);
    Activity after = before;
    after.title = "Another title";
    after.minutes = 12;
    after.show_stance = false;
    CHECK(described(after).allowed());
    after = before;
    after.secrecy = Secrecy::named;
    CHECK(described(after) == Why::wrong_phase);
    after = before;
    items_in(after)->pop_back();
    CHECK(described(after) == Why::wrong_phase);
    VoteSetupChange dots;
    dots.dots_per_person = std::uint16_t{4};
    CHECK(asked(s, s.nadia, ChangeSetup{id, dots}) == (id == s.vote ? Why::wrong_phase : Why::not_found));
    dots = {};
    dots.dots_per_item = std::uint16_t{1};
    CHECK(asked(s, s.nadia, ChangeSetup{id, dots}) == (id == s.vote ? Why::wrong_phase : Why::not_found));
    after = before;
    after.board = s.cards;
    CHECK(described(after) == Why::wrong_phase);
  }
  const ActivityId planned = s.add_vote({Item(s.ruth)});
  CHECK(asked(s, s.nadia, ChangeSetup{planned, VoteSetupChange{std::vector<Item>{Item(s.maya)}, 4, {}, {}}}).allowed());
  ChangeActivity named{planned};
  named.secrecy = Secrecy::named;
  CHECK(asked(s, s.nadia, named).allowed());
}

TEST_CASE("R24 describing an activity does not touch its phase, inputs or stars") {
  SampleWorkshop s;
  const Activity before = *find(s.workshop, s.vote);
  Activity described = before;
  described.title = "Another title";
  described.phase = Phase::planned;
  described.inputs.clear();
  stars_in(described)->clear();
  described.opened_ms = 5;
  s.act(s.nadia, changed_to(s.workshop, described));
  Activity expected = before;
  expected.title = "Another title";
  CHECK(*find(s.workshop, s.vote) == expected);
}

TEST_CASE("R25 the dots of a ballot are at most the budget, and the refusal says what to do") {
  SampleWorkshop s;
  const ActivityId vote = s.add_vote({Item(s.till), Item(s.data), Item(s.plan)}, 3, 0);
  s.open(vote);
  const auto seal = [&](std::vector<Dots> dots) { return asked(s, s.tomas, SealInput{vote, ballot(std::move(dots))}); };
  CHECK(seal({}).allowed());
  CHECK(seal({{Item(s.till), 3}}).allowed());
  CHECK(seal({{Item(s.till), 1}, {Item(s.data), 1}, {Item(s.plan), 1}}).allowed());
  const Answer over = seal({{Item(s.till), 2}, {Item(s.data), 2}});
  CHECK(over == Why::over_budget);
  CHECK(over.refusal->text == "You have 3 dots and used 4; take one back and send again.");
  CHECK(seal({{Item(s.till), 65535}, {Item(s.data), 65535}}) == Why::over_budget);
  CHECK(seal({{Item(s.till), 65535}, {Item(s.data), 1}}).refusal->text ==
        "You have 3 dots and used 65536; take 65533 back and send again.");
}

TEST_CASE("R26 a choice takes at most its limit of a person's dots, and is named once, with at least one dot") {
  SampleWorkshop s;
  const ActivityId vote = s.add_vote({Item(s.till), Item(s.data)}, 3, 2);
  s.open(vote);
  const auto seal = [&](std::vector<Dots> dots) { return asked(s, s.tomas, SealInput{vote, Ballot{std::move(dots)}}); };
  CHECK(seal({{Item(s.till), 2}}).allowed());
  CHECK(seal({{Item(s.till), 3}}) == Why::over_budget);
  CHECK(seal({{Item(s.till), 0}}) == Why::malformed);
  CHECK(seal({{Item(s.till), 1}, {Item(s.till), 1}}) == Why::malformed);
  CHECK(seal({{Item(s.plan), 1}}) == Why::not_found);
  CHECK(asked(s, s.tomas, SealInput{vote, PlacementSheet{}}) == Why::malformed);
}

TEST_CASE("R27 a placement lies on the board and is about something of the activity; what is left out is not known") {
  const SampleWorkshop s;
  const auto seal = [&](std::vector<CanvasPlace> places) { return asked(s, s.tomas, SealInput{s.placing, PlacementSheet{std::move(places)}}); };
  CHECK(seal({}).allowed());
  CHECK(seal({{Item(s.ruth), {0, 10000}}}).allowed());
  CHECK(seal({{Item(s.ruth), {0, 10001}}}) == Why::malformed);
  CHECK(seal({{Item(s.ruth), {0, 0}}, {Item(s.ruth), {0, 0}}}) == Why::malformed);
  CHECK(seal({{Item(s.maya), {0, 0}}}) == Why::not_found);
  CHECK(asked(s, s.tomas, SealInput{s.placing, Ballot{}}) == Why::malformed);
}

TEST_CASE("R28 a reveal names nobody in an anonymous activity, and everybody once in a named one") {
  SampleWorkshop s;
  const auto revealed = [&](ActivityId id, std::vector<RevealedInput> inputs) { return asked(s, s.nadia, RevealActivity{id, std::move(inputs)}); };
  const Input one = Ballot{{{Item(s.till), 1}}};
  const ActivityId anonymous = s.add_vote({Item(s.till)}, 2, 2);
  s.open(anonymous);
  s.close(anonymous);
  CHECK(revealed(anonymous, {{{}, one}, {{}, one}}).allowed());
  CHECK(revealed(anonymous, {{s.tomas, one}}) == Why::malformed);
  CHECK(revealed(anonymous, {{{}, Ballot{{{Item(s.till), 3}}}}}) == Why::over_budget);
  const ActivityId named = s.add_vote({Item(s.till)}, 2, 2, Secrecy::named);
  s.open(named);
  s.close(named);
  CHECK(revealed(named, {{s.tomas, one}, {s.priya, one}}).allowed());
  CHECK(revealed(named, {{s.priya, one}, {s.tomas, one}}) == Why::malformed);
  CHECK(revealed(named, {{s.tomas, one}, {s.tomas, one}}) == Why::malformed);
  CHECK(revealed(named, {{{}, one}}) == Why::malformed);
  CHECK(revealed(named, {{SeatId{50}, one}}) == Why::malformed);
}

TEST_CASE("R29 the star is one, is given once the vote is closed, and is the decider's") {
  SampleWorkshop s;
  Activity vote = s.new_activity(ActivityKind::vote, "Which first?");
  *items_in(vote) = sorted_items({Item(s.till), Item(s.data)});
  vote_in(vote)->dots_per_person = 1;
  vote_in(vote)->decider = s.tomas;
  s.act(s.nadia, AddActivity{vote});
  s.open(vote.id);
  CHECK(asked(s, s.tomas, GiveStar{vote.id, Item(s.till)}) == Why::wrong_phase);
  s.close(vote.id);
  CHECK(asked(s, s.priya, GiveStar{vote.id, Item(s.till)}) == Why::not_allowed);
  CHECK(asked(s, s.nadia, GiveStar{vote.id, Item(s.till)}) == Why::not_allowed);
  CHECK(asked(s, s.tomas, GiveStar{vote.id, Item(s.plan)}) == Why::not_found);
  CHECK(asked(s, s.tomas, TakeStar{vote.id, Item(s.till)}) == Why::not_found);
  s.act(s.tomas, GiveStar{vote.id, Item(s.till)});
  CHECK(asked(s, s.tomas, GiveStar{vote.id, Item(s.data)}) == Why::over_budget);
  CHECK(asked(s, s.nadia, OpenActivity{vote.id}) == Why::wrong_phase);
  s.act(s.tomas, TakeStar{vote.id, Item(s.till)});
  s.act({}, LeaveSeat{s.tomas});
  CHECK(asked(s, s.nadia, GiveStar{vote.id, Item(s.data)}).allowed());
  CHECK(asked(s, s.priya, GiveStar{vote.id, Item(s.data)}) == Why::not_allowed);
}

TEST_CASE("R29 the facilitator gives the star for a decider on their screen, or when nobody was named") {
  SampleWorkshop s;
  const SeatId helena = s.join("Helena Brandt", Role::participant, s.nadia);
  Activity vote = s.new_activity(ActivityKind::vote, "Which first?");
  *items_in(vote) = {Item(s.till)};
  vote_in(vote)->dots_per_person = 1;
  vote_in(vote)->decider = helena;
  s.act(s.nadia, AddActivity{vote});
  s.open(vote.id);
  s.close(vote.id);
  CHECK(asked(s, s.nadia, GiveStar{vote.id, Item(s.till)}).allowed());
  CHECK(asked(s, helena, GiveStar{vote.id, Item(s.till)}).allowed());
  CHECK(asked(s, s.priya, GiveStar{vote.id, Item(s.till)}) == Why::not_allowed);
  CHECK(asked(s, s.nadia, TakeStar{s.vote, Item(s.ruth)}).allowed());  // no decider
  CHECK(asked(s, s.nadia, GiveStar{s.placing, Item(s.ruth)}) == Why::malformed);
}

TEST_CASE("R30 a round follows one of its kind, a run-off is among the earlier choices, and none goes in a circle") {
  SampleWorkshop s;
  Activity run_off = s.new_activity(ActivityKind::vote, "Run-off");
  run_off.follows = s.vote;
  vote_in(run_off)->dots_per_person = 1;
  *items_in(run_off) = sorted_items({Item(s.till), Item(s.data)});
  CHECK(asked(s, s.nadia, AddActivity{run_off}).allowed());
  *items_in(run_off) = {Item(s.plan)};
  CHECK(asked(s, s.nadia, AddActivity{run_off}) == Why::malformed);
  Activity second = s.new_activity(ActivityKind::place, "Once more");
  second.follows = s.placing;
  second.board = s.canvas;
  CHECK(asked(s, s.nadia, AddActivity{second}).allowed());
  second.board = s.add_board(BoardKind::canvas, "Impact and effort");
  second.id = s.next<ActivityId>(s.nadia);
  CHECK(asked(s, s.nadia, AddActivity{second}) == Why::malformed);
  second.board = s.canvas;
  second.follows = s.vote;
  CHECK(asked(s, s.nadia, AddActivity{second}) == Why::malformed);
  second.follows = ActivityId{5};
  CHECK(asked(s, s.nadia, AddActivity{second}) == Why::not_found);

  const Activity a = s.new_activity(ActivityKind::discuss, "A");
  s.act(s.nadia, AddActivity{a});
  Activity b = s.new_activity(ActivityKind::discuss, "B");
  b.follows = a.id;
  s.act(s.nadia, AddActivity{b});
  Activity circle = a;
  circle.follows = b.id;
  CHECK(asked(s, s.nadia, changed_to(s.workshop, circle)) == Why::malformed);
  circle.follows = a.id;
  CHECK(asked(s, s.nadia, changed_to(s.workshop, circle)) == Why::malformed);
}

TEST_CASE("R30 a second round never touches the first") {
  SampleWorkshop s;
  const Activity first = *find(s.workshop, s.vote);
  Activity run_off = s.new_activity(ActivityKind::vote, "Run-off");
  run_off.follows = s.vote;
  vote_in(run_off)->dots_per_person = 1;
  *items_in(run_off) = sorted_items({Item(s.till), Item(s.data)});
  s.act(s.nadia, AddActivity{run_off});
  s.open(run_off.id);
  s.close(run_off.id);
  s.reveal(run_off.id, {{{}, Ballot{{{Item(s.data), 1}}}}});
  s.act(s.nadia, GiveStar{run_off.id, Item(s.data)});
  CHECK(*find(s.workshop, s.vote) == first);
}

TEST_CASE("R31 a new activity starts planned and empty, and only votes have dots") {
  SampleWorkshop s;
  const auto added = [&](auto change) {
    Activity activity = s.new_activity(ActivityKind::vote, "Vote");
    *items_in(activity) = sorted_items({Item(s.till), Item(s.data)});
    vote_in(activity)->dots_per_person = 3;
    change(activity);
    return asked(s, s.nadia, AddActivity{activity});
  };
  CHECK(added([](Activity&) {}).allowed());
  CHECK(added([](Activity& a) { a.title = " "; }) == Why::malformed);
  CHECK(added([](Activity& a) { a.minutes = 1441; }) == Why::malformed);
  CHECK(added([](Activity& a) { a.phase = Phase::open; }) == Why::malformed);
  CHECK(added([](Activity& a) { a.opened_ms = 1; }) == Why::malformed);
  CHECK(added([](Activity& a) { a.inputs = {{{}, Ballot{}}}; }) == Why::malformed);
  CHECK(added([](Activity& a) { *stars_in(a) = {items_of(a)[0]}; }) == Why::malformed);
  CHECK(added([](Activity& a) { std::swap((*items_in(a))[0], (*items_in(a))[1]); }) == Why::malformed);
  CHECK(added([](Activity& a) { (*items_in(a))[1] = Item(CardId{5}); std::sort(items_in(a)->begin(), items_in(a)->end()); }) == Why::not_found);
  CHECK(added([](Activity& a) { vote_in(a)->dots_per_item = 4; }) == Why::malformed);
  CHECK(added([](Activity& a) { vote_in(a)->dots_per_person = 1001; }) == Why::malformed);
  CHECK(added([](Activity& a) { vote_in(a)->decider = SeatId{50}; }) == Why::not_found);
  CHECK(added([&](Activity& a) { vote_in(a)->decider = s.olga; }) == Why::not_allowed);
  CHECK(added([](Activity& a) { a.board = BoardId{5}; }) == Why::not_found);
  for (const ActivityKind kind : {ActivityKind::discuss, ActivityKind::place}) CHECK(added([&](Activity& a) { a.kind = kind; }) == Why::malformed);
  const auto places_on = [&](BoardId board) {
    return added([&](Activity& a) {
      set_kind(a, ActivityKind::place);
      *items_in(a) = {Item(s.ruth)};
      a.board = board;
    });
  };
  CHECK(places_on(s.canvas).allowed());
  CHECK(places_on(s.map) == Why::malformed);
  CHECK(places_on(s.cards) == Why::malformed);
}

TEST_CASE("R31 an activity goes only while it is planned, not followed and not on the stage") {
  SampleWorkshop s;
  CHECK(asked(s, s.nadia, RemoveActivity{s.placing}) == Why::wrong_phase);
  CHECK(asked(s, s.nadia, RemoveActivity{s.vote}) == Why::wrong_phase);
  CHECK(asked(s, s.nadia, RemoveActivity{ActivityId{5}}) == Why::not_found);
  s.act(s.nadia, ShowOnStage{{{}, s.alignment}});
  CHECK(asked(s, s.nadia, RemoveActivity{s.alignment}) == Why::wrong_phase);
  s.act(s.nadia, ShowOnStage{});
  CHECK(asked(s, s.nadia, RemoveActivity{s.alignment}).allowed());
  Activity next = s.new_activity(ActivityKind::rate, "Again");
  next.follows = s.alignment;
  s.act(s.nadia, AddActivity{next});
  CHECK(asked(s, s.nadia, RemoveActivity{s.alignment}) == Why::wrong_phase);
}

TEST_CASE("R32 an input is sealed only while the activity is open") {
  SampleWorkshop s;
  const ActivityId vote = s.add_vote({Item(s.till)}, 1, 0);
  const auto seal = [&] { return asked(s, s.tomas, SealInput{vote, Ballot{{{Item(s.till), 1}}}}); };
  CHECK(seal() == Why::wrong_phase);
  s.open(vote);
  CHECK(seal().allowed());
  CHECK(asked(s, s.nadia, SealInput{vote, Ballot{}}).allowed());
  s.close(vote);
  CHECK(seal() == Why::wrong_phase);
  s.open(vote);
  CHECK(seal().allowed());
  s.close(vote);
  s.reveal(vote, {});
  CHECK(seal() == Why::wrong_phase);
}

TEST_CASE("R33 a timer runs for at most a day, and closes nothing") {
  SampleWorkshop s;
  CHECK(asked(s, s.nadia, StartTimer{0}) == Why::malformed);
  CHECK(asked(s, s.nadia, StartTimer{-1}) == Why::malformed);
  CHECK(asked(s, s.nadia, StartTimer{86'400'001}) == Why::malformed);
  CHECK(asked(s, s.nadia, StopTimer{}) == Why::wrong_phase);
  s.act(s.nadia, StartTimer{86'400'000});
  CHECK(s.workshop.timer == Timer{true, s.events.back().time_ms, 86'400'000});
  s.act(s.nadia, StopTimer{});
  CHECK_FALSE(s.workshop.timer.running);
  CHECK(find(s.workshop, s.placing)->phase == Phase::open);
}

TEST_CASE("R33 stopping a timer keeps what was left of it, and nothing once it is past its end") {
  const Event started{1, sample_start_ms, SeatId{1}, 1, StartTimer{300'000}};
  const auto stopped_after = [&](std::int64_t ms) {
    return folded(Workshop{}, std::array{started, Event{2, sample_start_ms + ms, SeatId{1}, 2, StopTimer{}}}).timer;
  };
  CHECK(stopped_after(60'000) == Timer{false, sample_start_ms, 240'000});
  CHECK(stopped_after(0) == Timer{false, sample_start_ms, 300'000});
  CHECK(stopped_after(300'001) == Timer{false, sample_start_ms, 0});
  const Event again{3, sample_start_ms + 90'000, SeatId{1}, 3, StopTimer{}};
  CHECK(folded(Workshop{}, std::array{started, Event{2, sample_start_ms + 60'000, SeatId{1}, 2, StopTimer{}}, again}).timer.duration_ms == 240'000);
}

TEST_CASE("R355 adjusting the timer is one event: from then on that much is left, and it runs on or stays paused") {
  SampleWorkshop s;
  CHECK(asked(s, s.nadia, AdjustTimer{0}) == Why::malformed);
  CHECK(asked(s, s.nadia, AdjustTimer{86'400'001}) == Why::malformed);
  CHECK(asked(s, s.tomas, AdjustTimer{60'000}) == Why::not_allowed);
  s.act(s.nadia, AdjustTimer{360'000});  // before it ever ran
  CHECK(s.workshop.timer == Timer{false, s.events.back().time_ms, 360'000});
  s.act(s.nadia, StartTimer{300'000});
  s.act(s.nadia, AdjustTimer{420'000});
  CHECK(s.workshop.timer == Timer{true, s.events.back().time_ms, 420'000});
  s.act(s.nadia, StopTimer{});
  s.act(s.nadia, AdjustTimer{60'000});
  CHECK(s.workshop.timer == Timer{false, s.events.back().time_ms, 60'000});
  s.act(s.nadia, StartTimer{60'000});
  // One that ran on from another day is none: adjusting it starts nothing.
  apply(s.workshop, {s.workshop.sequence + 1, s.events.back().time_ms + 60'000 + timer_forgotten_ms, s.nadia, 99, AdjustTimer{300'000}});
  CHECK_FALSE(s.workshop.timer.running);
  CHECK(s.workshop.timer.duration_ms == 300'000);
}

TEST_CASE("R34 decisions say something, bookmarks have a name, and the stage shows what is there") {
  SampleWorkshop s;
  const auto decision = [&](std::string text, std::string owner) {
    return asked(s, s.nadia, RecordDecision{{s.next<DecisionId>(s.nadia), std::move(text), std::move(owner)}});
  };
  CHECK(decision("Start in May", "").allowed());
  CHECK(decision(" ", "Maya") == Why::malformed);
  CHECK(decision(std::string(max_text_bytes + 1, 'a'), "") == Why::malformed);
  CHECK(decision("Start in May", "two\nlines") == Why::malformed);
  CHECK(asked(s, s.nadia, RemoveDecision{DecisionId{5}}) == Why::not_found);
  CHECK(asked(s, s.nadia, RemoveBookmark{BookmarkId{5}}) == Why::not_found);
  CHECK(asked(s, s.nadia, SetBookmark{s.next<BookmarkId>(s.nadia), ""}) == Why::malformed);
  CHECK(asked(s, s.nadia, SetBookmark{s.workshop.bookmarks[0].id, "Again"}) == Why::duplicate_id);
  CHECK(asked(s, s.nadia, ShowOnStage{{BoardId{5}, {}}}) == Why::not_found);
  CHECK(asked(s, s.nadia, ShowOnStage{{{}, ActivityId{5}}}) == Why::not_found);
  CHECK(asked(s, s.nadia, ShowOnStage{{s.map, s.vote}}).allowed());
}

TEST_CASE("R34 a decision that is there is changed field by field, and in old files written anew") {
  SampleWorkshop s;
  Decision decision = s.workshop.decisions[0];
  decision.owner = "Maya Lindqvist";
  CHECK(asked(s, s.nadia, RecordDecision{decision}) == Why::duplicate_id);
  CHECK(asked(s, s.nadia, ChangeDecision{decision.id, " "}) == Why::malformed);
  CHECK(asked(s, s.nadia, ChangeDecision{decision.id, {}, "a\nb"}) == Why::malformed);
  CHECK(asked(s, s.nadia, ChangeDecision{DecisionId{5}, "Anything"}) == Why::not_found);
  CHECK(asked(s, s.tomas, ChangeDecision{decision.id, "Anything"}) == Why::not_allowed);
  Workshop old = s.workshop;
  apply(old, {old.sequence + 1, sample_start_ms, s.nadia, 0, RecordDecision{decision}});
  CHECK(old.decisions == std::vector<Decision>{decision});
  s.act(s.nadia, *change_of(s.workshop.decisions[0], decision));
  CHECK(s.workshop.decisions == std::vector<Decision>{decision});
}

}  // namespace standpoint::check_activities_test
