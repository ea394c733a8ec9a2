// A value as bytes and back, for any type whose fields are listed. Used by codec.cpp and room/wire.cpp, the only two files that
// see cereal. Its exceptions end here: nothing of it that throws is used.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

#include <cereal/cereal.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

#include "core/file/codec.h"
#include "core/file/guarded_reader.h"

namespace standpoint {

// What cereal writes of a capped field: the field. Its own reader is never used.
template <class Archive, class Value>
void serialize(Archive& archive, Capped<Value>& field) {
  archive(field.value);
}

// The bytes of cereal's portable binary archive in little-endian order, without its stream: streams bring the C++ library's
// locales, an eighth of what a tablet loads.
class ByteWriter : public cereal::OutputArchive<ByteWriter, cereal::AllowEmptyClassElision> {
 public:
  explicit ByteWriter(Bytes& bytes) : OutputArchive(this), bytes_(bytes) { bytes_.push_back(std::byte{1}); }  // little-endian

  template <class Number>
  void number(Number value) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + sizeof(Number));
    std::memcpy(&bytes_[at], &value, sizeof(Number));
    if constexpr (std::endian::native == std::endian::big) std::reverse(bytes_.end() - sizeof(Number), bytes_.end());
  }
  void text(const void* from, std::size_t count) {
    const auto* first = static_cast<const std::byte*>(from);
    bytes_.insert(bytes_.end(), first, first + count);
  }

 private:
  Bytes& bytes_;
};

// What cereal asks of an archive: numbers, names (left out), lengths, and the bytes of strings.
template <class Number>
  requires std::is_arithmetic_v<Number>
void save(ByteWriter& writer, const Number& value) {
  static_assert(std::is_integral_v<Number>, "floating point is not stored");
  writer.number(value);
}
template <class Value>
void save(ByteWriter& writer, const cereal::NameValuePair<Value>& pair) {
  writer(pair.value);
}
template <class Length>
void save(ByteWriter& writer, const cereal::SizeTag<Length>& length) {
  writer.number(static_cast<cereal::size_type>(length.size));
}
template <class Byte>
  requires(sizeof(std::remove_pointer_t<Byte>) == 1)
void save(ByteWriter& writer, const cereal::BinaryData<Byte>& bytes) {
  writer.text(bytes.data, static_cast<std::size_t>(bytes.size));
}

template <class Value>
void append_written(Bytes& bytes, const Value& value) {
  bytes.reserve(bytes.size() + 96);  // most events fit: one allocation
  ByteWriter writer(bytes);
  writer(value);
}

template <class Value>
Bytes written(const Value& value) {
  Bytes bytes;
  append_written(bytes, value);
  return bytes;
}

template <class Value, Unsound texts = Unsound::handed_on>
Result<Value> read_whole(std::span<const std::byte> bytes, const char* refusal) {
  Reader<texts> reader(bytes);
  Value value;
  reader(value);
  if (!reader.used_up()) return failed(refusal);
  return value;
}

}  // namespace standpoint
