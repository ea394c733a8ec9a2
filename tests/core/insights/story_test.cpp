// R39: every event is told in plain words.
#include "core/insights/story.h"

#include "tests/core/samples/sample_workshop.h"

namespace standpoint::story_test {

namespace {

// "Priya moved a stakeholder / Ruth Kaplan, External to Internal"
std::string told(const SampleRoom& room, SeatId by, Action action) {
  const StoryLine story = story_of(room.workshop, {99, sample_start_ms, by, 1, std::move(action)});
  return story.detail.empty() ? story.what : story.what + " / " + story.detail;
}

}  // namespace

TEST_CASE("R39 the story of the review picture") {
  SampleWorkshop s;
  const SeatId ben = s.join("Ben Ito", Role::participant, s.nadia);
  const SeatId chloe = s.join("Chloé Martin", Role::participant, s.nadia);
  CHECK(told(s, s.tomas, AddCard{{{9}, s.cards, 0, {}, {}, "Who answers when the till stops?"}}) == "Tomás added a card / “Who answers when the till stops?”");
  CHECK(told(s, s.tomas, AddTie{{{9}, s.ruth, s.helena, TieKind::influences, 1, ""}}) == "Tomás drew a tie / Ruth Kaplan influences Helena Brandt");
  CHECK(told(s, s.nadia, SetBookmark{{9}, "Four people name Ruth"}) == "Nadia set a bookmark / Four people name Ruth");
  CHECK(told(s, s.priya, MoveStakeholders{{{s.ruth, false, {}, Ring::internal}}}) == "Priya moved a stakeholder / Ruth Kaplan, External to Internal");
  Stakeholder ruth = *find(s.workshop, s.ruth);
  ruth.influence = 4;
  CHECK(told(s, ben, DescribeStakeholder{ruth}) == "Ben raised influence / Ruth Kaplan, 3 to 4");
  Stakeholder mei = *find(s.workshop, s.mei);
  mei.stance = Stance::unaware;
  CHECK(told(s, chloe, DescribeStakeholder{mei}) == "Chloé set a stance / Mei Chen, unaware");
}

TEST_CASE("R39 a change of one field is told by its name, of several as a description") {
  const SampleWorkshop s;
  const auto story = [&](auto change) {
    Stakeholder ruth = *find(s.workshop, s.ruth);
    change(ruth);
    return told(s, s.priya, DescribeStakeholder{ruth});
  };
  CHECK(story([](Stakeholder& r) { r.name = "Ruth K."; }) == "Priya renamed a stakeholder / Ruth Kaplan, now Ruth K.");
  CHECK(story([](Stakeholder& r) { r.influence = 1; }) == "Priya lowered influence / Ruth Kaplan, 3 to 1");
  CHECK(story([](Stakeholder& r) { r.kind = StakeholderKind::partner; }) == "Priya changed a kind / Ruth Kaplan, internal to partner");
  CHECK(story([](Stakeholder& r) { r.ring = Ring::regulator; }) == "Priya moved a stakeholder / Ruth Kaplan, External to Regulators");
  CHECK(story([](Stakeholder& r) { r.note = "n"; }) == "Priya described a stakeholder / Ruth Kaplan");  // it stays as it was
  Stakeholder noted = *find(s.workshop, s.ruth);
  noted.note = "n";
  CHECK(told(s, s.nadia, DescribeStakeholder{noted}) == "Nadia wrote a private note / Ruth Kaplan");
  CHECK(story([](Stakeholder& r) { r.role = "Buyer"; r.influence = 1; }) == "Priya described a stakeholder / Ruth Kaplan");
  CHECK(story([](Stakeholder&) {}) == "Priya described a stakeholder / Ruth Kaplan");
}

TEST_CASE("R39 several things at once are counted, and at most three are named") {
  const SampleWorkshop s;
  CHECK(told(s, s.priya, MoveStakeholders{{{s.ruth, true, {}, {}}, {s.maya, true, {}, {}}}}) == "Priya moved 2 stakeholders / Ruth Kaplan, Maya Lindqvist");
  CHECK(told(s, s.nadia, RemoveItems{{s.maya, s.ruth, s.helena, s.lars, s.mei}, {}, {}}) ==
        "Nadia removed 5 stakeholders / Maya Lindqvist, Ruth Kaplan, Helena Brandt and 2 more");
  CHECK(told(s, s.nadia, RemoveItems{{s.maya}, {s.lars_ruth}, {}}) == "Nadia removed 2 things / Maya Lindqvist, Lars Eriksen trusts Ruth Kaplan");
  CHECK(told(s, s.nadia, RestoreItems{{*find(s.workshop, s.ruth)}, {*find(s.workshop, s.ruth_helena)}, {}, {}, {}}) == "Nadia put a stakeholder back / Ruth Kaplan");
  CHECK(told(s, s.nadia, PlaceOnCanvas{s.canvas, {{Item(s.maya), {}}}}) == "Nadia placed a stakeholder / Maya Lindqvist on Power and interest");
  CHECK(told(s, s.nadia, PlaceOnCanvas{s.canvas, {{Item(s.ruth), {}}}}) == "Nadia moved a stakeholder / Ruth Kaplan on Power and interest");
}

TEST_CASE("R39 seats, activities and the timer have their words") {
  const SampleWorkshop s;
  CHECK(told(s, {}, StartSession{"Checkout relaunch", ""}) == "The session started / Checkout relaunch");
  CHECK(told(s, {}, JoinSeat{SeatId{6}, "Ben Ito", Role::participant, {}}) == "Ben joined / As participant");
  CHECK(told(s, s.nadia, JoinSeat{SeatId{6}, "Ben Ito", Role::participant, s.nadia}) == "Ben joined / On Nadia’s screen");
  CHECK(told(s, {}, LeaveSeat{s.tomas}) == "Tomás left");
  CHECK(told(s, s.tomas, DescribeSeat{s.tomas, "Tom Herrera", Role::participant}) == "Tomás took another name / Tom Herrera");
  CHECK(told(s, s.nadia, DescribeSeat{s.tomas, "Tom Herrera", Role::participant}) == "Nadia renamed Tomás / Tom Herrera");
  CHECK(told(s, s.nadia, DescribeSeat{s.tomas, "Tomás Herrera", Role::facilitator}) == "Nadia gave Tomás another role / Now facilitator");
  CHECK(told(s, s.nadia, LockLobby{true}) == "Nadia locked the lobby");
  CHECK(told(s, s.nadia, CoverStage{StageCover::frozen}) == "Nadia froze the stage");
  CHECK(told(s, s.nadia, WriteNotes{"Ruth first"}) == "Nadia wrote in the notes");
  CHECK(told(s, s.nadia, OpenActivity{s.alignment}) == "Nadia opened a rating / Alignment");
  CHECK(told(s, s.nadia, CloseActivity{s.placing}) == "Nadia closed a placing / Power and interest");
  CHECK(told(s, s.nadia, RevealActivity{s.vote, {}}) == "Nadia revealed a vote / Where must we act first?");
  Activity run_off = s.new_activity(ActivityKind::vote, "Run-off");
  run_off.follows = s.vote;
  CHECK(told(s, s.nadia, AddActivity{run_off}) == "Nadia planned a run-off / Run-off");
  CHECK(told(s, s.nadia, GiveStar{s.vote, Item(s.till)}) == "Nadia gave the star / “Who answers when the till stops?”");
  CHECK(told(s, s.nadia, StartTimer{305'000}) == "Nadia started the timer / 5:05");
  CHECK(told(s, s.nadia, AdjustTimer{305'000}) == "Nadia set the timer / 5:05");
  CHECK(told(s, s.nadia, ChangeNotes{"Ruth first"}) == "Nadia wrote in the notes");
  CHECK(told(s, {}, TellReceipts{s.vote, {1, 2}}) == "What counted is noted / Where must we act first?");
  const DecisionId decision = s.workshop.decisions[0].id;
  CHECK(told(s, s.nadia, ChangeDecision{decision, {}, "Maya"}) == "Nadia changed the owner of a decision / “Ruth joins the weekly call”, Maya");
  CHECK(told(s, s.nadia, ChangeDecision{decision, "Start in May"}) == "Nadia changed the words of a decision / “Start in May”");
  CHECK(told(s, s.nadia, RecordDecision{{{9}, "Start in May", "Maya"}}) == "Nadia recorded a decision / “Start in May”, Maya");
}

TEST_CASE("R39 two people with one first name are told apart") {
  SampleRoom room;
  room.join("Tomás Varga", Role::participant);
  CHECK(told(room, room.tomas, StopTimer{}) == "Tomás Herrera stopped the timer");
  CHECK(told(room, room.priya, StopTimer{}) == "Priya stopped the timer");
}

TEST_CASE("R39 every event of a session is told, and nothing said in secret names anybody") {
  const SampleWorkshop s;
  Workshop before;
  for (const Event& event : s.events) {
    CHECK_FALSE(story_of(before, event).what.empty());
    apply(before, event);
  }
  CHECK(told(s, s.tomas, SealInput{s.placing, PlacementSheet{}}) == "Somebody answered in secret / Power and interest");
}

}  // namespace standpoint::story_test
