// Parts that the panels of a stakeholder and of a tie share. Only this folder uses it.
#pragma once

#include <string>
#include <string_view>

#include "app/boards/map/inspector.h"
#include "app/widgets/controls.h"

namespace standpoint {

// The panel's ground, which keeps the pointer from the map.
void draw_inspector_ground(const Frame& frame, Box box);

// The line that opens and shuts the private note; true: it was tapped.
bool private_note_bar(const Frame& frame, Vec at, float width, bool open);

// The words that stand for what the room does not see, with a button that lifts the cover; true: it was tapped.
bool draw_covered_layer(const Frame& frame, Box box, std::string_view words, const char* button_label);

// Somebody begins to write in this field now. From then on until it is left, what others write there is not what they write over (R354);
// the field itself says when that is, for on tablets the page has the keyboard.
bool begins_to_write(InspectorUi& ui, std::string_view field, const FieldResult& result);

// Everybody somebody is tied to, one row each; without conflicts where they are covered. Returns the tie tapped.
TieId draw_tie_list(const Frame& frame, const Workshop& workshop, StakeholderId person, Box box, bool conflicts, ScrollState& scroll);

}  // namespace standpoint
