// The right rail of the Canvas: who we disagree on, with every placement as a dot. See paint_board.h.
#include <algorithm>
#include <cmath>

#include "app/boards/canvas/paint_parts.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "core/activities/place/result.h"

namespace standpoint {
namespace {

constexpr float first_entry = 108, entry_pitch = 148, badge = 22, entry_left = 64, strip_left = 74;
constexpr float least_pitch = 56, strip_from = 84;  // lower rows have no strip
constexpr float range_share = 0.45F;                  // of the rail: more would leave no room for the name
constexpr float range_under_from = 118, range_under = 20;  // rows as high have the range below their strip where names need the room
constexpr float below_strip = 46, below_range = 76;  // what a row keeps free there
constexpr int strip_columns = 20;  // half a point of the 0..10 scale each

// "interest 1–6"; of a long axis its beginning, never less of the numbers.
std::string range_words(const Painter& painter, const CanvasBoard& board, const Spread& spread, float room) {
  const auto tenth = [](std::int32_t v) { return std::to_string((v + board_max / 20) / (board_max / 10)); };
  const std::string numbers = " " + tenth(spread.low) + "\u2013" + tenth(spread.high);
  const std::string axis = in_small_letters(spread.widest_on_x ? board.x_name : board.y_name);
  const std::vector<std::string> lines = wrap_label(painter, axis, stage_type::label, room - label_width(painter, numbers, stage_type::label), 1);
  return (lines.empty() ? std::string() : lines.front()) + numbers;
}

// Every placement on the axis people differ on most, stacked in columns over a line, with a tick at the median.
void paint_strip(Painter& painter, const Theme& theme, const Spread& spread, Box strip, float fade) {
  painter.line({strip.min.x, strip.max.y}, strip.max, {theme.line.soft.with_alpha(fade), 3, {}, Cap::round});
  std::array<int, strip_columns> heights{};
  const float column = strip.width() / strip_columns;
  const auto value = [&](BoardPoint p) { return spread.widest_on_x ? p.x : p.y; };
  const auto column_of = [&](BoardPoint p) {
    return static_cast<std::size_t>(std::clamp(value(p) * strip_columns / board_max, 0, strip_columns - 1));
  };
  for (const BoardPoint p : spread.points) ++heights[column_of(p)];
  const int tallest = *std::max_element(heights.begin(), heights.end());
  const bool tight = static_cast<float>(tallest) * canvas_look::strip_pitch > strip.height() - 4;
  const float pitch =
      !tight ? canvas_look::strip_pitch : std::min(canvas_look::strip_pitch_tight, (strip.height() - 4) / static_cast<float>(tallest));
  const float size = (!tight ? canvas_look::strip_dot : std::min(canvas_look::strip_dot_tight, pitch)) / 2;
  for (std::size_t c = 0; c < heights.size(); ++c)
    for (int n = 0; n < heights[c]; ++n)
      painter.fill_circle({strip.min.x + (static_cast<float>(c) + 0.5F) * column, strip.max.y - 12 - static_cast<float>(n) * pitch}, size,
                          theme.accent.base.with_alpha(fade));
  const float at = strip.min.x + strip.width() * static_cast<float>(value(spread.median)) / board_max;
  const float half = canvas_look::strip_tick_height / 2;
  painter.line({at, strip.max.y - half}, {at, strip.max.y + half},
               {theme.ink.primary.with_alpha(fade), canvas_look::strip_tick_width, {}, Cap::round});
}

void paint_badge(Painter& painter, const Theme& theme, Vec at, int number, float fade) {
  painter.fill_circle(at, badge, theme.accent.base.with_alpha(fade));
  painter.text(at, std::to_string(number), {stage_type::label_bold, theme.accent.on.with_alpha(fade), Align::center, Anchor::middle});
}

// Rows share the height of a lower rail.
float pitch_in(Box rail, std::size_t rows, float most) {
  if (rows < 2) return most;
  return std::clamp((rail.height() - first_entry - 96) / static_cast<float>(rows - 1), least_pitch, most);
}

std::vector<const CanvasItem*> ranked(const CanvasBoard& board) {
  std::vector<const CanvasItem*> rows;
  for (const CanvasItem& item : board.items)
    if (item.disputed > 0 && item.spread) rows.push_back(&item);
  std::sort(rows.begin(), rows.end(), [](const CanvasItem* a, const CanvasItem* b) { return a->disputed < b->disputed; });
  return rows;
}

// What went with what was removed, who is not listed, and why: told where there is room below the list.
void paint_floor(Painter& painter, const Theme& theme, const CanvasBoard& board, Box rail, float top, std::size_t rows, float fade) {
  const bool none_compared = board.compared == 0;
  std::string words = board.lost.empty() ? std::string() : board.lost + ". ";
  if (!board.items.empty() && (none_compared || rows != static_cast<std::size_t>(board.compared)))
    words += none_compared ? "Nothing was placed by more than one person." : "Ranges under 2 of 10 are not listed.";
  if (words.empty()) return;
  const TextLook look{stage_type::label, theme.ink.tertiary.with_alpha(fade)};
  const float line = look.style.line;
  if (rail.min.y + top + 2 * line > rail.max.y) return;
  draw_wrapped_label(painter, {rail.min.x, rail.min.y + top}, words, look, rail.width());
}

}  // namespace

std::string in_small_letters(std::string name) {
  const bool abbreviation = name.size() > 1 && name[1] >= 'A' && name[1] <= 'Z';
  if (!name.empty() && !abbreviation && name[0] >= 'A' && name[0] <= 'Z') name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return name;
}

void paint_rail_title(Painter& painter, const Theme& theme, Box rail, std::string_view title, std::string_view under) {
  painter.text({rail.min.x, rail.min.y + 5}, title, {stage_type::heading, theme.ink.primary, Align::left, Anchor::middle});
  painter.text({rail.min.x, rail.min.y + 47}, under, {stage_type::label, theme.ink.tertiary, Align::left, Anchor::middle});
}

std::vector<RailRow> disagreement_rows(const CanvasBoard& board, Box rail) {
  std::vector<RailRow> rows;
  const std::vector<const CanvasItem*> items = ranked(board);
  const float pitch = pitch_in(rail, items.size(), entry_pitch);
  for (std::size_t n = 0; n < items.size(); ++n) {
    const float top = rail.min.y + first_entry - badge - 8 + static_cast<float>(n) * pitch;
    rows.push_back({items[n]->item, {{rail.min.x - 12, top}, {rail.max.x + 8, top + pitch - 4}}});
  }
  return rows;
}

namespace {

float name_room(const Painter& painter, const CanvasBoard& board, Box rail, const CanvasItem& item) {
  return rail.width() - entry_left - label_width(painter, range_words(painter, board, *item.spread, rail.width() * range_share), stage_type::label) - 20;
}

// Beside the names, or below the strips: there every axis and every name has the whole width.
bool ranges_under(const Painter& painter, const CanvasBoard& board, Box rail, const std::vector<const CanvasItem*>& rows, float pitch) {
  if (pitch < range_under_from) return false;
  return std::any_of(rows.begin(), rows.end(), [&](const CanvasItem* item) {
    const std::string range = range_words(painter, board, *item->spread, rail.width());
    return label_width(painter, range, stage_type::label) > rail.width() * range_share || label_width(painter, item->name, stage_type::rail_title) > name_room(painter, board, rail, *item);
  });
}

}  // namespace

void paint_disagreement(Painter& painter, const Theme& theme, const CanvasBoard& board, Box rail, const CanvasLook& look) {
  const std::string people = std::to_string(board.people) + (board.people == 1 ? " person" : " people") + " placed blind";
  const std::vector<const CanvasItem*> rows = ranked(board);
  const bool comparable = board.compared > 0 || board.items.empty();
  paint_rail_title(painter, theme, rail, !rows.empty() ? "Where we disagree most" : comparable ? "We see it alike" : "Nothing to compare yet", people);
  const float pitch = pitch_in(rail, rows.size(), entry_pitch);
  const bool under = ranges_under(painter, board, rail, rows, pitch);
  for (std::size_t n = 0; n < rows.size(); ++n) {
    const float fade = row_part(look, n, board.items.size()) * (look.focused.id == 0 || rows[n]->item == look.focused ? 1 : canvas_look::unfocused_row_alpha);
    if (fade <= 0) return;  // the rows below come later still
    const Vec at{rail.min.x + badge, rail.min.y + first_entry + static_cast<float>(n) * pitch};
    const std::string range = range_words(painter, board, *rows[n]->spread, under ? rail.width() - strip_left : rail.width() * range_share);
    const float strip_to = std::min(86.0F, pitch - (under ? below_range : below_strip));
    paint_badge(painter, theme, at, rows[n]->disputed, fade);
    const TextLook range_look{stage_type::label, theme.ink.tertiary.with_alpha(fade), under ? Align::left : Align::right, Anchor::middle};
    draw_label(painter, under ? Vec{rail.min.x + strip_left, at.y + strip_to + range_under} : Vec{rail.max.x, at.y}, range, range_look);
    const float room = under ? rail.width() - entry_left : name_room(painter, board, rail, *rows[n]);
    const TextStyle style = stage_type::rail_title;
    const bool whole = label_width(painter, rows[n]->name, style) <= room;
    draw_label(painter, {rail.min.x + entry_left, at.y}, whole ? rows[n]->name : rows[n]->short_name,
               {style, theme.ink.primary.with_alpha(fade), Align::left, Anchor::middle}, room);
    if (pitch >= strip_from)
      paint_strip(painter, theme, *rows[n]->spread,
                  {{rail.min.x + strip_left, at.y + 24}, {rail.max.x - 9, at.y + strip_to}}, fade);
  }
  paint_floor(painter, theme, board, rail, first_entry - badge - 8 + static_cast<float>(rows.size()) * pitch, rows.size(),
              row_part(look, rows.size(), board.items.size()));
}

}  // namespace standpoint
