// Where the names of a map stand: who keeps one, how it is broken, and what is in its way. Called by paint_map and by the
// map's screen, which keeps the answer so that names do not hop. Nothing here paints.
#include <algorithm>

#include "app/paint/label.h"
#include "app/paint/map.h"
#include "core/story.h"

namespace standpoint {
namespace {

bool is_selected(const MapLook& look, StakeholderId id) {
  return std::find(look.selected.begin(), look.selected.end(), id) != look.selected.end();
}

// With many people on the map only those who matter most keep their name, and those somebody looks at.
bool wants_name(const MapBoard& board, const MapLook& look, std::size_t i, bool near) {
  const MapNode& node = board.nodes[i];
  if (!look.names || node.name.empty()) return false;
  if (static_cast<int>(board.nodes.size()) <= map_look::many_nodes) return true;
  if (look.focused && near) return true;
  if (look.searching && node.matches) return true;
  return node.influence >= 3 || node.id == look.newest || is_selected(look, node.id) || (look.halo && node.hidden_influencer);
}

std::vector<std::vector<Vec>> drawn_lines(const MapScene& scene) {
  std::vector<std::vector<Vec>> lines;
  for (const ShownTie& tie : scene.ties) {
    if (tie.alpha < map_look::tie_alpha) continue;
    std::vector<Vec> points;
    for (int i = 0; i <= 8; ++i) points.push_back(point_at(tie.curve, static_cast<float>(i) / 8));
    lines.push_back(std::move(points));
  }
  return lines;
}

// Arrow heads and open rings: a name on them hides which way a tie runs.
void add_tie_ends(std::vector<Box>& boxes, const MapBoard& board, const MapScene& scene) {
  for (std::size_t i = 0; i < scene.ties.size(); ++i) {
    const TieKind kind = board.ties[i].kind;
    const bool has_end = kind == TieKind::influences || kind == TieKind::reports_to || kind == TieKind::supports;
    if (!has_end || scene.ties[i].alpha < map_look::tie_alpha) continue;
    const float half = map_look::arrow_length / 2 * scene.weight;
    boxes.push_back(box_around(scene.ties[i].curve.to - tangent_at(scene.ties[i].curve, 1) * half, half, half));
  }
}

std::vector<Box> ring_words(const Painter& painter, const MapLook& look) {
  std::vector<Box> boxes;
  for (int ring = 0; ring < ring_count; ++ring) {
    const float edge = static_cast<float>(ring_edge_thousandths[ring]) / 1000.0F * map_look::outer_y;
    const Vec at = look.view.to_screen({0, edge});
    const float wide = painter.text_width(words(static_cast<Ring>(ring)), look.name) / 2 + map_look::ring_pill_padding;
    boxes.push_back(box_around(at, wide, map_look::ring_pill_height / 2));
  }
  return boxes;
}

// Measuring text is dear, so what was measured for the last frame is taken over.
void measure(const Painter& painter, const std::string& name, const TextStyle& style, const MapNames::Entry* old, MapNames::Entry& entry) {
  entry.name = name;
  entry.style = style;
  if (old != nullptr && old->name == name && old->style == style && old->size.x > 0) {
    entry.lines = old->lines;
    entry.size = old->size;
    return;
  }
  entry.lines = wrap_label(painter, name, style, map_look::label_max_width, 3);
  for (const std::string& line : entry.lines) entry.size.x = std::max(entry.size.x, label_width(painter, line, style));
  // From the first line's capitals to the last line's base: distances to a node are seen from there.
  entry.size.y = style.size * (name_height + name_line * static_cast<float>(entry.lines.size() - 1));
}

LabelNode label_node(const Painter& painter, const MapNode& node, const MapLook& look, const ShownNode& shown, bool spotlit, bool near,
                     const MapNames& before, MapNames::Entry& entry) {
  const MapNames::Entry* old = nullptr;
  for (const MapNames::Entry& one : before.entries)
    if (one.stakeholder == node.id && one.size.x > 0) old = &one;
  measure(painter, node.name, spotlit ? look.name.with_face(Face::bold) : look.name, old, entry);
  LabelNode label{shown.center, shown.half, entry.size, node.influence, near || spotlit || is_selected(look, node.id), std::nullopt};
  if (old != nullptr) label.previous = old->side;
  return label;
}

// The caption of the halo: above the ring, a little aside when ties leave there, else below.
Vec place_caption(const Painter& painter, const MapLook& look, const MapScene& scene, const std::vector<LabelNode>& labels, const LabelGround& ground) {
  const ShownNode& node = scene.nodes[scene.spotlit];
  const Vec size = caption_size(painter, look.name);
  const float clear = node.radius + (map_look::halo_ring_plus + map_look::halo_ring_stroke / 2) * scene.weight +
                      map_look::halo_caption_gap + size.y / 2;
  std::vector<Box> candidates;
  for (const float side : {-1.0F, 1.0F})
    for (const float aside : {0.0F, -0.32F, 0.32F, -0.6F, 0.6F})
      candidates.push_back(box_around(node.center + Vec{aside * size.x, side * clear}, size.x / 2, size.y / 2));
  const std::size_t best = least_cluttered(candidates, labels, ground);
  return candidates[best].center() - node.center;
}

}  // namespace

float name_gap(float weight) { return (map_look::label_gap - map_look::node_gap) * weight; }

Vec caption_size(const Painter& painter, const TextStyle& name) {
  const float share = name.size / stage_type::label.size;
  return {painter.text_width(caption_text, name.with_face(Face::semibold)) + 32 * share, map_look::halo_caption_height * share};
}

MapNames place_names(const Painter& painter, const MapBoard& board, const MapLook& look, const MapNames& before) {
  const MapScene scene = scene_of(board, look);
  const std::vector<bool> near = near_focus(board, look.focused);
  MapNames names;
  names.entries.resize(board.nodes.size());
  std::vector<LabelNode> labels;
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    const ShownNode& shown = scene.nodes[i];
    names.entries[i].stakeholder = board.nodes[i].id;
    if (wants_name(board, look, i, near[i]))
      labels.push_back(label_node(painter, board.nodes[i], look, shown, i == scene.spotlit, near[i], before, names.entries[i]));
    else labels.push_back({shown.center, shown.half, {}, board.nodes[i].influence, false, std::nullopt});
  }
  LabelGround ground{{}, drawn_lines(scene), look.view.box.grown(24)};
  if (look.names) ground.words = ring_words(painter, look);
  add_tie_ends(ground.words, board, scene);
  if (look.names && scene.spotlit < scene.nodes.size()) {
    names.caption = place_caption(painter, look, scene, labels, ground);
    const Vec size = caption_size(painter, look.name);
    ground.words.push_back(box_around(scene.nodes[scene.spotlit].center + names.caption, size.x / 2, size.y / 2));
  }
  const std::vector<LabelPlace> places = place_labels(labels, ground, name_gap(scene.weight));
  for (std::size_t i = 0; i < places.size(); ++i) {
    names.entries[i].side = places[i].side;
    names.entries[i].shown = places[i].shown;
  }
  return names;
}

}  // namespace standpoint
