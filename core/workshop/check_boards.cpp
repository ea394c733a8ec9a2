// Rules about boards and the agreed places on a canvas: R16 to R18.
#include <algorithm>

#include "core/workshop/check_rules.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

constexpr std::size_t region_count = 4;
constexpr std::size_t max_zones = 64;

Verdict check_axis(const Axis& axis) {
  for (const std::string* const text : {&axis.name, &axis.low, &axis.high})
    if (Verdict no = check_line(*text, "The axis")) return no;
  return {};
}

Verdict check_zones(const Board& b) {
  if (!b.zones.empty() && b.kind != BoardKind::cards) return refused(Why::malformed, "Only a board for cards has zones.");
  if (Verdict no = check_room_for(0, b.zones.size(), max_zones, "zones on a board")) return no;
  for (const Zone& zone : b.zones) {
    if (Verdict no = check_line(zone.name, "The zone's name")) return no;
    if (Verdict no = check_on_board(zone.area.min)) return no;
    if (Verdict no = check_on_board(zone.area.max)) return no;
    if (zone.area.min.x >= zone.area.max.x || zone.area.min.y >= zone.area.max.y)
      return refused(Why::malformed, "A zone needs some width and height.");
  }
  return {};
}

Verdict check_words(const Board& b) {
  if (Verdict no = check_name(b.title, "The board's title")) return no;
  if (Verdict no = check_axis(b.x)) return no;
  if (Verdict no = check_axis(b.y)) return no;
  const bool regions_fit = b.regions.empty() || (b.kind == BoardKind::canvas && b.regions.size() == region_count);
  if (!regions_fit) return refused(Why::malformed, "A canvas has four named regions or none; other boards have none.");
  for (const std::string& region : b.regions)
    if (Verdict no = check_line(region, "The region's name")) return no;
  return check_zones(b);
}

Verdict check_place(const Workshop& w, const CanvasPlace& place) {
  if (!exists(w, place.item)) return gone(place.item.kind == Item::Kind::card ? "card" : "stakeholder");
  return check_on_board(place.at);
}

// The canvas of that id, or why there is none to place on.
Verdict check_canvas(const Workshop& w, BoardId id) {
  const Board* const board = find(w, id);
  if (!board) return gone("board");
  if (board->kind != BoardKind::canvas) return refused(Why::malformed, "Things are placed on a canvas; choose one.");
  return {};
}

template <class Things, class ItemOf>
Verdict check_each_item_once(const Things& things, ItemOf item_of) {
  if (things.empty() || things.size() > max_items)
    return refused(Why::malformed, "Choose at least one thing and at most " + std::to_string(max_items) + ".");
  std::vector<Item> items;
  for (const auto& thing : things) items.push_back(item_of(thing));
  std::sort(items.begin(), items.end());
  if (std::adjacent_find(items.begin(), items.end()) == items.end()) return {};
  return refused(Why::malformed, "The same thing is named twice in one step; nothing was changed.");
}

bool anybody_uses(const Workshop& w, BoardId board) {
  return std::any_of(w.cards.begin(), w.cards.end(), [&](const Card& c) { return c.board == board; }) ||
         std::any_of(w.activities.begin(), w.activities.end(), [&](const Activity& a) { return a.board == board; });
}

}  // namespace

Verdict check_action(const Workshop& w, SeatId by, const AddBoard& a) {
  const Board& b = a.board;
  if (Verdict no = check_new_or_returning_id(w, by, minted_by(b.id), minted_nth(b.id), !find(w, b.id))) return no;
  if (Verdict no = check_words(b)) return no;
  if (!b.places.empty() && (b.kind != BoardKind::canvas || !strictly_sorted(b.places)))
    return refused(Why::malformed, "Only a canvas has places, each thing once.");
  for (const CanvasPlace& place : b.places)
    if (Verdict no = check_place(w, place)) return no;
  return check_room_for(w.boards.size(), 1, max_items, "boards");
}

Verdict check_action(const Workshop& w, SeatId, const ChangeBoard& a) {
  const Board* const board = thing_of(w, a);
  if (!board) return gone("board");
  if (Verdict no = check_fields(*board, a)) return no;
  return check_words(with_change(*board, a));
}

Verdict check_action(const Workshop& w, SeatId, const RemoveBoard& a) {
  if (!find(w, a.board)) return gone("board");
  if (anybody_uses(w, a.board))
    return refused(Why::wrong_phase, "Cards lie on this board or an activity uses it; move or remove them first.");
  if (w.stage.board == a.board) return refused(Why::wrong_phase, "This board is on the stage; show another one first.");
  return {};
}

Verdict check_action(const Workshop& w, SeatId, const PlaceOnCanvas& a) {
  if (Verdict no = check_canvas(w, a.board)) return no;
  if (Verdict no = check_each_item_once(a.places, [](const CanvasPlace& p) { return p.item; })) return no;
  for (const CanvasPlace& place : a.places)
    if (Verdict no = check_place(w, place)) return no;
  return {};
}

Verdict check_action(const Workshop& w, SeatId, const TakeOffCanvas& a) {
  if (Verdict no = check_canvas(w, a.board)) return no;
  if (Verdict no = check_each_item_once(a.items, [](const Item& item) { return item; })) return no;
  const Board* const board = find(w, a.board);
  for (const Item& item : a.items)
    if (!find_in(board->places, item)) return refused(Why::not_found, "This is not on the canvas; nothing was changed.");
  return {};
}

}  // namespace standpoint
