// Pass the screen: what a private input may become, and that nothing of it stays behind.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "app/design/measures.h"
#include "app/screens/pass/screen.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::pass_screen_test {

using namespace standpoint::testing;

namespace {

struct PassRoom : SampleRoom {
  SeatId ben, chloe;
  BoardId ideas, canvas;
  std::vector<CardId> cards;
  std::vector<StakeholderId> people;
  ActivityId vote, placing;

  PassRoom() {
    ben = join("Ben Okoro", Role::participant, nadia);
    chloe = join("Chloé Marin", Role::participant, nadia);
    ideas = add_board(BoardKind::cards, "Ideas");
    canvas = add_board(BoardKind::canvas, "Power and interest");
    for (const char* text : {"Alpha", "Beta", "Gamma"}) cards.push_back(add_card(nadia, ideas, text));
    for (const char* name : {"Ada Holm", "Ruth Kaplan", "Viktor Novak"}) people.push_back(add_stakeholder(nadia, name));
    vote = add_vote({Item(cards[0]), Item(cards[1]), Item(cards[2])}, 3, 2);
    open(vote);
    placing = add_placing(canvas, {Item(people[0]), Item(people[1]), Item(people[2])});
    open(placing);
  }
};

struct PassFixture {
  PassRoom room;
  SealedState sealed{1, 2, {}};
  PassUi ui;
  std::vector<std::string> words;
  UiDriver driver{[this](const Frame& frame, Commands& commands) {
    words = words_of(frame, frame.chrome, [&](const Frame& seen) {
      if (ui.activity) draw_pass_screen(seen, room.workshop, sealed, ui, commands);
    });
  }};

  PassFixture() { sealed.sealed = {room.chloe}; }

  void begin(ActivityId activity) {
    open_pass(ui, activity);
    driver.frames(2);
  }
  void press(const std::string& label) {
    driver.frames(2);
    driver.click(label);
    driver.frames(2);
  }
  void hand_to_ben(ActivityId activity) {
    begin(activity);
    press("Ben Okoro");
    press("I am Ben");
  }
  Commands::Requested only() {
    const Commands taken = driver.take();
    REQUIRE(taken.actions.size() == 1);
    const std::optional<Refusal> no = check(room.workshop, taken.actions[0].by ? taken.actions[0].by : SeatId{1}, taken.actions[0].action);
    CHECK_MESSAGE(!no, (no ? no->text : std::string()));
    return taken.actions[0];
  }
  bool nothing_kept() const {
    return ui.draft.dots.empty() && ui.draft.placements.empty() && ui.draft.steps.empty() && ui.draft.skipped.empty();
  }
};

}  // namespace

TEST_CASE("the names are those who share this screen, with a check for who is done") {
  PassFixture f;
  f.begin(f.room.vote);
  CHECK(f.driver.has("Ben Okoro"));
  CHECK(f.driver.has("Chloé Marin"));
  CHECK_FALSE(f.driver.has("Tomás Herrera"));  // has a device
  CHECK_FALSE(f.driver.has("Nadia Okafor"));  // facilitates
  CHECK(std::count(f.words.begin(), f.words.end(), "Has voted") == 1);
  CHECK(says(f.words, "Secret ballot. Dots appear when we reveal."));
}

TEST_CASE("R260 the passed screen uses the glass of any window, with its buttons at the foot and large enough for a finger") {
  struct Size {
    float width, height;
  };
  for (const Size size : {Size{900, 640}, {1024, 768}, {1280, 720}, {1366, 768}, {1920, 1080}, {2560, 1080}, {1200, 1600}}) {
    CAPTURE(size.width);
    CAPTURE(size.height);
    const float scale = std::min(size.width / design_width, size.height / design_height);
    PassRoom room;
    const SealedState sealed{0, 2, {}};
    PassUi ui;
    UiDriver driver([&](const Frame& frame, Commands& commands) { draw_pass_screen(frame, room.workshop, sealed, ui, commands); }, size.width, size.height);
    const auto on_glass = [&](const std::string& label) {
      const Box box = driver.box_of(label);
      return Box{box.min * scale, box.max * scale};
    };
    const auto for_a_finger = [&](const std::string& label) {
      const Box box = on_glass(label);
      CAPTURE(label);
      CHECK(box.height() >= touch::min_target);
      CHECK(box.min.x >= 0);
      CHECK(box.max.x <= size.width);
      return box;
    };
    const auto at_the_foot = [&](const std::string& label) { CHECK(size.height - for_a_finger(label).max.y < 40); };
    open_pass(ui, room.vote);
    driver.frames(2);
    CHECK(size.width - on_glass("Back to the stage").max.x < 100);
    for_a_finger("Ben Okoro");
    driver.click("Ben Okoro");
    driver.frames(2);
    const Box mine = for_a_finger("I am Ben"), back = for_a_finger("Back to the names");
    CHECK(std::abs(mine.max.x + back.min.x - size.width) < 2);  // in the middle
    driver.click("I am Ben");
    driver.frames(2);
    at_the_foot("Done");
    at_the_foot("Leave without voting");
    CHECK(2 * on_glass("Alpha").height() > size.height / 2);  // two rows of cards have most of the glass
    CHECK(on_glass("Leave without voting").max.x <= on_glass("Done").min.x);
    open_pass(ui, room.placing);
    ui.seat = room.ben;
    ui.page = PassUi::Page::input;
    driver.frames(2);
    Box before = on_glass("Next");
    at_the_foot("Next");
    for (const char* const label : {"Skip, don’t know", "Undo", "Done, skip the rest", "Leave without placing"}) {
      at_the_foot(label);
      CHECK(on_glass(label).max.x <= before.min.x);
      before = on_glass(label);
    }
    CHECK(before.min.x >= 0);
    const Box plane = on_glass("Place Ada Holm");
    CHECK(size.width - plane.max.x < 100);
    CHECK(on_glass("Next").min.y - plane.max.y < 130);
    ui.page = PassUi::Page::sent;
    driver.frames(2);
    for_a_finger("Hand the screen on");
    CHECK(std::abs(on_glass("Hand the screen on").max.x + on_glass("Back to the stage").min.x - size.width) < 2);
  }
}

TEST_CASE("a name is added as a participant carried by this screen") {
  PassFixture f;
  f.begin(f.room.vote);
  f.press("Add a name");
  f.driver.type("Kofi Owusu");
  f.driver.key(ImGuiKey_Enter);
  const JoinSeat joined = std::get<JoinSeat>(f.only().action);
  CHECK(joined == JoinSeat{next_seat(f.room.workshop), "Kofi Owusu", Role::participant, f.room.nadia});
  CHECK(f.ui.new_name.empty());
}

TEST_CASE("a dot is added by a tap, never beyond the item's limit or the budget, and taken back, never below zero") {
  PassFixture f;
  f.hand_to_ben(f.room.vote);
  f.press("Alpha");
  f.press("Alpha");
  f.press("Alpha");  // the third is beyond the limit of 2
  CHECK(dots_spent(f.ui.draft) == 2);
  f.press("Beta");
  f.press("Gamma");  // beyond the budget of 3
  CHECK(dots_spent(f.ui.draft) == 3);
  CHECK(says(f.words, "All dots placed"));
  f.press("Take back B");
  CHECK_FALSE(f.driver.has("Take back B"));
  CHECK_FALSE(take_dot(f.ui.draft, Item(f.room.cards[1])));
  CHECK(dots_spent(f.ui.draft) == 2);
  CHECK(says(f.words, "1 dot left"));
  CHECK(f.driver.take().actions.empty());  // nothing leaves before Done
}

TEST_CASE("R172 a card of 200 letters is read whole on the ballot of a screen that is passed") {
  PassFixture f;
  std::string text = "Alpha";
  while (text.size() < 200) text += " words";
  f.room.act(f.room.nadia, ChangeCard{f.room.cards[0], text, CardColour::paper});
  Activity vote = f.room.new_activity(ActivityKind::vote, "Which of many?");
  vote.board = f.room.ideas;
  vote_in(vote)->dots_per_person = 3;
  *items_in(vote) = {Item(f.room.cards[0])};
  for (int n = 0; n < 30; ++n) items_in(vote)->emplace_back(f.room.add_card(f.room.nadia, f.room.ideas, "Card " + std::to_string(n)));
  vote.id = f.room.next<ActivityId>(f.room.nadia);
  f.room.act(f.room.nadia, AddActivity{vote});
  f.room.open(vote.id);
  f.hand_to_ben(vote.id);
  CHECK(reads(f.words, text));
}

TEST_CASE("the keyboard adds and takes back dots") {
  PassFixture f;
  f.hand_to_ben(f.room.vote);
  for (int i = 0; i < 12 && f.ui.draft.dots.empty(); ++i) {
    f.driver.key(ImGuiKey_Tab);
    f.driver.key(ImGuiKey_Enter);
    if (f.ui.page != PassUi::Page::input) break;
  }
  REQUIRE(f.ui.page == PassUi::Page::input);
  CHECK(dots_spent(f.ui.draft) == 1);
  f.driver.key(ImGuiKey_Backspace);
  CHECK(dots_spent(f.ui.draft) == 0);
}

TEST_CASE("Done seals the ballot by its own seat; then neither the screen nor its memory holds it") {
  PassFixture f;
  f.hand_to_ben(f.room.vote);
  f.press("Gamma");
  f.press("Alpha");
  f.press("Gamma");
  f.press("Done");
  const Commands::Requested sealed = f.only();
  CHECK(sealed.by == f.room.ben);
  CHECK(std::get<SealInput>(sealed.action) == SealInput{f.room.vote, Ballot{{{Item(f.room.cards[0]), 1}, {Item(f.room.cards[2]), 2}}}});
  CHECK(f.ui.page == PassUi::Page::sent);
  CHECK(f.nothing_kept());
  CHECK_FALSE(f.ui.seat);
  CHECK(says(f.words, "Sending the ballot"));
  CHECK_FALSE(says(f.words, "Ballot sent"));  // not before it is kept
  f.sealed.sealed = {f.room.ben, f.room.chloe};
  f.driver.frames(2);
  CHECK_FALSE(says(f.words, "Sending"));
  CHECK(says(f.words, "Ballot sent"));
  CHECK(says(f.words, "Nobody sees which dots are yours."));
  for (const char* secret : {"Alpha", "Beta", "Gamma", "Ben"}) CHECK_FALSE(says(f.words, secret));
  f.press("Hand the screen on");
  CHECK(f.ui.page == PassUi::Page::names);
}

TEST_CASE("changing a sealed ballot starts empty, and says so") {
  PassFixture f;
  f.begin(f.room.vote);
  f.press("Chloé Marin");
  CHECK(says(f.words, "Chloé has voted."));
  CHECK(says(f.words, "cannot be shown again"));
  f.press("Start from an empty ballot");
  CHECK(f.ui.page == PassUi::Page::input);
  CHECK(f.nothing_kept());
  CHECK(says(f.words, "3 dots left"));
}

TEST_CASE("leaving without voting sends nothing and keeps nothing") {
  PassFixture f;
  f.hand_to_ben(f.room.vote);
  f.press("Alpha");
  f.press("Leave without voting");
  CHECK(f.driver.take().actions.empty());
  CHECK(f.ui.page == PassUi::Page::names);
  CHECK(f.nothing_kept());
}

TEST_CASE("a vote that closes under somebody's hand takes the draft away and says it was not sent") {
  PassFixture f;
  f.hand_to_ben(f.room.vote);
  f.press("Alpha");
  f.room.close(f.room.vote);
  f.driver.frames(2);
  CHECK(says(f.words, "Voting is closed"));
  CHECK(says(f.words, "This ballot was not sent"));
  CHECK(f.nothing_kept());
  f.press("Back to the stage");
  CHECK_FALSE(f.ui.activity);
  CHECK(f.driver.take().actions.empty());
}

TEST_CASE("stakeholders are placed one after another; skipping leaves one out; Done seals the sheet in order") {
  PassFixture f;
  f.hand_to_ben(f.room.placing);
  CHECK(says(f.words, "0 of 3"));
  CHECK_FALSE(f.driver.enabled("Next"));
  const Box plane = f.driver.box_of("Place Ada Holm");
  f.driver.click_at({plane.min.x + plane.width() * 0.25F, plane.min.y + plane.height() * 0.25F});
  f.press("Next");
  f.press("Skip, don’t know");
  f.driver.drag(plane.center(), {plane.min.x + plane.width() * 0.75F, plane.min.y + plane.height() * 0.9F});
  CHECK(says(f.words, "3 of 3"));
  f.press("Done");
  const Commands::Requested sealed = f.only();
  CHECK(sealed.by == f.room.ben);
  const PlacementSheet sheet = std::get<PlacementSheet>(std::get<SealInput>(sealed.action).input);
  REQUIRE(sheet.placements.size() == 2);
  CHECK(sheet.placements[0].item == Item(f.room.people[0]));
  CHECK(std::abs(sheet.placements[0].at.x - 2500) < 30);
  CHECK(std::abs(sheet.placements[0].at.y - 7500) < 30);
  CHECK(sheet.placements[1].item == Item(f.room.people[2]));
  CHECK(std::abs(sheet.placements[1].at.x - 7500) < 30);
  CHECK(std::abs(sheet.placements[1].at.y - 1000) < 30);
  CHECK(f.nothing_kept());
  CHECK_FALSE(says(f.words, "Holm"));
}

TEST_CASE("arrows place from the middle in tenths, with Shift in whole points, and Undo goes back step by step") {
  PassFixture f;
  f.hand_to_ben(f.room.placing);
  const Box plane = f.driver.box_of("Place Ada Holm");
  f.driver.click_at(plane.center());
  f.driver.key(ImGuiKey_RightArrow);
  f.driver.key(ImGuiKey_UpArrow, false, true);
  REQUIRE(f.ui.draft.placements.size() == 1);
  CHECK(f.ui.draft.placements[0].at == BoardPoint{5100, 6000});
  f.press("Undo");
  CHECK(f.ui.draft.placements[0].at == BoardPoint{5100, 5000});
  f.press("Undo");
  f.press("Undo");
  CHECK(f.ui.draft.placements.empty());
  CHECK_FALSE(f.driver.enabled("Undo"));
}

TEST_CASE("R225 while placing, Enter and Space go on after the mouse has placed, and end with the last") {
  PassFixture f;
  f.hand_to_ben(f.room.placing);
  const Box plane = f.driver.box_of("Place Ada Holm");
  f.driver.key(ImGuiKey_Enter);  // nothing is placed yet: it stays
  CHECK(f.ui.draft.current == 0);
  f.driver.click_at(plane.center());
  f.driver.key(ImGuiKey_Enter);
  CHECK(f.ui.draft.current == 1);
  f.driver.click_at(plane.center() + Vec{80, 0});
  f.driver.key(ImGuiKey_Space);
  CHECK(f.ui.draft.current == 2);
  f.driver.click_at(plane.center() + Vec{0, 80});
  f.driver.key(ImGuiKey_Enter);
  CHECK(std::holds_alternative<SealInput>(f.only().action));
}

TEST_CASE("R226 a long list of whom to place says how many are left and that there are more below, and scrolls") {
  PassFixture f;
  for (int i = 0; i < 30; ++i) f.room.people.push_back(f.room.add_stakeholder(f.room.nadia, "Guest " + std::to_string(i)));
  std::vector<Item> items;
  for (const StakeholderId id : f.room.people) items.emplace_back(id);
  const ActivityId placing = f.room.add_placing(f.room.canvas, items);
  f.room.open(placing);
  f.hand_to_ben(placing);
  f.driver.frames(2);
  CHECK(says(f.words, "33 left"));
  CHECK(says(f.words, "more below"));
  CHECK_FALSE(f.driver.has("Guest 29"));
  for (int i = 0; i < 40; ++i) f.driver.wheel({200, 500}, -3);
  CHECK(f.driver.has("Guest 29"));
  CHECK_FALSE(says(f.words, "more below"));
}

TEST_CASE("the private placing shows nothing the group agreed before") {
  PassFixture f;
  f.room.act(f.room.nadia, PlaceOnCanvas{f.room.canvas, {{Item(f.room.people[1]), {2000, 2000}}}});
  f.hand_to_ben(f.room.placing);
  CHECK(says(f.words, "Ruth Kaplan"));  // in the list
  CHECK_FALSE(says(f.words, "R. Kaplan"));  // not on the plane
}

TEST_CASE("wiping overwrites what was in the draft") {
  PassDraft draft;
  draft.dots.reserve(4);
  draft.dots.push_back({Item(CardId{77}), 3});
  wipe(draft);
  CHECK(draft.dots.empty());
  CHECK(draft.current == 0);
}

TEST_CASE("a dot that is given comes down for 240 ms, and then the page rests") {
  PassFixture f;
  f.hand_to_ben(f.room.vote);
  const auto asks = [&] {
    const Commands taken = f.driver.take();
    return std::any_of(taken.intents.begin(), taken.intents.end(), [](const Intent& i) { return std::holds_alternative<AnimateUntil>(i); });
  };
  f.driver.take();
  SUBCASE("with motion") {
    f.press("Alpha");
    CHECK(asks());
    CHECK(f.ui.draft.landing == Item(f.room.cards[0]));
  }
  SUBCASE("with reduced motion it is there at once") {
    f.driver.prepare = [](Frame& frame) { frame.reduced_motion = true; };
    f.press("Alpha");
    CHECK_FALSE(asks());
  }
  f.driver.seconds += 0.3;
  f.driver.frames(2);
  f.driver.take();
  f.driver.frames(2);
  CHECK_FALSE(asks());
  CHECK(dots_spent(f.ui.draft) == 1);
}

TEST_CASE("a ballot that is never kept stays pending, and after ten seconds without drawing") {
  PassFixture f;
  f.hand_to_ben(f.room.vote);
  f.press("Gamma");
  f.press("Done");
  const auto asks = [&] {
    const Commands taken = f.driver.take();
    return std::any_of(taken.intents.begin(), taken.intents.end(), [](const Intent& i) { return std::holds_alternative<AnimateUntil>(i); });
  };
  f.driver.take();
  f.driver.frames(1);
  CHECK(asks());
  f.driver.seconds += 11;
  f.driver.frames(1);
  CHECK_FALSE(asks());
  CHECK(says(f.words, "Sending the ballot"));
}

}  // namespace standpoint::pass_screen_test
