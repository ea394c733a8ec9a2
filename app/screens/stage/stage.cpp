// Draws the stage of an open session. The facilitator's bar is in bar.cpp. See stage.h.
#include "app/screens/stage/stage.h"

#include <algorithm>

#include "app/activities/heading.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/stage/bar.h"
#include "app/screens/stage/turn.h"
#include "app/widgets/controls.h"
#include "app/widgets/frame_scope.h"
#include "app/widgets/layers.h"
#include "app/widgets/notices.h"
#include "app/widgets/time_words.h"
#include "core/activities/place/result.h"

namespace standpoint {
namespace {

Icon icon_of_board(BoardKind kind) {
  return kind == BoardKind::map ? Icon::graph : kind == BoardKind::canvas ? Icon::chart_scatter : Icon::cards;
}

void draw_board(const Frame& frame, const Workshop& workshop, const Board& board, const Activity* activity, const SealedState& sealed,
                bool room_watches, StageUi& ui, Commands& commands) {
  switch (board.kind) {
    case BoardKind::map:
      ui.map.inspector.room_watches = room_watches;
      draw_map(frame, workshop, ui.map, commands);
      return;
    case BoardKind::canvas: {
      const Activity* placing = placing_shown(workshop, board.id, activity);
      ui.canvas.inspector.room_watches = room_watches;
      draw_canvas(frame, workshop, board.id, placing == nullptr ? ActivityId{} : placing->id, sealed, ui.canvas, ui.pass, commands);
      return;
    }
    case BoardKind::cards:
      draw_cards(frame, workshop, board.id, ui.cards, commands);
      return;
  }
}

void draw_no_board(const Frame& frame, const Workshop& workshop) {
  if (!frame.chrome) return;  // without a bar there is nothing to point at; the heading says what this is
  draw_empty_lines(frame, frame.area.center() - Vec{0, 40}, workshop.boards.empty() ? "No boards yet" : "Nothing on the stage",
                   "Add a board or an activity from the bar below.", frame.area.width());
}

// Where to join, for who comes late: below the dots of a vote that runs.
void draw_join_line(const Frame& frame, const JoinWords& join) {
  if (!join.open()) return;
  const Vec right{frame.area.max.x, frame.area.max.y - (frame.chrome && facilitates(frame) ? 5.0F : 48.0F)};
  const std::string code = spoken(join.code);
  draw_label(frame.painter, right, code, {stage_type::label_strong, frame.theme.ink.secondary, Align::right, Anchor::middle});
  draw_label(frame.painter, right - Vec{label_width(frame.painter, code, stage_type::label_strong) + 14, 0}, join.address,
             {stage_type::label, frame.theme.ink.tertiary, Align::right, Anchor::middle});
}

bool shows_lobby(const Workshop& workshop, const StageState& state) {
  const bool nothing = find(workshop, workshop.stage.board) == nullptr && staged_activity(workshop) == nullptr;
  return nothing && (state.lobby.join.open() || !state.lobby.join.trouble.empty());
}

void draw_content(const Frame& whole, const Workshop& workshop, const StageState& state, StageUi& ui, Commands& commands) {
  const SealedState& sealed = state.sealed;
  const Activity* activity = staged_activity(workshop);
  const Board* board = find(workshop, workshop.stage.board);
  Frame frame = whole;
  const ActivityStage* const own = activity == nullptr ? nullptr : screens_of(*activity).stage;
  const bool is_map = board != nullptr && board->kind == BoardKind::map && own == nullptr;
  if (!is_map) frame.area.max.y = std::min(frame.area.max.y, frame.size.y - stage::margin_y);  // the map alone reaches below the safe area
  if (own != nullptr) {
    own->draw(frame, workshop, *activity, sealed, ui.kinds, ui.pass, commands);
    if (activity->phase == Phase::open && collects_inputs(workshop, *activity)) draw_join_line(frame, state.lobby.join);
  }
  else if (board != nullptr) draw_board(frame, workshop, *board, activity, sealed, state.room_watches, ui, commands);
  else if (activity != nullptr) draw_talk(frame, workshop, *activity, ui.kinds.talk, commands);
  else draw_no_board(frame, workshop);
}

void draw_head(const Frame& frame, const Workshop& workshop, Commands& commands) {
  const Activity* activity = staged_activity(workshop);
  const Board* board = find(workshop, workshop.stage.board);
  if (activity != nullptr) draw_activity_heading(frame, workshop, *activity);
  else if (board != nullptr) draw_heading(frame, icon_of_board(board->kind), workshop.title, workshop.subtitle, board->title);
  else draw_heading(frame, Icon::house, "Session", "", workshop.title);
  draw_running_timer(frame, workshop, commands);
}

// What the room sees, or the facilitator works on: the lobby, or the staged board or activity below its heading.
void draw_shown(const Frame& frame, const Workshop& workshop, const StageState& state, StageUi& ui, Commands& commands) {
  if (shows_lobby(workshop, state)) {
    draw_lobby(frame, workshop, state.lobby, commands);
    return;
  }
  draw_head(frame, workshop, commands);
  draw_content(frame, workshop, state, ui, commands);
}

// Blank: bare paper. Frozen: the moment it was frozen at, with nothing that happened since; its clock stands still too.
void draw_covered(const Frame& frame, const Workshop& workshop, const StageState& state, StageUi& ui) {
  const Workshop* moment = state.frozen == nullptr ? nullptr : state.frozen->moment();
  if (workshop.cover != StageCover::frozen || moment == nullptr) return;
  Frame still = frame;
  still.role = Role::stage;
  still.read_only = true;
  still.chrome = false;
  still.reduced_motion = true;
  still.now_ms = workshop.covered_ms;
  StageState as_then = state;
  as_then.sealed = state.frozen->sealed();
  follow_turn(still, *moment, state.frozen->turn(), ui);
  Commands ignored;  // nothing on it can be pressed, and nothing moves
  draw_shown(still, *moment, as_then, ui, ignored);
}

// A later round on the stage, with people who moved since the one before.
bool has_moves(const Workshop& workshop) {
  const Activity* placing = placing_shown(workshop, workshop.stage.board, staged_activity(workshop));
  return placing != nullptr && !build_canvas(workshop, placing->board, placing->id).drifts.empty();
}

// At the top of the glass, in pixels of the desk. What is on the stage begins below it.
Box banner_of(const Frame& desk, float widest) {
  const float half = std::min(widest, desk.size.x - 2 * stage::margin_x) / 2;
  return {{desk.size.x / 2 - half, space::s2}, {desk.size.x / 2 + half, space::s2 + control::banner_height}};
}
float room_of_banner(const Frame& frame) { return frame.off_desk(space::s2 + control::banner_height + space::s4) - stage::margin_y; }

// To the facilitator only: what the room sees instead, and the way back.
void draw_cover_banner(const Frame& outer, const Workshop& workshop, Commands& commands) {
  constexpr float widest = 1080;
  const Frame frame = outer.desk();
  const bool frozen = workshop.cover == StageCover::frozen;
  const std::string words = cover_words(workshop);
  if (draw_banner(frame, banner_of(frame, widest), words, Tone::warning, frozen ? Icon::snowflake : Icon::eye_slash, "Show live"))
    commands.add(CoverStage{StageCover::none});
}

}  // namespace

std::size_t stage_pages(const Workshop& workshop, const StageUi& ui) {
  std::size_t pages = has_moves(workshop) ? 2 : 1;
  pages = std::max(pages, ui.cards.pages);
  for (const ActivityScreens* const screens : all_screens())
    if (screens->stage != nullptr) pages = std::max(pages, screens->stage->pages(ui.kinds));
  return pages;
}

void turn_stage_to(const Workshop& workshop, StageUi& ui, std::size_t page) {
  for (const ActivityScreens* const screens : all_screens())
    if (screens->stage != nullptr) screens->stage->show_page(ui.kinds, page);
  ui.cards.page = page;
  ui.canvas.show_moves = page > 0 && has_moves(workshop);
}

std::string cover_words(const Workshop& workshop) {
  if (workshop.cover == StageCover::frozen) return "The stage is frozen. The room sees " + moment_words(workshop.covered_ms) + ".";
  return workshop.cover == StageCover::blank ? "The stage is blank. The room sees paper." : "";
}

void draw_stage(const Frame& frame, const Workshop& workshop, const StageState& state, StageUi& ui, Commands& commands) {
  if (ui.pass.activity) {  // the whole screen belongs to the person it was handed to
    draw_pass_screen(frame, workshop, state.sealed, ui.pass, commands);
    return;
  }
  const bool covered = state.room_watches && workshop.cover != StageCover::none;
  if (!covered) follow_turn(frame, workshop, state.turn, ui);
  Frame content = frame;
  content.read_only = frame.read_only || !state.read_only.empty();
  const bool bar = frame.chrome && frame.role == Role::facilitator;
  content.chrome = bar && !content.read_only;
  content.area = {{stage::margin_x, stage::header}, {frame.size.x - stage::margin_x, frame.size.y - (bar ? frame.off_desk(stage_bar_height) + 26 : 32.0F)}};
  const bool cover_banner = content.chrome && workshop.cover != StageCover::none;
  if (cover_banner || !state.read_only.empty()) content.area.min.y += room_of_banner(frame);
  if (!state.read_only.empty()) {
    const Frame desk = frame.desk();
    draw_banner(desk, banner_of(desk, desk.size.x), state.read_only, Tone::danger, Icon::warning);
  }
  const bool agenda = content.chrome && ui.agenda.open;
  if (agenda) content.area = content.beside(content.off_desk(agenda_panel(content.desk())));
  {
    const CoveredItems below_question(static_cast<bool>(ui.moment.asking_early));
    if (covered) draw_covered(content, workshop, state, ui);
    else draw_shown(content, workshop, state, ui, commands);
    if (cover_banner) draw_cover_banner(content, workshop, commands);
    if (bar) draw_stage_bar(content, workshop, state, ui, commands);
    if (agenda) draw_agenda(content, workshop, state.sealed, state.elsewhere, ui.agenda, commands);
  }
  if (content.chrome) draw_early_reveal(content.desk(), workshop, state.sealed, ui.moment, commands);
  if (content.chrome && !covered) tell_turn(content, workshop, ui, commands);
}

void draw_moment_of(const Frame& frame, const Workshop& workshop, BoardId board, StageUi& ui, Commands& commands) {
  ui.pass = {};
  Workshop shown = workshop;
  const Activity* activity = staged_activity(workshop);
  if (board != workshop.stage.board || (activity != nullptr && activity->board != board)) shown.stage = {board, {}};
  const Board* staged = find(shown, shown.stage.board);
  activity = staged_activity(shown);
  const bool own = activity != nullptr && screens_of(*activity).stage != nullptr;
  if (staged != nullptr && staged->kind == BoardKind::map && !own) {
    Commands ignored;  // a past moment takes no commands
    draw_map(frame, shown, ui.map, ignored);  // the map fills whatever room it gets
    return;
  }
  // Everything else is composed for the whole stage, so it is shown as the room saw it, smaller.
  const float width = std::min(frame.area.width(), frame.area.height() * design_width / design_height);
  const Vec centre = frame.area.center();
  Commands asked;
  draw_scaled(frame, box_around(centre, width / 2, width / 2 * design_height / design_width),
              [&](const Frame& small) {
                Frame moment = small;
                moment.reduced_motion = frame.reduced_motion;  // not a still picture: a reveal plays here as it did in the room
                draw_stage(moment, shown, {}, ui, asked);
              });
  for (const Intent& intent : asked.intents)  // a reveal that replay steps over needs its frames
    if (std::holds_alternative<AnimateUntil>(intent)) commands.ask(intent);
}

}  // namespace standpoint
