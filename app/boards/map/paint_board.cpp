// Paints a map in the guide's order: bands, ring lines, ring names, ties, halo, nodes, names, captions. Called through
// paint_board.h. Where things stand is decided in paint_scene.cpp.
#include "app/boards/map/paint_board.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/paint/node.h"
#include "app/paint/text/label.h"
#include "core/insights/story.h"

namespace standpoint {
namespace {

using namespace map_look;

Color band(const Theme& theme, int ring) {
  const std::array<Color, ring_count> bands{theme.ring.team, theme.ring.internal, theme.ring.external, theme.ring.regulator};
  return bands[static_cast<std::size_t>(ring)];
}

Path ring_path(const View& view, int ring) {
  const float share = static_cast<float>(ring_edge_thousandths[ring]) / 1000.0F * view.scale();
  return superellipse_path(view.to_screen({}), {outer_x * share, outer_y * share}, ring_exponent, ring_segments);
}

void paint_halo(Painter& painter, const Theme& theme, const ShownNode& node, const MapLook& look, float weight) {
  std::array<GlowStop, halo_stops.size()> stops{};
  for (std::size_t i = 0; i < stops.size(); ++i) stops[i] = {halo_stops[i].at, halo_stops[i].alpha};
  const float breath = 1.0F + 0.06F * look.breath;
  painter.glow(node.center, (node.radius + halo_glow_plus * weight) * breath, theme.spotlight.base, stops);
  painter.stroke_circle(node.center, node.radius + halo_ring_plus * weight,
                        {theme.spotlight.line, halo_ring_stroke * weight, {halo_dash_on * weight * 2, halo_dash_off * weight}, Cap::butt});
}

void paint_slot(Painter& painter, const Theme& theme, const MapBoard& board, const MapLook& look, const MapScene& scene,
                const MapNote& note) {
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    if (board.nodes[i].id != note.stakeholder || !note.from) continue;
    const Vec was = on_screen(look.view, *note.from);
    const Vec now = scene.nodes[i].center;
    const float reach = scene.nodes[i].radius + 6;
    if (length(now - was) > 2 * reach)
      painter.line(was + unit(now - was) * reach, now - unit(now - was) * reach, {theme.accent.base, 3.5F, {0, 9}, Cap::round});
    painter.stroke(node_outline(board.nodes[i].kind, was, scene.nodes[i].radius), {theme.accent.base, line_width::regular, {5, 5}});
  }
}

void paint_ring_round(Painter& painter, const Theme& theme, const MapNode& node, const ShownNode& shown, const MapLook& look) {
  const bool chosen = node.id == look.focused || std::find(look.selected.begin(), look.selected.end(), node.id) != look.selected.end();
  if (!chosen && !(look.searching && node.matches)) return;
  const Stroke line{chosen ? theme.accent.base : theme.accent.soft_line, focus_ring_stroke};
  painter.stroke(node_outline(node.kind, shown.center, shown.radius, ring_growth(node, shown)), line);
}

// From somebody to their name that found no place at their side.
void paint_leader(Painter& painter, const Theme& theme, const ShownNode& shown, Box name) {
  const Vec nearest{std::clamp(shown.center.x, name.min.x, name.max.x), std::clamp(shown.center.y, name.min.y, name.max.y)};
  const Vec way = nearest - shown.center;
  const float from = shown.radius + map_look::node_gap;
  if (length(way) < from + map_look::label_gap) return;
  painter.line(shown.center + unit(way) * from, nearest - unit(way) * 2, {theme.ink.tertiary, line_width::thin});
}

void paint_name(Painter& painter, const Theme& theme, const MapLook& look, const ShownNode& shown, const MapNames::Entry& entry,
                bool spotlit, float weight) {
  const Box box = name_box(shown, entry, weight);
  if (!(entry.shift == Vec{})) paint_leader(painter, theme, shown, box);
  const bool centered = entry.side == LabelSide::below || entry.side == LabelSide::above;
  const float line = look.name.size * name_line;
  const float first = box.min.y + look.name.size * name_height / 2;
  TextLook text{spotlit ? look.name.with_face(Face::bold) : look.name, theme.ink.primary, Align::left, Anchor::middle};
  if (shown.dimmed) text.color = text.color.with_alpha(dim_label_alpha);
  else text.halo = Halo{ground_at(theme, look.view, box.center()), label_halo};
  if (centered) text.align = Align::center;
  else if (entry.side == LabelSide::left) text.align = Align::right;
  const float x = centered ? box.center().x : entry.side == LabelSide::left ? box.max.x : box.min.x;
  for (std::size_t i = 0; i < entry.lines.size(); ++i)
    draw_label(painter, {x, first + line * static_cast<float>(i)}, entry.lines[i], text);
}

void paint_caption(Painter& painter, const Theme& theme, Vec center, const TextStyle& name) {
  const Vec size = caption_size(painter, name);
  painter.fill_box(box_around(center, size.x / 2, size.y / 2), size.y / 2, theme.spotlight.base);
  painter.text(center, caption_text, {name.with_face(Face::semibold), theme.dot.decider_ink, Align::center, Anchor::middle});
}

void paint_note(Painter& painter, const Theme& theme, const ShownNode& node, const std::string& words) {
  const TextStyle style = desk_type::label_strong;
  const Vec half{label_width(painter, words, style) / 2 + 16, 18};
  const Vec center = node.center - Vec{0, node.half.y + 16 + half.y};
  painter.fill_box(box_around(center, half.x, half.y), radius::tooltip, theme.ink.primary);
  draw_label(painter, center, words, {style, theme.ink.inverse, Align::center, Anchor::middle});
}

// "Ruth Kaplan influences Helena Brandt"
std::string tie_title(const MapBoard& board, const MapTie& tie) {
  return board.nodes[tie.from].name + " " + std::string(words(tie.kind)) + " " + board.nodes[tie.to].name;
}

}  // namespace

std::uint8_t band_at(MapPoint point) {
  // |x|^2.5 + |y|^2.5, without a library's powers: this runs for everybody.
  static_assert(ring_exponent == 2.5F, "written out here");
  const auto power = [](double share) { return share * share * std::sqrt(share); };
  const double out = power(std::fabs(point.x) / outer_x) + power(std::fabs(point.y) / outer_y);
  for (int ring = 0; ring < ring_count; ++ring)
    if (out <= power(ring_edge_thousandths[ring] / 1000.0)) return static_cast<std::uint8_t>(ring);
  return paper_ground;
}

Color ground_at(const Theme& theme, const View& view, Vec at) {
  const std::uint8_t ground = band_at(on_map(view, at));
  return ground == paper_ground ? theme.bg.paper : band(theme, ground);
}

void paint_rings(Painter& painter, const Theme& theme, const View& view, const RingNames* names, const TextStyle& style) {
  for (int ring = ring_count - 1; ring >= 0; --ring) {
    painter.fill(ring_path(view, ring), band(theme, ring));
    painter.stroke(ring_path(view, ring), {theme.ring.line, names != nullptr ? ring_stroke : line_width::hair});
  }
  for (int ring = 0; names != nullptr && ring < ring_count; ++ring) {
    const std::optional<Vec>& at = (*names)[static_cast<std::size_t>(ring)];
    if (!at) continue;
    const Box pill = ring_name_box(painter, static_cast<Ring>(ring), *at, style);
    painter.fill_box(pill, pill.height() / 2, band(theme, ring));
    painter.text(*at, words(static_cast<Ring>(ring)), {style, theme.ink.tertiary, Align::center, Anchor::middle});
  }
}

void paint_map(Painter& painter, const Theme& theme, const MapBoard& board, const MapLook& look, const MapScene& people, const MapShapes& shapes,
               const MapNames& names) {
  const ShapeView view = shape_view(look);
  paint_rings(painter, theme, look.view, look.names ? &names.rings : nullptr, look.name);
  painter.ties(shapes.ties, shapes.ties_version, view, theme, [&](std::size_t i) { return tie_title(board, board.ties[i]); });
  for (const MapNote& note : look.notes) paint_slot(painter, theme, board, look, people, note);
  const bool lit = people.spotlit < people.nodes.size() && !people.nodes[people.spotlit].dimmed;
  if (lit) paint_halo(painter, theme, people.nodes[people.spotlit], look, people.weight);
  painter.people(shapes.nodes, shapes.nodes_version, view, theme, [&](std::size_t i) { return board.nodes[i].name; });
  if (look.focused || look.searching || !look.selected.empty())
    for (std::size_t i = 0; i < board.nodes.size(); ++i) paint_ring_round(painter, theme, board.nodes[i], people.nodes[i], look);
  if (!look.names) return;
  for (std::size_t i = 0; i < people.nodes.size() && i < names.entries.size(); ++i)
    if (names.entries[i].shown && !names.entries[i].lines.empty())
      paint_name(painter, theme, look, people.nodes[i], names.entries[i], i == people.spotlit, people.weight);
  if (lit) paint_caption(painter, theme, people.nodes[people.spotlit].center + names.caption, look.name);
  for (const MapNote& note : look.notes)
    for (std::size_t i = 0; i < board.nodes.size(); ++i)
      if (board.nodes[i].id == note.stakeholder && !note.text.empty()) paint_note(painter, theme, people.nodes[i], note.text);
}

void paint_map(Painter& painter, const Theme& theme, const MapBoard& board, const MapLook& look) {
  paint_map(painter, theme, board, look, people_of(board, look), shapes_of(board, look), place_names(painter, board, look));
}

}  // namespace standpoint
