// The command line: arguments -> what to do. Data goes to `out`, one sentence about trouble to `err`, never both for the
// same thing. Called by main_desktop; the window and the pictures are behind doors, so that tests need neither.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "app/files/stage_pictures.h"
#include "core/workshop/result.h"

namespace standpoint {

struct WindowRequest {
  std::string path;     // the session to open; empty: the home screen
  bool review = false;  // in replay
  std::string bind = {};  // tablets may join, by this address of the computer only; empty: as the settings say
};

struct PictureLook {
  int width = 1920;  // pixels; of an SVG px, of a PDF 3/4 pt each
  int height = 1080;
  bool dark = false;
};

struct PictureRequest {
  std::string path;
  std::string board;                // as stage_picture_called takes it
  std::optional<std::uint64_t> at;  // the event it shows the moment after; none: the last
  std::string out;                  // written whole or not at all
  PictureFormat format = PictureFormat::png;
  PictureLook look;
  FilesFor whom = FilesFor::room;
};

struct ExportRequest {
  std::string path;
  std::string board;                // as above; empty: every board and every revealed activity
  std::optional<std::uint64_t> at;
  std::string folder;               // made when it is not there
  std::vector<PictureFormat> formats;
  PictureLook look;
  FilesFor whom = FilesFor::room;
};

struct HostRequest {
  std::string path;
  std::optional<std::uint16_t> port;  // none: the usual one or, when that is taken, any
  std::string bind = "0.0.0.0";
  std::vector<std::string> names;     // a browser may call this computer by these, too
  std::string site;                   // folder of the page for tablets; empty: the one that was built
  bool json = false;
};

struct RobotsRequest {
  std::string url;    // as the host prints it, with what stands after #
  std::string lead;   // the facilitator's link; empty: somebody else leads
  std::uint32_t seats = 30;
  std::string script = "vote";  // vote, place or mix
  std::uint64_t seed = 1;
  std::uint32_t stalled = 0;
  bool flaky = false;
  std::int64_t seconds = 60;
  bool json = false;  // asked for; there is nothing else
};

// The program's window; returns the exit code once it is closed.
int open_window(const WindowRequest&);
// These draw off-screen, without a display, what the stage may show and nothing else.
Result<void> write_picture(const PictureRequest&);
// Calls `written` with the path of each picture that is on disk. After a failure those stay.
Result<void> export_pictures(const ExportRequest&, const std::function<void(const std::string&)>& written);

// Hosts a session without a window until SIGINT, SIGTERM or SIGHUP; says on `out` how to join. Returns the exit code.
int host_session(const HostRequest&, std::ostream& out, std::ostream& err);
// Simulated tablets join and take part; prints one JSON object and returns the exit code.
int send_robots(const RobotsRequest&, std::ostream& out, std::ostream& err);

struct Doors {
  std::function<int(const WindowRequest&)> open_window;
  std::function<Result<void>(const PictureRequest&)> write_picture;
  std::function<Result<void>(const ExportRequest&, const std::function<void(const std::string&)>&)> export_pictures;
  std::function<std::int64_t()> now_ms;  // ms since the Unix epoch, UTC
  std::function<int(const HostRequest&, std::ostream&, std::ostream&)> host_session;
  std::function<int(const RobotsRequest&, std::ostream& out, std::ostream& err)> send_robots;
};

// Exit codes, as --help tells them.
inline constexpr int exit_done = 0;
inline constexpr int exit_not_done = 1;      // err says why; of `check`: damaged, but N events are safe
inline constexpr int exit_not_a_session = 2; // of `check`
inline constexpr int exit_usage = 64;        // the arguments make no sense

// `arguments` without the program's name.
int run_cli(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err, const Doors& doors);

}  // namespace standpoint
