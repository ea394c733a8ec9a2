// The Cards board: zones with cards. Pure values for the cards screens and app/paint.
#pragma once

#include <string>
#include <vector>

#include "core/workshop/model.h"

namespace standpoint {

struct PlacedCard {
  CardId id;
  std::string text;
  CardColour colour{};
  std::uint16_t zone = 0;
  BoardPoint at;  // its middle, on the board
};
struct CardsBoard {
  std::vector<Zone> zones;
  std::vector<PlacedCard> cards;
};
CardsBoard build_cards(const Workshop&, BoardId);
// The zone of a board where what is written now belongs, unless somebody says otherwise: the one that is called like the brainstorm
// on the stage, else the first.
std::uint16_t zone_asked(const Workshop&, const Board&);

// How large a card is drawn, and what a zone keeps free of cards, in board units.
struct CardSize { std::int32_t width = 0, height = 0, least_height = 0; };  // least: with hardly a margin round the words
struct CardRoom { std::int32_t top = 0, side = 0, bottom = 0, gap_x = 0, gap_y = 0; };  // top: of the zone's name; gaps: between two cards
// Which page of its zone each card stands on, and how many pages the zones have.
struct CardPages {
  std::vector<std::size_t> of_card, of_zone;
  std::size_t count = 1;  // of the zone with the most; zones with fewer keep showing their last
  bool shows(const PlacedCard& card, std::size_t index, std::size_t page) const;
};
// Moves the cards of every zone aside so that they lie in it, a gap apart: a card stays where people put it unless it is nearer to one
// before it in the list; then it goes to the nearest free place. Where that leaves one without a place, only those move that cover another,
// and where that does not do either, the zone's cards stand in columns, in the order of their places: as large as they are, else with their least heights, else row by row on several
// pages. `sizes`: one per card; a height may become the least one, and none stays higher than its zone. For drawing only: what
// people did is in the Workshop.
CardPages keep_cards_apart(CardsBoard&, std::vector<CardSize>& sizes, const CardRoom&);

// Where zones are drawn that lie elsewhere than the template has them: everything in a zone moves along with it. The plain one moves nothing.
struct ZonePlaces {
  std::vector<BoardRect> kept_areas, shown_areas;  // one per zone
  BoardPoint shown(BoardPoint kept, std::size_t zone) const;  // where a place of the Workshop is drawn,
  BoardPoint kept(BoardPoint shown, std::size_t zone) const;  // and the other way round
};
// Zones that share the board by what is in them: the lines between them lie elsewhere.
std::vector<BoardRect> zones_by_need(const CardsBoard&, const std::vector<CardSize>& sizes, const CardRoom&);
// Zones of which one would be narrower than `least` stand in rows, in their order, as many beside each other as are `wanted` wide. Where all are
// wider, or rows would not make them wider, as they are.
std::vector<BoardRect> zones_in_rows(const CardsBoard&, std::int32_t least, std::int32_t wanted);
// The zones and cards of a board with its zones in these places.
CardsBoard drawn_in(CardsBoard, const std::vector<BoardRect>& areas);

}  // namespace standpoint
