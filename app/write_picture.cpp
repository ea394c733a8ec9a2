// The picture behind the command line's door: a board of a session as the bare stage shows it, drawn off-screen.
#include <algorithm>
#include <cctype>

#include "app/cli.h"
#include "app/frame_scope.h"
#include "app/render/offscreen.h"
#include "app/screens/stage.h"
#include "core/session_store.h"

namespace standpoint {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::string_view kind_word(BoardKind kind) {
  return kind == BoardKind::map ? "map" : kind == BoardKind::canvas ? "canvas" : "cards";
}

// A board by its title or kind, or an activity by its title; what is on the stage stays with its activity.
Result<StageView> view_of(const Workshop& workshop, const std::string& name) {
  const std::string wanted = lower(name);
  for (const Activity& activity : workshop.activities)
    if (lower(activity.title) == wanted) return StageView{activity.board, activity.id};
  for (const Board& board : workshop.boards)
    if (lower(board.title) == wanted) return StageView{board.id, {}};
  for (const Board& board : workshop.boards)
    if (kind_word(board.kind) == wanted) return StageView{board.id, {}};
  std::string there;
  for (const Board& board : workshop.boards) there += (there.empty() ? "" : ", ") + board.title;
  for (const Activity& activity : workshop.activities) there += (there.empty() ? "" : ", ") + activity.title;
  return failed("This session has no board called " + name + "; nothing was written. It has: " + (there.empty() ? "none" : there) + ".");
}

}  // namespace

Result<void> write_picture(const PictureRequest& request) {
  const std::unique_ptr<FileSystem> files = posix_file_system();
  auto opened = open_session(*files, request.path, OpenFor::reading);
  if (!opened) return failed(opened.error());
  Workshop workshop = request.at ? opened->replay.at(*request.at) : opened->workshop;
  const auto view = view_of(workshop, request.board);
  if (!view) return failed(view.error());
  workshop.stage = *view;
  auto offscreen = Offscreen::open(request.width, request.height);
  if (!offscreen) return failed(offscreen.error());
  const Theme& theme = request.dark ? dark_theme : light_theme;
  StageUi ui;
  double seconds = 100;  // long after everything settled
  auto picture = (*offscreen)->frame(theme.bg.paper, [&] {
    seconds += 1;
    FrameScope scope(theme, (*offscreen)->fonts(), workshop.changed_ms, seconds, (*offscreen)->shapes());
    Frame& frame = scope.frame();
    frame.role = Role::stage;
    frame.read_only = true;
    frame.chrome = false;
    frame.reduced_motion = true;
    Commands none;
    draw_stage(frame, workshop, {}, ui, none);
  });
  if (!picture) return failed(picture.error());
  return write_png(request.out, *picture);
}

}  // namespace standpoint
