// Every page of a tablet or phone at the sizes it is held in, light and dark, with usual and doubled text: nothing leaves the
// glass, nothing is too small to tap or to read, no target lies over another.
#include <algorithm>
#include <cmath>
#include <map>

#include <doctest/doctest.h>

#include "app/measures.h"
#include "app/theme.h"
#include "tests/app/hand_scenes.h"
#include "tests/app/ui_driver.h"
#include "tests/app/word_watcher.h"

using namespace standpoint;
using namespace standpoint::testing;

namespace {

struct Size {
  float width, height;
};
constexpr Size sizes[] = {{390, 844}, {390, 664}, {360, 560}, {320, 454}, {844, 390}, {750, 311}, {390, 420}, {820, 1180}, {1180, 820}};

struct Hand {
  Draw shown = [](const Frame&, Commands&) {};
  std::vector<WordWatcher::Word> words;
  UiDriver driver;
  Box area;
  Hand(Size size, float text)
      : driver([this](const Frame& frame, Commands& commands) {
          WordWatcher watcher(frame.painter);
          shown(frame.drawn_by(watcher), commands);
          words = watcher.words;
        }, size.width, size.height),
        area{{0, 0}, {size.width / text, size.height / text}} {
    driver.glass = Glass{text, area};
  }
  void show(const Scene& scene) {
    shown = [](const Frame&, Commands&) {};
    driver.frames(1);
    shown = scene.make();
    driver.frames(4);
  }
};

// The boards' own screens have tests of their own; on a phone the Map and the cards are lists.
bool is_board(const Scene& scene, const Hand& hand) {
  if (scene.name.starts_with("board, canvas") || scene.name == "placing revealed") return true;
  const bool phone = hand.area.width() < 600 || hand.area.height() < 560;
  return !phone && (scene.name.starts_with("board") || scene.name == "one person");
}

template <class Check>
void for_every_page(Check check) {
  const auto all = samples();
  const auto scenes = hand_scenes(hour_of(all));
  for (const Size size : sizes)
    for (const float text : {1.0F, 2.0F}) {
      Hand hand(size, text);
      for (const Scene& scene : scenes) {
        hand.show(scene);
        check(hand, scene, scene.name + " at " + std::to_string(static_cast<int>(size.width)) + (text > 1 ? " large" : ""));
      }
    }
}

bool overlap(Box a, Box b) {
  return std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x) > 1 && std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y) > 1;
}
bool inside(Box a, Box b) { return a.min.x >= b.min.x && a.max.x <= b.max.x && a.min.y >= b.min.y && a.max.y <= b.max.y; }

}  // namespace

TEST_CASE("on every glass what can be tapped has a name, is 48 px large, keeps 16 px off the edge and lies over nothing else") {
  std::map<std::string, std::string> wrong;
  for_every_page([&](Hand& hand, const Scene& scene, const std::string& where) {
    if (is_board(scene, hand)) return;
    std::vector<UiDriver::Item> items;
    for (const UiDriver::Item& item : hand.driver.items())
      if (!item.label.empty() && item.label != "Standpoint" && overlap(item.box, hand.area)) items.push_back(item);  // cut away: no label; the window itself
    for (const UiDriver::Item& item : items) {
      if (item.label.find_first_not_of('#') == std::string::npos) wrong["an item without a name"] = where;
      if (item.box.width() < 47.5F || item.box.height() < 47.5F) wrong["too small: " + item.label] = where;
      if (item.box.min.x < 15.5F || item.box.max.x > hand.area.max.x - 15.5F) wrong["too near the edge: " + item.label] = where;
    }
    for (std::size_t i = 0; i < items.size(); ++i)
      for (std::size_t j = i + 1; j < items.size(); ++j) {
        // What is scrolled goes below the foot, where it is cut and cannot be tapped; a tablet's minus stands on its card.
        const bool foot = items[i].box.max.y > hand.area.max.y - 130 || items[j].box.max.y > hand.area.max.y - 130;
        if (!foot && overlap(items[i].box, items[j].box) && !inside(items[i].box, items[j].box) && !inside(items[j].box, items[i].box))
          wrong["one over the other: " + items[i].label + " and " + items[j].label] = where;
      }
  });
  std::string text;
  for (const auto& [what, where] : wrong) text += "\n  " + where + ": " + what;
  CHECK_MESSAGE(wrong.empty(), text);
}

TEST_CASE("on every glass no word leaves it at the sides, and none is smaller than 14 px") {
  std::map<std::string, std::string> wrong;
  for_every_page([&](Hand& hand, const Scene& scene, const std::string& where) {
    if (is_board(scene, hand)) return;
    for (const WordWatcher::Word& word : hand.words) {
      if (word.size < hand_type::smallest) wrong["too small: " + word.text] = where;
      const bool seen = word.box.max.y > 0 && word.box.min.y < hand.area.max.y;
      if (seen && (word.box.min.x < hand.area.min.x - 1 || word.box.max.x > hand.area.max.x + 1)) wrong["leaves the glass: " + word.text] = where;
    }
  });
  std::string text;
  for (const auto& [what, where] : wrong) text += "\n  " + where + ": " + what;
  CHECK_MESSAGE(wrong.empty(), text);
}

TEST_CASE("every page draws in the dark as well, and asks for nothing by itself") {
  const auto all = samples();
  Hand hand({390, 844}, 1);
  hand.driver.theme = &dark_theme;
  for (const Scene& scene : hand_scenes(hour_of(all))) {
    hand.driver.take();
    hand.show(scene);
    CHECK_MESSAGE(ImGui::GetDrawData()->TotalVtxCount > 50, scene.name);
    CHECK_MESSAGE(hand.driver.take().actions.empty(), scene.name);
  }
}
