// The Canvas: two named axes with four named regions; agreed places, or the spread of a revealed Place activity.
// Pure values for the canvas screen and app/paint; it never shows a placement before its reveal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/activities/place/result.h"

namespace standpoint {

struct CanvasItem {
  Item item;
  std::string name;        // whole
  std::string short_name;  // "V. Novak"
  BoardPoint at;           // agreed place or median
  std::optional<Spread> spread;
  int disputed = 0;        // 1..5 for the widest spreads, else 0
  bool later_changed = false;  // is called otherwise now than when the placing was opened
};
struct CanvasDrift { Item item; BoardPoint then, now; int rank = 0; };  // rank 1..6 for the biggest moves, else 0
struct CanvasBoard {
  std::string x_name, x_low, x_high, y_name, y_low, y_high;
  std::vector<std::string> regions;  // low-low, high-low, low-high, high-high (x then y)
  std::vector<CanvasItem> items;
  std::vector<CanvasDrift> drifts;   // moves from the round before, at least 0.4 of 10
  std::vector<Item> unplaced;        // stakeholders (or the activity's items) not on the canvas
  int people = 0;                    // who placed
  std::string lost;                  // what was lost with what was removed before the reveal, in words, or empty
  int compared = 0;                  // items that several people placed: only these can agree or differ
  PlacedAgain again;                 // with the round before: how many of it placed once more; of 0: there is none
  int moved_from = 0;                // how many items can be compared with the round before
};

// "V. Novak" for "Viktor Novak": the first name's initial and the last word. Of a Vietnamese name the family's, which comes first, is
// left out ("Thị Lan" for "Nguyễn Thị Lan"). A single word stays, and so does a name
// that is not a person's: one with a word of organisations ("Harbour Authority", "Nordwind GmbH"), with small words, digits
// or capitals alone in it ("Works council", "Team 7", "Central IT").
std::string short_name_of(const std::string& name);
// The same of an item of a board, by the words it is called by there. Only persons have initials: who is external, a customer,
// partner or regulator is taken for a person when they have a role. The board uses whole names where two agree.
std::string short_name_of(const Workshop& workshop, Item item, const std::string& called);

// Without activity: the agreed places. With a revealed Place activity: medians, ellipses, disagreement, drift from
// the activity it follows. An activity not revealed shows nothing of what was placed.
CanvasBoard build_canvas(const Workshop&, BoardId, ActivityId activity = {});

}  // namespace standpoint
