// Moves overlapping cards of a zone aside, for drawing. Whole numbers only: every screen lays them out alike. See cards.h.
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "core/boards/cards.h"

namespace standpoint {
namespace {

// A card with half a gap on every side, so that two of them touch when the cards are a gap apart.
struct Standing {
  BoardPoint middle;
  std::int32_t half_width = 0, half_height = 0;
};

bool covers(const Standing& a, const Standing& b) {
  return std::abs(a.middle.x - b.middle.x) < a.half_width + b.half_width && std::abs(a.middle.y - b.middle.y) < a.half_height + b.half_height;
}

// The nearest free place is in line with the wanted one, at the zone's edge, or touches another card: in x and in y.
std::vector<std::int32_t> places_along(std::int32_t wanted, std::int32_t least, std::int32_t most, std::vector<std::int32_t> touching) {
  touching.insert(touching.end(), {wanted, least, most});
  touching.erase(std::remove_if(touching.begin(), touching.end(), [&](std::int32_t v) { return v < least || v > most; }), touching.end());
  std::sort(touching.begin(), touching.end());
  touching.erase(std::unique(touching.begin(), touching.end()), touching.end());
  return touching;
}

// The cards of one zone.
class ZoneOfCards {
 public:
  ZoneOfCards(CardsBoard& board, std::vector<CardSize>& sizes, std::vector<std::size_t>& pages, const CardRoom& room, std::uint16_t zone, bool all)
      : board_(board), sizes_(sizes), pages_(pages), room_(room) {
    BoardRect area{{0, 0}, {board_max, board_max}};
    if (!all) area = board.zones[zone].area;
    inside_ = {{area.min.x + room.side, area.min.y + room.bottom}, {area.max.x - room.side, area.max.y - room.top}};
    for (std::size_t i = 0; i < board.cards.size() && i < sizes.size(); ++i)
      if (all || board.cards[i].zone == zone) cards_.push_back(i);
  }

  // Returns how many pages the zone has.
  std::size_t lay_out() {
    for (const std::size_t i : cards_) {
      sizes_[i].height = std::min(sizes_[i].height, std::max(1, inside_.max.y - inside_.min.y));
      sizes_[i].least_height = std::min(sizes_[i].least_height, sizes_[i].height);
      board_.cards[i].at = kept_inside(i);
    }
    if (nudge_apart(true) || nudge_apart(false) || stand_in_columns()) return 1;
    for (const std::size_t i : cards_) sizes_[i].height = sizes_[i].least_height;
    return stand_in_columns() ? 1 : stand_on_pages();
  }

 private:
  static std::int32_t between(std::int32_t v, std::int32_t least, std::int32_t most) {
    return least > most ? (least + most) / 2 : std::clamp(v, least, most);
  }
  BoardPoint kept_inside(std::size_t i) const {
    const CardSize& size = sizes_[i];
    const BoardPoint at = board_.cards[i].at;
    return {between(at.x, inside_.min.x + size.width / 2, inside_.max.x - size.width / 2),
            between(at.y, inside_.min.y + size.height / 2, inside_.max.y - size.height / 2)};
  }

  Standing standing(std::size_t i) const {
    return {board_.cards[i].at, (sizes_[i].width + room_.gap_x + 1) / 2, (sizes_[i].height + room_.gap_y + 1) / 2};
  }
  bool covers_bare(std::size_t i, std::size_t j) const {
    const BoardPoint a = board_.cards[i].at, b = board_.cards[j].at;
    return 2 * std::abs(a.x - b.x) < sizes_[i].width + sizes_[j].width && 2 * std::abs(a.y - b.y) < sizes_[i].height + sizes_[j].height;
  }

  // Who stands free stays, before anybody moves; with `gaps`, free is who has a gap round it. False, and nothing changed: somebody finds no place.
  bool nudge_apart(bool gaps) {
    std::vector<std::size_t> staying, waiting;
    for (const std::size_t i : cards_) {
      const bool free = std::none_of(staying.begin(), staying.end(), [&](std::size_t j) { return gaps ? covers(standing(i), standing(j)) : covers_bare(i, j); });
      (free ? staying : waiting).push_back(i);
    }
    std::vector<Standing> others;
    for (const std::size_t i : staying) others.push_back(standing(i));
    std::vector<BoardPoint> found;
    for (const std::size_t i : waiting) {
      Standing card = standing(i);
      const auto place = nearest_free(card, sizes_[i], others);
      if (!place) return false;
      card.middle = *place;
      others.push_back(card);
      found.push_back(*place);
    }
    for (std::size_t n = 0; n < waiting.size(); ++n) board_.cards[waiting[n]].at = found[n];
    return true;
  }

  std::optional<BoardPoint> nearest_free(const Standing& wanted, const CardSize& size, const std::vector<Standing>& others) const {
    std::vector<std::int32_t> beside, above;
    for (const Standing& other : others)
      for (const std::int32_t side : {-1, 1}) {
        beside.push_back(other.middle.x + side * (other.half_width + wanted.half_width));
        above.push_back(other.middle.y + side * (other.half_height + wanted.half_height));
      }
    const std::int32_t half_width = size.width / 2, half_height = size.height / 2;
    const auto xs = places_along(wanted.middle.x, inside_.min.x + half_width, inside_.max.x - half_width, std::move(beside));
    const auto ys = places_along(wanted.middle.y, inside_.min.y + half_height, inside_.max.y - half_height, std::move(above));
    std::optional<BoardPoint> best;
    std::int64_t least_way = 0;
    for (const std::int32_t x : xs)
      for (const std::int32_t y : ys) {
        const std::int64_t dx = x - wanted.middle.x, dy = y - wanted.middle.y, way = dx * dx + dy * dy;
        if (best && way >= least_way) continue;
        const Standing tried{{x, y}, wanted.half_width, wanted.half_height};
        if (std::any_of(others.begin(), others.end(), [&](const Standing& other) { return covers(tried, other); })) continue;
        best = tried.middle;
        least_way = way;
      }
    return best;
  }

  struct Column {
    std::int32_t x = 0, filled = 0;  // filled: heights with their gaps
    std::vector<std::size_t> cards;
  };

  std::vector<Column> empty_columns() const {
    std::int32_t width = 1;
    for (const std::size_t i : cards_) width = std::max(width, sizes_[i].width);
    const std::int32_t room = inside_.max.x - inside_.min.x;
    const std::int32_t count = std::max(1, (room + room_.gap_x) / (width + room_.gap_x));
    const std::int32_t space = std::max(0, room - count * width) / (count + 1);
    std::vector<Column> columns(static_cast<std::size_t>(count));
    for (std::int32_t c = 0; c < count; ++c)
      columns[static_cast<std::size_t>(c)].x = count == 1 ? inside_.min.x + room / 2 : inside_.min.x + space + width / 2 + c * (width + space);
    return columns;
  }

  // From the top down, each into the nearest column with room for it; `even`: into the one that is filled least.
  bool fill(std::vector<Column>& columns, bool even) const {
    std::vector<std::size_t> order = cards_;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return board_.cards[a].at.y > board_.cards[b].at.y; });
    const std::int32_t capacity = inside_.max.y - inside_.min.y + room_.gap_y;
    bool all_fit = true;
    for (const std::size_t i : order) {
      const std::int32_t needed = sizes_[i].height + room_.gap_y;
      const auto worse = [&](const Column& a, const Column& b) {
        const bool a_full = a.filled + needed > capacity, b_full = b.filled + needed > capacity;
        if (a_full != b_full) return b_full;
        if (even || a_full) return a.filled < b.filled;
        return std::abs(a.x - board_.cards[i].at.x) < std::abs(b.x - board_.cards[i].at.x);
      };
      Column& column = *std::min_element(columns.begin(), columns.end(), worse);
      all_fit = all_fit && column.filled + needed <= capacity;
      column.filled += needed;
      column.cards.push_back(i);
    }
    return all_fit;
  }

  // False, and nothing changed: there is not room for all of them.
  bool stand_in_columns() {
    std::vector<Column> columns = empty_columns();
    if (!fill(columns, false)) {
      columns = empty_columns();
      if (!fill(columns, true)) return false;
    }
    for (const Column& column : columns) stack(column);
    return true;
  }

  // As near to their own heights as their order allows.
  void stack(const Column& column) {
    const auto count = static_cast<std::int32_t>(column.cards.size());
    std::vector<std::int32_t> tops;  // downwards
    std::int32_t next = inside_.max.y;
    for (const std::size_t i : column.cards) {
      const std::int32_t top = std::min(next, board_.cards[i].at.y + sizes_[i].height / 2);
      tops.push_back(top);
      next = top - sizes_[i].height - room_.gap_y;
    }
    std::int32_t floor = inside_.min.y;
    for (std::int32_t n = count; n-- > 0;) {
      const std::size_t i = column.cards[static_cast<std::size_t>(n)];
      const std::int32_t top = std::max(tops[static_cast<std::size_t>(n)], floor + sizes_[i].height);
      floor = top + room_.gap_y;
      board_.cards[i].at = {column.x, top - sizes_[i].height / 2};
    }
  }

  // Row by row as one reads, from the top down; a page is full when the next row does not fit.
  std::size_t stand_on_pages() {
    std::vector<std::size_t> order = cards_;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return board_.cards[a].at.y > board_.cards[b].at.y; });
    std::size_t page = 0;
    std::int32_t top = inside_.max.y;
    for (std::size_t first = 0; first < order.size();) {
      std::size_t last = first;
      std::int32_t width = 0, height = 0;
      while (last < order.size() && (last == first || width + sizes_[order[last]].width <= inside_.max.x - inside_.min.x)) {
        width += sizes_[order[last]].width + room_.gap_x;
        height = std::max(height, sizes_[order[last]].height);
        ++last;
      }
      if (top - height < inside_.min.y && top < inside_.max.y) {
        ++page;
        top = inside_.max.y;
      }
      std::int32_t left = inside_.min.x;
      for (; first < last; ++first) {
        const CardSize& size = sizes_[order[first]];
        board_.cards[order[first]].at = {left + size.width / 2, top - size.height / 2};
        pages_[order[first]] = page;
        left += size.width + room_.gap_x;
      }
      top -= height + room_.gap_y;
    }
    return page + 1;
  }

  CardsBoard& board_;
  std::vector<CardSize>& sizes_;
  std::vector<std::size_t>& pages_;
  const CardRoom& room_;
  BoardRect inside_;
  std::vector<std::size_t> cards_;
};

}  // namespace

bool CardPages::shows(const PlacedCard& card, std::size_t index, std::size_t page) const {
  const std::size_t zone = card.zone < of_zone.size() ? card.zone : 0;
  return of_card[index] == std::min(page, of_zone[zone] - 1);
}

CardPages keep_cards_apart(CardsBoard& board, std::vector<CardSize>& sizes, const CardRoom& room) {
  CardPages pages;
  pages.of_card.assign(board.cards.size(), 0);
  if (board.zones.empty()) pages.of_zone.push_back(ZoneOfCards(board, sizes, pages.of_card, room, 0, true).lay_out());
  for (std::size_t zone = 0; zone < board.zones.size(); ++zone)
    pages.of_zone.push_back(ZoneOfCards(board, sizes, pages.of_card, room, static_cast<std::uint16_t>(zone), false).lay_out());
  for (const std::size_t count : pages.of_zone) pages.count = std::max(pages.count, count);
  return pages;
}

}  // namespace standpoint
