// See turn.h.
#include "app/screens/stage/turn.h"

#include <algorithm>
#include <cmath>

#include "app/activities/activities.h"
#include "core/boards/map.h"

namespace standpoint {
namespace {

constexpr double tell_every_s = 0.1;
constexpr float hundred = 100;

enum class Shown : std::uint8_t { nothing, activity, map, canvas, cards };

Shown shown_by(const Workshop& workshop) {
  const Activity* const activity = staged_activity(workshop);
  if (activity != nullptr && screens_of(*activity).stage != nullptr) return Shown::activity;
  const Board* const board = find(workshop, workshop.stage.board);
  if (board == nullptr) return Shown::nothing;
  switch (board->kind) {
    case BoardKind::map: return Shown::map;
    case BoardKind::canvas: return Shown::canvas;
    case BoardKind::cards: return Shown::cards;
  }
  return Shown::nothing;
}

Camera camera_of(const StageTurn& turn) {
  if (turn.zoom == 100 && turn.middle == StageTurn{}.middle) return {};
  const MapPoint middle = map_from_board(turn.middle);  // up is y there, down on the glass
  return {{static_cast<float>(middle.x), static_cast<float>(-middle.y)}, std::clamp(static_cast<float>(turn.zoom) / hundred, camera_zoom_least, camera_zoom_most)};
}

void turn_canvas(const StageTurn& turn, CanvasUi& canvas) {
  canvas.show_moves = turn.side == StageTurn::Side::moves;
  canvas.heat = turn.side == StageTurn::Side::heat;
  canvas.focused = turn.looked_at;
  canvas.tray_page = turn.rail_page;
}

void turn_cards(const StageTurn& turn, CardsUi& cards) {
  cards.page = turn.page;
  const CardId told = turn.looked_at.kind == Item::Kind::card ? CardId{turn.looked_at.id} : CardId{};
  if (!(cards.reading == told)) cards.reading = cards.selected = told;
  cards.reading_page = turn.rail_page;
}

void turn_map(const Frame& frame, const StageTurn& turn, MapUi& map) {
  const Camera to = camera_of(turn);
  if (to == map.flying_to.value_or(map.camera)) return;
  map.flying_from = map.camera;
  map.flying_to = to;
  map.flying_since = frame.seconds;
}

void turn_to(const Frame& frame, const Workshop& workshop, const StageTurn& turn, StageUi& ui) {
  switch (shown_by(workshop)) {
    case Shown::nothing: break;
    case Shown::activity: {
      const Activity& activity = *staged_activity(workshop);
      screens_of(activity).stage->turn_to(activity, turn, ui.kinds);
      break;
    }
    case Shown::map: turn_map(frame, turn, ui.map); break;
    case Shown::canvas: turn_canvas(turn, ui.canvas); break;
    case Shown::cards: turn_cards(turn, ui.cards); break;
  }
}

}  // namespace

StageTurn turn_of(const Workshop& workshop, const StageUi& ui) {
  StageTurn turn;
  turn.view = workshop.stage;
  const auto number = [](std::size_t page) { return static_cast<std::uint16_t>(std::min<std::size_t>(page, 0xFFFF)); };
  switch (shown_by(workshop)) {
    case Shown::nothing: break;
    case Shown::activity: {
      const Activity& activity = *staged_activity(workshop);
      screens_of(activity).stage->tell(activity, ui.kinds, ui.turned, turn);
      break;
    }
    case Shown::cards:
      turn.page = number(ui.cards.page);
      if (ui.cards.reading) turn.looked_at = Item(ui.cards.reading);
      if (ui.cards.reading) turn.rail_page = number(ui.cards.reading_page);
      break;
    case Shown::canvas:
      turn.rail_page = number(ui.canvas.tray_page);
      turn.looked_at = ui.canvas.focused;
      turn.side = ui.canvas.show_moves ? StageTurn::Side::moves : ui.canvas.heat ? StageTurn::Side::heat : StageTurn::Side::first;
      break;
    case Shown::map: {
      const Camera camera = ui.map.flying_to.value_or(ui.map.camera);
      if (camera == Camera{}) break;
      turn.middle = board_from_map({camera.middle.x, -camera.middle.y});
      turn.zoom = static_cast<std::uint16_t>(std::lround(camera.zoom * hundred));
      break;
    }
  }
  return turn;
}

void follow_turn(const Frame& frame, const Workshop& workshop, const StageTurn& told, StageUi& ui) {
  const bool leads = frame.chrome && frame.role == Role::facilitator;
  if (ui.turned.view != workshop.stage) {
    StageTurn anew;
    anew.view = workshop.stage;
    if (ui.turned.view != StageView{}) {
      const Camera camera = ui.map.flying_to.value_or(ui.map.camera);
      turn_to(frame, workshop, anew, ui);
      if (leads) {  // they look on from where they were
        ui.map.flying_from.reset();
        ui.map.flying_to.reset();
        ui.map.camera = camera;
      }
    }
    ui.turned = anew;
  }
  if (told.view != workshop.stage || told == ui.turned) return;
  turn_to(frame, workshop, told, ui);
  ui.turned = told;
}

void tell_turn(const Frame& frame, const Workshop& workshop, StageUi& ui, Commands& commands) {
  StageTurn now = turn_of(workshop, ui);
  now.by = ui.turned.by;  // whoever it was that turned
  if (now == ui.turned) return;
  if (frame.seconds < ui.turned_at + tell_every_s) return commands.ask(WakeAt{ui.turned_at + tell_every_s});
  now.by = frame.me;
  ui.turned = now;
  ui.turned_at = frame.seconds;
  commands.ask(TurnStage{now});
}

}  // namespace standpoint
