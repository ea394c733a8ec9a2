// Draws the Cards board: zones with their names, cards on them. Called by app/screens/cards.
// It must not know ImGui.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/paint/painter.h"
#include "app/theme.h"
#include "core/boards/cards.h"

namespace standpoint {

// The board's ground in the area a screen may fill.
constexpr Box cards_ground(Box area) { return {area.min, {area.max.x, area.max.y - 16}}; }

Vec cards_to_design(Box area, BoardPoint at);
BoardPoint cards_from_design(Box area, Vec at);  // clamped to the board
Box zone_box(Box area, const Zone& zone);
// The zone under a point; 0 when there is none.
std::uint16_t zone_at(const CardsBoard& board, Box area, Vec at);

// A card's box round its middle: 246 wide, 112 high and more when its words need it.
Box card_box(const Painter& painter, std::string_view text, Vec middle);
// Moves cards that cover others aside, as they are drawn in this area (core/boards/cards.h, keep_cards_apart), and returns their boxes.
std::vector<Box> lay_out_cards(const Painter& painter, CardsBoard& board, Box area);
Color card_color(const Theme& theme, CardColour colour);

struct CardLook {
  bool hovered = false;
  bool dragged = false;  // lifted 3 %, with the long shadow
  bool selected = false;
  bool pressed = false;  // a little smaller, on sunken ground
};
void paint_card(Painter& painter, const Theme& theme, Box box, std::string_view text, CardColour colour, const CardLook& look = {});
// The outlined place a dragged card left.
void paint_slot(Painter& painter, const Theme& theme, Box box);
void paint_zones(Painter& painter, const Theme& theme, const CardsBoard& board, Box area, int lit = -1);
// The whole board as on the stage, `area` being its ground; cards that cover others are moved aside first.
void paint_cards(Painter& painter, const Theme& theme, CardsBoard board, Box area);

}  // namespace standpoint
