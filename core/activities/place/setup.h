// What a placing is made of: what it is about, and where one person puts that. Part of Setup, Input and SetupChange (kinds.h).
#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>
#include <vector>

#include "core/workshop/item.h"

namespace standpoint {

struct PlaceSetupChange;
struct PlaceSetup {
  using Change = PlaceSetupChange;
  std::vector<Item> items;  // what is placed, sorted
  bool operator==(const PlaceSetup&) const = default;
};

// What decides what a place means.
inline bool same_terms(const PlaceSetup& a, const PlaceSetup& b) { return a == b; }

struct PlaceSetupChange {
  using Of = PlaceSetup;
  std::optional<std::vector<Item>> items{};
  bool operator==(const PlaceSetupChange&) const = default;
};

// f(FieldName, field of the change, pointer to the member), as each_field (core/workshop/changes.h).
template <class C, class Setup, class F>
void each_setup_field(C& c, Setup& setup, F f) requires(std::is_same_v<std::remove_const_t<Setup>, PlaceSetup>) {
  f(FieldName{.words = "choices", .list = true}, c.items, &setup.items);
}

// Where one person puts items: each at most once, sorted by item. An item left out counts as "don't know".
struct PlacementSheet {
  // Of an anonymous placing each is revealed by itself: that two were one person's would tell who it was.
  static constexpr bool revealed_apart = true;
  std::vector<CanvasPlace> placements;
  bool operator==(const PlacementSheet&) const = default;
};
inline auto& entries_of(PlacementSheet& sheet) { return sheet.placements; }
inline const auto& entries_of(const PlacementSheet& sheet) { return sheet.placements; }
// What goes of an input with an item.
constexpr std::uint32_t marks_of(const CanvasPlace&) { return 1; }

}  // namespace standpoint
