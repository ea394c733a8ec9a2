// cereal for writing, GuardedReader for reading; the field lists are in stored_fields.h and the machinery in
// stored_bytes.h.
#include "core/file/codec.h"

#include <utility>

#include "core/activities/activities.h"
#include "core/file/stored_bytes.h"
#include "core/file/stored_fields.h"
#include "core/workshop/activity_parts.h"

namespace standpoint {

StoredSetup stored_setup(const Activity& activity) {
  StoredSetup stored{items_of(activity), 0, 0, decider_of(activity), stars_of(activity)};
  if (const VoteSetup* const vote = std::get_if<VoteSetup>(&activity.setup)) {
    stored.dots_per_person = vote->dots_per_person;
    stored.dots_per_item = vote->dots_per_item;
  }
  return stored;
}

bool take_setup(Activity& activity, StoredSetup&& stored) {
  set_kind(activity, activity.kind);
  if (std::vector<Item>* const items = items_in(activity)) *items = std::exchange(stored.items, {});
  if (std::vector<Item>* const stars = stars_in(activity)) *stars = std::exchange(stored.stars, {});
  if (SeatId* const decider = decider_in(activity)) *decider = std::exchange(stored.decider, {});
  if (VoteSetup* const vote = std::get_if<VoteSetup>(&activity.setup)) {
    vote->dots_per_person = std::exchange(stored.dots_per_person, 0);
    vote->dots_per_item = std::exchange(stored.dots_per_item, 0);
  }
  return stored == StoredSetup{};
}

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
