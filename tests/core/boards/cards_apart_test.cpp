// Cards that cover each other are moved aside where they are drawn, and nowhere else.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "core/boards/cards.h"

namespace standpoint::cards_apart_test {

namespace {

constexpr CardSize card_size{1400, 1300, 900};
constexpr CardRoom room{700, 60, 60, 60, 100};

struct Laid {
  CardsBoard board;
  std::vector<CardSize> sizes;

  void add(BoardPoint at, std::uint16_t zone = 0, CardSize size = card_size) {
    board.cards.push_back({mint<CardId>(SeatId{1}, static_cast<std::uint32_t>(board.cards.size() + 1)), "", CardColour::paper, zone, at});
    sizes.push_back(size);
  }
  CardPages lay_out() { return keep_cards_apart(board, sizes, room); }
  BoardPoint at(std::size_t i) const { return board.cards[i].at; }
  bool covers(std::size_t i, std::size_t j) const {
    return 2 * std::abs(at(i).x - at(j).x) < sizes[i].width + sizes[j].width && 2 * std::abs(at(i).y - at(j).y) < sizes[i].height + sizes[j].height;
  }
  int covered() const {
    int pairs = 0;
    for (std::size_t i = 0; i < board.cards.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) pairs += covers(i, j) ? 1 : 0;
    return pairs;
  }
  bool inside(std::size_t i) const {
    const BoardRect area = board.zones.empty() ? BoardRect{{0, 0}, {board_max, board_max}} : board.zones[board.cards[i].zone].area;
    return at(i).x - sizes[i].width / 2 >= area.min.x && at(i).x + sizes[i].width / 2 <= area.max.x && at(i).y - sizes[i].height / 2 >= area.min.y &&
           at(i).y + sizes[i].height / 2 <= area.max.y - room.top;
  }
};

}  // namespace

TEST_CASE("R98 cards that stand free stay where people put them") {
  Laid laid;
  laid.add({2000, 5000});
  laid.add({3460, 5000});  // side by side, a gap apart
  laid.add({8000, 2000});
  const CardsBoard before = laid.board;
  laid.lay_out();
  for (std::size_t i = 0; i < 3; ++i) CHECK(laid.at(i) == before.cards[i].at);
}

TEST_CASE("R316 cards put nearer to each other than a gap are drawn a gap apart, where there is room for it") {
  Laid laid;
  laid.add({2000, 5000});
  laid.add({3401, 5000});
  laid.add({2000, 3690});
  laid.lay_out();
  CHECK(laid.at(0) == BoardPoint{2000, 5000});
  CHECK(laid.at(1) == BoardPoint{3460, 5000});
  CHECK(laid.at(2) == BoardPoint{2000, 3600});
  Laid full;  // four beside each other have no room for their gaps, and stay where they were put
  const CardSize wide{2460, 9000, 9000};
  for (std::int32_t n = 0; n < 4; ++n) full.add({1290 + 2470 * n, 4650}, 0, wide);
  const CardsBoard before = full.board;
  full.lay_out();
  for (std::size_t i = 0; i < 4; ++i) CHECK(full.at(i).x == before.cards[i].at.x);
}

TEST_CASE("R98 a card on another goes to the nearest free place, and the first stays") {
  Laid laid;
  laid.add({5000, 5000});
  laid.add({5200, 5300});
  laid.add({9000, 1000});
  laid.lay_out();
  CHECK(laid.at(0) == BoardPoint{5000, 5000});
  CHECK(laid.at(2) == BoardPoint{9000, 1000});
  CHECK(laid.covered() == 0);
  CHECK(laid.at(1) == BoardPoint{5200, 6400});  // straight up: a height and a gap above the first
}

TEST_CASE("R98 the cards of a full zone stand in columns, in the order of their places, smaller when they must") {
  Laid laid;
  laid.board.zones = {{"Full", {{0, 0}, {3200, 10000}}}, {"Other", {{3200, 0}, {10000, 10000}}}};
  // 2 columns with room for 6 of 1300 and 9 of 900 each.
  for (std::int32_t n = 0; n < 12; ++n) laid.add({1500 + n, 9000 - 100 * n});
  laid.add({6000, 5000}, 1);
  SUBCASE("as large as they are") {
    laid.lay_out();
    CHECK(laid.sizes[0].height == card_size.height);
  }
  SUBCASE("with hardly a margin") {
    for (std::int32_t n = 0; n < 4; ++n) laid.add({1500 - n, 4000 - 100 * n});
    laid.lay_out();
    CHECK(laid.sizes[0].height == card_size.least_height);
    CHECK(laid.sizes[12].height == card_size.height);  // of the other zone
  }
  CHECK(laid.covered() == 0);
  CHECK(laid.at(12) == BoardPoint{6000, 5000});
  for (std::size_t i = 0; i < laid.board.cards.size(); ++i) CHECK(laid.inside(i));
  for (std::size_t i = 0; i < 12; ++i)
    for (std::size_t j = i + 1; j < 12; ++j)
      if (laid.at(i).x == laid.at(j).x) CHECK(laid.at(i).y > laid.at(j).y);
}

TEST_CASE("R175 a zone with more cards than can stand in it has pages, in the order of their places, and none lies behind another") {
  Laid laid;
  laid.board.zones = {{"Full", {{0, 0}, {1600, 10000}}}, {"Other", {{1600, 0}, {10000, 10000}}}};
  for (std::int32_t n = 0; n < 14; ++n) laid.add({800, 9000 - 500 * n});
  laid.add({6000, 5000}, 1);
  laid.add({800, 200}, 0, {1400, 30000, 20000});  // higher than the zone
  const CardPages pages = laid.lay_out();
  CHECK(pages.count == 3);
  CHECK(pages.of_zone == std::vector<std::size_t>{3, 1});
  for (std::size_t i = 0; i < laid.board.cards.size(); ++i) {
    CHECK(laid.inside(i));
    for (std::size_t j = 0; j < i; ++j)
      if (pages.of_card[i] == pages.of_card[j]) CHECK_FALSE(laid.covers(i, j));
    for (std::size_t j = 0; j < i && i < 14; ++j) CHECK(pages.of_card[j] <= pages.of_card[i]);
  }
  CHECK(pages.shows(laid.board.cards[14], 14, 2));  // a zone with one page goes on showing it
  CHECK_FALSE(pages.shows(laid.board.cards[0], 0, 2));
}

TEST_CASE("R175 zones share the board by what is in them, and every place comes back from where it is drawn") {
  Laid laid;
  for (std::int32_t z = 0; z < 6; ++z) {
    const std::int32_t x = z % 3 * 3333, y = z / 3 * 5000;
    laid.board.zones.push_back({"Zone", {{x, y}, {z % 3 == 2 ? board_max : x + 3333, y + 5000}}});
  }
  for (std::int32_t n = 0; n < 40; ++n) laid.add({100 + 30 * n, 9900 - 20 * n}, 3);
  laid.add({9000, 1000}, 2);
  ZonePlaces places;
  const CardsBoard shared = drawn_in(laid.board, zones_by_need(laid.board, laid.sizes, room));
  for (std::size_t z = 0; z < 6; ++z) {
    places.kept_areas.push_back(laid.board.zones[z].area);
    places.shown_areas.push_back(shared.zones[z].area);
  }
  const auto size_of = [](const BoardRect& r) { return static_cast<std::int64_t>(r.max.x - r.min.x) * (r.max.y - r.min.y); };
  CHECK(size_of(shared.zones[3].area) > size_of(laid.board.zones[3].area) * 3 / 2);
  std::int64_t all = 0;
  for (std::size_t z = 0; z < 6; ++z) {
    const BoardRect& was = laid.board.zones[z].area;
    const BoardRect& is = shared.zones[z].area;
    all += size_of(is);
    CHECK(2 * (is.max.x - is.min.x) * 2 > was.max.x - was.min.x);
  }
  CHECK(all == size_of({{0, 0}, {board_max, board_max}}));
  for (std::size_t z = 0; z < 6; ++z) {
    const BoardRect& was = laid.board.zones[z].area;
    for (const BoardPoint at : {was.min, was.max, BoardPoint{was.min.x + 1200, was.max.y - 1700}}) {
      const BoardPoint drawn = places.shown(at, z), back = places.kept(drawn, z);
      CHECK(shared.zones[z].area.contains(drawn));
      CHECK(std::abs(back.x - at.x) <= 3);
      CHECK(std::abs(back.y - at.y) <= 3);
    }
  }
  CHECK(ZonePlaces{}.shown({1234, 5678}, 0) == BoardPoint{1234, 5678});
}

TEST_CASE("R304 zones too narrow for words stand in rows, in their order, and fill the board") {
  for (const std::int32_t count : {1, 2, 4, 5, 6, 7, 12}) {
    INFO(count);
    CardsBoard board;
    for (std::int32_t z = 0; z < count; ++z) board.zones.push_back({"Zone", {{board_max * z / count, 0}, {board_max * (z + 1) / count, board_max}}});
    board.cards.push_back({CardId{1}, "", CardColour::paper, static_cast<std::uint16_t>(count - 1), {board_max, 0}});
    const std::int32_t wide = board_max / count;
    CHECK(drawn_in(board, zones_in_rows(board, wide, 2 * wide)).zones == board.zones);  // wide enough
    const CardsBoard rows = drawn_in(board, zones_in_rows(board, wide + 1, std::max(wide + 2, 3000)));
    std::int64_t all = 0;
    for (std::size_t z = 0; z < rows.zones.size(); ++z) {
      const BoardRect& is = rows.zones[z].area;
      all += static_cast<std::int64_t>(is.max.x - is.min.x) * (is.max.y - is.min.y);
      if (count > 3) CHECK(is.max.x - is.min.x >= 3000);
      for (std::size_t before = 0; before < z; ++before) {
        const BoardRect& other = rows.zones[before].area;
        CHECK((other.min.y > is.min.y || (other.min.y == is.min.y && other.max.x <= is.min.x)));
      }
    }
    CHECK(std::abs(all - static_cast<std::int64_t>(board_max) * board_max) < board_max * 20);
    CHECK(rows.zones.back().area.contains(rows.cards.front().at));
    CHECK(rows.cards.front().at == BoardPoint{board_max, 0});  // the corner stays the corner
  }
}

TEST_CASE("R98 the same cards are always laid out alike, and a second time changes nothing") {
  const auto laid_out = [] {
    Laid laid;
    std::uint32_t seed = 7;
    const auto any = [&] {
      seed = seed * 1664525 + 1013904223;
      return static_cast<std::int32_t>(seed >> 8) % 10000;
    };
    for (int n = 0; n < 18; ++n) {
      const std::int32_t x = any();
      laid.add({x, any()});
    }
    laid.lay_out();
    return laid;
  };
  Laid once = laid_out();
  CHECK(once.covered() == 0);
  std::vector<BoardPoint> places;
  for (const PlacedCard& card : once.board.cards) places.push_back(card.at);
  Laid again = laid_out();
  for (std::size_t i = 0; i < places.size(); ++i) CHECK(again.at(i) == places[i]);
  once.lay_out();
  for (std::size_t i = 0; i < places.size(); ++i) CHECK(once.at(i) == places[i]);
}

}  // namespace standpoint::cards_apart_test
