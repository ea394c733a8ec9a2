// Finds, in a file or in a program's memory, what would say whose secret input is which. For net_kill; knows no program.
#pragma once

#include <algorithm>
#include <cstring>
#include <span>
#include <stdexcept>
#include <vector>

#include "core/file/codec.h"
#include "core/file/little_endian.h"

namespace standpoint {

// An input as somebody sealed it.
struct Cast {
  SeatId seat;
  std::uint32_t counter = 0;
  Input input;
};

// Bytes that would tell: a sealed input with its seat, as it travels and as it lies in the box. All begin their input
// alike, so that memory is searched once.
class Telltale {
 public:
  Telltale(ActivityId activity, const std::vector<Cast>& all) : all_(all) {
    for (const Cast& cast : all) {
      const Bytes whole = encoded(cast.input);
      const Bytes input(whole.begin() + 1, whole.end());  // inside a message it has no byte of its own that names the byte order
      const Bytes message = encoded(Command{cast.seat, cast.counter, SealInput{activity, cast.input}});
      const Bytes wire(message.begin() + 1, message.end() - sizeof(std::uint64_t));  // without the receipt, which nobody else knows
      constexpr std::size_t receipt = 1 + sizeof(std::uint64_t);
      Bytes slot(12);
      put_number<std::uint32_t>(slot, 0, cast.seat.value);
      put_number<std::uint32_t>(slot, 4, cast.counter);
      put_number<std::uint32_t>(slot, 8, static_cast<std::uint32_t>(receipt + whole.size()));
      start_ = start_.empty() ? input : Bytes(start_.begin(), std::mismatch(start_.begin(), start_.end(), input.begin(), input.end()).first);
      patterns_.push_back({slot, 12 + receipt + 1});  // followed by its receipt, the byte order and the input
      patterns_.push_back({wire, wire.size() - input.size()});
    }
    if (start_.size() < 12) throw std::logic_error("inputs begin too differently to be searched for");
  }
  // Of one person's placements two that stand together tell that they are one person's: in what was sent, 17 bytes apart, or as
  // the program holds a sheet.
  int sheets_in(std::span<const std::byte> memory) const {
    int found = 0;
    for (const Cast& cast : all_) {
      const auto* const sheet = std::get_if<PlacementSheet>(&cast.input);
      if (sheet == nullptr) continue;
      const BoardPoint first = sheet->placements[0].at, second = sheet->placements[1].at;
      const std::byte* at = memory.data();
      const std::byte* const end = memory.data() + memory.size();
      while ((at = static_cast<const std::byte*>(::memmem(at, static_cast<std::size_t>(end - at), &first, sizeof first))) != nullptr) {
        for (const std::size_t apart : {std::size_t{17}, sizeof(CanvasPlace)})
          found += static_cast<std::size_t>(end - at) >= apart + sizeof second && std::memcmp(at + apart, &second, sizeof second) == 0 ? 1 : 0;
        ++at;
      }
    }
    return found;
  }
  int found_in(std::span<const std::byte> memory) const {
    int found = 0;
    for (const std::byte* at = memory.data(); (at = next(memory, at)) != nullptr; ++at)
      found += std::any_of(patterns_.begin(), patterns_.end(), [&](const Pattern& pattern) { return stands_at(memory, at, pattern); }) ? 1 : 0;
    return found;
  }

 private:
  struct Pattern { Bytes bytes; std::size_t input_at = 0; };
  const std::byte* next(std::span<const std::byte> memory, const std::byte* from) const {
    const auto left = static_cast<std::size_t>(memory.data() + memory.size() - from);
    return static_cast<const std::byte*>(::memmem(from, left, start_.data(), start_.size()));
  }
  static bool stands_at(std::span<const std::byte> memory, const std::byte* input, const Pattern& pattern) {
    const auto before = static_cast<std::size_t>(input - memory.data());
    if (before < pattern.input_at || memory.size() - (before - pattern.input_at) < pattern.bytes.size()) return false;
    return std::equal(pattern.bytes.begin(), pattern.bytes.end(), input - pattern.input_at);
  }
  Bytes start_;
  std::vector<Cast> all_;
  std::vector<Pattern> patterns_;
};

}  // namespace standpoint
