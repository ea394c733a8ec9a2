// Draws the agenda panel. See agenda.h.
#include "app/screens/stage/agenda.h"

#include <algorithm>
#include <array>
#include <utility>

#include <imgui.h>

#include "app/activities/activities.h"
#include "app/activities/heading.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/stage/bar.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "core/activities/activities.h"
#include "core/insights/story.h"

namespace standpoint {
namespace {

constexpr float row_height = 64;

struct Counts {
  const SealedState& staged;
  const SealedState& elsewhere;  // of what is left open
};

// "15 min", "Open, 9 of 14", "Revealed".
std::string phase_words(const Workshop& workshop, const Activity& activity, const Counts& counts) {
  if (activity.phase == Phase::planned) return std::to_string(activity.minutes) + " min";
  if (activity.phase == Phase::revealed) return "Revealed";
  std::string words = activity.phase == Phase::open ? "Open" : "Closed";
  const bool staged = workshop.stage.activity == activity.id;
  const SealedState& sealed = staged ? counts.staged : counts.elsewhere;
  if (collects_inputs(workshop, activity) && sealed.of > 0 && (staged || left_open(workshop) == &activity))
    words += ", " + std::to_string(sealed.done) + " of " + std::to_string(sealed.of);
  return words;
}

bool draw_row(const Frame& frame, const Workshop& workshop, const Activity& activity, const Counts& counts, Box row, Commands& commands) {
  const Theme& theme = frame.theme;
  const bool staged = workshop.stage.activity == activity.id;
  ImGui::PushID(static_cast<int>(activity.id.value));
  ImGui::PushID(static_cast<int>(activity.id.value >> 32));
  const bool tapped = tap_area(frame, activity.title.c_str(), row);
  const std::string phase = phase_words(workshop, activity, counts);
  describe_item(frame, {.value = std::string(words(activity.kind)) + ", " + phase, .selected = staged});
  if (tapped) show_activity(activity, commands);
  if (staged) frame.painter.fill_box(row, radius::control, theme.accent.soft);
  else frame.painter.fill_box(row, radius::control, theme.bg.sunken.with_alpha(look_of_item(frame).hover));
  draw_focus_ring(frame, row, radius::control);
  const Color ink = staged ? theme.accent.ink : theme.ink.primary;
  frame.painter.icon({row.min.x + 30, row.center().y}, icon_of(activity.kind), Face::icon_fill, 22, staged ? theme.accent.base : theme.ink.tertiary);
  const bool running = activity.phase != Phase::planned && !is_over(workshop, activity);
  const TextStyle phase_style = running ? desk_type::label_strong : desk_type::label;
  const float right = frame.painter.text_width(phase, phase_style) + (running ? 22.0F : 0.0F) + 14;
  draw_label(frame.painter, {row.min.x + 60, row.min.y + 9}, activity.title, {desk_type::body_strong, ink}, row.width() - 60 - right - 16);
  draw_label(frame.painter, {row.min.x + 60, row.min.y + 35}, words(activity.kind), {desk_type::caption, staged ? theme.accent.ink : theme.ink.tertiary});
  draw_label(frame.painter, {row.max.x - 14, row.center().y}, phase,
             {phase_style, running ? theme.status.success : theme.ink.secondary, Align::right, Anchor::middle});
  if (running) frame.painter.fill_circle({row.max.x - right - 2, row.center().y}, 5, theme.status.success);
  ImGui::PopID();
  ImGui::PopID();
  return tapped;
}

bool draw_rows(const Frame& frame, const Workshop& workshop, const Counts& counts, AgendaUi& ui, Box list, Commands& commands) {
  bool chosen = false;
  const float content = static_cast<float>(workshop.agenda.size()) * row_height;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (list.contains(frame.design_from_screen({mouse.x, mouse.y}))) ui.scroll -= ImGui::GetIO().MouseWheel * row_height;
  ui.scroll = std::clamp(ui.scroll, 0.0F, std::max(0.0F, content - list.height()));
  const ClipScope clip(frame.painter, list.grown(6));
  float y = list.min.y - ui.scroll;
  for (const ActivityId id : workshop.agenda) {
    const Activity* activity = find(workshop, id);
    const Box row = box_at(list.min.x, y, list.width(), row_height - 4);
    if (activity != nullptr && row.max.y > list.min.y && row.min.y < list.max.y) chosen |= draw_row(frame, workshop, *activity, counts, row, commands);
    y += row_height;
  }
  if (workshop.agenda.empty())
    draw_empty_lines(frame, {list.center().x, list.min.y + 90}, "No activities yet", "Add the first one below.", list.width());
  return chosen;
}

std::vector<ActivityKind> offered_kinds() {
  std::vector<ActivityKind> offered = all_kinds();
  std::erase_if(offered, [](ActivityKind kind) { return !screens_of(kind).added_by_hand; });
  return offered;
}

// Where the chips of the kinds stand, in as many lines as they need.
std::vector<Vec> places_of_kinds(const Frame& frame, const std::vector<ActivityKind>& offered, float room) {
  std::vector<Vec> places(offered.size());
  Vec at;
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const float width = chip_width(frame, words(offered[i]), true);
    if (at.x + width > room + 4) at = {0, at.y + 56};
    places[i] = at;
    at.x += width + 8;
  }
  return places;
}

// With the air below it.
float form_height(const Frame& frame, float room) { return places_of_kinds(frame, offered_kinds(), room).back().y + 208; }

void draw_bookmark_field(const Frame& frame, const Workshop& workshop, AgendaUi& ui, Box panel, float y, Commands& commands) {
  const FieldResult field = text_field(frame, "Bookmark", box_at(panel.min.x + 28, y, panel.width() - 56, 52), ui.bookmark_draft,
                                       {.hint = "What is worth coming back to?", .focus_now = ui.focus_field});
  ui.focus_field = false;
  if (field.cancelled) ui.bookmarking = false;
  if (!field.committed || !ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ui.bookmark_draft.empty()) return;
  commands.add(SetBookmark{mint<BookmarkId>(frame.me, next_nth(workshop, frame.me)), ui.bookmark_draft});
  ui.bookmarking = false;
  ui.bookmark_draft.clear();
}

}  // namespace

Box agenda_panel(const Frame& desk) {
  const float width = std::min(bar_look::agenda_width, desk.size.x * bar_look::agenda_share);
  return {{space::s6, space::s6}, {space::s6 + width, stage_bar_top(desk) - 4}};
}

std::optional<Activity> draw_activity_form(const Frame& frame, const Workshop& workshop, AgendaUi& ui, Box box) {
  const std::vector<ActivityKind> offered = offered_kinds();
  const std::vector<Vec> places = places_of_kinds(frame, offered, box.width());
  for (std::size_t i = 0; i < offered.size(); ++i) {
    if (!chip(frame, std::string(words(offered[i])).c_str(), box.min + places[i], ui.kind == offered[i], icon_of(offered[i]))) continue;
    ui.kind = offered[i];
    ui.focus_field = true;  // what is typed next is the question, and no shortcut
  }
  const float field_top = box.min.y + places.back().y + 68;
  const FieldResult field = text_field(frame, "Title of the activity", box_at(box.min.x, field_top, box.width(), 52), ui.title_draft,
                                       {.hint = "What is the question?", .focus_now = ui.focus_field});
  ui.focus_field = false;
  const float row = field_top + 64, half = (box.width() - 12) / 2;
  const bool blank = ui.title_draft.find_first_not_of(' ') == std::string::npos;
  const bool entered = field.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  if (button(frame, "Cancel##activity", box_at(box.min.x, row, half, 48)) || field.cancelled) ui.adding = false;
  const bool tapped = button(frame, "Add to the agenda", box_at(box.min.x + 12 + half, row, half, 48), only_if(!blank, "Write the question first.", {ButtonKind::primary}));
  if ((!tapped && !entered) || blank) return std::nullopt;
  ui.adding = false;
  return drafted_activity(workshop, frame.me, ui.kind, std::exchange(ui.title_draft, {}));
}

void draw_agenda(const Frame& outer, const Workshop& workshop, const SealedState& staged, const SealedState& elsewhere, AgendaUi& ui, Commands& commands) {
  if (!ui.open) return;
  const Frame desk = outer.desk();
  const Box panel = agenda_panel(desk);
  const Entrance entrance(desk, "agenda entrance");
  const Frame& frame = entrance.frame();
  cover(frame, "agenda", panel);
  draw_elevation(frame.painter, frame.theme, panel, radius::panel, frame.theme.shadow_overlay);
  frame.painter.fill_box(panel, radius::panel, frame.theme.bg.surface);
  draw_label(frame.painter, panel.min + Vec{28, 28}, "Agenda", {desk_type::title, frame.theme.ink.primary});
  if (icon_button(frame, "Close the agenda", box_at(panel.max.x - 76, panel.min.y + 20, 52, 52), Icon::x, {ButtonKind::quiet})) ui.open = false;
  const float form = ui.adding ? form_height(frame, panel.width() - 56) : ui.bookmarking ? 76 : 80;
  const Box list{{panel.min.x + 16, panel.min.y + 88}, {panel.max.x - 16, panel.max.y - form - 16}};
  const bool writing = ui.adding || ui.bookmarking;
  if (draw_rows(frame, workshop, {staged, elsewhere}, ui, list, commands)) ui.open = false;
  const float y = panel.max.y - form;
  if (ui.adding) {
    if (const auto activity = draw_activity_form(frame, workshop, ui, {{panel.min.x + 28, y}, {panel.max.x - 28, panel.max.y}})) {
      commands.add(AddActivity{*activity});
      show_activity(*activity, commands);
      ui.open = false;
    }
  } else if (ui.bookmarking) {
    draw_bookmark_field(frame, workshop, ui, panel, y, commands);
  } else {
    const float half = (panel.width() - 56 - 12) / 2;
    if (button(frame, "Bookmark", box_at(panel.min.x + 28, y, half, 52), {ButtonKind::secondary, Icon::bookmark_simple}))
      ui.bookmarking = ui.focus_field = true;
    if (button(frame, "Add activity", box_at(panel.min.x + 40 + half, y, half, 52), {ButtonKind::primary, Icon::plus}))
      ui.adding = ui.focus_field = true;
  }
  if (!writing && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.open = false;
}

}  // namespace standpoint
