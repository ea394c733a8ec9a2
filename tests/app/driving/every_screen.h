// Every screen with every sample session in it, as scenes that a test draws. Called by
// tests/app/screens/every_screen_test.cpp. A scene makes its own state anew each time, so that no drawing leans on the one before.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/design/frame.h"
#include "app/screens/stage/lobby.h"
#include "core/file/session_store.h"

namespace standpoint::testing {

using Draw = std::function<void(const Frame&, Commands&)>;

struct Scene {
  std::string name;
  std::function<Draw()> make;
  bool bare = false;      // the stage of a second display
  bool timeline = false;  // with the timeline of replay
};

// The sample sessions that ship, opened once.
struct Sample {
  std::string name;
  OpenedSession session;
};
std::vector<Sample> samples();

// The stage with each board and each activity in each of its phases, with the panels that open on it, passed from hand to
// hand, bare on a second display; replay; and the home screen with what covers it. `samples` must outlive the scenes.
const Sample& hour_of(const std::vector<Sample>& samples);
JoinWords words_to_join_by();  // what a lobby shows
std::vector<Scene> every_scene(const std::vector<Sample>& samples);
// The bare stage with each board and activity of this workshop.
std::vector<Scene> bare_scenes(const std::string& name, const Workshop& workshop);
// The console as in the design: a vote of the hour that is open, 9 of 14 done. It fills Frame::area.
Scene console_scene(const std::vector<Sample>& samples);
// The lobby, 11 of 14 here.
Scene lobby_scene(const std::vector<Sample>& samples, bool bare);
// The facilitator's stage of each board and activity, nothing opened.
std::vector<Scene> stage_scenes(const std::string& name, const Workshop& workshop);

}  // namespace standpoint::testing
