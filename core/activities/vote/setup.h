// What a vote is made of: its choices and dots, and one person's ballot. Part of Setup, Input and SetupChange (kinds.h).
#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>
#include <vector>

#include "core/workshop/item.h"

namespace standpoint {

struct VoteSetupChange;
struct VoteSetup {
  using Change = VoteSetupChange;
  std::vector<Item> items;            // the choices, sorted
  std::uint16_t dots_per_person = 0;
  std::uint16_t dots_per_item = 0;    // one person's limit on one item; 0: none
  SeatId decider;                     // may give the star once the vote is closed
  std::vector<Item> stars;            // the decider's; sorted; kept by apply
  bool operator==(const VoteSetup&) const = default;
};

// What decides what a ballot means; whose the star is, is no part of it.
inline bool same_terms(const VoteSetup& a, const VoteSetup& b) {
  return a.items == b.items && a.dots_per_person == b.dots_per_person && a.dots_per_item == b.dots_per_item;
}

struct VoteSetupChange {
  using Of = VoteSetup;
  std::optional<std::vector<Item>> items{};
  std::optional<std::uint16_t> dots_per_person{}, dots_per_item{};
  std::optional<SeatId> decider{};
  bool operator==(const VoteSetupChange&) const = default;
};

// f(FieldName, field of the change, pointer to the member), as each_field (core/workshop/changes.h).
template <class C, class Setup, class F>
void each_setup_field(C& c, Setup& setup, F f) requires(std::is_same_v<std::remove_const_t<Setup>, VoteSetup>) {
  f(FieldName{.words = "choices", .list = true}, c.items, &setup.items);
  f(FieldName{"dots per person"}, c.dots_per_person, &setup.dots_per_person);
  f(FieldName{"dots per choice"}, c.dots_per_item, &setup.dots_per_item);
  f(FieldName{"decider"}, c.decider, &setup.decider);
}

// Dots somebody gives to one item.
struct Dots {
  Item item;
  std::uint16_t count = 0;
  bool operator==(const Dots&) const = default;
};

// One person's dots: each item at most once, sorted by item, no zero counts.
struct Ballot {
  static constexpr bool revealed_apart = false;
  std::vector<Dots> dots;
  bool operator==(const Ballot&) const = default;
};
inline auto& entries_of(Ballot& ballot) { return ballot.dots; }
inline const auto& entries_of(const Ballot& ballot) { return ballot.dots; }
// What goes of an input with an item.
constexpr std::uint32_t marks_of(const Dots& dots) { return dots.count; }

}  // namespace standpoint
