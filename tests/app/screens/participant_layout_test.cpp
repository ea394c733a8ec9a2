// Pages of a tablet or phone on low glass and with doubled text: what must be on the glass at once, and lines that are never cut. What
// may be wrong with words and targets of every page is judged in screen_matrix_test.cpp.
#include <algorithm>
#include <cmath>
#include <map>

#include <doctest/doctest.h>

#include "app/design/measures.h"
#include "app/design/theme.h"
#include "app/widgets/controls.h"
#include "tests/app/driving/hand_scenes.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/driving/word_watcher.h"

namespace standpoint::participant_layout_test {

using namespace standpoint::testing;

namespace {

struct Size {
  float width, height;
};

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

bool inside(Box a, Box b) { return a.min.x >= b.min.x && a.max.x <= b.max.x && a.min.y >= b.min.y && a.max.y <= b.max.y; }

}  // namespace

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

TEST_CASE("R292 the foot of a low page is reached by scrolling, in doubled letters as well") {
  const auto all = samples();
  const auto scenes = hand_scenes(hour_of(all));
  for (const Size size : {Size{844, 390}, {750, 311}, {320, 454}, {390, 420}}) {
    Hand hand(size, 2);
    for (const Scene& scene : scenes) {
      if (!scene.name.starts_with("board, canvas")) continue;
      hand.show(scene);
      for (int turn = 0; turn < 3; ++turn) hand.driver.wheel({hand.area.min.x + 4, hand.area.center().y}, -40);
      const auto items = hand.driver.items();
      const auto back = std::find_if(items.begin(), items.end(), [](const UiDriver::Item& item) { return item.label.starts_with("Back"); });
      REQUIRE_MESSAGE(back != items.end(), size.width);
      CHECK_MESSAGE(inside(back->box, hand.area), size.width);
    }
  }
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

}  // namespace standpoint::participant_layout_test
