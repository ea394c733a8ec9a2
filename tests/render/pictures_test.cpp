// The screens of the design, drawn off-screen and compared with the pictures in tests/golden/pictures. Those were looked at
// beside the design before they were kept; tests/golden/pictures/README.md says how to renew one. A difference is written
// as a picture beside the build.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include <doctest/doctest.h>

#include "app/files/whole_file.h"
#include "app/paint/painter.h"
#include "app/render/offscreen.h"
#include "app/screens/replay/replay.h"
#include "app/screens/stage/stage.h"
#include "app/widgets/frame_scope.h"
#include "tests/app/driving/every_screen.h"
#include "tests/render/compare.h"

namespace standpoint::pictures_test {

using namespace standpoint::testing;

namespace {

constexpr int width = 1280, height = 720;
constexpr std::int64_t scene_time_ms = 1795093200000;  // 19 November 2026, 13:00 UTC: while the hour of the sample runs

struct Shown {
  const char* file;   // and the number of the design's picture
  const char* scene;  // of every_scene
};
constexpr Shown screens[] = {
    {"01-home", "home"},
    {"02-lobby", "lobby, bare"},
    {"03-map", "checkout-relaunch, bare stage, Who shapes the relaunch?, closed"},
    {"04-canvas-revealed", "checkout-relaunch, bare stage, Power and interest, revealed"},
    {"05-vote-open", "checkout-relaunch, bare stage, Where must we act first?, open"},
    {"06-vote-revealed", "checkout-relaunch, bare stage, Where must we act first?, revealed"},
    {"17-states", "component states"},
    {"florence", "florence-1434, bare stage, Map"},
};

const Scene& scene_called(const std::vector<Scene>& scenes, const std::string& name) {
  for (const Scene& scene : scenes)
    if (scene.name == name) return scene;
  std::string there;
  for (const Scene& scene : scenes) there += "\n  " + scene.name;
  FAIL("no scene is called " << name << "; there are:" << there);
  return scenes.front();
}

// The moment of the design's picture, in the hour-long sample.
Scene replay_scene(const std::vector<Sample>& sessions) {
  const auto hour = std::find_if(sessions.begin(), sessions.end(), [](const Sample& s) { return s.name == "checkout-relaunch"; });
  REQUIRE(hour != sessions.end());
  const Replay& replay = hour->session.replay;
  const std::uint64_t at = replay.last_at_or_before(replay.time_of(1) + (24 * 60 + 16) * 1000 + 999);
  return {"replay", [&replay, at]() -> Draw {
            auto ui = std::make_shared<ReplayUi>();
            auto stage = std::make_shared<StageUi>();
            seek(*ui, replay, at);
            return [&replay, ui, stage](const Frame& frame, Commands& commands) {
              const auto moment = [&](const Frame& own, const Workshop& workshop, BoardId board) { draw_moment_of(own, workshop, board, *stage, commands); };
              draw_replay(frame, replay, "", *ui, moment, commands);
            };
          }};
}

// A second passes from frame to frame, so that everything has come to rest.
Picture drawn(Offscreen& offscreen, const Scene& scene, const Theme& theme) {
  const Draw draw = scene.make();
  double seconds = 100;
  return expected(offscreen.frame(theme.bg.paper, [&] {
    seconds += 1;
    FrameScope scope(theme, offscreen.fonts(), scene_time_ms, seconds, offscreen.shapes());
    Commands none;
    draw(scope.frame(), none);
  }, 6));
}

}  // namespace

TEST_CASE("the screens of the design look as they did when they were looked at, light and dark") {
  const auto offscreen = expected(Offscreen::open(width, height));
  const std::vector<Sample> sessions = samples();
  const std::vector<Scene> scenes = every_scene(sessions);
  for (const bool dark : {false, true})
    check_against_kept(drawn(*offscreen, replay_scene(sessions), dark ? dark_theme : light_theme), dark ? "12-replay-dark" : "12-replay");
  for (const Shown& screen : screens)
    for (const bool dark : {false, true})
      check_against_kept(drawn(*offscreen, scene_called(scenes, screen.scene), dark ? dark_theme : light_theme),
                         std::string(screen.file) + (dark ? "-dark" : ""));
}

TEST_CASE("a letter that is missing, a dot of another colour and a line that moved are differences; a softer edge is none") {
  const auto offscreen = expected(Offscreen::open(320, 120));
  const auto picture = [&](std::string_view word, Color dot, float line, float softer) {
    return expected(offscreen->paint(light_theme.bg.paper, [&](ImDrawList& list) {
      ScreenPainter painter(list, offscreen->fonts(), {});
      painter.text({20, 20}, word, {stage_type::label, light_theme.ink.primary});
      painter.fill_circle({60.0F + softer, 80}, 10, dot);
      painter.line({120, line}, {300, line}, {light_theme.ink.primary, 2});
    }));
  };
  const Picture kept = picture("Stakeholder", light_theme.accent.base, 60, 0);
  CHECK(compare(kept, kept).fine());
  CHECK(compare(kept, picture("Stakeholder", light_theme.accent.base, 60, 0.08F)).fine());
  CHECK_FALSE(compare(kept, picture("Stakeholdr", light_theme.accent.base, 60, 0)).fine());
  CHECK_FALSE(compare(kept, picture("Stakeholder", light_theme.stance.resistant, 60, 0)).fine());
  CHECK_FALSE(compare(kept, picture("Stakeholder", light_theme.accent.base, 62, 0)).fine());
}

TEST_CASE("one off-screen picture that closes leaves the others drawing") {
  const auto draw = [](Offscreen& offscreen) {
    return expected(offscreen.paint(light_theme.bg.paper, [&](ImDrawList& list) {
      ScreenPainter painter(list, offscreen.fonts(), {});
      painter.text({20, 20}, "Standpoint", {stage_type::label, light_theme.ink.primary});
    }));
  };
  const auto kept = expected(Offscreen::open(200, 80));
  const Picture before = draw(*kept);
  for (int i = 0; i < 3; ++i) CHECK(compare(before, draw(*expected(Offscreen::open(200, 80)))).fine());
  CHECK(compare(before, draw(*kept)).fine());
}

}  // namespace standpoint::pictures_test
