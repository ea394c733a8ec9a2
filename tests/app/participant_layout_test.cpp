// Every page of a tablet or phone at the sizes it is held in, light and dark, with usual and doubled text: nothing leaves the
// glass, nothing is too small to tap or to read, no target lies over another.
#include <algorithm>
#include <cmath>
#include <map>

#include <doctest/doctest.h>

#include "app/measures.h"
#include "app/theme.h"
#include "app/widgets/controls.h"
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

TEST_CASE("R215 held across or beside an open keyboard, all that joining needs is on the glass") {
  const auto all = samples();
  const auto scenes = hand_scenes(hour_of(all));
  for (const Size size : {Size{844, 390}, {750, 311}}) {
    Hand hand(size, 1);
    for (const Scene& scene : scenes) {
      if (!scene.name.starts_with("join") || scene.name == "join, no answer") continue;
      hand.show(scene);
      for (const UiDriver::Item& item : hand.driver.items())
        if (!item.label.empty() && item.label != "Standpoint") CHECK_MESSAGE(inside(item.box, hand.area), scene.name << ": " << item.label);
    }
  }
}

TEST_CASE("R215 the plane of a placing keeps half of a low glass") {
  const auto all = samples();
  const auto scenes = hand_scenes(hour_of(all));
  for (const Size size : {Size{844, 390}, {750, 311}, {320, 454}, {390, 420}}) {
    Hand hand(size, 1);
    for (const Scene& scene : scenes) {
      if (scene.name != "placing" && scene.name != "placing begins") continue;
      hand.show(scene);
      float plane = 0;
      for (const UiDriver::Item& item : hand.driver.items())
        if (item.label.starts_with("Place ")) plane = item.box.height();
      CHECK_MESSAGE(plane >= size.height / 2, scene.name << " at " << size.width << "x" << size.height << ": " << plane);
    }
  }
}

TEST_CASE("R215 no line is cut where it is scrolled under the foot") {
  std::map<std::string, std::string> wrong;
  const auto all = samples();
  const auto scenes = hand_scenes(hour_of(all));
  for (const Size size : {Size{390, 664}, {360, 560}, {320, 454}, {390, 844}, {844, 390}, {750, 311}, {1180, 820}})
    for (const float text : {1.0F, 2.0F}) {
      if (text > 1 && size.height < 400) continue;  // less than 200 px of doubled letters: one line and a button
      Hand hand(size, text);
      for (const Scene& scene : scenes) {
        hand.show(scene);
        const bool plane_is_higher_than_the_glass = scene.name.starts_with("placing") && text > 1;
        if (is_board(scene, hand) || plane_is_higher_than_the_glass) continue;
        // A control may stand half on the glass, with its own words or its hint.
        const auto of_a_control = [&](const WordWatcher::Word& word) {
          if (word.text.ends_with("…")) return true;
          const std::vector<UiDriver::Item> items = hand.driver.items();
          return std::any_of(items.begin(), items.end(), [&](const UiDriver::Item& item) {
            const bool own = item.takes_text || visible(item.label) == word.text;
            return own && item.box.grown(1).contains(word.box.center());
          });
        };
        for (const WordWatcher::Word& word : hand.words)
          if (word.cut && word.shown > 0.5F && !of_a_control(word)) wrong[word.text] = scene.name + " at " + std::to_string(static_cast<int>(size.height)) + (text > 1 ? " large" : "");
      }
    }
  std::string lines;
  for (const auto& [what, where] : wrong) lines += "\n  " + where + ": " + what;
  CHECK_MESSAGE(wrong.empty(), lines);
}

TEST_CASE("results in doubled letters are words, not letters below one another") {
  const auto all = samples();
  const auto scenes = hand_scenes(hour_of(all));
  const auto revealed = std::find_if(scenes.begin(), scenes.end(), [](const Scene& s) { return s.name == "vote revealed"; });
  REQUIRE(revealed != scenes.end());
  Hand hand({390, 844}, 2);
  hand.show(*revealed);
  hand.driver.seconds += 10;
  hand.driver.frames(4);
  const Workshop& workshop = hour_of(all).session.workshop;
  for (const Card& card : workshop.cards) {
    std::size_t longest = 0;
    for (std::size_t at = 0, end = 0; at < card.text.size(); at = end + 1) {
      end = std::min(card.text.find(' ', at), card.text.size());
      longest = std::max(longest, end - at);
    }
    for (const WordWatcher::Word& word : hand.words) {
      const std::size_t at = card.text.find(word.text);
      if (word.text.size() < 2 || longest > 14 || at == std::string::npos) continue;
      const std::size_t end = at + word.text.size();
      const bool whole = (at == 0 || card.text[at - 1] == ' ' || card.text[at - 1] == '-') && (end == card.text.size() || card.text[end] == ' ' || card.text[end - 1] == '-');
      CHECK_MESSAGE(whole, word.text << " of " << card.text);
    }
  }
}
