// Passes the screen from page to page, and draws the names. The inputs are drawn by their kinds (app/activities), the pages
// between two people in between.cpp. See screen.h.
#include "app/screens/pass/screen.h"

#include <algorithm>

#include <imgui.h>

#include "app/activities/activities.h"
#include "app/activities/heading.h"
#include "app/activities/moment.h"
#include "app/design/theme.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/pass/pages.h"
#include "app/widgets/controls.h"
#include "app/widgets/frame_scope.h"
#include "core/activities/activities.h"
#include "core/workshop/names.h"

namespace standpoint {
namespace {

constexpr float name_width = 436, name_height = 96, name_gap = 16, names_top = 252, names_foot = 96;
// Below this scale letters and buttons of a page would be too small for whoever it was handed to: then it is laid out in fewer pixels.
constexpr float least_scale = 0.625F;

// The people who share this screen. Its own seat only when a participant sits at it: a facilitator runs the room.
std::vector<const Seat*> people_here(const Workshop& workshop, SeatId me) {
  std::vector<const Seat*> people;
  for (const Seat& seat : workshop.seats)
    if (seat.present && (seat.carried_by == me || (seat.id == me && seat.role == Role::participant))) people.push_back(&seat);
  return people;
}

void hand_to(PassUi& ui, SeatId seat) {
  wipe(ui.draft);
  ui.seat = seat;
  ui.page = PassUi::Page::hand_over;
}

void draw_name(const Frame& frame, const Activity& activity, const Seat& seat, bool done, Box box, PassUi& ui) {
  const Theme& theme = frame.theme;
  ImGui::PushID(static_cast<int>(seat.id.value));
  if (tap_area(frame, (seat.name + "##name").c_str(), box)) hand_to(ui, seat.id);
  const bool hot = ImGui::IsItemHovered(), pressed = ImGui::IsItemActive();
  if (!done || hot) draw_elevation(frame.painter, theme, box, radius::panel, hot && !pressed ? theme.shadow_raised : theme.shadow_rest);
  frame.painter.fill_box(box, radius::panel, pressed ? theme.bg.sunken : done && !hot ? theme.bg.paper : theme.bg.surface);
  if (done) frame.painter.stroke_box(box, radius::panel, {theme.line.hair, line_width::thin});
  draw_avatar(frame, {box.min.x + 52, box.center().y}, 28, seat.name, done);
  const TextStyle style = stage_type::strong;
  const float y = done ? box.center().y - 15 : box.center().y;
  draw_label(frame.painter, {box.min.x + 100, y}, seat.name,
             {style, done ? theme.ink.secondary : theme.ink.primary, Align::left, Anchor::middle}, box.width() - 124);
  if (done) {
    const std::string has = "Has " + std::string(rules_of(activity).input.done);
    frame.painter.text({box.min.x + 100, y + 32}, has, {stage_type::label, theme.ink.tertiary, Align::left, Anchor::middle});
  }
  draw_focus_ring(frame, box, radius::panel);
  ImGui::PopID();
}

void draw_new_name(const Frame& frame, const Workshop& workshop, Box box, PassUi& ui, Commands& commands) {
  if (!ui.naming) {
    if (button(frame, "Add a name", box, {ButtonKind::secondary, Icon::user_plus})) ui.naming = true;
    return;
  }
  const Box field_box = box_at(box.min.x, box.center().y - 30, box.width() - 120, 60);
  const FieldResult field = text_field(frame, "Name", field_box, ui.new_name,
                                       {.hint = "First and last name", .focus_now = ui.new_name.empty() && !ImGui::IsAnyItemActive(), .typed = TypedAs::name});
  const bool add = button(frame, "Add", {{field_box.max.x + 12, field_box.min.y}, {box.max.x, field_box.max.y}},
                          {ButtonKind::primary, {}, !ui.new_name.empty()});
  if (field.cancelled) {
    ui.naming = false;
    ui.new_name.clear();
  } else if ((add || (field.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false))) && !ui.new_name.empty()) {
    commands.add(JoinSeat{next_seat(workshop), clean_name(ui.new_name), Role::participant, frame.me});
    ui.new_name.clear();  // the field stays, for the next name
  }
}

void draw_names_foot(const Frame& frame, Vec foot, std::size_t pages, PassUi& ui) {
  ui.names_page = std::min(ui.names_page, pages - 1);
  if (pages < 2) return;
  frame.painter.text(foot, std::to_string(ui.names_page + 1) + " of " + std::to_string(pages),
                     {stage_type::label, frame.theme.ink.secondary, Align::center, Anchor::middle});
  if (icon_button(frame, "Names before", box_around(foot - Vec{80, 0}, 24, 24), Icon::caret_left,
                  {ButtonKind::quiet, {}, ui.names_page > 0}))
    --ui.names_page;
  if (icon_button(frame, "Names after", box_around(foot + Vec{80, 0}, 24, 24), Icon::caret_right,
                  {ButtonKind::quiet, {}, ui.names_page + 1 < pages}))
    ++ui.names_page;
}

void draw_names_page(const Frame& frame, const Workshop& workshop, const Activity& activity, const SealedState& sealed, PassUi& ui,
                     Commands& commands) {
  draw_heading(frame, icon_of(activity.kind), "Pass the screen", progress_words(activity, sealed), activity.title);
  const PassPage page(frame);
  draw_secrecy(frame, activity, {page.left, 196});
  const std::vector<const Seat*> people = people_here(workshop, frame.me);
  const Box names{{page.left, names_top}, {page.right, page.bottom - names_foot}};
  const auto fit = [](float room, float one) { return static_cast<std::size_t>(std::max(1.0F, (room + name_gap) / (one + name_gap))); };
  const std::size_t columns = fit(names.width(), name_width), per_page = columns * fit(names.height(), name_height);
  const std::size_t pages = (people.size() + 1 + per_page - 1) / per_page;
  draw_names_foot(frame, {page.middle, page.bottom - names_foot / 2}, pages, ui);
  const float width = (names.width() - static_cast<float>(columns - 1) * name_gap) / static_cast<float>(columns);
  const std::size_t first = ui.names_page * per_page;
  for (std::size_t n = 0; n < per_page && first + n <= people.size(); ++n) {
    const Box box = box_at(names.min.x + static_cast<float>(n % columns) * (width + name_gap),
                           names.min.y + static_cast<float>(n / columns) * (name_height + name_gap), width, name_height);
    if (first + n < people.size()) draw_name(frame, activity, *people[first + n], is_sealed(sealed, people[first + n]->id), box, ui);
    else draw_new_name(frame, workshop, box, ui, commands);
  }
  const float back = button_width(frame, "Back to the stage") + 12;
  if (button(frame, "Back to the stage", {{page.right - back, 56}, {page.right, 116}})) close_pass(ui);
  if (!ui.naming && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) close_pass(ui);
}

void draw_input_page(const Frame& frame, const Workshop& workshop, const Activity& activity, PassUi& ui, Commands& commands) {
  const Seat* seat = find(workshop, ui.seat);
  const std::string name = seat == nullptr ? std::string() : seat->name;
  draw_heading(frame, icon_of(activity.kind), name, rules_of(activity).input.in_secret, activity.title);
  draw_running_timer(frame, workshop, commands);
  keep_to_items(ui.draft, workshop, activity);
  const PassStep step = screens_of(activity).draw_pass(frame, workshop, activity, ui, commands);
  if (step == PassStep::sealed) commands.add(SealInput{activity.id, input_of(ui.draft, activity)}, ui.seat);
  if (step == PassStep::stays) return;
  wipe(ui.draft);
  if (step == PassStep::sealed) {
    ui.sent_by = ui.seat;
    ui.sent_at = frame.seconds;
  }
  ui.seat = {};
  ui.page = step == PassStep::sealed ? PassUi::Page::sent : PassUi::Page::names;
}

void draw_page(const Frame& frame, const Workshop& workshop, const Activity& activity, const SealedState& sealed, PassUi& ui, Commands& commands) {
  frame.painter.fill_box({{0, 0}, frame.size}, 0, frame.theme.bg.paper);
  ImGui::PushID("pass");
  ImGui::PushID(static_cast<int>(ui.page));
  switch (ui.page) {
    case PassUi::Page::names: draw_names_page(frame, workshop, activity, sealed, ui, commands); break;
    case PassUi::Page::hand_over: draw_hand_over_page(frame, workshop, activity, sealed, ui); break;
    case PassUi::Page::input: draw_input_page(frame, workshop, activity, ui, commands); break;
    case PassUi::Page::sent: draw_sent_page(frame, activity, sealed, ui, commands); break;
    case PassUi::Page::too_late: draw_too_late_page(frame, activity, ui); break;
  }
  ImGui::PopID();
  ImGui::PopID();
}


}  // namespace

void draw_pass_screen(const Frame& frame, const Workshop& workshop, const SealedState& sealed, PassUi& ui, Commands& commands) {
  const Activity* activity = find(workshop, ui.activity);
  const bool inside = ui.page == PassUi::Page::input || ui.page == PassUi::Page::hand_over;
  if (activity == nullptr || (activity->phase != Phase::open && !inside && ui.page != PassUi::Page::too_late)) {
    close_pass(ui);
    return;
  }
  if (activity->phase != Phase::open && inside) {
    wipe(ui.draft);
    ui.page = PassUi::Page::too_late;
  }
  if (frame.scale >= least_scale) return draw_page(frame, workshop, *activity, sealed, ui, commands);
  draw_fitted(frame, {design_width, design_height}, [&](Frame page) {
    page.desk_painter = frame.desk_painter;
    page.area = {{stage::margin_x, stage::header}, page.size - Vec{stage::margin_x, stage::margin_y}};
    draw_page(page, workshop, *activity, sealed, ui, commands);
  }, least_scale);
}

}  // namespace standpoint
