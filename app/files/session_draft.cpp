// Commands of a session that does not exist yet; ids are minted from the workshop they fold to.
#include "app/files/session_draft.h"

#include <utility>

#include "core/workshop/apply.h"

namespace standpoint {

SessionDraft::SessionDraft(std::string title, std::string subtitle, std::string facilitator) {
  add(SeatId{}, StartSession{std::move(title), std::move(subtitle)});
  add(SeatId{}, JoinSeat{SeatId{1}, std::move(facilitator), Role::facilitator, SeatId{}});
}

void SessionDraft::add(SeatId by, Action action) {
  commands_.push_back(Command{by, 0, std::move(action)});
  apply(workshop_, Event{workshop_.sequence + 1, 0, by, 0, commands_.back().action});
}

void SessionDraft::add(Action action) { add(facilitator(), std::move(action)); }

void SessionDraft::add(std::span<const Action> actions) {
  for (const Action& action : actions) add(action);
}

void SessionDraft::add_usual_boards() {
  Template usual;
  Board map, canvas, cards;
  map.title = "Map";
  canvas.kind = BoardKind::canvas;
  canvas.title = "Power and interest";
  canvas.x = {"Interest", "low", "high"};
  canvas.y = {"Power", "low", "high"};
  canvas.regions = {"Monitor", "Keep informed", "Keep satisfied", "Manage closely"};
  cards.kind = BoardKind::cards;
  cards.title = "Cards";
  usual.boards = {map, canvas, cards};
  add(actions_of(usual, workshop_, facilitator()));
}

SessionDraft draft_of(const Template& plan, const std::string& title) {
  SessionDraft draft(title.empty() ? plan.title : title, title.empty() || title == plan.title ? "" : plan.title);
  draft.add(actions_of(plan, draft.workshop(), draft.facilitator()));
  return draft;
}

}  // namespace standpoint
