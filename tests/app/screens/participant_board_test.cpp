// Boards in a participant's hand: what they write in lists on a phone, what they move on a tablet, and the decider's star.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/screens/hand/participant.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::participant_board_test {

using namespace standpoint::testing;

namespace {

// Tomás holds the glass and looks at a board between two activities.
struct Hand {
  SampleRoom room;
  ParticipantState state;
  ParticipantUi ui;
  Role role = Role::participant;
  std::vector<std::string> words;
  UiDriver driver;

  explicit Hand(float width = 390, float height = 844)
      : driver([this](const Frame& frame, Commands& commands) {
          words = words_of(frame, true, [&](const Frame& seen) {
            Frame own = seen;
            own.me = room.tomas;
            own.role = role;
            draw_participant(own, room.workshop, state, ui, commands);
          });
        }, width, height) {
    driver.glass = Glass{1, {{0, 0}, {width, height}}};
  }
  void look_at(BoardId board) {
    room.act(room.nadia, ShowOnStage{{board, {}}});
    driver.frames(3);
    driver.click("See the board");
    driver.frames(3);
  }
  // Everything asked for since the last call; the rules allow it.
  template <class Wanted>
  Wanted only() {
    const Wanted answer = driver.take_only<Wanted>();
    room.act(room.tomas, answer);
    driver.frames(3);
    return answer;
  }
};

}  // namespace

TEST_CASE("R132 on a phone a participant adds somebody to the map, ties two people, and removes whom they added") {
  Hand hand;
  const BoardId map = hand.room.add_board(BoardKind::map, "Map");
  const StakeholderId ada = hand.room.add_stakeholder(hand.room.nadia, "Ada Holm");
  hand.look_at(map);
  hand.driver.click("Add somebody");
  hand.driver.frames(3);
  CHECK_FALSE(hand.driver.enabled("Add"));
  hand.driver.type("Ben Okoro");
  hand.driver.click("Regulators");
  hand.driver.click("Add");
  const Stakeholder ben = hand.only<AddStakeholder>().stakeholder;
  CHECK(ben.name == "Ben Okoro");
  CHECK(ben.ring == Ring::regulator);
  hand.driver.click("Ben Okoro");
  hand.driver.frames(3);
  hand.driver.click("Add a tie");
  hand.driver.frames(3);
  CHECK_FALSE(hand.driver.has("Ben Okoro"));  // nobody is tied to themselves
  hand.driver.click("Ada Holm");
  hand.driver.frames(3);
  hand.driver.click("reports to");
  const Tie tie = hand.only<AddTie>().tie;
  CHECK(tie.from == ben.id);
  CHECK(tie.to == ada);
  CHECK(tie.kind == TieKind::reports_to);
  hand.driver.click("Add a tie");
  hand.driver.frames(3);
  hand.driver.click("Ada Holm");
  hand.driver.frames(3);
  CHECK_FALSE(hand.driver.has("reports to"));  // it is there already
  CHECK(hand.driver.has("trusts"));
  hand.driver.click("Cancel");
  hand.driver.frames(3);
  hand.driver.click("Remove");
  CHECK(hand.only<RemoveItems>().stakeholders == std::vector{ben.id});
  hand.driver.click("Ada Holm");
  hand.driver.frames(3);
  CHECK_FALSE(hand.driver.has("Remove"));  // somebody else added her
}

TEST_CASE("R132 on a phone a participant writes cards into a zone, edits and moves them, and removes their own") {
  Hand hand;
  const BoardId board = hand.room.add_board(BoardKind::cards, "Hopes and fears");
  const CardId other = hand.room.add_card(hand.room.nadia, board, "One plan");
  hand.look_at(board);
  hand.driver.click("Add a card##Fears1");
  hand.driver.frames(3);
  hand.driver.type("The till stops");
  hand.driver.click("Save");
  const Card added = hand.only<AddCard>().card;
  CHECK(added.text == "The till stops");
  CHECK(added.zone == 1);
  hand.driver.click("The till stops");
  hand.driver.frames(3);
  hand.driver.click("Hopes");
  hand.driver.click("Save");
  CHECK(hand.only<MoveCards>().moves.at(0).zone == 0);
  hand.driver.click("The till stops");
  hand.driver.frames(3);
  hand.driver.click("Remove card");
  CHECK(hand.only<RemoveItems>().cards == std::vector{added.id});
  hand.driver.click("One plan");
  hand.driver.frames(3);
  CHECK_FALSE(hand.driver.has("Remove card"));
  hand.driver.type(" for all");
  hand.driver.click("Save");
  CHECK(hand.only<ChangeCard>().card == other);
}

TEST_CASE("R132 who only watches, and everybody in a session that is read only, is offered nothing to write") {
  for (const bool watches : {true, false})
    for (const BoardKind kind : {BoardKind::map, BoardKind::cards}) {
      Hand hand;
      const BoardId board = hand.room.add_board(kind, "Board");
      hand.room.add_stakeholder(hand.room.nadia, "Ada Holm");
      if (kind == BoardKind::cards) hand.room.add_card(hand.room.nadia, board, "One plan");
      if (watches) hand.role = Role::observer;
      else hand.driver.prepare = [](Frame& frame) { frame.read_only = true; };
      hand.room.act(hand.room.nadia, ShowOnStage{{board, {}}});
      hand.driver.frames(3);
      if (hand.driver.has("See the board")) hand.driver.click("See the board");
      hand.driver.frames(3);
      for (const char* label : {"Add somebody", "Add a tie", "Write cards", "Add a card##Hopes0", "Add a card##Fears1", "One plan"}) CHECK_FALSE(hand.driver.has(label));
    }
}

TEST_CASE("R132 the page that is written on goes when what it is about goes, and nothing is sent") {
  Hand hand;
  const BoardId board = hand.room.add_board(BoardKind::cards, "Hopes and fears");
  const CardId card = hand.room.add_card(hand.room.nadia, board, "One plan");
  hand.look_at(board);
  hand.driver.click("One plan");
  hand.driver.frames(3);
  hand.room.act(hand.room.nadia, RemoveItems{{}, {}, {card}});
  hand.driver.frames(3);
  CHECK_FALSE(hand.driver.has("Save"));
  CHECK(hand.driver.take().actions.empty());
}

TEST_CASE("R133 on a tablet a participant moves what stands on the canvas, on a shared screen cards too, and changes no word of the board") {
  SUBCASE("the canvas") {
    Hand hand(1180, 820);
    const BoardId board = hand.room.add_board(BoardKind::canvas, "Power and interest");
    const StakeholderId ada = hand.room.add_stakeholder(hand.room.nadia, "Ada Holm"), ben = hand.room.add_stakeholder(hand.room.nadia, "Ben Okoro");
    hand.room.act(hand.room.nadia, PlaceOnCanvas{board, {{Item(ada), {3000, 7000}}}});
    hand.look_at(board);
    const Vec from = hand.driver.box_of("Ada Holm").center();
    hand.driver.drag(from, from + Vec{120, 80});  // up and down too: the page does not take it for its own scrolling
    CHECK(hand.only<PlaceOnCanvas>().places.at(0).item == Item(ada));
    // Who waits below the plane: a tap picks, a tap on the plane puts.
    hand.driver.click("Ben Okoro");
    hand.driver.click_at(from);
    CHECK(hand.only<PlaceOnCanvas>().places.at(0).item == Item(ben));
    for (const std::string& label : hand.driver.labels()) CHECK(label.find("Interest") == std::string::npos);
  }
  SUBCASE("the cards") {
    Hand hand(1600, 1000);
    const BoardId board = hand.room.add_board(BoardKind::cards, "Hopes and fears");
    const CardId card = hand.room.add_card(hand.room.nadia, board, "One plan");
    hand.look_at(board);
    const Vec from = hand.driver.box_of("One plan").center();
    hand.driver.drag(from, from + Vec{560, 0});
    const auto moved = hand.only<MoveCards>();
    CHECK(moved.moves.at(0).card == card);
    CHECK(moved.moves.at(0).zone == 1);
  }
}

TEST_CASE("R134 a long press opens what lies under it: on cards the words, beside them a new card") {
  Hand hand(1600, 1000);
  const BoardId board = hand.room.add_board(BoardKind::cards, "Hopes and fears");
  hand.room.add_card(hand.room.nadia, board, "One plan");
  hand.look_at(board);
  const Vec card = hand.driver.box_of("One plan").center();
  SUBCASE("a card") {
    hand.driver.hold(card);
    CHECK_FALSE(hand.ui.cards.writing);  // only once it is let go: a hand that hesitates still drags
    hand.driver.let_go();
    hand.driver.frames(3);
    CHECK(hand.ui.cards.writing);
    CHECK(hand.ui.cards.draft == "One plan");
  }
  SUBCASE("the paper") {
    hand.driver.hold(card + Vec{500, 120});
    hand.driver.let_go();
    hand.driver.frames(3);
    CHECK(hand.ui.cards.writing);
    CHECK(hand.ui.cards.draft.empty());
    CHECK(hand.ui.cards.draft_zone == 1);
  }
  SUBCASE("a tap only selects") {
    hand.driver.click_at(card);
    hand.driver.frames(3);
    CHECK_FALSE(hand.ui.cards.writing);
  }
}

TEST_CASE("R344 on a phone whoever types a name that is there is shown who is there") {
  Hand hand;
  const BoardId map = hand.room.add_board(BoardKind::map, "Map");
  const StakeholderId ada = hand.room.add_stakeholder(hand.room.nadia, "Ad\u00E8le Holm");
  hand.look_at(map);
  hand.driver.click("Add somebody");
  hand.driver.frames(3);
  hand.driver.type("adele hol");
  hand.driver.frames(3);
  CHECK_FALSE(hand.driver.has("Show them"));
  hand.driver.type("m");
  hand.driver.frames(3);
  CHECK(says(hand.words, "Ad\u00E8le Holm is on the map already."));
  CHECK(hand.driver.has("Add"));  // two people may have one name
  hand.driver.click("Show them");
  hand.driver.frames(3);
  CHECK(hand.driver.take().actions.empty());
  CHECK(hand.ui.person == ada);
  CHECK(hand.driver.has("All people"));
}

TEST_CASE("R135 after the reveal the decider gives their star from their own tablet, moves it and takes it back; nobody else can") {
  for (const bool decides : {true, false}) {
    Hand hand;
    const BoardId ideas = hand.room.add_board(BoardKind::cards, "Ideas");
    const Item alpha(hand.room.add_card(hand.room.nadia, ideas, "Alpha")), beta(hand.room.add_card(hand.room.nadia, ideas, "Beta"));
    const ActivityId vote = hand.room.add_vote({alpha, beta});
    Activity described = *find(hand.room.workshop, vote);
    vote_in(described)->decider = decides ? hand.room.tomas : hand.room.priya;
    hand.room.act(hand.room.nadia, changed_to(hand.room.workshop, described));
    hand.room.open(vote);
    hand.room.close(vote);
    hand.room.reveal(vote, {{{}, Ballot{{{alpha, 2}}}}});
    hand.room.act(hand.room.nadia, ShowOnStage{{ideas, vote}});
    hand.driver.frames(3);
    CHECK(says(hand.words, "You decide") == decides);
    if (!decides) {
      CHECK_FALSE(hand.driver.has("Star Beta"));
      CHECK(says(hand.words, "Priya Raman’s"));
      continue;
    }
    hand.driver.click("Star Beta");
    CHECK(hand.only<GiveStar>().item == beta);
    hand.driver.click("Take the star from Beta");
    CHECK(hand.only<TakeStar>().item == beta);
    hand.driver.click("Star Alpha");
    CHECK(hand.only<GiveStar>().item == alpha);
    hand.driver.click("Star Beta");
    const Commands taken = hand.driver.take();
    REQUIRE(taken.actions.size() == 2);
    for (const Commands::Requested& requested : taken.actions) hand.room.act(hand.room.tomas, requested.action);
    CHECK(stars_of(*find(hand.room.workshop, vote)) == std::vector{beta});
  }
}

TEST_CASE("R134 a long press on somebody on the canvas opens their panel, and a tap or a drag does not") {
  Hand hand(1180, 820);
  const BoardId board = hand.room.add_board(BoardKind::canvas, "Power and interest");
  const StakeholderId ada = hand.room.add_stakeholder(hand.room.nadia, "Ada Holm");
  hand.room.act(hand.room.nadia, PlaceOnCanvas{board, {{Item(ada), {3000, 7000}}}});
  hand.look_at(board);
  const Vec at = hand.driver.box_of("Ada Holm").center();
  hand.driver.click_at(at);
  CHECK_FALSE(hand.ui.canvas.opened);
  hand.driver.drag(at, at + Vec{2, 60});
  hand.driver.take();
  CHECK_FALSE(hand.ui.canvas.opened);
  hand.driver.hold(at);
  hand.driver.let_go();
  hand.driver.frames(3);
  CHECK(hand.ui.canvas.opened == ada);
  CHECK(hand.driver.has("##Role"));
  CHECK_FALSE(says(hand.words, "Private note"));
}

TEST_CASE("who joins late gets a ballot while the vote is open, and none once it is closed") {
  Hand hand;
  const BoardId ideas = hand.room.add_board(BoardKind::cards, "Ideas");
  const ActivityId vote = hand.room.add_vote({Item(hand.room.add_card(hand.room.nadia, ideas, "Alpha"))});
  hand.room.open(vote);
  hand.room.act(hand.room.nadia, ShowOnStage{{ideas, vote}});
  hand.room.tomas = hand.room.join("Late Larsen", Role::participant);
  hand.driver.frames(3);
  CHECK(hand.driver.has("Submit ballot"));
  hand.room.close(vote);
  hand.driver.frames(3);
  CHECK_FALSE(hand.driver.has("Submit ballot"));
}

TEST_CASE("after a second round a tablet shows where the medians went") {
  Hand hand(1180, 820);
  const BoardId canvas = hand.room.add_board(BoardKind::canvas, "Power and interest");
  const StakeholderId ada = hand.room.add_stakeholder(hand.room.nadia, "Ada Holm");
  const auto places = [&](int x) { return std::vector<RevealedInput>{{{}, PlacementSheet{{{Item(ada), {x, 5000}}}}}}; };
  const ActivityId first = hand.room.add_placing(canvas, {Item(ada)});
  hand.room.open(first);
  hand.room.close(first);
  hand.room.reveal(first, places(2000));
  Activity again = hand.room.new_activity(ActivityKind::place, "Once more");
  again.board = canvas;
  *items_in(again) = {Item(ada)};
  again.follows = first;
  hand.room.act(hand.room.nadia, AddActivity{again});
  hand.room.open(again.id);
  hand.room.close(again.id);
  hand.room.reveal(again.id, places(8000));
  hand.room.act(hand.room.nadia, ShowOnStage{{canvas, again.id}});
  hand.driver.frames(3);
  hand.driver.click("What moved");
  hand.driver.frames(3);
  CHECK(hand.ui.canvas.show_moves);
  CHECK_FALSE(hand.driver.has("Ada Holm"));  // what was revealed is looked at, and moved by nobody
}

}  // namespace standpoint::participant_board_test
