// The console's small picture of the stage, with what covers it, and the private notes. See console.h.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/console/parts.h"
#include "app/screens/stage/turn.h"
#include "app/widgets/controls.h"
#include "app/widgets/frame_scope.h"
#include "app/widgets/semantics.h"
#include "core/activities/place/result.h"
#include "core/workshop/changes.h"

namespace standpoint {
namespace {

using namespace console_look;

constexpr float button_side = 104, button_gap = 10, live_width = 80;
constexpr TextStyle notes_style{Face::regular, 15, 23};

// The stage's own drawing, never another one: a bare stage in a small box.
void draw_picture(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Box box) {
  frame.painter.fill_box(box, radius::control, frame.theme.bg.paper);
  {
    const ClipScope clip(frame.painter, box.grown(-1));
    ImGui::PushID("stage picture");
    draw_scaled(frame, box, [&](const Frame& small) {
      StageState shown = state.stage;
      shown.sealed.sealed.clear();
      shown.room_watches = true;
      shown.read_only.clear();
      Commands nothing;
      draw_stage(small, workshop, shown, ui.stage, nothing);
    });
    ImGui::PopID();
  }
  frame.painter.stroke_box(box, radius::control, {frame.theme.line.soft, line_width::thin});
  describe(frame, "stage picture", box, {.role = ItemRole::image, .name = "The stage in small", .value = staged_title(workshop)});
}

// "Live", or what the room sees instead.
void draw_live(const Frame& frame, const Workshop& workshop, Vec right_middle) {
  const Theme& theme = frame.theme;
  const bool live = workshop.cover == StageCover::none;
  frame.painter.fill_circle(right_middle - Vec{5, 0}, 4.5F, live ? theme.status.success : theme.spotlight.base);
  const char* words = live ? "Live" : workshop.cover == StageCover::frozen ? "Frozen" : "Blank";
  draw_label(frame.painter, right_middle - Vec{16, 0}, words, {desk_type::detail, theme.ink.secondary, Align::right, Anchor::middle});
}

void set_cover(const Workshop& workshop, StageCover cover, Commands& commands) {
  commands.add(CoverStage{workshop.cover == cover ? StageCover::none : cover});
}

// The moment is worth coming back to: a bookmark called after what is on the stage.
void mark(const Frame& frame, const Workshop& workshop, Commands& commands) {
  commands.add(SetBookmark{mint<BookmarkId>(frame.me, next_nth(workshop, frame.me)), staged_title(workshop)});
}

// High as it is, with the words of a low one: the icon and the words begin at the same place in all three.
bool cover_button(const Frame& frame, const char* label, Box box, Icon icon, bool on) {
  ImGui::BeginDisabled(frame.read_only);
  const bool tapped = tap_area(frame, label, box);
  draw_button(frame, "", box, {ButtonKind::secondary, {}, !frame.read_only, false, on}, look_of_item(frame));
  const Color ink = frame.read_only ? frame.theme.ink.disabled : on ? frame.theme.accent.ink : frame.theme.ink.primary;
  const float left = box.min.x + std::max(22.0F, box.width() / 2 - 30);
  frame.painter.icon({left, box.center().y}, icon, Face::icon_bold, 20, ink);
  draw_label(frame.painter, {left + 18, box.center().y}, visible(label), {desk_type::caption_strong, ink, Align::left, Anchor::middle});
  ImGui::EndDisabled();
  return tapped;
}

void draw_buttons(const Frame& frame, const Workshop& workshop, const std::array<Box, 3>& places, Commands& commands) {
  const bool frozen = workshop.cover == StageCover::frozen, blank = workshop.cover == StageCover::blank;
  if (cover_button(frame, frozen ? "Go live##freeze" : "Freeze##freeze", places[0], Icon::snowflake, frozen)) set_cover(workshop, StageCover::frozen, commands);
  if (cover_button(frame, blank ? "Go live##blank" : "Blank##blank", places[1], Icon::eye_slash, blank)) set_cover(workshop, StageCover::blank, commands);
  if (cover_button(frame, "Mark", places[2], Icon::bookmark_simple, false)) mark(frame, workshop, commands);
}

// The turn of what the stage shows, to be changed.
StageTurn turn_now(const Workshop& workshop, const ConsoleState& state, const ConsoleUi& ui) {
  StageTurn turn = state.stage.turn.view == workshop.stage ? state.stage.turn : turn_of(workshop, ui.stage);
  turn.view = workshop.stage;
  return turn;
}

// `told` makes of a page, counted from 0, how the room is told of it.
float draw_pages_of_stage(const Frame& frame, StageTurn turn, std::size_t page, std::size_t pages, std::size_t (*told)(std::size_t page, std::size_t pages),
                          Vec right_middle, Commands& commands) {
  const std::string words = std::to_string(page + 1) + " of " + std::to_string(pages);
  const float middle = frame.painter.text_width(words, desk_type::detail, true) + 8, side = touch::min_target;
  const Box after = box_at(right_middle.x - side, right_middle.y - side / 2, side, side), before = box_at(after.min.x - middle - side, after.min.y, side, side);
  frame.painter.text({(before.max.x + after.min.x) / 2, right_middle.y}, words, {desk_type::detail, frame.theme.ink.secondary, Align::center, Anchor::middle, {}, true});
  const bool back = icon_button(frame, "Page before, for the room", before, Icon::caret_left, only_if(page > 0, "This is the first page."));
  const bool on = icon_button(frame, "Page after, for the room", after, Icon::caret_right, only_if(page + 1 < pages, "This is the last page."));
  if (!back && !on) return 2 * side + middle;
  turn.page = static_cast<std::uint16_t>(told(on ? page + 1 : page - 1, pages));
  commands.ask(TurnStage{turn});
  return 2 * side + middle;
}

float draw_sides_of_stage(const Frame& frame, StageTurn turn, bool moves, Vec right_middle, Commands& commands) {
  using Side = StageTurn::Side;
  std::vector<std::string> labels{"Points", "Heat"};
  if (moves) labels.emplace_back("Moves");
  const float width = 80 * static_cast<float>(labels.size());
  const int now = turn.side == Side::heat ? 1 : turn.side == Side::moves && moves ? 2 : 0;
  const Box box = box_at(right_middle.x - width, right_middle.y - control::segment_track / 2, width, control::segment_track);
  const auto chosen = segmented(frame, "stage layer", box, labels, now);
  if (!chosen || *chosen == now) return width;
  turn.side = *chosen == 1 ? Side::heat : *chosen == 2 ? Side::moves : Side::first;
  commands.ask(TurnStage{turn});
  return width;
}

float draw_zoom_of_stage(const Frame& frame, StageTurn turn, Vec right_middle, Commands& commands) {
  constexpr float step = 1.4F;
  const float side = touch::min_target, zoom = static_cast<float>(turn.zoom) / 100;
  const auto place = [&](float n) { return box_at(right_middle.x - (3 - n) * side, right_middle.y - side / 2, side, side); };
  const StageTurn whole{};
  const bool out = icon_button(frame, "Map smaller, for the room", place(0), Icon::minus, only_if(zoom > camera_zoom_least, "It is as small as it gets."));
  const bool in = icon_button(frame, "Map larger, for the room", place(1), Icon::plus, only_if(zoom < camera_zoom_most, "It is as large as it gets."));
  const bool fit = icon_button(frame, "Whole map, for the room", place(2), Icon::frame_corners, only_if(turn.zoom != whole.zoom || turn.middle != whole.middle, "The whole map is shown."));
  if (out || in) turn.zoom = static_cast<std::uint16_t>(std::clamp(in ? zoom * step : zoom / step, camera_zoom_least, camera_zoom_most) * 100);
  if (fit) {
    turn.zoom = whole.zoom;
    turn.middle = whole.middle;
  }
  if (out || in || fit) commands.ask(TurnStage{turn});
  return 3 * side;
}

}  // namespace

float draw_console_pager(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Vec right_middle, Commands& commands) {
  if (frame.read_only || workshop.cover != StageCover::none) return 0;
  const Activity* const activity = staged_activity(workshop);
  const Board* const board = find(workshop, workshop.stage.board);
  const StageTurn turn = turn_now(workshop, state, ui);
  if (const ActivityStage* const own = activity == nullptr ? nullptr : screens_of(*activity).stage) {
    const std::size_t pages = own->pages(ui.stage.kinds);
    return pages > 1 ? draw_pages_of_stage(frame, turn, own->page_of(turn, pages), pages, own->told, right_middle, commands) : 0;
  }
  if (board == nullptr) return 0;
  if (board->kind == BoardKind::cards)
    return ui.stage.cards.pages > 1 ? draw_pages_of_stage(frame, turn, turn.page, ui.stage.cards.pages, [](std::size_t page, std::size_t) { return page; }, right_middle, commands) : 0;
  if (board->kind == BoardKind::map) return draw_zoom_of_stage(frame, turn, right_middle, commands);
  const Activity* const placing = placing_shown(workshop, board->id, activity);
  if (placing == nullptr || placing->phase != Phase::revealed) return 0;
  return draw_sides_of_stage(frame, turn, !build_canvas(workshop, board->id, placing->id).drifts.empty(), right_middle, commands);
}

void draw_console_stage(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Box box, Commands& commands) {
  draw_panel(frame, box);
  const ReadTogether panel(frame, "Stage", ReadTogether::As::panel);
  const float pad = 20;
  const std::string cover = cover_words(workshop);
  draw_live(frame, workshop, {box.max.x - pad, box.min.y + 26});
  const float turns = draw_console_pager(frame, workshop, state, ui, {box.max.x - pad - live_width, box.min.y + 26}, commands);
  const float title = box.width() - 2 * pad - live_width - turns;
  draw_label(frame.painter, box.min + Vec{pad, 26}, !cover.empty() ? cover : title < 160 ? "Stage" : "What the stage shows",
             {desk_type::label_strong, frame.theme.ink.primary, Align::left, Anchor::middle}, title);
  const Box room{box.min + Vec{pad, 50}, box.max - Vec{pad, 23}};
  // Buttons beside the picture, or, on a narrow page, below it.
  const bool below = room.width() < 480;
  const float wide = below ? room.width() : room.width() - button_side - 15, high = below ? room.height() - 66 - 12 : room.height();
  const float width = std::max(60.0F, std::min(wide, high * design_width / design_height));
  const Box picture = box_at(room.min.x, room.min.y, width, width * design_height / design_width);
  draw_picture(frame, workshop, state, ui, picture);
  std::array<Box, 3> places;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const float n = static_cast<float>(i), third = (room.width() - 2 * button_gap) / 3;
    const float each = std::min(66.0F, (room.height() - 2 * button_gap) / 3);
    places[i] = below ? box_at(room.min.x + n * (third + button_gap), picture.max.y + 12, third, 56)
                      : box_at(room.max.x - button_side, room.min.y + n * (each + button_gap), button_side, each);
  }
  draw_buttons(frame, workshop, places, commands);
}

void draw_console_notes(const Frame& frame, const Workshop& workshop, ConsoleUi& ui, Box box, Commands& commands) {
  const Theme& theme = frame.theme;
  draw_panel(frame, box);
  const ReadTogether panel(frame, "Notes", ReadTogether::As::panel);
  draw_label(frame.painter, box.min + Vec{20, 25}, "Private notes", {card_title, theme.ink.primary, Align::left, Anchor::middle});
  frame.painter.icon({box.max.x - 29, box.min.y + 24}, Icon::lock, Face::icon_bold, 19, theme.ink.secondary);
  const Box room{box.min + Vec{20, 46}, box.max - Vec{20, 46}};
  draw_label(frame.painter, {box.min.x + 20, box.max.y - 27}, "Never on stage or in exports", {desk_type::detail, theme.ink.secondary, Align::left, Anchor::middle}, box.width() - 40);
  if (ui.writing_notes) {
    const Box field{room.min - Vec{8, 2}, room.max + Vec{8, 2}};
    const FieldResult result = text_field(frame, "Private notes", field, ui.notes_draft, {.hint = "Only facilitators see this", .multiline = true, .focus_now = ui.focus_notes});
    const bool was_focused = ui.focus_notes;
    ui.focus_notes = false;
    const bool left = !result.active && !was_focused;
    if ((result.committed || left) && !result.cancelled) commands.change(change_of_notes(ui.notes_began, ui.notes_draft));
    if (result.committed || result.cancelled || left) ui.writing_notes = false;
    return;
  }
  if (!frame.read_only && tap_area(frame, "Private notes", room)) {
    ui.writing_notes = ui.focus_notes = true;
    ui.notes_draft = ui.notes_began = workshop.notes;
  }
  const ClipScope clip(frame.painter, room.grown(2));
  const bool none = workshop.notes.empty();
  draw_wrapped_label(frame.painter, room.min, none ? "Tap to write. Only facilitators see this." : workshop.notes,
                     {notes_style, none ? theme.ink.tertiary : theme.ink.secondary}, room.width(), static_cast<int>(room.height() / notes_style.line));
  draw_focus_ring(frame, room, radius::control);
}

}  // namespace standpoint
