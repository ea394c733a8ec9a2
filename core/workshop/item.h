// What can be placed and voted on, and where it stands: the smallest parts that boards and activities are made of.
#pragma once

#include <compare>
#include <cstdint>

#include "core/workshop/geometry.h"
#include "core/workshop/ids.h"

namespace standpoint {

// A stakeholder or a card: what can be placed on a canvas and voted on.
struct Item {
  enum class Kind : std::uint8_t { stakeholder, card };
  Kind kind = Kind::stakeholder;
  std::uint64_t id = 0;
  Item() = default;
  explicit Item(StakeholderId s) : kind(Kind::stakeholder), id(s.value) {}
  explicit Item(CardId c) : kind(Kind::card), id(c.value) {}
  auto operator<=>(const Item&) const = default;
};

struct CanvasPlace {
  Item item;
  BoardPoint at;
  bool operator==(const CanvasPlace&) const = default;
};

// How a field is called in a sentence. A long text is written for so long that somebody else may have written meanwhile; of a list
// somebody else may have chosen something else at the same moment. Both are changed over what they were.
struct FieldName {
  const char* words;
  bool long_text = false;
  bool list = false;
};

}  // namespace standpoint
