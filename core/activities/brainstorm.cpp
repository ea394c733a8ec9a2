// The row of a brainstorm: everybody writes, on the cards board or the map that is on the stage.
#include "core/activities/rows.h"

namespace standpoint {
namespace {

constexpr std::uint16_t planned_minutes = 10;

void plan_brainstorm(const Workshop& workshop, Activity& activity) {
  const Board* const staged = find(workshop, workshop.stage.board);
  const Board* const map = first_board(workshop, BoardKind::map);
  const Board* const cards = first_board(workshop, BoardKind::cards);
  const bool written_on = staged != nullptr && staged->kind != BoardKind::canvas;
  activity.board = written_on ? staged->id : map != nullptr ? map->id : cards != nullptr ? cards->id : BoardId{};
  activity.minutes = planned_minutes;
}

}  // namespace

const ActivityRules brainstorm_rules{.words = {.name = "Brainstorm", .key = "brainstorm", .noun = "a brainstorm", .doing = "brainstorm"},
                                     .input = {},
                                     .writes = true,
                                     .plan = plan_brainstorm};

}  // namespace standpoint
