// The few controls on the map, in its empty corners: add, search, filter at the top right, arrange and zoom at the bottom
// right. And the panels they open. Called by screen.cpp.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/boards/map/inspector_parts.h"
#include "app/boards/map/parts.h"
#include "app/boards/map/same_person.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/layers.h"
#include "core/insights/story.h"
#include "core/workshop/changes.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr float side = touch::min_target, gap = touch::gap;

bool leads(const MapFrame& map, const Frame& frame) { return map.editable && frame.role == Role::facilitator; }
int tools_below(const MapFrame& map) { return map.editable ? 4 : 3; }
// While a panel lies there, keys and wheel still zoom.
bool shows_bottom_row(const MapFrame& map, const MapUi& ui) { return !map.inspector_open && !ui.filter_open && !map.shown.nodes.empty(); }
int tools_above(const MapFrame& map, const Frame& frame) { return leads(map, frame) ? 5 : map.editable ? 4 : 2; }

// Buttons from right to left, quiet until they are needed.
class Row {
 public:
  Row(const Frame& frame, Vec right_top) : frame_(frame), x_(right_top.x), y_(right_top.y) {}
  // `why`: it cannot be pressed, and so it says; empty: it can.
  bool tool(const char* label, Icon icon, bool selected = false, std::string_view why = {}) {
    x_ -= side;
    const bool tapped = icon_button(frame_, label, box_at(x_, y_, side, side), icon, only_if(why.empty(), why, {ButtonKind::quiet, {}, true, false, selected}));
    x_ -= gap;
    return tapped;
  }

 private:
  const Frame& frame_;
  float x_;
  float y_;
};

// Zoomed or moved, the map may lie under the buttons.
void draw_ground(const Frame& frame, const MapFrame& map, Vec right_top, int tools) {
  if (map.look.view.camera == Camera{}) return;
  const float width = static_cast<float>(tools) * (side + gap) - gap;
  draw_panel(frame, box_at(right_top.x - width, right_top.y, width, side).grown(space::s1));
}

void top_row(const Frame& outer, const MapFrame& map, MapUi& ui) {
  const Frame frame = outer.desk();
  draw_ground(frame, map, {frame.area.max.x, frame.area.min.y}, tools_above(map, frame));
  Row row(frame, {frame.area.max.x, frame.area.min.y});
  MapFilter whole;
  if (row.tool("Filter", Icon::funnel_simple, ui.filter_open || ui.filter != whole)) {
    ui.filter_open = !ui.filter_open;
    ui.layers_open = false;
    ui.inspector.open = ui.inspector.open && !ui.filter_open;
  }
  if (leads(map, frame) && row.tool("What the room sees", Icon::eye, ui.layers_open)) {
    ui.layers_open = !ui.layers_open;
    ui.filter_open = false;
    ui.inspector.open = ui.inspector.open && !ui.layers_open;
  }
  if (row.tool("Search", Icon::magnifying_glass, ui.search_open)) {
    ui.search_open = !ui.search_open;
    ui.search_takes_keyboard = ui.search_open;
  }
  if (!map.editable) return;
  if (row.tool("Draw a tie", Icon::git_branch, ui.tying.from && ui.tying.by_keyboard, ui.selected.size() == 1 ? "" : "Choose one person first.")) {
    start_tie(ui, ui.selected.front(), outer.design_from_screen(pointer_on_screen()), true);
    ui.take_keyboard = ui.selected.front();
  }
  if (row.tool("Add stakeholder", Icon::user_plus, ui.naming.open && !ui.naming.renames)) start_naming(ui, {}, true);
}

void bottom_row(const Frame& outer, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  if (!shows_bottom_row(map, ui)) return;
  const Frame frame = outer.desk();
  draw_ground(frame, map, {frame.area.max.x, frame.area.max.y - side}, tools_below(map));
  const float width = static_cast<float>(tools_below(map)) * (side + gap);
  note_panel({frame.screen_from_design(frame.area.max - Vec{width, side}), frame.screen_from_design(frame.area.max)});
  Row row(frame, {frame.area.max.x, frame.area.max.y - side});
  const View& view = map.look.view;
  if (row.tool("Zoom in", Icon::magnifying_glass_plus)) fly_to(frame, ui, zoomed(view, view.box.center(), 1.4F));
  if (row.tool("Fit", Icon::frame_corners, false, view.camera != Camera{} ? "" : "The whole map is shown.")) fly_to(frame, ui, {});
  if (row.tool("Zoom out", Icon::magnifying_glass_minus)) fly_to(frame, ui, zoomed(view, view.box.center(), 1 / 1.4F));
  if (map.editable && row.tool("Arrange", Icon::sparkle)) let_layout_place(workshop, ui, commands);
}

std::string found_words(const MapFrame& map) {
  std::size_t found = 0;
  for (const MapNode& node : map.shown.nodes) found += node.matches ? 1U : 0U;
  return found == 0 ? "Nobody found" : found == 1 ? "1 found" : std::to_string(found) + " found";
}

void draw_search(const Frame& outer, const MapFrame& map, MapUi& ui) {
  if (!ui.search_open) return;
  const Frame desk = outer.desk();
  const Entrance entrance(desk, "search entrance");
  const Frame& frame = entrance.frame();
  // Left of the row of tools, so that it covers none of them.
  const float right = frame.area.max.x - static_cast<float>(tools_above(map, frame)) * (side + gap) - gap;
  const Box box = box_at(right - 380, frame.area.min.y - 6, 380, control::field_height);
  cover(frame, "##search ground", box);
  draw_elevation(frame.painter, frame.theme, box, radius::field, frame.theme.shadow_raised);
  const std::string word = ui.search;
  const FieldResult field = text_field(frame, "Search", box, ui.search, {"Name, role or organisation", {}, {}, false, ui.search_takes_keyboard, true});
  ui.search_takes_keyboard = false;
  if (field.cancelled) {
    ui.search_open = false;
    ui.search = word;  // what the field had before it was left
  }
  if (ui.search.empty()) return;
  const std::string words = found_words(map);
  draw_note_chip(frame, words, {box.min.x, box.max.y + 10}, words.front() == 'N' ? Tone::plain : Tone::accent);
  if (!field.committed || !ImGui::IsKeyPressed(ImGuiKey_Enter, false)) return;
  for (const MapNode& node : map.shown.nodes)
    if (node.matches) {
      select_only(ui, node.id);
      ui.take_keyboard = node.id;
      return;
    }
}

// Chips in lines of the panel's width; each line 48 high with 8 px between.
class Chips {
 public:
  Chips(const Frame& frame, Box panel) : frame_(frame), panel_(panel), at_(panel.min + Vec{space::s6, space::s6}) {}

  void heading(std::string_view words) {
    frame_.painter.text(at_, words, {desk_type::label_strong, frame_.theme.ink.secondary});
    at_.y += 32;
  }
  bool one(const std::string& label, bool on) {
    const float width = chip_width(frame_, label, true);  // chosen or not, so that no other one moves
    if (at_.x + width > panel_.max.x - space::s5) next_line();
    const bool tapped = chip(frame_, label.c_str(), at_, on, {}, width);
    at_.x += width + gap;
    return tapped;
  }
  void end_section() {
    next_line();
    at_.y += 10;
  }
  float bottom() const { return at_.y; }

 private:
  void next_line() { at_ = {panel_.min.x + space::s6, at_.y + touch::min_target + gap}; }
  const Frame& frame_;
  Box panel_;
  Vec at_;
};

// A set of bits as chips. The first tap of a whole set shows that one alone, which is what people ask of a filter.
template <class Kind, std::size_t n>
void bit_chips(Chips& chips, const std::array<Kind, n>& kinds, std::uint8_t all, std::uint8_t& bits, const char* id) {
  ImGui::PushID(id);
  for (const Kind kind : kinds) {
    const auto bit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
    const bool on = bits != all && (bits & bit) != 0;
    if (!chips.one(capitalised(words(kind)), on)) continue;
    bits = bits == all ? bit : static_cast<std::uint8_t>(bits ^ bit);
    if (bits == 0) bits = all;
  }
  ImGui::PopID();
}

// Where the inspector would stand, below the tools; in pixels of the desk.
Box panel_beside(const Frame& outer, const MapFrame& map, float height) {
  const Box slot = outer.on_desk(map.inspector);
  const float top = std::max(slot.min.y, outer.desk().area.min.y + side + gap);
  return {{slot.min.x, top}, {slot.max.x, std::min(slot.max.y, top + height)}};
}

// The ground of what stands beside the map.
void draw_panel_ground(const Frame& frame, const char* label, Box panel) {
  cover(frame, label, panel);
  draw_elevation(frame.painter, frame.theme, panel, radius::panel, frame.theme.shadow_raised);
  frame.painter.fill_box(panel, radius::panel, frame.theme.bg.surface);
}

}  // namespace

bool offers_same_person(const Frame& frame, const MapFrame& map, const MapUi& ui) {
  return leads(map, frame) && !frame.read_only && ui.selected.size() == 2 && !ui.filter_open && !ui.layers_open && ui.hold == MapHold::none;
}

Box same_person_box(const Frame& frame, const MapFrame& map, const MapUi& ui) {
  constexpr float width = 172, beside = space::s3;
  const Box area = frame.desk().area;
  const float right = area.max.x - static_cast<float>(tools_above(map, frame)) * (side + gap) - beside;
  return frame.off_desk(box_at(right - width, area.min.y + (ui.search_open ? control::field_height + 2 * gap : 0), width, side));
}

std::vector<Box> boxes_of_tools(const Frame& frame, const MapFrame& map, const MapUi& ui) {
  const Frame desk = frame.desk();
  const Box area = desk.area;
  const auto row = [](int tools) { return static_cast<float>(tools) * (side + gap); };
  std::vector<Box> boxes{frame.off_desk(box_at(area.max.x - row(tools_above(map, desk)), area.min.y, row(tools_above(map, desk)), side))};
  if (offers_same_person(frame, map, ui)) boxes.push_back(same_person_box(frame, map, ui));
  if (map.inspector_open || ui.filter_open || ui.layers_open) boxes.push_back(map.inspector);
  if (shows_bottom_row(map, ui)) boxes.push_back(frame.off_desk(box_at(area.max.x - row(tools_below(map)), area.max.y - side, row(tools_below(map)), side)));
  return boxes;
}

void draw_tools(const Frame& frame, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  draw_search(frame, map, ui);
  top_row(frame, map, ui);
  bottom_row(frame, workshop, map, ui, commands);
}

void draw_filter(const Frame& outer, const MapFrame& map, MapUi& ui) {
  if (!ui.filter_open) return;
  const Frame desk = outer.desk();
  const Entrance entrance(desk, "filter entrance");
  const Frame& frame = entrance.frame();
  const bool stances = map.look.show_stance;
  const Box panel = panel_beside(outer, map, stances ? 700 : 560);
  draw_panel_ground(frame, "##filter ground", panel);
  const Box clear = box_at(panel.max.x - space::s6 - 132, panel.max.y - space::s6 - control::button_height, 132, control::button_height);
  if (button(frame, "Show all", clear, only_if(filtering(ui), "Everything is shown.", {ButtonKind::secondary}))) ui.filter = {};
  ScrollArea page(frame, {panel.min, {panel.max.x, std::max(clear.min.y - space::s2, panel.min.y + side)}}, ui.filter_scroll);
  Chips chips(frame, {{panel.min.x, page.top()}, panel.max});
  if (stances) {
    chips.heading("Stance");
    bit_chips(chips, std::array{Stance::leading, Stance::supportive, Stance::neutral, Stance::resistant, Stance::unaware}, 0x1F, ui.filter.stances, "stance");
    chips.end_section();
  }
  chips.heading("Kind");
  bit_chips(chips, std::array{StakeholderKind::internal, StakeholderKind::sponsor, StakeholderKind::external, StakeholderKind::partner,
                              StakeholderKind::customer, StakeholderKind::regulator}, 0x3F, ui.filter.kinds, "kind");
  chips.end_section();
  chips.heading("Tie");
  bit_chips(chips, std::array{TieKind::influences, TieKind::reports_to, TieKind::trusts, TieKind::supports, TieKind::conflicts_with},
            all_tie_kinds, ui.filter.ties, "tie");
  chips.end_section();
  const Vec below{panel.min.x + space::s6, chips.bottom()};
  if (const auto on = check_box(frame, "Mark the hidden influencer", below, ui.halo)) ui.halo = *on;
  page.ends_at(below.y + touch::min_target);
}

// To whom leads: what of the map the room may see with the activity on the stage (R89).
void draw_layers(const Frame& outer, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  if (!ui.layers_open || !leads(map, outer)) return;
  const Frame desk = outer.desk();
  const Entrance entrance(desk, "layers entrance");
  const Frame& frame = entrance.frame();
  const Activity* const staged = find(workshop, workshop.stage.activity);
  const Box panel = panel_beside(outer, map, 180);
  draw_panel_ground(frame, "##layers ground", panel);
  const Vec at = panel.min + Vec{space::s6, space::s6};
  frame.painter.text(at, "The room sees", {desk_type::label_strong, frame.theme.ink.secondary});
  if (staged == nullptr) {
    draw_wrapped_label(frame.painter, at + Vec{0, 36}, "With no activity on the stage, tablets are told neither stances nor conflicts. Put one on the stage to open them.",
                       {desk_type::small_body, frame.theme.ink.secondary}, panel.width() - 2 * space::s6);
    return;
  }
  Activity changed = *staged;
  if (const auto on = check_box(frame, "Stances", at + Vec{0, 32}, staged->show_stance)) changed.show_stance = *on;
  if (const auto on = check_box(frame, "Conflicts", at + Vec{220, 32}, staged->show_conflicts)) changed.show_conflicts = *on;
  draw_wrapped_label(frame.painter, at + Vec{0, 88}, "Everybody sees what is checked, on every screen, while this activity is on the stage.",
                     {desk_type::detail, frame.theme.ink.tertiary}, panel.width() - 2 * space::s6);
  commands.change(changes_of(*staged, changed));
}

}  // namespace standpoint
