// What a screen says without being asked: banners, the state of the connection, a long task, and what stands where nothing
// is yet. Called by screens; they know no Workshop and keep nothing.
#pragma once

#include <optional>
#include <string_view>

#include "app/design/frame.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/widgets/controls.h"

namespace standpoint {

// A banner under the top bar, 64 high, up to two lines. `action` stands at its right as words to tap; true: it was tapped.
bool draw_banner(const Frame&, Box, std::string_view text, Tone, Icon, const char* action = nullptr);

// A disc, a broken ring or a cross, and its word. Returns the width.
enum class Connection : std::uint8_t { connected, reconnecting, offline };
float draw_connection(const Frame&, Vec left_middle, Connection, const TextStyle& = desk_type::label);
float connection_width(const Frame&, Connection, const TextStyle& = desk_type::label);

// Something that takes more than a moment, 110 high: what, how far (0..1), one line of facts. True: Cancel was tapped.
struct LongTask {
  std::string_view what;   // "Exporting the replay"
  float share = 0;
  std::string_view facts;  // "748 of 1,204 events, about 20 s left"
};
bool draw_long_task(const Frame&, Box, const LongTask&);

// One drawing, one line, one line more, at most one action (its label; primary unless `quiet_action`), centred in the box
// on a card of its own. True: the action was tapped.
enum class EmptyDrawing : std::uint8_t { rings, dots, bars };
struct EmptyState {
  EmptyDrawing drawing = EmptyDrawing::rings;
  std::string_view line;
  std::string_view more;
  const char* action = nullptr;
  bool quiet_action = false;
};
bool draw_empty_state(const Frame&, Box, const EmptyState&);

}  // namespace standpoint
