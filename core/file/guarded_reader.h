// Reads what cereal's portable binary archive wrote in little-endian order, from bytes nobody vouches for. Used by
// codec.cpp only. Every length is held against a cap of its field and against the bytes that are left before anything
// is allocated; booleans, enumerators and variant indexes must exist. Never throws: after the first unsound byte
// sound() is false and nothing more is read.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/workshop/text.h"

namespace standpoint {

// A string or list with the most bytes or elements that are read of it. Both archives take it; cereal writes `value`.
template <class Value>
struct Capped {
  Value& value;
  std::size_t most;
};
template <class Value>
Capped<Value> capped(Value& value, std::size_t most) {
  return {value, most};
}

// How many enumerators an enum has, counted from 0; specialised for every enum that is stored.
template <class Enum>
inline constexpr std::size_t enumerator_count = 0;

// The same where a table says how many there are.
template <class Enum>
std::size_t how_many_enumerators() {
  static_assert(enumerator_count<Enum> > 0, "say how many enumerators there are");
  return enumerator_count<Enum>;
}

// The fewest bytes an element of a stored list takes; specialised for every struct that stands in one.
template <class Element>
inline constexpr std::size_t least_bytes = 0;
template <>
inline constexpr std::size_t least_bytes<std::string> = 8;

// A text that no rule would have let in: handed on, for who judges it next, or made sound.
enum class Unsound : std::uint8_t { handed_on, mended };

template <Unsound texts>
class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : rest_(bytes) {
    std::uint8_t little_endian = 0;
    load(little_endian);
    if (little_endian != 1) refuse();
  }

  // The interface of a cereal archive, as far as the field lists in stored_fields.h use it.
  template <class... Fields>
  void operator()(Fields&&... fields) {
    (load(fields), ...);
  }

  // For what only the fields together tell.
  void refuse_unless(bool holds) {
    if (!holds) refuse();
  }

  bool sound() const { return sound_; }
  bool used_up() const { return sound_ && rest_.empty(); }

 private:
  void refuse() {
    sound_ = false;
    rest_ = {};
  }

  template <class Value>
  void load(Value& value) {
    if constexpr (std::is_same_v<Value, bool>) load_bool(value);
    else if constexpr (std::is_enum_v<Value>) load_enum(value);
    else if constexpr (std::is_arithmetic_v<Value>) load_number(value);
    else serialize(*this, value);
  }

  template <class... Alternatives>
  void load(std::variant<Alternatives...>& value) {
    std::int32_t index = 0;
    load_number(index);
    if (!sound_) return;
    if (index < 0 || static_cast<std::size_t>(index) >= sizeof...(Alternatives)) return refuse();
    load_alternative(value, static_cast<std::size_t>(index), std::index_sequence_for<Alternatives...>{});
  }

  void load(Capped<std::string>& text) {
    const std::size_t length = load_length(text.most, 1);
    if (!sound_) return;
    text.value.assign(reinterpret_cast<const char*>(rest_.data()), length);
    rest_ = rest_.subspan(length);
    if constexpr (texts == Unsound::mended)
      if (!valid_text(text.value)) text.value = mended(text.value);
  }

  template <class Element>
  void load(Capped<std::vector<Element>>& list) {
    static_assert(least_bytes<Element> > 0, "say how short an element can be");
    const std::size_t length = load_length(list.most, least_bytes<Element>);
    list.value.clear();
    list.value.resize(length);
    for (Element& element : list.value) {
      if constexpr (std::is_same_v<Element, std::string>) {
        Capped<std::string> text{element, list.most};
        load(text);
      } else {
        load(element);
      }
      if (!sound_) return;
    }
  }

  // Bare strings and lists are not read: their field must say how long they may be.
  void load(std::string&) = delete;
  template <class Element>
  void load(std::vector<Element>&) = delete;

  void load_bool(bool& value) {
    std::uint8_t byte = 0;
    load_number(byte);
    if (byte > 1) return refuse();
    value = byte == 1;
  }

  template <class Enum>
  void load_enum(Enum& value) {
    std::underlying_type_t<Enum> number{};
    load_number(number);
    if (number >= how_many_enumerators<Enum>()) return refuse();
    value = static_cast<Enum>(number);
  }

  template <class Number>
  void load_number(Number& number) {
    static_assert(std::is_integral_v<Number>, "floating point is not stored");
    if (rest_.size() < sizeof(Number)) return refuse();
    std::array<std::byte, sizeof(Number)> bytes;
    std::memcpy(bytes.data(), rest_.data(), sizeof(Number));
    if constexpr (std::endian::native == std::endian::big) std::reverse(bytes.begin(), bytes.end());
    std::memcpy(&number, bytes.data(), sizeof(Number));
    rest_ = rest_.subspan(sizeof(Number));
  }

  // A length that the bytes left can hold; 0 when there is none. Compared as 64 bits: 32-bit builds read alike.
  std::size_t load_length(std::size_t most, std::size_t bytes_each) {
    std::uint64_t length = 0;
    load_number(length);
    if (length > most || length > rest_.size() / bytes_each) {
      refuse();
      return 0;
    }
    return static_cast<std::size_t>(length);
  }

  template <class Variant, std::size_t... Index>
  void load_alternative(Variant& value, std::size_t index, std::index_sequence<Index...>) {
    using Load = void (*)(Reader&, Variant&);
    constexpr std::array<Load, sizeof...(Index)> loads = {
        [](Reader& reader, Variant& into) { reader.load(into.template emplace<Index>()); }...};
    loads[index](*this, value);
  }

  std::span<const std::byte> rest_;
  bool sound_ = true;
};

using GuardedReader = Reader<Unsound::handed_on>;

}  // namespace standpoint
