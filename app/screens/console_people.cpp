// Who takes part: connected or not, done or not, and nothing of what anybody answered. See console.h.
#include <algorithm>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/screens/console_parts.h"
#include "app/screens/stranded_words.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"

namespace standpoint {
namespace {

using namespace console_look;

constexpr float row_pitch = 48, least_column = 110, avatar = 18;

bool contains(const std::vector<SeatId>& seats, SeatId seat) { return std::find(seats.begin(), seats.end(), seat) != seats.end(); }

// Participants as they joined, then observers, then other facilitators; screens are no people.
std::vector<const Seat*> people_of(const Frame& frame, const Workshop& workshop) {
  std::vector<const Seat*> people;
  for (const Role role : {Role::participant, Role::observer, Role::facilitator})
    for (const Seat& seat : workshop.seats)
      if (seat.present && seat.role == role && seat.id != frame.me) people.push_back(&seat);
  return people;
}

std::string first_name(const std::string& name) { return name.substr(0, name.find(' ')); }

// The first name, or the whole one where two people share the first.
std::string short_name(const std::vector<const Seat*>& people, const Seat& seat) {
  const std::string first = first_name(seat.name);
  const auto same = std::count_if(people.begin(), people.end(), [&](const Seat* other) { return first_name(other->name) == first; });
  return same > 1 ? seat.name : first;
}

struct Person {
  std::string name;
  bool done = false;
  bool here = false;
};

void draw_person(const Frame& frame, const Seat& seat, const Person& person, Box box, ConsoleUi& ui) {
  const Theme& theme = frame.theme;
  ImGui::PushID(static_cast<int>(seat.id.value));
  if (tap_area(frame, seat.name.c_str(), box)) {
    ui.seat = seat.id;
    ui.name_draft = seat.name;
  }
  describe_item(frame, {.value = person.done ? "done" : person.here ? "here" : "not connected"});
  frame.painter.fill_box(box, radius::control, theme.bg.sunken.with_alpha(0.6F * look_of_item(frame).hover));
  const Vec face{box.min.x + avatar + 4, box.center().y};
  if (person.here || person.done) {
    draw_avatar(frame, face, avatar, seat.name, person.done);
  } else {  // no screen at the moment: an open ring with the sign of a lost line
    frame.painter.stroke_circle(face, avatar - 1, {theme.line.strong, line_width::thin, {4, 4}});
    frame.painter.icon(face, Icon::wifi_slash, Face::icon_bold, 17, theme.ink.tertiary);
  }
  float left = face.x + avatar + 10;
  if (seat.role != Role::participant) {
    frame.painter.icon({left + 8, face.y}, seat.role == Role::observer ? Icon::eye : Icon::star, Face::icon_bold, 16, theme.ink.tertiary);
    left += 22;
  }
  const Color ink = person.done ? theme.ink.primary : person.here ? theme.ink.secondary : theme.ink.tertiary;
  draw_label(frame.painter, {left, face.y}, person.name, {desk_type::caption, ink, Align::left, Anchor::middle}, box.max.x - left - 2);
  draw_focus_ring(frame, box, radius::control);
  ImGui::PopID();
}

// "9 of 14 done" while answers come in, else who is here.
std::string count_words(const Workshop& workshop, const ConsoleState& state, bool answering) {
  if (answering) return std::to_string(state.sealed.done) + " of " + std::to_string(state.sealed.of) + " done";
  const auto of = std::count_if(workshop.seats.begin(), workshop.seats.end(), [](const Seat& s) { return s.present && s.role == Role::participant; });
  return std::to_string(participants_here(workshop, state.here).size()) + " of " + std::to_string(of) + " here";
}

void draw_page_buttons(const Frame& frame, ConsoleUi& ui, std::size_t pages, Vec right_middle) {
  if (pages < 2) return;
  const Box after = box_at(right_middle.x - 44, right_middle.y - 24, 48, 48), before = box_at(after.min.x - 52, after.min.y, 48, 48);
  if (icon_button(frame, "People before", before, Icon::caret_left, {ButtonKind::quiet, {}, ui.people_page > 0})) --ui.people_page;
  if (icon_button(frame, "People after", after, Icon::caret_right, {ButtonKind::quiet, {}, ui.people_page + 1 < pages})) ++ui.people_page;
}

// Who would be here if their page could draw; returns how high it is.
float draw_stranded(const Frame& frame, const ConsoleState& state, Box box) {
  const std::string words = words_of_stranded(state.stranded);
  if (words.empty()) return 0;
  frame.painter.icon({box.min.x + 30, box.min.y + 57}, Icon::warning, Face::icon_fill, 18, frame.theme.status.warning_ink);
  return draw_wrapped_label(frame.painter, box.min + Vec{46, 48}, words, {desk_type::detail, frame.theme.ink.secondary}, box.width() - 62, 2) + 8;
}

}  // namespace

void draw_console_people(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Box box) {
  const Theme& theme = frame.theme;
  draw_panel(frame, box);
  const ReadTogether panel(frame, "Participants", ReadTogether::As::panel);
  const Activity* activity = staged_activity(workshop);
  const bool secret = activity != nullptr && collects_inputs(workshop, *activity);
  const bool answering = secret && (activity->phase == Phase::open || activity->phase == Phase::closed);
  draw_label(frame.painter, box.min + Vec{20, 26}, "Participants", {card_title, theme.ink.primary, Align::left, Anchor::middle});
  frame.painter.text({box.max.x - 20, box.min.y + 27}, count_words(workshop, state, answering), {desk_type::detail, theme.ink.secondary, Align::right, Anchor::middle, {}, true});
  const std::vector<const Seat*> seated = people_of(frame, workshop);
  const float stranded = draw_stranded(frame, state, box);
  const Box list{box.min + Vec{16, 44 + stranded}, box.max - Vec{16, 47}};
  const auto columns = static_cast<std::size_t>(std::clamp(list.width() / least_column, 1.0F, 4.0F));
  const auto rows = static_cast<std::size_t>(std::max(1.0F, list.height() / row_pitch));
  const std::size_t per_page = columns * rows, pages = seated.empty() ? 1 : (seated.size() + per_page - 1) / per_page;
  ui.people_page = std::min(ui.people_page, pages - 1);
  const float width = (list.width() - 4) / static_cast<float>(columns);
  for (std::size_t i = ui.people_page * per_page; i < std::min(seated.size(), (ui.people_page + 1) * per_page); ++i) {
    const std::size_t n = i - ui.people_page * per_page;
    const Box place = box_at(list.min.x + static_cast<float>(n % columns) * width, list.min.y + static_cast<float>(n / columns) * row_pitch, width - 4, row_pitch);
    const bool done = answering && contains(state.sealed.sealed, seated[i]->id);
    const ReadTogether rows_together(frame, "People");
    draw_person(frame, *seated[i], {short_name(seated, *seated[i]), done, contains(state.here, seated[i]->id)}, place, ui);
  }
  if (seated.empty())
    draw_wrapped_label(frame.painter, list.min + Vec{4, 20}, "Nobody has joined yet. Show the join code from the menu above.", {desk_type::small_body, theme.ink.secondary}, list.width() - 8);
  if (answering)
    draw_wrapped_label(frame.painter, {box.min.x + 20, box.max.y - 29}, activity->kind == ActivityKind::vote ? "Ballots stay secret from you too" : "Places stay secret from you too",
               {desk_type::detail, theme.ink.secondary, Align::left, Anchor::middle}, box.width() - 40 - (pages > 1 ? 96.0F : 0.0F), 2);
  draw_page_buttons(frame, ui, pages, {box.max.x - 12, box.max.y - 28});
}

}  // namespace standpoint
