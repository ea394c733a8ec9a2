// What a frame says in words, and text that the page edits.
#include "app/widgets/semantics.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <doctest/doctest.h>
#include <imgui_internal.h>  // an item pressed as the page presses it

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/stage/stage.h"
#include "app/widgets/controls.h"
#include "app/widgets/scroll.h"
#include "app/widgets/timer.h"
#include "core/insights/story.h"
#include "tests/app/driving/every_screen.h"
#include "tests/app/driving/hand_scenes.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/driving/word_watcher.h"

namespace standpoint::semantics_test {

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

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// The words of "Ada Ho…" that are left.
std::string_view uncut(std::string_view word) {
  constexpr std::string_view ellipsis = "…";
  return word.ends_with(ellipsis) ? word.substr(0, word.size() - ellipsis.size()) : word;
}

// A word that was drawn is said when an item says it, or when it stands in one that says what it is about.
bool is_said(const Semantics& semantics, const WordWatcher::Word& word, Box on_screen) {
  return std::any_of(semantics.items().begin(), semantics.items().end(), [&](const SemanticItem& item) {
    return holds(item.name, uncut(word.text)) || holds(item.value, uncut(word.text)) || (item.role != ItemRole::image && item.box.contains(on_screen.center()));
  });
}

// Words of a scene that nobody hears.
void gather_unheard(const Scene& scene, std::optional<Glass> glass, Vec size, std::set<std::string>& missing) {
  Semantics semantics;
  const Draw draw = scene.make();
  std::vector<WordWatcher::Word> words;
  Vec origin;
  float scale = 1;
  UiDriver driver([&](const Frame& frame, Commands& commands) {
    WordWatcher watcher(frame.painter);
    draw(frame.drawn_by(watcher), commands);
    words = watcher.words;
    origin = frame.origin;
    scale = frame.scale;
  }, size.x, size.y);
  driver.glass = glass;
  driver.semantics = &semantics;
  driver.frames(2);
  for (const std::string& label : unsaid(driver, semantics)) missing.insert(scene.name + ", item: " + label);
  for (const WordWatcher::Word& word : words) {
    if (word.text.find_first_not_of(' ') == std::string::npos || word.box.width() <= 0 || word.box.height() <= 0) continue;
    const Box shown{origin + word.box.min * scale, origin + word.box.max * scale};
    if (!is_said(semantics, word, shown)) missing.insert(scene.name + ": " + word.text);
  }
}

std::string lines_of(const std::set<std::string>& all) {
  std::string lines;
  for (const std::string& one : all) lines += "\n  " + one;
  return lines;
}

const SemanticPart* part_named(const Semantics& semantics, std::string_view name) {
  for (const SemanticPart& part : semantics.parts())
    if (part.name == name) return &part;
  return nullptr;
}

std::vector<std::string> names_in(const Semantics& semantics, std::string_view part) {
  std::vector<std::string> names;
  const SemanticPart* found = part_named(semantics, part);
  for (const SemanticItem& item : semantics.items())
    if (found != nullptr && item.part == found->id) names.push_back(item.name);
  return names;
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
  CHECK(named(semantics, "Right")->box.height() == doctest::Approx(48));  // the whole track: its thumb is too low for a finger
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
  CHECK_MESSAGE(missing.empty(), lines_of(missing));
}

TEST_CASE("R139 what belongs together is read together, from part to part, and a list holds its rows") {
  Semantics semantics;
  const auto text = [](const Frame& frame, Vec at, const char* words) { frame.painter.text(at, words, {stage_type::label, frame.theme.ink.primary}); };
  UiDriver driver([&](const Frame& frame, Commands&) {
    {
      const ReadTogether now(frame, "Now", ReadTogether::As::panel);
      text(frame, {620, 120}, "Vote is open");
      text(frame, {620, 300}, "3 of 14 have voted");
    }
    const ReadTogether agenda(frame, "Agenda", ReadTogether::As::panel);
    text(frame, {120, 120}, "60 min");
    for (const float y : {300.0F, 400.0F}) {
      const ReadTogether activities(frame, "Activities");
      text(frame, {120, y}, y < 350 ? "Place" : "Vote");
    }
    text(frame, {120, 640}, "Add");
    const ReadTogether nobody(frame, "Nobody");
  });
  driver.semantics = &semantics;
  driver.frames(2);
  std::vector<std::string> read;
  for (const SemanticItem& item : semantics.items()) read.push_back(item.name);
  CHECK(read == std::vector<std::string>{"60 min", "Place", "Vote", "Add", "Vote is open", "3 of 14 have voted"});
  CHECK(names_in(semantics, "Activities") == std::vector<std::string>{"Place", "Vote"});
  CHECK(names_in(semantics, "Agenda") == std::vector<std::string>{"60 min", "Add"});
  REQUIRE(part_named(semantics, "Activities") != nullptr);
  CHECK(part_named(semantics, "Activities")->list);
  CHECK(part_named(semantics, "Activities")->within == part_named(semantics, "Agenda")->id);
  CHECK(part_named(semantics, "Agenda")->within == 0);
}

TEST_CASE("R139 the map is said as a list of people with their ties, and no more than its layers show") {
  const std::vector<Sample> all = samples();
  Workshop workshop = hour_of(all).session.workshop;
  workshop.stage = {first_board(workshop, BoardKind::map)->id, {}};
  const Tie tie = *std::find_if(workshop.ties.begin(), workshop.ties.end(), [](const Tie& t) { return t.kind == TieKind::conflicts_with; });
  const std::string from = find(workshop, tie.from)->name, to = find(workshop, tie.to)->name;
  const auto value_of = [&](bool tools, bool layers) {
    Semantics semantics;
    StageUi ui;
    Activity& activity = workshop.activities.front();
    activity.show_stance = activity.show_conflicts = layers;
    workshop.stage.activity = activity.id;
    UiDriver driver([&](const Frame& frame, Commands& commands) {
      Frame own = frame;
      own.chrome = tools;
      draw_stage(own, workshop, {}, ui, commands);
    });
    driver.semantics = &semantics;
    driver.frames(3);
    CHECK(names_in(semantics, "People and ties").size() == workshop.stakeholders.size());
    const SemanticItem* person = named(semantics, from);
    return person == nullptr ? std::string() : person->value;
  };
  for (const bool tools : {true, false}) {
    CHECK(holds(value_of(tools, true), "conflicts with " + to));
    CHECK(holds(value_of(tools, true), std::string(words(find(workshop, tie.from)->stance)).substr(1)));
    CHECK_FALSE(holds(value_of(tools, false), "conflicts with"));
    CHECK_FALSE(holds(value_of(tools, false), std::string(words(find(workshop, tie.from)->stance)).substr(1)));
  }
}

TEST_CASE("R140 nothing a participant, a lobby or a console shows is unsaid") {
  const std::vector<Sample> all = samples();
  std::set<std::string> missing;
  for (const Scene& scene : hand_scenes(hour_of(all)))
    for (const Vec size : {Vec{390, 844}, Vec{820, 1180}, Vec{1180, 820}}) gather_unheard(scene, Glass{1, {{0, 0}, size}}, size, missing);
  for (const Scene& scene : {console_scene(all), lobby_scene(all, false), lobby_scene(all, true)})
    gather_unheard(scene, std::nullopt, {1920, 1080}, missing);
  CHECK_MESSAGE(missing.empty(), lines_of(missing));
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

TEST_CASE("R210 a label is one text, however many lines or parts it is drawn in, and whole where it is cut") {
  Semantics semantics;
  const std::string sentence = "Nobody sees which dots are yours, and the room sees the result when it is revealed.";
  UiDriver driver([&](const Frame& frame, Commands&) {
    const TextLook look{stage_type::label, frame.theme.ink.primary};
    draw_wrapped_label(frame.painter, {100, 100}, sentence, look, 200);
    draw_label(frame.painter, {100, 600}, sentence, look, 120);
    const WordsScope row(frame.painter, "B, Data-sharing terms");
    frame.painter.text({600, 100}, "B", look);
    draw_wrapped_label(frame.painter, {640, 100}, "Data-sharing terms", look, 120);
  });
  driver.semantics = &semantics;
  driver.frames(2);
  std::vector<std::string> heard;
  for (const SemanticItem& item : semantics.items()) heard.push_back(item.name);
  CHECK(heard == std::vector<std::string>{sentence, "B, Data-sharing terms", sentence});
}

TEST_CASE("R211 what scrolls is read between what is above it and the actions below it, however far it is scrolled") {
  for (const float offset : {0.0F, 300.0F, 700.0F}) {
    Semantics semantics;
    ScrollState state;
    UiDriver driver([&](const Frame& frame, Commands&) {
      const TextLook look{stage_type::label, frame.theme.ink.primary};
      state.offset = offset;
      {
        ScrollArea scroll(frame, {{0, 100}, {1000, 500}}, state);
        const ReadTogether list(frame, "Choices");
        for (int n = 0; n < 30; ++n) tap_area(frame, ("Choice " + std::to_string(n)).c_str(), box_at(16, scroll.top() + static_cast<float>(n) * 60, 300, 50));
        scroll.ends_at(scroll.top() + 30 * 60);
      }
      frame.painter.text({16, 40}, "Where must we act first?", look);
      button(frame, "Submit ballot", {{16, 520}, {300, 580}});
    });
    driver.semantics = &semantics;
    driver.frames(3);
    REQUIRE(semantics.items().size() == 32);
    CHECK(semantics.items().front().name == "Where must we act first?");
    CHECK(semantics.items().back().name == "Submit ballot");
    CHECK(names_in(semantics, "Choices").size() == 30);
    CHECK(part_named(semantics, "Choices")->within == 0);
  }
}

TEST_CASE("R212 every page of a tablet begins with one heading of its own, and its controls have different names") {
  const std::vector<Sample> all = samples();
  std::set<std::string> wrong;
  for (const Scene& scene : hand_scenes(hour_of(all)))
    for (const Vec size : {Vec{390, 844}, Vec{750, 311}, Vec{820, 1180}}) {
      Semantics semantics;
      const Draw draw = scene.make();
      UiDriver driver([&](const Frame& frame, Commands& commands) { draw(frame, commands); }, size.x, size.y);
      driver.glass = Glass{1, {{0, 0}, size}};
      driver.semantics = &semantics;
      driver.frames(2);
      int own = 0;
      std::set<std::string> names;
      for (const SemanticItem& item : semantics.items()) {
        own += item.role == ItemRole::heading && item.level == 1 ? 1 : 0;
        if (item.active && !names.insert(item.name + ", " + item.value).second) wrong.insert(scene.name + ", twice: " + item.name);
      }
      if (own != 1) wrong.insert(scene.name + " at " + std::to_string(static_cast<int>(size.x)) + ", headings: " + std::to_string(own));
    }
  CHECK_MESSAGE(wrong.empty(), lines_of(wrong));
}

TEST_CASE("R216 a place of the plane that is heard is pressed, and whoever is asked for is placed there") {
  const std::vector<Sample> all = samples();
  const std::vector<Scene> scenes = hand_scenes(hour_of(all));
  const auto scene = std::find_if(scenes.begin(), scenes.end(), [](const Scene& s) { return s.name == "placing begins"; });
  REQUIRE(scene != scenes.end());
  Semantics semantics;
  const Draw draw = scene->make();
  UiDriver driver([&](const Frame& frame, Commands& commands) { draw(frame, commands); }, 390, 844);
  driver.glass = Glass{1, {{0, 0}, {390, 844}}};
  driver.semantics = &semantics;
  driver.frames(2);
  const auto places = [&] {
    std::vector<SemanticItem> found;
    for (const SemanticItem& item : semantics.items())
      if (item.by_touch) found.push_back(item);
    return found;
  };
  REQUIRE(places().size() == 25);
  const SemanticItem corner = places().front();  // at the top left: little of what goes to the right, much of what goes up
  CHECK(corner.active);
  CHECK(holds(corner.name, " 1.0, "));
  CHECK(holds(corner.name, " 9.0 of 10"));
  CHECK(places().front().value.empty());
  ImGui::GetCurrentContext()->NavInputSource = ImGuiInputSource_Keyboard;
  ImGui::ActivateItemByID(corner.id);
  driver.frames(3);
  CHECK(places().front().value == "placed here");
  CHECK(driver.enabled("Next##forward"));
}

}  // namespace standpoint::semantics_test
