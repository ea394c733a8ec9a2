// The stage in windows of other sizes and shapes than the design's: what is scaled, what is not, and who gets the height.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include <doctest/doctest.h>

#include "app/design/measures.h"
#include "tests/app/driving/every_screen.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/driving/word_watcher.h"

namespace standpoint::sizes_test {

using namespace standpoint::testing;

namespace {

struct Size {
  float width, height;
};

std::string words_of(Size size) { return std::to_string(static_cast<int>(size.width)) + "x" + std::to_string(static_cast<int>(size.height)); }

// A word as it lies on the glass: its box in pixels of the window, and the size of its letters there and in the design.
struct Seen {
  std::string text;
  Box box;
  float glass = 0, design = 0;
};

// Every word that a frame shows, of the picture and of the desk.
std::vector<Seen> seen_in(const Frame& frame, const Draw& draw, Commands& commands) {
  WordWatcher picture(frame.painter);
  std::optional<WordWatcher> desk;
  Frame watched = frame.drawn_by(picture);
  if (frame.desk_painter != nullptr) {
    desk.emplace(*frame.desk_painter);
    watched.desk_painter = &*desk;
  }
  draw(watched, commands);
  std::vector<Seen> all;
  for (const WordWatcher::Word& word : picture.words)
    all.push_back({word.text, {frame.screen_from_design(word.box.min), frame.screen_from_design(word.box.max)}, word.size * frame.scale, word.size});
  if (desk)
    for (const WordWatcher::Word& word : desk->words) all.push_back({word.text, word.box, word.size, word.size});
  return all;
}

// One window in which scene after scene is shown.
struct Window {
  Draw shown = [](const Frame&, Commands&) {};
  std::vector<Seen> seen;
  Size size;
  UiDriver driver;
  explicit Window(Size of)
      : size(of), driver([this](const Frame& frame, Commands& commands) { seen = seen_in(frame, shown, commands); }, of.width, of.height) {}
  void show(const Scene& scene, int frames = 3) {
    shown = [](const Frame&, Commands&) {};
    driver.frames(1);  // lets go of the keyboard and of what was open
    shown = scene.make();
    driver.seconds += 1;  // what enters has entered
    driver.frames(frames);
    driver.seconds += 1;
    driver.frames(1);
  }
  const Seen* word(const std::string& text) const {
    const auto found = std::find_if(seen.begin(), seen.end(), [&](const Seen& s) { return s.text == text; });
    return found == seen.end() ? nullptr : &*found;
  }
  // In pixels of the window.
  Box glass_of(const std::string& label) {
    const Box box = driver.box_of(label);
    const float scale = std::min(size.width / design_width, size.height / design_height);
    return {box.min * scale, box.max * scale};
  }
};

Workshop hour() {
  for (const Sample& sample : samples())
    if (sample.name == "checkout-relaunch") return sample.session.workshop;
  FAIL("the hour-long sample is missing");
  return {};
}

Scene canvas_of(const Workshop& workshop) {
  for (Scene& scene : stage_scenes("the hour", workshop))
    if (scene.name.find("Power and interest") != std::string::npos) return std::move(scene);
  FAIL("the hour has a canvas");
  return {};
}

}  // namespace

TEST_CASE("R190 the picture of the stage is as wide as its window, a board takes the height, and the bar lies at the foot") {
  const Scene scene = canvas_of(hour());
  std::map<float, float> heights;  // of the plane in design pixels, by the window's width
  for (const Size size : {Size{1024, 768}, Size{1280, 720}, Size{1920, 1080}, Size{900, 1600}}) {
    CAPTURE(words_of(size));
    Window window(size);
    window.show(scene);
    const float scale = std::min(size.width / design_width, size.height / design_height);
    const Seen* const title = window.word("Power and interest");
    REQUIRE(title != nullptr);
    CHECK(title->glass == doctest::Approx(title->design * scale));
    const Box home = window.glass_of("Sessions");
    CHECK(home.max.y <= size.height);
    CHECK(home.max.y > size.height - 24);
    CHECK(home.height() >= 48);
    float low = 0, high = size.height;
    for (const Seen& word : window.seen) {
      if (word.text != "low" && word.text != "high") continue;
      low = std::max(low, word.box.max.y);
      high = std::min(high, word.box.min.y);
    }
    heights[size.width] = (low - high) / scale;
    CHECK(low < home.min.y);
  }
  CHECK(heights[1024] > heights[1280] + 200);
  CHECK(heights[1280] <= heights[1920]);
}

}  // namespace standpoint::sizes_test
