// The pages of tablets and phones, drawn off-screen at the design's sizes and compared with the pictures that were looked at
// beside the design (tests/golden/pictures). STANDPOINT_LOOK_AT=FOLDER writes every page at every size there, to look at.
#include <cstdlib>
#include <filesystem>

#include <doctest/doctest.h>

#include "app/files/whole_file.h"
#include "app/render/offscreen.h"
#include "app/widgets/frame_scope.h"
#include "tests/app/driving/hand_scenes.h"
#include "tests/render/compare.h"

namespace standpoint::hand_pictures_test {

using namespace standpoint::testing;

namespace {

constexpr std::int64_t scene_ms = 1'795'093'200'000;  // 19 November 2026, 13:00 UTC

struct Size {
  int width, height;
};

// A second passes from frame to frame, so that everything has come to rest.
Picture drawn(Offscreen& offscreen, const Scene& scene, Size size, float text, const Theme& theme) {
  const Draw draw = scene.make();
  const Glass glass{text, {{0, 0}, {static_cast<float>(size.width) / text, static_cast<float>(size.height) / text}}};
  double seconds = 100;
  return expected(offscreen.frame(theme.bg.paper, [&] {
    seconds += 1;
    FrameScope scope(theme, offscreen.fonts(), scene_ms, seconds, offscreen.shapes(), &glass);
    Commands none;
    draw(scope.frame(), none);
  }, 6));
}

void write_all(const char* folder, const std::vector<Scene>& scenes) {
  for (const Size size : {Size{390, 844}, {390, 664}, {360, 560}, {320, 454}, {844, 390}, {750, 311}, {820, 1180}, {1180, 820}}) {
    const auto offscreen = expected(Offscreen::open(size.width, size.height));
    for (const Scene& scene : scenes)
      for (const float text : {1.0F, 2.0F}) {
        const std::string name = scene.name + " " + std::to_string(size.width) + "x" + std::to_string(size.height) + (text > 1 ? " large" : "") + ".png";
        REQUIRE(write_whole_file((std::filesystem::path(folder) / name).string(), expected(png_of(drawn(*offscreen, scene, size, text, light_theme)))).has_value());
      }
  }
}

struct Shown {
  const char* file;
  const char* scene;
  Size size;
};
constexpr Shown pages[] = {{"09-ballot", "vote", {390, 844}},      {"09b-ballot-tablet", "vote", {820, 1180}}, {"09c-sent", "vote sent", {390, 844}},
                           {"10-placing", "placing", {390, 844}}, {"10b-placing-tablet", "placing", {1180, 820}}, {"11-join", "join", {390, 844}},
                           {"08-console", "console", {1180, 820}}};

}  // namespace

TEST_CASE("the pages of tablets and phones look as they did when they were looked at, light and dark") {
  const std::vector<Sample> sessions = samples();
  std::vector<Scene> scenes = hand_scenes(hour_of(sessions));
  scenes.push_back(console_scene(sessions));
  if (const char* folder = std::getenv("STANDPOINT_LOOK_AT")) write_all(folder, scenes);
  for (const Shown& page : pages)
    for (const Theme* theme : {&light_theme, &dark_theme}) {
      const std::string name = std::string(page.file) + (theme->dark ? "-dark" : "");
      const auto scene = std::find_if(scenes.begin(), scenes.end(), [&](const Scene& s) { return s.name == page.scene; });
      REQUIRE(scene != scenes.end());
      const auto offscreen = expected(Offscreen::open(page.size.width, page.size.height));
      check_against_kept(drawn(*offscreen, *scene, page.size, 1, *theme), name);
    }
}

}  // namespace standpoint::hand_pictures_test
