// cereal for writing, GuardedReader for reading; the field lists are in stored_fields.h. Exceptions of cereal end here:
// its writer throws only when the sink takes fewer bytes than given, which a growing vector never does.
#include "core/codec.h"

#include <ostream>
#include <streambuf>

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

#include "core/stored_fields.h"

namespace standpoint {

// What cereal writes of a capped field: the field. Its own reader is never used.
template <class Archive, class Value>
void serialize(Archive& archive, Capped<Value>& field) {
  archive(field.value);
}

namespace {

class ByteSink : public std::streambuf {
 public:
  explicit ByteSink(Bytes& bytes) : bytes_(bytes) {}

 protected:
  std::streamsize xsputn(const char* from, std::streamsize count) override {
    const auto* first = reinterpret_cast<const std::byte*>(from);
    bytes_.insert(bytes_.end(), first, first + count);
    return count;
  }
  int_type overflow(int_type c) override {
    bytes_.push_back(static_cast<std::byte>(c));
    return c;
  }

 private:
  Bytes& bytes_;
};

template <class Value>
Bytes written(const Value& value) {
  Bytes bytes;
  bytes.reserve(96);  // most events fit: one allocation
  ByteSink sink(bytes);
  std::ostream stream(&sink);
  cereal::PortableBinaryOutputArchive archive(stream, cereal::PortableBinaryOutputArchive::Options::LittleEndian());
  archive(value);
  return bytes;
}

template <class Value>
Result<Value> read(std::span<const std::byte> bytes, const char* refusal) {
  GuardedReader reader(bytes);
  Value value;
  reader(value);
  if (!reader.used_up()) return failed(refusal);
  return value;
}

}  // namespace

Bytes encoded(const Event& event) { return written(event); }
Bytes encoded(const Command& command) { return written(command); }
Bytes encoded(const Input& input) { return written(input); }
Bytes encoded(const Workshop& workshop) { return written(workshop); }

Result<Event> decoded_event(std::span<const std::byte> bytes, std::uint16_t schema) {
  if (schema > event_schema)
    return failed("This session was made by a newer version of Standpoint. Nothing was changed; open it with that version.");
  return read<Event>(bytes, "This event cannot be read by this version of Standpoint. Nothing was changed; open the session with a newer version.");
}

Result<Command> decoded_command(std::span<const std::byte> bytes) {
  return read<Command>(bytes, "This message could not be read. Nothing was changed; reload the screen that sent it.");
}

Result<Input> decoded_input(std::span<const std::byte> bytes) {
  return read<Input>(bytes, "A sealed input could not be read. The session itself is safe.");
}

}  // namespace standpoint
