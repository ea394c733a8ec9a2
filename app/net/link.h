// A screen's way to the host, whatever carries it: a queue in memory today, a socket for tablets. Used by the window
// thread; never waits for anybody.
#pragma once

#include <memory>
#include <vector>

#include "core/room/message.h"

namespace standpoint {

class Link {
 public:
  virtual ~Link() = default;
  // Hands the message over; what is sent after the link was lost goes nowhere (Replica::unanswered sends it again).
  virtual void send(ScreenMessage) = 0;
  // Everything that arrived since the last call, in order.
  virtual std::vector<HostMessage> receive() = 0;
  virtual bool connected() const = 0;
};

}  // namespace standpoint
