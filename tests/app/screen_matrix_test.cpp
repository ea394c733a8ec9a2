// Every screen x {nothing, the sample, 60 people and 60 cards, the longest texts, every writing} x five sizes x light and dark, for
// each role, judged: words in their panels, no two over each other, targets as large as a finger or a pointer needs, every control
// named. Each screen is seen with every session, at every size and in both themes, in a covering of pairs that its name chooses.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <iterator>
#include <optional>
#include <string_view>

#include <doctest/doctest.h>

#include "app/frame_scope.h"
#include "app/measures.h"
#include "app/screens/console.h"
#include "tests/app/screen_matrix.h"
#include "tests/app/screen_watch.h"
#include "tests/app/ui_driver.h"

using namespace standpoint;
using namespace standpoint::testing;

namespace {

struct Size {
  float width, height;
  bool touch = false;  // a tablet's or phone's glass
};
constexpr std::size_t size_count = 5;
constexpr Size desks[size_count] = {{1024, 768}, {1366, 768}, {1920, 1080}, {3840, 2160}, {1080, 1920}};
constexpr Size consoles[size_count] = {{1180, 820, true}, {1366, 768}, {820, 1180, true}, {390, 844, true}, {1920, 1080}};
constexpr Size hands[size_count] = {{390, 844, true}, {844, 390, true}, {320, 454, true}, {820, 1180, true}, {1180, 820, true}};

const Size& size_of(Surface surface, std::size_t n) { return surface == Surface::hand ? hands[n] : surface == Surface::console ? consoles[n] : desks[n]; }

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
  Display(Surface surface, Size size, bool dark)
      : fitted_(surface == Surface::console && !size.touch),
        driver([this](const Frame& frame, Commands& commands) { draw(frame, commands); }, size.width, size.height) {
    if (size.touch) driver.glass = Glass{1, {{0, 0}, {size.width, size.height}}};
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

std::string quoted(const std::string& words) { return "“" + (words.size() > 40 ? words.substr(0, 38) + ".." : words) + "”"; }

std::string words_of(Box box) {
  const auto n = [](float v) { return std::to_string(static_cast<int>(std::lround(v))); };
  return n(box.min.x) + "," + n(box.min.y) + " to " + n(box.max.x) + "," + n(box.max.y);
}

float common(float a_min, float a_max, float b_min, float b_max) { return std::min(a_max, b_max) - std::max(a_min, b_min); }
bool overlap(Box a, Box b, float hair) {
  return common(a.min.x, a.max.x, b.min.x, b.max.x) > hair && common(a.min.y, a.max.y, b.min.y, b.max.y) > hair;
}
bool inside(Box a, Box b, float hair) {
  return a.min.x >= b.min.x - hair && a.min.y >= b.min.y - hair && a.max.x <= b.max.x + hair && a.max.y <= b.max.y + hair;
}

constexpr float hair = 2;  // letters rarely reach the edges of their boxes

// Something lies over the board on purpose, and over its words.
bool has_panel(const std::string& scene) {
  constexpr std::string_view panels[] = {"stage: the boards to add", "stage: all boards", "stage: map, ", "stage: canvas, ", "stage: cards, ", "console: a person", "console: removing", "console: everybody", "console: the menu"};
  return std::any_of(std::begin(panels), std::end(panels), [&](std::string_view panel) { return scene.substr(0, panel.size()) == panel; });
}

void judge_words(const std::vector<ScreenWatch::Word>& words, Box glass, bool panel, const std::function<void(const std::string&)>& wrong) {
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (!panel && word->covered > 0.2F && word->covered < 0.9F) wrong(quoted(word->text) + " is covered in part, at " + words_of(word->box));
    if (word->whole.min.x < glass.min.x - hair || word->whole.max.x > glass.max.x + hair) wrong(quoted(word->text) + " leaves the glass: " + words_of(word->whole));
    else if (word->box.width() < word->whole.width() - hair) wrong(quoted(word->text) + " is cut: " + words_of(word->whole) + " to " + words_of(word->box));
    if (word->panel != nullptr && !word->floats && !inside(word->box, *word->panel, hair))
      wrong(quoted(word->text) + " leaves its panel: " + words_of(word->box) + " of " + words_of(*word->panel));
    for (auto other = std::next(word); other != words.end(); ++other) {
      // On a panel that was laid over the first word later, the second one has ground of its own.
      if (word->covered > 0 && other->panel != nullptr && other->panel != word->panel) continue;
      if (word->covered < 0.2F && other->covered < 0.2F && overlap(word->box, other->box, hair))
        wrong(quoted(word->text) + " and " + quoted(other->text) + " lie over each other at " + words_of(word->box));
    }
  }
}

// No letter is smaller than its glass lets it be read: 15 px on a desk, 14 on what is held in a hand; the picture of the stage is smaller
// in a small window and has its own measure, 24 of its 1080.
void judge_letters(const std::vector<ScreenWatch::Word>& words, Surface surface, Size size, const std::function<void(const std::string&)>& wrong) {
  const bool held = surface == Surface::hand;
  const float picture = stage_type::smallest * std::min(size.width / design_width, size.height / design_height);
  const float least = held ? hand_type::smallest : surface == Surface::bare ? picture : std::min(desk_type::smallest, picture);
  for (const ScreenWatch::Word& word : words)
    if (word.text.size() > 1 && word.size < least - 0.05F) wrong(quoted(word.text) + " is written at " + std::to_string(word.size) + " px");
}

// What a screen reader would say of it: a field is named by its caption, and what only keeps the pointer away is silent.
void judge_names(const Semantics& semantics, const std::function<void(const std::string&)>& wrong) {
  for (const SemanticItem& item : semantics.items())
    if (item.active && item.name.find_first_not_of(' ') == std::string::npos) wrong("a control without a name at " + words_of(item.box));
}

void judge_targets(const std::vector<UiDriver::Item>& items, Size size, const std::function<void(const std::string&)>& wrong) {
  const float least = (size.touch ? touch::min_target : 24.0F) - 0.5F;
  const Box glass{{0, 0}, {size.width, size.height}};
  for (const UiDriver::Item& item : items) {
    const std::string name = quoted(item.label.substr(0, item.label.find("##")));
    if (item.label.substr(0, 2) == "##") continue;  // a ground that keeps the pointer away
    if (!overlap(item.box, glass, 0)) continue;
    if (item.box.width() < least || item.box.height() < least) wrong(name + " is too small: " + words_of(item.box));
    if (!item.disabled && (item.box.center().x < 0 || item.box.center().x > size.width)) wrong(name + " lies outside at " + words_of(item.box));
  }
}

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
    const Size& size = size_of(cell.scene->surface, cell.size);
    const std::string where = sessions[cell.session].name + ", " + std::to_string(static_cast<int>(size.width)) + "x" + std::to_string(static_cast<int>(size.height)) + (cell.dark ? ", dark" : "");
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

void judge(Findings& findings, Display& display, const Cell& cell, const Size& size, const std::string& where) {
  const auto wrong = [&](const std::string& what) { findings.add(cell.scene->name, what, where); };
  const std::vector<ScreenWatch::Word>& words = display.words();  // once for each drawing
  judge_words(words, {{0, 0}, {size.width, size.height}}, has_panel(cell.scene->name), wrong);
  if (cell.scene->surface != Surface::bare) judge_targets(display.items(), size, wrong);
  if (cell.scene->surface != Surface::console) judge_letters(words, cell.scene->surface, size, wrong);
  judge_names(display.semantics, wrong);
  if (!display.driver.take().actions.empty()) wrong("changes the workshop though nobody touched it");
}

}  // namespace

TEST_CASE("R220 on every screen words stay in their panels and off each other and can be read, and what can be tapped is large enough and has a name") {
  Findings findings;
  int judged = 0;
  for_every_cell(false, [&](Display& display, const Cell& cell, const Size& size, const std::string& where) {
    judge(findings, display, cell, size, where);
    ++judged;
  });
  CHECK(judged > 500);
  CHECK_MESSAGE(findings.none(), findings.text());
}

// For who mends something: STANDPOINT_EVERY_CELL=1 judges the whole product and tells all of it.
TEST_CASE("every screen with everything in it" * doctest::skip(std::getenv("STANDPOINT_EVERY_CELL") == nullptr) * doctest::may_fail()) {
  Findings findings;
  for_every_cell(true, [&](Display& display, const Cell& cell, const Size& size, const std::string& where) { judge(findings, display, cell, size, where); });
  CHECK_MESSAGE(findings.none(), findings.text());
}
