// Draws the lobby. See lobby.h.
#include "app/screens/stage/lobby.h"

#include <algorithm>
#include <utility>

#include "app/activities/heading.h"
#include "app/paint/elevation.h"
#include "app/paint/mark.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/stage/agenda.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"

namespace standpoint {
namespace {

constexpr Box qr_card{{64, 160}, {624, 720}};
constexpr float words_left = 712;
constexpr TextStyle lead = stage_type::card_text;
constexpr TextStyle address_style{Face::display, 80, 88};
constexpr TextStyle code_style{Face::display, 176, 190};
constexpr float chip_height = 64, chip_pitch = 80, chip_gap = 16, chips_top = 843, avatar = 26, widest_chip = 480;
// Where chips have no room: names alone.
constexpr float name_height = 32, name_pitch = 40, name_gap = 36, names_top = 836;

float words_right_of(const Frame& frame) { return frame.size.x - stage::margin_x; }

// `right`: where the title's line ends.
void draw_top(const Frame& frame, const Workshop& workshop, float right) {
  paint_mark(frame.painter, frame.theme, {88, 80}, 22);
  const float room = right - 130;
  const float title = std::min(room, label_width(frame.painter, workshop.title, desk_type::display));
  draw_label(frame.painter, {130, 80}, workshop.title, {desk_type::display, frame.theme.ink.primary, Align::left, Anchor::middle}, room);
  const float left = 130 + title + 22;
  if (right - left < 80) return;
  draw_label(frame.painter, {left, 82}, workshop.subtitle, {stage_type::body, frame.theme.ink.tertiary, Align::left, Anchor::middle}, right - left);
}

// What whoever joins will meet: "First: Welcome and ground rules, 5 minutes"; later "Next: ..."; what is open, "Now: ...".
void draw_first(const Frame& frame, const Workshop& workshop, float y) {
  const auto open = std::find_if(workshop.activities.begin(), workshop.activities.end(), [](const Activity& activity) { return activity.phase == Phase::open; });
  const bool now = open != workshop.activities.end();
  const Activity* first = now ? &*open : next_activity(workshop);
  if (first == nullptr) return;
  const bool begun = std::any_of(workshop.activities.begin(), workshop.activities.end(), [](const Activity& activity) { return activity.phase != Phase::planned; });
  const Theme& theme = frame.theme;
  frame.painter.icon({words_left + 17, y}, icon_of(first->kind), Face::icon_fill, 34, theme.accent.base);
  float x = words_left + 54;
  const auto say = [&](std::string_view words, Face face, Color ink, float room) {
    const TextStyle style = stage_type::body.with_face(face);
    draw_label(frame.painter, {x, y}, words, {style, ink, Align::left, Anchor::middle}, room);
    x += std::min(room, label_width(frame.painter, words, style));
  };
  const std::string minutes = now ? std::string() : ", " + std::to_string(first->minutes) + (first->minutes == 1 ? " minute" : " minutes");
  const float after = label_width(frame.painter, minutes, stage_type::body);
  say(now ? "Now: " : begun ? "Next: " : "First: ", Face::medium, theme.ink.secondary, 200);
  say(first->title, Face::semibold, theme.ink.primary, words_right_of(frame) - x - after);
  say(minutes, Face::medium, theme.ink.secondary, after + 2);
}

void draw_promise(const Frame& frame, const Workshop& workshop, std::size_t here, float y) {
  frame.painter.icon({words_left + 17, y}, Icon::lock, Face::icon_bold, 30, frame.theme.ink.tertiary);
  draw_label(frame.painter, {words_left + 54, y}, secrecy_promise(workshop, here),
             {stage_type::label, frame.theme.ink.secondary, Align::left, Anchor::middle}, words_right_of(frame) - words_left - 54);
}

void draw_how_to_join(const Frame& frame, const JoinWords& join) {
  const Theme& theme = frame.theme;
  const bool has_qr = !join.qr.empty();
  if (has_qr) {
    draw_elevation(frame.painter, theme, qr_card, radius::sheet, theme.shadow_rest);
    paint_qr(frame.painter, qr_card, radius::sheet, join.qr);
    describe(frame, "code", qr_card, {.role = ItemRole::image, .name = "QR code of the address"});
  }
  draw_label(frame.painter, {words_left, 198}, has_qr ? "Point your camera here, or open" : "On your tablet or phone, open",
             {lead, theme.ink.secondary, Align::left, Anchor::middle});
  draw_label(frame.painter, {words_left, 280}, join.address, {address_style, theme.ink.primary, Align::left, Anchor::middle}, words_right_of(frame) - words_left);
  draw_label(frame.painter, {words_left, 393}, "and enter", {lead, theme.ink.secondary, Align::left, Anchor::middle});
  frame.painter.text({words_left, 514}, spoken(join.code), {code_style, theme.accent.base, Align::left, Anchor::middle});
}

// Nobody can join over the network: why, and that the rest goes on.
void draw_no_network(const Frame& frame, const JoinWords& join) {
  const Theme& theme = frame.theme;
  draw_elevation(frame.painter, theme, qr_card, radius::sheet, theme.shadow_rest);
  frame.painter.fill_box(qr_card, radius::sheet, theme.bg.surface);
  frame.painter.icon(qr_card.center(), Icon::wifi_slash, Face::icon_regular, 180, theme.line.strong);
  draw_label(frame.painter, {words_left, 280}, "Tablets cannot join", {stage_type::title, theme.ink.primary, Align::left, Anchor::middle});
  draw_wrapped_label(frame.painter, {words_left, 334}, join.trouble, {stage_type::body, theme.ink.secondary}, words_right_of(frame) - words_left);
}

struct Chip {
  std::string name;
  float width = 0;
  bool newest = false;
};

void draw_chip(const Frame& frame, Vec at, const Chip& chip) {
  const Theme& theme = frame.theme;
  const Box box = box_at(at.x, at.y, chip.width, chip_height);
  draw_elevation(frame.painter, theme, box, chip_height / 2, theme.shadow_rest);
  frame.painter.fill_box(box, chip_height / 2, theme.dark ? theme.bg.raised : theme.bg.surface);
  describe(frame, "here " + chip.name + std::to_string(at.x + at.y), box, {.role = ItemRole::text, .name = chip.name});
  const Vec face = at + Vec{chip_height / 2, chip_height / 2};
  frame.painter.fill_circle(face, avatar, chip.newest ? theme.accent.base : theme.bg.sunken);
  if (chip.newest) frame.painter.icon(face, Icon::hand_waving, Face::icon_fill, 30, theme.accent.on);
  else
    draw_label(frame.painter, face, initials_of(chip.name), {stage_type::label_strong, theme.ink.secondary, Align::center, Anchor::middle}, 2 * avatar);
  draw_label(frame.painter, {at.x + 72, face.y}, chip.name, {stage_type::row_text, theme.ink.primary, Align::left, Anchor::middle}, chip.width - 96);
}

TextStyle name_style(bool newest) { return newest ? stage_type::label_strong : stage_type::label; }

void draw_name(const Frame& frame, Vec at, const Chip& name) {
  const Box box = box_at(at.x, at.y, name.width, name_height);
  describe(frame, "here " + name.name + std::to_string(at.x + at.y), box, {.role = ItemRole::text, .name = name.name});
  draw_label(frame.painter, {at.x, box.center().y}, name.name,
             {name_style(name.newest), name.newest ? frame.theme.accent.base : frame.theme.ink.primary, Align::left, Anchor::middle}, name.width);
}

// Places row by row, from the person `from` on; empty: they do not fit above `bottom`.
struct RowsOfNames {
  float top, height, pitch, gap;
};
std::vector<Vec> places_of(const std::vector<Chip>& chips, std::size_t from, const RowsOfNames& rows, float right, float bottom) {
  std::vector<Vec> places;
  Vec pen{stage::margin_x, rows.top};
  for (std::size_t i = from; i < chips.size(); ++i) {
    if (pen.x > stage::margin_x && pen.x + chips[i].width > right) pen = {stage::margin_x, pen.y + rows.pitch};
    if (pen.y + rows.height > bottom) return {};
    places.push_back(pen);
    pen.x += chips[i].width + rows.gap;
  }
  return places;
}

// As many of the newest as fit; who joined first gives way.
struct NamesShown {
  std::size_t from = 0;
  std::vector<Vec> places;
};
NamesShown newest_that_fit(const std::vector<Chip>& chips, const RowsOfNames& rows, float right, float bottom) {
  std::size_t none = chips.size(), all = 0;  // between them lies the first that fits
  while (all < none) {
    const std::size_t middle = (all + none) / 2;
    if (places_of(chips, middle, rows, right, bottom).empty()) all = middle + 1;
    else none = middle;
  }
  return {none, places_of(chips, none, rows, right, bottom)};
}

// Chips with faces; where they do not all fit, names alone.
NamesShown draw_names(const Frame& frame, const std::vector<const Seat*>& people) {
  std::vector<Chip> chips, names;
  for (const Seat* seat : people) {
    const bool newest = seat == people.back();
    chips.push_back({seat->name, std::min(widest_chip, label_width(frame.painter, seat->name, stage_type::row_text) + 100), newest});
    names.push_back({seat->name, std::min(widest_chip, label_width(frame.painter, seat->name, name_style(newest)) + 2), newest});
  }
  const float right = words_right_of(frame), bottom = frame.area.max.y;
  const ReadTogether list(frame, "Who is here");
  const std::vector<Vec> faces = places_of(chips, 0, {chips_top, chip_height, chip_pitch, chip_gap}, right, bottom);
  for (std::size_t i = 0; i < faces.size(); ++i) draw_chip(frame, faces[i], chips[i]);
  if (!faces.empty()) return {0, faces};
  const NamesShown shown = newest_that_fit(names, {names_top, name_height, name_pitch, name_gap}, right, bottom);
  for (std::size_t i = 0; i < shown.places.size(); ++i) draw_name(frame, shown.places[i], names[shown.from + i]);
  return shown;
}

void draw_people(const Frame& frame, const Workshop& workshop, const std::vector<SeatId>& here) {
  const std::vector<const Seat*> people = participants_here(workshop, here);
  const NamesShown shown = draw_names(frame, people);
  const auto of = std::count_if(workshop.seats.begin(), workshop.seats.end(), [](const Seat& s) { return s.present && s.role == Role::participant; });
  const std::string words = presence_words(people.size(), static_cast<std::size_t>(of));
  draw_label(frame.painter, {64, 798}, words, {stage_type::heading, frame.theme.ink.primary, Align::left, Anchor::middle});
  const std::string more = std::string(workshop.lobby_locked ? "The lobby is locked: nobody new joins. " : "") + (shown.from > 0 ? "The newest " + std::to_string(shown.places.size()) + ":" : "");
  if (!more.empty()) {
    const float after = 64 + label_width(frame.painter, words, stage_type::heading) + 20;
    draw_label(frame.painter, {after, 800}, more, {stage_type::label, frame.theme.ink.tertiary, Align::left, Anchor::middle});
  }
}

}  // namespace

std::vector<const Seat*> participants_here(const Workshop& workshop, const std::vector<SeatId>& here) {
  std::vector<const Seat*> people;
  for (const Seat& seat : workshop.seats)
    if (seat.present && seat.role == Role::participant && std::find(here.begin(), here.end(), seat.id) != here.end()) people.push_back(&seat);
  return people;
}

std::string presence_words(std::size_t here, std::size_t of) {
  if (here == 0) return "Nobody is here yet";
  return std::to_string(here) + " of " + std::to_string(of) + (of == 1 ? " is here" : " are here");
}

std::string secrecy_promise(const Workshop& workshop, std::size_t here) {
  constexpr std::size_t enough = 5;
  const bool named = std::any_of(workshop.activities.begin(), workshop.activities.end(), [&](const Activity& activity) {
    return collects_inputs(workshop, activity) && activity.secrecy == Secrecy::named;
  });
  if (named) return "An activity that keeps names says so before you answer. All others are secret.";
  return here > 0 && here < enough ? "Without names, but among fewer than 5 people others may guess. All stays on this computer."
               : "Answers are shown without names. Everything stays on this computer, sealed on the way.";
}

void draw_lobby(const Frame& frame, const Workshop& workshop, const LobbyState& state, Commands& commands) {
  const Frame desk = frame.desk();
  const Vec corner = frame.on_desk(Vec{words_right_of(frame), 80});  // the middle of the title's line, at the right
  float right = corner.x;
  const auto place = [&](float width) {
    right -= width;
    return box_at(std::exchange(right, right - 8), corner.y - control::button_height / 2, width, control::button_height);
  };
  if (frame.chrome && frame.role == Role::facilitator) {
    const ButtonLook gear{ButtonKind::quiet, Icon::gear_six};
    const ButtonLook lock{ButtonKind::quiet, workshop.lobby_locked ? Icon::lock_simple_open : Icon::lock_simple};
    const char* turn = workshop.lobby_locked ? "Unlock the lobby" : "Lock the lobby";
    if (button(desk, "Joining", place(button_width(desk, "Joining", gear)), gear)) commands.ask(ShowJoining{});
    if (button(desk, turn, place(button_width(desk, turn, lock)), lock)) commands.add(LockLobby{!workshop.lobby_locked});
    right -= 24;
  }
  draw_top(frame, workshop, frame.off_desk(Vec{right, 0}).x);
  if (state.join.open()) draw_how_to_join(frame, state.join);
  else draw_no_network(frame, state.join);
  draw_first(frame, workshop, 651);
  draw_promise(frame, workshop, participants_here(workshop, state.here).size(), 703);
  draw_people(frame, workshop, state.here);
}

}  // namespace standpoint
