// The door of a session on a tablet: the code where it is needed, a name, and what is promised about them (screen 11).
// Called by the tablet before it has a seat. It must not know a line or a socket.
#pragma once

#include <optional>
#include <string>

#include "app/design/frame.h"
#include "app/widgets/scroll.h"
#include "core/room/wire.h"

namespace standpoint {

struct JoinUi {
  std::string code, name;
  std::string asked_name;  // the one that was joined with: a question about it ends when another is typed
  ScrollState scroll;
};

struct JoinState {
  enum class At : std::uint8_t { connecting, code, turned_away, name, joining } at = At::connecting;
  bool offline = false;       // no line for a while
  Opened door;                // once it opened
  TurnedAway turned_away;
  std::string refused;        // why the name was refused; empty: it was not
  std::optional<NameTaken> taken = {};  // somebody here has a name like this one: is it the same person?
  bool forgets = false;       // this tablet cannot keep who it is
};

// What a person asked for this frame.
struct JoinWish {
  enum class What : std::uint8_t { nothing, try_code, knock_again, join, was_here, with_addition, watch, be_stage } what = What::nothing;
};

JoinWish draw_join(const Frame& frame, const JoinState& state, JoinUi& ui);

}  // namespace standpoint
