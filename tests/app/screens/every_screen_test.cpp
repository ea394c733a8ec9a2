// Every screen with every sample session, drawn for real into draw lists: what it costs, that it rests, and what stays private. What may
// be wrong with words and targets is judged in screen_matrix_test.cpp.
#include <algorithm>
#include <cmath>
#include <map>

#include <doctest/doctest.h>

#include "app/design/measures.h"
#include "app/design/theme.h"
#include "tests/app/driving/every_screen.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/driving/word_watcher.h"

namespace standpoint::every_screen_test {

using namespace standpoint::testing;

namespace {

struct Size {
  float width, height;
};
constexpr Size sizes[] = {{1280, 800}, {1920, 1080}, {3840, 2160}};
constexpr const Theme* themes[] = {&light_theme, &dark_theme};

// What is wrong, each with the first scene it was found in; a test says all of them at once.
class Findings {
 public:
  void add(const std::string& scene, const std::string& what) {
    Where& where = found_[what];
    if (where.times++ == 0) where.scene = scene;
  }
  bool none() const { return found_.empty(); }
  std::string text() const {
    std::string all;
    for (const auto& [what, where] : found_) all += "\n  " + where.scene + ": " + what + (where.times > 1 ? " (" + std::to_string(where.times) + " times)" : "");
    return all;
  }

 private:
  struct Where {
    std::string scene;
    int times = 0;
  };
  std::map<std::string, Where> found_;
};

// One window in which scene after scene is shown.
struct Display {
  Draw shown = [](const Frame&, Commands&) {};
  UiDriver driver;
  explicit Display(Size size, const Theme* theme = &light_theme)
      : driver([this](const Frame& frame, Commands& commands) { shown(frame, commands); }, size.width, size.height) {
    driver.theme = theme;
  }
  void show(const Scene& scene, int frames = 3) {
    shown = [](const Frame&, Commands&) {};
    driver.frames(1);  // lets go of the keyboard and of what was open
    driver.take();
    shown = scene.make();
    driver.frames(frames);
  }
};

struct Drawn {
  int vertices = 0;
  bool finite = true;
  std::uint64_t fingerprint = 0xCBF2'9CE4'8422'2325;
};

// What the last frame left in its draw lists.
Drawn drawn() {
  Drawn result;
  const ImDrawData* data = ImGui::GetDrawData();
  result.vertices = data->TotalVtxCount;
  const auto mix = [&result](const void* from, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) result.fingerprint = (result.fingerprint ^ static_cast<const unsigned char*>(from)[i]) * 0x100'0000'01B3;
  };
  for (const ImDrawList* list : data->CmdLists)
    for (const ImDrawVert& vertex : list->VtxBuffer) {
      result.finite = result.finite && std::isfinite(vertex.pos.x) && std::isfinite(vertex.pos.y) && std::isfinite(vertex.uv.x) && std::isfinite(vertex.uv.y);
      mix(&vertex, sizeof vertex);
    }
  return result;
}

// Where every corner of the last frame lies, whatever its colour.
std::vector<std::pair<float, float>> places() {
  std::vector<std::pair<float, float>> all;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
    for (const ImDrawVert& vertex : list->VtxBuffer) all.emplace_back(vertex.pos.x, vertex.pos.y);
  return all;
}

// The words of a scene, drawn once more behind a watcher.
std::vector<WordWatcher::Word> words_in(Display& display, const Scene& scene) {
  std::vector<WordWatcher::Word> words;
  display.show({scene.name, [&scene, &words]() -> Draw {
                  return [draw = scene.make(), &words](const Frame& frame, Commands& commands) {
                    WordWatcher watcher(frame.painter);
                    draw(frame.drawn_by(watcher), commands);
                    words = watcher.words;
                  };
                }});
  return words;
}

bool asks_for_frames(const Commands& commands, double seconds) {
  return std::any_of(commands.intents.begin(), commands.intents.end(), [&](const Intent& intent) {
    const auto* moving = std::get_if<AnimateUntil>(&intent);
    return (moving != nullptr && moving->seconds > seconds) || std::holds_alternative<WakeAt>(intent);
  });
}

constexpr const char* secret = "QQQ-not-for-the-room";

Workshop with_secret_notes(Workshop workshop) {
  for (Stakeholder& stakeholder : workshop.stakeholders) stakeholder.note = secret;
  return workshop;
}

}  // namespace

TEST_CASE("every screen of every sample draws, at three sizes, light and dark") {
  const auto all = samples();
  REQUIRE(all.size() >= 2);
  const auto scenes = every_scene(all);
  Findings findings;
  for (const Size size : sizes)
    for (const Theme* theme : themes) {
      Display display(size, theme);
      display.driver.frames(2);
      const int paper = drawn().vertices;
      for (const Scene& scene : scenes) {
        display.show(scene);
        const Drawn picture = drawn();
        const std::string where = scene.name + " at " + std::to_string(static_cast<int>(size.width)) + (theme->dark ? " dark" : " light");
        if (picture.vertices < paper + 50) findings.add(where, "draws next to nothing: " + std::to_string(picture.vertices - paper) + " vertices");
        if (!picture.finite) findings.add(where, "a vertex is nowhere");
        if (!display.driver.take().actions.empty()) findings.add(where, "changes the workshop though nobody touched it");
      }
    }
  CHECK_MESSAGE(findings.none(), findings.text());
}

TEST_CASE("the bare stage never shows a private note") {
  Findings findings;
  Display display({1920, 1080});
  for (const auto& [name, session] : samples())
    for (const Scene& scene : bare_scenes(name, with_secret_notes(session.workshop))) {
      const auto words = words_in(display, scene);
      const auto says = [&words](const std::string& text) { return std::any_of(words.begin(), words.end(), [&](const auto& w) { return w.text == text; }); };
      if (scene.name.find("bare stage, Map") != std::string::npos && !says(session.workshop.stakeholders.front().name)) findings.add(scene.name, "names nobody");
      for (const WordWatcher::Word& word : words)
        if (word.text.find(secret) != std::string::npos) findings.add(scene.name, "shows a private note");
      for (const UiDriver::Item& item : display.driver.items()) {
        if (item.label.find(secret) != std::string::npos) findings.add(scene.name, "names an item after a private note");
      }
    }
  CHECK_MESSAGE(findings.none(), findings.text());
}

TEST_CASE("the shared screen shows no private note until the facilitator opens it") {
  Findings findings;
  Display display({1920, 1080});
  const auto look = [&](const Scene& scene, bool expected) {
    bool shown = false;
    for (const WordWatcher::Word& word : words_in(display, scene)) shown = shown || word.text.find(secret) != std::string::npos;
    if (shown != expected) findings.add(scene.name, expected ? "does not show the note that was opened" : "shows a private note");
  };
  for (const auto& [name, session] : samples())
    for (const Scene& scene : stage_scenes(name, with_secret_notes(session.workshop))) look(scene, false);
  CHECK_MESSAGE(findings.none(), findings.text());
}

TEST_CASE("idle costs nothing: a screen at which nothing happens asks for no frame, and would draw the very same one") {
  const auto all = samples();
  Findings findings;
  Display display({1920, 1080});
  for (const Scene& scene : every_scene(all)) {
    display.show(scene);
    for (int i = 0; i < 8; ++i) {  // half a minute: everything that plays has played
      display.driver.seconds += 4;
      display.driver.frames(1);
    }
    display.driver.take();
    display.driver.frames(1);
    const Drawn before = drawn();
    if (asks_for_frames(display.driver.take(), display.driver.seconds)) findings.add(scene.name, "asks for frames for ever");
    display.driver.seconds += 61;
    display.driver.now_ms += 61'000;
    display.driver.frames(1);
    if (drawn().fingerprint != before.fingerprint) findings.add(scene.name, "would look different a minute later, and nobody draws it");
  }
  CHECK_MESSAGE(findings.none(), findings.text());
}

TEST_CASE("with reduced motion nothing changes its place: a screen only fades, and for no longer than 120 ms") {
  const auto all = samples();
  Findings findings;
  Display display({1920, 1080});
  display.driver.prepare = [](Frame& frame) { frame.reduced_motion = true; };
  for (const Scene& scene : every_scene(all)) {
    display.show(scene, 3);
    const auto early = places();
    display.driver.seconds += motion::reduced / 1000.0;
    display.driver.frames(1);
    const auto late = places();
    if (early != late) findings.add(scene.name, "moves from its first frame to a later one");
    display.driver.take();
    display.driver.frames(1);
    for (const Intent& intent : display.driver.take().intents)
      if (const auto* moving = std::get_if<AnimateUntil>(&intent); moving != nullptr && moving->seconds > display.driver.seconds)
        findings.add(scene.name, "goes on asking for frames");
  }
  CHECK_MESSAGE(findings.none(), findings.text());
}

}  // namespace standpoint::every_screen_test
