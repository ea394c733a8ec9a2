// Every screen with every kind of session in it: what a test of all of them draws. The sessions were held through check and apply
// (tests/core/samples/generated_session.h, and a sample that ships); a scene is one screen at one of their moments, for one role.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/file/replay.h"
#include "tests/app/driving/every_screen.h"
#include "tests/core/samples/generated_session.h"

namespace standpoint::testing {

// Where a screen is looked at, which says how large it may be and how large what is tapped must be.
enum class Surface : std::uint8_t {
  window,   // the facilitator's own, with a mouse
  bare,     // a second display, nothing to tap
  console,  // in that window, or on a tablet
  hand      // a tablet or phone
};

struct MatrixScene {
  std::string name;  // the same for every session that has it
  Surface surface = Surface::window;
  std::function<Draw()> make;
};

struct HeldSession {
  std::string name;
  struct Moment {
    std::string name;
    std::shared_ptr<const Workshop> workshop;
    std::vector<SeatId> sealed;
  };
  std::vector<Moment> moments;
  std::shared_ptr<const Replay> replay;
  SeatId facilitator, participant, observer, carried;  // carried: shares the facilitator's screen
};

// Empty, the sample, sixty people and cards, the longest texts, every writing.
std::vector<HeldSession> held_sessions();
std::vector<MatrixScene> matrix_scenes(const HeldSession& session);

}  // namespace standpoint::testing
