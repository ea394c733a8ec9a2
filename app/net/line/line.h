// A screen's way to a host on another machine: a WebSocket in the browser, a socket for robots, two queues in tests. It
// carries ToHost and ToScreen and may be lost at any time; a lost one is never opened again, a new one is made (Visitor).
#pragma once

#include <vector>

#include "core/room/wire.h"

namespace standpoint {

class Line {
 public:
  enum class State : std::uint8_t { connecting, open, lost };
  virtual ~Line() = default;
  // Goes nowhere unless open; nothing that was sent is known to have arrived.
  virtual void send(const ToHost&) = 0;
  // Everything that arrived since the last call, in order.
  virtual std::vector<ToScreen> receive() = 0;
  virtual State state() const = 0;
};

}  // namespace standpoint
