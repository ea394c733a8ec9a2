// Values only; nothing here needs to obey the rules of a workshop.
#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "tests/core/samples/every_action.h"

namespace standpoint::samples {
namespace {

const Item ruth{StakeholderId{0x100000001}};
const Item queue_card{CardId{0x200000003}};

Stakeholder stakeholder() {
  Stakeholder s;
  s.id = mint<StakeholderId>(SeatId{1}, 1);
  s.name = "Ruth Kaplan";
  s.role = "Head of Stores";
  s.organisation = "Northwind";
  s.kind = StakeholderKind::regulator;
  s.ring = Ring::external;
  s.influence = 5;
  s.formal_power = -2;
  s.stance = Stance::supportive;
  s.desired_stance = Stance::leading;
  s.needs = "Tills that never stop";
  s.expectations = "A word before Friday";
  s.note = "Tom\xC3\xA1s knows her";
  s.placed = true;
  s.at = {7500, 2500};
  return s;
}

Tie tie() {
  return {TieId{0x100000002}, StakeholderId{0x100000001}, StakeholderId{0x100000004}, TieKind::conflicts_with, 3, "since May"};
}

Board board() {
  Board b;
  b.id = BoardId{0x100000005};
  b.kind = BoardKind::cards;
  b.title = "Impact and effort";
  b.x = {"Effort", "little", "much"};
  b.y = {"Impact", "small", "large"};
  b.regions = {"fill in", "drop", "do now", "plan"};
  b.zones = {{"Pains", {{10, 20}, {4000, 9000}}}};
  b.places = {{ruth, {1, 2}}, {queue_card, {3, 4}}};
  return b;
}

Card card() {
  return {CardId{0x200000003}, BoardId{0x100000005}, 2, {1234, 5678}, CardColour::mint, "Who answers\nwhen the till stops?"};
}

Ballot ballot() { return {{{ruth, 2}, {queue_card, 300}}}; }
PlacementSheet sheet() { return {{{ruth, {9000, 100}}}}; }

std::vector<RevealedInput> inputs() { return {{SeatId{4}, ballot()}, {SeatId{5}, sheet()}}; }

Activity activity() {
  Activity a;
  a.id = ActivityId{0x100000006};
  set_kind(a, ActivityKind::vote);
  a.title = "Who first?";
  a.minutes = 12;
  a.board = BoardId{0x100000005};
  a.secrecy = Secrecy::named;
  *items_in(a) = {ruth, queue_card};
  vote_in(a)->dots_per_person = 3;
  vote_in(a)->dots_per_item = 2;
  vote_in(a)->decider = SeatId{9};
  a.follows = ActivityId{0x100000007};
  a.show_stance = false;
  a.show_conflicts = false;
  a.phase = Phase::revealed;
  a.opened_ms = 1700000000001;
  a.closed_ms = 1700000000002;
  a.inputs = inputs();
  *stars_in(a) = {queue_card};
  return a;
}

RestoreItems restored() {
  RestoreItems r;
  r.stakeholders = {stakeholder()};
  r.ties = {tie()};
  r.cards = {card()};
  r.places = {{BoardId{0x100000008}, {ruth, {5, 6}}}};
  r.activities = {{ActivityId{0x100000006}, {ruth}, inputs(), {queue_card}}};
  return r;
}

ChangeStakeholder changed_stakeholder() {
  ChangeStakeholder change{StakeholderId{0x100000001}};
  change.role = "Head of Stores";
  change.influence = std::uint8_t{5};
  change.formal_power = -2;
  change.stance = Stance::supportive;
  change.needs = "Tills that never stop";
  change.over = 0x1122334455667788;
  return change;
}

SeparateStakeholders separated() {
  SeparateStakeholders s;
  s.kept.stakeholder = StakeholderId{0x100000004};
  s.kept.role = "Buyer";
  s.kept.needs = "";
  s.stood = {{StakeholderId{0x100000004}, false, {}, Ring::team}};
  s.gone = stakeholder();
  s.ties = {tie()};
  s.places = {{BoardId{0x100000008}, {ruth, {5, 6}}}};
  s.activities = {{ActivityId{0x100000006}, {ruth}, inputs(), {queue_card}}};
  s.first_words = {{ActivityId{0x100000006}, ruth, "Ruth K."}};
  s.over = 0x0102030405060708;
  return s;
}

ChangeBoard changed_board() {
  ChangeBoard change{BoardId{0x100000005}};
  change.title = "Impact and effort";
  change.y_low = "small";
  change.regions = {{}, {}, "do now"};
  change.zones = {"Pains"};
  return change;
}

}  // namespace

std::vector<Action> every_action() {
  const ActivityId vote{0x100000006};
  return {
      StartSession{"Checkout relaunch", "Day one"},
      RenameSession{"Checkout", "Day two"},
      JoinSeat{SeatId{4}, "Priya", Role::observer, SeatId{1}},
      LeaveSeat{SeatId{4}},
      AddStakeholder{stakeholder()},
      DescribeStakeholder{stakeholder()},
      MoveStakeholders{{{StakeholderId{0x100000001}, false, {40, 50}, Ring::regulator}}},
      AddTie{tie()},
      DescribeTie{tie()},
      AddBoard{board()},
      DescribeBoard{board()},
      AddCard{card()},
      EditCard{CardId{0x200000003}, "Who answers?", CardColour::rose},
      MoveCards{{{CardId{0x200000003}, 1, {60, 70}}}},
      PlaceOnCanvas{BoardId{0x100000008}, {{ruth, {80, 90}}}},
      TakeOffCanvas{BoardId{0x100000008}, {ruth, queue_card}},
      RemoveItems{{StakeholderId{0x100000001}}, {TieId{0x100000002}}, {CardId{0x200000003}}},
      restored(),
      AddActivity{activity(), 4},
      DescribeActivity{activity()},
      RemoveActivity{vote},
      OpenActivity{vote},
      CloseActivity{vote},
      RevealActivity{vote, inputs()},
      SealInput{vote, sheet()},
      GiveStar{vote, queue_card},
      TakeStar{vote, ruth},
      StartTimer{300000},
      StopTimer{},
      RecordDecision{{DecisionId{0x100000009}, "Ask Ruth first", "Ben"}},
      SetBookmark{BookmarkId{0x10000000A}, "Four people name Ruth"},
      ShowOnStage{{BoardId{0x100000005}, vote}},
      RemoveBoard{BoardId{0x100000005}},
      RemoveDecision{DecisionId{0x100000009}},
      RemoveBookmark{BookmarkId{0x10000000A}},
      DescribeSeat{SeatId{4}, "Priya", Role::facilitator},
      LockLobby{true},
      CoverStage{StageCover::blank},
      WriteNotes{"Ruth\nfirst"},
      TellLost{{vote, 2, 3}},
      MergeSeats{SeatId{4}, SeatId{9}},
      ClearSeats{{SeatId{5}, SeatId{7}}},
      TellCount{{vote, 12}},
      changed_stakeholder(),
      ChangeTie{TieId{0x100000002}, {}, StakeholderId{0x100000004}, TieKind::trusts, {}, "since May", 0x0102030405060708},
      changed_board(),
      ChangeCard{CardId{0x200000003}, "Who answers?", {}, 9},
      ChangeSeat{SeatId{4}, {}, Role::facilitator},
      ChangeActivity{vote, "Who first?", 12, BoardId{0x100000005}, Secrecy::named, {}, true, {}},
      ChangeSetup{vote, VoteSetupChange{std::vector<Item>{ruth, queue_card}, 3, {}, SeatId{9}}},
      MergeStakeholders{StakeholderId{0x100000004}, StakeholderId{0x100000001}},
      separated(),
      ChangeDecision{DecisionId{0x100000009}, "Ask Ruth first", {}, 9},
      ChangeNotes{"Ruth\nfirst", 7},
      AdjustTimer{240000},
      TellReceipts{vote, {5, 0x1122334455667788}},
  };
}

Event golden_event(std::size_t n) {
  const auto number = static_cast<std::uint32_t>(n);
  return {number + 1, 1700000000000 + 60000 * static_cast<std::int64_t>(number), SeatId{3}, 7 + number, every_action()[n]};
}

}  // namespace standpoint::samples
