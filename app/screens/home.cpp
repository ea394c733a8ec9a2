// Draws the home screen. Called by app.cpp when no session is open. It opens nothing itself: it asks through intents.
#include "app/screens/home.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

constexpr float left = desk::home_margin, right = design_width - desk::home_margin;

struct Date {
  int year, month, day, weekday;  // month 1..12, weekday 0 = Sunday
};

// Days since 1970-01-01 to a civil date (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
Date date_of(std::int64_t ms) {
  const std::int64_t days = (ms >= 0 ? ms : ms - 86'399'999) / 86'400'000;
  const std::int64_t z = days + 719'468;
  const std::int64_t era = (z >= 0 ? z : z - 146'096) / 146'097;
  const std::int64_t doe = z - era * 146'097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36'524 - doe / 146'096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const auto day = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
  const auto month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  return {static_cast<int>(yoe + era * 400 + (month <= 2 ? 1 : 0)), month, day, static_cast<int>(((days % 7) + 11) % 7)};
}

void draw_mark(const Frame& frame, Vec centre) {
  const Theme& theme = frame.theme;
  // The mark: a ring open towards the top right, an indigo heart, a small ink satellite in the opening.
  frame.painter.arc(centre, 16, -0.45F, 4.9F, {theme.ink.primary, 6, {}, Cap::round});
  frame.painter.fill_circle(centre, 7, theme.accent.base);
  frame.painter.fill_circle(centre + Vec{9, -15}, 4, theme.ink.primary);
}

void draw_top(const Frame& frame, HomeUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  draw_mark(frame, {left + 22, 72});
  draw_label(frame.painter, {left + 60, 72}, "Standpoint", {stage_type::heading, theme.ink.primary, Align::left, Anchor::middle});
  if (icon_button(frame, theme.dark ? "Light theme" : "Dark theme", box_at(right - 56, 44, 56, 56),
                  theme.dark ? Icon::sun : Icon::moon, {ButtonKind::quiet}))
    commands.ask(ToggleTheme{});
  const ButtonLook fresh{ButtonKind::primary, Icon::plus}, review{ButtonKind::secondary, Icon::clock_counter_clockwise};
  const float new_width = button_width(frame, "New session", fresh), review_width = button_width(frame, "Review a session", review);
  const float new_x = right - 72 - new_width, review_x = new_x - 16 - review_width;
  if (button(frame, "Review a session", box_at(review_x, 44, review_width, 56), review)) {
    ui.sheet = HomeUi::Sheet::files;
    ui.to_review = true;
    ui.error.clear();
  }
  if (button(frame, "New session", box_at(new_x, 44, new_width, 56), fresh)) {
    ui.sheet = HomeUi::Sheet::new_session;
    ui.template_name.clear();
    ui.title_draft.clear();
    ui.error.clear();
    ui.focus_field = true;
  }
}

void draw_heading(const Frame& frame, float y, std::string_view text) {
  draw_label(frame.painter, {left, y}, text, {desk_type::title, frame.theme.ink.primary, Align::left, Anchor::middle});
}

bool quiet_link(const Frame& frame, const char* label, float y) {
  const std::string_view text = std::string_view(label).substr(0, std::string_view(label).find("##"));
  const float width = label_width(frame.painter, text, desk_type::body) + 28;
  const Box box = box_at(right - width, y - 24, width, 48);
  const bool tapped = tap_area(frame, label, box);
  const Color ink = ImGui::IsItemHovered() ? frame.theme.ink.primary : frame.theme.ink.secondary;
  draw_label(frame.painter, {box.min.x, y}, text, {desk_type::body, ink, Align::left, Anchor::middle});
  frame.painter.icon({right - 8, y}, Icon::caret_right, Face::icon_bold, 18, ink);
  draw_focus_ring(frame, box, radius::control);
  return tapped;
}

std::string session_facts(const HomeSession& session) {
  std::string date = date_words(session.workshop.started_ms);
  date = date.substr(0, date.rfind(' '));  // recent: the year says nothing
  if (session.minutes > 0) date += ", " + duration_words(session.minutes);
  if (session.people > 0) date += ", " + std::to_string(session.people) + (session.people == 1 ? " person" : " people");
  return date;
}

void draw_thumbnail(const Frame& frame, const HomeModel& model, const HomeSession& session, Box box) {
  Painter& painter = frame.painter;
  draw_elevation(painter, frame.theme, box, radius::thumbnail, frame.theme.shadow_rest);
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

void draw_session(const Frame& frame, const HomeModel& model, const HomeSession& session, Box box, bool newest, Commands& commands) {
  const Theme& theme = frame.theme;
  ImGui::PushID(session.path.c_str());
  const std::string title = session.workshop.title.empty() ? session.path.substr(session.path.rfind('/') + 1) : session.workshop.title;
  const Box card{box.min, {box.max.x, box.max.y + 100}};
  // The main act on a card: go on with the newest, look at an older one.
  if (tap_area(frame, title.c_str(), card)) commands.ask(OpenSession{session.path});
  const bool hot = ImGui::IsItemHovered();
  draw_focus_ring(frame, box, radius::thumbnail);
  draw_thumbnail(frame, model, session, box);
  const bool marked = newest || hot;
  frame.painter.stroke_box(box, radius::thumbnail, {marked ? theme.accent.base : theme.line.hair, marked ? line_width::selected : line_width::thin});
  const float facts_width = box.width() - (newest ? 150 : 0);
  Vec pen = box.min + Vec{2, box.height() + 16};
  draw_label(frame.painter, pen, title, {desk_type::heading.scaled(0.91F), theme.ink.primary}, facts_width);
  draw_label(frame.painter, pen + Vec{0, 28}, session.trouble.empty() ? session.workshop.subtitle : session.trouble,
             {desk_type::body, session.trouble.empty() ? theme.ink.secondary : theme.status.danger}, facts_width);
  if (session.trouble.empty())
    draw_label(frame.painter, pen + Vec{0, 57}, session_facts(session), {desk_type::label, theme.ink.tertiary}, facts_width);
  ImGui::PopID();
}

void draw_recent(const Frame& frame, const HomeModel& model, HomeUi& ui, Commands& commands) {
  draw_heading(frame, 172, "Recent sessions");
  const std::string all = "All " + std::to_string(model.recent.size()) + "##recent";
  if (!model.recent.empty() && quiet_link(frame, all.c_str(), 172)) {
    ui.sheet = HomeUi::Sheet::files;
    ui.to_review = false;
  }
  if (model.recent.empty()) {
    const Box box = box_at(left, 212, right - left, 340);
    frame.painter.stroke_box(box, radius::thumbnail, {frame.theme.line.hair, line_width::regular});
    draw_empty_lines(frame, box.center() - Vec{0, 24}, "No sessions yet", "Start one from a template below. It saves itself.");
    return;
  }
  const float width = 428, height = 241, gap = 22;
  for (std::size_t i = 0; i < std::min<std::size_t>(4, model.recent.size()); ++i) {
    const Box box = box_at(left + static_cast<float>(i) * (width + gap), 212, width, height);
    // The newest one's Continue lies over its card, so it is reserved first and keeps the tap.
    if (i == 0 && model.recent[i].trouble.empty() &&
        button(frame, "Continue", box_at(box.max.x - 118, box.max.y + 12, 116, 48), {ButtonKind::secondary, {}, true, false, true}))
      commands.ask(OpenSession{model.recent[i].path});
    draw_session(frame, model, model.recent[i], box, i == 0, commands);
  }
}

// The little pictures of the six templates: what the method looks like when it is done.
void draw_template_picture(const Frame& frame, std::string_view name, Box box) {
  const Theme& t = frame.theme;
  Painter& p = frame.painter;
  const Vec c = box.center();
  const Stroke line{t.line.soft, line_width::regular};
  if (name == "stakeholder-mapping") {
    p.fill(superellipse_path(c, {98, 58}, map_look::ring_exponent, 96), t.bg.sunken);
    p.stroke(superellipse_path(c, {98, 58}, map_look::ring_exponent, 96), line);
    p.fill(superellipse_path(c, {58, 34}, map_look::ring_exponent, 96), t.bg.surface);
    p.stroke(superellipse_path(c, {58, 34}, map_look::ring_exponent, 96), line);
    for (const Vec to : {Vec{-64, -12}, Vec{54, -26}, Vec{40, 32}}) p.line(c, c + to, {t.ink.secondary, 2.5F});
    p.fill_circle(c, 17, t.stance.leading);
    p.fill_circle(c + Vec{-64, -12}, 12, t.stance.neutral);
    p.fill_circle(c + Vec{-30, 30}, 8, t.stance.supportive);
    p.fill(diamond_path(c + Vec{54, -26}, 16, 4), t.stance.supportive);
    p.fill(hexagon_path(c + Vec{40, 32}, 15, 3), t.stance.resistant);
  } else if (name == "power-interest") {
    const Box plane = box_around(c, 64, 58);
    p.fill_box(plane, 8, t.bg.surface);
    p.stroke_box(plane, 8, line);
    p.line({c.x, plane.min.y}, {c.x, plane.max.y}, line);
    p.line({plane.min.x, c.y}, {plane.max.x, c.y}, line);
    for (const Vec at : {Vec{-30, -24}, Vec{-40, 38}, Vec{-22, 26}, Vec{40, 30}}) p.fill_circle(c + at, 6, t.ink.secondary);
    p.fill_ellipse(c + Vec{31, -28}, {24, 17}, 0, t.accent.soft);
    p.stroke_ellipse(c + Vec{31, -28}, {24, 17}, 0, {t.accent.base, 2, {5, 4}});
    p.fill_circle(c + Vec{31, -28}, 7, t.accent.base);
  } else if (name == "dot-vote-retro") {
    for (int row = 0; row < 3; ++row) {
      const Box bar = box_around(c + Vec{0, static_cast<float>(row - 1) * 40}, 84, 15);
      p.fill_box(bar, 9, t.bg.surface);
      p.stroke_box(bar, 9, line);
      for (int dot = 0; dot < 5 - 2 * row; ++dot)
        p.fill_circle({bar.min.x + 20 + static_cast<float>(dot) * 22, bar.center().y}, 8, row == 0 ? t.accent.base : t.dot.others);
    }
  } else if (name == "design-sprint-day-1") {
    const std::array<Color, 5> colors{t.card.lemon, t.card.sky, t.card.mint, t.card.lilac, t.card.rose};
    for (int i = 0; i < 5; ++i) {
      const Box sheet = box_around(c + Vec{static_cast<float>(i - 2) * 41, i % 2 == 0 ? -12.0F : -6.0F}, 17, i % 2 == 0 ? 36.0F : 27.0F);
      p.fill_box(sheet, 5, colors[static_cast<std::size_t>(i)]);
      p.stroke_box(sheet, 5, {t.line.hair, 1.5F});
    }
    p.line(c + Vec{-100, 48}, c + Vec{96, 48}, {t.ink.secondary, 2});
    p.fill(arrow_path(c + Vec{102, 48}, {1, 0}, 12, 12, 0.4F), t.ink.secondary);
  } else if (name == "value-proposition") {
    const Box square = box_around(c + Vec{-64, 0}, 44, 48);
    p.fill_box(square, 8, t.bg.surface);
    p.stroke_box(square, 8, line);
    p.fill_box(box_around(c + Vec{-92, 0}, 9, 11), 3, t.card.lemon);
    p.fill_box(box_around(c + Vec{-48, -22}, 16, 11), 3, t.card.mint);
    p.fill_box(box_around(c + Vec{-48, 22}, 16, 11), 3, t.card.sky);
    p.fill_circle(c + Vec{54, 0}, 50, t.bg.surface);
    p.stroke_circle(c + Vec{54, 0}, 50, line);
    for (const Vec to : {Vec{0, -50}, Vec{44, 25}, Vec{-44, 25}}) p.line(c + Vec{54, 0}, c + Vec{54, 0} + to, line);
    p.fill_box(box_around(c + Vec{32, -14}, 14, 10), 3, t.card.mint);
    p.fill_box(box_around(c + Vec{78, -10}, 14, 10), 3, t.card.lemon);
    p.fill_box(box_around(c + Vec{54, 28}, 15, 10), 3, t.card.rose);
  } else if (name == "relationship-check-in") {
    constexpr std::array<std::pair<float, float>, 4> bars{{{15, 56}, {36, 36}, {9, 46}, {26, 18}}};
    for (std::size_t i = 0; i < bars.size(); ++i) {
      const float y = c.y - 45 + static_cast<float>(i) * 30;
      const Box bad{{c.x - bars[i].first, y - 7}, {c.x, y + 7}};
      p.fill_box(bad, 3, t.ledger.withdrawal);
      p.hatch(bad, 3, 6, {t.bg.sunken, 1.5F});
      p.fill_box({{c.x, y - 7}, {c.x + bars[i].second, y + 7}}, 3, t.ledger.deposit);
    }
    p.line(c + Vec{0, -64}, c + Vec{0, 64}, {t.ink.secondary, 2});
  } else {
    p.icon(c, Icon::squares_four, Face::icon_regular, 64, t.line.strong);
  }
}

void draw_templates(const Frame& frame, const HomeModel& model, HomeUi& ui) {
  draw_heading(frame, 632, "New session from a template");
  if (quiet_link(frame, "Start blank", 632)) {
    ui.sheet = HomeUi::Sheet::new_session;
    ui.template_name.clear();
    ui.title_draft.clear();
    ui.focus_field = true;
  }
  const float width = 277, gap = 23.2F;
  for (std::size_t i = 0; i < std::min<std::size_t>(6, model.templates.size()); ++i) {
    const HomeTemplate& item = model.templates[i];
    const Box card = box_at(left + static_cast<float>(i) * (width + gap), 674, width, 316);
    if (tap_area(frame, item.title.c_str(), card)) {
      ui.sheet = HomeUi::Sheet::new_session;
      ui.template_name = item.name;
      ui.title_draft = item.title;
      ui.focus_field = true;
      ui.error.clear();
    }
    const bool hot = ImGui::IsItemHovered();
    draw_elevation(frame.painter, frame.theme, card, radius::panel, hot ? frame.theme.shadow_raised : frame.theme.shadow_rest);
    frame.painter.fill_box(card, radius::panel, frame.theme.bg.surface);
    draw_focus_ring(frame, card, radius::panel);
    const Box picture = box_at(card.min.x + 16, card.min.y + 16, width - 32, 180);
    frame.painter.fill_box(picture, 12, frame.theme.bg.paper);
    draw_template_picture(frame, item.name, picture);
    const float height = draw_wrapped_label(frame.painter, card.min + Vec{20, 212}, item.title,
                                            {desk_type::body_strong.scaled(1.06F), frame.theme.ink.primary}, width - 40, 2);
    draw_label(frame.painter, card.min + Vec{20, 214 + height}, item.about, {desk_type::label, frame.theme.ink.tertiary}, width - 40);
  }
}

Box draw_sheet_ground(const Frame& frame, float width, float height) {
  frame.painter.fill_box(box_at(-2000, -2000, design_width + 4000, design_height + 4000), 0, frame.theme.bg.scrim.with_alpha(0.5F));
  const Box box = box_around({design_width / 2, design_height / 2}, width / 2, height / 2);
  draw_elevation(frame.painter, frame.theme, box, radius::sheet, frame.theme.shadow_overlay);
  frame.painter.fill_box(box, radius::sheet, frame.theme.bg.surface);
  return box;
}

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

void draw_file_row(const Frame& frame, const HomeSession& session, Box row, HomeUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  ImGui::PushID(session.path.c_str());
  const std::string title = session.workshop.title.empty() ? session.path.substr(session.path.rfind('/') + 1) : session.workshop.title;
  if (tap_area(frame, title.c_str(), row)) {
    if (ui.to_review) commands.ask(ReviewSession{session.path});
    else commands.ask(OpenSession{session.path});
    ui.sheet = HomeUi::Sheet::none;
  }
  if (ImGui::IsItemHovered()) frame.painter.fill_box(row, radius::control, theme.bg.sunken);
  draw_focus_ring(frame, row, radius::control);
  frame.painter.icon({row.min.x + 32, row.center().y}, session.trouble.empty() ? Icon::file : Icon::warning, Face::icon_bold, 24,
                     session.trouble.empty() ? theme.ink.secondary : theme.status.danger);
  draw_label(frame.painter, {row.min.x + 64, row.min.y + 8}, title, {desk_type::body_strong, theme.ink.primary}, row.width() - 90);
  draw_label(frame.painter, {row.min.x + 64, row.min.y + 35}, session.trouble.empty() ? session_facts(session) : session.trouble,
             {desk_type::caption, theme.ink.tertiary}, row.width() - 90);
  ImGui::PopID();
}

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
    draw_empty_lines(frame, list.center() - Vec{0, 30}, "No sessions to review", "Finished sessions appear here.");
  {
    const ClipScope clip(frame.painter, list);
    for (std::size_t i = 0; i < model.recent.size(); ++i) {
      const Box row = box_at(list.min.x, list.min.y - ui.scroll + static_cast<float>(i) * desk::row_height, list.width(), desk::row_height);
      if (row.max.y > list.min.y + 8 && row.min.y < list.max.y - 8) draw_file_row(frame, model.recent[i], row, ui, commands);
    }
  }
  const FieldResult field = text_field(frame, "Path of a session file", box_at(box.min.x + 40, box.max.y - 96, 620, control::field_height), ui.path_draft,
                                       {.hint = "or the path of a .standpoint file", .error = ui.error, .caption = {}});
  const bool go = button(frame, "Open the file", box_at(box.max.x - 200, box.max.y - 92, 160, control::button_height), {ButtonKind::secondary, {}, !ui.path_draft.empty()});
  if (!(go || (field.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false))) || ui.path_draft.empty()) return;
  if (ui.to_review) commands.ask(ReviewSession{ui.path_draft});
  else commands.ask(OpenSession{ui.path_draft});
  ui.sheet = HomeUi::Sheet::none;
}

}  // namespace

std::string date_words(std::int64_t ms) {
  constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Date date = date_of(ms);
  return std::string(days[static_cast<std::size_t>(date.weekday)]) + " " + std::to_string(date.day) + " " +
         std::string(months[static_cast<std::size_t>(date.month - 1)]) + " " + std::to_string(date.year);
}

std::string duration_words(std::int64_t minutes) {
  if (minutes < 60) return std::to_string(minutes) + " min";
  const std::int64_t rest = minutes % 60;
  return std::to_string(minutes / 60) + " h " + (rest < 10 ? "0" : "") + std::to_string(rest) + " min";
}

std::string plan_words(std::int64_t minutes) {
  if (minutes > 120 && minutes % 60 == 0) return std::to_string(minutes / 60) + " h";
  return minutes <= 120 ? std::to_string(minutes) + " min" : duration_words(minutes);
}

void draw_home(const Frame& frame, const HomeModel& model, HomeUi& ui, Commands& commands) {
  const bool sheet = ui.sheet != HomeUi::Sheet::none;
  ImGui::BeginDisabled(sheet);  // what lies under a sheet takes no tap and no focus
  draw_top(frame, ui, commands);
  draw_recent(frame, model, ui, commands);
  draw_templates(frame, model, ui);
  ImGui::EndDisabled();
  if (!sheet) return;
  if (ui.sheet == HomeUi::Sheet::new_session) draw_new_sheet(frame, model, ui, commands);
  else draw_files_sheet(frame, model, ui, commands);
}

}  // namespace standpoint
