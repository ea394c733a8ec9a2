// The window behind the command line's door: a Desktop, an App, and a second window with the bare stage when there is a
// second display.
#include <cmath>
#include <iostream>
#include <optional>

#include "app/app.h"
#include "app/cli.h"
#include "app/frame_scope.h"
#include "app/platform/window.h"
#include "app/template.h"

namespace standpoint {
namespace {

NextFrame within(double seconds) { return {std::min(seconds, NextFrame::never)}; }

// The bare stage comes and goes with the session, on the second display only.
class StageWindow {
 public:
  StageWindow(Desktop& desktop, App& app) : desktop_(desktop), app_(app) {}

  void keep_up() {
    const bool wanted = app_.has_stage() && desktop_.display_count() > 1;
    const bool there = window_ && desktop_.is_open(*window_);
    if (wanted && !there && !closed_by_hand_) show();
    if (!wanted && there) desktop_.close_window(*window_);
    // Whoever closes it does not want it again in this session.
    closed_by_hand_ = wanted && window_ && !desktop_.is_open(*window_);
    if (!wanted) window_.reset();
  }

 private:
  void show() {
    auto window = desktop_.open_window({"Standpoint stage", 1920, 1080, 1, true}, [this](const WindowFrame& at) {
      FrameScope scope(app_.dark() ? dark_theme : light_theme, at.fonts, clock_now_ms(), at.seconds, at.shapes);
      return within(app_.draw_bare_stage(scope.frame()));
    });
    if (window) window_ = *window;
    else app_.say(window.error().sentence);
  }

  Desktop& desktop_;
  App& app_;
  std::optional<WindowId> window_;
  bool closed_by_hand_ = false;
};

}  // namespace

int open_window(const WindowRequest& request) {
  auto desktop = Desktop::start();
  if (!desktop) {
    std::cerr << desktop.error().sentence << '\n';
    return exit_not_done;
  }
  const std::unique_ptr<FileSystem> files = posix_file_system();
  SessionFolder folder = SessionFolder::of_user();
  if (folder.samples.empty()) folder.samples = sessions_folder();
  App app({*files, folder, sessions_folder() + "/templates", "Facilitator", [&desktop] { (*desktop)->wake(); }, clock_now_ms});
  StageWindow stage(**desktop, app);
  std::string title = "Standpoint";
  std::optional<WindowId> main_window;
  const auto obey = [&] {
    const WindowWish wish = app.take_wish();
    if (wish.toggle_fullscreen) (*desktop)->set_fullscreen(*main_window, !(*desktop)->is_fullscreen(*main_window));
    if (wish.leave_fullscreen) (*desktop)->set_fullscreen(*main_window, false);
    if (const std::string now = app.window_title(); now != title) (*desktop)->set_title(*main_window, title = now);
    stage.keep_up();
  };
  auto window = (*desktop)->open_window({title}, [&](const WindowFrame& at) {
    if (main_window) app.set_fullscreen((*desktop)->is_fullscreen(*main_window));
    FrameScope scope(app.dark() ? dark_theme : light_theme, at.fonts, clock_now_ms(), at.seconds, at.shapes);
    const double next = app.draw(scope.frame());
    if (main_window) obey();
    return within(next);
  });
  if (!window) {
    std::cerr << window.error().sentence << '\n';
    return exit_not_done;
  }
  main_window = *window;
  (*desktop)->on_drop([&app](const std::vector<std::string>& paths) {
    if (!paths.empty()) app.open(paths.front());
  });
  if (!request.path.empty()) {
    if (request.review) app.review(request.path);
    else app.open(request.path);
  }
  (*desktop)->run();
  return exit_done;
}

}  // namespace standpoint
