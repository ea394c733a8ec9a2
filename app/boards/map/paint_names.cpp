// Where the names of a map stand: who has one, how it is broken, and what is in its way. Called by paint_map and by the
// map's screen, which keeps the answer so that names do not hop. Nothing here paints.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

#include "app/boards/map/paint_board.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/paint/text/label_ends.h"
#include "core/insights/story.h"

namespace standpoint {
namespace {

constexpr float around_view = 64;       // who is so far outside has a name already
constexpr float staying = 0.9F;         // of the scale that brings a name, less takes it away: so nothing flickers
constexpr int looked_at = 10;           // more weight than any influence
// A name that found no side looks so many steps further out, each in so many directions; a pixel away costs so much of a
// covered name.
constexpr int aside_steps = 24, aside_turns = 24;
constexpr float aside_pitch = 14, aside_cost = 0.01F;
constexpr int curve_pieces = 8;
constexpr float zigzag_clear = map_look::conflicts_amplitude + 2, line_clear = 4;
constexpr float ring_line_cost = 0.08F;  // a ring is pale and passes behind the halo of a name: it decides among equals

// The point of a ring's line that lies lowest.
constexpr std::size_t six_o_clock = map_look::ring_segments / 4;

Path ring_line(const View& view, int ring) {
  const float share = static_cast<float>(ring_edge_thousandths[ring]) / 1000.0F * view.scale();
  return superellipse_path(view.to_screen({}), Vec{map_look::outer_x, map_look::outer_y} * share, map_look::ring_exponent, map_look::ring_segments);
}

bool is_selected(const MapLook& look, StakeholderId id) {
  return std::find(look.selected.begin(), look.selected.end(), id) != look.selected.end();
}

// The view as names see it: how much of calm there is, and from which influence a name is wanted.
struct Calm {
  float scale = 1;
  int influence = 0;
};

// With many people in view only those who matter most keep their name; zooming in brings the others (guide, declutter).
Calm calm_of(const MapBoard& board, const MapLook& look, bool was_shown) {
  const float zoom = std::max(1.0F, look.view.camera.zoom) / (was_shown ? staying : 1.0F);
  const float in_view = static_cast<float>(board.nodes.size()) / (zoom * zoom);
  constexpr float many = map_look::many_nodes;
  const int influence = in_view <= many ? 0 : in_view <= 2 * many ? map_look::named_influence - 1 : map_look::named_influence;
  return {look.view.scale() * stage_type::label.size / look.name.size / (was_shown ? staying : 1.0F), influence};
}

// Names stay on the map's own height: above it is the title, below it the edge of the stage. In a map that is larger than its
// box the edge of the box means nothing.
Box bounds_of(const View& view) {
  const float high = map_look::outer_y * view.scale();
  if (view.camera.zoom > 1) return view.box.grown(high);
  const float middle = view.to_screen({}).y;
  return {{view.box.min.x, middle - high}, {view.box.max.x, middle + high}};
}

float shared(Box a, Box b) {
  const float w = std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x);
  const float h = std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y);
  return w > 0 && h > 0 ? w * h : 0;
}

class Names {
 public:
  Names(const Painter& painter, const MapBoard& board, const MapScene& scene, const MapLook& look, MapNames& names)
      : painter_(painter), board_(board), scene_(scene), look_(look), names_(names), bounds_(bounds_of(look.view)), in_view_(look.view.box.grown(around_view)),
        many_(static_cast<int>(board.nodes.size()) > map_look::many_nodes), fresh_(calm_of(board, look, false)), kept_(calm_of(board, look, true)),
        near_(look.focused ? near_focus(board, look.focused) : std::vector<bool>()) {}

  void place() {
    match_entries();
    if (many_ && look_.names) measure_room();
    std::vector<LabelNode> labels;
    labels.reserve(board_.nodes.size());
    for (std::size_t i = 0; i < board_.nodes.size(); ++i) labels.push_back(label_of(i));
    LabelGround ground;
    ground.bounds = bounds_;
    ground.words = look_.taken;
    if (look_.names) {
      add_rings(ground);
      add_ties(ground);
      if (scene_.spotlit < scene_.nodes.size()) {
        place_caption(labels, ground);
        LabelNode& spotlit = labels[scene_.spotlit];
        if (!spotlit.previous) spotlit.previous = names_.caption.y < 0 ? LabelSide::below : LabelSide::above;  // across from the caption
      }
    }
    const std::vector<LabelPlace> places = place_labels(labels, ground, name_gap(scene_.weight));
    for (std::size_t i = 0; i < places.size(); ++i) {
      MapNames::Entry& entry = names_.entries[i];
      entry.shown = places[i].shown;
      if (labels[i].name.x <= 0) continue;
      entry.side = places[i].side;
      entry.placed = true;
      entry.shift = {};
    }
    for (std::size_t i = 0; i < places.size(); ++i)
      if (labels[i].name.x > 0 && must_show(i) && (!names_.entries[i].shown || under_controls(name_box(scene_.nodes[i], names_.entries[i], scene_.weight)))) place_aside(i, ground);
    if (look_.names) name_rings();
  }

 private:
  // The entries follow the board: who left is forgotten, who is new has none yet.
  void match_entries() {
    std::vector<MapNames::Entry>& entries = names_.entries;
    bool same = entries.size() == board_.nodes.size();
    for (std::size_t i = 0; same && i < entries.size(); ++i) same = entries[i].stakeholder == board_.nodes[i].id;
    if (same) return;
    std::unordered_map<std::uint64_t, std::size_t> old;
    for (std::size_t i = 0; i < entries.size(); ++i) old.emplace(entries[i].stakeholder.value, i);
    std::vector<MapNames::Entry> matched(board_.nodes.size());
    for (std::size_t i = 0; i < matched.size(); ++i) {
      if (const auto known = old.find(board_.nodes[i].id.value); known != old.end()) matched[i] = std::move(entries[known->second]);
      matched[i].stakeholder = board_.nodes[i].id;
    }
    entries = std::move(matched);
  }

  // While a hand carries somebody, the others keep their room.
  void measure_room() {
    const auto stays = [this](std::size_t i) { return names_.at[i] == board_.nodes[i].at || is_selected(look_, board_.nodes[i].id); };
    bool same = names_.at.size() == board_.nodes.size();
    for (std::size_t i = 0; same && i < names_.at.size(); ++i) same = stays(i);
    if (same) return;
    names_.at.clear();
    for (const MapNode& node : board_.nodes) names_.at.push_back(node.at);
    names_.room = calm_scales(board_);
  }

  bool stands_out(std::size_t i) const {
    const MapNode& node = board_.nodes[i];
    return i == scene_.spotlit || (look_.focused && near_[i]) || (look_.searching && node.matches) || node.id == look_.newest || is_selected(look_, node.id);
  }

  bool must_show(std::size_t i) const { return !many_ || (look_.focused && near_[i]) || is_selected(look_, board_.nodes[i].id); }

  // All sides are taken: the nearest place round the node where no other name stands, and of these one that covers least.
  void place_aside(std::size_t i, const LabelGround& ground) {
    MapNames::Entry& entry = names_.entries[i];
    const ShownNode& node = scene_.nodes[i];
    const Box below = label_box(node.center, node.half, entry.size, LabelSide::below, name_gap(scene_.weight));
    std::optional<Box> best;
    float least = 0;
    for (int step = 0; step < aside_steps; ++step) {
      const float out = name_gap(scene_.weight) + aside_pitch * static_cast<float>(step);
      const Vec reach = node.half + entry.size * 0.5F + Vec{out, out};
      for (int turn = 0; turn < aside_turns; ++turn) {
        const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(turn) / aside_turns;
        const Box place = box_around(node.center + Vec{reach.x * std::sin(angle), reach.y * std::cos(angle)}, entry.size.x / 2, entry.size.y / 2);
        if (!(bounds_.contains(place.min) && bounds_.contains(place.max)) || covers_name(place, i) || under_controls(place)) continue;
        const float cost = covered_by(place, i, ground) + out * aside_cost;
        if (best && cost >= least) continue;
        best = place;
        least = cost;
      }
    }
    if (!best) return;
    entry.side = LabelSide::below;
    entry.shift = best->min - below.min;
    entry.shown = true;
  }

  bool under_controls(Box place) const {
    return std::any_of(look_.taken.begin(), look_.taken.end(), [&](const Box& control) { return shared(place, control) > 0; });
  }

  bool covers_name(Box place, std::size_t own) const {
    for (std::size_t k = 0; k < names_.entries.size(); ++k)
      if (k != own && names_.entries[k].shown && names_.entries[k].size.x > 0 && shared(place.grown(2), name_box(scene_.nodes[k], names_.entries[k], scene_.weight)) > 0) return true;
    return false;
  }

  // Of its own area, by nodes and by words of the ground.
  float covered_by(Box place, std::size_t own, const LabelGround& ground) const {
    float covered = 0;
    for (std::size_t k = 0; k < scene_.nodes.size(); ++k)
      if (k != own) covered += shared(place, box_around(scene_.nodes[k].center, scene_.nodes[k].half.x, scene_.nodes[k].half.y));
    for (const Box& word : ground.words) covered += shared(place, word);
    return covered / (place.width() * place.height());
  }

  void name_rings() {
    std::vector<Box> on_top, discs = look_.taken;
    for (std::size_t i = 0; i < names_.entries.size(); ++i)
      if (names_.entries[i].shown && names_.entries[i].size.x > 0) on_top.push_back(name_box(scene_.nodes[i], names_.entries[i], scene_.weight));
    for (const ShownNode& node : scene_.nodes) discs.push_back(box_around(node.center, node.half.x, node.half.y));
    if (scene_.spotlit < scene_.nodes.size()) {
      const Vec half = caption_size(painter_, look_.name) * 0.5F;
      discs.push_back(box_around(scene_.nodes[scene_.spotlit].center + names_.caption, half.x, half.y));
    }
    names_.rings = ring_names(painter_, look_.view, look_.name, on_top, discs);
  }

  bool wants_name(std::size_t i) const {
    const MapNode& node = board_.nodes[i];
    if (!look_.names || node.name.empty() || !in_view_.contains(scene_.nodes[i].center)) return false;
    if (!many_ || stands_out(i)) return true;
    const Calm& calm = names_.entries[i].shown ? kept_ : fresh_;
    return node.influence >= calm.influence && calm.scale >= names_.room[i];
  }

  LabelNode label_of(std::size_t i) {
    const MapNode& node = board_.nodes[i];
    const ShownNode& shown = scene_.nodes[i];
    const bool round = node.kind == StakeholderKind::internal || node.kind == StakeholderKind::sponsor || node.kind == StakeholderKind::customer;
    LabelNode label{shown.center, shown.half, {}, node.influence, false, std::nullopt, false, round};
    if (!wants_name(i)) return label;
    MapNames::Entry& entry = names_.entries[i];
    measure(node.name, i == scene_.spotlit ? look_.name.with_face(Face::bold) : look_.name, entry);
    label.name = entry.size;
    label.keep = i == scene_.spotlit || node.id == look_.focused || is_selected(look_, node.id);
    if (stands_out(i)) label.weight += looked_at;
    if (entry.placed) label.previous = entry.side;
    label.hidden = entry.placed && !entry.shown && !must_show(i);
    return label;
  }

  // Measuring text is dear, so what was measured before is taken over.
  void measure(const std::string& name, const TextStyle& style, MapNames::Entry& entry) const {
    if (entry.name == name && entry.style == style) return;
    entry.name = name;
    entry.style = style;
    entry.lines = both_ends(painter_, name, style, map_look::label_max_width, 3);
    entry.size = {};
    for (const std::string& line : entry.lines) entry.size.x = std::max(entry.size.x, label_width(painter_, line, style));
    // From the first line's capitals to the last line's base: distances to a node are seen from there.
    entry.size.y = style.size * (name_height + name_line * static_cast<float>(entry.lines.size() - 1));
  }

  // Their names, on which no other stands, and their lines, which make a name that runs along them hard to read.
  void add_rings(LabelGround& ground) const {
    for (int ring = 0; ring < ring_count; ++ring) {
      const Path path = ring_line(look_.view, ring);
      ground.words.push_back(ring_name_box(painter_, static_cast<Ring>(ring), path.points()[six_o_clock], look_.name));
      for (std::size_t p = 0; p + 1 < path.points().size(); ++p) ground.lines.push_back({path.points()[p], path.points()[p + 1], 0, ring_line_cost});
    }
  }

  bool is_drawn(const MapTie& tie) const {
    // As if every tie matched: filtering moves no name.
    const bool may = tie.kind != TieKind::conflicts_with || look_.show_conflicts;
    return may && standpoint::stands_out(tie, plain_strength(board_.ties.size()));
  }

  void add_ties(LabelGround& ground) const {
    const auto drawn = std::count_if(board_.ties.begin(), board_.ties.end(), [this](const MapTie& tie) { return is_drawn(tie); });
    if (static_cast<std::size_t>(drawn) > map_look::countless_ties) return;
    for (std::size_t t = 0; t < board_.ties.size(); ++t) {
      const MapTie& tie = board_.ties[t];
      if (!is_drawn(tie)) continue;
      const Quad curve = tie_of(board_, look_, scene_, t).curve;
      if (!may_be_in_view(curve)) continue;
      const float clear = (tie.kind == TieKind::conflicts_with ? zigzag_clear : line_clear) * scene_.weight;
      for (int i = 0; i < curve_pieces; ++i)
        ground.lines.push_back({point_at(curve, static_cast<float>(i) / curve_pieces), point_at(curve, static_cast<float>(i + 1) / curve_pieces), clear});
      const bool has_end = tie.kind == TieKind::influences || tie.kind == TieKind::reports_to || tie.kind == TieKind::supports;
      const bool ring = tie.kind == TieKind::reports_to;
      const float half = (ring ? map_look::reports_ring_radius : map_look::arrow_length / 2) * scene_.weight;
      add_exits(ground, tie, curve);
      if (has_end) ground.marks.push_back(box_around(curve.to - tangent_at(curve, 1) * half, half, half));
    }
  }

  void add_exits(LabelGround& ground, const MapTie& tie, const Quad& curve) const {
    ground.exits.push_back({tie.from, unit(curve.from - scene_.nodes[tie.from].center)});
    ground.exits.push_back({tie.to, unit(curve.to - scene_.nodes[tie.to].center)});
  }

  bool may_be_in_view(const Quad& curve) const {
    const auto [left, right] = std::minmax({curve.from.x, curve.control.x, curve.to.x});
    const auto [top, bottom] = std::minmax({curve.from.y, curve.control.y, curve.to.y});
    return right >= bounds_.min.x && left <= bounds_.max.x && bottom >= bounds_.min.y && top <= bounds_.max.y;
  }

  // The caption of the halo: above the ring, a little aside when ties leave there, else below.
  void place_caption(const std::vector<LabelNode>& labels, LabelGround& ground) {
    const ShownNode& node = scene_.nodes[scene_.spotlit];
    const Vec half = caption_size(painter_, look_.name) * 0.5F;
    const float clear = node.radius + (map_look::halo_ring_plus + map_look::halo_ring_stroke / 2) * scene_.weight + map_look::halo_caption_gap + half.y;
    std::vector<Box> candidates;
    for (const float side : {-1.0F, 1.0F})
      for (const float aside : {0.0F, -0.64F, 0.64F, -1.2F, 1.2F})
        candidates.push_back(box_around(node.center + Vec{aside * half.x, side * clear}, half.x, half.y));
    const StakeholderId whose = board_.nodes[scene_.spotlit].id;
    const auto held = names_.spotlit == whose ? std::optional(names_.caption_place) : std::nullopt;
    names_.spotlit = whose;
    names_.caption_place = least_cluttered(candidates, labels, ground, held);
    names_.caption = candidates[names_.caption_place].center() - node.center;
    ground.words.push_back(candidates[names_.caption_place]);
  }

  const Painter& painter_;
  const MapBoard& board_;
  const MapScene& scene_;
  const MapLook& look_;
  MapNames& names_;
  Box bounds_, in_view_;
  bool many_;
  Calm fresh_, kept_;
  std::vector<bool> near_;
};

}  // namespace

Box name_box(const ShownNode& node, const MapNames::Entry& entry, float weight) {
  const Box beside = label_box(node.center, node.half, entry.size, entry.side, name_gap(weight));
  return {beside.min + entry.shift, beside.max + entry.shift};
}

float name_gap(float weight) { return (map_look::label_gap - map_look::node_gap) * weight; }

Vec caption_size(const Painter& painter, const TextStyle& name) {
  const float share = name.size / stage_type::label.size;
  return {painter.text_width(caption_text, name.with_face(Face::semibold)) + 32 * share, map_look::halo_caption_height * share};
}

Box ring_name_box(const Painter& painter, Ring ring, Vec middle, const TextStyle& style) {
  const float wide = painter.text_width(words(ring), style) / 2 + map_look::ring_pill_padding;
  return box_around(middle, wide, map_look::ring_pill_height / 2 * style.size / stage_type::label.size);
}

RingNames ring_names(const Painter& painter, const View& view, const TextStyle& style, const std::vector<Box>& on_top, const std::vector<Box>& discs) {
  constexpr std::size_t points = map_look::ring_segments, furthest = points / 2;
  RingNames names;
  std::vector<Box> in_the_way = on_top;  // what stood at 6 o'clock always may cover a little there: discs, and the ring beside it
  std::vector<Box> off_its_place = discs;
  for (int ring = 0; ring < ring_count; ++ring) {
    const Path path = ring_line(view, ring);
    for (std::size_t step = 0; step < 2 * furthest && !names[static_cast<std::size_t>(ring)]; ++step) {
      const std::size_t aside = (step + 1) / 2;
      const Vec at = path.points()[step % 2 == 0 ? (six_o_clock + aside) % points : (six_o_clock + points - aside) % points];
      const Box pill = ring_name_box(painter, static_cast<Ring>(ring), at, style);
      const auto over = [&](const Box& box) { return shared(pill, box) > 0; };
      if (std::any_of(in_the_way.begin(), in_the_way.end(), over)) continue;
      if (step > 0 && std::any_of(off_its_place.begin(), off_its_place.end(), over)) continue;
      names[static_cast<std::size_t>(ring)] = at;
      off_its_place.push_back(pill);
    }
  }
  return names;
}

void place_names(const Painter& painter, const MapBoard& board, const MapScene& scene, const MapLook& look, MapNames& names) {
  Names(painter, board, scene, look, names).place();
}

MapNames place_names(const Painter& painter, const MapBoard& board, const MapLook& look) {
  MapNames names;
  place_names(painter, board, people_of(board, look), look, names);
  return names;
}

}  // namespace standpoint
