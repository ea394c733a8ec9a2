// The sheets of the home screen: naming a new session, and the list of every session file.
#include <algorithm>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/screens/home_parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/notices.h"

namespace standpoint {

void draw_new_sheet(const Frame& frame, const HomeModel& model, HomeUi& ui, Commands& commands) {
  const Box box = draw_sheet_ground(frame, 640, 372);
  std::string heading = "New session";
  for (const HomeTemplate& item : model.templates)
    if (item.name == ui.template_name) heading = item.title;
  draw_label(frame.painter, box.min + Vec{40, 36}, heading, {desk_type::title, frame.theme.ink.primary});
  draw_label(frame.painter, box.min + Vec{40, 78}, "Kept in " + model.folder + ". It saves itself as you work.",
             {desk_type::body, frame.theme.ink.secondary}, 560);
  const FieldResult field = text_field(frame, "Title of the session", box_at(box.min.x + 40, box.min.y + 152, 560, control::field_height),
                                       ui.title_draft, {.hint = "Checkout relaunch", .error = ui.error, .caption = "Title", .focus_now = ui.focus_field});
  ui.focus_field = false;
  const float start = button_width(frame, "Start session"), cancel = button_width(frame, "Cancel");
  const float y = box.max.y - 40 - control::button_height;
  if (button(frame, "Cancel", box_at(box.max.x - 40 - start - 12 - cancel, y, cancel, control::button_height)) || field.cancelled ||
      ImGui::IsKeyPressed(ImGuiKey_Escape, false))
    ui.sheet = HomeUi::Sheet::none;
  const bool go = button(frame, "Start session", box_at(box.max.x - 40 - start, y, start, control::button_height), {ButtonKind::primary});
  const bool entered = field.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  if (!go && !entered) return;
  if (ui.title_draft.find_first_not_of(' ') == std::string::npos) {
    ui.error = "A session needs a title";
    ui.focus_field = true;
    return;
  }
  commands.ask(NewSession{ui.template_name, ui.title_draft});
  ui.sheet = HomeUi::Sheet::none;
}

namespace {

void draw_file_row(const Frame& frame, const HomeSession& session, Box row, HomeUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  ImGui::PushID(("row of " + session.path).c_str());  // its card on the page below has the path alone
  const std::string title = title_of(session);
  if (tap_area(frame, title.c_str(), row)) {
    if (ui.to_review) commands.ask(ReviewSession{session.path});
    else commands.ask(OpenSession{session.path});
    ui.sheet = HomeUi::Sheet::none;
  }
  frame.painter.fill_box(row, radius::control, theme.bg.sunken.with_alpha(look_of_item(frame).hover));
  draw_focus_ring(frame, row, radius::control);
  frame.painter.icon({row.min.x + 32, row.center().y}, session.trouble.empty() ? Icon::file : Icon::warning, Face::icon_bold, 24,
                     session.trouble.empty() ? theme.ink.secondary : theme.status.danger);
  draw_label(frame.painter, {row.min.x + 64, row.min.y + 8}, title, {desk_type::body_strong, theme.ink.primary}, row.width() - 90);
  draw_label(frame.painter, {row.min.x + 64, row.min.y + 35}, session.trouble.empty() ? session_facts(session) : session.trouble,
             {desk_type::caption, theme.ink.tertiary}, row.width() - 90);
  ImGui::PopID();
}

}  // namespace

void draw_files_sheet(const Frame& frame, const HomeModel& model, HomeUi& ui, Commands& commands) {
  const Box box = draw_sheet_ground(frame, 860, 800);
  const Theme& theme = frame.theme;
  draw_label(frame.painter, box.min + Vec{40, 36}, ui.to_review ? "Review a session" : "Open a session", {desk_type::title, theme.ink.primary});
  if (icon_button(frame, "Close", box_at(box.max.x - 88, box.min.y + 28, 56, 56), Icon::x, {ButtonKind::quiet}) ||
      ImGui::IsKeyPressed(ImGuiKey_Escape, false))
    ui.sheet = HomeUi::Sheet::none;
  const Box list{{box.min.x + 28, box.min.y + 104}, {box.max.x - 28, box.max.y - 152}};
  const float content = static_cast<float>(model.recent.size()) * desk::row_height;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (list.contains(frame.design_from_screen({mouse.x, mouse.y}))) ui.scroll -= ImGui::GetIO().MouseWheel * desk::row_height;
  ui.scroll = std::clamp(ui.scroll, 0.0F, std::max(0.0F, content - list.height()));
  if (model.recent.empty())
    draw_empty_state(frame, box_around(list.center(), 190, 135),
                     {EmptyDrawing::bars, ui.to_review ? "No sessions to review" : "No sessions yet",
                      ui.to_review ? "Finished sessions appear here." : "New ones are kept here.", nullptr, false});
  {
    const ClipScope clip(frame.painter, list);
    for (std::size_t i = 0; i < model.recent.size(); ++i) {
      const Box row = box_at(list.min.x, list.min.y - ui.scroll + static_cast<float>(i) * desk::row_height, list.width(), desk::row_height);
      if (row.max.y > list.min.y + 8 && row.min.y < list.max.y - 8) draw_file_row(frame, model.recent[i], row, ui, commands);
    }
  }
  const float open_width = button_width(frame, "Open the file");
  const FieldResult field = text_field(frame, "Path of a session file", box_at(box.min.x + 40, box.max.y - 96, box.width() - 80 - open_width - space::s3, control::field_height), ui.path_draft,
                                       {.hint = "or the path of a .standpoint file", .error = ui.error, .caption = {}});
  const bool go = button(frame, "Open the file", box_at(box.max.x - 40 - open_width, box.max.y - 92, open_width, control::button_height), {ButtonKind::secondary, {}, !ui.path_draft.empty()});
  if (!(go || (field.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false))) || ui.path_draft.empty()) return;
  if (ui.to_review) commands.ask(ReviewSession{ui.path_draft});
  else commands.ask(OpenSession{ui.path_draft});
  ui.sheet = HomeUi::Sheet::none;
}

}  // namespace standpoint
