// Drives a screen without a window: a null renderer, a fixed clock and input as a user gives it. Items are found by the
// labels they show (ImGui's test-engine hooks), places of drawn things by design pixels.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "app/paint/gui_context.h"
#include "app/widgets/frame_scope.h"
#include "app/widgets/semantics.h"

namespace standpoint::testing {

class UiDriver {
 public:
  using Draw = std::function<void(const Frame&, Commands&)>;

  // `draw` is the screen under test, called once a frame. Size in screen pixels.
  explicit UiDriver(Draw draw, float width = 1920, float height = 1080);
  ~UiDriver();
  UiDriver(const UiDriver&) = delete;
  UiDriver& operator=(const UiDriver&) = delete;

  // Changes what every frame carries (theme, role, read_only ...). Called before each draw.
  std::function<void(Frame&)> prepare = [](Frame&) {};
  const Theme* theme = &light_theme;
  Semantics* semantics = nullptr;  // hears every frame, when set
  std::optional<Glass> glass;  // a tablet's or phone's, instead of the stage's 1920 x 1080

  void frames(int n = 1);                     // 1/60 s each
  bool has(const std::string& label);         // an item with this visible label or whole label was there in the last frame
  bool enabled(const std::string& label);
  Box box_of(const std::string& label);       // in design pixels; the test fails when there is none
  void click(const std::string& label);
  void click_at(Vec design);
  void double_click_at(Vec design);
  void move_to(Vec design);
  void drag(Vec from, Vec to, int steps = 8);
  void hold(Vec design);                      // presses and holds for a second
  void let_go();
  void wheel(Vec at, float steps);
  void key(ImGuiKey key, bool ctrl = false, bool shift = false);
  void type(const std::string& utf8);
  std::string focused() const;                // the label of the item that has the keyboard; empty: none
  std::vector<std::string> labels() const;    // every item of the last frame, visible part

  // Everything that could be tapped, typed into or reached by the keyboard in the last frame.
  struct Item {
    ImGuiID id = 0;
    std::string label;  // whole, with "##id"
    Box box;            // design pixels
    bool disabled = false;
    bool takes_text = false;
  };
  std::vector<Item> items() const;

  // What the screen asked for since the last take.
  Commands take();
  // The same, where it is one action and of this kind.
  template <class Wanted>
  Wanted take_only() {
    const Commands taken = take();
    REQUIRE(taken.actions.size() == 1);
    const Wanted* const wanted = std::get_if<Wanted>(&taken.actions[0].action);
    REQUIRE(wanted != nullptr);
    return *wanted;
  }
  Commands commands;
  std::string tip;  // what the pointer reads on the item it rests on; empty: nothing
  double seconds = 0;
  std::int64_t now_ms = 1'795'000'000'000;

 private:
  struct Items;
  Vec screen(Vec design) const;
  std::unique_ptr<Items> items_;
  std::unique_ptr<GuiContext> gui_;
  Draw draw_;
  float scale_ = 1;
  Vec origin_;
};

}  // namespace standpoint::testing
