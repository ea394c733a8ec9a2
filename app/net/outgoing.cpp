// A batch goes on as long as nothing else is told to any of its lines. See outgoing.h.
#include "app/net/outgoing.h"

#include <algorithm>
#include <utility>

namespace standpoint {

void Outgoing::add(std::span<const LineId> to, std::span<const std::byte> bytes) {
  if (to.empty()) return;
  // Its lines' newest batch, when it is for exactly these lines, is the only one that may go on.
  if (const auto latest = latest_.find(to.front()); latest != latest_.end()) {
    Batch& batch = batches_[latest->second];
    if (batch.open && std::equal(batch.to.begin(), batch.to.end(), to.begin(), to.end())) {
      batch.bytes.insert(batch.bytes.end(), bytes.begin(), bytes.end());
      return;
    }
  }
  for (const LineId line : to) {
    const auto [latest, is_new] = latest_.try_emplace(line, batches_.size());
    if (is_new) continue;
    batches_[latest->second].open = false;
    latest->second = batches_.size();
  }
  batches_.push_back(Batch{{to.begin(), to.end()}, {bytes.begin(), bytes.end()}, true});
}

void Outgoing::add_last(LineId to, std::span<const std::byte> bytes) {
  Bytes& all = last_[to];
  all.insert(all.end(), bytes.begin(), bytes.end());
}

void Outgoing::flush(const std::function<void(std::span<const LineId>, std::span<const std::byte>)>& send) {
  for (const Batch& batch : std::exchange(batches_, {})) send(batch.to, batch.bytes);
  for (const auto& [line, bytes] : std::exchange(last_, {})) send(std::span(&line, 1), bytes);
  latest_.clear();
}

}  // namespace standpoint
