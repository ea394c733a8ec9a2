// The dot vote on the shared screen by the commands it emits and the words it lets the room read.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/activities/vote/paint_vote.h"
#include "app/activities/vote/stage.h"
#include "app/screens/stage/stage.h"
#include "core/activities/vote/board.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::vote_test {

using namespace standpoint::testing;

namespace {

// Nadia facilitates and carries two people; four cards; a vote with a tie for second and Priya as its decider.
struct VoteRoom : SampleRoom {
  SeatId ben, chloe;
  BoardId board;
  std::vector<CardId> cards;
  ActivityId vote;

  VoteRoom() {
    ben = join("Ben Okoro", Role::participant, nadia);
    chloe = join("Chloé Marin", Role::participant, nadia);
    board = add_board(BoardKind::cards, "Ideas");
    for (const char* text : {"Alpha", "Beta", "Gamma", "Delta"}) cards.push_back(add_card(nadia, board, text));
    Activity activity = new_activity(ActivityKind::vote, "Where first?");
    activity.board = board;
    *items_in(activity) = items();
    vote_in(activity)->dots_per_person = 3;
    vote_in(activity)->decider = chloe;
    act(nadia, AddActivity{activity});
    vote = activity.id;
  }

  std::vector<Item> items() const { return {Item(cards[0]), Item(cards[1]), Item(cards[2]), Item(cards[3])}; }

  void reveal_with_tie() {
    open(vote);
    close(vote);
    const auto ballot = [&](std::uint16_t a, std::uint16_t b, std::uint16_t c) {
      Ballot cast;
      if (a > 0) cast.dots.push_back({Item(cards[0]), a});
      if (b > 0) cast.dots.push_back({Item(cards[1]), b});
      if (c > 0) cast.dots.push_back({Item(cards[2]), c});
      return RevealedInput{{}, cast};
    };
    std::vector<RevealedInput> inputs{ballot(1, 1, 1), ballot(2, 0, 1), ballot(2, 1, 0)};
    REQUIRE_FALSE(attempt(nadia, RevealActivity{vote, in_order(inputs)}));
  }

  // Anonymous inputs stand in the order of their content, whichever that is.
  std::vector<RevealedInput> in_order(std::vector<RevealedInput> inputs) const {
    std::vector<std::size_t> order{0, 1, 2};
    do {
      std::vector<RevealedInput> tried{inputs[order[0]], inputs[order[1]], inputs[order[2]]};
      if (!check(workshop, nadia, RevealActivity{vote, tried})) return tried;
    } while (std::next_permutation(order.begin(), order.end()));
    return inputs;
  }
};

struct VoteFixture {
  VoteRoom room;
  SealedState sealed;
  VoteUi ui;
  PassUi pass;
  bool chrome = true;
  std::vector<TextSpy::Said> said;
  std::vector<std::string> words;
  UiDriver driver{[this](const Frame& frame, Commands& commands) {
    said = said_on(frame, chrome, [&](const Frame& seen) { draw_vote(seen, room.workshop, room.vote, sealed, ui, pass, commands); });
    words = words_in(said);
  }};

  const Activity& activity() const { return *find(room.workshop, room.vote); }

  // Presses a button and does what was asked, by the rules.
  std::vector<Action> press(const std::string& label) {
    driver.frames(2);
    driver.click(label);
    return apply_taken();
  }
  std::vector<Action> apply_taken() {
    std::vector<Action> actions;
    for (const Commands::Requested& asked : driver.take().actions) {
      room.act(asked.by ? asked.by : SeatId{1}, asked.action);
      actions.push_back(asked.action);
    }
    driver.frames(2);
    return actions;
  }
};

template <class Wanted>
Wanted only(const std::vector<Action>& actions) {
  REQUIRE(actions.size() == 1);
  const Wanted* wanted = std::get_if<Wanted>(&actions[0]);
  REQUIRE(wanted != nullptr);
  return *wanted;
}

}  // namespace

TEST_CASE("while a vote is open the room reads progress and secrecy, and no count") {
  VoteFixture f;
  f.room.open(f.room.vote);
  f.sealed = {1, 2, {f.room.ben}};
  f.driver.frames(2);
  CHECK(says(f.words, "1 of 2 have voted"));
  CHECK(says(f.words, "Secret ballot. Dots appear when we reveal."));
  CHECK(says(f.words, "3 dots each"));
  CHECK_FALSE(says(f.words, "Ben"));
  for (const std::string& word : f.words) CHECK(word.find_first_not_of("0123456789") != std::string::npos);
}

TEST_CASE("a named vote says so before the first dot") {
  VoteFixture f;
  Activity named = f.activity();
  named.secrecy = Secrecy::named;
  f.room.act(f.room.nadia, changed_to(f.room.workshop, named));
  f.driver.frames(2);
  CHECK(says(f.words, "Named ballot."));
  f.room.open(f.room.vote);
  f.driver.frames(2);
  CHECK(says(f.words, "Named ballot."));
  CHECK_FALSE(says(f.words, "Secret ballot"));
}

TEST_CASE("the bare stage and observers get no buttons") {
  VoteFixture f;
  f.room.open(f.room.vote);
  f.chrome = false;
  f.driver.frames(2);
  CHECK_FALSE(f.driver.has("Pass the screen"));
  f.chrome = true;
  f.driver.prepare = [](Frame& frame) { frame.role = Role::observer; };
  f.driver.frames(2);
  CHECK_FALSE(f.driver.has("Pass the screen"));
}

TEST_CASE("passing the screen begins with the names and sends nothing") {
  VoteFixture f;
  f.room.open(f.room.vote);
  CHECK(f.press("Pass the screen").empty());
  CHECK(f.pass.activity == f.room.vote);
  CHECK(f.pass.page == PassUi::Page::names);
}

namespace {

VoteSetupChange setup(const std::vector<Action>& actions) { return std::get<VoteSetupChange>(only<ChangeSetup>(actions).setup); }

}  // namespace

TEST_CASE("before opening, each rule of the vote is one change") {
  VoteFixture f;
  f.driver.frames(2);
  SUBCASE("an item is left out, and taken in again") {
    CHECK(setup(f.press("Beta")).items ==
          std::vector<Item>{Item(f.room.cards[0]), Item(f.room.cards[2]), Item(f.room.cards[3])});
    CHECK(setup(f.press("Beta")).items == f.room.items());
  }
  SUBCASE("dots by steps and by advice") {
    f.driver.click("More");
    CHECK(setup(f.apply_taken()).dots_per_person == 4);
    CHECK(setup(f.press("A quarter: 2")).dots_per_person == 2);
  }
  SUBCASE("a limit per item never passes the budget") {
    CHECK(setup(f.press("Limit one person’s dots on one item")).dots_per_item == 1);
    CHECK(setup(f.press("Limit one person’s dots on one item")).dots_per_item == 0);
  }
  SUBCASE("secrecy") { CHECK(only<ChangeActivity>(f.press("Named")).secrecy == Secrecy::named); }
  SUBCASE("the decider") {
    f.press("Chloé Marin");
    CHECK(f.ui.choosing_decider);
    CHECK(setup(f.press("Ben Okoro")).decider == f.room.ben);
    CHECK_FALSE(f.ui.choosing_decider);
  }
  SUBCASE("stakeholders beside cards") {
    const StakeholderId ruth = f.room.add_stakeholder(f.room.nadia, "Ruth Kaplan");
    f.press("Stakeholders");
    const std::vector<Item> changed = setup(f.press("Ruth Kaplan")).items.value();
    CHECK(std::count(changed.begin(), changed.end(), Item(ruth)) == 1);
    CHECK(changed.size() == 5);
  }
}

TEST_CASE("once open, the rules of a vote cannot be touched") {
  VoteFixture f;
  f.room.open(f.room.vote);
  f.driver.frames(2);
  CHECK_FALSE(f.driver.has("Named"));
  CHECK_FALSE(f.driver.has("More"));
  CHECK_FALSE(f.driver.has("Beta"));
}

TEST_CASE("a tie offers a run-off among exactly the tied, with one dot each, and shows it") {
  VoteFixture f;
  f.room.reveal_with_tie();
  f.driver.frames(2);
  CHECK(says(f.words, "Tie for second"));
  CHECK(says(f.words, "3 people voted"));
  CHECK(says(f.words, "9 dots"));
  const std::vector<Action> actions = f.press("Run-off");
  REQUIRE(actions.size() == 2);
  const Activity next = std::get<AddActivity>(actions[0]).activity;
  CHECK(next.follows == f.room.vote);
  CHECK(items_of(next) == std::vector<Item>{Item(f.room.cards[1]), Item(f.room.cards[2])});
  CHECK(vote_of(next).dots_per_person == 1);
  CHECK(next.minutes == 2);
  CHECK(next.secrecy == Secrecy::anonymous);
  CHECK(std::get<ShowOnStage>(actions[1]).view.activity == next.id);
  // It is there now: the button leads to it instead of making another.
  const std::vector<Action> again = f.press("See run-off");
  CHECK(only<ShowOnStage>(again).view.activity == next.id);
}

TEST_CASE("the decider's star is given, moved and taken back by a tap on a row") {
  VoteFixture f;
  f.room.reveal_with_tie();
  CHECK(only<GiveStar>(f.press("Star Alpha")).item == Item(f.room.cards[0]));
  const std::vector<Action> moved = f.press("Star Gamma");
  REQUIRE(moved.size() == 2);
  CHECK(std::get<TakeStar>(moved[0]).item == Item(f.room.cards[0]));
  CHECK(std::get<GiveStar>(moved[1]).item == Item(f.room.cards[2]));
  CHECK(says(f.words, "Decider’s star"));
  only<TakeStar>(f.press("Star Gamma"));
  CHECK(stars_of(f.activity()).empty());
}

TEST_CASE("the reveal plays once: frames are asked for while it moves and not after") {
  VoteFixture f;
  f.room.open(f.room.vote);
  f.room.close(f.room.vote);
  f.driver.frames(2);  // seen before its reveal
  std::vector<RevealedInput> inputs;
  f.room.reveal(f.room.vote, inputs);
  f.driver.take();
  f.driver.frames(1);
  const auto asks = [&] {
    const Commands taken = f.driver.take();
    return std::any_of(taken.intents.begin(), taken.intents.end(), [](const Intent& i) { return std::holds_alternative<AnimateUntil>(i); });
  };
  CHECK(asks());
  f.driver.seconds += 10;
  f.driver.frames(2);
  f.driver.take();
  f.driver.frames(2);
  CHECK_FALSE(asks());
  VoteFixture later;  // joined after the reveal: nothing moves
  later.room.reveal_with_tie();
  later.driver.frames(2);
  CHECK(later.driver.take().intents.empty());
}

namespace {

// 200 letters in words of five.
std::string long_text(int n) {
  std::string text = "Choice " + std::to_string(n);
  while (text.size() < 200) text += " words";
  return text.substr(0, 200);
}

// As many cards as wanted, each with a long text, as the choices of the vote.
void vote_on_long_cards(VoteFixture& f, int count) {
  Activity activity = f.activity();
  items_in(activity)->clear();
  for (int n = 0; n < count; ++n) items_in(activity)->emplace_back(f.room.add_card(f.room.nadia, f.room.board, long_text(n)));
  f.room.act(f.room.nadia, changed_to(f.room.workshop, activity));
}

std::vector<std::string> words_on_all_pages(VoteFixture& f) {
  std::vector<std::string> all;
  f.ui.page = 0;
  for (std::size_t page = 0; page == 0 || page < f.ui.pages; ++page) {
    f.ui.page = page;
    f.driver.frames(2);
    all.insert(all.end(), f.words.begin(), f.words.end());
  }
  return all;
}

}  // namespace

TEST_CASE("R172 a card of 200 letters is read whole while it is voted on and in the result, however many there are") {
  for (const int count : {1, 9, 24, 40}) {
    INFO(count);
    VoteFixture f;
    vote_on_long_cards(f, count);
    f.room.open(f.room.vote);
    std::vector<std::string> read = words_on_all_pages(f);
    for (int n = 0; n < count; ++n) CHECK(reads(read, long_text(n)));
    f.room.close(f.room.vote);
    Ballot cast;
    cast.dots.push_back({items_of(f.activity()).front(), 3});
    const std::vector<RevealedInput> inputs{RevealedInput{{}, cast}};
    REQUIRE_FALSE(f.room.attempt(f.room.nadia, RevealActivity{f.room.vote, inputs}));
    f.chrome = false;
    f.driver.seconds += 10;
    read = words_on_all_pages(f);
    for (int n = 0; n < count; ++n) CHECK(reads(read, long_text(n)));
    CHECK(std::none_of(read.begin(), read.end(), [](const std::string& words) { return words.find("\u2026") != std::string::npos; }));
  }
}

TEST_CASE("R367 among the choices of an open vote a long text has a page with room for it, and the short ones stand together") {
  const auto letters = [](std::size_t count) {
    std::string text;
    for (int n = 0; text.size() + 10 < count; ++n) text += "word" + std::to_string(n) + " ";
    return text + "end";
  };
  struct Case {
    std::size_t at, most_pages;
  };
  for (const Case& one : {Case{0, 2}, Case{13, 2}, Case{5, 3}}) {
    const std::size_t at = one.at;
    CAPTURE(at);
    VoteFixture f;
    Activity activity = f.activity();
    items_in(activity)->clear();
    for (std::size_t n = 0; n < 14; ++n)
      items_in(activity)->emplace_back(f.room.add_card(f.room.nadia, f.room.board, n == at ? letters(2000) : "Choice " + std::to_string(n)));
    f.room.act(f.room.nadia, changed_to(f.room.workshop, activity));
    f.room.open(f.room.vote);
    const std::vector<std::string> read = words_on_all_pages(f);
    CHECK(f.ui.pages <= one.most_pages);
    for (std::size_t n = 0; n < 14; ++n) CHECK(reads(read, n == at ? letters(2000) : "Choice " + std::to_string(n)));
  }
}

TEST_CASE("R367 every choice stands on one page, within it and over no other, whatever the lengths of their texts") {
  VoteFixture f;
  const Box area = vote_cards_area({{64, 168}, {1856, 1008}});
  f.driver.frames(1);
  UiDriver measuring{[&](const Frame& frame, Commands&) {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
      CAPTURE(seed);
      std::vector<VoteOption> options(1 + seed % 40);
      std::uint32_t drawn = seed;
      for (VoteOption& option : options) {
        drawn = drawn * 1664525U + 1013904223U;
        for (std::uint32_t left = (drawn >> 24) % 3 == 0 ? (drawn >> 8) % 300 : 2; left > 0; --left) option.text += "words ";
      }
      std::size_t next = 0;
      for (const OptionPage& page : option_pages(frame.painter, options, area, 0)) {
        CHECK(page.first == next);
        REQUIRE(page.count > 0);
        REQUIRE(page.count <= page.grid.per_page());
        next += page.count;
        const Box last = page.grid.card(page.count - 1);
        CHECK(last.max.x <= area.max.x + 0.5F);
        CHECK(last.max.y <= area.max.y + 0.5F);
      }
      CHECK(next == options.size());
    }
  }};
  measuring.frames(1);
}

TEST_CASE("R317 every letter of a result is read, also beside the agenda: a row higher than a page goes on on the next") {
  struct Glass {
    float width, height;
  };
  for (const Glass glass : {Glass{1024, 768}, {1366, 768}, {1920, 1080}})
    for (const int dots : {3, 12}) {
      INFO(glass.width, " ", dots);
      VoteFixture f;
      std::string longest = "word0";
      for (int n = 1; longest.size() < 1980; ++n) longest += " word" + std::to_string(n);
      Activity activity = f.activity();
      items_in(activity)->front() = Item(f.room.add_card(f.room.nadia, f.room.board, longest));
      std::sort(items_in(activity)->begin(), items_in(activity)->end());
      vote_in(activity)->dots_per_person = vote_in(activity)->dots_per_item = static_cast<std::uint16_t>(dots);
      f.room.act(f.room.nadia, changed_to(f.room.workshop, activity));
      f.room.act(f.room.nadia, ShowOnStage{{activity.board, activity.id}});
      f.room.open(f.room.vote);
      f.room.close(f.room.vote);
      Ballot cast;
      cast.dots.push_back({items_of(activity).back(), static_cast<std::uint16_t>(dots)});
      REQUIRE_FALSE(f.room.attempt(f.room.nadia, RevealActivity{f.room.vote, {RevealedInput{{}, cast}}}));
      StageUi ui;
      ui.agenda.open = true;
      std::vector<TextSpy::Said> seen;
      UiDriver window{[&](const Frame& frame, Commands& commands) {
                        seen = said_on(frame, true, [&](const Frame& own) { draw_stage(own, f.room.workshop, {}, ui, commands); });
                      },
                      glass.width, glass.height};
      std::string read;
      std::size_t counts = 0;
      for (std::size_t page = 0; page == 0 || page < ui.kinds.vote.pages; ++page) {
        turn_stage_to(f.room.workshop, ui, page);
        window.frames(2);
        const Box pager = window.has("Page before") ? window.box_of("Page before") : Box{{0, glass.height}, {0, glass.height}};
        const float scale = std::min(glass.width / design_width, glass.height / design_height);
        for (const TextSpy::Said& said : seen) {
          if (!said.words.starts_with("word")) continue;
          CHECK(said.words.find("\u2026") == std::string::npos);
          read += (read.empty() ? "" : " ") + said.words;
          CHECK(said.box.max.y * scale <= pager.min.y + 1);
        }
        for (const TextSpy::Said& said : seen) counts += said.words == std::to_string(dots) ? 1 : 0;
      }
      CHECK(read == longest);  // every word once and in its order
      CHECK(counts >= 1);
    }
}

TEST_CASE("R174 a vote in which nobody gave a dot says so and shows no rank") {
  VoteFixture f;
  f.room.open(f.room.vote);
  f.room.close(f.room.vote);
  f.room.act(f.room.nadia, RevealActivity{f.room.vote, {}});
  f.driver.frames(2);
  f.driver.seconds += 10;
  f.driver.frames(2);
  CHECK(says(f.words, "Nobody gave a dot"));
  for (const std::string& word : f.words) CHECK(word != "1");
  CHECK_FALSE(f.driver.has("Run-off"));
}

TEST_CASE("R177 rules of thumb for dots are offered where they make sense, are explained, and stay in their panel") {
  VoteFixture f;
  f.driver.frames(2);
  CHECK(f.driver.has("A quarter: 2"));
  CHECK(says(f.words, "Usual: a quarter or a third of the choices"));
  vote_on_long_cards(f, 60);
  f.driver.frames(2);
  CHECK(f.driver.has("A quarter: 15"));
  CHECK(f.driver.has("A third: 20"));
  for (const UiDriver::Item& item : f.driver.items())
    if (item.label.find("##advice") != std::string::npos) {
      CHECK(item.box.max.x <= 1856);
      CHECK(item.label.find("900") == std::string::npos);  // for two people MSU's rule would say 900
    }
  Activity none = f.activity();
  items_in(none)->clear();
  f.room.act(f.room.nadia, changed_to(f.room.workshop, none));
  f.driver.frames(2);
  for (const UiDriver::Item& item : f.driver.items()) CHECK(item.label.find("##advice") == std::string::npos);
}

TEST_CASE("24 options fit one page, and 60 three") {
  const Box area = vote_cards_area({{64, 168}, {1856, 1008}});
  for (const std::size_t count : {1U, 8U, 12U, 15U, 20U, 24U}) {
    const CardGrid grid = grid_for(count, area);
    CHECK(grid.per_page() >= count);
    const Box last = grid.card(count - 1);
    CHECK(last.max.x <= area.max.x + 0.5F);
    CHECK(last.max.y <= area.max.y + 0.5F);
  }
  CHECK(grid_for(60, area).per_page() == 24);
}

namespace {

bool asks_for_frames(const Commands& taken) {
  return std::any_of(taken.intents.begin(), taken.intents.end(), [](const Intent& i) { return std::holds_alternative<AnimateUntil>(i); });
}
float height_of(const VoteFixture& f, const std::string& words) {
  const auto found = std::find_if(f.said.begin(), f.said.end(), [&](const TextSpy::Said& said) { return said.words == words; });
  REQUIRE_MESSAGE(found != f.said.end(), words);
  return found->at.y;
}
// Ranks and counts: whatever is nothing but digits.
int numbers_on(const VoteFixture& f) {
  return static_cast<int>(std::count_if(f.words.begin(), f.words.end(), [](const std::string& word) { return word.find_first_not_of("0123456789") == std::string::npos; }));
}

// Gamma wins, then Alpha, Beta and Delta with nothing; seen before its reveal.
void reveal_before_the_eyes(VoteFixture& f) {
  f.room.open(f.room.vote);
  f.driver.frames(2);
  f.room.close(f.room.vote);
  f.driver.frames(2);
  f.driver.take();
  const auto ballot = [&](std::uint16_t a, std::uint16_t b, std::uint16_t c) {
    Ballot cast;
    if (a > 0) cast.dots.push_back({Item(f.room.cards[0]), a});
    if (b > 0) cast.dots.push_back({Item(f.room.cards[1]), b});
    if (c > 0) cast.dots.push_back({Item(f.room.cards[2]), c});
    return RevealedInput{{}, cast};
  };
  std::vector<RevealedInput> inputs{ballot(0, 0, 3), ballot(0, 1, 2), ballot(2, 0, 1)};
  f.room.reveal(f.room.vote, f.room.in_order(inputs));
  f.driver.frames(1);
}

}  // namespace

TEST_CASE("the reveal of a vote is one moment: rows as the cards were, dots, the way to their ranks, counts at the end") {
  VoteFixture f;
  f.chrome = false;
  reveal_before_the_eyes(f);
  CHECK(asks_for_frames(f.driver.take()));
  CHECK(numbers_on(f) == 0);
  CHECK_FALSE(says(f.words, "Tie"));
  f.driver.seconds += 0.85;
  f.driver.frames(1);
  CHECK(numbers_on(f) == 0);
  CHECK(height_of(f, "Alpha") < height_of(f, "Beta"));
  CHECK(height_of(f, "Beta") < height_of(f, "Gamma"));
  const float alpha_first = height_of(f, "Alpha"), gamma_first = height_of(f, "Gamma");
  f.driver.seconds += 0.2;
  f.driver.frames(1);
  CHECK(numbers_on(f) == 0);
  CHECK(height_of(f, "Gamma") < gamma_first);  // under way
  CHECK(height_of(f, "Gamma") > alpha_first);
  f.driver.seconds += 1;
  f.driver.take();
  f.driver.frames(1);
  CHECK_FALSE(asks_for_frames(f.driver.take()));
  CHECK(numbers_on(f) == 8);  // four ranks, four counts
  CHECK(height_of(f, "Gamma") == doctest::Approx(alpha_first).epsilon(0.02));
  CHECK(height_of(f, "Gamma") < height_of(f, "Alpha"));
  CHECK(height_of(f, "Alpha") < height_of(f, "Beta"));
  CHECK(height_of(f, "Beta") < height_of(f, "Delta"));
  for (const TextSpy::Said& said : f.said) CHECK(said.color.a == 255);
}

TEST_CASE("the reveal of a vote plays on the bare stage too, and in replay, but only once") {
  VoteFixture f;
  f.chrome = false;
  f.driver.prepare = [](Frame& frame) {
    frame.read_only = true;
    frame.role = Role::stage;
  };
  const Workshop before = f.room.workshop;
  reveal_before_the_eyes(f);
  CHECK(asks_for_frames(f.driver.take()));
  const Workshop after = f.room.workshop;
  f.driver.seconds += 5;
  f.room.workshop = before;
  f.driver.frames(2);
  f.room.workshop = after;
  f.driver.take();
  f.driver.frames(1);
  CHECK_FALSE(asks_for_frames(f.driver.take()));
  CHECK(numbers_on(f) == 8);
}

TEST_CASE("with reduced motion the rows stand sorted at once and fade in") {
  VoteFixture f;
  f.driver.prepare = [](Frame& frame) { frame.reduced_motion = true; };
  reveal_before_the_eyes(f);
  f.driver.seconds += 0.05;
  f.driver.frames(1);
  CHECK(height_of(f, "Gamma") < height_of(f, "Alpha"));
  f.driver.seconds += 0.1;
  f.driver.take();
  f.driver.frames(1);
  CHECK_FALSE(asks_for_frames(f.driver.take()));
}

TEST_CASE("the bare stage suggests the run-off of a tie and cannot be pressed") {
  VoteFixture f;
  f.room.reveal_with_tie();
  f.chrome = false;
  f.driver.frames(2);
  CHECK(says(f.words, "Tie for second"));
  CHECK(says(f.words, "Run-off"));
  CHECK_FALSE(f.driver.has("Run-off"));
  f.chrome = true;
  f.driver.frames(2);
  CHECK(f.driver.has("Run-off"));
  CHECK(std::count(f.words.begin(), f.words.end(), std::string("Run-off")) == 1);
}

TEST_CASE("the facilitator opens who gave what of a named vote; the bare stage and an anonymous vote show no name") {
  VoteFixture f;
  SUBCASE("anonymous") {
    f.room.reveal_with_tie();
    f.driver.frames(2);
    CHECK_FALSE(f.driver.has("Names"));
  }
  SUBCASE("named") {
    Activity named = f.activity();
    named.secrecy = Secrecy::named;
    f.room.act(f.room.nadia, changed_to(f.room.workshop, named));
    f.room.open(f.room.vote);
    f.room.close(f.room.vote);
    f.room.reveal(f.room.vote, {{f.room.ben, Ballot{{{Item(f.room.cards[0]), 2}, {Item(f.room.cards[1]), 1}}}}, {f.room.chloe, Ballot{{{Item(f.room.cards[0]), 3}}}}});
    f.driver.frames(2);
    CHECK_FALSE(says(f.words, "Ben"));
    CHECK(f.press("Names").empty());
    CHECK(says(f.words, "Chloé"));
    CHECK(says(f.words, "Ben"));
    f.press("Dots");
    CHECK_FALSE(says(f.words, "Ben"));
    f.chrome = false;
    f.driver.frames(2);
    CHECK_FALSE(f.driver.has("Names"));
  }
}

TEST_CASE("a reveal that replay steps over takes its time there, once, and asks for nothing but frames") {
  VoteFixture f;
  f.room.act(f.room.nadia, ShowOnStage{{f.room.board, f.room.vote}});
  StageUi ui;
  UiDriver replay([&](const Frame& frame, Commands& commands) { draw_moment_of(frame, f.room.workshop, f.room.board, ui, commands); });
  const auto moves_for = [&] {
    replay.take();
    replay.frames(1);
    const Commands taken = replay.take();
    CHECK(taken.actions.empty());
    double left = 0;
    for (const Intent& intent : taken.intents) {
      REQUIRE(std::holds_alternative<AnimateUntil>(intent));
      left = std::max(left, std::get<AnimateUntil>(intent).seconds - replay.seconds);
    }
    return left;
  };
  CHECK(moves_for() == 0);
  const Workshop before = f.room.workshop;
  f.room.reveal_with_tie();
  const Workshop after = f.room.workshop;
  CHECK(moves_for() == doctest::Approx(result_motion_ms(false) / 1000));
  replay.seconds += 3;
  CHECK(moves_for() == 0);
  f.room.workshop = before;
  CHECK(moves_for() == 0);
  f.room.workshop = after;
  CHECK(moves_for() == 0);
}

}  // namespace standpoint::vote_test
