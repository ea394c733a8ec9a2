// What a room asks of whoever keeps its session: an ordered log, and boxes for secret inputs. Small enough to fake in a test; on a disk
// it is session_store. Knows no file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/file/codec.h"
#include "core/workshop/event.h"
#include "core/workshop/result.h"

namespace standpoint {

// What the ports must take: an encoded event, an encoded secret input (bytes). Anything larger is refused.
inline constexpr std::size_t max_event_bytes = 1024 * 1024;
inline constexpr std::size_t max_input_bytes = 16 * 1024;

// Port: where events are kept. append returns once they are on disk, all of them or (failure) none acknowledged.
class OrderedLog {
 public:
  virtual ~OrderedLog() = default;
  virtual Result<void> append(std::span<const Event> events) = 0;
  // Events from number `first` on, for a screen that has the earlier ones.
  virtual Result<std::vector<Event>> read_from(std::uint64_t first) = 0;
};

// Port: where secret inputs wait for the reveal, one box per open activity. Everything is synced on return.
class BallotBoxes {
 public:
  struct Sealed { SeatId seat; std::uint32_t counter = 0; Bytes input; std::uint64_t receipt = 0; };
  virtual ~BallotBoxes() = default;
  // All of them are safe when this returns; an input replaces the seat's earlier one.
  virtual Result<void> put(ActivityId, std::span<const Sealed>) = 0;
  virtual Result<std::vector<Sealed>> read(ActivityId) = 0;  // by seat number; empty when there is no box
  virtual Result<std::uint32_t> unreadable(ActivityId) { return 0; }  // inputs that were given and can no longer be read
  virtual Result<void> destroy(ActivityId) = 0;              // no box: nothing to do
};

}  // namespace standpoint
