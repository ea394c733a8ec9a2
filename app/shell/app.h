// The program between the window and the core: which session is open, what each window draws, what becomes of commands.
// One App for all windows of a process; knows no window, no GL and no socket. Called by main_desktop.cpp, pictures and tests.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/design/frame.h"
#include "app/net/host.h"
#include "app/net/reception.h"
#include "app/screens/home/home.h"
#include "app/screens/replay/replay.h"
#include "app/screens/sheets/settings.h"
#include "app/screens/stage/stage.h"
#include "app/shell/export.h"
#include "app/shell/session_folder.h"
#include "app/shell/undo_stack.h"
#include "app/widgets/toast.h"
#include "core/exchange/preview.h"
#include "core/room/replica.h"
#include "core/workshop/leader.h"

namespace standpoint {

struct AppSetup {
  FileSystem& files;
  SessionFolder folder;
  std::string templates;               // folder of templates
  std::string user_name{unnamed_facilitator};
  std::function<void()> wake = [] {};  // called on the host thread when there is news
  std::function<std::int64_t()> now_ms = clock_now_ms;
  Settings settings = {};
  std::function<Result<void>(const Settings&)> keep_settings = [](const Settings&) { return Result<void>(); };
  std::optional<ReceptionOptions> network = {};  // how tablets join what is open here, if the settings let them; none: they never do
  std::string program = "/proc/self/exe";  // draws exports in a process of its own
  std::function<void()> set_clock = [] {};  // called before a session is run: now_ms takes this computer's time anew
  std::function<BoxPlaces()> box_places = [] { return BoxPlaces{}; };  // where boxes may lie besides the folder of sessions
};

// What only the window can do.
struct WindowWish {
  bool toggle_fullscreen = false;
  bool leave_fullscreen = false;
  std::string show_file;  // in the file manager; empty: none
  bool forget_input = false;  // what waits outside was meant for a screen that is gone
};

// The words of screen 17 for a damaged file. Times are those of this machine.
struct DamageWords {
  std::string title;   // "This session file is damaged after 14:32"
  std::string body;    // "1,204 of 1,210 earlier events are safe."
  std::string moment;  // "14:32"; empty when nothing is safe
};
DamageWords damage_words(const LogReport&);

class App {
 public:
  explicit App(AppSetup);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  // Each shows its failure on the screen as one sentence; what was open stays open then.
  void open(const std::string& path);
  void review(const std::string& path);
  void make_session(const std::string& template_name, const std::string& title);
  void go_home();
  // Sessions are opened; of other files what would come in is shown, while a session is open.
  void take_dropped(const std::vector<std::string>& paths);

  // One frame of the main window: receive, fold, draw, collect commands, send. Returns the seconds until the next frame
  // is due without news (0: at once; a large number: not before something happens).
  double draw(Frame&);
  // One frame of the bare stage on a second display. It has a seat of its own and knows only what that may see.
  double draw_bare_stage(Frame&);

  bool has_stage() const;
  std::int64_t now_ms() const { return setup_.now_ms(); }
  std::string window_title() const;
  bool dark() const { return wants_dark(setup_.settings, wishes_); }
  bool reduced_motion() const { return wants_reduced_motion(setup_.settings, wishes_); }
  // What the desktop asks for; heard a moment after the start.
  void hear(const SystemWishes& wishes) { wishes_ = wishes; }
  void set_fullscreen(bool fullscreen) { fullscreen_ = fullscreen; }
  // A second display shows the bare stage: this window is the facilitator's own, and may show the console.
  void set_stage_elsewhere(bool elsewhere) { stage_elsewhere_ = elsewhere; }
  WindowWish take_wish();

  // Says a sentence at the bottom of the window.
  void say(std::string sentence);

 private:
  struct Home;
  struct Live;
  struct Review;
  struct Damaged;

  void offer_undo(const Workshop& before, const Commands&, double seconds);
  void send_commands(Live&, Commands&, double seconds);
  bool asks_about_removal() const;
  bool held_back(Live&, const Commands::Requested&, bool by_undo);
  bool asks_about_text() const;
  void draw_question_of_text(const Frame&, Commands&);
  void follow(Commands&);
  void forget_input();
  void open_own(const std::string& path);  // what is chosen from the list; a sample as a copy (R264)
  void follow_intent(const Intent&);
  BoxPlaces box_places() const;
  void list_home();
  void delete_file(const std::string& path);
  void destroy_box(const std::string& path);
  void change_settings(const Settings&);
  void draw_over(const Frame&, Commands&);
  void take_keys(const Frame&, Commands&);
  void draw_live(Frame&, Live&, Commands&);
  StageState stage_state(const Live&) const;
  void draw_question_of_twice(const Frame&, Live&, Commands&);
  void draw_console_here(const Frame&, Live&, const StageState&, Commands&);
  void hear_of_joining(Live&);
  void draw_joining(const Frame&);
  bool hosts_tablets() const;
  bool asks_about_tablets(std::function<void()> then);
  void draw_question_of_tablets(const Frame&);
  void take_join_info(Live&);
  void draw_review(const Frame&, Review&, Commands&);
  void draw_damage(const Frame&, Commands&);
  std::optional<ExportSource> shown_for_export() const;
  void ask_to_export();
  void start_export(const ExportPictures&);
  void draw_export_sheet(const Frame&, Commands&);
  void draw_export_job(const Frame&);
  bool importing() const;
  bool takes_lists(const std::string& name);
  void take_pasted(const std::string& text);
  void look_at(Result<Source>, std::string file);
  void propose_import();
  void draw_importing(const Frame&, Commands&);

  AppSetup setup_;
  std::unique_ptr<Home> home_;
  std::unique_ptr<Live> live_;
  std::unique_ptr<Review> review_;
  std::unique_ptr<Damaged> damaged_;
  Toast toast_;
  std::string unsaid_;       // becomes the toast of the next frame
  SystemWishes wishes_;
  bool fullscreen_ = false;
  bool stage_elsewhere_ = false;
  bool joining_ = false;     // the sheet about joining is open
  bool second_screen_ = false;  // and shows the link of a second screen
  std::function<void()> once_tablets_are_said_;  // what was begun goes on once it is said whether they may join; empty: nothing is asked
  bool shortcuts_ = false;
  ScrollState shortcuts_scroll_;
  bool settings_ = false;    // the sheet is open
  WindowWish wish_;
  AppExports exports_;
};

}  // namespace standpoint
