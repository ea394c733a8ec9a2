// What the map shows in this frame: the board built from the workshop, people on their way to new places, drafts of the
// hand, layers that the facilitator allows, and names. Called by screen.cpp; nothing here handles input.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/boards/map/parts.h"
#include "app/paint/motion.h"
#include "core/workshop/layers.h"

namespace standpoint {
namespace {

constexpr double unmoved = 1.5;          // map units: less is rounding, not a move
constexpr double breaths = 3;            // of the halo; then it rests, so that a still picture costs nothing
constexpr float narrow = 1000;
constexpr double drop_patience = 2.0;    // seconds that a drop is shown without an answer

MapFilter filter_of(const Layers& open, const MapUi& ui) {
  MapFilter filter = ui.filter;
  filter.search = ui.search_open ? ui.search : std::string();
  filter.show_stance = filter.show_stance && open.stance;
  filter.show_conflicts = filter.show_conflicts && open.conflicts;
  return filter;
}

void rebuild_if_changed(const Frame& frame, const Workshop& workshop, MapUi& ui) {
  const Layers open = frame.role == Role::facilitator ? layers_for_facilitators(workshop) : open_layers(workshop);
  const MapFilter filter = filter_of(open, ui);
  MapCache& cache = ui.cache;
  const bool same_people = cache.built && cache.ties == workshop.ties && cache.stakeholders == workshop.stakeholders;
  if (same_people && cache.filter == filter) return;
  if (!same_people) ui.dropped.clear();
  const std::uint64_t version = cache.version + 1;
  // What is hidden moves nobody and makes nobody stand out: a facilitator's window shows what a stage's seat is told.
  Workshop seen = workshop;
  hide_closed_layers(seen, open);
  cache = {workshop.stakeholders, workshop.ties, filter, build_map(seen, filter, influence_of(seen)), true, {}, version};
  cache.shown = cache.board;
  ui.names_view.reset();
}

double share_of(const MapTravel& travel, double now) {
  return eased(static_cast<float>((now - travel.start) * 1000.0 / motion::layout));
}

MapPoint place_of(const MapTravel& travel, double now) {
  const double t = share_of(travel, now);
  return {travel.from.x + (travel.to.x - travel.from.x) * t, travel.from.y + (travel.to.y - travel.from.y) * t};
}

bool near(MapPoint a, MapPoint b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) < unmoved * unmoved; }

// The travel of one person so far. Travels stand in the order in which people were drawn, so it is looked for from `next`
// on, behind the last one found: only when somebody came or went it lies elsewhere.
const MapTravel* travel_of(const std::vector<MapTravel>& travels, std::size_t& next, StakeholderId id) {
  for (std::size_t tried = 0; tried < travels.size(); ++tried) {
    const std::size_t at = (next + tried) % travels.size();
    if (travels[at].stakeholder != id) continue;
    next = at + 1;
    return &travels[at];
  }
  return nullptr;
}

// Everybody travels to where the board has them now; who is new or was put there by hand is there at once.
std::vector<MapPoint> travel(const Frame& frame, MapUi& ui, Commands& commands) {
  const std::vector<MapNode>& nodes = ui.cache.board.nodes;
  std::vector<MapTravel> travels;
  travels.reserve(nodes.size());
  std::vector<MapPoint> places;
  places.reserve(nodes.size());
  double moving_until = 0;
  std::size_t next = 0;
  for (const MapNode& node : nodes) {
    MapTravel now{node.id, node.at, node.at, frame.seconds};
    if (const MapTravel* old = travel_of(ui.travels, next, node.id)) {
      now = *old;
      if (!near(now.to, node.at)) {
        const MapPoint here = place_of(*old, frame.seconds);
        now = {node.id, near(here, node.at) || frame.reduced_motion ? node.at : here, node.at, frame.seconds};
      }
    }
    const bool moving = !near(now.from, now.to) && share_of(now, frame.seconds) < 1;
    if (moving) moving_until = std::max(moving_until, now.start + motion::layout / 1000.0);
    places.push_back(moving ? place_of(now, frame.seconds) : node.at);
    travels.push_back(now);
  }
  if (moving_until > 0) commands.ask(AnimateUntil{moving_until});
  ui.travels = std::move(travels);
  return places;
}

void put(MapUi& ui, std::size_t i, MapPoint& place, MapPoint at) {
  place = at;
  ui.travels[i].from = ui.travels[i].to = at;
}

MapPoint kept_on_map(MapPoint from, MapPoint by) {
  return {std::clamp(from.x + by.x, -map_width / 2, map_width / 2), std::clamp(from.y + by.y, -map_height / 2, map_height / 2)};
}

// What was just dropped stays where the hand left it until the workshop answers.
void show_drafts(const Frame& frame, MapUi& ui, std::vector<MapPoint>& places, Commands& commands) {
  if (frame.seconds - ui.dropped_since > drop_patience) ui.dropped.clear();
  if (!ui.dropped.empty()) commands.ask(WakeAt{ui.dropped_since + drop_patience});
  const bool moving = ui.hold == MapHold::people || ui.nudging;
  if (!moving && ui.dropped.empty() && ui.further.empty()) return;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const StakeholderId id = ui.travels[i].stakeholder;
    for (const StakeholderMove& move : ui.dropped)
      if (move.stakeholder == id && move.placed) put(ui, i, places[i], map_from_board(move.at));
    if (moving && is_selected(ui, id)) places[i] = kept_on_map(places[i], ui.moved_by);
    for (const MapFurther& held : ui.further)
      if (held.stakeholder == id) places[i] = kept_on_map(places[i], held.by);
  }
}

// The shown board changes, and what is made of it, only when somebody stands elsewhere than in the last frame.
void stand(MapCache& cache, const std::vector<MapPoint>& places) {
  bool moved = false;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (cache.shown.nodes[i].at == places[i]) continue;
    cache.shown.nodes[i].at = places[i];
    moved = true;
  }
  if (moved) ++cache.version;
}

void fly(const Frame& frame, MapUi& ui, Commands& commands) {
  if (!ui.flying_to || !ui.flying_from) return;
  const float t = frame.reduced_motion ? 1.0F : eased(static_cast<float>((frame.seconds - ui.flying_since) * 1000.0) / motion::move);
  ui.camera = t < 1 ? between(*ui.flying_from, *ui.flying_to, t) : *ui.flying_to;
  if (t < 1) commands.ask(AnimateUntil{ui.flying_since + motion::move / 1000.0});
  else {
    ui.flying_from.reset();
    ui.flying_to.reset();
  }
}

float breath(const Frame& frame, MapUi& ui, bool lit, Commands& commands) {
  if (!lit) ui.halo_since = -1;
  else if (ui.halo_since < 0) ui.halo_since = frame.seconds;
  const double period = motion::halo_period / 1000.0;
  const double since = frame.seconds - ui.halo_since;
  if (!lit || frame.reduced_motion || since >= breaths * period) return 0;
  commands.ask(AnimateUntil{ui.halo_since + breaths * period});
  return static_cast<float>(std::sin(2 * std::numbers::pi * since / period));
}

// Room for the key and for names of the stage's size.
bool roomy(Box area) { return area.width() >= 1500 && area.height() >= 700; }

Box between_boxes(Box from, Box to, float t) { return {lerp(from.min, to.min, t), lerp(from.max, to.max, t)}; }

// 0: the map has the whole area; 1: it has stepped aside for the panel, which must not cover whom it is about.
float room_for_panel(const Frame& frame, bool open, MapUi& ui, Commands& commands) {
  if (open != ui.room_made) {
    ui.room_made = open;
    ui.room_since = frame.seconds;
  }
  const float t = frame.reduced_motion ? 1.0F : eased(static_cast<float>((frame.seconds - ui.room_since) * 1000.0) / motion::move);
  if (t < 1) commands.ask(AnimateUntil{ui.room_since + motion::move / 1000.0});
  return open ? t : 1 - t;
}

void lay_out_boxes(const Frame& frame, MapUi& ui, MapFrame& map, Commands& commands) {
  const Box area = frame.area;
  map.tools = frame.chrome && frame.role != Role::stage;
  map.editable = map.tools && !frame.read_only && (frame.role == Role::facilitator || frame.role == Role::participant);
  if (!map.tools) ui.inspector.open = ui.filter_open = ui.layers_open = false;
  const bool tall = area.height() > area.width();
  const Box desk = frame.on_desk(area);
  // At the right below the tools; where the window is higher than wide, at the foot.
  const float inspector_top = tall ? desk.max.y - std::min(inspector_height, desk.height() / 2) : desk.min.y + (desk.height() > 800 ? 60.0F : 0.0F);
  map.inspector = frame.off_desk(Box{{std::max(desk.min.x, desk.max.x - inspector_width), inspector_top}, desk.max});
  map.inspector_open = ui.inspector.open && (ui.tie || ui.selected.size() == 1);
  const float room = room_for_panel(frame, map.inspector_open || ui.filter_open || ui.layers_open, ui, commands);
  const bool large = roomy(area) && (tall || area.height() >= map_key_height);
  const bool key = large && !ui.cache.board.nodes.empty();  // nothing is explained where nothing is drawn
  map.with_key = key && room < 0.05F;
  map.key_across = tall;
  map.key = tall ? Vec{area.min.x, area.max.y - map_key_across_height} : area.min + Vec{0, area.height() >= 850 ? 42.0F : 4.0F};
  // The rings may use the air round the area: only names come near their edge.
  const float names = area.width() < narrow ? 44 : 0;  // on narrow glass names have no air beside the rings
  Box whole = large ? Box{area.min + Vec{stage::key_width + 40, -23}, area.max + Vec{20, -18}} : Box{area.min + Vec{names, -3}, area.max - Vec{names, 2}};
  if (!key && large && !tall) {  // as large as beside the key, in the middle
    const float aside_of_middle = whole.center().x - area.center().x;
    whole = {whole.min - Vec{aside_of_middle, 0}, whole.max - Vec{aside_of_middle, 0}};
  }
  if (large && tall) whole = {area.min, {area.max.x, map.key.y - space::s6}};
  Box aside{{area.min.x - (large ? 20.0F : 0.0F), whole.min.y}, {map.inspector.min.x - space::s6, whole.max.y}};
  if (tall) aside = {whole.min, {whole.max.x, map.inspector.min.y - space::s6}};
  map.board = between_boxes(whole, aside, room);
  // A map that is larger than its room ends below the title.
  map.clip = {area.min - Vec{64, ui.camera.zoom > 1 ? 14.0F : 44.0F}, area.max + Vec{64, 48}};
}

StakeholderId focused_one(const MapUi& ui) {
  const bool searching = ui.search_open && !ui.search.empty();  // who is found stands out, wherever the focus was
  if (searching || ui.hold == MapHold::people || ui.nudging) return {};
  return ui.focused;
}

// Whether people are on their way to new places: then names keep the sides that they will have there.
bool travelling(const MapFrame& map, const MapUi& ui) {
  const std::vector<MapNode>& here = map.shown.nodes;
  const std::vector<MapNode>& there = ui.cache.board.nodes;
  for (std::size_t i = 0; i < here.size(); ++i)
    if (here[i].at != there[i].at) return true;
  return false;
}

}  // namespace

MapFrame laid_out_frame(const Frame& frame, const Workshop& workshop, MapUi& ui, Commands& commands) {
  MapFrame map(ui.cache.shown);
  rebuild_if_changed(frame, workshop, ui);
  std::erase_if(ui.selected, [&](StakeholderId id) { return find(workshop, id) == nullptr; });
  if (ui.tie && find(workshop, ui.tie) == nullptr) ui.tie = {};
  if (ui.selected != std::vector{ui.focused}) ui.focused = {};
  lay_out_boxes(frame, ui, map, commands);
  fly(frame, ui, commands);
  std::vector<MapPoint> places = travel(frame, ui, commands);
  show_drafts(frame, ui, places, commands);
  stand(ui.cache, places);

  MapLook& look = map.look;
  look.view = map_view(map.board, ui.camera);
  look.name = roomy(frame.area) || frame.desk_painter != nullptr ? stage_type::label : desk_type::body.with_face(Face::medium);
  look.show_stance = ui.cache.filter.show_stance;
  look.show_conflicts = ui.cache.filter.show_conflicts;
  look.halo = ui.halo;
  look.focused = focused_one(ui);
  look.selected = ui.selected;
  look.chosen_tie = ui.tie;
  look.searching = ui.search_open && !ui.search.empty();
  if (!workshop.stakeholders.empty()) look.newest = workshop.stakeholders.back().id;
  const bool lit = ui.halo && std::any_of(map.shown.nodes.begin(), map.shown.nodes.end(), [](const MapNode& n) { return n.hidden_influencer; });
  look.breath = breath(frame, ui, lit, commands);
  look.notes = ui.notes;
  if (map.tools) look.taken = boxes_of_tools(frame, map, ui);
  for (const MapTravel& travel : ui.travels) {
    const bool further = std::any_of(ui.further.begin(), ui.further.end(), [&](const MapFurther& f) { return f.stakeholder == travel.stakeholder; });
    if (further || (ui.hold == MapHold::people && is_selected(ui, travel.stakeholder))) look.notes.push_back({travel.stakeholder, {}, travel.to});
  }
  map.scene = people_of(map.shown, look);
  return map;
}

const MapShapes& shapes_in(const MapFrame& map, MapUi& ui) {
  MapDrawn& drawn = ui.drawn;
  const MapLook& look = map.look;
  const bool same = drawn.version == ui.cache.version && drawn.focused == look.focused && drawn.chosen_tie == look.chosen_tie &&
                    drawn.show_conflicts == look.show_conflicts;
  if (same) return drawn.shapes;
  drawn.version = ui.cache.version;
  drawn.focused = look.focused;
  drawn.chosen_tie = look.chosen_tie;
  drawn.show_conflicts = look.show_conflicts;
  drawn.shapes = shapes_of(map.shown, look);
  return drawn.shapes;
}

const PickGrid& grid_of(const MapFrame& map, MapUi& ui, bool with_ties) {
  if (ui.drawn.grid_version != ui.cache.version) ui.drawn.grid = PickGrid(map.shown);
  ui.drawn.grid_version = ui.cache.version;
  if (with_ties) ui.drawn.grid.add_ties(map.shown);
  return ui.drawn.grid;
}

void settle_names(const Frame& frame, const MapFrame& map, MapUi& ui) {
  const bool moving = ui.hold == MapHold::people || ui.nudging || !ui.further.empty();
  // With few people every name is there anyway, so looking at one moves no name.
  const bool many = static_cast<int>(map.shown.nodes.size()) > map_look::many_nodes;
  const StakeholderId focus = many ? map.look.focused : StakeholderId{};
  const std::vector<StakeholderId> selected = many ? ui.selected : std::vector<StakeholderId>{};
  if (!moving && ui.names_view == map.look.view && ui.names_focus == focus && ui.names_selected == selected && ui.names_halo == ui.halo) return;
  MapLook look = map.look;
  look.focused = focus;
  if (!many) look.searching = false;
  if (!moving && ui.dropped.empty() && travelling(map, ui))
    place_names(frame.painter, ui.cache.board, people_of(ui.cache.board, look), look, ui.names);
  else place_names(frame.painter, map.shown, map.scene, look, ui.names);
  // After a move they are placed once more, with what was dropped where it is.
  if (moving) ui.names_view.reset();
  else ui.names_view = map.look.view;
  ui.names_focus = focus;
  ui.names_selected = selected;
  ui.names_halo = ui.halo;
}

}  // namespace standpoint
