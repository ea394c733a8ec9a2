// The Cards board by the commands it emits.
#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "app/boards/cards/screen.h"
#include "app/paint/painter.h"
#include "app/screens/stage/stage.h"
#include "app/screens/stage/turn.h"
#include "core/workshop/check.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::cards_test {

using namespace standpoint::testing;

namespace {

struct CardsFixture {
  SampleRoom room;
  BoardId board = room.add_board(BoardKind::cards, "Hopes and fears");
  CardId card = room.add_card(room.nadia, board, "One plan");
  CardsUi ui;
  bool chrome = true;
  std::vector<std::string> words;
  UiDriver driver{[this](const Frame& frame, Commands& commands) {
    words = words_of(frame, chrome, [&](const Frame& seen) { draw_cards(seen, room.workshop, board, ui, commands); });
  }};
  Box area = cards_ground({{64, 168}, {1856, 1032}}, true);

  CardsFixture() { driver.frames(3); }

  Vec at(BoardPoint p) const { return cards_to_design(area, p); }
  template <class Wanted>
  Wanted only() {
    const Wanted answer = driver.take_only<Wanted>();
    room.act(room.nadia, answer);
    driver.frames(2);
    return answer;
  }
};

}  // namespace

TEST_CASE("a double click writes a card where it was, in the zone it lies in") {
  CardsFixture f;
  f.driver.double_click_at(f.at({7500, 2500}));
  REQUIRE(f.ui.writing);
  f.driver.frames(3);
  f.driver.type("The till stops");
  f.driver.key(ImGuiKey_Enter);
  const Card added = f.only<AddCard>().card;
  CHECK(added.text == "The till stops");
  CHECK(added.zone == 1);
  CHECK(std::abs(added.at.x - 7500) < 20);
  CHECK(std::abs(added.at.y - 2500) < 20);
  CHECK(f.ui.writing);  // the next one
  f.driver.key(ImGuiKey_Enter);
  f.driver.frames(2);
  CHECK_FALSE(f.ui.writing);
  CHECK(f.driver.take().actions.empty());
  CHECK(says(f.words, "The till stops"));
}

TEST_CASE("R176 Enter keeps a card and opens the next, and letters typed after it go onto that one") {
  CardsFixture f;
  f.driver.key(ImGuiKey_N);
  f.driver.frames(3);
  f.driver.type("First");
  f.driver.key(ImGuiKey_Enter);
  CHECK(ImGui::GetIO().WantTextInput);
  f.driver.type("not a shortcut");
  const Card first = f.only<AddCard>().card;
  CHECK(first.text == "First");
  f.driver.frames(2);
  CHECK(f.ui.draft == "not a shortcut");
  f.driver.key(ImGuiKey_Enter);
  const Card second = f.only<AddCard>().card;
  CHECK(second.text == "not a shortcut");
  CHECK(second.zone == first.zone);
  CHECK_FALSE(second.at == first.at);
  f.driver.key(ImGuiKey_Escape);
  f.driver.frames(2);
  CHECK_FALSE(f.ui.writing);
  CHECK(f.driver.take().actions.empty());
}

TEST_CASE("R176 what is typed wraps as the card will, and none of it is out of sight") {
  CardsFixture f;
  f.driver.key(ImGuiKey_N);
  f.driver.frames(3);
  std::string text = "Words";
  while (text.size() < 200) text += " and words";
  f.driver.type(text);
  f.driver.frames(2);
  CHECK(reads(f.words, text));
}

TEST_CASE("R175 80 cards in six zones and 20 long ones can all be read, none behind another, and Add card covers none") {
  CardsFixture f;
  Board six;
  six.id = f.room.next<BoardId>(f.room.nadia);
  six.kind = BoardKind::cards;
  six.title = "Six";
  for (std::int32_t z = 0; z < 6; ++z) {
    const std::int32_t x = z % 3 * 3333, y = z / 3 * 5000;
    six.zones.push_back({"Zone " + std::to_string(z), {{x, y}, {x + 3333, y + 5000}}});
  }
  f.room.act(f.room.nadia, AddBoard{six});
  f.board = six.id;
  const auto text = [](int n) {
    std::string words = "Card " + std::to_string(n);
    while (n % 5 == 0 && words.size() < 200) words += " words";
    return words;
  };
  for (int n = 0; n < 100; ++n) {
    Card card;
    card.id = f.room.next<CardId>(f.room.nadia);
    card.board = six.id;
    card.zone = static_cast<std::uint16_t>(n % 7 % 6);
    card.at = {six.zones[card.zone].area.min.x + 1600, six.zones[card.zone].area.min.y + 2500};
    card.text = text(n);
    f.room.act(f.room.nadia, AddCard{card});
  }
  std::set<std::string> seen;
  std::vector<std::string> read;
  for (f.ui.page = 0; f.ui.page == 0 || f.ui.page < f.ui.pages;) {
    const std::size_t page = f.ui.page;
    f.driver.frames(2);
    std::vector<Box> boxes;
    const Box add = f.driver.box_of("Add card");
    for (const UiDriver::Item& item : f.driver.items()) {
      if (!item.label.ends_with("##card")) continue;
      seen.insert(item.label);
      boxes.push_back(item.box);
    }
    const auto over = [](const Box& a, const Box& b) { return a.min.x + 1 < b.max.x && b.min.x + 1 < a.max.x && a.min.y + 1 < b.max.y && b.min.y + 1 < a.max.y; };
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      CHECK_FALSE(over(boxes[i], add));
      for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(over(boxes[i], boxes[j]));
    }
    read.insert(read.end(), f.words.begin(), f.words.end());
    f.ui.page = page + 1;
  }
  CHECK(seen.size() == 100);
  for (int n = 0; n < 100; ++n) CHECK_MESSAGE(reads(read, text(n)), n);
}

TEST_CASE("an empty card is not written, and Esc leaves everything as it was") {
  CardsFixture f;
  f.driver.double_click_at(f.at({7500, 2500}));
  f.driver.frames(3);
  f.driver.type("Half a thought");
  f.driver.key(ImGuiKey_Escape);
  CHECK(f.driver.take().actions.empty());
  CHECK_FALSE(f.ui.writing);
}

TEST_CASE("a card is moved by a drag, into the zone it is let go over, by one command") {
  CardsFixture f;
  f.driver.drag(f.at({2500, 5000}), f.at({8000, 7000}));
  const MoveCards moved = f.only<MoveCards>();
  REQUIRE(moved.moves.size() == 1);
  CHECK(moved.moves[0].card == f.card);
  CHECK(moved.moves[0].zone == 1);
  CHECK(std::abs(moved.moves[0].at.x - 8000) < 20);
}

TEST_CASE("a double click on a card edits its words") {
  CardsFixture f;
  f.driver.double_click_at(f.at({2500, 5000}));
  REQUIRE(f.ui.writing);
  f.driver.frames(3);
  f.driver.key(ImGuiKey_A, true);
  f.driver.type("Two plans");
  f.driver.key(ImGuiKey_Enter);
  const ChangeCard edited = f.only<ChangeCard>();
  CHECK(edited.card == f.card);
  CHECK(edited.text == "Two plans");
  CHECK_FALSE(edited.colour);
  CHECK(edited.over != 0);
}

TEST_CASE("the selected card takes a colour, and goes with Delete") {
  CardsFixture f;
  f.driver.click_at(f.at({2500, 5000}));
  CHECK(f.ui.selected == f.card);
  f.driver.click("Mint");
  CHECK(f.only<ChangeCard>() == ChangeCard{f.card, {}, CardColour::mint});
  f.driver.click_at(f.at({2500, 5000}));
  f.driver.key(ImGuiKey_Delete);
  CHECK(f.only<RemoveItems>().cards == std::vector<CardId>{f.card});
  CHECK(says(f.words, "No cards yet"));
}

TEST_CASE("N and the button begin a card where none lies") {
  CardsFixture f;
  f.driver.key(ImGuiKey_N);
  REQUIRE(f.ui.writing);
  f.driver.frames(3);
  f.driver.type("New one");
  f.driver.key(ImGuiKey_Enter);
  const Card added = f.only<AddCard>().card;
  CHECK(added.text == "New one");
  const Vec middle = f.at({2500, 5000}), there = f.at(added.at);
  CHECK((std::abs(middle.x - there.x) >= 246 || std::abs(middle.y - there.y) >= 112));
}

TEST_CASE("a stage without tools only shows the cards") {
  CardsFixture f;
  f.chrome = false;
  f.driver.drag(f.at({2500, 5000}), f.at({8000, 7000}));
  f.driver.double_click_at(f.at({7500, 2500}));
  CHECK(f.driver.take().actions.empty());
  CHECK_FALSE(f.ui.writing);
  CHECK(says(f.words, "One plan"));
  CHECK_FALSE(f.driver.has("Add card"));
}

namespace {

// The six zones of a value proposition, two of them narrower than two cards.
Board with_zones(const char* title) {
  Board board;
  board.kind = BoardKind::cards;
  board.title = title;
  board.zones = {{"Products and services", {{0, 0}, {1800, 10000}}}, {"Gain creators", {{1800, 5000}, {4800, 10000}}}, {"Pain relievers", {{1800, 0}, {4800, 5000}}},
                 {"Gains", {{5200, 5000}, {7900, 10000}}}, {"Pains", {{5200, 0}, {7900, 5000}}}, {"What our customers want to get done in their own words", {{7900, 0}, {10000, 10000}}}};
  return board;
}

struct ZonesFixture : CardsFixture {
  ZonesFixture() {
    Board zoned = with_zones("Value proposition");
    zoned.id = mint<BoardId>(room.nadia, next_nth(room.workshop, room.nadia));
    board = zoned.id;
    room.act(room.nadia, AddBoard{zoned});
    driver.frames(3);
  }
};

}  // namespace

TEST_CASE_FIXTURE(ZonesFixture, "R253 a card is no wider than its zone, and no words of an empty board lie on its zones' names") {
  for (const std::string& name : {std::string("Products and services"), std::string("Pains"), std::string("What our customers want to get done in their own words")}) CHECK_MESSAGE(reads(words, name), name);
  Board halves;  // a zone's name in the middle of the board
  halves.id = mint<BoardId>(room.nadia, next_nth(room.workshop, room.nadia));
  halves.kind = BoardKind::cards;
  halves.title = "Now and later";
  halves.zones = {{"What we do now", {{0, 5600}, {10000, 10000}}}, {std::string(60, 'w'), {{0, 0}, {10000, 5600}}}};
  room.act(room.nadia, AddBoard{halves});
  for (const BoardId shown : {board, halves.id}) {
    std::vector<TextSpy::Said> said;
    UiDriver window([&](const Frame& frame, Commands& commands) {
      said = said_on(frame, true, [&](const Frame& seen) { draw_cards(seen, room.workshop, shown, ui, commands); });
    });
    window.frames(3);
    const auto nothing = std::find_if(said.begin(), said.end(), [](const TextSpy::Said& one) { return one.words.starts_with("No cards yet"); });
    REQUIRE(nothing != said.end());
    const Box clear = nothing->box;
    for (const TextSpy::Said& one : said)
      if (one.words != nothing->words)
        CHECK_MESSAGE((one.box.max.x <= clear.min.x || one.box.min.x >= clear.max.x || one.box.max.y <= clear.min.y || one.box.min.y >= clear.max.y), one.words);
  }
  const std::string many = "Find a repair shop that is open on Sunday, has the part, and does not ask for an appointment two weeks ahead when the weather is finally good";
  for (std::uint16_t zone = 0; zone < 6; ++zone) {
    Card long_one;
    long_one.id = mint<CardId>(room.nadia, next_nth(room.workshop, room.nadia));
    long_one.board = board;
    long_one.zone = zone;
    long_one.at = find(room.workshop, board)->zones[zone].area.min;
    long_one.text = many;
    room.act(room.nadia, AddCard{long_one});
  }
  driver.frames(3);
  for (const Zone& zone : find(room.workshop, board)->zones) {
    const Box box = zone_box(area, zone);
    std::size_t inside = 0;
    for (const UiDriver::Item& item : driver.items())
      if (item.label.starts_with(many) && item.box.min.x >= box.min.x && item.box.max.x <= box.max.x && item.box.min.y >= box.min.y && item.box.max.y <= box.max.y) ++inside;
    CHECK_MESSAGE(inside == 1, zone.name);
  }
}

TEST_CASE_FIXTURE(ZonesFixture, "R253 a card of two thousand letters takes the width of its zone before any of it is cut") {
  Board plain;
  plain.id = mint<BoardId>(room.nadia, next_nth(room.workshop, room.nadia));
  plain.kind = BoardKind::cards;
  plain.title = "No zones";
  room.act(room.nadia, AddBoard{plain});
  Card long_one;
  long_one.id = mint<CardId>(room.nadia, next_nth(room.workshop, room.nadia));
  long_one.board = plain.id;
  for (int n = 0; n < 200; ++n) long_one.text += "ten words ";
  long_one.text.pop_back();
  room.act(room.nadia, AddCard{long_one});
  board = long_one.board;
  driver.frames(3);
  CHECK(reads(words, long_one.text));
}

TEST_CASE_FIXTURE(ZonesFixture, "R249 a card with more words than its place is read whole after a tap, page by page, and the room reads with it") {
  Card long_one;
  long_one.id = mint<CardId>(room.nadia, next_nth(room.workshop, room.nadia));
  long_one.board = board;
  long_one.zone = 3;
  long_one.at = {6500, 7500};
  for (int n = 0; n < 250; ++n) long_one.text += "word" + std::to_string(n) + " ";
  long_one.text.pop_back();
  room.act(room.nadia, AddCard{long_one});
  room.act(room.nadia, ShowOnStage{{board, {}}});
  driver.frames(3);
  REQUIRE_FALSE(reads(words, long_one.text));
  driver.click(long_one.text + "##card");
  driver.frames(2);
  CHECK(reads(words, long_one.text));
  StageUi led, room_screen;
  led.cards = ui;
  StageTurn turn = turn_of(room.workshop, led);
  CHECK(turn.looked_at == Item(long_one.id));
  std::vector<std::string> seen;
  const auto show = [&](float width) {
    UiDriver window([&](const Frame& frame, Commands& none) {
      seen = words_of(frame, false, [&](const Frame& bare) {
        Frame own = bare;
        own.role = Role::stage;
        own.area.max.x = own.area.min.x + width;
        follow_turn(own, room.workshop, turn, room_screen);
        draw_cards(own, room.workshop, board, room_screen.cards, none);
      });
    });
    window.frames(3);
  };
  show(1792);
  CHECK(reads(seen, long_one.text));
  std::set<std::string> read;
  for (turn.rail_page = 0; turn.rail_page < 8; ++turn.rail_page) {  // on a narrow screen
    show(420);
    for (const std::string& line : seen)
      for (std::size_t at = 0, end = 0; at < line.size(); at = end + 1) read.insert(line.substr(at, (end = std::min(line.find(' ', at), line.size())) - at));
  }
  for (int n = 0; n < 250; ++n) CHECK_MESSAGE(read.count("word" + std::to_string(n)) == 1, n);
  driver.click("Close##reading");
  driver.frames(2);
  CHECK_FALSE(reads(words, long_one.text));
  driver.double_click_at(at({6500, 7500}));  // it is written on a card as wide as it needs
  driver.frames(3);
  CHECK(ui.writing);
  CHECK(reads(words, long_one.text));
  for (const UiDriver::Item& item : driver.items())
    if (item.takes_text) CHECK(item.box.max.y < area.max.y + 8);
  driver.key(ImGuiKey_Escape);
  CHECK(driver.take().actions.empty());
}

TEST_CASE_FIXTURE(ZonesFixture, "R304 beside an open agenda six zones stay wide enough for whole words, and what is done there is done in its zone") {
  const std::string words_of_card = "Accessibility responsibilities";
  for (std::uint16_t zone = 0; zone < 6; ++zone) {
    const BoardRect there = find(room.workshop, board)->zones[zone].area;
    room.act(room.nadia, AddCard{{mint<CardId>(room.nadia, next_nth(room.workshop, room.nadia)), board, zone, {there.min.x + 600, there.max.y - 1500}, CardColour::paper, words_of_card}});
  }
  room.act(room.nadia, ShowOnStage{{board, {}}});
  StageUi led;
  led.agenda.open = true;
  std::vector<std::string> seen;
  UiDriver window{[&](const Frame& frame, Commands& commands) {
                    seen = words_of(frame, true, [&](const Frame& own) { draw_stage(own, room.workshop, {}, led, commands); });
                  },
                  1024, 768};
  window.frames(3);
  for (const std::string& line : seen) {
    const bool of_a_card = line.find("ccessib") != std::string::npos || line.find("responsib") != std::string::npos;
    if (of_a_card) CHECK_MESSAGE((line == "Accessibility" || line == "responsibilities" || line == words_of_card), line);
  }
  CHECK(std::count(seen.begin(), seen.end(), std::string("Accessibility")) + std::count(seen.begin(), seen.end(), words_of_card) >= 6);
  std::vector<Box> places;
  for (const UiDriver::Item& item : window.items())
    if (item.label == words_of_card + "##card") places.push_back(item.box);
  REQUIRE(places.size() >= 6);
  window.take();
  const Card last = room.workshop.cards.back();
  window.drag(places.back().center(), places.back().center() + Vec{-24, 30});  // within its zone
  const MoveCards moved = window.take_only<MoveCards>();
  REQUIRE(moved.moves.size() == 1);
  CHECK(moved.moves[0].zone == last.zone);
  CHECK(find(room.workshop, board)->zones[last.zone].area.contains(moved.moves[0].at));
}

TEST_CASE_FIXTURE(ZonesFixture, "R250 what is written lies on no other card, on a full zone either, and stays where it was written") {
  const auto add = [&](std::uint16_t zone, const std::string& text) {
    const BoardRect there = find(room.workshop, board)->zones[zone].area;
    room.act(room.nadia, AddCard{{mint<CardId>(room.nadia, next_nth(room.workshop, room.nadia)), board, zone, {there.min.x + 100, there.max.y - 100}, CardColour::paper, text}});
  };
  const std::string sentence = "Find a repair shop that is open on Sunday, has the part, and does not ask for an appointment two weeks ahead";
  for (int n = 0; n < 9; ++n) add(0, std::to_string(n) + (n % 3 == 0 ? " " + sentence : std::string(" short")));
  driver.frames(3);
  for (int round = 0; round < 6; ++round) {
    driver.key(ImGuiKey_N);
    driver.frames(3);
    REQUIRE(ui.writing);
    driver.type(round % 2 == 0 ? sentence : std::string("short"));
    driver.frames(2);
    const std::vector<UiDriver::Item> shown = driver.items();
    const std::size_t page = ui.page;
    const auto written = std::find_if(shown.begin(), shown.end(), [](const UiDriver::Item& item) { return item.takes_text; });
    REQUIRE(written != shown.end());
    const Box field = written->box, draft{field.min - Vec{card_look::zone_padding, 4}, field.max + Vec{card_look::zone_padding, 4}};
    for (const UiDriver::Item& item : shown)
      if (item.label.ends_with("##card")) CHECK_MESSAGE(!item.box.grown(-1).overlaps(draft), round, " over ", item.label);
    driver.key(ImGuiKey_Enter);
    const Card added = only<AddCard>().card;
    driver.key(ImGuiKey_Escape);
    ui.page = page;  // the next one may have been on another
    driver.frames(2);
    const auto items = driver.items();
    const auto kept = std::find_if(items.begin(), items.end(), [&](const UiDriver::Item& item) { return item.box.contains(draft.center()) && item.label == added.text + "##card"; });
    CHECK_MESSAGE(kept != items.end(), round);
  }
}

TEST_CASE("R248 a board of eighty cards with two thousand letters each is measured no further than it shows, and each text once") {
  CardsBoard board;
  for (std::int32_t z = 0; z < 6; ++z) board.zones.push_back({"Zone", {{z * 1666, 0}, {(z + 1) * 1666, board_max}}});
  for (int n = 0; n < 80; ++n) {
    std::string text = std::to_string(n);
    while (text.size() < 1990) text += " hotline";
    board.cards.push_back({CardId{static_cast<std::uint64_t>(n + 1)}, text, CardColour::paper, static_cast<std::uint16_t>(n % 6), {n % 6 * 1666 + 800, n * 100}});
  }
  const Box area{{64, 168}, {1856, 1000}};
  std::vector<std::size_t> measured;
  std::size_t letters = 0;
  UiDriver driver{[&](const Frame& frame, Commands&) {
    TextSpy spy(frame.painter);
    for (std::size_t page = 0; page < 3; ++page) lay_out_cards(spy, board, area, page);
    letters = spy.measured;
    measured.push_back(frame.fonts.widths_so_far().size());
  }};
  driver.frames(3);
  CHECK(measured[1] == measured[0]);
  CHECK(measured[2] == measured[0]);
  CHECK(letters < 3 * 80 * 25'000);
}

TEST_CASE("R243 a card is never wider than its zone, however narrow the board") {
  CardsBoard board;
  for (std::int32_t z = 0; z < 6; ++z) board.zones.push_back({"Zone", {{z * 1666, 0}, {(z + 1) * 1666, board_max}}});
  for (int n = 0; n < 30; ++n) {
    std::string text = "Move the pilot to the two small branches before the autumn " + std::to_string(n);
    while (n % 5 == 0 && text.size() < 300) text += " words";
    board.cards.push_back({CardId{static_cast<std::uint64_t>(n + 1)}, text, CardColour::paper, static_cast<std::uint16_t>(n % 6), {n % 6 * 1666 + 800, n * 300}});
  }
  std::size_t seen = 0;
  const auto look_at = [&](const Frame& frame, float width) {
    const Box area{{64, 168}, {64 + width, 1000}};
    for (std::size_t page = 0, pages = 1; page < pages; ++page) {
      const LaidCards laid = lay_out_cards(frame.painter, board, area, page);
      pages = laid.pages;
      for (std::size_t i = 0; i < laid.boxes.size(); ++i) {
        const Box& box = laid.boxes[i];
        const Box zone = zone_box(area, laid.board.zones[laid.board.cards[i].zone]);
        CHECK_MESSAGE((box.min.x >= zone.min.x && box.max.x <= zone.max.x), "at ", width, " card ", i, " of page ", page);
        for (std::size_t k = 0; k < i; ++k) CHECK_FALSE(box.grown(-1).overlaps(laid.boxes[k].grown(-1)));
        ++seen;
      }
    }
  };
  UiDriver driver{[&](const Frame& frame, Commands&) {
    for (const float width : {760.0F, 1000.0F, 1792.0F}) look_at(frame, width);
  }};
  driver.frames(1);
  CHECK(seen >= 3 * board.cards.size());
}

namespace {

// A painter that draws nothing and remembers how much of each straight line no clip takes away.
struct LineSpy final : Painter {
  void fill(const Path&, Color) override {}
  void stroke(const Path& path, const Stroke& stroke) override {
    if (path.points().size() != 2) return;
    const Vec from = path.points()[0], to = path.points()[1];
    if (from.x == to.x) upright.emplace_back(from.x, clips > 0 ? 0 : stroke.width);
    if (from.y == to.y) level.emplace_back(from.y, clips > 0 ? 0 : stroke.width);
  }
  void taper(const Path&, float, float, Color) override {}
  void shadow(Box, float, const Shadow&) override {}
  void glow(Vec, float, Color, std::span<const GlowStop>) override {}
  void text(Vec, std::string_view, const TextLook&) override {}
  float text_width(std::string_view utf8, const TextStyle&, bool) const override { return static_cast<float>(utf8.size()); }
  void icon(Vec, Icon, Face, float, Color) override {}
  void push_clip(Box) override { ++clips; }
  void pop_clip() override { --clips; }

  int clips = 0;
  std::vector<std::pair<float, float>> upright, level;  // where, and how wide
};

}  // namespace

TEST_CASE("R295 the lines between zones are whole, wherever they lie on the glass") {
  CardsBoard board;
  for (std::int32_t n = 0; n < 4; ++n) board.zones.push_back({"Zone", {{n * 2500, 0}, {(n + 1) * 2500, board_max}}});
  LineSpy spy;
  paint_zones(spy, light_theme, board, box_at(63.7F, 100, 1791.3F, 800));
  REQUIRE(spy.upright.size() == 3);
  for (const auto& [x, width] : spy.upright) CHECK(width >= line_width::regular);
  // One over the other, and one by itself.
  CardsBoard apart;
  apart.zones = {{"Above", {{0, 0}, {4000, 5000}}}, {"Below", {{0, 5000}, {4000, board_max}}}, {"Alone", {{6000, 0}, {board_max, board_max}}}};
  LineSpy lines;
  paint_zones(lines, light_theme, apart, box_at(63.7F, 100, 1791.3F, 800));
  CHECK(lines.level.size() == 1);
  CHECK(lines.upright.size() == 3);
  for (const auto* all : {&lines.level, &lines.upright})
    for (const auto& [at, width] : *all) CHECK(width >= line_width::regular);
}

TEST_CASE("R293 a card that is added on the stage goes into the zone that the brainstorm asks for") {
  CardsFixture f;
  const std::string name = find(f.room.workshop, f.board)->zones.back().name;
  Activity asked = f.room.new_activity(ActivityKind::brainstorm, name);
  asked.board = f.board;
  f.room.act(f.room.nadia, AddActivity{asked});
  f.room.open(asked.id);
  f.room.act(f.room.nadia, ShowOnStage{{f.board, asked.id}});
  f.driver.frames(2);
  f.driver.click("Add card");
  f.driver.frames(3);
  f.driver.type("The till stops");
  f.driver.key(ImGuiKey_Enter);
  const Card added = f.only<AddCard>().card;
  CHECK(find(f.room.workshop, f.board)->zones.at(added.zone).name == name);
}

TEST_CASE("R368 a button that is wider than the stage has room for stays between the edges of its board") {
  for (const Vec size : {Vec{1024, 768}, Vec{1280, 720}, Vec{1920, 1080}}) {
    CAPTURE(size.x);
    SampleRoom room;
    const BoardId board = room.add_board(BoardKind::cards, "Hopes and fears");
    room.act(room.nadia, ShowOnStage{{board, {}}});
    StageUi ui;
    Box area;
    UiDriver driver{[&](const Frame& frame, Commands& commands) {
      area = frame.area;
      draw_stage(frame, room.workshop, {}, ui, commands);
    }, size.x, size.y};
    driver.frames(3);
    const Box add = driver.box_of("Add card");
    CHECK(add.max.x <= area.max.x + 1);
    CHECK(add.max.x >= area.max.x - 1);
  }
}

}  // namespace standpoint::cards_test
