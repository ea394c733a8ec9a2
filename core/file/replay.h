// A session's past: the workshop right after any event. Used by review, pictures and the command line. Holds the encoded
// events side by side and a keyframe every few thousand; never writes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/file/codec.h"

namespace standpoint {

class Replay {
 public:
  // Takes each event in order, as the file gives it; events are decoded once here and again when sought.
  // Failure: bytes that are no event, or not the next one (the record's checksum was right: a newer version wrote them).
  Result<void> add(std::span<const std::byte> payload, std::uint16_t schema);
  // The next event, as the room tells it. One with another number is left out.
  void add(const Event&);

  // Makes room once for a file of this size, so that nothing is copied while it grows. Only a hint.
  void reserve(std::uint64_t events, std::uint64_t bytes);

  std::uint64_t last_sequence() const { return ends_.size(); }
  const Workshop& latest() const { return latest_; }
  // The workshop right after event n (0: before the first). n beyond the end gives the latest.
  Workshop at(std::uint64_t n) const;
  Event event(std::uint64_t n) const;              // 1..last_sequence(); another n gives an event numbered 0
  // Played time, ms since the Unix epoch; 0: no such event. Never falling: it is what the file says until the computer's clock was
  // set back between two events, and from there on goes on by what passed after it.
  std::int64_t time_of(std::uint64_t n) const;
  std::uint64_t last_at_or_before(std::int64_t time_ms) const;  // of played time; 0: none
  std::int64_t stamp_of(std::uint64_t n) const { return time_of(n) - ahead_of(n); }  // what the file says
  // Between the two: what the file says at a played time, and when something that the file dates so is played.
  std::int64_t by_file(std::int64_t played_ms) const;
  std::int64_t played(std::int64_t file_ms) const;
  // By how much the clock was set back right before event n; 0: it was not.
  std::int64_t set_back_before(std::uint64_t n) const;
  // Where it was: the event before which, and by how much the file is behind from then on.
  struct SetBack {
    std::uint64_t first = 0;
    std::int64_t ahead_ms = 0;
  };
  const std::vector<SetBack>& set_backs() const { return set_backs_; }

  // A seek folds at most this many events: the spacing doubles whenever there are more than most_keyframes, so that a
  // long session costs a longer seek instead of unbounded memory.
  std::uint64_t keyframe_every() const { return keyframe_every_; }

 private:
  static constexpr std::uint64_t first_spacing = 1024;
  static constexpr std::size_t most_keyframes = 128;

  void keep(std::span<const std::byte> payload, const Event&);
  void add_keyframe();

  Workshop latest_;
  Bytes bytes_;                       // payloads of event 1, 2, ...
  std::vector<std::uint64_t> ends_;   // where event n ends in bytes_: ends_[n - 1]
  std::vector<std::int64_t> times_;   // played
  std::vector<SetBack> set_backs_;
  std::int64_t ahead_of(std::uint64_t n) const;
  std::vector<Workshop> keyframes_;   // keyframes_[i]: after event (i + 1) * keyframe_every_
  std::uint64_t keyframe_every_ = first_spacing;
};

// "The clock was set back by 3 h 20 min", right before event n; empty when it was not by a minute.
std::string set_back_words(const Replay&, std::uint64_t n);

}  // namespace standpoint
