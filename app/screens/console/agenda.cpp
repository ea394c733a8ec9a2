// The console's agenda: what is done, what runs with its phases, what comes. See console.h.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/activities/heading.h"
#include "app/activities/next_step.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/console/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "app/widgets/time_words.h"
#include "core/activities/activities.h"
#include "core/insights/story.h"

namespace standpoint {
namespace {

using namespace console_look;

constexpr float row_height = 52, current_height = 102, list_top = 48, add_height = 64;

// "38 of 60 min": since the first activity was opened, of what is planned.
std::string minutes_words(const Frame& frame, const Workshop& workshop) {
  std::int64_t planned = 0, first = 0;
  for (const ActivityId id : workshop.agenda)
    if (const Activity* activity = find(workshop, id)) {
      planned += activity->minutes;
      if (activity->opened_ms != 0 && (first == 0 || activity->opened_ms < first)) first = activity->opened_ms;
    }
  if (planned == 0) return "";
  const std::int64_t until = workshop.timer.running ? frame.now_ms : workshop.changed_ms;
  const std::int64_t spent = first == 0 ? 0 : (until - first) / 60'000;
  constexpr std::int64_t a_day = 24 * 60;  // the session was opened again another day
  if (spent <= 0 || spent >= a_day) return plan_words(planned);
  return std::to_string(spent) + " of " + std::to_string(planned) + " min";
}

// Open, Closed, Revealed as three marks: the present one filled, and said by its shape as well.
void draw_phases(const Frame& frame, const Workshop& workshop, const Activity& activity, Vec at) {
  const Theme& theme = frame.theme;
  const bool secret = collects_inputs(workshop, activity);
  const std::array<std::pair<const char*, Phase>, 3> phases{{{"Open", Phase::open}, {"Closed", Phase::closed}, {"Revealed", Phase::revealed}}};
  float x = at.x;
  for (std::size_t i = 0; i < (secret ? 3 : 2); ++i) {
    const bool now = activity.phase == phases[i].second, past = activity.phase > phases[i].second;
    if (now || past) frame.painter.fill_circle({x + 6, at.y}, now ? 6 : 5, theme.accent.base);
    else frame.painter.stroke_circle({x + 6, at.y}, 4.5F, {theme.ink.tertiary, line_width::regular});
    const TextStyle style = now ? desk_type::caption_strong : desk_type::detail;
    frame.painter.text({x + 18, at.y}, phases[i].first, {style, now ? theme.accent.ink : theme.ink.secondary, Align::left, Anchor::middle});
    x += 18 + frame.painter.text_width(phases[i].first, style) + 9;
  }
}

// The finger that let go had dragged the list.
bool was_dragged(const Frame& frame) {
  const float slop = touch::drag_slop * frame.scale;
  return ImGui::IsMouseReleased(ImGuiMouseButton_Left) && ImGui::GetIO().MouseDragMaxDistanceSqr[0] > slop * slop;
}

std::string detail_words(const Activity& activity) { return std::string(words(activity.kind)) + ", " + std::to_string(activity.minutes) + " min"; }

// Of what is open while the stage shows something else: how far it is, and the way back. The count is known of one.
std::string left_words(const Workshop& workshop, const ConsoleState& state, const Activity& activity) {
  const bool counted = &activity == left_open(workshop);
  return left_open_words(workshop, activity, counted ? state.stage.elsewhere : SealedState{}).beside_title + ", go back";
}

void draw_row(const Frame& frame, const Workshop& workshop, const ConsoleState& state, const Activity& activity, Box row, bool current, Commands& commands) {
  const Theme& theme = frame.theme;
  const bool over = is_over(workshop, activity);
  const Box ground = {row.min + Vec{12, 2}, row.max - Vec{12, 2}};
  ImGui::PushID(static_cast<int>(activity.id.value));
  ImGui::PushID(static_cast<int>(activity.id.value >> 32));
  const bool tapped = tap_area(frame, activity.title.c_str(), ground) && !was_dragged(frame);
  describe_item(frame, {.value = detail_words(activity) + (over ? ", done" : activity.phase == Phase::planned ? "" : ", " + std::string(words(activity.phase))), .selected = current});
  if (tapped && !frame.read_only && !current) show_activity(activity, commands);
  if (current) frame.painter.fill_box(ground, radius::control, theme.accent.soft);
  else frame.painter.fill_box(ground, radius::control, theme.bg.sunken.with_alpha(look_of_item(frame).hover));
  draw_focus_ring(frame, ground, radius::control);
  const Vec sign{row.min.x + 38, row.min.y + (current ? 34 : 26)};
  if (current) {
    frame.painter.fill_circle(sign, 14, theme.accent.base);
    frame.painter.icon(sign, icon_of(activity.kind), Face::icon_fill, 17, theme.accent.on);
  } else if (over) {
    frame.painter.icon(sign, Icon::check, Face::icon_bold, 18, theme.status.success);
  } else {
    frame.painter.icon(sign, icon_of(activity.kind), Face::icon_fill, 20, theme.ink.tertiary);
  }
  const float left = row.min.x + 64, room = ground.max.x - left - 6, top = row.min.y + (current ? 25 : 15);
  const Color ink = over && !current ? theme.ink.tertiary : theme.ink.primary;
  draw_label(frame.painter, {left, top}, activity.title, {current ? desk_type::caption_strong : desk_type::caption, ink, Align::left, Anchor::middle}, room);
  const bool running = !current && !over && activity.phase != Phase::planned;  // left open, while the stage shows something else
  const std::string detail = running ? left_words(workshop, state, activity) : detail_words(activity);
  draw_label(frame.painter, {left, top + 19}, detail, {running ? desk_type::caption_strong : desk_type::detail, running ? theme.status.success : theme.ink.secondary, Align::left, Anchor::middle}, room);
  if (current) draw_phases(frame, workshop, activity, {row.min.x + 32, row.min.y + 73});
  ImGui::PopID();
  ImGui::PopID();
}

void draw_rows(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Box list, Commands& commands) {
  const ActivityId current = workshop.stage.activity;
  const auto height_of = [current](ActivityId id) { return id == current ? current_height : row_height; };
  float content = 0;
  for (const ActivityId id : workshop.agenda) content += height_of(id);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool over_list = list.contains(frame.design_from_screen({mouse.x, mouse.y}));
  if (over_list) ui.agenda.scroll -= ImGui::GetIO().MouseWheel * row_height;
  if (over_list && ImGui::IsMouseDragging(ImGuiMouseButton_Left, touch::drag_slop)) ui.agenda.scroll -= ImGui::GetIO().MouseDelta.y / frame.scale;
  ui.agenda.scroll = std::clamp(ui.agenda.scroll, 0.0F, std::max(0.0F, content - list.height()));
  const ClipScope clip(frame.painter, list);
  const ReadTogether rows(frame, "Activities");
  float y = list.min.y - ui.agenda.scroll;
  for (const ActivityId id : workshop.agenda) {
    const Activity* activity = find(workshop, id);
    const Box row = box_at(list.min.x, y, list.width(), height_of(id));
    if (activity != nullptr && row.max.y > list.min.y + 8 && row.min.y < list.max.y - 8) draw_row(frame, workshop, state, *activity, row, id == current, commands);
    y += row.height();
  }
}

}  // namespace

void draw_console_agenda(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Box box, Commands& commands) {
  draw_panel(frame, box);
  const ReadTogether panel(frame, "Agenda", ReadTogether::As::panel);
  draw_label(frame.painter, box.min + Vec{24, 26}, "Agenda", {card_title, frame.theme.ink.primary, Align::left, Anchor::middle});
  frame.painter.text({box.max.x - 24, box.min.y + 27}, minutes_words(frame, workshop),
                     {desk_type::detail, frame.theme.ink.secondary, Align::right, Anchor::middle, {}, true});
  draw_rows(frame, workshop, state, ui, {box.min + Vec{0, list_top}, box.max - Vec{0, add_height}}, commands);
  if (workshop.agenda.empty()) {
    draw_label(frame.painter, {box.center().x, box.min.y + 140}, "No activities yet", {desk_type::body_strong, frame.theme.ink.primary, Align::center, Anchor::middle});
    draw_label(frame.painter, {box.center().x, box.min.y + 168}, "Add the first one below.", {desk_type::small_body, frame.theme.ink.secondary, Align::center, Anchor::middle});
  }
  if (frame.read_only) return;
  const Box add = box_at(box.min.x + 12, box.max.y - 60, std::min(box.width() - 24, 168.0F), 48);
  if (tap_area(frame, "Add activity", add)) ui.agenda.adding = ui.agenda.focus_field = true;
  const ItemLook item = look_of_item(frame);
  frame.painter.fill_box(add, radius::control, frame.theme.bg.sunken.with_alpha(item.hover));
  frame.painter.icon({box.min.x + 34, add.center().y}, Icon::plus, Face::icon_bold, 20, frame.theme.ink.secondary);
  draw_label(frame.painter, {box.min.x + 56, add.center().y}, "Add activity", {desk_type::label, frame.theme.ink.secondary, Align::left, Anchor::middle});
  draw_focus_ring(frame, add, radius::control);
}

}  // namespace standpoint
