// Every screen x {nothing, the sample, 60 people and 60 cards, the longest texts, every writing} x five sizes x light and dark, for
// each role, judged: words in their panels, no two over each other, targets as large as a finger or a pointer needs, every control
// named, no page without a way on and back (tests/app/driving/screen_judges.h). Each screen is seen with every session, at every size and in both themes, in a covering of pairs that its name chooses.
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <iterator>
#include <optional>
#include <string_view>

#include <doctest/doctest.h>

#include "app/design/measures.h"
#include "app/screens/console/console.h"
#include "app/widgets/frame_scope.h"
#include "tests/app/driving/screen_judges.h"
#include "tests/app/driving/screen_matrix.h"
#include "tests/app/driving/screen_watch.h"
#include "tests/app/driving/ui_driver.h"

namespace standpoint::screen_matrix_test {

using namespace standpoint::testing;

namespace {

constexpr std::size_t size_count = 5;
constexpr ScreenSize desks[size_count] = {{1024, 768}, {1366, 768}, {1920, 1080}, {3840, 2160}, {1080, 1920}};
constexpr ScreenSize consoles[size_count] = {{1180, 820, true}, {1366, 768}, {820, 1180, true}, {390, 844, true}, {1920, 1080}};
constexpr ScreenSize hands[size_count] = {{390, 844, true}, {844, 390, true}, {320, 454, true}, {820, 1180, true}, {1180, 820, true}};
// Beside an open keyboard or a browser's bars, and with letters twice as large: what the sample's pages are held in as well.
constexpr ScreenSize held_otherwise[] = {{390, 664, true}, {360, 560, true}, {750, 311, true}, {390, 420, true}, {390, 844, true, 2}, {390, 664, true, 2}, {360, 560, true, 2},
                                         {320, 454, true, 2}, {844, 390, true, 2}, {750, 311, true, 2}, {390, 420, true, 2}, {820, 1180, true, 2}, {1180, 820, true, 2}};

const ScreenSize& size_of(Surface surface, std::size_t n) {
  if (n >= size_count) return held_otherwise[n - size_count];
  return surface == Surface::hand ? hands[n] : surface == Surface::console ? consoles[n] : desks[n];
}

// One screen at one size in one theme with one session.
struct Cell {
  const MatrixScene* scene;
  std::size_t session, size;
  bool dark;
};

std::size_t number_of(const std::string& name) {  // the same everywhere, unlike std::hash
  std::size_t n = 2166136261u;
  for (const char sign : name) n = (n ^ static_cast<unsigned char>(sign)) * 16777619u % 4294967291u;
  return n;
}

constexpr std::size_t sample_session = 1;  // of held_sessions()

// Each screen with every session that has it, at every size and in both themes; which with which, its name says.
std::vector<Cell> cells_of(const std::vector<std::vector<MatrixScene>>& scenes, bool all) {
  constexpr std::size_t pairs = 5;
  std::map<std::string, std::vector<std::pair<std::size_t, const MatrixScene*>>> by_name;
  for (std::size_t session = 0; session < scenes.size(); ++session)
    for (const MatrixScene& scene : scenes[session]) by_name[scene.name].emplace_back(session, &scene);
  std::vector<Cell> cells;
  for (const auto& [name, own] : by_name)
    for (std::size_t i = 0; i < (all ? own.size() : pairs); ++i) {
      const std::size_t shift = number_of(name);
      const auto& [session, scene] = own[i % own.size()];
      if (!all) cells.push_back({scene, session, (i + shift) % size_count, (i + shift / 8) % 2 == 1});
      for (std::size_t n = 0; all && n < 2 * size_count; ++n) cells.push_back({scene, session, n / 2, n % 2 == 1});
      if (scene->surface != Surface::hand || session != sample_session || i >= own.size()) continue;
      for (std::size_t n = 0; n < std::size(held_otherwise); ++n) cells.push_back({scene, session, size_count + n, (n + shift) % 2 == 1});
    }
  std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {  // one window after the other
    const auto order = [](const Cell& c) { return std::tuple(c.scene->surface, c.size, c.dark, c.session); };
    return order(a) < order(b);
  });
  return cells;
}

// A window or a glass in which scene after scene is shown and watched.
class Display {
 public:
  Display(Surface surface, const ScreenSize& size, bool dark)
      : fitted_(surface == Surface::console && !size.touch),
        driver([this](const Frame& frame, Commands& commands) { draw(frame, commands); }, size.width, size.height) {
    if (size.touch) driver.glass = Glass{size.text, {{0, 0}, {size.width / size.text, size.height / size.text}}};
    driver.theme = dark ? &dark_theme : &light_theme;
    driver.semantics = &semantics;
  }
  void show(const MatrixScene& scene) {
    shown_ = [](const Frame&, Commands&) {};
    driver.frames(1);  // lets go of the keyboard and of what was open
    driver.take();
    shown_ = scene.make();
    driver.frames(1);
    driver.seconds += 4;  // what enters has entered, what is revealed has been
    driver.frames(1);
  }
  const std::vector<ScreenWatch::Word>& words() { return watch_.words(); }
  // In pixels of the glass.
  std::vector<UiDriver::Item> items() const {
    std::vector<UiDriver::Item> all;
    for (UiDriver::Item item : driver.items()) {
      item.box = {origin_ + item.box.min * scale_, origin_ + item.box.max * scale_};
      if (!item.label.empty() && item.label != "Standpoint") all.push_back(std::move(item));  // without a label: cut away; the window itself
    }
    return all;
  }

 private:
  void draw(const Frame& frame, Commands& commands) {
    scale_ = frame.scale;
    origin_ = frame.origin;
    if (fitted_) draw_fitted(frame, {console_width, console_height}, [&](const Frame& own) { shown_(watch_.watching(own), commands); });
    else shown_(watch_.watching(frame), commands);
  }
  bool fitted_;
  ScreenWatch watch_;
  Draw shown_ = [](const Frame&, Commands&) {};
  float scale_ = 1;
  Vec origin_;

 public:
  Semantics semantics;
  UiDriver driver;
};

class Findings {
 public:
  void add(const std::string& screen, const std::string& what, const std::string& where) {
    Found& found = found_[screen][what];
    if (found.times++ == 0) found.where = where;
  }
  bool none() const { return found_.empty(); }
  std::string text() const {
    constexpr std::size_t most = 12;  // of one screen
    std::string all;
    for (const auto& [screen, list] : found_) {
      all += "\n" + screen;
      std::size_t n = 0;
      for (const auto& [what, found] : list) {
        if (++n > most) {
          all += "\n    and " + std::to_string(list.size() - most) + " more";
          break;
        }
        all += "\n    " + what + " [" + found.where + (found.times > 1 ? ", " + std::to_string(found.times) + " times" : "") + "]";
      }
    }
    return all;
  }

 private:
  struct Found {
    std::string where;
    int times = 0;
  };
  std::map<std::string, std::map<std::string, Found>> found_;
};

// A menu, a question, a notice, or what is done to one thing right where it lies, is over the board or the page on purpose, and over its words.
bool has_menu(const std::string& scene) {
  constexpr std::string_view menus[] = {"stage: the boards to add", "stage: all boards", "stage: map, a tie's kind", "stage: map, a new name", "stage: map, one person twice", "stage: map, a name that is there", "stage: map, another's name",
                                        "stage: cards, one selected", "home: exporting",
                                        "console: a person", "console: removing", "console: everybody", "console: the menu"};
  return std::any_of(std::begin(menus), std::end(menus), [&](std::string_view menu) { return scene.substr(0, menu.size()) == menu; });
}

// The board itself: what is on it stands where people put it, and the ground goes to the edge of the glass.
bool is_board(const std::string& scene, const ScreenSize& size) {
  const bool phone = size.width < 600 * size.text || size.height < 560 * size.text;  // there the Map and the cards are lists
  constexpr std::string_view boards[] = {"hand: looking at the ", "hand: one person", "hand: brainstorm, open", "hand: nominate, open", "hand: place on the map, open", "hand: rate, open"};
  return scene == "hand: looking at the canvas" || scene.substr(0, 7) == "replay:" ||
         (!phone && std::any_of(std::begin(boards), std::end(boards), [&](std::string_view board) { return scene.substr(0, board.size()) == board; }));
}

// A result is what was waited for. It stays until the next comes, by itself.
bool is_result(const std::string& scene) { return scene.find(", revealed") != std::string::npos || scene.find(", with the star") != std::string::npos; }

// STANDPOINT_CELLS="stage: +1366x768+dark": only those whose screen, session, size and theme have all of these letters, for who mends one.
bool asked_for(const std::string& cell) {
  const char* const only = std::getenv("STANDPOINT_CELLS");
  std::string_view left = only == nullptr ? "" : only;
  while (!left.empty()) {
    const std::string_view part = left.substr(0, left.find('+'));
    if (cell.find(part) == std::string::npos) return false;
    left.remove_prefix(std::min(left.size(), part.size() + 1));
  }
  return true;
}

// `all`: the whole product; else the covering of pairs.
template <class Judge>
void for_every_cell(bool all, Judge judge) {
  const std::vector<HeldSession> sessions = held_sessions();
  std::vector<std::vector<MatrixScene>> scenes;
  for (const HeldSession& session : sessions) scenes.push_back(matrix_scenes(session));
  std::optional<Display> display;
  const Cell* before = nullptr;
  const std::vector<Cell> cells = cells_of(scenes, all);
  for (const Cell& cell : cells) {
    const ScreenSize& size = size_of(cell.scene->surface, cell.size);
    const std::string where = sessions[cell.session].name + ", " + std::to_string(static_cast<int>(size.width)) + "x" + std::to_string(static_cast<int>(size.height)) + (size.text > 1 ? ", large" : "") + (cell.dark ? ", dark" : "");
    if (!asked_for(cell.scene->name + ", " + where)) continue;
    if (before == nullptr || before->scene->surface != cell.scene->surface || before->size != cell.size || before->dark != cell.dark) {
      display.reset();
      display.emplace(cell.scene->surface, size, cell.dark);
    }
    before = &cell;
    display->show(*cell.scene);
    judge(*display, cell, size, where);
  }
}

void judge(Findings& findings, Display& display, const Cell& cell, const ScreenSize& size, const std::string& where) {
  const Surface surface = cell.scene->surface;
  const Wrong wrong = [&](const std::string& what) { findings.add(cell.scene->name, what, where); };
  const std::vector<ScreenWatch::Word>& words = display.words();  // once for each drawing
  judge_words(words, size, has_menu(cell.scene->name), wrong);
  judge_letters(words, display.semantics, surface, size, wrong);
  judge_names(display.semantics, wrong);
  if (surface == Surface::bare) judge_bare(display.items(), wrong);
  else judge_targets(display.items(), surface, size, is_board(cell.scene->name, size), wrong);
  if (!display.driver.take().actions.empty()) wrong("changes the workshop though nobody touched it");
  if ((surface == Surface::hand && !is_result(cell.scene->name)) || surface == Surface::console)
    judge_ways(display.driver, display.semantics, surface, words, [&]() -> const std::vector<ScreenWatch::Word>& { return display.words(); }, wrong);
}

}  // namespace

TEST_CASE("R220 on every screen words stay in their panels and off each other and can be read, and what can be tapped is large enough and has a name") {
  Findings findings;
  int judged = 0;
  for_every_cell(false, [&](Display& display, const Cell& cell, const ScreenSize& size, const std::string& where) {
    judge(findings, display, cell, size, where);
    ++judged;
  });
  CHECK(judged > 500);
  CHECK_MESSAGE(findings.none(), findings.text());
}

// For who mends something: STANDPOINT_EVERY_CELL=1 judges the whole product and tells all of it.
TEST_CASE("every screen with everything in it" * doctest::skip(std::getenv("STANDPOINT_EVERY_CELL") == nullptr) * doctest::may_fail()) {
  Findings findings;
  for_every_cell(true, [&](Display& display, const Cell& cell, const ScreenSize& size, const std::string& where) { judge(findings, display, cell, size, where); });
  CHECK_MESSAGE(findings.none(), findings.text());
}

}  // namespace standpoint::screen_matrix_test
