// Draws the home screen: the bar on top and the recent sessions. Templates are in home_templates.cpp, sheets in
// home_sheets.cpp. Called by app.cpp when no session is open. It opens nothing itself: it asks through intents.
#include "app/screens/home.h"

#include <algorithm>
#include <string_view>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/paint/mark.h"
#include "app/screens/home_parts.h"
#include "app/screens/time_words.h"
#include "app/widgets/controls.h"
#include "app/widgets/layers.h"
#include "app/widgets/notices.h"

namespace standpoint {
namespace {

void draw_top(const Frame& frame, HomeUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  paint_mark(frame.painter, frame.theme, {home_left + 22, 72}, 19);
  draw_label(frame.painter, {home_left + 60, 72}, "Standpoint", {stage_type::heading, theme.ink.primary, Align::left, Anchor::middle});
  if (icon_button(frame, "Settings", box_at(home_right - 56, 44, 56, 56), Icon::gear_six, {ButtonKind::quiet, {}, true, false, false, 28}))
    commands.ask(ShowSettings{});
  const ButtonLook fresh{ButtonKind::primary, Icon::plus}, review{ButtonKind::secondary, Icon::clock_counter_clockwise};
  const float new_width = button_width(frame, "New session", fresh, control::button_high);
  const float review_width = button_width(frame, "Review a session", review, control::button_high);
  const float new_x = home_right - 72 - new_width, review_x = new_x - 16 - review_width;
  if (button(frame, "Review a session", box_at(review_x, 44, review_width, control::button_high), review)) {
    ui.sheet = HomeUi::Sheet::files;
    ui.to_review = true;
    ui.error.clear();
  }
  if (button(frame, "New session", box_at(new_x, 44, new_width, control::button_high), fresh)) {
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
  draw_label(frame.painter, at + Vec{0, 27}, sound ? session.workshop.subtitle : session.trouble,
             {desk_type::body, sound ? theme.ink.secondary : theme.status.danger}, width);
  if (sound) draw_label(frame.painter, at + Vec{0, 55.5F}, session_facts(session), {desk_type::small_body, theme.ink.tertiary}, width);
}

void draw_session(const Frame& frame, const HomeModel& model, const HomeSession& session, Box box, bool newest, Commands& commands) {
  const Theme& theme = frame.theme;
  ImGui::PushID(session.path.c_str());
  const std::string title = title_of(session);
  const Box card{box.min, {box.max.x, box.max.y + 100}};
  if (tap_area(frame, title.c_str(), card)) commands.ask(OpenSession{session.path});
  const ItemLook item = look_of_item(frame);
  draw_elevation(frame.painter, theme, box, radius::thumbnail, between(theme.shadow_rest, theme.shadow_raised, item.hover));
  draw_thumbnail(frame, model, session, box);
  // The newest is the one to go on with.
  if (newest) frame.painter.stroke_box(box.grown(2), radius::thumbnail + 2, {theme.accent.base, line_width::selected});
  else frame.painter.stroke_box(box, radius::thumbnail, {mix(theme.line.hair, theme.line.strong, item.hover), line_width::thin});
  draw_focus_ring(frame, newest ? box.grown(2) : box, radius::thumbnail);
  draw_session_words(frame, session, title, box.min + Vec{2, box.height() + 16}, box.width() - (newest ? 140 : 4));
  ImGui::PopID();
}

void draw_recent(const Frame& frame, const HomeModel& model, HomeUi& ui, Commands& commands) {
  draw_home_heading(frame, 171, "Recent sessions");
  const std::string all = "All " + std::to_string(model.recent.size()) + "##recent";
  if (!model.recent.empty() && home_link(frame, all.c_str(), 171)) {
    ui.sheet = HomeUi::Sheet::files;
    ui.to_review = false;
  }
  if (model.recent.empty()) {
    draw_empty_state(frame, box_at(home_left, 212, home_right - home_left, 340),
                     {EmptyDrawing::bars, "No sessions yet", "Start one from a template below. It saves itself.", nullptr, false});
    return;
  }
  constexpr float width = 427.5F, height = 241, gap = 22;
  for (std::size_t i = 0; i < std::min<std::size_t>(4, model.recent.size()); ++i) {
    const Box box = box_at(home_left + static_cast<float>(i) * (width + gap), 211, width, height);
    // The newest one's Continue lies over its card, so it is reserved first and keeps the tap.
    if (i == 0 && model.recent[i].trouble.empty() &&
        button(frame, "Continue", box_at(box.max.x - 119, box.max.y + 11, 115, touch::min_target), {ButtonKind::soft}))
      commands.ask(OpenSession{model.recent[i].path});
    draw_session(frame, model, model.recent[i], box, i == 0, commands);
  }
}

}  // namespace

void draw_home_heading(const Frame& frame, float y, std::string_view text) {
  draw_label(frame.painter, {home_left, y}, text, {desk_type::title, frame.theme.ink.primary, Align::left, Anchor::middle});
}

bool home_link(const Frame& frame, const char* label, float y) {
  const std::string_view text = visible(label);
  const float width = label_width(frame.painter, text, desk_type::body_medium) + 28;
  const Box box = box_at(home_right - width, y - 24, width, 48);
  const bool tapped = tap_area(frame, label, box);
  const Color ink = mix(frame.theme.ink.secondary, frame.theme.ink.primary, look_of_item(frame).hover);
  draw_label(frame.painter, {box.min.x, y}, text, {desk_type::body_medium, ink, Align::left, Anchor::middle});
  frame.painter.icon({home_right - 8, y}, Icon::caret_right, Face::icon_bold, 18, ink);
  draw_focus_ring(frame, box, radius::control);
  return tapped;
}

std::string title_of(const HomeSession& session) {
  return session.workshop.title.empty() ? session.path.substr(session.path.rfind('/') + 1) : session.workshop.title;
}

std::string session_facts(const HomeSession& session) {
  std::string date = date_words(session.workshop.started_ms);
  date = date.substr(0, date.rfind(' '));  // recent: the year says nothing
  if (session.minutes > 0) date += ", " + duration_words(session.minutes);
  if (session.people > 0) date += ", " + std::to_string(session.people) + (session.people == 1 ? " person" : " people");
  return date;
}

void draw_home(const Frame& frame, const HomeModel& model, HomeUi& ui, Commands& commands) {
  const bool sheet = ui.sheet != HomeUi::Sheet::none;
  {
    const CoveredItems below(sheet);
    draw_top(frame, ui, commands);
    draw_recent(frame, model, ui, commands);
    draw_templates(frame, model, ui);
  }
  if (!sheet) return;
  const Entrance entrance(frame, "home sheet");
  draw_scrim(frame, entrance.shown());
  if (ui.sheet == HomeUi::Sheet::new_session) draw_new_sheet(entrance.frame(), model, ui, commands);
  else draw_files_sheet(entrance.frame(), model, ui, commands);
}

}  // namespace standpoint
