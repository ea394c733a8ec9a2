// What a screen may know this frame, and how it answers. A screen is one function
// draw_x(const Frame&, const Workshop&, XUi&, Commands&); it changes nothing but its own XUi.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/design/box.h"
#include "core/room/message.h"
#include "core/workshop/action.h"

namespace standpoint {

struct Theme;
class Fonts;
class Painter;
class Semantics;
class ShapeSink;

// What two fingers did to a board since the last frame, in screen pixels.
struct Pinch {
  Vec middle;      // between them
  Vec by;          // how far it moved
  float zoom = 1;  // how much further they are apart
};

// Fingers beyond the one that points, and what a board lets them take: while a finger drags an item, each further one takes
// the item it lands on (R131). In screen pixels.
struct FurtherFinger {
  int id = 0;
  Vec from, at;
  bool lifted = false;      // told once; what it held stays where it is now,
  bool taken_away = false;  // unless the browser took the touch away: then it is as it was
};
// What the pointer rests on, in words: drawn over everything else at the end of the frame.
struct Tip {
  std::string words;  // empty: none
  Box over;           // the item, in screen pixels
};
struct FurtherFingers {
  std::vector<FurtherFinger> fingers;
  std::vector<Box> items;  // filled by the board in every frame in which they may be taken
};

inline constexpr float design_width = 1920, design_height = 1080;

// Screens are laid out in design pixels, (0, 0) at the window's top left. The stage's picture is 1920 wide and 1080 high and
// scaled to fit; what a window of another shape has more of belongs to `size`, so that boards take it. What is worked with
// (bars, panels, forms, dialogs, the pages of the desk) is never drawn smaller than designed: it is laid out in desk().
// The painter takes design pixels; ImGui items are placed with screen_from_design (the widgets do that).
struct Frame {
  Painter& painter;
  const Theme& theme;
  const Fonts& fonts;  // for text fields only: everything else draws through the painter
  float scale = 1;  // screen pixels per design pixel: min(w / 1920, h / 1080)
  Vec origin = {};       // where design (0, 0) lies on the screen
  Vec size{design_width, design_height};  // the whole glass, at least the design on the stage
  Painter* desk_painter = nullptr;  // in screen pixels, where the picture is smaller than designed
  std::int64_t now_ms = 0;      // ms since the Unix epoch, UTC; in replay, the moment shown
  double seconds = 0;           // steady, for motion
  SeatId me = {};
  Role role = Role::facilitator;
  bool read_only = false;
  bool reduced_motion = false;
  // What the board's screen may fill. On the stage: below the header, inside the safe area, above the facilitator's bar
  // when that is shown. In replay: the space left of the list and above the timeline.
  static constexpr Box stage_area{{64, 168}, {1856, 1032}};  // of the design's own size
  Box area = stage_area;
  static constexpr float panel_gap = 24;  // between a board and a panel beside it
  bool chrome = true;  // false: the bare stage (F11, second display, pictures): no tools, bars or editing
  ShapeSink* shapes = nullptr;  // the window's graphics card, for painters made of this frame
  // Widgets have no Commands: one that is on its way (a colour under the pointer, a panel that enters) leaves here until
  // when it moves, and whoever draws the frames goes on until then. nullptr: nobody will.
  double* moving_until = nullptr;
  double* wake_at = nullptr;         // the same for a single frame at that time
  Tip* tip = nullptr;                // nullptr: nobody draws one
  const Pinch* pinch = nullptr;      // two fingers are on the glass
  Semantics* semantics = nullptr;    // says what is shown to those who do not see it (widgets/semantics.h)
  FurtherFingers* further = nullptr;  // nullptr: this screen has one pointer

  // The same frame for another painter: smaller, or one that only listens.
  Frame drawn_by(Painter& other) const {
    return {other, theme, fonts, scale, origin, size, desk_painter, now_ms, seconds, me, role, read_only, reduced_motion, area,
            chrome, shapes, moving_until, wake_at, tip, pinch, semantics, further};
  }
  // The same window in pixels of the desk. Where nothing is drawn smaller than designed it is this very frame.
  Frame desk() const {
    if (desk_painter == nullptr) return *this;
    Frame own = drawn_by(*desk_painter);
    own.desk_painter = nullptr;
    own.scale = 1;
    own.size = size * scale;
    own.area = on_desk(area);
    own.origin = {};
    return own;
  }
  // Places of this frame in those of desk(), and the other way round.
  Vec on_desk(Vec at) const { return desk_painter == nullptr ? at : screen_from_design(at); }
  Box on_desk(Box box) const { return {on_desk(box.min), on_desk(box.max)}; }
  Vec off_desk(Vec at) const { return desk_painter == nullptr ? at : design_from_screen(at); }
  Box off_desk(Box box) const { return {off_desk(box.min), off_desk(box.max)}; }
  float off_desk(float length) const { return desk_painter == nullptr ? length : length / scale; }
  // What is left of the area beside a panel that stands open at its left or its right: a board steps aside for it and is
  // never covered.
  Box beside(const Box& panel) const {
    Box left = area;
    if (panel.center().x < area.center().x) left.min.x = std::max(left.min.x, panel.max.x + panel_gap);
    else left.max.x = std::min(left.max.x, panel.min.x - panel_gap);
    return left;
  }
  void keep_moving(double until) const {
    if (moving_until != nullptr && until > *moving_until) *moving_until = until;
  }
  void wake(double at) const {
    if (wake_at != nullptr && at < *wake_at) *wake_at = at;
  }
  Vec screen_from_design(Vec p) const { return origin + p * scale; }
  Vec design_from_screen(Vec p) const { return (p - origin) * (1 / scale); }
};

// Whoever is at this screen leads, and what is drawn is now.
inline bool facilitates(const Frame& frame) { return frame.role == Role::facilitator && !frame.read_only; }

// Things a screen asks of the program rather than of the workshop.
struct GoHome {};
struct OpenSession { std::string path; };
struct ReviewSession { std::string path; };
struct NewSession { std::string template_name; std::string title; };  // template empty: blank
struct AskForNewSession {};                                // the sheet that names it
struct ChooseFile { bool to_review = false; };            // the list of files to open
struct UndoLast {};
struct RedoLast {};
struct ToggleFullscreen {};
struct ToggleTheme {};
struct ShowShortcuts {};
struct ShowSettings {};
struct ShowFile { std::string path; };                    // in the file manager, its folder open
struct AskToExport {};                                    // the sheet that writes what is shown into a file
struct ExportPictures { bool all = false; bool facilitator = false; std::string format; std::string size; };  // words of the command line: "svg", "1920x1080"
struct DeleteSession { std::string path; };               // with its ballot boxes and whatever else lies beside it; was asked about
struct DestroyBox { std::string path; };                  // of a session that is gone; was asked about
struct ShowConsole { bool shown = true; };                // in this window, while the stage is on another display
struct ShowJoining {};                                    // the sheet of addresses and the facilitator's own link
struct NewJoinCode {};                                    // the old code and QR code open no more; who is in stays in
struct SendReminder { ActivityId activity; };             // to everybody who has not answered yet; never logged
struct SayTheyAreTwo { OneDevice seats; };                 // two people on one device; never logged
struct ImportTable { std::string text; };                // cells of a spreadsheet that were pasted: what would come of them is shown
struct TurnStage { StageTurn turn; };                      // the stage's pages, layers and camera, for the whole room; never logged
struct AnimateUntil { double seconds = 0; };              // keep drawing until this steady time (Frame::seconds)
struct WakeAt { double seconds = 0; };                    // draw once more at this steady time
using Intent = std::variant<GoHome, OpenSession, ReviewSession, NewSession, AskForNewSession, ChooseFile, UndoLast, RedoLast,
                            ToggleFullscreen, ToggleTheme, ShowShortcuts, ShowSettings, ShowFile, AskToExport, ExportPictures,
                            DeleteSession, DestroyBox, ImportTable,
                            ShowConsole, ShowJoining, NewJoinCode, SendReminder, SayTheyAreTwo, TurnStage, AnimateUntil, WakeAt>;

struct Commands {
  struct Requested {
    SeatId by;  // none: the frame's own seat
    Action action;
  };
  std::vector<Requested> actions;
  std::vector<Intent> intents;

  void add(Action action, SeatId by = {}) { actions.push_back({by, std::move(action)}); }
  // What change_of and changes_of answer with (core/workshop/changes.h): nothing where nothing differs.
  void change(std::optional<Action> change) {
    if (change) add(std::move(*change));
  }
  void change(std::vector<Action> changes) {
    for (Action& change : changes) add(std::move(change));
  }
  void ask(Intent intent) { intents.push_back(std::move(intent)); }
};

}  // namespace standpoint
