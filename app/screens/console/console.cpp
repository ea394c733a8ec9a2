// Lays the console out: its top bar, and three columns or one page at a time. The cards are in the other files of this folder. See console.h.
#include "app/screens/console/console.h"

#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/paint/mark.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/console/here_twice.h"
#include "app/screens/console/parts.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"
#include "app/widgets/layers.h"

namespace standpoint {
namespace {

using namespace console_look;

float draw_chip(const Frame& frame, Vec right_middle, std::string_view words, Icon icon, Tone tone) {
  const ToneColors colors = colors_of(frame.theme, tone);
  const TextStyle style = tone == Tone::plain ? desk_type::caption : desk_type::caption_strong;
  const float width = frame.painter.text_width(words, style) + 50;
  const Box box = box_at(right_middle.x - width, right_middle.y - 18, width, 36);
  frame.painter.fill_box(box, 18, colors.ground);
  frame.painter.icon({box.min.x + 22, box.center().y}, icon, Face::icon_bold, 19, colors.ink);
  frame.painter.text({box.min.x + 38, box.center().y}, words, {style, colors.ink, Align::left, Anchor::middle});
  return width;
}

const char* stage_words(const Workshop& workshop) {
  switch (workshop.cover) {
    case StageCover::frozen: return "Stage frozen";
    case StageCover::blank: return "Stage blank";
    case StageCover::none: break;
  }
  return "Stage on";
}

Icon stage_icon(const Workshop& workshop) {
  return workshop.cover == StageCover::frozen ? Icon::snowflake : workshop.cover == StageCover::blank ? Icon::eye_slash : Icon::monitor;
}

// Chips from the right; on a phone the words of the stage's are left out before the title loses its room.
float draw_chips(const Frame& frame, const Workshop& workshop, const ConsoleState& state, float right, float y) {
  const bool narrow = frame.area.width() < 600;
  if (!narrow || workshop.cover != StageCover::none)
    right -= draw_chip(frame, {right, y}, stage_words(workshop), stage_icon(workshop), workshop.cover == StageCover::none ? Tone::plain : Tone::spotlight) + 14;
  if (state.connection != Connection::connected) {
    const bool offline = state.connection == Connection::offline;
    return right - draw_chip(frame, {right, y}, offline ? "Offline" : "Reconnecting", Icon::wifi_slash, Tone::warning);
  }
  const std::string here = std::to_string(participants_here(workshop, state.here).size());
  return right - draw_chip(frame, {right, y}, narrow ? here : here + " connected", Icon::wifi_high, Tone::success);
}

void draw_top(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui) {
  const Box area = frame.area;
  const float y = area.min.y + bar / 2;
  const Box more = box_at(area.max.x - margin - 48, y - 24, 48, 48);
  if (icon_button(frame, "More", more, Icon::dots_three, {ButtonKind::quiet, {}, true, false, ui.menu})) ui.menu = !ui.menu;
  const float chips = draw_chips(frame, workshop, state, more.min.x - 14, y);
  paint_mark(frame.painter, frame.theme, {area.min.x + 35, y}, 13.7F);
  const float left = area.min.x + 64, room = chips - left - 12;
  draw_label(frame.painter, {left, y}, workshop.title, {desk_type::task, frame.theme.ink.primary, Align::left, Anchor::middle}, room);
  const float after = std::min(room, label_width(frame.painter, workshop.title, desk_type::task)) + 14;
  if (room - after > 60)
    draw_label(frame.painter, {left + after, y + 1}, workshop.subtitle, {desk_type::caption, frame.theme.ink.tertiary, Align::left, Anchor::middle}, room - after);
}

void draw_columns(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Commands& commands) {
  const Box area = frame.area;
  const float top = area.min.y + bar, bottom = area.max.y - margin;
  const float middle = area.min.x + margin + agenda + gap, right = area.max.x - margin - people;
  const float split = top + now_height;
  draw_console_agenda(frame, workshop, state, ui, {{area.min.x + margin, top}, {area.min.x + margin + agenda, bottom}}, commands);
  draw_console_now(frame, workshop, state, ui, {{middle, top}, {right - gap, split}}, commands);
  draw_console_stage(frame, workshop, state, ui, {{middle, split + gap}, {right - gap, bottom}}, commands);
  Box persons{{right, top}, {area.max.x - margin, split}};
  persons.min.y += draw_here_twice(frame, workshop, state.here, state.one_device, persons, commands);
  // Where everybody is on one page with some of the notes' room, they have it.
  const float everybody = persons.min.y + console_people_height(frame, workshop, state, people);
  if (everybody <= bottom - gap - notes_least) persons.max.y = std::max(split, everybody);
  draw_console_people(frame, workshop, state, ui, persons);
  draw_console_notes(frame, workshop, ui, {{right, persons.max.y + gap}, {area.max.x - margin, bottom}}, commands);
}

void draw_stage_page(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Box page, Commands& commands) {
  const bool wide = page.width() > page.height();
  const float part = wide ? page.width() * 0.6F : page.height() * 0.58F;
  const Vec first = wide ? Vec{page.min.x + part, page.max.y} : Vec{page.max.x, page.min.y + part};
  const Vec second = wide ? Vec{page.min.x + part + gap, page.min.y} : Vec{page.min.x, page.min.y + part + gap};
  draw_console_stage(frame, workshop, state, ui, {page.min, first}, commands);
  draw_console_notes(frame, workshop, ui, {second, page.max}, commands);
}

// One page at a time, its name within reach of a thumb.
void draw_pages(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Commands& commands) {
  const Box area = frame.area;
  const float side = area.width() < 600 ? 16 : margin;
  Box page{{area.min.x + side, area.min.y + bar}, {area.max.x - side, area.max.y - tabs - gap}};
  page.min.y += draw_here_twice(frame, workshop, state.here, state.one_device, page, commands);
  switch (ui.page) {
    case ConsoleUi::Page::now: draw_console_now(frame, workshop, state, ui, page, commands); break;
    case ConsoleUi::Page::agenda: draw_console_agenda(frame, workshop, state, ui, page, commands); break;
    case ConsoleUi::Page::people: draw_console_people(frame, workshop, state, ui, page); break;
    case ConsoleUi::Page::stage: draw_stage_page(frame, workshop, state, ui, page, commands); break;
  }
  const std::array<std::string, 4> names{"Now", "Agenda", "People", "Stage"};
  const Box track = box_at(area.min.x + side, area.max.y - tabs - 4, area.width() - 2 * side, 56);
  if (const auto chosen = segmented(frame, "pages", track, names, static_cast<int>(ui.page))) ui.page = static_cast<ConsoleUi::Page>(*chosen);
}

}  // namespace

void draw_console(const Frame& outer, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Commands& commands) {
  Frame frame = outer;
  frame.read_only = outer.read_only || !state.stage.read_only.empty();
  ImGui::PushID("console");
  ui.deciding = ui.deciding && staged_decide(workshop) != nullptr;  // what was begun there waits for the next one
  {
    const CoveredItems below(console_is_covered(ui));
    draw_top(frame, workshop, state, ui);
    const bool pages = frame.area.width() < pages_below || frame.area.height() < short_below;
    if (pages) draw_pages(frame, workshop, state, ui, commands);
    else draw_columns(frame, workshop, state, ui, commands);
  }
  if (ui.menu) draw_console_menu(frame, workshop, state, ui, commands);
  draw_console_sheets(frame, workshop, state, ui, commands);
  const bool free = !typing() && !ImGui::GetIO().KeyCtrl;
  if (state.in_window && free && ImGui::IsKeyPressed(ImGuiKey_C, false)) commands.ask(ShowConsole{false});
  ImGui::PopID();
}

}  // namespace standpoint
