// The parts of the map's screen that call each other: what is shown, hand, keys, tools. Only this folder uses it.
#pragma once

#include "app/boards/map/screen.h"

namespace standpoint {

// Where things lie in this frame and what may be done.
struct MapFrame {
  explicit MapFrame(const MapBoard& board_shown) : shown(board_shown) {}
  const MapBoard& shown;  // the board with every draft in it
  Box board;         // the rings' view
  Box clip;          // nothing of the board is drawn outside
  Vec key;           // top left of the key
  bool with_key = false;
  bool key_across = false;  // below the map, where the window is higher than wide
  bool tools = false;     // search, filter, zoom
  bool editable = false;  // adding, moving, tying, removing
  Box inspector;
  bool inspector_open = false;
  MapLook look;
  MapScene scene;    // of `shown`: its people
};

// board.cpp: the board to show in this frame, its layers, its names.
MapFrame laid_out_frame(const Frame&, const Workshop&, MapUi&, Commands&);
// The shapes and the squares of what is shown, made anew only when it changed.
const MapShapes& shapes_in(const MapFrame&, MapUi&);
const PickGrid& grid_of(const MapFrame&, MapUi&, bool with_ties = false);
void settle_names(const Frame&, const MapFrame&, MapUi&);

// hand.cpp: what the pointer does.
void handle_hand(const Frame&, const Workshop&, const MapFrame&, MapUi&, Commands&);
void paint_hand(const Frame&, const MapFrame&, MapUi&);
Vec tie_handle(const MapScene&, std::size_t node);

// keys.cpp: stops for the keyboard and shortcuts.
void draw_stops(const Frame&, const MapFrame&, MapUi&);
void handle_keys(const Frame&, const Workshop&, const MapFrame&, MapUi&, Commands&);

// tools.cpp and forms.cpp: buttons, panels, fields.
std::vector<Box> boxes_of_tools(const Frame&, const MapFrame&, const MapUi&);
void draw_tools(const Frame&, const Workshop&, const MapFrame&, MapUi&, Commands&);
void draw_filter(const Frame&, const MapFrame&, MapUi&);
void draw_layers(const Frame&, const Workshop&, const MapFrame&, MapUi&, Commands&);
void draw_name_field(const Frame&, const Workshop&, const MapFrame&, MapUi&, Commands&);
void draw_tie_question(const Frame&, const Workshop&, const MapFrame&, MapUi&, Commands&);
// Its rings and their names, which give way to what draw_empty_map offers.
void paint_empty_map(const Frame&, const MapFrame&, const MapUi&);
void draw_empty_map(const Frame&, const MapFrame&, MapUi&);

// offers.cpp: what follows from what was just done.
void note_actions(const Frame&, const Workshop&, std::span<const Commands::Requested>, MapUi&);
void draw_offer(const Frame&, const Workshop&, const MapFrame&, MapUi&, Commands&);
void paste_people(const Frame&, const Workshop&, MapUi&, Commands&);
void draw_paste_report(const Frame&, const MapFrame&, MapUi&);

// Things that several of them do.
void select_only(MapUi&, StakeholderId);
void open_inspector(MapUi&, bool take_keyboard);  // of whom or what is selected, by a double click, Enter or a long press
void toggle_selected(MapUi&, StakeholderId);
bool is_selected(const MapUi&, StakeholderId);
void clear_selection(MapUi&);
void start_naming(MapUi&, std::optional<BoardPoint> at, bool one_more);
void start_renaming(MapUi&, const Workshop&, StakeholderId);
void start_tie(MapUi&, StakeholderId from, Vec pointer, bool by_keyboard);
void end_tie(MapUi&);
void choose_tie_target(MapUi&, StakeholderId to);
void remove_selected(MapUi&, Commands&);
struct MapDrop {
  StakeholderId stakeholder;
  MapPoint at;
};
// One move of all of them; who stands there already is left out.
void drop_people(const Workshop&, const Frame&, MapUi&, std::span<const MapDrop>, Commands&);
void move_selected(const Workshop&, const MapBoard&, const Frame&, MapUi&, Commands&);
void let_layout_place(const Workshop&, MapUi&, Commands&);
void fly_to(const Frame&, MapUi&, const Camera&);
std::size_t index_in(const MapBoard&, StakeholderId);  // SIZE_MAX: not there
bool filtering(const MapUi&);

}  // namespace standpoint
