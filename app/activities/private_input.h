// One person's private input while they make it: dots on items, places on a plane, what was skipped; and the rules that
// keep it valid. Called by Pass the screen and by a participant's own tablet. It must not know a screen, nor keep
// anything after wipe().
#pragma once

#include <optional>
#include <vector>

#include "core/workshop/model.h"

namespace standpoint {

// Lives nowhere else until it is sealed.
struct PassDraft {
  std::vector<Dots> dots;  // of a vote; any order
  std::vector<CanvasPlace> placements;  // of a placing; any order
  struct Step {
    Item item;
    std::optional<BoardPoint> before;
  };
  std::vector<Step> steps;  // for Undo
  std::size_t current = 0;  // the item being placed
  std::vector<Item> skipped;  // don't know
  bool held = false;  // a finger or the mouse holds the handle
  BoardPoint hand;  // where it is
  std::vector<Item> items;  // what it was about in the last frame
  std::size_t page = 0;
  double pulse_since = -1;  // the tray said: none left
  Item landing;  // the item that got the last dot
  double landing_since = -1;  // Frame::seconds
};
// Overwrites what was in it, then lets it go.
void wipe(PassDraft& draft);

// What is no longer there takes its dots and places along, and who is being placed stays so. What was about somebody who goes on as
// another is about that one, within the limits (R341). Answers with how many dots or places went.
int keep_to_items(PassDraft& draft, const Workshop& workshop, const Activity& activity);

// --- dots ---
int dots_spent(const PassDraft& draft);
int dots_on(const PassDraft& draft, Item item);
// Adds a dot unless the budget or the item's limit is used up. True: it was added.
bool add_dot(PassDraft& draft, const Activity& activity, Item item);
bool take_dot(PassDraft& draft, Item item);

// --- places ---
const CanvasPlace* place_of(const PassDraft& draft, Item item);
bool is_skipped(const PassDraft& draft, Item item);
bool is_decided(const PassDraft& draft, Item item);  // placed or skipped
// Puts the item there; Undo takes it back.
void place(PassDraft& draft, Item item, BoardPoint at);
void skip(PassDraft& draft, Item item);
// The next one nobody has decided about, after the current and then from the top; the count when there is none.
std::size_t next_undecided(const PassDraft& draft, const std::vector<Item>& items);
// Takes the last place back and makes its item the current one.
void undo_step(PassDraft& draft, const std::vector<Item>& items);

// The input as the room takes it: sorted by item, no zero counts.
Input input_of(const PassDraft& draft, const Activity& activity);

}  // namespace standpoint
