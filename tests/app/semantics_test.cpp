// What a frame says in words, and text that the page edits.
#include "app/widgets/semantics.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <doctest/doctest.h>

#include "app/widgets/controls.h"
#include "app/widgets/timer.h"
#include "tests/app/every_screen.h"
#include "tests/app/ui_driver.h"

using namespace standpoint;
using namespace standpoint::testing;

namespace {

const SemanticItem* named(const Semantics& semantics, std::string_view name) {
  for (const SemanticItem& item : semantics.items())
    if (item.name == name) return &item;
  return nullptr;
}

bool lies_over(Box a, Box b) {
  constexpr float slack = 1.5F;
  return std::abs(a.min.x - b.min.x) <= slack && std::abs(a.min.y - b.min.y) <= slack && std::abs(a.max.x - b.max.x) <= slack &&
         std::abs(a.max.y - b.max.y) <= slack;
}

// Labels of what could be tapped in the last frame and is not said, or without a name, or at another place.
std::set<std::string> unsaid(UiDriver& driver, Semantics& semantics) {
  std::set<std::string> labels;
  for (const UiDriver::Item& item : driver.items()) {
    if (item.label.rfind("Standpoint", 0) == 0 || semantics.is_silent(item.id)) continue;  // the window, and those in fields of many lines
    const SemanticItem* said = semantics.find(item.id);
    if (said == nullptr || said->name.empty() || !lies_over(said->box, item.box) || said->disabled != item.disabled) labels.insert(item.label);
  }
  return labels;
}

}  // namespace

TEST_CASE("R124 every control says what it is, its name and its states, exactly where it is drawn") {
  Semantics semantics;
  std::string draft = "Zoë";
  const std::vector<std::string> choices{"Left", "Right"};
  UiDriver driver([&](const Frame& frame, Commands&) {
    button(frame, "Send##1", {{100, 100}, {300, 160}}, {.enabled = false});
    icon_button(frame, "Close", box_at(400, 100, 60, 60), Icon::x, {.selected = true});
    check_box(frame, "Ready", {100, 200}, true);
    segmented(frame, "side", {{100, 300}, {400, 348}}, choices, 1);
    chip(frame, "People", {100, 400}, true);
    stepper(frame, "Dots", {{100, 500}, {260, 548}}, 3, 0, 5);
    text_field(frame, "name", {{100, 600}, {500, 660}}, draft, {.caption = "Your name"});
    describe(frame, "title", {{800, 100}, {1200, 160}}, {.role = ItemRole::heading, .name = "What matters most?", .level = 1});
    frame.painter.text({810, 110}, "What matters most?", {stage_type::label, frame.theme.ink.primary});
    frame.painter.text({810, 300}, "11 of 14 have voted", {stage_type::label, frame.theme.ink.primary});
  });
  driver.semantics = &semantics;
  driver.frames(2);
  CHECK(unsaid(driver, semantics) == std::set<std::string>());
  REQUIRE(named(semantics, "Send") != nullptr);
  CHECK(named(semantics, "Send")->disabled);
  CHECK(named(semantics, "Close")->selected == true);
  CHECK(named(semantics, "Ready")->role == ItemRole::checkbox);
  CHECK(named(semantics, "Ready")->checked == true);
  CHECK(named(semantics, "Left")->checked == false);
  CHECK(named(semantics, "Right")->checked == true);
  CHECK(named(semantics, "People")->selected == true);
  CHECK(named(semantics, "Your name")->role == ItemRole::field);
  CHECK(named(semantics, "Your name")->value == "Zoë");
  CHECK(named(semantics, "What matters most?")->role == ItemRole::heading);
  // Said once: the painter's words are those of the heading.
  CHECK(std::count_if(semantics.items().begin(), semantics.items().end(), [](const SemanticItem& i) { return i.name == "What matters most?"; }) == 1);
  REQUIRE(named(semantics, "11 of 14 have voted") != nullptr);
  CHECK(named(semantics, "11 of 14 have voted")->role == ItemRole::text);
}

TEST_CASE("what is the same from frame to frame keeps its id, also when it moves") {
  Semantics semantics;
  float x = 100;
  UiDriver driver([&](const Frame& frame, Commands&) {
    frame.painter.text({x, 100}, "Ada", {stage_type::label, frame.theme.ink.primary});
    frame.painter.text({x, 300}, "Ada", {stage_type::label, frame.theme.ink.primary});
    describe(frame, "count", box_at(x, 500, 100, 40), {.role = ItemRole::status, .name = "3 dots left"});
  });
  driver.semantics = &semantics;
  driver.frames(2);
  const std::vector<SemanticItem> before = semantics.items();
  REQUIRE(before.size() == 3);
  CHECK(before[0].id != before[1].id);
  x = 700;
  driver.frames(1);
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(semantics.items()[i].id == before[i].id);
}

TEST_CASE("R124 every item of every screen is said") {
  const std::vector<Sample> all = samples();
  std::set<std::string> missing;
  for (const Scene& scene : every_scene(all)) {
    Semantics semantics;
    Draw draw = scene.make();
    UiDriver driver([&](const Frame& frame, Commands& commands) { draw(frame, commands); });
    driver.semantics = &semantics;
    driver.frames(2);
    for (const std::string& label : unsaid(driver, semantics)) missing.insert(scene.name.substr(scene.name.find(' ') + 1) + ": " + label);
  }
  std::string list;
  for (const std::string& one : missing) list += "\n  " + one;
  CHECK_MESSAGE(missing.empty(), list);
}

TEST_CASE("R125 text edited on the page is the draft, whole; Enter commits, Esc cancels") {
  Semantics semantics;
  semantics.edits_text = true;
  std::string draft = "old";
  FieldResult result;
  int commits = 0, cancels = 0;
  UiDriver driver([&](const Frame& frame, Commands&) {
    result = text_field(frame, "Name", {{100, 100}, {500, 160}}, draft);
    commits += result.committed ? 1 : 0;
    cancels += result.cancelled ? 1 : 0;
  });
  driver.semantics = &semantics;
  driver.frames(2);
  const std::uint32_t id = named(semantics, "Name")->id;
  semantics.editing = id;
  driver.frames(1);
  CHECK(result.active);
  // As the page's field has it after every keystroke or composition: never letter by letter.
  semantics.edit(id, {"Zoë 李 محمد", false, false});
  driver.frames(2);
  CHECK(draft == "Zoë 李 محمد");
  CHECK(commits == 0);
  semantics.edit(id, {"Zoë", false, false});
  semantics.edit(id, {std::nullopt, true, false});
  driver.frames(3);
  CHECK(draft == "Zoë");
  CHECK(commits == 1);
  semantics.edit(id, {"old", false, true});
  driver.frames(2);
  CHECK(draft == "old");
  CHECK(cancels == 1);
  CHECK(commits == 1);
}
