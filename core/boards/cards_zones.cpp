// Zones that share the board by what is in them, for drawing: the lines between them move, and nobody's card leaves its zone.
// Whole numbers only. See cards.h.
#include <algorithm>

#include "core/boards/cards.h"

namespace standpoint {
namespace {

// No line comes nearer to the next than this share of what the template gives them: names of zones keep their room.
constexpr std::int64_t least_share = 50;  // per cent

// What lies between two lines stays so between two others.
std::int32_t between(std::int32_t v, std::int32_t low, std::int32_t high, std::int32_t to_low, std::int32_t to_high) {
  const std::int64_t span = std::max(1, high - low), way = static_cast<std::int64_t>(to_high - to_low) * (v - low);
  return clamp_to_board(to_low + static_cast<std::int32_t>((way + (way < 0 ? -span : span) / 2) / span));
}

std::int32_t between_lines(std::int32_t v, const std::vector<std::int32_t>& from, const std::vector<std::int32_t>& to) {
  std::size_t n = 0;
  while (n + 2 < from.size() && v > from[n + 1]) ++n;
  return between(v, from[n], from[n + 1], to[n], to[n + 1]);
}

// From one place to the same one of another area.
BoardPoint moved(BoardPoint at, const BoardRect& from, const BoardRect& to) {
  return {between(at.x, from.min.x, from.max.x, to.min.x, to.max.x), between(at.y, from.min.y, from.max.y, to.min.y, to.max.y)};
}

// The lines across the board, as the template has them and as they are drawn.
struct ZoneLines {
  std::vector<std::int32_t> kept_x, shown_x, kept_y, shown_y;
  BoardPoint shown(BoardPoint at) const { return {between_lines(at.x, kept_x, shown_x), between_lines(at.y, kept_y, shown_y)}; }
};

// What the cards of each zone need, if they stood without a gap left over.
struct ZoneNeed {
  std::int64_t area = 0;
  std::int32_t widest = 0, highest = 0;
};

std::vector<ZoneNeed> needs_of(const CardsBoard& board, const std::vector<CardSize>& sizes, const CardRoom& room) {
  std::vector<ZoneNeed> needs(board.zones.size());
  for (std::size_t i = 0; i < board.cards.size() && i < sizes.size(); ++i) {
    if (board.cards[i].zone >= needs.size()) continue;
    ZoneNeed& need = needs[board.cards[i].zone];
    const std::int64_t width = sizes[i].width + room.gap_x, height = sizes[i].least_height + room.gap_y;
    need.area += width * height;
    need.widest = std::max(need.widest, sizes[i].width);
    need.highest = std::max(need.highest, sizes[i].least_height);
  }
  return needs;
}

// One way across the board: its lines, and what each strip between two of them must have and would like.
struct Strips {
  std::vector<std::int32_t> lines;
  std::vector<std::int64_t> least, wanted;

  explicit Strips(std::vector<std::int32_t> kept) : lines(std::move(kept)), least(lines.size() - 1), wanted(lines.size() - 1) {
    for (std::size_t n = 0; n < least.size(); ++n) least[n] = static_cast<std::int64_t>(lines[n + 1] - lines[n]) * least_share / 100;
  }
  // What a zone must have and would like, shared among the strips it covers as the template has them.
  void ask(std::int32_t from, std::int32_t to, std::int64_t must, std::int64_t would) {
    for (std::size_t n = 0; n < least.size(); ++n) {
      if (lines[n] < from || lines[n + 1] > to) continue;
      const std::int64_t part = lines[n + 1] - lines[n], whole = std::max(1, to - from);
      least[n] = std::max(least[n], must * part / whole);
      wanted[n] = std::max(wanted[n], would * part / whole);
    }
  }
  // Everybody gets the least; what is left goes to those who would like more, or as the template has it.
  std::vector<std::int32_t> shared_out() const {
    std::int64_t all_least = 0, all_more = 0;
    std::vector<std::int64_t> more(least.size());
    for (std::size_t n = 0; n < least.size(); ++n) {
      all_least += least[n];
      all_more += more[n] = std::max<std::int64_t>(0, wanted[n] - least[n]);
    }
    for (std::size_t n = 0; all_more == 0 && n < more.size(); ++n) more[n] = lines[n + 1] - lines[n];
    if (all_more == 0) all_more = board_max;
    const std::int64_t left = std::max<std::int64_t>(0, board_max - all_least);
    std::vector<std::int32_t> shown{0};
    std::int64_t so_far = 0, more_so_far = 0;
    for (std::size_t n = 0; n < least.size(); ++n) {
      so_far += least[n];
      more_so_far += more[n];
      const std::int64_t at = left > 0 ? so_far + left * more_so_far / all_more : so_far * board_max / all_least;
      shown.push_back(static_cast<std::int32_t>(std::min<std::int64_t>(at, board_max)));
    }
    shown.back() = board_max;
    return shown;
  }
};

std::vector<std::int32_t> lines_of(const CardsBoard& board, std::int32_t BoardPoint::*part) {
  std::vector<std::int32_t> lines{0, board_max};
  for (const Zone& zone : board.zones) lines.insert(lines.end(), {zone.area.min.*part, zone.area.max.*part});
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

}  // namespace

BoardPoint ZonePlaces::shown(BoardPoint at, std::size_t zone) const {
  return zone < shown_areas.size() ? moved(at, kept_areas[zone], shown_areas[zone]) : at;
}

BoardPoint ZonePlaces::kept(BoardPoint at, std::size_t zone) const {
  return zone < shown_areas.size() ? moved(at, shown_areas[zone], kept_areas[zone]) : at;
}

std::vector<BoardRect> zones_by_need(const CardsBoard& board, const std::vector<CardSize>& sizes, const CardRoom& room) {
  ZoneLines lines;
  lines.kept_x = lines_of(board, &BoardPoint::x);
  lines.kept_y = lines_of(board, &BoardPoint::y);
  const std::vector<ZoneNeed> needs = needs_of(board, sizes, room);
  std::int32_t narrowest = board_max;  // an empty zone keeps room for one such card
  for (const CardSize& size : sizes) narrowest = std::min(narrowest, size.width);
  Strips across(lines.kept_x), down(lines.kept_y);
  for (std::size_t z = 0; z < needs.size(); ++z) {
    const BoardRect& area = board.zones[z].area;
    const std::int64_t height = std::max(1, area.max.y - area.min.y - room.top - room.bottom);
    across.ask(area.min.x, area.max.x, std::max(narrowest, needs[z].widest) + 2 * room.side, needs[z].area / height + 2 * room.side);
  }
  lines.shown_x = across.shared_out();
  for (std::size_t z = 0; z < needs.size(); ++z) {
    const BoardRect& area = board.zones[z].area;
    const std::int32_t width = between_lines(area.max.x, lines.kept_x, lines.shown_x) - between_lines(area.min.x, lines.kept_x, lines.shown_x) - 2 * room.side;
    const std::int64_t columns = std::max(1, (width + room.gap_x) / (std::max(1, needs[z].widest) + room.gap_x));
    const std::int64_t each = std::max<std::int64_t>(1, columns * (needs[z].widest + room.gap_x));
    down.ask(area.min.y, area.max.y, needs[z].highest + room.top + room.bottom, needs[z].area / each + room.top + room.bottom);
  }
  lines.shown_y = down.shared_out();
  std::vector<BoardRect> areas;
  for (const Zone& zone : board.zones) areas.push_back({lines.shown(zone.area.min), lines.shown(zone.area.max)});
  return areas;
}

std::vector<BoardRect> zones_in_rows(const CardsBoard& board, std::int32_t least, std::int32_t wanted) {
  const auto count = static_cast<std::int32_t>(board.zones.size());
  std::vector<BoardRect> areas;
  std::int32_t narrowest = board_max;
  for (const Zone& zone : board.zones) {
    areas.push_back(zone.area);
    narrowest = std::min(narrowest, zone.area.max.x - zone.area.min.x);
  }
  const std::int32_t most = std::clamp(board_max / std::max(1, wanted), 1, std::max(1, count)), rows = (count + most - 1) / most;
  if (narrowest >= least || rows == 0 || board_max / ((count + rows - 1) / rows) <= narrowest) return areas;
  for (std::int32_t row = 0, first = 0; row < rows; ++row) {  // the upper rows have one more where they are not alike
    const std::int32_t columns = count / rows + (row < count % rows ? 1 : 0);
    for (std::int32_t n = 0; n < columns; ++n)
      areas[static_cast<std::size_t>(first + n)] = {{board_max * n / columns, board_max - board_max * (row + 1) / rows},
                                                    {board_max * (n + 1) / columns, board_max - board_max * row / rows}};
    first += columns;
  }
  return areas;
}

CardsBoard drawn_in(CardsBoard board, const std::vector<BoardRect>& areas) {
  for (PlacedCard& card : board.cards)
    if (card.zone < areas.size()) card.at = moved(card.at, board.zones[card.zone].area, areas[card.zone]);
  for (std::size_t z = 0; z < areas.size(); ++z) board.zones[z].area = areas[z];
  return board;
}

}  // namespace standpoint
