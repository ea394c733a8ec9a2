// Draws the home screen: the bar on top and the recent sessions. Templates are in templates.cpp, sheets in
// sheets.cpp. Called by shell/app.cpp when no session is open. It opens nothing itself: it asks through intents.
#include "app/screens/home/home.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <imgui.h>
#include <imgui_internal.h>

#include "app/paint/elevation.h"
#include "app/paint/mark.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/home/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/layers.h"
#include "app/widgets/notices.h"
#include "app/widgets/time_words.h"
#include "app/widgets/tip.h"

namespace standpoint {
namespace {

void draw_top(const Frame& frame, const HomeLayout& layout, HomeUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  const float y = layout.top - control::button_high / 2;
  paint_mark(frame.painter, frame.theme, {layout.left + 22, layout.top}, 19);
  draw_label(frame.painter, {layout.left + 60, layout.top}, "Standpoint", {stage_type::heading, theme.ink.primary, Align::left, Anchor::middle});
  if (icon_button(frame, "Settings", box_at(layout.right - 56, y, 56, 56), Icon::gear_six, {ButtonKind::quiet, {}, true, false, false, 28}))
    commands.ask(ShowSettings{});
  const ButtonLook fresh{ButtonKind::primary, Icon::plus}, review{ButtonKind::secondary, Icon::clock_counter_clockwise};
  const float new_width = button_width(frame, "New session", fresh, control::button_high);
  const float review_width = button_width(frame, "Review a session", review, control::button_high);
  const float new_x = layout.right - 72 - new_width, review_x = new_x - 16 - review_width;
  if (button(frame, "Review a session", box_at(review_x, y, review_width, control::button_high), review)) {
    show_files(ui, true);
  }
  if (button(frame, "New session", box_at(new_x, y, new_width, control::button_high), fresh)) {
    ui.sheet = HomeUi::Sheet::new_session;
    ui.template_name.clear();
    ui.title_draft.clear();
    ui.error.clear();
    ui.focus_field = true;
  }
}

void draw_thumbnail(const Frame& frame, const HomeModel& model, const HomeSession& session, Box box) {
  Painter& painter = frame.painter;
  painter.fill_box(box, radius::thumbnail, frame.theme.bg.paper);
  if (session.trouble.empty() && model.draw_thumbnail) {
    const ClipScope clip(painter, box.grown(-2));
    Frame small = frame;
    small.area = box;
    model.draw_thumbnail(small, session.workshop);
  } else if (!session.trouble.empty()) {
    painter.icon(box.center(), Icon::warning, Face::icon_fill, 48, frame.theme.status.danger);
  }
}

void draw_session_words(const Frame& frame, const HomeSession& session, std::string_view title, Vec at, float width) {
  const Theme& theme = frame.theme;
  draw_label(frame.painter, at, title, {desk_type::section, theme.ink.primary}, width);
  const bool sound = session.trouble.empty();
  const std::string& second = sound ? session.workshop.subtitle : session.trouble;
  draw_label(frame.painter, at + Vec{0, 27}, second, {desk_type::body, sound ? theme.ink.secondary : theme.status.danger}, width);
  if (sound) draw_label(frame.painter, at + Vec{0, second.empty() ? 28.5F : 55.5F}, session_facts(session), {desk_type::small_body, theme.ink.tertiary}, width);
}

void draw_session(const Frame& frame, const HomeModel& model, const HomeSession& session, Box box, bool newest, Commands& commands) {
  const Theme& theme = frame.theme;
  ImGui::PushID(session.path.c_str());
  const std::string title = title_of(session);
  const Box card{box.min, {box.max.x, box.max.y + 100}};
  if (tap_area(frame, title.c_str(), card)) commands.ask(OpenSession{session.path});
  tip(frame, card, session.trouble);
  const ItemLook item = look_of_item(frame);
  draw_elevation(frame.painter, theme, box, radius::thumbnail, between(theme.shadow_rest, theme.shadow_raised, item.hover));
  draw_thumbnail(frame, model, session, box);
  // The newest is the one to go on with.
  if (newest) frame.painter.stroke_box(box.grown(2), radius::thumbnail + 2, {theme.accent.base, line_width::selected});
  else frame.painter.stroke_box(box, radius::thumbnail, {mix(theme.line.hair, theme.line.strong, item.hover), line_width::thin});
  draw_focus_ring(frame, newest ? box.grown(2) : box, radius::thumbnail);
  draw_session_words(frame, session, title, box.min + Vec{2, box.height() + 16}, box.width() - (newest && box.width() >= home_look::beside_continue ? 140.0F : 4.0F));
  ImGui::PopID();
}

void draw_recent(const Frame& frame, const HomeLayout& layout, const HomeModel& model, HomeUi& ui, Commands& commands) {
  draw_home_heading(frame, layout, layout.sessions, "Recent sessions");
  const std::string all = "All " + std::to_string(model.recent.size()) + "##recent";
  if (!model.recent.empty() && home_link(frame, layout, all.c_str(), layout.sessions)) show_files(ui, false);
  if (model.recent.empty()) {
    draw_empty_state(frame, {{layout.left, layout.sessions + 41}, {layout.right, layout.templates - 79}},
                     {EmptyDrawing::bars, "No sessions yet", "Start one from a template below. It saves itself.", nullptr, false});
    return;
  }
  for (std::size_t i = 0; i < std::min(layout.columns * layout.rows, model.recent.size()); ++i) {
    const Box box = layout.session(i);
    // The newest one's Continue lies over its card, so it is reserved first and keeps the tap, and is drawn last.
    // A narrow card keeps the words their room: there it lies on the picture's corner.
    const bool beside = box.width() >= home_look::beside_continue;
    const Vec at = beside ? Vec{box.max.x - 4, box.max.y + 11} : box.max - Vec{space::s3, space::s3 + touch::min_target};
    const bool goes_on = i == 0 && model.recent[i].trouble.empty();
    const Box on = box_at(at.x - home_look::continue_width, at.y, home_look::continue_width, touch::min_target);
    if (goes_on && tap_area(frame, "Continue", on)) commands.ask(OpenSession{model.recent[i].path});
    const ItemLook look = goes_on ? look_of_item(frame) : ItemLook{};
    draw_session(frame, model, model.recent[i], box, i == 0, commands);
    if (goes_on) draw_button(frame, "Continue", on, {ButtonKind::soft}, look);
  }
}

}  // namespace

HomeLayout::HomeLayout(const Frame& frame, const HomeModel& model) {
  using namespace home_look;
  compact = frame.size.x < roomy_width || frame.size.y < roomy_height;
  const float margin = compact ? compact_margin : desk::home_margin;
  left = margin;
  right = frame.size.x - margin;
  top = compact ? compact_top : roomy_top;
  sessions = top + (compact ? compact_heading : roomy_heading);
  if (!model.boxes.empty()) {
    banner = box_at(left, top + above_banner, right - left, control::banner_height);
    sessions = banner.max.y + below_banner;
  }
  gap = session_gap;
  const float wide = right - left;
  const auto fit = [wide](float least, float between) { return static_cast<std::size_t>(std::max(1.0F, (wide + between) / (least + between))); };
  columns = compact ? std::clamp<std::size_t>(fit(session_least, gap), 2, compact_most) : std::max(compact_most, fit(session_width, gap));
  width = (wide - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  template_gap = compact ? compact_template_gap : roomy_template_gap;
  template_height = compact ? compact_template : roomy_template;
  template_columns = compact ? std::clamp<std::size_t>(fit(template_least, template_gap), 1, 3) : template_most;
  template_width = (wide - template_gap * static_cast<float>(template_columns - 1)) / static_cast<float>(template_columns);
  const std::size_t lines = (std::min<std::size_t>(template_most, std::max<std::size_t>(1, model.templates.size())) + template_columns - 1) / template_columns;
  const float below = compact_between + templates_below + static_cast<float>(lines) * (template_height + template_gap);
  const float room = frame.size.y - (sessions + sessions_below) - below;  // for the sessions
  height = std::ceil(width * design_height / design_width);
  if (compact) height = std::clamp(room - session_words, least_picture, height);
  const float row = height + session_words + row_gap;
  rows = compact ? std::clamp<std::size_t>(static_cast<std::size_t>(std::max(0.0F, (room + row_gap) / row)), 1, session_rows) : 1;
  const std::size_t used = std::clamp<std::size_t>((model.recent.size() + columns - 1) / columns, 1, rows);
  templates = sessions + sessions_below + static_cast<float>(used) * row - row_gap + (compact ? compact_between : roomy_between);
}

Box HomeLayout::session(std::size_t i) const {
  const float x = left + static_cast<float>(i % columns) * (width + gap);
  return box_at(x, sessions + home_look::sessions_below + static_cast<float>(i / columns) * (height + home_look::session_words + home_look::row_gap), width, height);
}

Box HomeLayout::card(std::size_t i) const {
  const float x = left + static_cast<float>(i % template_columns) * (template_width + template_gap);
  return box_at(x, templates + home_look::templates_below + static_cast<float>(i / template_columns) * (template_height + template_gap), template_width, template_height);
}

void draw_home_heading(const Frame& frame, const HomeLayout& layout, float y, std::string_view text) {
  draw_label(frame.painter, {layout.left, y}, text, {desk_type::title, frame.theme.ink.primary, Align::left, Anchor::middle});
}

bool home_link(const Frame& frame, const HomeLayout& layout, const char* label, float y) {
  const std::string_view text = visible(label);
  const float width = label_width(frame.painter, text, desk_type::body_medium) + 28;
  const Box box = box_at(layout.right - width, y - 24, width, 48);
  const bool tapped = tap_area(frame, label, box);
  const Color ink = mix(frame.theme.ink.secondary, frame.theme.ink.primary, look_of_item(frame).hover);
  draw_label(frame.painter, {box.min.x, y}, text, {desk_type::body_medium, ink, Align::left, Anchor::middle});
  frame.painter.icon({layout.right - 8, y}, Icon::caret_right, Face::icon_bold, 18, ink);
  draw_focus_ring(frame, box, radius::control);
  return tapped;
}

std::string file_of(const HomeSession& session) { return session.path.substr(session.path.rfind('/') + 1); }

std::string title_of(const HomeSession& session) { return session.workshop.title.empty() ? file_of(session) : session.workshop.title; }

std::string session_facts(const HomeSession& session) {
  if (session.workshop.started_ms == 0) return {};  // nothing of it is known
  std::string date = date_words(session.workshop.started_ms);
  date = date.substr(0, date.rfind(' '));  // recent: the year says nothing
  if (session.minutes > 0) date += ", " + duration_words(session.minutes);
  if (session.people > 0) date += ", " + std::to_string(session.people) + (session.people == 1 ? " person" : " people");
  return date;
}

void draw_home(const Frame& outer, const HomeModel& model, HomeUi& ui, Commands& commands) {
  const Frame frame = outer.desk();
  const HomeLayout layout(frame, model);
  const bool sheet = ui.sheet != HomeUi::Sheet::none;
  if (const ImGuiContext& gui = *ImGui::GetCurrentContext(); !sheet) ui.focus_below = gui.NavCursorVisible ? gui.NavId : 0;
  {
    const CoveredItems below(sheet || ui.asks());
    draw_top(frame, layout, ui, commands);
    draw_lone_boxes(frame, layout, model, ui);
    draw_recent(frame, layout, model, ui, commands);
    draw_templates(frame, layout, model, ui);
  }
  if (sheet) {
    const CoveredItems below(ui.asks());
    const Entrance entrance(frame, "home sheet");
    draw_scrim(frame, entrance.shown());
    if (ui.sheet == HomeUi::Sheet::new_session) draw_new_sheet(entrance.frame(), model, ui, commands);
    else draw_files_sheet(entrance.frame(), model, ui, commands);
    if (ui.sheet == HomeUi::Sheet::none && ui.focus_below != 0) {
      ImGui::SetFocusID(ui.focus_below, ImGui::GetCurrentWindow());  // a field of the sheet had it meanwhile
      ImGui::SetNavCursorVisible(true);
    }
  }
  if (ui.asks()) draw_home_question(frame, model, ui, commands);
}

}  // namespace standpoint
