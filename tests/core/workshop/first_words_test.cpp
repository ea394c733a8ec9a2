// What is voted on or placed keeps the words it was opened with, and its board stays as it is while people answer.
#include "core/workshop/first_words.h"

#include <doctest/doctest.h>

#include "core/activities/vote/board.h"
#include "core/activities/vote/result.h"
#include "core/boards/canvas.h"
#include "core/file/replay.h"
#include "core/insights/story.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/audience.h"
#include "core/workshop/undo.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::first_words_test {

using Why = Refusal::Why;

namespace {

std::string option_of(const Workshop& w, ActivityId vote, Item item) {
  for (const VoteOption& option : build_vote(w, vote).options)
    if (option.item == item) return option.text;
  return {};
}

Action renamed(const Workshop& w, StakeholderId id, std::string name) {
  Stakeholder s = *find(w, id);
  s.name = std::move(name);
  return changed_to(w, s);
}

// A vote on two cards, planned.
struct TwoCards : SampleWorkshop {
  ActivityId choice = add_vote({Item(till), Item(data)});
  void edit(CardId card, std::string text) { act(nadia, ChangeCard{card, std::move(text), CardColour::lemon}); }
  std::string words(CardId card) const { return words_in(workshop, choice, Item(card)); }
};

}  // namespace

TEST_CASE_FIXTURE(TwoCards, "R200 until it opens, a choice is called what its card says") {
  edit(till, "Who answers at night?");
  CHECK(words(till) == "Who answers at night?");
  CHECK_FALSE(later_changed(workshop, choice, Item(till)));
}

TEST_CASE_FIXTURE(TwoCards, "R200 the words that were opened are voted on, revealed, opened again and folded again, whatever becomes of the card") {
  open(choice);
  edit(till, "Give everybody a raise");
  edit(till, "Give me a raise");
  const std::string first = "Who answers when the till stops?";
  CHECK(option_of(workshop, choice, Item(till)) == first);
  close(choice);
  open(choice);
  edit(data, "Share nothing");
  close(choice);
  reveal(choice, {{{}, Ballot{{{Item(till), 2}}}}});
  edit(till, "Give him a raise");
  CHECK(option_of(workshop, choice, Item(till)) == first);
  CHECK(option_of(workshop, choice, Item(data)) == "Agree the data-sharing terms");
  CHECK(find(workshop, till)->text == "Give him a raise");
  const VoteBoard board = build_vote(workshop, choice);
  CHECK(std::all_of(board.options.begin(), board.options.end(), [](const VoteOption& option) { return option.later_changed; }));
  act(nadia, GiveStar{choice, Item(till)});
  CHECK(story_of(workshop, events.back()).detail.find(first) != std::string::npos);
  CHECK(folded(Workshop{}, events) == workshop);
  CHECK(as_seen_by(Role::participant, workshop).first_words == workshop.first_words);
}

TEST_CASE_FIXTURE(TwoCards, "R200 each vote has the words it was opened with itself") {
  open(choice);
  close(choice);
  edit(till, "Second words");
  const ActivityId later = add_vote({Item(till)});
  open(later);
  edit(till, "Third words");
  CHECK(words(till) == "Who answers when the till stops?");
  CHECK(words_in(workshop, later, Item(till)) == "Second words");
  CHECK(words_in(workshop, {}, Item(till)) == "Third words");
}

TEST_CASE_FIXTURE(TwoCards, "R200 a change that is taken back leaves no trace, also over a removal that is taken back") {
  open(choice);
  const Workshop before = workshop;
  const Action edit_card = ChangeCard{till, "Other words", CardColour::lemon};
  const Action back = inverses(workshop, edit_card).at(0);
  act(nadia, edit_card);
  const Workshop edited = workshop;
  const Action restore = inverses(workshop, RemoveItems{{}, {}, {till}}).at(0);
  act(nadia, RemoveItems{{}, {}, {till}});
  act(nadia, restore);
  CHECK(without_bookkeeping(workshop) == without_bookkeeping(edited));
  CHECK(words(till) == "Who answers when the till stops?");
  act(nadia, back);
  CHECK(without_bookkeeping(workshop) == without_bookkeeping(before));
}

TEST_CASE_FIXTURE(SampleWorkshop, "R200 a placing calls people as it was opened with them, the canvas itself as they are called now") {
  act(nadia, renamed(workshop, ruth, "Ruth Adler"));
  close(placing);
  reveal(placing, {{{}, PlacementSheet{{{Item(ruth), {100, 200}}}}}});
  const CanvasBoard revealed = build_canvas(workshop, canvas, placing), agreed = build_canvas(workshop, canvas);
  REQUIRE(revealed.items.size() == 1);
  CHECK(revealed.items[0].name == "Ruth Kaplan");
  CHECK(revealed.items[0].later_changed);
  CHECK(std::any_of(agreed.items.begin(), agreed.items.end(), [](const CanvasItem& item) { return item.name == "Ruth Adler"; }));
}

TEST_CASE_FIXTURE(SampleWorkshop, "R201 from the opening of a placing its canvas is closed to participants, until the placing is") {
  const Action drag = PlaceOnCanvas{canvas, {{Item(maya), {1, 2}}}}, take_off = TakeOffCanvas{canvas, {Item(ruth)}};
  CHECK(asked(*this, tomas, drag) == Why::wrong_phase);
  CHECK(asked(*this, tomas, take_off) == Why::wrong_phase);
  CHECK(asked(*this, nadia, drag).allowed());
  CHECK(asked(*this, tomas, MoveStakeholders{{{maya, true, {5000, 5000}, {}}}}).allowed());  // another board
  const StakeholderId ben = add_stakeholder(tomas, "Ben Okri");
  CHECK(asked(*this, tomas, RemoveItems{{ben}, {}, {}}).allowed());
  act(nadia, PlaceOnCanvas{canvas, {{Item(ben), {1, 2}}, {Item(till), {1, 2}}}});
  CHECK(asked(*this, tomas, RemoveItems{{ben}, {}, {}}) == Why::wrong_phase);  // who goes is gone from the canvas, too
  CHECK(asked(*this, tomas, RemoveItems{{}, {}, {till}}) == Why::wrong_phase);
  close(placing);
  CHECK(asked(*this, tomas, RemoveItems{{ben}, {}, {}}).allowed());
  CHECK(asked(*this, tomas, drag).allowed());
  CHECK(asked(*this, tomas, take_off).allowed());
}

TEST_CASE_FIXTURE(SampleWorkshop, "R201 while people vote on a board, participants change nothing on it") {
  const CardId own = add_card(tomas, cards, "Mine");
  const StakeholderId ben = add_stakeholder(tomas, "Ben Okri");
  const TieId tie = add_tie(tomas, ben, ruth);
  const Action restore = inverses(workshop, RemoveItems{{}, {}, {own}}).at(0);
  const std::vector<Action> on_cards = {AddCard{{next<CardId>(tomas), cards, 0, {1, 2}, CardColour::lemon, "New"}}, ChangeCard{own, "Other", CardColour::sky},
                                        MoveCards{{{own, 1, {7000, 10}}}}, RemoveItems{{}, {}, {own}}};
  const std::vector<Action> on_map = {AddStakeholder{stakeholder_named(next<StakeholderId>(tomas), "Eve")}, renamed(workshop, ben, "Benjamin"),
                                      MoveStakeholders{{{ben, true, {5000, 5000}, {}}}}, AddTie{{next<TieId>(tomas), ben, mei, TieKind::trusts, 1, ""}},
                                      ChangeTie{tie, ben, ruth, TieKind::supports, std::uint8_t{2}}, RemoveItems{{}, {tie}, {}}};
  const auto each = [&](const std::vector<Action>& actions, SeatId by, bool allowed) {
    for (const Action& action : actions) {
      CAPTURE(action.index());
      if (allowed) CHECK(asked(*this, by, action).allowed());
      else CHECK(asked(*this, by, action) == Why::wrong_phase);
    }
  };
  const auto vote_on = [&](BoardId board, Item item) {
    Activity activity = new_activity(ActivityKind::vote, "Which?");
    activity.board = board;
    *items_in(activity) = {item};
    vote_in(activity)->dots_per_person = 1;
    act(nadia, AddActivity{activity});
    open(activity.id);
    return activity.id;
  };
  each(on_cards, tomas, true);
  each(on_map, tomas, true);
  const ActivityId first = vote_on(cards, Item(till));
  each(on_cards, tomas, false);
  each(on_map, tomas, true);
  act(nadia, RemoveItems{{}, {}, {own}});
  CHECK(asked(*this, tomas, restore) == Why::wrong_phase);
  close(first);
  CHECK(asked(*this, tomas, restore).allowed());
  act(nadia, restore);
  vote_on(map, Item(ruth));
  each(on_map, tomas, false);
  each(on_cards, tomas, true);
}

}  // namespace standpoint::first_words_test
