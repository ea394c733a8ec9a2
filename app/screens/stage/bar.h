// The facilitator's bar below the stage: home, agenda, undo, boards, timer, and the next step of the workshop. Only for
// who facilitates, and never on the bare stage. Called by stage.cpp.
#pragma once

#include "app/screens/stage/stage.h"

namespace standpoint {

// It takes so much of the foot of the desk, whatever the window.
inline constexpr float stage_bar_height = 64;
inline float stage_bar_top(const Frame& desk) { return desk.size.y - stage_bar_height; }

void draw_stage_bar(const Frame&, const Workshop&, const StageState&, StageUi&, Commands&);

// The boards as tabs in the middle between `left` and `right`, those without room in a menu at their end, and boards to add. Part of
// the bar.
void draw_board_tabs(const Frame&, const Workshop&, StageUi&, float left, float right, Commands&);

// Boards that can be added, by the words facilitators use.
struct BoardPreset {
  std::string_view title;
  Board board;  // without id
};
std::vector<BoardPreset> board_presets();

}  // namespace standpoint
