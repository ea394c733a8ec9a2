// Draws zones and cards. See cards.h.
#include "app/paint/cards.h"

#include <algorithm>
#include <cmath>

#include "app/paint/label.h"

namespace standpoint {
namespace {

constexpr const TextStyle& words = card_words;
constexpr int narrow_lines = 5;  // more of them, and the card is wide
constexpr Vec name_at{24, 19};   // of a zone, in its corner
constexpr float name_clear = 12;
constexpr int name_lines = 3;

int lines_of(const Painter& painter, std::string_view text, float width) {
  return std::max(1, static_cast<int>(wrap_label(painter, text, words, width - 2 * card_look::zone_padding).size()));
}

float height_of(const Painter& painter, std::string_view text, float width) {
  return card_look::zone_height + static_cast<float>(std::max(0, lines_of(painter, text, width) - 2)) * words.line;
}

// The narrowest of a card's widths in which its words have the room.
float width_of(const Painter& painter, std::string_view text, Vec room) {
  const float narrow = std::min(card_look::zone_width, room.x), wide = std::min(2 * card_look::zone_width + card_look::zone_gap, room.x);
  if (lines_of(painter, text, narrow) <= narrow_lines) return narrow;
  return height_of(painter, text, wide) <= room.y ? wide : room.x;
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
  const float width = width_of(painter, text, room);
  return box_around(middle, width / 2, height_of(painter, text, width) / 2);
}

LaidCards lay_out_cards(const Painter& painter, const CardsBoard& kept, Box area, std::size_t page) {
  const auto wide = [&](float px) { return static_cast<std::int32_t>(std::ceil(px / area.width() * board_max)); };
  const auto high = [&](float px) { return static_cast<std::int32_t>(std::ceil(px / area.height() * board_max)); };
  std::vector<float> widths;
  const auto sizes_on = [&](const CardsBoard& board) {
    std::vector<CardSize> sizes;
    widths.clear();
    for (const PlacedCard& card : board.cards) {
      const Box box = card_box(painter, card.text, {}, card_room(board, area, card.zone));
      widths.push_back(box.width());
      const float least = static_cast<float>(lines_of(painter, card.text, box.width())) * words.line + 2 * card_look::zone_padding_least;
      sizes.push_back({wide(box.width()), high(box.height()), high(std::min(least, box.height()))});
    }
    return sizes;
  };
  const std::vector<CardSize> sizes = sizes_on(kept);
  CardRoom room{0, wide(card_look::zone_gap), high(card_look::zone_gap), wide(card_look::zone_gap), high(card_look::zone_gap)};
  LaidCards laid{kept, {}, {}, names_height(painter, kept, area)};
  room.top = high(laid.names);
  std::vector<CardSize> drawn = sizes;
  CardPages pages = keep_cards_apart(laid.board, drawn, room);
  if (pages.count > 1) {  // too much for its zone: the zones share the board otherwise, if that helps
    const ZoneLines lines = zone_lines_by_need(kept, sizes, room);
    CardsBoard shared = drawn_by(kept, lines);
    const float names = names_height(painter, shared, area);
    room.top = high(names);
    const std::vector<float> as_kept = widths;
    std::vector<CardSize> otherwise = sizes_on(shared);
    if (CardPages fewer = keep_cards_apart(shared, otherwise, room); fewer.count < pages.count) {
      laid.board = std::move(shared);
      laid.lines = lines;
      laid.names = names;
      pages = std::move(fewer);
      drawn = std::move(otherwise);
    } else {
      widths = as_kept;
    }
  }
  laid.pages = pages.count;
  laid.page = std::min(page, pages.count - 1);
  std::vector<PlacedCard> shown;
  for (std::size_t i = 0; i < laid.board.cards.size(); ++i) {
    const PlacedCard& card = laid.board.cards[i];
    if (!pages.shows(card, i, laid.page)) continue;
    laid.boxes.push_back(box_around(cards_to_design(area, card.at), widths[i] / 2,
                                    static_cast<float>(drawn[i].height) / board_max * area.height() / 2));
    shown.push_back(card);
  }
  laid.board.cards = std::move(shown);
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
                     {words, theme.card.ink, Align::left, Anchor::middle}, box.width() - 2 * card_look::zone_padding,
                     std::max(1, static_cast<int>(box.height() / words.line)));
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
  for (std::size_t i = 0; i < board.zones.size(); ++i) {
    const Box box = zone_box(area, board.zones[i]);
    const ClipScope clip(painter, box);
    if (static_cast<int>(i) == lit) painter.fill_box(area, radius::zone, theme.accent.soft.with_alpha(0.5F));
    if (box.max.x < area.max.x - 4)
      painter.line({box.max.x, box.min.y}, box.max, {theme.line.soft, line_width::heavy});  // half of it lies in the zone
    const bool alone = std::none_of(board.zones.begin(), board.zones.end(), [&](const Zone& other) { return other.area.max.x == board.zones[i].area.min.x; });
    if (alone && box.min.x > area.min.x + 4) painter.line(box.min, {box.min.x, box.max.y}, {theme.line.soft, line_width::heavy});  // none beside it draws its side
    if (box.max.y < area.max.y - 4) painter.line({box.min.x, box.max.y}, box.max, {theme.line.soft, line_width::heavy});
    draw_wrapped_label(painter, box.min + name_at, board.zones[i].name, {stage_type::strong, theme.ink.tertiary}, name_room(box), name_lines);
  }
  painter.stroke_box(area, radius::zone, {theme.line.soft, line_width::regular});
}

void paint_cards(Painter& painter, const Theme& theme, const LaidCards& laid, Box area) {
  paint_zones(painter, theme, laid.board, area);
  for (std::size_t i = 0; i < laid.boxes.size(); ++i) paint_card(painter, theme, laid.boxes[i], laid.board.cards[i].text, laid.board.cards[i].colour);
}

}  // namespace standpoint
