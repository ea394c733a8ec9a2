// Where everything of a map is drawn and where its names stand. Called by paint_map and by the map's screen for hit
// tests and keyboard stops. Nothing here paints.
#include <algorithm>
#include <cmath>

#include "app/paint/label.h"
#include "app/paint/map.h"
#include "app/paint/node.h"
#include "core/story.h"

namespace standpoint {
namespace {

constexpr int edge_steps = 96;

// How far along the curve, from its start, the node's outline and the gap reach.
float length_to_edge(const Quad& curve, StakeholderKind kind, const ShownNode& node, float scale, float gap) {
  float along = 0;
  Vec before = curve.from;
  for (int i = 1; i <= edge_steps; ++i) {
    const Vec here = point_at(curve, static_cast<float>(i) / edge_steps);
    const float outside = outside_of(kind, node.radius, here - node.center, scale);
    if (outside >= gap) {
      const float step = length(here - before);
      return along + std::max(0.0F, step - (outside - gap));
    }
    along += length(here - before);
    before = here;
  }
  return along;
}

ShownTie shown_tie(const MapBoard& board, const MapScene& scene, const MapLook& look, const MapTie& tie) {
  const ShownNode& from = scene.nodes[tie.from];
  const ShownNode& to = scene.nodes[tie.to];
  const Quad whole{from.center, on_screen(look.view, tie_control(board, tie)), to.center};
  const Quad backwards{whole.to, whole.control, whole.from};
  const float gap = map_look::node_gap * scene.weight;
  const float start = length_to_edge(whole, board.nodes[tie.from].kind, from, scene.scale, gap + map_look::tie_start_gap * scene.weight);
  const float end = length_to_edge(backwards, board.nodes[tie.to].kind, to, scene.scale, gap + map_look::tie_end_gap * scene.weight);
  return {trimmed(whole, start, end), 0};
}

float tie_alpha(const MapBoard& board, const MapLook& look, const MapTie& tie, bool many) {
  if (tie.kind == TieKind::conflicts_with && !look.show_conflicts) return 0;
  if (look.chosen_tie && look.chosen_tie == tie.id) return 1;
  if (look.focused) {
    const bool its = board.nodes[tie.from].id == look.focused || board.nodes[tie.to].id == look.focused;
    if (!its) return map_look::tie_dim_alpha;
    if (tie.matches) return 1;
  }
  if (!tie.matches) return map_look::tie_dim_alpha;
  const bool minor = tie.strength < 2 && tie.kind != TieKind::conflicts_with;
  return many && minor ? map_look::tie_dim_alpha : map_look::tie_alpha;
}

// The focused one and all who share a tie with it.
std::vector<bool> near_focus(const MapBoard& board, StakeholderId focused) {
  std::vector<bool> near(board.nodes.size(), false);
  for (std::size_t i = 0; i < board.nodes.size(); ++i) near[i] = board.nodes[i].id == focused;
  for (const MapTie& tie : board.ties) {
    if (board.nodes[tie.from].id == focused) near[tie.to] = true;
    if (board.nodes[tie.to].id == focused) near[tie.from] = true;
  }
  return near;
}

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

float ring_growth(const MapNode& node, const ShownNode& shown) {
  const bool sponsor = node.kind == StakeholderKind::sponsor;
  return map_look::focus_ring_plus + (sponsor ? shown.half.x - map_look::node_gap - shown.radius : 0.0F);
}

Vec on_screen(const View& view, MapPoint point) {
  return view.to_screen({static_cast<float>(point.x), -static_cast<float>(point.y)});
}

MapPoint on_map(const View& view, Vec at) {
  const Vec plane = view.to_plane(at);
  return {plane.x, -plane.y};
}

View map_view(Box box, const Camera& camera) {
  return {box, {static_cast<float>(map_width), static_cast<float>(map_height)}, line_width::regular, camera};
}

float name_gap(float weight) { return (map_look::label_gap - map_look::node_gap) * weight; }

MapScene scene_of(const MapBoard& board, const MapLook& look) {
  MapScene scene;
  const float fit = look.view.fit();
  const float zoom = look.view.camera.zoom;
  // Zooming in gives crowded people room: they grow slower than the distances between them.
  scene.scale = fit * (zoom > 1 ? std::sqrt(zoom) : zoom);
  scene.weight = std::clamp(fit, 0.3F, 1.0F);
  const std::vector<bool> near = near_focus(board, look.focused);
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    const MapNode& node = board.nodes[i];
    const float least = std::min(map_look::node_radius_min, map_look::node_radius_min * fit / 0.4F);
    const float radius = std::max(least, static_cast<float>(node.radius) * scene.scale);
    const bool dimmed = !node.matches || (look.focused && !near[i]);
    scene.nodes.push_back({on_screen(look.view, node.at), radius, node_half(node.kind, radius, scene.scale), dimmed});
    if (look.halo && node.hidden_influencer && scene.spotlit == SIZE_MAX) scene.spotlit = i;
  }
  const auto matching = std::count_if(board.ties.begin(), board.ties.end(), [](const MapTie& tie) { return tie.matches; });
  for (const MapTie& tie : board.ties) {
    ShownTie shown = shown_tie(board, scene, look, tie);
    shown.alpha = tie_alpha(board, look, tie, matching > map_look::many_ties);
    scene.ties.push_back(shown);
  }
  return scene;
}

std::optional<std::size_t> node_under(const MapScene& scene, const MapBoard& board, Vec at, float slop) {
  std::optional<std::size_t> best;
  float least = slop;
  for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
    const float outside = outside_of(board.nodes[i].kind, scene.nodes[i].radius, at - scene.nodes[i].center, scene.scale);
    if (outside <= std::max(0.0F, least)) {
      best = i;
      least = outside;
    }
  }
  return best;
}

std::optional<std::size_t> tie_under(const MapScene& scene, Vec at, float slop) {
  std::optional<std::size_t> best;
  float least = slop;
  for (std::size_t i = 0; i < scene.ties.size(); ++i) {
    if (scene.ties[i].alpha < map_look::tie_alpha) continue;
    for (int step = 0; step <= 48; ++step) {
      const float away = length(at - point_at(scene.ties[i].curve, static_cast<float>(step) / 48));
      if (away < least) {
        best = i;
        least = away;
      }
    }
  }
  return best;
}

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
