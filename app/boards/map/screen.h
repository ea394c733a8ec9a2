// The Map's screen: who is there, how near, tied to whom. Adds, renames, describes, ties, moves and removes; searches and
// filters. Called once a frame by the stage, by replay (read only) and by the second display (bare). It changes its MapUi only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/boards/map/inspector.h"
#include "app/boards/map/paint_board.h"
#include "app/design/frame.h"
#include "app/widgets/canvas.h"

namespace standpoint {

// Where one person was drawn and is on the way to, in map units.
struct MapTravel {
  StakeholderId stakeholder;
  MapPoint from, to;
  double start = 0;  // Frame::seconds
};

// The board as it was last built, kept while nothing it is made of changes.
struct MapCache {
  std::vector<Stakeholder> stakeholders;
  std::vector<Tie> ties;
  MapFilter filter;
  MapBoard board;
  bool built = false;
  MapBoard shown;                // the board with everybody where they are drawn now
  std::uint64_t version = 0;     // of `shown`: grows with every change
};

// What is made of `shown`, kept while it and who is looked at stay the same: zooming and panning change neither.
struct MapDrawn {
  std::uint64_t version = 0;     // of the cache
  StakeholderId focused;
  TieId chosen_tie;
  bool show_conflicts = true;
  MapShapes shapes;
  std::uint64_t grid_version = 0;
  PickGrid grid;
};

// A name that is being typed: a new person, or another name for somebody.
struct NameDraft {
  bool open = false;
  bool take_keyboard = false;
  std::string text;
  StakeholderId renames;           // none: a new one
  std::optional<BoardPoint> at;    // where it was asked for; none: the layout chooses
  bool one_more = false;           // stays open for the next name
};

// A tie that is being drawn.
struct TieDraft {
  StakeholderId from;              // none: nothing is being drawn
  StakeholderId to;                // chosen: its kind is being asked for
  Vec pointer;
  bool by_keyboard = false;
  bool take_keyboard = false;      // the list of kinds, this frame
  int strength = 2;
};

// Two who may be one person: which of them stays is being asked.
struct SamePerson {
  StakeholderId kept, gone;        // none: nothing is asked
  bool take_keyboard = false;
};

// Somebody whom a further finger drags.
struct MapFurther {
  StakeholderId stakeholder;
  MapPoint by;
};

// What was just done leads on to another thing, offered in one banner until somebody does the next.
struct MapOffer {
  enum class Kind : std::uint8_t { none, show_conflicts, fit_kind };
  Kind kind = Kind::none;
  StakeholderId who;               // whose kind would fit their new ring
  double since = 0;                // Frame::seconds
};

// What came of the last pasted list, row by row, until it is shut.
struct PasteReport {
  int added = 0;
  std::vector<std::string> refused;  // "Row 3: it has no name."
};

enum class MapHold : std::uint8_t { none, people, paper, frame, tie };  // what a drag moves

struct MapUi {
  Camera camera;
  std::optional<Camera> flying_from, flying_to;
  double flying_since = 0;
  double room_since = -10;              // when the panel opened or closed: the map steps aside and back
  bool room_made = false;

  std::vector<StakeholderId> selected;  // sorted
  StakeholderId focused;                // tapped: the others step back, until the paper is tapped, Esc, or the next action
  TieId tie;                            // a selected tie; then nobody is selected
  StakeholderId take_keyboard;          // this person's stop gets the keyboard
  StakeholderId at_keyboard;            // the stop that had it in the last frame

  NameDraft naming;
  TieDraft tying;
  SamePerson same;
  InspectorUi inspector;
  bool search_open = false, search_takes_keyboard = false;
  bool filter_open = false;             // of filter, layers and inspector one at a time stands beside the map
  bool layers_open = false;             // what the room sees
  MapOffer offer;
  PasteReport pasted;
  ScrollState filter_scroll;
  std::string search;
  MapFilter filter;
  bool halo = true;
  std::vector<MapNote> notes;           // said beside people by the caller: in replay, what the current event did

  CanvasState canvas;
  MapHold hold = MapHold::none;
  StakeholderId hovered;                // under a pointer that holds nothing
  Vec frame_from;                       // of the frame that selects
  MapPoint moved_by;                    // draft of a drag or of Ctrl and arrows, in map units
  bool nudging = false;
  std::vector<FurtherHand> hands;       // further fingers and whom they hold,
  std::vector<MapFurther> further;      // and how far they moved them, in map units
  std::vector<StakeholderMove> dropped;  // shown until the workshop has them
  double dropped_since = 0;

  MapCache cache;
  MapDrawn drawn;
  std::vector<MapTravel> travels;
  MapNames names;
  std::optional<View> names_view;       // what the names were placed for
  StakeholderId names_focus;
  std::vector<StakeholderId> names_selected;
  bool names_halo = true;
  double halo_since = -1;               // when it was first drawn; it breathes for a while, then rests
};

void draw_map(const Frame& frame, const Workshop& workshop, MapUi& ui, Commands& commands);

}  // namespace standpoint
