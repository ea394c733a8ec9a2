// What the pointer reads on every screen: whatever shows only a sign or a shortened name says it whole, whatever cannot be pressed why.
#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "tests/app/driving/screen_matrix.h"
#include "tests/app/driving/screen_watch.h"
#include "tests/app/driving/ui_driver.h"

namespace standpoint::tips_test {

using namespace standpoint::testing;

namespace {

// The words of a name, without its signs: lines break where they like, and a row says its parts in any order.
std::vector<std::string> parts_of(const std::string& name) {
  std::vector<std::string> parts(1);
  for (const char sign : name) {
    const bool between = sign == ' ' || sign == '-' || sign == ',' || sign == '.' || sign == ':' || sign == ';';
    if (!between) parts.back() += sign;
    else if (!parts.back().empty()) parts.emplace_back();
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

// A window in which scene after scene is shown, and the pointer goes from one item to the next.
class PointedWindow {
 public:
  PointedWindow() {
    driver.theme = &light_theme;
  }
  void show(const MatrixScene& scene) {
    shown_ = [](const Frame&, Commands&) {};
    driver.frames(1);
    shown_ = scene.make();
    driver.frames(1);
    driver.seconds += 4;
    driver.frames(2);
    said_ = watch_.words();
  }
  // Whether the item's own name can be read where it is, or beside it as on a board. What it is for ("Place Ada") need not be.
  bool reads(const UiDriver::Item& item) const {
    const std::string name = item.label.substr(0, item.label.find("##"));
    std::string inside;
    for (const ScreenWatch::Word& word : said_) {
      if (word.text == name) return true;
      if (item.box.grown(4).contains(word.box.center())) inside += word.text + " ";
    }
    const std::vector<std::string> parts = parts_of(name);
    const auto said = [&inside](const std::string& part) { return inside.find(part) != std::string::npos; };
    return !parts.empty() && std::all_of(parts.begin() + (parts.size() > 1 ? 1 : 0), parts.end(), said);
  }
  // Rests the pointer on it. False: something lies over it, or it is gone.
  bool rest_on(const UiDriver::Item& item) {
    driver.move_to({-100, -100});
    driver.frames(1);
    driver.move_to(item.box.center());
    driver.frames(1);
    driver.seconds += 0.5;
    driver.frames(2);
    said_ = watch_.words();
    return ImGui::GetCurrentContext()->HoveredIdPreviousFrame == item.id || ImGui::GetCurrentContext()->HoveredId == item.id;
  }

 private:
  Draw shown_ = [](const Frame&, Commands&) {};
  ScreenWatch watch_;
  std::vector<ScreenWatch::Word> said_;

 public:
  UiDriver driver{[this](const Frame& frame, Commands& commands) { shown_(watch_.watching(frame), commands); }};
};

// What only keeps the pointer away or is scrolled, and the board itself.
bool is_ground(const UiDriver::Item& item) {
  constexpr std::string_view grounds[] = {"Standpoint", "bar", "agenda", "board menu"};
  constexpr float large = 0.2F * 1920 * 1080;
  const bool ground = item.box.width() * item.box.height() > large || std::any_of(std::begin(grounds), std::end(grounds), [&](std::string_view g) { return item.label == g; });
  return ground || item.label.empty() || item.label.substr(0, 2) == "##" || item.label.substr(0, 11) == "Standpoint/";
}
// Everything below waits for what is asked or written in front.
bool waits_for_an_answer(const std::string& scene) {
  constexpr std::string_view in_front[] = {"stage: early reveal", "stage: cards, a new card", "home: "};
  return scene != "home: sessions" && std::any_of(std::begin(in_front), std::end(in_front), [&](std::string_view f) { return scene.substr(0, f.size()) == f; });
}

}  // namespace

TEST_CASE("R191 on every screen of the window each sign and shortened name is read whole where the pointer rests, and each thing that cannot be pressed says why") {
  const std::vector<HeldSession> sessions = held_sessions();
  std::set<std::string> findings, seen;
  PointedWindow window;
  for (const HeldSession& session : sessions) {
    if (session.name != "empty" && session.name != "sample") continue;
    for (const MatrixScene& scene : matrix_scenes(session)) {
      if (scene.surface != Surface::window) continue;
      window.show(scene);
      for (const UiDriver::Item& item : window.driver.items()) {
        if (is_ground(item) || item.takes_text || !Box{{0, 0}, {1920, 1080}}.contains(item.box.center())) continue;
        if (item.disabled && waits_for_an_answer(scene.name)) continue;
        const bool read = !item.disabled && window.reads(item);
        if (!seen.insert(item.label + (item.disabled ? "!" : "")).second || read) continue;  // the same in another scene
        if (!window.rest_on(item)) continue;
        const std::string& tip = window.driver.tip;
        const std::string name = item.label.substr(0, item.label.find("##"));
        const bool told = item.disabled ? !tip.empty() && tip != name : !tip.empty() || window.reads(item);
        if (!told) findings.insert(name + (item.disabled ? ", disabled" : "") + " (" + scene.name + ")");
      }
      window.driver.take();
    }
  }
  std::string text;
  for (const std::string& finding : findings) text += "\n  " + finding;
  CHECK(seen.size() > 30);
  CHECK_MESSAGE(findings.empty(), text);
}

}  // namespace standpoint::tips_test
