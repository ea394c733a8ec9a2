// Draws a discussion or the decisions. See talk.h.
#include "app/screens/talk.h"

#include <algorithm>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/screens/heading.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

void draw_discussion(const Frame& frame, const Activity& activity) {
  const Vec centre = frame.area.center();
  frame.painter.icon(centre - Vec{0, 90}, icon_of(activity.kind), Face::icon_regular, 120, frame.theme.line.strong);
  const std::string minutes = std::to_string(activity.minutes) + " minutes";
  frame.painter.text(centre + Vec{0, 26}, minutes, {stage_type::heading, frame.theme.ink.secondary, Align::center, Anchor::middle});
}

void draw_decision(const Frame& frame, const Decision& decision, std::size_t number, Box row) {
  draw_elevation(frame.painter, frame.theme, row, radius::card, frame.theme.shadow_rest);
  frame.painter.fill_box(row, radius::card, frame.theme.bg.surface);
  draw_label(frame.painter, {row.min.x - 34, row.center().y}, std::to_string(number),
             {stage_type::heading, frame.theme.ink.tertiary, Align::center, Anchor::middle});
  const float owner = decision.owner.empty() ? 0 : label_width(frame.painter, decision.owner, stage_type::label) + 48;
  draw_wrapped_label(frame.painter, {row.min.x + 28, row.center().y}, decision.text,
                     {stage_type::row_text, frame.theme.ink.primary, Align::left, Anchor::middle}, row.width() - 56 - owner, 2);
  draw_label(frame.painter, {row.max.x - 28, row.center().y}, decision.owner,
             {stage_type::label, frame.theme.ink.secondary, Align::right, Anchor::middle});
}

void draw_decision_form(const Frame& frame, const Workshop& workshop, TalkUi& ui, Box row, Commands& commands) {
  const FieldResult text = text_field(frame, "Decision", box_at(row.min.x, row.min.y, row.width() * 0.6F, 60), ui.text_draft,
                                      {.hint = "What was decided?", .focus_now = ui.focus_field});
  ui.focus_field = false;
  const float owner_x = row.min.x + row.width() * 0.6F + 16;
  const FieldResult owner = text_field(frame, "Owner of the decision", box_at(owner_x, row.min.y, row.max.x - 176 - owner_x, 60), ui.owner_draft,
                                       {.hint = "Who owns it?"});
  const bool blank = ui.text_draft.find_first_not_of(' ') == std::string::npos;
  const bool entered = (text.committed || owner.committed) && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  const bool tapped = button(frame, "Record", box_at(row.max.x - 160, row.min.y + 2, 160, 56), {ButtonKind::primary, {}, !blank});
  if ((!tapped && !entered) || blank) return;
  commands.add(RecordDecision{{mint<DecisionId>(frame.me, next_nth(workshop, frame.me)), ui.text_draft, ui.owner_draft}});
  ui = {};
  ui.focus_field = true;
}

}  // namespace

void draw_talk(const Frame& frame, const Workshop& workshop, const Activity& activity, TalkUi& ui, Commands& commands) {
  if (activity.kind != ActivityKind::decide) {
    draw_discussion(frame, activity);
    return;
  }
  const bool editable = frame.chrome && !frame.read_only && frame.role == Role::facilitator && activity.phase == Phase::open;
  const float left = frame.area.min.x + 76, width = std::min(1400.0F, frame.area.width() - 76);
  const float bottom = frame.area.max.y - (editable ? 92 : 0);
  const auto room = static_cast<std::size_t>(std::max(1.0F, (bottom - frame.area.min.y - 16) / card_look::row_pitch));
  const std::size_t first = workshop.decisions.size() > room ? workshop.decisions.size() - room : 0;  // the newest stay in sight
  float y = frame.area.min.y + 16;
  for (std::size_t i = first; i < workshop.decisions.size(); ++i, y += card_look::row_pitch)
    draw_decision(frame, workshop.decisions[i], i + 1, box_at(left, y, width, card_look::row_height));
  if (workshop.decisions.empty())
    draw_empty_lines(frame, frame.area.center() - Vec{0, 60}, "No decisions yet", editable ? "Write the first one below." : "They appear here.");
  if (editable) draw_decision_form(frame, workshop, ui, box_at(left, bottom + 16, width, 60), commands);
}

}  // namespace standpoint
