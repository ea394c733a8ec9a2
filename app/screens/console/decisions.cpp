// What was decided, in the hand of whoever leads: a row of the Now card that looks like the field it opens, and a sheet with the
// form and every decision. The form and the list are the stage's own. See console.h.
#include <algorithm>
#include <string>

#include <imgui.h>

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/console/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "core/activities/activities.h"

namespace standpoint {
namespace {

constexpr const char* field_hint = "What was decided?";
constexpr float inset = 16, highest = 720, low_glass = 420;

std::string count_of_decisions(const Workshop& workshop) {
  const std::size_t count = workshop.decisions.size();
  return count == 0 ? std::string("No decisions yet") : std::to_string(count) + (count == 1 ? " decision" : " decisions");
}

}  // namespace

const Activity* staged_decide(const Workshop& workshop) {
  const Activity* const staged = staged_activity(workshop);
  return staged != nullptr && rules_of(*staged).decides && staged->phase != Phase::planned ? staged : nullptr;
}

void draw_way_to_decisions(const Frame& frame, const Workshop& workshop, const Activity& decide, Box box, ConsoleUi& ui) {
  const bool writes = decide.phase == Phase::open && !frame.read_only;
  if (!writes && workshop.decisions.empty()) return;
  const Theme& theme = frame.theme;
  const std::string count = count_of_decisions(workshop);
  if (tap_area(frame, "Decisions", box)) {
    ui.deciding = true;
    ui.decisions.focus_field = writes;
  }
  describe_item(frame, {.name = writes ? "Record a decision" : "Decisions", .value = count});
  const ItemLook item = look_of_item(frame);
  frame.painter.fill_box(box, radius::field, theme.bg.surface);
  frame.painter.stroke_box(box, radius::field, {mix(theme.line.strong, theme.ink.tertiary, item.hover), line_width::thin});
  frame.painter.icon({box.max.x - 22, box.center().y}, Icon::caret_right, Face::icon_bold, 18, theme.ink.secondary);
  const float right = box.max.x - 40, room = right - box.min.x - inset;
  const float wanted = label_width(frame.painter, field_hint, desk_type::field), beside = label_width(frame.painter, count, desk_type::caption);
  const TextLook words{writes ? desk_type::field : desk_type::label, writes ? theme.ink.tertiary : theme.ink.primary, Align::left, Anchor::middle};
  draw_label(frame.painter, {box.min.x + inset, box.center().y}, !writes ? count : wanted <= room ? field_hint : "Record", words, room);
  if (writes && wanted + inset + beside <= room) draw_label(frame.painter, {right, box.center().y}, count, {desk_type::caption, theme.ink.secondary, Align::right, Anchor::middle});
  draw_focus_ring(frame, box, radius::field);
}

void draw_console_decisions(const Frame& frame, const Workshop& workshop, const Activity& decide, ConsoleUi& ui, Commands& commands) {
  const bool low = frame.area.height() < low_glass;
  const Box box = draw_console_sheet(frame, 760, std::min(highest, frame.area.height() - (low ? 8 : 24)));
  const float pad = box.width() < 480 ? 16 : 24;
  draw_label(frame.painter, box.min + Vec{pad, low ? 30.0F : 38.0F}, decide.title, {desk_type::heading, frame.theme.ink.primary, Align::left, Anchor::middle}, box.width() - 2 * pad - 60);
  const bool close = icon_button(frame, "Close the decisions", box_at(box.max.x - 64, box.min.y + (low ? 6.0F : 14.0F), 48, 48), Icon::x, {ButtonKind::quiet});
  const bool escaped = draw_decisions_on_sheet(frame, workshop, decide, {{box.min.x + pad, box.min.y + (low ? 60.0F : 76.0F)}, {box.max.x - pad, box.max.y - 20}}, ui.decisions, commands);
  if (close || (ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !escaped)) ui.deciding = false;
}

}  // namespace standpoint
