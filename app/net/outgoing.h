// What the host tells network lines, joined: everything that is due for the same lines becomes one piece of bytes, which is sealed
// for all of them at once. A thousand tablets cost one copy, a burst of changes one write each. Used by the reception.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

#include "app/net/server/server.h"

namespace standpoint {

class Outgoing {
 public:
  // For these lines, after everything told to any of them before.
  void add(std::span<const LineId> to, std::span<const std::byte> bytes);
  // For one line, after everything else of this flush: an answer that may come later than what it answers.
  void add_last(LineId to, std::span<const std::byte> bytes);
  bool empty() const { return batches_.empty() && last_.empty(); }
  // Hands everything over, in order.
  void flush(const std::function<void(std::span<const LineId>, std::span<const std::byte>)>& send);

 private:
  struct Batch {
    std::vector<LineId> to;
    Bytes bytes;
    bool open = true;  // none of its lines was told anything since that is not in it
  };

  std::vector<Batch> batches_;
  std::unordered_map<LineId, std::size_t> latest_;  // the batch that a line's newest message is in
  std::map<LineId, Bytes> last_;
};

}  // namespace standpoint
