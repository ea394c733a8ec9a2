// Who takes part: connected or not, done or not, and nothing of what anybody answered. See console.h.
#include <algorithm>
#include <string_view>

#include <imgui.h>

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/console/parts.h"
#include "app/screens/console/stranded_words.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "core/activities/activities.h"

namespace standpoint {
namespace {

using namespace console_look;

constexpr float row_pitch = 48, least_column = 110, wide_column = 236, avatar = 18, sign = 10;
constexpr float list_in = 16, people_top = 44, list_foot = 47, most_columns = 5;

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
  const Seat* seat = nullptr;
  std::string name;
  bool done = false;
  bool here = false;
  bool compact = false;  // of many: a sign in place of the face, so that the name has the room
};

// What is asked of the people: who has answered while answers come in, else who is here.
bool answering(const Workshop& workshop) {
  const Activity* const activity = staged_activity(workshop);
  return activity != nullptr && holds_inputs(workshop, *activity);
}

// Everybody; those who are missing first, otherwise as they joined.
std::vector<Person> everybody(const Frame& frame, const Workshop& workshop, const ConsoleState& state) {
  const std::vector<const Seat*> seats = people_of(frame, workshop);
  const bool asked = answering(workshop);
  std::vector<Person> people;
  for (const Seat* const seat : seats)
    people.push_back({seat, "", asked && contains(state.sealed.sealed, seat->id), contains(state.here, seat->id)});
  const auto missing = [asked](const Person& person) {
    if (person.seat->role != Role::participant) return 2;
    return (asked ? person.done : person.here) ? 1 : 0;
  };
  std::stable_sort(people.begin(), people.end(), [&](const Person& a, const Person& b) { return missing(a) < missing(b); });
  return people;
}

void draw_person(const Frame& frame, const Person& person, Box box, ConsoleUi& ui) {
  const Theme& theme = frame.theme;
  const Seat& seat = *person.seat;
  ImGui::PushID(static_cast<int>(seat.id.value));
  if (tap_area(frame, seat.name.c_str(), box)) {
    ui.seat = seat.id;
    ui.name_draft = seat.name;
  }
  describe_item(frame, {.value = person.done ? "done" : person.here ? "here" : "not connected"});
  frame.painter.fill_box(box, radius::control, theme.bg.sunken.with_alpha(0.6F * look_of_item(frame).hover));
  const float radius = person.compact ? sign : avatar;
  const Vec face{box.min.x + radius + 4, box.center().y};
  if (person.compact && (person.here || person.done)) {
    frame.painter.icon(face, person.done ? Icon::check : Icon::circle, Face::icon_bold, 17, person.done ? theme.status.success : theme.ink.tertiary);
  } else if (person.here || person.done) {
    draw_avatar(frame, face, avatar, seat.name, person.done);
  } else {  // no screen at the moment: an open ring with the sign of a lost line
    if (!person.compact) frame.painter.stroke_circle(face, avatar - 1, {theme.line.strong, line_width::thin, {4, 4}});
    frame.painter.icon(face, Icon::wifi_slash, Face::icon_bold, 17, theme.ink.tertiary);
  }
  float left = face.x + radius + (person.compact ? 6.0F : 10.0F);
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

// "104 of 120" where "104 of 120 done" has no room; the marks beside the names say what is counted.
std::string count_that_fits(const Frame& frame, const std::string& words, float room) {
  return frame.painter.text_width(words, desk_type::detail, true) <= room ? words : words.substr(0, words.rfind(' '));
}

// "2 of 11" between its arrows; returns what it takes from the right.
float draw_page_buttons(const Frame& frame, std::size_t& page, std::size_t pages, Vec right_middle) {
  if (pages < 2) return 0;
  const std::string words = std::to_string(page + 1) + " of " + std::to_string(pages);
  constexpr float clear = line_width::focus_ring + line_width::focus_gap + line_width::regular;  // of the ring around a focused arrow
  const float middle = frame.painter.text_width(words, desk_type::detail, true) + 2 * clear;
  const Box after = box_at(right_middle.x - 44, right_middle.y - 24, 48, 48), before = box_at(after.min.x - middle - 48, after.min.y, 48, 48);
  frame.painter.text({(before.max.x + after.min.x) / 2, right_middle.y}, words, {desk_type::detail, frame.theme.ink.secondary, Align::center, Anchor::middle, {}, true});
  if (icon_button(frame, "People before", before, Icon::caret_left, only_if(page > 0, "This is the first page."))) --page;
  if (icon_button(frame, "People after", after, Icon::caret_right, only_if(page + 1 < pages, "This is the last page."))) ++page;
  return 96 + middle;
}

// A page of people in columns of at least so much, in the card with short names; returns how many pages there are.
std::size_t draw_grid(const Frame& frame, std::vector<Person>& people, Box list, float column, std::size_t& page, bool in_card, ConsoleUi& ui) {
  std::vector<const Seat*> seats;
  for (const Person& person : people) seats.push_back(person.seat);
  const auto rows = static_cast<std::size_t>(std::max(1.0F, list.height() / row_pitch));
  const std::size_t needed = std::max<std::size_t>(1, (people.size() + rows - 1) / rows);  // few people have the whole width for their names
  const auto columns = std::min(needed, static_cast<std::size_t>(std::clamp(list.width() / column, 1.0F, most_columns)));
  const std::size_t per_page = columns * rows, pages = people.empty() ? 1 : (people.size() + per_page - 1) / per_page;
  page = std::min(page, pages - 1);
  const float width = (list.width() - 4) / static_cast<float>(columns);
  for (std::size_t i = page * per_page; i < std::min(people.size(), (page + 1) * per_page); ++i) {
    const std::size_t n = i - page * per_page;
    const bool alone = n % columns == 0 && i + 1 == people.size();  // in the last row, with all of it for the name
    const Box place = box_at(list.min.x + static_cast<float>(n % columns) * width, list.min.y + static_cast<float>(n / columns) * row_pitch, (alone ? list.width() - 4 : width) - 4, row_pitch);
    const ReadTogether rows_together(frame, "People");
    people[i].compact = in_card && pages > 1;
    people[i].name = in_card ? short_name(seats, *people[i].seat) : people[i].seat->name;
    draw_person(frame, people[i], place, ui);
  }
  return pages;
}

// Without regard to the case of plain letters.
bool contains_word(std::string_view text, std::string_view wanted) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), [&](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

constexpr int stranded_lines = 2;
constexpr float stranded_left = 46, stranded_beside = 62;

// Who would be here if their page could draw.
float stranded_height(const Frame& frame, const ConsoleState& state, float width) {
  const std::string words = words_of_stranded(state.stranded);
  if (words.empty()) return 0;
  return static_cast<float>(wrap_label(frame.painter, words, desk_type::detail, width - stranded_beside, stranded_lines).size()) * desk_type::detail.line + 8;
}

void draw_stranded(const Frame& frame, const ConsoleState& state, Box box) {
  const std::string words = words_of_stranded(state.stranded);
  if (words.empty()) return;
  frame.painter.icon({box.min.x + 30, box.min.y + 57}, Icon::warning, Face::icon_fill, 18, frame.theme.status.warning_ink);
  draw_wrapped_label(frame.painter, box.min + Vec{stranded_left, 48}, words, {desk_type::detail, frame.theme.ink.secondary}, box.width() - stranded_beside, stranded_lines);
}

}  // namespace

float console_people_height(const Frame& frame, const Workshop& workshop, const ConsoleState& state, float width) {
  const auto columns = static_cast<std::size_t>(std::clamp((width - 2 * list_in) / least_column, 1.0F, most_columns));
  const std::size_t rows = (people_of(frame, workshop).size() + columns - 1) / columns;
  return people_top + stranded_height(frame, state, width) + static_cast<float>(rows) * row_pitch + list_foot;
}

void draw_console_people(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Box box) {
  const Theme& theme = frame.theme;
  draw_panel(frame, box);
  const ReadTogether panel(frame, "Participants", ReadTogether::As::panel);
  const bool asked = answering(workshop);
  draw_label(frame.painter, box.min + Vec{20, 26}, "Participants", {card_title, theme.ink.primary, Align::left, Anchor::middle});
  std::vector<Person> found = everybody(frame, workshop, state);
  draw_stranded(frame, state, box);
  const float stranded = stranded_height(frame, state, box.width());
  const Box list{box.min + Vec{list_in, people_top + stranded}, box.max - Vec{list_in, list_foot}};
  const std::size_t pages = draw_grid(frame, found, list, least_column, ui.people_page, true, ui);
  float right = box.max.x - 20;
  if (pages > 1) {
    if (icon_button(frame, "Find a person", box_at(box.max.x - 52, box.min.y + 2, 48, 48), Icon::magnifying_glass, {ButtonKind::quiet})) {
      ui.finding = true;
      ui.wanted.clear();
      ui.found_page = 0;
    }
    right -= 36;
  }
  const float beside_title = right - (box.min.x + 20 + frame.painter.text_width("Participants", card_title, false) + 8);
  frame.painter.text({right, box.min.y + 27}, count_that_fits(frame, count_words(workshop, state, asked), beside_title), {desk_type::detail, theme.ink.secondary, Align::right, Anchor::middle, {}, true});
  if (found.empty())
    draw_wrapped_label(frame.painter, list.min + Vec{4, 20}, "Nobody has joined yet. Show the join code from the menu above.", {desk_type::small_body, theme.ink.secondary}, list.width() - 8);
  const float taken = draw_page_buttons(frame, ui.people_page, pages, {box.max.x - 12, box.max.y - 28});
  const std::string_view secret = pages > 1 || !asked ? "Secret from you too"  // whole, beside the buttons of pages
                                  : rules_of(*staged_activity(workshop)).input.from_you;
  if (asked)
    draw_wrapped_label(frame.painter, {box.min.x + 20, box.max.y - 29}, secret,
               {desk_type::detail, theme.ink.secondary, Align::left, Anchor::middle}, box.width() - 20 - space::s3 - taken, 2);
}

void draw_console_search(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui) {
  const Box box = draw_console_sheet(frame, 1100, std::min(720.0F, frame.area.height() - 24));
  const float pad = 24;
  draw_label(frame.painter, box.min + Vec{pad, 38}, "Everybody, " + count_words(workshop, state, answering(workshop)), {desk_type::heading, frame.theme.ink.primary, Align::left, Anchor::middle}, box.width() - 2 * pad - 60);
  const bool close = icon_button(frame, "Close the list", box_at(box.max.x - 64, box.min.y + 14, 48, 48), Icon::x, {ButtonKind::quiet});
  const std::string before = ui.wanted;
  const FieldResult field = text_field(frame, "Find a person", box_at(box.min.x + pad, box.min.y + 72, std::min(420.0F, box.width() - 2 * pad), 52), ui.wanted, {.hint = "Find by name", .typed = TypedAs::name});
  if (ui.wanted != before) ui.found_page = 0;
  std::vector<Person> found = everybody(frame, workshop, state);
  std::erase_if(found, [&](const Person& person) { return !contains_word(person.seat->name, ui.wanted); });
  const Box list{box.min + Vec{pad - 4, 140}, box.max - Vec{pad - 4, 60}};
  const std::size_t pages = draw_grid(frame, found, list, wide_column, ui.found_page, false, ui);
  if (found.empty()) draw_label(frame.painter, list.min + Vec{4, 24}, "Nobody is called so.", {desk_type::small_body, frame.theme.ink.secondary, Align::left, Anchor::middle});
  draw_page_buttons(frame, ui.found_page, pages, {box.max.x - pad, box.max.y - 32});
  if (close || (ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !field.cancelled)) ui.finding = false;
}

}  // namespace standpoint
