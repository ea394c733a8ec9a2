// Draws zones and cards. See paint_board.h.
#include "app/boards/cards/paint_board.h"

#include <algorithm>
#include <cmath>

#include "app/paint/elevation.h"
#include "app/paint/text/label.h"

namespace standpoint {
namespace {

constexpr const TextStyle& words_style = card_words;
constexpr int narrow_lines = 5;  // more of them, and the card is wide
constexpr Vec name_at{24, 19};   // of a zone, in its corner
constexpr float name_clear = 12;
constexpr int name_lines = 3;
constexpr float narrow_zone = 220;  // a card in a narrower one breaks long words

// How many lines the words take, or `most` and one: nothing is measured beyond what has room, for a card may have 2,000 letters.
int lines_of(const Painter& painter, std::string_view text, float width, int most) {
  return std::max(1, static_cast<int>(wrap_label(painter, text, words_style, width - 2 * card_look::zone_padding, most + 1).size()));
}

// How many lines a card so high has words on.
int lines_in(float height) { return std::max(1, static_cast<int>(height / words_style.line)); }

float height_of(int lines) { return card_look::zone_height + static_cast<float>(std::max(0, lines - 2)) * words_style.line; }

struct Measured {
  float width = 0;
  int lines = 1;
};

// In the narrowest of a card's widths in which its words have the room.
Measured measured(const Painter& painter, std::string_view text, Vec room, int most) {
  const float narrow = std::min(card_look::zone_width, room.x), wide = std::min(2 * card_look::zone_width + card_look::zone_gap, room.x);
  if (const int lines = lines_of(painter, text, narrow, narrow_lines); lines <= narrow_lines) return {narrow, lines};
  const int lines = lines_of(painter, text, wide, most);
  return height_of(lines) <= room.y ? Measured{wide, lines} : Measured{room.x, lines_of(painter, text, room.x, most)};
}

float name_room(Box zone) { return zone.width() - name_at.x - name_clear; }

// How high the names of the zones are: no card lies on them.
float names_height(const Painter& painter, const CardsBoard& board, Box area) {
  if (board.zones.empty()) return card_look::zone_gap;
  std::size_t lines = 1;
  for (const Zone& zone : board.zones)
    lines = std::max(lines, wrap_label(painter, zone.name, stage_type::strong, name_room(zone_box(area, zone)), name_lines).size());
  return card_look::zone_title + static_cast<float>(lines - 1) * stage_type::strong.line;
}

}  // namespace

Vec cards_to_design(Box area, BoardPoint at) {
  return {area.min.x + area.width() * static_cast<float>(at.x) / board_max,
          area.max.y - area.height() * static_cast<float>(at.y) / board_max};
}

BoardPoint cards_from_design(Box area, Vec at) {
  const auto units = [](float part) { return clamp_to_board(std::lround(part * board_max)); };
  return {units((at.x - area.min.x) / area.width()), units((area.max.y - at.y) / area.height())};
}

Box zone_box(Box area, const Zone& zone) {
  const Vec low = cards_to_design(area, zone.area.min), high = cards_to_design(area, zone.area.max);
  return {{low.x, high.y}, {high.x, low.y}};
}

std::uint16_t zone_at(const CardsBoard& board, Box area, Vec at) {
  const BoardPoint point = cards_from_design(area, at);
  for (std::size_t i = 0; i < board.zones.size(); ++i)
    if (board.zones[i].area.contains(point)) return static_cast<std::uint16_t>(i);
  return 0;
}

Vec card_room(const CardsBoard& board, Box area, std::size_t zone) {
  const Box box = zone < board.zones.size() ? zone_box(area, board.zones[zone]) : area;
  return {box.width() - 2 * card_look::zone_gap, box.height() - card_look::zone_title - card_look::zone_gap};
}

Box card_box(const Painter& painter, std::string_view text, Vec middle, Vec room) {
  const Measured card = measured(painter, text, room, lines_in(room.y));
  return box_around(middle, card.width / 2, height_of(card.lines) / 2);
}

namespace {

// How large the cards of a board are in this area, and how many lines their words take.
struct SizedCards {
  std::vector<CardSize> sizes;
  std::vector<Measured> words;
};
SizedCards sized_cards(const Painter& painter, const CardsBoard& board, Box area) {
  const auto wide = [&](float px) { return static_cast<std::int32_t>(std::ceil(px / area.width() * board_max)); };
  const auto high = [&](float px) { return static_cast<std::int32_t>(std::ceil(px / area.height() * board_max)); };
  SizedCards sized;
  for (const PlacedCard& card : board.cards) {
    const Measured own = measured(painter, card.text, card_room(board, area, card.zone), lines_in(area.height()));
    const float height = height_of(own.lines), least = static_cast<float>(own.lines) * words_style.line + 2 * card_look::zone_padding_least;
    sized.sizes.push_back({wide(own.width), high(height), high(std::min(least, height))});
    sized.words.push_back(own);
  }
  return sized;
}

CardRoom room_in(Box area, float names) {
  const auto wide = static_cast<std::int32_t>(std::ceil(card_look::zone_gap / area.width() * board_max));
  const auto high = static_cast<std::int32_t>(std::ceil(card_look::zone_gap / area.height() * board_max));
  return {static_cast<std::int32_t>(std::ceil(names / area.height() * board_max)), wide, high, wide, high};
}

}  // namespace

LaidCards lay_out_cards(const Painter& painter, const CardsBoard& kept, Box area, std::size_t page, std::optional<std::size_t> shown) {
  const auto wide = [&](float px) { return static_cast<std::int32_t>(std::ceil(px / area.width() * board_max)); };
  const CardsBoard roomy = drawn_in(kept, zones_in_rows(kept, wide(narrow_zone), wide(card_look::zone_width + 2 * card_look::zone_gap)));
  LaidCards laid{roomy, {}, {}, {}, names_height(painter, roomy, area)};
  const SizedCards as_kept = sized_cards(painter, roomy, area);
  SizedCards drawn = as_kept;
  CardPages pages = keep_cards_apart(laid.board, drawn.sizes, room_in(area, laid.names));
  if (pages.count > 1) {  // too much for its zone: the zones share the board otherwise, if that helps
    CardsBoard shared = drawn_in(roomy, zones_by_need(roomy, as_kept.sizes, room_in(area, laid.names)));
    const float names = names_height(painter, shared, area);
    SizedCards otherwise = sized_cards(painter, shared, area);
    if (CardPages fewer = keep_cards_apart(shared, otherwise.sizes, room_in(area, names)); fewer.count < pages.count) {
      laid.board = std::move(shared);
      laid.names = names;
      pages = std::move(fewer);
      drawn = std::move(otherwise);
    }
  }
  for (std::size_t z = 0; z < kept.zones.size(); ++z) {
    laid.places.kept_areas.push_back(kept.zones[z].area);
    laid.places.shown_areas.push_back(laid.board.zones[z].area);
  }
  laid.pages = pages.count;
  laid.page = shown ? pages.of_card[*shown] : std::min(page, pages.count - 1);
  std::vector<PlacedCard> on_page;
  for (std::size_t i = 0; i < laid.board.cards.size(); ++i) {
    const PlacedCard& card = laid.board.cards[i];
    if (!pages.shows(card, i, laid.page)) continue;
    const float height = static_cast<float>(drawn.sizes[i].height) / board_max * area.height();
    laid.boxes.push_back(box_around(cards_to_design(area, card.at), drawn.words[i].width / 2, height / 2));
    laid.cut.push_back(drawn.words[i].lines > lines_in(height));
    on_page.push_back(card);
  }
  laid.board.cards = std::move(on_page);
  return laid;
}

Color card_color(const Theme& theme, CardColour colour) {
  switch (colour) {
    case CardColour::paper: return theme.card.paper;
    case CardColour::lemon: return theme.card.lemon;
    case CardColour::sky: return theme.card.sky;
    case CardColour::rose: return theme.card.rose;
    case CardColour::mint: return theme.card.mint;
    case CardColour::lilac: return theme.card.lilac;
  }
  return theme.card.paper;
}

void paint_card(Painter& painter, const Theme& theme, Box box, std::string_view text, CardColour colour, const CardLook& look) {
  const float lift = look.dragged ? card_look::lift_scale : look.pressed ? card_look::pressed_scale : 1;
  const Box seen = box_around(box.center(), box.width() * lift / 2, box.height() * lift / 2);
  if (!look.pressed)
    draw_elevation(painter, theme, seen, radius::card,
                   look.dragged   ? theme.shadow_dragged
                   : look.hovered ? theme.shadow_raised
                                  : theme.shadow_rest);
  // A colour of its own stays: the line and the check say enough.
  const bool soft = look.selected && colour == CardColour::paper;
  painter.fill_box(seen, radius::card, look.pressed ? theme.bg.sunken : soft ? theme.accent.soft : card_color(theme, colour));
  painter.stroke_box(seen, radius::card, {theme.card.edge, line_width::hair});
  draw_wrapped_label(painter, {seen.min.x + card_look::zone_padding, seen.center().y}, text,
                     {words_style, theme.card.ink, Align::left, Anchor::middle}, box.width() - 2 * card_look::zone_padding,
                     lines_in(box.height()));
  if (!look.selected) return;
  painter.stroke_box(seen, radius::card, {theme.accent.base, line_width::selected});
  const Vec mark = seen.max - Vec{card_look::check_in, card_look::check_in};
  painter.fill_circle(mark, card_look::check_size / 2, theme.accent.base);
  painter.icon(mark, Icon::check, Face::icon_bold, card_look::check_size * 0.6F, theme.accent.on);
}

void paint_slot(Painter& painter, const Theme& theme, Box box) {
  painter.fill_box(box, radius::card, theme.bg.sunken);
  painter.stroke_box(box, radius::card, {theme.line.soft, line_width::regular});
}

void paint_zones(Painter& painter, const Theme& theme, const CardsBoard& board, Box area, int lit) {
  draw_elevation(painter, theme, area, radius::zone, theme.shadow_rest);
  painter.fill_box(area, radius::zone, theme.bg.surface);
  const Stroke between{theme.line.soft, line_width::regular};
  constexpr float within = line_width::regular / 2;  // a line lies in its zone, along the edge, and no clip takes a part of it away
  for (std::size_t i = 0; i < board.zones.size(); ++i) {
    const Box box = zone_box(area, board.zones[i]);
    if (static_cast<int>(i) == lit) {
      const ClipScope clip(painter, box);
      painter.fill_box(area, radius::zone, theme.accent.soft.with_alpha(0.5F));
    }
    if (box.max.x < area.max.x - 4) painter.line({box.max.x - within, box.min.y}, {box.max.x - within, box.max.y}, between);
    const bool alone = std::none_of(board.zones.begin(), board.zones.end(), [&](const Zone& other) { return other.area.max.x == board.zones[i].area.min.x; });
    if (alone && box.min.x > area.min.x + 4) painter.line({box.min.x + within, box.min.y}, {box.min.x + within, box.max.y}, between);  // none beside it draws its side
    if (box.max.y < area.max.y - 4) painter.line({box.min.x, box.max.y - within}, {box.max.x, box.max.y - within}, between);
    draw_wrapped_label(painter, box.min + name_at, board.zones[i].name, {stage_type::strong, theme.ink.tertiary}, name_room(box), name_lines);
  }
  painter.stroke_box(area, radius::zone, {theme.line.soft, line_width::regular});
}

void paint_cards(Painter& painter, const Theme& theme, const LaidCards& laid, Box area) {
  paint_zones(painter, theme, laid.board, area);
  for (std::size_t i = 0; i < laid.boxes.size(); ++i) paint_card(painter, theme, laid.boxes[i], laid.board.cards[i].text, laid.board.cards[i].colour);
}

}  // namespace standpoint
