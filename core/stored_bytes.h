// A value as bytes and back, for any type whose fields are listed. Used by codec.cpp and wire.cpp, the only two files that
// see cereal. Its exceptions end here: its writer throws only when the sink takes fewer bytes than given, which a growing
// vector never does, and its reader is never used.
#pragma once

#include <cstddef>
#include <ostream>
#include <span>
#include <streambuf>
#include <vector>

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

#include "core/codec.h"
#include "core/guarded_reader.h"

namespace standpoint {

// What cereal writes of a capped field: the field. Its own reader is never used.
template <class Archive, class Value>
void serialize(Archive& archive, Capped<Value>& field) {
  archive(field.value);
}

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
void append_written(Bytes& bytes, const Value& value) {
  bytes.reserve(bytes.size() + 96);  // most events fit: one allocation
  ByteSink sink(bytes);
  std::ostream stream(&sink);
  cereal::PortableBinaryOutputArchive archive(stream, cereal::PortableBinaryOutputArchive::Options::LittleEndian());
  archive(value);
}

template <class Value>
Bytes written(const Value& value) {
  Bytes bytes;
  append_written(bytes, value);
  return bytes;
}

template <class Value>
Result<Value> read_whole(std::span<const std::byte> bytes, const char* refusal) {
  GuardedReader reader(bytes);
  Value value;
  reader(value);
  if (!reader.used_up()) return failed(refusal);
  return value;
}

}  // namespace standpoint
