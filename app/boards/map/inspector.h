// The panel at the right of the map: everything about one stakeholder or one tie, and the fields that change it. Opened
// by the map's screen. What is private stays shut until somebody opens it. It changes its InspectorUi only.
#pragma once

#include <optional>
#include <string>

#include "app/design/frame.h"
#include "app/widgets/scroll.h"

namespace standpoint {

enum class InspectorPage : std::uint8_t { person, needs, ties };

struct InspectorUi {
  bool open = false;
  bool take_keyboard = false;   // the name field, this frame
  InspectorPage page = InspectorPage::person;
  bool note_open = false;       // the private note is shown; shut again whenever somebody else is looked at
  // This window is what the room sees: what lies in a layer that is closed to it is covered here too, until its cover is lifted
  // for this one person (R185).
  bool room_watches = false;
  bool stances_lifted = false, conflicts_lifted = false;
  ScrollState scroll;           // of the page, where it is longer than the panel
  // Drafts of the fields, of this stakeholder or tie; a field being typed in is not overwritten.
  StakeholderId stakeholder;
  TieId tie;
  std::string name, role, organisation, needs, expectations, note;
  std::string writing;          // the field that is written in, or was last
  bool is_writing = false;
  Stakeholder began;            // each field as it was when somebody began to write in it: what is typed is typed over this
  std::string note_began;       // the same of a tie's note
};

inline constexpr float inspector_width = 504, inspector_height = 800;

struct InspectorResult {
  bool closed = false;
  bool removed = false;                 // RemoveItems was asked for
  TieId show_tie;                       // a tie in the list was chosen
  StakeholderId show_stakeholder;       // back from a tie
};
InspectorResult draw_stakeholder(const Frame&, const Workshop&, StakeholderId, Box, bool editable, InspectorUi&, Commands&);
InspectorResult draw_tie(const Frame&, const Workshop&, TieId, Box, bool editable, InspectorUi&, Commands&);

// A column of the five kinds of tie at their true look, each a button; returns the one tapped. 52 px a row.
std::optional<TieKind> tie_kind_rows(const Frame&, Vec at, float width, std::optional<TieKind> chosen, bool take_keyboard);

}  // namespace standpoint
