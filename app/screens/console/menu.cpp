// What opens over the console: the menu, a person's sheet, a new activity, and the questions before what cannot be undone.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/activities/moment.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/console/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/layers.h"
#include "core/workshop/changes.h"
#include "core/workshop/leader.h"
#include "core/workshop/names.h"

namespace standpoint {
namespace {

using namespace console_look;

constexpr float row_high = 52, sheet_pad = 24;

struct Row {
  const char* label;
  Icon icon;
};

DialogChoice ask(const Frame& frame, DialogText text) {
  draw_scrim(frame);
  text.width = std::min(text.width, frame.area.width() - 24);
  const Vec at = frame.area.center() - Vec{text.width, dialog_height(frame, text)} * 0.5F;
  const DialogChoice choice = dialog_panel(frame, at, text);
  return ImGui::IsKeyPressed(ImGuiKey_Escape, false) ? DialogChoice::safe : choice;
}

void draw_person_sheet(const Frame& frame, const Workshop& workshop, ConsoleUi& ui, Commands& commands) {
  const Seat* seat = find(workshop, ui.seat);
  if (seat == nullptr || !seat->present) {
    ui.seat = {};
    return;
  }
  const Theme& theme = frame.theme;
  const Box box = draw_console_sheet(frame, 460, 366);
  const float left = box.min.x + sheet_pad, width = box.width() - 2 * sheet_pad;
  draw_label(frame.painter, box.min + Vec{sheet_pad, 40}, name_apart(workshop, *seat), {desk_type::heading, theme.ink.primary, Align::left, Anchor::middle}, width - 60);
  const bool close = icon_button(frame, "Close the sheet", box_at(box.max.x - 64, box.min.y + 14, 48, 48), Icon::x, {ButtonKind::quiet});
  const FieldResult field = text_field(frame, "Name", box_at(left, box.min.y + 108, width, control::field_height), ui.name_draft, {.caption = "Name", .typed = TypedAs::name});
  const std::string name = clean_name(ui.name_draft);
  if (field.committed && !name.empty() && name != seat->name) commands.add(ChangeSeat{seat->id, name});
  draw_label(frame.painter, {left, box.min.y + 188}, "Takes part as", {desk_type::label_strong, theme.ink.secondary});
  const bool above = seat->role == Role::facilitator && appointed(workshop, seat->id, frame.me);
  const std::string why_not = above ? "You lead because " + seat->name + " let you, so only they can end their part." : std::string();
  const std::array<std::string, 3> roles{"Participant", "Observer", "Deputy"};
  constexpr std::array<Role, 3> meant{Role::participant, Role::observer, Role::facilitator};
  const auto now = std::find(meant.begin(), meant.end(), seat->role) - meant.begin();
  if (above) draw_wrapped_label(frame.painter, {left, box.min.y + 216}, why_not, {desk_type::small_body, theme.ink.primary}, width);
  else if (const auto chosen = segmented(frame, "role", box_at(left, box.min.y + 216, width, 56), roles, static_cast<int>(now)); chosen && *chosen != now)
    commands.add(ChangeSeat{seat->id, {}, meant[static_cast<std::size_t>(*chosen)]});
  const float remove = button_width(frame, "Remove", {ButtonKind::quiet, Icon::sign_out}), done = button_width(frame, "Done");
  const float y = box.max.y - sheet_pad - control::button_height + 4;
  if (button(frame, "Remove", box_at(left, y, remove, control::button_height), only_if(!above, why_not, {ButtonKind::quiet, Icon::sign_out}))) ui.removing = true;
  if (button(frame, "Done", box_at(box.max.x - sheet_pad - done, y, done, control::button_height), {ButtonKind::primary}) || close ||
      (ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !field.cancelled))
    ui.seat = {};
}

void ask_to_remove(const Frame& frame, const Workshop& workshop, ConsoleUi& ui, Commands& commands) {
  const Seat* seat = find(workshop, ui.seat);
  const std::string title = "Remove " + (seat == nullptr ? std::string("them") : name_apart(workshop, *seat)) + " from the session?";
  const DialogChoice choice = ask(frame, {title, "What they did stays. Their tablet is not let in again, and the join code is another one from now on.", "Keep", "Remove##for good"});
  if (choice == DialogChoice::none) return;
  if (choice == DialogChoice::action && seat != nullptr && seat->present) commands.add(LeaveSeat{seat->id});
  ui.removing = false;
  ui.seat = {};
}

void ask_to_clear(const Frame& frame, ConsoleUi& ui, Commands& commands) {
  const DialogChoice choice = ask(frame, {"Clear the empty seats?", "Seats end whose tablet is not connected and that left nothing: no card, no answer, nobody they added. Who comes back gets a new seat.", "Keep", "Clear"});
  if (choice == DialogChoice::action) commands.add(ClearSeats{});
  if (choice != DialogChoice::none) ui.clearing = false;
}

void ask_early(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Commands& commands) {
  const Activity* const activity = asked_early(workshop, ui.moment);
  if (activity == nullptr) return;
  const EarlyQuestion question = early_question(*activity, state.sealed);
  const DialogChoice choice = ask(frame, {question.title, question.body, question.keep.c_str(), "Reveal now"});
  if (choice != DialogChoice::none) answer_early(workshop, *activity, choice == DialogChoice::action, ui.moment, commands);
}

void draw_new_activity(const Frame& frame, const Workshop& workshop, ConsoleUi& ui, Commands& commands) {
  const Box box = draw_console_sheet(frame, 560, 320);
  draw_label(frame.painter, box.min + Vec{sheet_pad, 38}, "Add activity", {desk_type::heading, frame.theme.ink.primary, Align::left, Anchor::middle});
  const Box form{box.min + Vec{sheet_pad, 72}, box.max - Vec{sheet_pad, sheet_pad}};
  if (const auto activity = draw_activity_form(frame, workshop, ui.agenda, form)) commands.add(AddActivity{*activity});
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.agenda.adding = false;
}

bool row(const Frame& frame, Box panel, float& y, const char* label, Icon icon) {
  const Box box = box_at(panel.min.x + 8, y, panel.width() - 16, row_high);
  y += row_high;
  const bool tapped = tap_area(frame, label, box);
  frame.painter.fill_box(box, radius::control, frame.theme.bg.sunken.with_alpha(look_of_item(frame).hover));
  frame.painter.icon({box.min.x + 28, box.center().y}, icon, Face::icon_bold, 20, frame.theme.ink.secondary);
  draw_label(frame.painter, {box.min.x + 52, box.center().y}, label, {desk_type::label, frame.theme.ink.primary, Align::left, Anchor::middle}, box.width() - 60);
  draw_focus_ring(frame, box, radius::control);
  return tapped;
}

// The activity on the stage whose board is the map: it says which layers the room sees.
const Activity* staged_on_map(const Workshop& workshop) {
  const Activity* const staged = staged_activity(workshop);
  const Board* const board = staged ? find(workshop, staged->board) : nullptr;
  return board && board->kind == BoardKind::map ? staged : nullptr;
}

bool draw_layer_rows(const Frame& frame, Box panel, float& y, const Activity& staged, Commands& commands) {
  Activity changed = staged;
  if (row(frame, panel, y, staged.show_stance ? "Hide stances from the room" : "Show stances to the room", staged.show_stance ? Icon::eye_slash : Icon::eye))
    changed.show_stance = !staged.show_stance;
  if (row(frame, panel, y, staged.show_conflicts ? "Hide conflicts from the room" : "Show conflicts to the room", staged.show_conflicts ? Icon::eye_slash : Icon::eye))
    changed.show_conflicts = !staged.show_conflicts;
  if (changed == staged) return false;
  commands.change(changes_of(staged, changed));
  return true;
}

}  // namespace

Box draw_console_sheet(const Frame& frame, float width, float height) {
  draw_scrim(frame);
  const Box box = box_around(frame.area.center(), std::min(width, frame.area.width() - 24) / 2, height / 2);
  draw_elevation(frame.painter, frame.theme, box, radius::panel, frame.theme.shadow_overlay);
  frame.painter.fill_box(box, radius::panel, frame.theme.dark ? frame.theme.bg.raised : frame.theme.bg.surface);
  return box;
}

bool console_is_covered(const ConsoleUi& ui) { return ui.menu || ui.deciding || ui.clearing || ui.seat || ui.finding || ui.agenda.adding || ui.moment.asking_early; }

void draw_console_menu(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Commands& commands) {
  const bool lobby = workshop.stage == StageView{};
  const Activity* const mapped = staged_on_map(workshop);
  const int rows = (frame.read_only ? 0 : 3 + (lobby ? 0 : 1) + (mapped ? 2 : 0)) + (state.in_window ? 3 : 0);
  const float high = static_cast<float>(std::max(1, rows)) * row_high + 16, right = frame.area.max.x - console_look::margin;
  const Box panel = {{right - 300, frame.area.min.y + bar - 4}, {right, frame.area.min.y + bar - 4 + high}};
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  // A tap beside the menu closes it and does nothing else: this lies over everything, and the menu over this.
  const bool beside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !panel.contains(frame.design_from_screen({mouse.x, mouse.y}));
  note_panel({frame.screen_from_design(panel.min), frame.screen_from_design(panel.max)});
  draw_elevation(frame.painter, frame.theme, panel, radius::panel, frame.theme.shadow_overlay);
  frame.painter.fill_box(panel, radius::panel, frame.theme.dark ? frame.theme.bg.raised : frame.theme.bg.surface);
  float y = panel.min.y + 8;
  bool chosen = false;
  if (!frame.read_only) {
    if (!lobby && row(frame, panel, y, "Show the join code", Icon::qr_code)) {
      commands.add(ShowOnStage{});
      chosen = true;
    }
    if (mapped && draw_layer_rows(frame, panel, y, *mapped, commands)) chosen = true;
    if (row(frame, panel, y, workshop.lobby_locked ? "Unlock the lobby" : "Lock the lobby", workshop.lobby_locked ? Icon::lock_simple_open : Icon::lock_simple)) {
      commands.add(LockLobby{!workshop.lobby_locked});
      chosen = true;
    }
    if (row(frame, panel, y, "New join code", Icon::arrow_clockwise)) {
      commands.ask(NewJoinCode{});
      chosen = true;
    }
    if (row(frame, panel, y, "Clear the empty seats", Icon::sign_out)) ui.clearing = chosen = true;
  }
  if (state.in_window) {
    const std::array<std::pair<Row, Intent>, 3> away{{{{"Join from my tablet", Icon::link_simple}, ShowJoining{}},
                                                      {{"Work on the stage here", Icon::projector_screen}, ShowConsole{false}},
                                                      {{"Back to the sessions", Icon::house}, GoHome{}}}};
    for (const auto& [what, intent] : away)
      if (row(frame, panel, y, what.label, what.icon)) {
        commands.ask(intent);
        chosen = true;
      }
  }
  if (chosen || beside || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.menu = false;
}

void draw_console_sheets(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Commands& commands) {
  if (ui.clearing) ask_to_clear(frame, ui, commands);
  else if (ui.removing) ask_to_remove(frame, workshop, ui, commands);
  else if (ui.seat) draw_person_sheet(frame, workshop, ui, commands);
  else if (ui.finding) draw_console_search(frame, workshop, state, ui);
  else if (const Activity* const decide = ui.deciding ? staged_decide(workshop) : nullptr) draw_console_decisions(frame, workshop, *decide, ui, commands);
  else if (ui.agenda.adding) draw_new_activity(frame, workshop, ui, commands);
  else if (ui.moment.asking_early) ask_early(frame, workshop, state, ui, commands);
}

}  // namespace standpoint
