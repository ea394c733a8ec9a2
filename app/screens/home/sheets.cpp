// The sheets of the home screen: naming a new session, and the list of every session file.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <imgui.h>

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/home/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/notices.h"
#include "core/boards/fold.h"

namespace standpoint {
namespace {

constexpr float least_beside = 140;  // less of a file's name says nothing
constexpr float bin_sign = 22;

}  // namespace

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

void choose_file(const std::string& path, HomeUi& ui, Commands& commands) {
  if (ui.to_review) commands.ask(ReviewSession{path});
  else commands.ask(OpenSession{path});
  ui.sheet = HomeUi::Sheet::none;
}

// The session, and at its right, beside what opens it, the bin.
void draw_file_row(const Frame& frame, const HomeSession& session, Box line, HomeUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  constexpr float bin = control::button_height;
  const Box row{line.min, {line.max.x - bin - 16, line.max.y}};
  ImGui::PushID(("row of " + session.path).c_str());  // its card on the page below has the path alone
  const std::string title = title_of(session);
  if (tap_area(frame, title.c_str(), row)) choose_file(session.path, ui, commands);
  frame.painter.fill_box(row, radius::control, theme.bg.sunken.with_alpha(look_of_item(frame).hover));
  draw_focus_ring(frame, row, radius::control);
  frame.painter.icon({row.min.x + 32, row.center().y}, session.trouble.empty() ? Icon::file : Icon::warning, session.trouble.empty() ? Face::icon_bold : Face::icon_fill, 24,
                     session.trouble.empty() ? theme.ink.secondary : theme.status.danger);
  const bool sound = session.trouble.empty();
  const float left = row.min.x + 64, right = row.max.x - 16;
  const std::string file = file_of(session), facts = sound ? session_facts(session) : std::string();
  const TextLook tertiary{desk_type::caption, theme.ink.tertiary, Align::right, Anchor::top};
  // Title and subtitle have the room; the name of the file and the facts stand at the right and give way first.
  const float title_width = std::min(right - left, label_width(frame.painter, title, desk_type::body_strong));
  draw_label(frame.painter, {left, row.min.y + 8}, title, {desk_type::body_strong, theme.ink.primary}, right - left);
  if (title != file && right - left - title_width > least_beside) draw_label(frame.painter, {right, row.min.y + 11}, file, tertiary, right - left - title_width - 24);
  const std::string& second = sound ? session.workshop.subtitle : session.trouble;
  const float facts_width = facts.empty() ? 0 : label_width(frame.painter, facts, desk_type::caption) + 24;
  draw_label(frame.painter, {left, row.min.y + 35}, second, {desk_type::caption, sound ? theme.ink.secondary : theme.status.danger}, right - left - facts_width);
  draw_label(frame.painter, {right, row.min.y + 35}, facts, tertiary);
  const std::string remove = "Delete " + title;
  if (!session.sample && icon_button(frame, remove.c_str(), box_at(row.max.x + 8, row.center().y - bin / 2, bin, bin), Icon::trash, {ButtonKind::quiet, {}, true, false, false, bin_sign}))
    ui.deleting = session.path;
  ImGui::PopID();
}

// The sessions whose title, subtitle or file the search names.
std::vector<const HomeSession*> found_in(const HomeModel& model, const std::string& search) {
  const std::string words = folded_text(search);
  std::vector<const HomeSession*> found;
  for (const HomeSession& session : model.recent)
    if (finds(words, folded_text(title_of(session) + " " + session.workshop.subtitle + " " + file_of(session)))) found.push_back(&session);
  return found;
}

void draw_rows(const Frame& frame, const HomeModel& model, const std::vector<const HomeSession*>& found, Box list, HomeUi& ui, Commands& commands) {
  const float content = static_cast<float>(found.size()) * desk::row_height;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (list.contains(frame.design_from_screen({mouse.x, mouse.y}))) ui.scroll -= ImGui::GetIO().MouseWheel * desk::row_height;
  ui.scroll = std::clamp(ui.scroll, 0.0F, std::max(0.0F, content - list.height()));
  if (model.recent.empty())
    draw_empty_state(frame, box_around(list.center(), 190, 135),
                     {EmptyDrawing::bars, ui.to_review ? "No sessions to review" : "No sessions yet",
                      ui.to_review ? "Finished sessions appear here." : "New ones are kept here.", nullptr, false});
  else if (found.empty())
    draw_empty_lines(frame, {list.center().x, list.center().y - 40}, "No session is called so", "Search for a part of its title, subtitle or file name.", list.width());
  const ClipScope clip(frame.painter, list);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Box row = box_at(list.min.x, list.min.y - ui.scroll + static_cast<float>(i) * desk::row_height, list.width(), desk::row_height);
    if (row.max.y > list.min.y + 8 && row.min.y < list.max.y - 8) draw_file_row(frame, *found[i], row, ui, commands);
  }
}

}  // namespace

void show_files(HomeUi& ui, bool to_review) {
  ui.sheet = HomeUi::Sheet::files;
  ui.to_review = to_review;
  ui.search.clear();
  ui.error.clear();
  ui.focus_field = true;
}

void draw_files_sheet(const Frame& frame, const HomeModel& model, HomeUi& ui, Commands& commands) {
  const Box box = draw_sheet_ground(frame, 860, 800);
  const Theme& theme = frame.theme;
  draw_label(frame.painter, box.min + Vec{40, 36}, ui.to_review ? "Review a session" : "Open a session", {desk_type::title, theme.ink.primary});
  if (icon_button(frame, "Close", box_at(box.max.x - 88, box.min.y + 28, 56, 56), Icon::x, {ButtonKind::quiet}) ||
      (!ui.asks() && ImGui::IsKeyPressed(ImGuiKey_Escape, false)))
    ui.sheet = HomeUi::Sheet::none;
  const std::string before = ui.search;
  const FieldResult search = text_field(frame, "Search the sessions", box_at(box.min.x + 40, box.min.y + 100, box.width() - 80, control::button_height), ui.search,
                                        {.hint = "Search by title, subtitle or file name", .focus_now = std::exchange(ui.focus_field, false)});
  if (ui.search != before) ui.scroll = 0;
  const std::vector<const HomeSession*> found = found_in(model, ui.search);
  if (search.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false) && !ui.search.empty() && !found.empty()) return choose_file(found.front()->path, ui, commands);
  draw_rows(frame, model, found, {{box.min.x + 28, box.min.y + 168}, {box.max.x - 28, box.max.y - 112}}, ui, commands);
  const float open_width = button_width(frame, "Open the file");
  const FieldResult field = text_field(frame, "Path of a session file", box_at(box.min.x + 40, box.max.y - 96, box.width() - 80 - open_width - space::s3, control::field_height), ui.path_draft,
                                       {.hint = "or the path of a .standpoint file", .error = ui.error, .caption = {}});
  const bool go = button(frame, "Open the file", box_at(box.max.x - 40 - open_width, box.max.y - 92, open_width, control::button_height), only_if(!ui.path_draft.empty(), "Type the path of a session file first.", {ButtonKind::secondary}));
  if (!(go || (field.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false))) || ui.path_draft.empty()) return;
  choose_file(ui.path_draft, ui, commands);
}

}  // namespace standpoint
