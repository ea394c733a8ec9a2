// Pass the screen: people who share this screen vote and place in turn. A full-screen sheet in place of the stage: names,
// hand over, one person's private input, a neutral page. Called by the shell while PassUi::activity is set.
// It must not keep an input after it was sealed, and never shows one again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/frame.h"
#include "app/screens/sealed_state.h"
#include "core/boards/canvas.h"
#include "core/boards/cards.h"

namespace standpoint {

// A private input while its person holds the screen. Lives nowhere else.
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
  std::size_t page = 0;
  double pulse_since = -1;  // the tray said: none left
  Item landing;  // the item that got the last dot
  double landing_since = -1;  // Frame::seconds
};
// Overwrites what was in it, then lets it go.
void wipe(PassDraft& draft);

struct PassUi {
  ActivityId activity;  // none: the screen is not being passed
  enum class Page : std::uint8_t { names, hand_over, input, sent, too_late } page = Page::names;
  SeatId seat;  // whose turn it is
  SeatId sent_by;  // whose input is on its way
  double sent_at = 0;  // Frame::seconds
  std::string new_name;
  bool naming = false;  // the field for a new name is open
  std::size_t names_page = 0;
  PassDraft draft;
};

// Starts passing the screen for an open vote or placing.
void open_pass(PassUi& ui, ActivityId activity);
// Ends it; an unfinished input is gone.
void close_pass(PassUi& ui);

void draw_pass_screen(const Frame& frame, const Workshop& workshop, const SealedState& sealed, PassUi& ui, Commands& commands);

// --- rules of the private input, for the pages and their tests -----------------------------------------------------
int dots_spent(const PassDraft& draft);
// Adds a dot unless the budget or the item's limit is used up. True: it was added.
bool add_dot(PassDraft& draft, const Activity& activity, Item item);
bool take_dot(PassDraft& draft, Item item);
// The input as the room takes it: sorted by item, no zero counts.
Input input_of(const PassDraft& draft, const Activity& activity);

}  // namespace standpoint
