// Draws zones and cards. See cards.h.
#include "app/paint/cards.h"

#include <algorithm>
#include <cmath>

#include "app/paint/label.h"

namespace standpoint {
namespace {

constexpr TextStyle words{Face::medium, 24, 30};
constexpr int most_lines = 5;

int lines_of(const Painter& painter, std::string_view text) {
  const float width = card_look::zone_width - 2 * card_look::zone_padding;
  return std::clamp(static_cast<int>(wrap_label(painter, text, words, width).size()), 1, most_lines);
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

Box card_box(const Painter& painter, std::string_view text, Vec middle) {
  const float more = static_cast<float>(std::max(0, lines_of(painter, text) - 2)) * words.line;
  return box_around(middle, card_look::zone_width / 2, (card_look::zone_height + more) / 2);
}

std::vector<Box> lay_out_cards(const Painter& painter, CardsBoard& board, Box area) {
  const auto wide = [&](float px) { return static_cast<std::int32_t>(std::ceil(px / area.width() * board_max)); };
  const auto high = [&](float px) { return static_cast<std::int32_t>(std::ceil(px / area.height() * board_max)); };
  std::vector<CardSize> sizes;
  for (const PlacedCard& card : board.cards) {
    const Box box = card_box(painter, card.text, {});
    const float least = static_cast<float>(lines_of(painter, card.text)) * words.line + 2 * card_look::zone_padding_least;
    sizes.push_back({wide(box.width()), high(box.height()), high(std::min(least, box.height()))});
  }
  const float top = board.zones.empty() ? card_look::zone_gap : card_look::zone_title;
  keep_cards_apart(board, sizes, {high(top), wide(card_look::zone_gap), high(card_look::zone_gap), wide(card_look::zone_gap), high(card_look::zone_gap)});
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < board.cards.size(); ++i)
    boxes.push_back(box_around(cards_to_design(area, board.cards[i].at), card_look::zone_width / 2,
                               static_cast<float>(sizes[i].height) / board_max * area.height() / 2));
  return boxes;
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
                     {words, theme.card.ink, Align::left, Anchor::middle}, card_look::zone_width - 2 * card_look::zone_padding, most_lines);
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
    if (box.max.y < area.max.y - 4) painter.line({box.min.x, box.max.y}, box.max, {theme.line.soft, line_width::heavy});
    draw_label(painter, box.min + Vec{24, 36}, board.zones[i].name,
               {stage_type::strong, theme.ink.tertiary, Align::left, Anchor::middle}, box.width() - 48);
  }
  painter.stroke_box(area, radius::zone, {theme.line.soft, line_width::regular});
}

void paint_cards(Painter& painter, const Theme& theme, CardsBoard board, Box area) {
  const std::vector<Box> boxes = lay_out_cards(painter, board, area);
  paint_zones(painter, theme, board, area);
  for (std::size_t i = 0; i < boxes.size(); ++i) paint_card(painter, theme, boxes[i], board.cards[i].text, board.cards[i].colour);
}

}  // namespace standpoint
