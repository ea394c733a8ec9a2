// The link of a window in the host's own process: two queues. Made by Host::connect, held by the window thread.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "app/net/link.h"
#include "app/net/queue.h"
#include "core/room/room.h"
#include "core/room/wire.h"

namespace standpoint {

struct LinkMade { std::shared_ptr<Queue<HostMessage>> to_screen; };
struct LinkLost {};
// The host's own window wants, by no link: another code, or another of this computer's addresses shown to the room.
struct ShowAddress { std::string text; };
// What the host thread hears, from every link on one queue: that is the order of the session.
struct Heard {
  LinkId link = 0;
  std::variant<LinkMade, LinkLost, ScreenMessage, NewCode, ShowAddress> what;
};

class MemoryLink final : public Link {
 public:
  MemoryLink(LinkId id, std::shared_ptr<Queue<Heard>> to_host);
  ~MemoryLink() override;  // tells the host that this screen is gone
  MemoryLink(const MemoryLink&) = delete;
  MemoryLink& operator=(const MemoryLink&) = delete;

  void send(ScreenMessage) override;
  std::vector<HostMessage> receive() override;
  bool connected() const override;

 private:
  LinkId id_;
  std::shared_ptr<Queue<Heard>> to_host_;
  std::shared_ptr<Queue<HostMessage>> to_screen_;
};

}  // namespace standpoint
