// Bytes <-> Event, Command, Input. What goes over a network stands in room/wire.h.
// Format: cereal's portable binary, little-endian. Reading is guarded: every length is capped before it allocates,
// enums and booleans are range-checked, and the input must be used up exactly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/workshop/event.h"
#include "core/workshop/result.h"

namespace standpoint {

using Bytes = std::vector<std::byte>;

// Schema number stored with every record; raised when a struct's bytes change, with an upcaster for each step.
inline constexpr std::uint16_t event_schema = 1;

Bytes encoded(const Event&);
Bytes encoded(const Command&);
Bytes encoded(const Input&);
// Failure: the bytes are not a whole, sound value, or of a newer schema. An event's texts are mended (workshop/text.h): whoever wrote the
// file may have kept no rules, and nobody checks a text again that comes from a file.
Result<Event> decoded_event(std::span<const std::byte>, std::uint16_t schema = event_schema);
Result<Command> decoded_command(std::span<const std::byte>);
Result<Input> decoded_input(std::span<const std::byte>);
Bytes encoded(const Workshop&);  // every field in order: for hash_of and for comparing

}  // namespace standpoint
