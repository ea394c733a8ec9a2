// Draws the Cards board: zones with their names, cards on them. Called by app/boards/cards/screen.
// It must not know ImGui.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "core/boards/cards.h"

namespace standpoint {

inline constexpr TextStyle card_words{Face::medium, 24, 30};
// The board's ground in the area a screen may fill; a foot below it has tools and pages.
inline constexpr float cards_foot = 72;
constexpr Box cards_ground(Box area, bool foot = false) { return {area.min, {area.max.x, area.max.y - (foot ? cards_foot : 16)}}; }

Vec cards_to_design(Box area, BoardPoint at);
BoardPoint cards_from_design(Box area, Vec at);  // clamped to the board
Box zone_box(Box area, const Zone& zone);
// The zone under a point; 0 when there is none.
std::uint16_t zone_at(const CardsBoard& board, Box area, Vec at);

// How wide and high a card in this zone may be.
Vec card_room(const CardsBoard& board, Box area, std::size_t zone);
// A card's box round its middle: 246 wide, 112 high and more when its words need it, twice as wide when they are many, as wide as
// its room when that is not enough; never wider than its room.
Box card_box(const Painter& painter, std::string_view text, Vec middle, Vec room);
// The cards of one page as they are drawn in this area: none covers another (core/boards/cards.h, keep_cards_apart).
struct LaidCards {
  CardsBoard board;        // zones and the cards of this page where they are drawn
  std::vector<Box> boxes;  // of these cards
  std::vector<bool> cut;   // which of them have more words than their box
  ZonePlaces places;       // back to those of the Workshop
  float names = 0;         // how far down the names of the zones reach in them
  std::size_t page = 0, pages = 1;
};
// `shown`: the page is the one with this card of the list, whatever `page` says.
LaidCards lay_out_cards(const Painter& painter, const CardsBoard& board, Box area, std::size_t page = 0, std::optional<std::size_t> shown = {});
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
// The board as on the stage, `area` being its ground.
void paint_cards(Painter& painter, const Theme& theme, const LaidCards& laid, Box area);

}  // namespace standpoint
