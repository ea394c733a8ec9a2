// The controls of the design (guide section 4): buttons, chips, fields, segments, dialogs. Each one sizes, reserves an
// ImGui item under its visible label (so keyboard, focus and tests find it), paints through the Painter and returns what
// happened. They know no Workshop. Boxes are in design pixels; labels may carry "##id" as in ImGui. On a small window a control
// lies where the stage has it, with words of the desk's size.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/design/frame.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/widgets/moving.h"
#include "app/widgets/scroll.h"
#include "app/widgets/semantics.h"

namespace standpoint {

// soft: accent.soft without a line, for the next step of one thing among several; danger: what it does is for good.
enum class ButtonKind : std::uint8_t { primary, secondary, quiet, spotlight, soft, danger };

struct ButtonLook {
  ButtonKind kind = ButtonKind::secondary;
  std::optional<Icon> icon = {};
  bool enabled = true;
  bool busy = false;      // a turning arc; the caller changes the label to its -ing form
  bool selected = false;  // quiet and secondary: accent.soft ground
  float icon_size = 24;   // of an icon button
  bool filled = false;    // its icon in the filled cut
  float corner = 0;       // 0: by its height
  std::string_view why = {};  // it is disabled: what the pointer reads on it
};

// The same button, which can be pressed only if `can`; else the pointer reads why not.
inline ButtonLook only_if(bool can, std::string_view why, ButtonLook look = {ButtonKind::quiet}) {
  look.enabled = look.enabled && can;
  if (!can) look.why = why;
  return look;
}

// What is shown of a label: everything before "##".
std::string_view visible(std::string_view label);
// The button's natural width for its label; heights are 52 (desk), 56 where it is the first of a page, 88 moment button.
float button_width(const Frame&, std::string_view label, const ButtonLook& = {}, float height = control::button_height);
bool button(const Frame&, const char* label, Box, const ButtonLook& = {});
// The picture of a button alone, in any of its states.
void draw_button(const Frame&, std::string_view label, Box, const ButtonLook&, const ItemLook&);
// A square button with an icon; the label is its tooltip and its name for tests and keyboard. Disabled, it says why as well.
bool icon_button(const Frame&, const char* label, Box, Icon, const ButtonLook& = {});

// A chip that can be tapped: 48 high, round. Width from chip_width; where `width` is more, its words stand in the middle.
float chip_width(const Frame&, std::string_view label, bool with_icon);
bool chip(const Frame&, const char* label, Vec at, bool selected, std::optional<Icon> = {}, float width = 0);
// A chip that only says something: 32 high.
enum class Tone : std::uint8_t { plain, accent, success, warning, danger, spotlight };
float draw_note_chip(const Frame&, std::string_view text, Vec at, Tone, std::optional<Icon> = {});  // returns its width
struct ToneColors {
  Color ground, ink;
};
ToneColors colors_of(const Theme&, Tone);

// One of several, 48 high. Returns the index that was tapped, or nothing.
std::optional<int> segmented(const Frame&, const char* id, Box, std::span<const std::string> labels, int selected);

struct FieldLook {
  std::string_view hint = {};
  std::string_view error = {};  // one line below, with an icon
  std::string_view caption = {};  // label above the box
  bool multiline = false;
  bool focus_now = false;       // takes the keyboard this frame
  bool select_all = false;      // with its whole text selected, so that typing begins anew
  TypedAs typed = TypedAs::sentences;
};
struct FieldResult {
  bool committed = false;  // Enter, or the field was left after an edit: take the text
  bool entered = false;    // committed by Enter
  bool cancelled = false;  // Esc
  bool active = false;
};
// A text field over the caller's draft, which lives across frames.
FieldResult text_field(const Frame&, const char* label, Box, std::string& draft, const FieldLook& = {});

// How much the error below a field of this width needs.
float field_error_height(const Frame&, std::string_view error, float width);

// − value +, 48 high.
std::optional<int> stepper(const Frame&, const char* label, Box, int value, int least, int most);
// A box with a check and its label; returns the new state when tapped.
std::optional<bool> check_box(const Frame&, const char* label, Vec at, bool checked);

// A question in the middle of the window over a scrim; the safe choice is left, the action right.
enum class DialogChoice : std::uint8_t { none, safe, action, left_alone };
struct DialogText {
  std::string_view title;
  std::string_view body;
  const char* safe = "Cancel";
  const char* action = "OK";
  bool warning = false;         // with the red sign of a damaged file
  bool can_leave_alone = false; // Esc, or a tap beside it, is a third answer; else Esc is the safe choice
  float width = control::dialog_width;  // narrower on a phone
  bool for_good = false;        // the action deletes what cannot be had back
};
DialogChoice dialog(const Frame&, const char* id, const DialogText&);
// The panel of a dialog alone, its top left at `at`, and how high it is.
DialogChoice dialog_panel(const Frame&, Vec at, const DialogText&);
float dialog_height(const Frame&, const DialogText&);

// Two texts and the choice between them, in the middle of `room`: what stands there, to be read, and the other in a field, to be written on.
// The safe choice keeps the first. Nothing else closes it, so that neither is lost by a key.
struct TextDialog {
  std::string_view title;
  std::string_view first_caption, first;
  const char* second_caption;
  const char* safe = "Keep theirs";
  const char* action = "Keep mine";
};
DialogChoice text_dialog(const Frame&, const char* id, Box room, const TextDialog&, std::string& second, ScrollState&);

// Dims the whole window below a sheet; `shown` 0..1.
void draw_scrim(const Frame&, float shown = 1);
// The ground of a sheet in the middle of the window, no larger than the window; it enters with the Entrance whose frame it gets.
Box draw_sheet_ground(const Frame&, float width, float height);
// Over a row of choices on a sheet.
void draw_caption(const Frame&, Vec at, std::string_view words);
// A panel's ground: bg.surface, radius 18, rest shadow.
void draw_panel(const Frame&, Box);
// An empty state's two lines, centred and broken to the room there is; the caller draws its picture above and a button below.
void draw_empty_lines(const Frame&, Vec centre_top, std::string_view line, std::string_view more, float room);
// A circle with initials, or with a check when done.
void draw_avatar(const Frame&, Vec centre, float radius, std::string_view name, bool done = false);
std::string initials_of(std::string_view name);

// The 3 px ring with a 3 px gap round the item just reserved, when it has the keyboard's focus.
void draw_focus_ring(const Frame&, Box, float corner);
// An invisible ImGui item over a design box; true on the frame it is pressed and released (or Enter / Space).
bool tap_area(const Frame&, const char* label, Box);

}  // namespace standpoint
