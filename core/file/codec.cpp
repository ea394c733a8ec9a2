// cereal for writing, GuardedReader for reading; the field lists are in stored_fields.h and the machinery in
// stored_bytes.h.
#include "core/file/codec.h"

#include "core/file/stored_bytes.h"
#include "core/file/stored_fields.h"

namespace standpoint {

Bytes encoded(const Event& event) { return written(event); }
Bytes encoded(const Command& command) { return written(command); }
// With room for all of it at once: what grows leaves its beginnings behind in freed memory, and nobody could wipe these.
Bytes encoded(const Input& input) {
  constexpr std::size_t around = 64, each = 32;  // more than what stands before a list of dots or placements, and one of them
  Bytes bytes;
  bytes.reserve(around + each * std::visit([](const auto& i) { return entries_of(i).size(); }, input));
  append_written(bytes, input);
  return bytes;
}
Bytes encoded(const Workshop& workshop) { return written(workshop); }

Result<Event> decoded_event(std::span<const std::byte> bytes, std::uint16_t schema) {
  if (schema > event_schema)
    return failed("This session was made by a newer version of Standpoint. Nothing was changed; open it with that version.");
  return read_whole<Event, Unsound::mended>(bytes, "This event cannot be read by this version of Standpoint. Nothing was changed; open the session with a newer version.");
}

Result<Command> decoded_command(std::span<const std::byte> bytes) {
  return read_whole<Command>(bytes, "This message could not be read. Nothing was changed; reload the screen that sent it.");
}

Result<Input> decoded_input(std::span<const std::byte> bytes) {
  return read_whole<Input>(bytes, "A sealed input could not be read. The session itself is safe.");
}

}  // namespace standpoint
