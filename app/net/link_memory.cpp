// Two queues with a number on one of them.
#include "app/net/link_memory.h"

#include <utility>

namespace standpoint {

MemoryLink::MemoryLink(LinkId id, std::shared_ptr<Queue<Heard>> to_host)
    : id_(id), to_host_(std::move(to_host)), to_screen_(std::make_shared<Queue<HostMessage>>()) {
  to_host_->push(Heard{id_, LinkMade{to_screen_}});
}

MemoryLink::~MemoryLink() {
  to_screen_->close();
  to_host_->push(Heard{id_, LinkLost{}});
}

void MemoryLink::send(ScreenMessage message) { to_host_->push(Heard{id_, std::move(message)}); }

std::vector<HostMessage> MemoryLink::receive() { return to_screen_->take(); }

bool MemoryLink::connected() const { return !to_host_->closed(); }

}  // namespace standpoint
