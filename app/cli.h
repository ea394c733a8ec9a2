// The command line: arguments -> what to do. Data goes to `out`, one sentence about trouble to `err`, never both for the
// same thing. Called by main_desktop; the window and the picture are behind two doors, so that tests need neither.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace standpoint {

struct WindowRequest {
  std::string path;     // the session to open; empty: the home screen
  bool review = false;  // in replay
};

struct PictureRequest {
  std::string path;
  std::string board;                // a board's title or kind, an activity's title
  std::optional<std::uint64_t> at;  // the event it shows the moment after; none: the last
  std::string out;                  // a .png; written whole or not at all
  int width = 1920;                 // pixels
  int height = 1080;
  bool dark = false;
};

// The program's window; returns the exit code once it is closed.
int open_window(const WindowRequest&);
// Draws off-screen, without a display.
Result<void> write_picture(const PictureRequest&);

struct Doors {
  std::function<int(const WindowRequest&)> open_window;
  std::function<Result<void>(const PictureRequest&)> write_picture;
  std::function<std::int64_t()> now_ms;  // ms since the Unix epoch, UTC
};

// Exit codes, as --help tells them.
inline constexpr int exit_done = 0;
inline constexpr int exit_not_done = 1;      // err says why; of `check`: damaged, but N events are safe
inline constexpr int exit_not_a_session = 2; // of `check`
inline constexpr int exit_usage = 64;        // the arguments make no sense

// `arguments` without the program's name.
int run_cli(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err, const Doors& doors);

}  // namespace standpoint
