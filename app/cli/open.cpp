// The window behind the command line's door: a Desktop, an App, and a second window with the bare stage when there is a
// second display.
#include <chrono>
#include <cmath>
#include <future>
#include <iostream>
#include <optional>

#include "app/cli/cli.h"
#include "app/files/box_folders.h"
#include "app/files/template.h"
#include "app/platform/show_file.h"
#include "app/platform/system_wishes.h"
#include "app/platform/window.h"
#include "app/shell/app.h"
#include "app/shell/settings_file.h"
#include "app/widgets/frame_scope.h"

namespace standpoint {
namespace {

NextFrame within(double seconds) { return {std::min(seconds, NextFrame::never)}; }

// One frame of a window in the look that the app has.
NextFrame draw_with(App& app, const WindowFrame& at, double (App::*draw)(Frame&)) {
  FrameScope scope(app.dark() ? dark_theme : light_theme, at.fonts, app.now_ms(), at.seconds, at.shapes);
  scope.frame().reduced_motion = app.reduced_motion();
  return within((app.*draw)(scope.frame()));
}

// What the desktop wishes, asked while the window opens. The first frame waits for it a little, so that a dark desktop
// sees no light flash; a slow answer changes a later frame.
class Wishes {
 public:
  explicit Wishes(std::function<void()> wake)
      : heard_(std::async(std::launch::async, [wake = std::move(wake)] {
          const SystemWishes wishes = read_system_wishes(WishSources::of_system());
          wake();
          return wishes;
        })) {}

  void tell(App& app) {
    if (!heard_.valid() || heard_.wait_for(std::exchange(patience_, std::chrono::milliseconds(0))) != std::future_status::ready) return;
    app.hear(heard_.get());
  }

 private:
  std::chrono::milliseconds patience_{100};
  std::future<SystemWishes> heard_;
};

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
    app_.set_stage_elsewhere(window_ && desktop_.is_open(*window_));
  }

 private:
  void show() {
    auto window = desktop_.open_window({"Standpoint stage", 1920, 1080, 1, true}, [this](const WindowFrame& at) {
      return draw_with(app_, at, &App::draw_bare_stage);
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
  const auto wake = [&desktop] { (*desktop)->wake(); };
  Wishes wishes(wake);
  const std::filesystem::path kept_in = settings_path();
  const Result<Settings> settings = read_settings(kept_in);
  ReceptionOptions network;
  Settings used = settings.value_or(Settings{});
  const Settings::Tablets said = used.tablets;
  if (!request.bind.empty()) {
    network.server.bind = request.bind;
    used.tablets = Settings::Tablets::may_join;
  }
  const auto keep = [&](Settings changed) {
    if (!request.bind.empty()) changed.tablets = said;  // the command was for this once
    return write_settings(kept_in, changed);
  };
  SessionClock clock;
  AppSetup setup{*files, folder, sessions_folder() + "/templates", std::string(unnamed_facilitator), wake, [&clock] { return clock.now_ms(); }, used, keep, network};
  setup.set_clock = [&clock] { clock.set(); };
  setup.box_places = [&files] { return box_places(*files); };
  App app(std::move(setup));
  if (!settings) app.say(settings.error().sentence);
  StageWindow stage(**desktop, app);
  std::string title = "Standpoint";
  std::optional<WindowId> main_window;
  const auto obey = [&] {
    const WindowWish wish = app.take_wish();
    if (wish.forget_input) (*desktop)->forget_input(*main_window);
    if (wish.toggle_fullscreen) (*desktop)->set_fullscreen(*main_window, !(*desktop)->is_fullscreen(*main_window));
    if (wish.leave_fullscreen) (*desktop)->set_fullscreen(*main_window, false);
    if (!wish.show_file.empty())
      if (const auto shown = show_in_file_manager(wish.show_file); !shown) app.say(shown.error().sentence);
    if (const std::string now = app.window_title(); now != title) (*desktop)->set_title(*main_window, title = now);
    stage.keep_up();
  };
  auto window = (*desktop)->open_window({title}, [&](const WindowFrame& at) {
    if (main_window) app.set_fullscreen((*desktop)->is_fullscreen(*main_window));
    wishes.tell(app);
    const NextFrame next = draw_with(app, at, &App::draw);
    if (main_window) obey();
    return next;
  });
  if (!window) {
    std::cerr << window.error().sentence << '\n';
    return exit_not_done;
  }
  main_window = *window;
  (*desktop)->on_drop([&app](const std::vector<std::string>& paths) { app.take_dropped(paths); });
  if (!request.path.empty()) {
    if (request.review) app.review(request.path);
    else app.open(request.path);
  }
  (*desktop)->run();
  return exit_done;
}

}  // namespace standpoint
