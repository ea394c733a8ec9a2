// What opens comes to the hand by itself, keeps its words and its dots, and what is removed under the hand gives its dots back.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "app/boards/canvas/paint_board.h"
#include "app/paint/painter.h"
#include "app/screens/hand/kept_drafts.h"
#include "core/activities/vote/result.h"
#include "core/boards/canvas.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check.h"
#include "core/workshop/undo.h"
#include "tests/app/driving/asked_hand.h"
#include "tests/app/driving/word_watcher.h"

namespace standpoint::participant_opening_test {

using namespace standpoint::testing;

namespace {

bool offers(const Hand& hand, const std::string& text) {
  const auto labels = hand.driver.labels();
  return std::any_of(labels.begin(), labels.end(), [&](const std::string& label) { return label.find(text) != std::string::npos; });
}

// Also what is broken into lines.
bool reads(const Hand& hand, const std::string& text) {
  std::string all;
  for (const std::string& line : hand.words) all += line + " ";
  return all.find(text) != std::string::npos;
}

void press(Hand& hand, Vec at, bool down) {
  ImGui::GetIO().AddMousePosEvent(at.x, at.y);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, down);
  hand.driver.frames(1);
}

bool moves(Hand& hand) {
  const Commands asked = hand.driver.take();
  return std::any_of(asked.intents.begin(), asked.intents.end(), [&](const Intent& intent) {
    const auto* until = std::get_if<AnimateUntil>(&intent);
    return until != nullptr && until->seconds > hand.driver.seconds;
  });
}

// Alpha twice and Beta once, in the box.
struct Voted : Hand {
  ActivityId vote = room.vote;
  Voted() {
    open(vote);
    for (const char* text : {"Alpha", "Alpha", "Beta"}) tap(text);
    driver.click("Submit ballot");
    REQUIRE(sealed().size() == 1);
    answer();
  }
  void remove_alpha() {
    back = inverses(room.workshop, RemoveItems{{}, {}, {CardId{room.cards[0].id}}}).at(0);
    room.act(room.nadia, RemoveItems{{}, {}, {CardId{room.cards[0].id}}});
    state.lost = true;
    driver.frames(60);
  }
  std::optional<Action> back;
};

}  // namespace

TEST_CASE_FIXTURE(Hand, "R200 a ballot and a placing go on saying what they were opened with") {
  open(room.vote);
  room.act(room.nadia, ChangeCard{CardId{room.cards[0].id}, "Give me a raise", CardColour::lemon});
  driver.frames(3);
  CHECK(offers(*this, ", Alpha"));
  CHECK_FALSE(offers(*this, "raise"));
  room.close(room.vote);
  room.open(room.placing);
  Stakeholder ada = *find(room.workshop, StakeholderId{room.people[0].id});
  ada.name = "Eve Adler";
  room.act(room.nadia, changed_to(room.workshop, ada));
  room.act(room.nadia, ShowOnStage{{room.canvas, room.placing}});
  driver.frames(3);
  CHECK(driver.has("Place Ada Holm"));
  CHECK_FALSE(says(words, "Eve Adler"));
}

TEST_CASE_FIXTURE(Voted, "R203 who had dots on what was removed has them back in the hand, and is told") {
  remove_alpha();
  CHECK(driver.has("Submit ballot"));
  CHECK(says(words, "2 dots left"));
  CHECK(reads(*this, "Its 2 dots are yours again"));
  CHECK(dots_on(making(vote).draft, room.cards[1]) == 1);
  tap("Gamma");
  driver.click("Submit ballot");
  const auto again = sealed();
  REQUIRE(again.size() == 1);
  CHECK_FALSE(check(room.workshop, room.tomas, again[0]));
  state.lost = false;
  answer();
  CHECK(driver.has("Change my ballot"));
}

TEST_CASE_FIXTURE(Voted, "R203 when the removal is taken back and nothing was touched, what was sent counts as it was") {
  remove_alpha();
  room.act(room.nadia, *back);
  state.lost = false;
  driver.frames(60);
  CHECK(driver.has("Change my ballot"));
  CHECK(dots_spent(making(vote).sent) == 3);
  CHECK(making(vote).draft.dots.empty());
}

TEST_CASE_FIXTURE(Voted, "R203 what was changed since stays in the hand when the removal is taken back") {
  remove_alpha();
  tap("Gamma");
  room.act(room.nadia, *back);
  state.lost = false;
  driver.frames(60);
  CHECK(driver.has("Submit ballot"));
  CHECK(dots_on(making(vote).draft, room.cards[2]) == 1);
  CHECK(says(words, "1 dot left"));
}

TEST_CASE_FIXTURE(Hand, "R203 a draft loses the dots of what is removed at once, and its count is right") {
  open(room.vote);
  tap("Alpha");
  tap("Alpha");
  tap("Beta");
  CHECK(says(words, "All dots placed"));
  room.act(room.nadia, RemoveItems{{}, {}, {CardId{room.cards[0].id}}});
  driver.frames(1);
  CHECK(says(words, "2 dots left"));
  tap("Gamma");
  CHECK(dots_spent(making(room.vote).draft) == 2);
}

TEST_CASE_FIXTURE(Hand, "R203 who comes back after a reload is asked again when something they chose was removed") {
  state.mine_sealed = state.lost = true;
  open(room.vote);
  driver.frames(3);
  CHECK(driver.has("Submit ballot"));
  CHECK(reads(*this, "The rest of what you sent counts"));
}

TEST_CASE_FIXTURE(Hand, "R203 whoever is being placed stays so when somebody before them is removed") {
  open(room.placing);
  driver.click("Skip, don’t know");
  CHECK(driver.has("Place Ruth Kaplan"));
  room.act(room.nadia, RemoveItems{{StakeholderId{room.people[0].id}}, {}, {}});
  driver.frames(3);
  CHECK(driver.has("Place Ruth Kaplan"));
  room.act(room.nadia, RemoveItems{{StakeholderId{room.people[1].id}}, {}, {}});
  driver.frames(3);
  CHECK(driver.has("Place Viktor Novak"));
}

TEST_CASE_FIXTURE(Hand, "R204 who looks at the board gets the ballot by itself, a moment after the last touch") {
  room.act(room.nadia, ShowOnStage{{room.ideas, room.vote}});
  driver.frames(3);
  driver.click("See the board");
  driver.frames(3);
  REQUIRE(driver.has("Back"));
  press(*this, {200, 300}, true);
  room.open(room.vote);
  driver.frames(200);
  CHECK_FALSE(driver.has("Submit ballot"));  // a finger is on the glass
  press(*this, {200, 300}, false);
  driver.frames(5);
  CHECK_FALSE(driver.has("Submit ballot"));
  driver.frames(60);
  CHECK(driver.has("Submit ballot"));
  driver.click("Back to the board");
  driver.frames(120);
  CHECK_FALSE(driver.has("Submit ballot"));  // by a wish of their own: it stays
  driver.click("Back to my ballot");
  driver.frames(3);
  CHECK(driver.has("Submit ballot"));
}

TEST_CASE_FIXTURE(Hand, "R204 what is opened again comes again") {
  open(room.vote);
  room.act(room.nadia, ShowOnStage{{room.ideas, room.vote}});
  driver.frames(3);
  driver.click("Back to the board");
  driver.frames(3);
  room.close(room.vote);
  driver.frames(3);
  room.open(room.vote);
  driver.frames(60);
  CHECK(driver.has("Submit ballot"));
}

TEST_CASE_FIXTURE(Hand, "R204 from a blind placing nothing leads to its canvas") {
  room.act(room.nadia, ShowOnStage{{room.canvas, room.placing}});
  driver.frames(3);
  driver.click("See the board");
  driver.frames(3);
  open(room.placing);
  driver.frames(60);
  CHECK(driver.has("Place Ada Holm"));
  CHECK_FALSE(driver.has("Back to the board"));
}

TEST_CASE("R201 on a tablet the board that is voted on is looked at, and nothing on it is offered") {
  Hand hand(1180, 820);
  const BoardId map = hand.room.add_board(BoardKind::map, "Map");
  Activity vote = hand.room.new_activity(ActivityKind::vote, "Whom?");
  vote.board = map;
  *items_in(vote) = sorted_items(hand.room.people);
  vote_in(vote)->dots_per_person = 2;
  hand.room.act(hand.room.nadia, AddActivity{vote});
  hand.room.act(hand.room.nadia, ShowOnStage{{map, {}}});
  hand.driver.frames(3);
  hand.driver.click("See the board");
  hand.driver.frames(30);
  CHECK(hand.driver.has("Map"));  // under the hand
  hand.open(vote.id);
  hand.driver.frames(60);
  hand.driver.click("Back to the board");
  hand.driver.frames(30);
  CHECK_FALSE(hand.driver.has("Map"));
  hand.driver.take();
  for (float x = 100; x < 1100; x += 100) hand.driver.drag({x, 300}, {x + 60, 360}, 3);
  CHECK(hand.driver.take().actions.empty());
  hand.room.close(vote.id);
  hand.driver.frames(30);
  CHECK(hand.driver.has("Map"));
}

TEST_CASE_FIXTURE(Hand, "R205 a brainstorm in the open leads straight to writing, one card after another") {
  Activity brainstorm = room.new_activity(ActivityKind::brainstorm, "What worries you?");
  brainstorm.board = room.ideas;
  room.act(room.nadia, AddActivity{brainstorm});
  open(brainstorm.id);
  REQUIRE(driver.has("##Words of the card"));
  CHECK(says(words, "Write a card"));
  for (const char* text : {"The till stops", "Nobody answers"}) {
    driver.click("##Words of the card");
    driver.type(text);
    driver.click("Keep");
    const auto added = driver.take_only<AddCard>();
    CHECK(added.card.text == text);
    room.act(room.tomas, added);
    driver.frames(3);
    CHECK(driver.has("Keep"));
  }
  CHECK(says(words, "You wrote 2 cards here."));
  driver.click("All cards");
  driver.frames(3);
  CHECK(driver.has("Nobody answers"));
  driver.frames(120);
  CHECK(driver.has("Nobody answers"));  // and stays there
}

TEST_CASE_FIXTURE(Hand, "R293 what was written for one board is not written on another") {
  const BoardId map = room.add_board(BoardKind::map, "Map");
  Activity cards = room.new_activity(ActivityKind::brainstorm, "What worries you?");
  cards.board = room.ideas;
  room.act(room.nadia, AddActivity{cards});
  Activity people = room.new_activity(ActivityKind::brainstorm, "Who is there?");
  people.board = map;
  room.act(room.nadia, AddActivity{people});
  open(cards.id);
  driver.click("##Words of the card");
  driver.type("Half a thought");
  open(people.id);
  driver.frames(60);
  CHECK_FALSE(driver.has("##Words of the card"));
  CHECK(driver.has("Add somebody"));
  room.act(room.nadia, ShowOnStage{{room.ideas, cards.id}});
  driver.frames(60);
  CHECK(driver.has("##Words of the card"));
  CHECK(ui.form.text == "Half a thought");
}

TEST_CASE_FIXTURE(Hand, "R293 a brainstorm leads to its card whatever was written elsewhere, and the words of a card wait for its own board") {
  const BoardId map = room.add_board(BoardKind::map, "Map"), other = room.add_board(BoardKind::cards, "Others");
  Activity people = room.new_activity(ActivityKind::brainstorm, "Who is there?");
  people.board = map;
  room.act(room.nadia, AddActivity{people});
  Activity cards = room.new_activity(ActivityKind::brainstorm, "What worries you?");
  cards.board = room.ideas;
  room.act(room.nadia, AddActivity{cards});
  open(people.id);
  driver.click("Add somebody");
  driver.frames(3);
  REQUIRE(ui.form.what == HandForm::What::person);
  open(cards.id);
  driver.frames(60);
  CHECK(driver.has("##Words of the card"));
  ui.form.card = CardId{room.cards[0].id};  // it is edited
  driver.frames(3);
  CHECK(driver.has("##Words of the card"));
  room.act(room.nadia, ShowOnStage{{other, {}}});
  driver.frames(60);
  if (driver.has("See the board")) driver.click("See the board");
  driver.frames(60);
  CHECK_FALSE(driver.has("##Words of the card"));
}

TEST_CASE_FIXTURE(Hand, "R293 somebody half named waits for the Map while cards are written, and cards for their boards") {
  const BoardId map = room.add_board(BoardKind::map, "Map"), other = room.add_board(BoardKind::cards, "Others");
  const auto plan = [&](BoardId board, const char* title) {
    Activity activity = room.new_activity(ActivityKind::brainstorm, title);
    activity.board = board;
    room.act(room.nadia, AddActivity{activity});
    return activity.id;
  };
  const ActivityId people = plan(map, "Who is there?"), worries = plan(room.ideas, "What worries you?"), more = plan(other, "What else?");
  const auto shows = [&](BoardId board, ActivityId activity) {
    room.act(room.nadia, ShowOnStage{{board, activity}});
    driver.frames(60);
  };
  room.act(room.tomas, AddCard{{room.next<CardId>(room.tomas), room.ideas, 0, {100, 100}, CardColour::paper, "Mine"}});
  open(people);
  driver.click("Add somebody");
  driver.frames(3);
  driver.type("Ada Ho");
  open(worries);
  driver.frames(60);
  REQUIRE(driver.has("##Words of the card"));
  CHECK(ui.form.text.empty());
  ui.form = {HandForm::What::card, false, "Mine, and more", Ring::internal, CardId{room.workshop.cards.back().id}, 0, {}, room.ideas};  // it is edited
  open(more);
  driver.frames(60);
  CHECK(ui.form.text.empty());
  driver.click("##Words of the card");
  driver.type("Something else");
  shows(map, people);
  REQUIRE(driver.has("##Name"));
  CHECK(ui.form.text == "Ada Ho");
  driver.click("Add");
  CHECK(driver.take_only<AddStakeholder>().stakeholder.name == "Ada Ho");
  shows(room.ideas, worries);
  CHECK(ui.form.text == "Mine, and more");
  shows(other, more);
  CHECK(ui.form.text == "Something else");
}

TEST_CASE_FIXTURE(Hand, "R293 what a brainstorm asks for goes into the zone that is called like it, and always into one of the board") {
  Activity worries = room.new_activity(ActivityKind::brainstorm, "Fears");
  worries.board = room.ideas;
  room.act(room.nadia, AddActivity{worries});
  open(worries.id);
  driver.click("##Words of the card");
  driver.type("The till stops");
  driver.click("Keep");
  CHECK(room.workshop.boards.front().zones.at(driver.take_only<AddCard>().card.zone).name == "Fears");
  ui.form.zone = 7;  // of a board with more of them
  driver.frames(3);
  driver.click("##Words of the card");
  driver.type("Nobody answers");
  driver.click("Keep");
  CHECK_FALSE(check(room.workshop, room.tomas, driver.take_only<AddCard>()));
}

TEST_CASE_FIXTURE(Hand, "R205 what somebody was writing waits while they vote") {
  room.act(room.nadia, ShowOnStage{{room.ideas, room.vote}});
  driver.frames(3);
  driver.click("See the board");
  driver.frames(3);
  driver.click("Add a card##Hopes0");
  driver.frames(3);
  driver.type("Half a thought");
  room.open(room.vote);
  driver.frames(60);
  REQUIRE(driver.has("Submit ballot"));
  room.close(room.vote);
  driver.frames(3);
  CHECK(ui.form.text == "Half a thought");
}

TEST_CASE_FIXTURE(Hand, "R206 dots and places that were not sent are taken up again, as far as the rules allow") {
  open(room.vote);
  for (const char* text : {"Alpha", "Alpha", "Beta"}) tap(text);
  const std::string kept = text_of_drafts(room.workshop, ui);
  room.act(room.nadia, RemoveItems{{}, {}, {CardId{room.cards[1].id}}});
  Hand other;
  keep_drafts(kept, other.ui);
  CHECK(text_of_drafts(other.room.workshop, other.ui).find('d') != std::string::npos);  // not before its page was there
  other.open(other.room.vote);
  CHECK(dots_on(other.making(other.room.vote).draft, room.cards[0]) == 2);
  CHECK(dots_on(other.making(other.room.vote).draft, room.cards[1]) == 1);
  CHECK(says(other.words, "All dots placed"));
  Hand fewer;
  fewer.room.act(fewer.room.nadia, RemoveItems{{}, {}, {CardId{room.cards[1].id}}});
  keep_drafts(kept, fewer.ui);
  fewer.open(fewer.room.vote);
  CHECK(says(fewer.words, "1 dot left"));
  Hand places;
  places.open(places.room.placing);
  places.driver.click_at(places.driver.box_of("Place Ada Holm").center());
  places.driver.click("Next");
  places.driver.click("Skip, don’t know");
  const CanvasPlace ada = places.making(places.room.placing).draft.placements.at(0);
  Hand back;
  keep_drafts(text_of_drafts(places.room.workshop, places.ui), back.ui);
  back.open(back.room.placing);
  CHECK(back.making(back.room.placing).draft.placements == std::vector<CanvasPlace>{ada});
  CHECK(is_skipped(back.making(back.room.placing).draft, back.room.people[1]));
  CHECK(back.driver.has("Place Viktor Novak"));
}

TEST_CASE_FIXTURE(Voted, "R206 nothing is kept of what was sent, or of what is too late, and text of others changes nothing") {
  CHECK(text_of_drafts(room.workshop, ui).empty());
  driver.click("Change my ballot");
  driver.frames(60);
  CHECK_FALSE(text_of_drafts(room.workshop, ui).empty());
  room.close(vote);
  driver.frames(3);
  CHECK(text_of_drafts(room.workshop, ui).empty());
  for (const char* hostile : {";;;", "7", "7 d", "7 d1.2", "x d1.2.3;", "99999999999999999999999 d1.2.3;", "1 d1.1.4000000000 p9.9 s w;", " d0.0.0;"}) {
    Hand hand;
    keep_drafts(hostile, hand.ui);
    hand.ui.kept[hand.room.vote] = hostile;
    hand.open(hand.room.vote);
    CHECK(dots_spent(hand.making(hand.room.vote).draft) == 0);
  }
}

TEST_CASE_FIXTURE(Hand, "R206 what was on its way when the page was closed is not asked for twice when it did arrive") {
  open(room.vote);
  tap("Alpha");
  driver.click("Submit ballot");
  const std::string kept = text_of_drafts(room.workshop, ui);
  REQUIRE_FALSE(kept.empty());
  Hand arrived, lost;
  arrived.state.mine_sealed = true;
  for (Hand* hand : {&arrived, &lost}) {
    keep_drafts(kept, hand->ui);
    hand->open(hand->room.vote);
  }
  CHECK(arrived.driver.has("Change my ballot"));
  CHECK(lost.driver.has("Submit ballot"));
  CHECK(dots_spent(lost.making(lost.room.vote).draft) == 1);
}

TEST_CASE_FIXTURE(Hand, "R207 a dot that is given asks for frames until it has landed, and then for none") {
  open(room.vote);
  driver.frames(30);
  tap("Alpha");
  moves(*this);
  const double landed = making(room.vote).draft.landing_since + motion::drop / 1000.0;
  while (driver.seconds < landed - 1.0 / 60) {
    driver.frames(1);
    CHECK(moves(*this) == (driver.seconds < landed));
  }
  driver.frames(3);
  moves(*this);
  driver.frames(1);
  CHECK_FALSE(moves(*this));
}

TEST_CASE_FIXTURE(Hand, "R208 where a place is let go counts, also when the last move and the release come in one frame") {
  open(room.placing);
  const Box plane = driver.box_of("Place Ada Holm");
  press(*this, plane.center(), true);
  driver.frames(2);
  press(*this, plane.min + Vec{plane.width() * 0.9F, plane.height() * 0.1F}, false);
  driver.frames(3);
  const auto& placed = making(room.placing).draft.placements;
  REQUIRE(placed.size() == 1);
  CHECK(placed[0].at.x == doctest::Approx(9000).epsilon(0.02));
  CHECK(placed[0].at.y == doctest::Approx(9000).epsilon(0.02));
}

TEST_CASE("R209 on a phone and an upright tablet a revealed placing says below its plane where people disagree most") {
  for (const Vec size : {Vec{390, 844}, Vec{820, 1180}, Vec{1180, 820}}) {
    CAPTURE(size.x);
    Hand hand(size.x, size.y);
    hand.open(hand.room.placing);
    hand.room.close(hand.room.placing);
    const auto put = [&](std::size_t who, std::int32_t x) { return RevealedInput{{}, PlacementSheet{{{hand.room.people[who], {x, 5000}}}}}; };
    hand.room.reveal(hand.room.placing, {put(0, 1000), put(0, 9000), put(1, 5000), put(1, 5100)});
    hand.driver.frames(400);
    Semantics semantics;
    hand.driver.semantics = &semantics;
    hand.driver.frames(2);
    hand.driver.semantics = nullptr;
    const auto heading = std::find_if(semantics.items().begin(), semantics.items().end(), [](const SemanticItem& item) { return item.name.find("Where we disagree most") != std::string::npos; });
    REQUIRE(heading != semantics.items().end());
    CHECK(heading->box.max.y < size.y);  // in sight without scrolling
    CHECK(std::any_of(semantics.items().begin(), semantics.items().end(), [](const SemanticItem& item) { return item.name.find("Ada Holm") != std::string::npos; }));
  }
}

TEST_CASE("R261 on low glass the title of the list below a plane is whole, or not there yet") {
  for (const Vec size : {Vec{844, 390}, Vec{750, 311}, Vec{667, 375}, Vec{640, 270}, Vec{390, 664}, Vec{320, 454}, Vec{360, 560}}) {
    CAPTURE(size.x);
    Hand hand(size.x, size.y);
    hand.open(hand.room.placing);
    hand.room.close(hand.room.placing);
    const auto put = [&](std::size_t who, std::int32_t x) { return RevealedInput{{}, PlacementSheet{{{hand.room.people[who], {x, 5000}}}}}; };
    hand.room.reveal(hand.room.placing, {put(0, 1000), put(0, 9000)});
    hand.driver.frames(400);
    Semantics semantics;
    hand.driver.semantics = &semantics;
    hand.driver.frames(2);
    hand.driver.semantics = nullptr;
    const auto about = [&](const std::string& words) {
      const auto found = std::find_if(semantics.items().begin(), semantics.items().end(), [&](const SemanticItem& item) { return item.name.find(words) != std::string::npos; });
      return found == semantics.items().end() ? Box{{0, size.y}, {0, size.y}} : found->box;
    };
    for (const char* const words : {"Where we disagree most", "2 people placed blind"}) {
      const Box box = about(words);
      CHECK_MESSAGE((box.min.y >= size.y || box.max.y <= size.y), words << " at " << box.min.y << " to " << box.max.y << " of " << size.y);
    }
    if (size.x > 700) CHECK(about("Where we disagree most").max.y <= size.y);
  }
}

TEST_CASE("R262 what was sent is read whole above the foot, held across as well") {
  for (const Vec size : {Vec{1180, 820}, Vec{1024, 768}, Vec{844, 390}, Vec{390, 844}}) {
    CAPTURE(size.x);
    Hand hand(size.x, size.y);
    hand.open(hand.room.vote);
    hand.tap("Alpha");
    hand.driver.click("Submit ballot");
    REQUIRE(hand.sealed().size() == 1);
    hand.answer();
    Semantics semantics;
    hand.driver.semantics = &semantics;
    hand.driver.frames(2);
    hand.driver.semantics = nullptr;
    const float foot = hand.driver.box_of("Change my ballot").min.y - 36;
    const auto said = std::find_if(semantics.items().begin(), semantics.items().end(), [](const SemanticItem& item) { return item.name.starts_with("The room sees the result"); });
    REQUIRE(said != semantics.items().end());
    CHECK(said->box.max.y <= foot);
  }
}

TEST_CASE("R263 the hand on a plane stands whole over its edge") {
  for (const Vec size : {Vec{1180, 820}, Vec{390, 844}, Vec{844, 390}, Vec{820, 1180}}) {
    CAPTURE(size.x);
    Hand hand(size.x, size.y);
    hand.open(hand.room.placing);
    for (const float high : {0.0F, 1.0F}) {
      const Box plane = hand.driver.box_of("Place Ada Holm");
      hand.driver.click_at({plane.center().x, high > 0 ? plane.max.y - 1 : plane.min.y + 1});
      bool seen = false;
      UiDriver watched([&](const Frame& frame, Commands& commands) {
        WordWatcher watcher(frame.painter);
        Frame own = frame.drawn_by(watcher);
        own.me = hand.room.tomas;
        own.role = Role::participant;
        draw_participant(own, hand.room.workshop, hand.state, hand.ui, commands);
        for (const WordWatcher::Word& word : watcher.words) seen = seen || (word.text == "AH" && !word.cut && word.box.height() > 10);
      }, size.x, size.y);
      watched.glass = hand.driver.glass;
      watched.frames(2);
      CHECK(seen);
    }
  }
}

namespace {

// Remembers dashed lines only.
class LineSpy final : public Painter {
 public:
  explicit LineSpy(const Painter& measure) : measure_(measure) {}
  void fill(const Path&, Color) override {}
  void stroke(const Path& path, const Stroke& stroke) override {
    if (stroke.dash.on > 0) dashed.push_back({path.points().front(), path.points().back()});
  }
  void taper(const Path&, float, float, Color) override {}
  void shadow(Box, float, const Shadow&) override {}
  void glow(Vec, float, Color, std::span<const GlowStop>) override {}
  void text(Vec, std::string_view, const TextLook&) override {}
  float text_width(std::string_view utf8, const TextStyle& style, bool tabular) const override { return measure_.text_width(utf8, style, tabular); }
  void icon(Vec, Icon, Face, float, Color) override {}
  void push_clip(Box) override {}
  void pop_clip() override {}
  std::vector<Box> dashed;  // from left or above

 private:
  const Painter& measure_;
};

}  // namespace

TEST_CASE_FIXTURE(Hand, "R263 the crosshair of the hand strikes no name of a region out") {
  open(room.placing);
  UiDriver watched([&](const Frame& frame, Commands&) {
    const CanvasBoard board = build_canvas(room.workshop, room.canvas, room.placing);
    const Box plane{{100, 100}, {600, 500}};
    const std::array<Box, 4> names = words_of(frame.painter, board, plane).regions;
    for (const Box& name : names)
      for (const Vec at : {Vec{plane.center().x, name.center().y}, Vec{name.center().x, plane.center().y}}) {
        LineSpy spy(frame.painter);
        paint_handle(spy, frame.theme, plane, at, "Ada Holm", "AH", {.regions = names});
        CHECK(spy.dashed.size() == 2);
        for (const Box& line : spy.dashed)
          for (const Box& other : names) CHECK_FALSE(line.grown(1).overlaps(other.grown(-2)));
      }
  });
  watched.frames(1);
}

namespace {

// Words such as 14:59.
int clocks_on(const Hand& hand) {
  return static_cast<int>(std::count_if(hand.words.begin(), hand.words.end(), [](const std::string& line) {
    return line.size() == 5 && line[2] == ':' && line.find_first_not_of("0123456789:") == std::string::npos;
  }));
}

ActivityId open_talk(Hand& hand, BoardId board, ActivityKind kind) {
  Activity talk = hand.room.new_activity(kind, "Who listens to whom?");
  talk.board = board;
  hand.room.act(hand.room.nadia, AddActivity{talk});
  hand.open(talk.id);
  return talk.id;
}

void start_timer(Hand& hand) { hand.room.workshop.timer = {true, hand.driver.now_ms, 600'000}; }

}  // namespace

TEST_CASE("R241 every page of a hand shows the running timer once") {
  for (const Vec size : {Vec{390, 844}, Vec{820, 1180}, Vec{1180, 820}}) {
    CAPTURE(size.x);
    Hand hand(size.x, size.y);
    const BoardId map = hand.room.add_board(BoardKind::map, "Map");
    open_talk(hand, map, ActivityKind::discuss);
    start_timer(hand);
    hand.driver.frames(3);
    CHECK(clocks_on(hand) == 1);  // waiting
    hand.driver.click("See the board");
    hand.driver.frames(3);
    CHECK(clocks_on(hand) == 1);
    open_talk(hand, map, ActivityKind::place);
    hand.driver.frames(60);
    CHECK(clocks_on(hand) == 1);
    Hand voter(size.x, size.y);
    voter.open(voter.room.vote);
    start_timer(voter);
    voter.driver.frames(3);
    CHECK(clocks_on(voter) == 1);  // the ballot
    voter.tap("Alpha");
    voter.driver.click("Submit ballot");
    voter.sealed();
    voter.answer();
    CHECK(clocks_on(voter) == 1);  // and once it is sent
  }
}

TEST_CASE("R241 a board on a hand says what is asked on it") {
  for (const Vec size : {Vec{390, 844}, Vec{820, 1180}, Vec{1180, 820}}) {
    CAPTURE(size.x);
    Hand hand(size.x, size.y);
    const BoardId map = hand.room.add_board(BoardKind::map, "Map");
    const ActivityId drawing = open_talk(hand, map, ActivityKind::place);
    hand.driver.frames(60);
    CHECK(reads(hand, "Who listens to whom?"));
    hand.room.close(drawing);
    hand.driver.frames(60);
    CHECK_FALSE(reads(hand, "Who listens to whom?"));
  }
}

TEST_CASE("R242 what stands at the foot of a board is whole on the glass, and clear of its edge") {
  constexpr float clear = 8;
  for (const Vec size : {Vec{360, 560}, Vec{390, 844}, Vec{820, 1180}, Vec{1180, 820}, Vec{1280, 800}})
    for (const BoardKind kind : {BoardKind::map, BoardKind::canvas, BoardKind::cards}) {
      CAPTURE(size.x);
      CAPTURE(static_cast<int>(kind));
      Hand hand(size.x, size.y);
      const BoardId board = hand.room.add_board(kind, "Board");
      open_talk(hand, board, ActivityKind::discuss);
      hand.driver.click("See the board");
      hand.driver.frames(3);
      CHECK(hand.driver.box_of("Back").max.y <= size.y - clear);
    }
}

TEST_CASE("R254 whoever writes a card for a brainstorm reads what is asked") {
  for (const Vec size : {Vec{390, 844}, Vec{820, 1180}, Vec{1180, 820}, Vec{844, 390}}) {
    CAPTURE(size.x);
    Hand hand(size.x, size.y);
    Activity brainstorm = hand.room.new_activity(ActivityKind::brainstorm, "What worries you?");
    brainstorm.board = hand.room.ideas;
    hand.room.act(hand.room.nadia, AddActivity{brainstorm});
    hand.open(brainstorm.id);
    REQUIRE(hand.driver.has("##Words of the card"));
    CHECK(reads(hand, "What worries you?"));
  }
}

TEST_CASE("R254 nobody is told to wait for more once the agenda is at its end") {
  Hand hand;
  const ActivityId talk = open_talk(hand, hand.room.add_board(BoardKind::map, "Map"), ActivityKind::decide);
  for (const ActivityId left : {hand.room.vote, hand.room.placing}) hand.room.act(hand.room.nadia, RemoveActivity{left});
  hand.room.close(talk);
  hand.driver.frames(60);
  CHECK(says(hand.words, "This is done."));
  CHECK_FALSE(says(hand.words, "in a moment"));
}

namespace {

// The page that a hand holds, drawn once more for who reads where its words stand.
struct ReadHand {
  std::vector<TextSpy::Said> said;
  UiDriver driver;
  ReadHand(Hand& hand, Vec size)
      : driver([this, &hand](const Frame& frame, Commands& commands) {
          said = said_on(frame, true, [&](const Frame& seen) {
            Frame own = seen;
            own.me = hand.room.tomas;
            own.role = Role::participant;
            draw_participant(own, hand.room.workshop, hand.state, hand.ui, commands);
          });
        }, size.x, size.y) {
    driver.glass = Glass{1, {{0, 0}, size}};
    driver.frames(5);
  }
};

}  // namespace

TEST_CASE("R255 on a ballot the way to the board is whole or not shown, and in reach on a wide glass") {
  for (const Vec size : {Vec{1280, 815}, Vec{1180, 820}, Vec{1024, 700}, Vec{820, 1180}, Vec{820, 600}, Vec{390, 844}, Vec{390, 664}}) {
    CAPTURE(size.x);
    CAPTURE(size.y);
    Hand hand(size.x, size.y);
    for (const char* more : {"Epsilon", "Zeta", "Eta", "Theta"}) hand.room.cards.emplace_back(hand.room.add_card(hand.room.nadia, hand.room.ideas, more));
    Activity vote = *find(hand.room.workshop, hand.room.add_vote(hand.room.cards, 3, 2));
    vote.board = hand.room.ideas;
    hand.room.act(hand.room.nadia, changed_to(hand.room.workshop, vote));
    hand.open(vote.id);
    hand.driver.frames(3);
    const float foot = hand.driver.box_of("Submit ballot").min.y;
    ReadHand read(hand, size);
    const auto way = std::find_if(read.said.begin(), read.said.end(), [](const TextSpy::Said& one) { return one.words == "Back to the board"; });
    const bool shown = way != read.said.end() && way->color.a > 8;
    if (size.x >= 1000) {
      CHECK(read.driver.has("Back to the board"));
      CHECK(read.driver.box_of("Back to the board").max.y <= size.y);
    } else if (shown) {
      CHECK(way->box.max.y <= foot);
    }
  }
}

TEST_CASE("R255 on a ballot the words of a card stay clear of its dots") {
  Hand hand(1180, 820);
  const std::string many = "Find a repair shop that is open on Sunday, has the part, and does not ask for an appointment two weeks ahead when the weather is finally good";
  std::vector<Item> cards = {Item(hand.room.add_card(hand.room.nadia, hand.room.ideas, many))};
  for (const Item item : hand.room.cards) cards.push_back(item);
  hand.open(hand.room.add_vote(cards, 3, 2));
  hand.tap(many);
  hand.driver.frames(60);
  ReadHand read(hand, {1180, 820});
  const Box card = read.driver.box_of(hand.label_of(many));
  const float dots = card.max.y - 36 - hand_type::tablet.dot / 2, clear = 8;
  float last = 0;
  for (const TextSpy::Said& one : read.said)
    if (many.find(one.words) != std::string::npos && one.words.size() > 3) last = std::max(last, one.at.y + hand_type::tablet.card.line);
  REQUIRE(last > card.min.y);
  CHECK(last <= dots - clear);
}

// ---- two who are asked about became one person (R345) ----

namespace {

struct AskedAboutTwo : Hand {
  ActivityId both;
  StakeholderId ada{room.people[0].id}, ruth{room.people[1].id};
  AskedAboutTwo() { both = room.add_vote(room.people, 4, 2); }
  void merge() {
    back = inverses(room.workshop, MergeStakeholders{ada, ruth}).at(0);
    room.act(room.nadia, MergeStakeholders{ada, ruth});
  }
  std::optional<Action> back;
};

}  // namespace

TEST_CASE_FIXTURE(AskedAboutTwo, "R345 a ballot in the making has the dots of both on the one, and what is more than one choice takes back in the hand") {
  open(both);
  for (const char* text : {"Ada Holm", "Ruth Kaplan", "Ruth Kaplan", "Viktor Novak"}) tap(text);
  CHECK(says(words, "All dots placed"));
  merge();
  driver.frames(3);
  CHECK(dots_on(making(both).draft, Item(ada)) == 2);
  CHECK(says(words, "1 dot left"));
  CHECK(reads(*this, "two of these are one person now. One dot is yours again"));
  driver.click("Submit ballot");
  const auto sent = sealed();
  REQUIRE(sent.size() == 1);
  CHECK_FALSE(check(room.workshop, room.tomas, sent[0]));
}

TEST_CASE_FIXTURE(AskedAboutTwo, "R345 a ballot that was sent shows the dots of both on the one, and is whole again when they are two again") {
  open(both);
  for (const char* text : {"Ada Holm", "Ruth Kaplan"}) tap(text);
  driver.click("Submit ballot");
  REQUIRE(sealed().size() == 1);
  answer();
  merge();
  driver.frames(60);
  CHECK(driver.has("Change my ballot"));
  CHECK(says(words, "Ada Holm"));
  CHECK_FALSE(says(words, "Ruth Kaplan"));
  driver.click("Change my ballot");
  driver.frames(60);
  CHECK(dots_on(making(both).draft, Item(ada)) == 2);
  room.act(room.nadia, *back);
  driver.frames(60);
  CHECK(dots_on(making(both).sent, Item(ruth)) == 1);
}

TEST_CASE_FIXTURE(AskedAboutTwo, "R345 a placing in the making keeps the place of the one, else takes the other's, and goes on with whom it was at") {
  PassDraft draft;
  const Activity before = *find(room.workshop, room.placing);
  const Item viktor = room.people[2];
  for (const bool own : {true, false}) {
    draft = {};
    draft.items = items_of(before);
    if (own) place(draft, Item(ada), {1, 1});
    place(draft, Item(ruth), {9, 9});
    draft.current = 2;
    HandRoom merged;
    merged.act(merged.nadia, MergeStakeholders{ada, ruth});
    CHECK(keep_to_items(draft, merged.workshop, *find(merged.workshop, merged.placing)) == 0);
    CHECK(draft.placements == std::vector<CanvasPlace>{{Item(ada), own ? BoardPoint{1, 1} : BoardPoint{9, 9}}});
    CHECK(draft.items[draft.current] == viktor);
  }
  draft = {};
  draft.items = items_of(before);
  skip(draft, Item(ruth));
  HandRoom merged;
  merged.act(merged.nadia, MergeStakeholders{ada, ruth});
  keep_to_items(draft, merged.workshop, *find(merged.workshop, merged.placing));
  CHECK(draft.skipped == std::vector{Item(ada)});
}

TEST_CASE_FIXTURE(AskedAboutTwo, "R345 what a page kept while it was closed is about the one, too") {
  open(both);
  for (const char* text : {"Ada Holm", "Ruth Kaplan", "Ruth Kaplan"}) tap(text);
  const std::string kept = text_of_drafts(room.workshop, ui);
  AskedAboutTwo other;
  other.merge();
  keep_drafts(kept, other.ui);
  other.open(other.both);
  CHECK(dots_on(other.making(other.both).draft, Item(ada)) == 2);
  CHECK(dots_spent(other.making(other.both).draft) == 2);
}

}  // namespace standpoint::participant_opening_test
