// Draws what moved between two rounds: arrows on the plane, and the rail that ranks the biggest moves. See paint_board.h.
#include <algorithm>
#include <cmath>

#include "app/boards/canvas/paint_parts.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"

namespace standpoint {
namespace {

using namespace canvas_look;

constexpr float first_row = 92, most_pitch = 116, thumbnail = 84, text_left = 104, foot = 56;

const CanvasItem* item_of(const CanvasBoard& board, Item item) {
  const auto found = std::find_if(board.items.begin(), board.items.end(), [&](const CanvasItem& i) { return i.item == item; });
  return found == board.items.end() ? nullptr : &*found;
}

int rank_of(const CanvasBoard& board, Item item) {
  const auto found = std::find_if(board.drifts.begin(), board.drifts.end(), [&](const CanvasDrift& d) { return d.item == item; });
  return found == board.drifts.end() ? 0 : found->rank;
}

void paint_arrow(Painter& painter, const Theme& theme, const CanvasDrift& drift, Box plane) {
  const bool top = drift.rank > 0;
  const Color color = top ? theme.accent.base.with_alpha(drift_top_alpha) : theme.ink.tertiary.with_alpha(drift_alpha);
  const Vec then = canvas_to_design(plane, drift.then), now = canvas_to_design(plane, drift.now), way = unit(now - then);
  const float ghost = top ? drift_ghost_radius_top : drift_ghost_radius;
  const float head = top ? drift_head_top : drift_head, wide = top ? drift_head_width_top : drift_head_width;
  const float start = ghost, end = length(now - then) - disc_radius(drift.rank) - drift_gap;
  if (end > start) {
    const Vec tip = then + way * end;
    if (end - start > head)
      painter.taper(line_path(then + way * start, tip - way * (head * 0.9F)), top ? drift_top_start_width : drift_start_width,
                    top ? drift_top_end_width : drift_end_width, color);
    const float fits = std::min(1.0F, (end - start) / head);
    painter.fill(arrow_path(tip, way, head * fits, wide * fits, 0), color);
  }
  painter.fill_circle(then, ghost, theme.bg.surface);
  painter.stroke_circle(then, ghost, {top ? theme.accent.base : theme.line.strong, drift_ghost_stroke});
}

// The move alone, on a small plane.
void paint_thumbnail(Painter& painter, const Theme& theme, Box box, const CanvasDrift& drift) {
  painter.fill_box(box, radius::card, theme.bg.sunken);
  const Vec c = box.center();
  painter.line({c.x, box.min.y}, {c.x, box.max.y}, {theme.bg.paper, line_width::regular});
  painter.line({box.min.x, c.y}, {box.max.x, c.y}, {theme.bg.paper, line_width::regular});
  const Box inside = box.grown(-8);
  const Vec then = canvas_to_design(inside, drift.then), now = canvas_to_design(inside, drift.now);
  painter.line(then, now, {theme.accent.base, line_width::strong});
  painter.fill_circle(then, 5, theme.bg.surface);
  painter.stroke_circle(then, 5, {theme.accent.base, line_width::regular});
  painter.fill_circle(now, 6, theme.accent.base);
}

const std::string& region_at(const CanvasBoard& board, BoardPoint at) {
  return board.regions[(at.x >= board_max / 2 ? 1U : 0U) + (at.y >= board_max / 2 ? 2U : 0U)];
}

// "Monitor to Manage closely", or within one region the axis it moved along most.
std::string move_words(const CanvasBoard& board, const CanvasDrift& drift) {
  const std::string& then = region_at(board, drift.then);
  const std::string& now = region_at(board, drift.now);
  if (then != now && !then.empty() && !now.empty()) return then + " to " + now;
  const bool along_x = std::abs(drift.now.x - drift.then.x) >= std::abs(drift.now.y - drift.then.y);
  const auto tenth = [](std::int32_t v) { return std::to_string(v / 1000) + "." + std::to_string(v / 100 % 10); };
  return in_small_letters(along_x ? board.x_name : board.y_name) + " " + tenth(along_x ? drift.then.x : drift.then.y) + " to " +
         tenth(along_x ? drift.now.x : drift.now.y);
}

// "2 of 5 moved, 3 stayed"; when not the same number placed as before, of how many people that is.
std::string words_of_moves(const CanvasBoard& board) {
  const int moved = static_cast<int>(board.drifts.size());
  const std::string of = std::to_string(moved) + " of " + std::to_string(board.moved_from) + " moved";
  if (board.again.again == board.again.of && board.people == board.again.of) return of + ", " + std::to_string(board.moved_from - moved) + " stayed";
  return std::to_string(board.again.again) + " of " + std::to_string(board.again.of) + " placed again" + (board.moved_from > 0 ? ", " + of : "");
}

}  // namespace

void paint_moves(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look) {
  for (int top = 0; top < 2; ++top)  // the biggest lie above the others
    for (const CanvasDrift& drift : board.drifts)
      if ((drift.rank > 0) == (top == 1)) paint_arrow(painter, theme, drift, look.plane);
  std::vector<InkedName> names;
  for (const CanvasItem& item : board.items) {
    const int rank = rank_of(board, item.item);
    const Vec at = canvas_to_design(look.plane, item.at);  // where its arrow ends
    paint_disc(painter, theme, at, rank);
    names.push_back({{at, disc_radius(rank), item.short_name, rank > 0 ? stage_type::label_strong : stage_type::label, rank > 0 ? 10 - rank : 0},
                     rank > 0 ? theme.accent.ink : theme.ink.secondary});
  }
  std::vector<CanvasName> arrows;  // in the way of names, every few letters
  for (const CanvasDrift& drift : board.drifts) {
    const Vec then = canvas_to_design(look.plane, drift.then), now = canvas_to_design(look.plane, drift.now);
    const int steps = 1 + static_cast<int>(length(now - then) / 20);
    for (int i = 0; i < steps; ++i) {
      CanvasName piece;
      piece.disc = lerp(then, now, static_cast<float>(i) / static_cast<float>(steps));
      piece.disc_radius = drift_ghost_radius;
      arrows.push_back(piece);
    }
    CanvasName tip;
    tip.disc = now - unit(now - then) * (disc_radius(drift.rank) + drift_gap);
    tip.disc_radius = drift_head_top;
    arrows.push_back(tip);
  }
  paint_names(painter, theme, board, look.plane, names, arrows);
}

void paint_move_list(Painter& painter, const Theme& theme, const CanvasBoard& board, Box rail) {
  std::vector<CanvasDrift> rows;
  for (const CanvasDrift& drift : board.drifts)
    if (drift.rank > 0) rows.push_back(drift);
  std::sort(rows.begin(), rows.end(), [](const CanvasDrift& a, const CanvasDrift& b) { return a.rank < b.rank; });
  paint_rail_title(painter, theme, rail, !rows.empty() ? "What moved most" : board.moved_from > 0 ? "Nothing moved" : "Too few to compare",
                   words_of_moves(board));
  const float room = rail.height() - first_row - foot;
  const float pitch = rows.empty() ? most_pitch : std::min(most_pitch, room / static_cast<float>(rows.size()));
  const float side = std::min(thumbnail, pitch - 12);
  for (std::size_t n = 0; n < rows.size(); ++n) {
    const Vec at{rail.min.x, rail.min.y + first_row + static_cast<float>(n) * pitch};
    painter.line(at, {rail.max.x, at.y}, {theme.line.soft, line_width::thin});
    const Box box = box_at(at.x, at.y + (pitch - side) / 2, side, side);
    paint_thumbnail(painter, theme, box, rows[n]);
    const TextStyle strong = stage_type::rail_title;
    painter.text({at.x + text_left, box.center().y - 17}, std::to_string(rows[n].rank), {strong, theme.accent.ink, Align::left, Anchor::middle, {}, true});
    const CanvasItem* item = item_of(board, rows[n].item);
    draw_label(painter, {at.x + text_left + 32, box.center().y - 17}, item == nullptr ? std::string() : item->name,
               {strong, theme.ink.primary, Align::left, Anchor::middle}, rail.width() - text_left - 32);
    draw_label(painter, {at.x + text_left, box.center().y + 19}, move_words(board, rows[n]),
               {stage_type::label, theme.ink.secondary, Align::left, Anchor::middle}, rail.width() - text_left);
  }
  if (rows.empty()) {
    if (board.moved_from == 0)
      draw_wrapped_label(painter, {rail.min.x, rail.min.y + first_row - 12}, "What fewer than half placed again is not compared.", {stage_type::label, theme.ink.tertiary}, rail.width());
    return;
  }
  const Vec at{rail.min.x, rail.min.y + first_row + static_cast<float>(rows.size()) * pitch};
  painter.line(at, {rail.max.x, at.y}, {theme.line.soft, line_width::thin});
  draw_label(painter, {at.x, at.y + foot / 2 + 4}, "Moves under 0.4 are not drawn", {stage_type::label, theme.ink.tertiary, Align::left, Anchor::middle});
}

}  // namespace standpoint
