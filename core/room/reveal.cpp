// Filtering, splitting and ordering of sealed inputs. Sorting by encoded bytes is a total order over every field.
#include "core/room/reveal.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/file/secret.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/merging.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

bool listed(const Activity& activity, Item item) {
  return find_in(items_of(activity), item) != nullptr;
}

void keep_listed(const Activity& activity, Input& input) {
  std::visit([&](auto& i) { std::erase_if(entries_of(i), [&](const auto& entry) { return !listed(activity, entry.item); }); }, input);
}

// In how many dots or places the input is about an item that is `meant`.
template <class Meant>
std::uint32_t marks_on(const Input& input, Meant meant) {
  std::uint32_t marks = 0;
  std::visit([&](const auto& i) {
    for (const auto& entry : entries_of(i)) marks += meant(entry.item) ? marks_of(entry) : 0u;
  }, input);
  return marks;
}

std::uint32_t all_dots(const Input& input) {
  return std::holds_alternative<Ballot>(input) ? marks_on(input, [](Item) { return true; }) : 0;
}

std::uint32_t marks_lost(const Workshop& workshop, const Activity& activity, const BallotBoxes::Sealed& sealed) {
  Result<Input> input = decoded_input(sealed.input);
  if (!input) return 0;
  const std::uint32_t given = all_dots(*input);
  read_as_merged(workshop, activity, *input);
  const std::uint32_t beyond = given - all_dots(*input);
  const std::uint32_t gone = marks_on(*input, [&](Item item) { return !listed(activity, item); });
  erase_secret(*input);
  return beyond + gone;
}

void add_anonymous(std::vector<RevealedInput>& inputs, Input&& input) {
  std::visit([&](auto& i) {
    using Sealed = std::decay_t<decltype(i)>;
    if constexpr (Sealed::revealed_apart)
      for (const auto& entry : entries_of(i)) inputs.push_back(RevealedInput{SeatId{}, Sealed{{entry}}});
    else
      inputs.push_back(RevealedInput{SeatId{}, std::move(i)});
  }, input);
  erase_secret(input);  // the last that knew its parts to be one person's
}

void sort_by_content(std::vector<RevealedInput>& inputs) {
  std::vector<std::pair<Bytes, std::size_t>> order;
  order.reserve(inputs.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) order.emplace_back(encoded(inputs[i].input), i);
  std::sort(order.begin(), order.end());
  std::vector<RevealedInput> sorted;
  sorted.reserve(inputs.size());
  for (const auto& [bytes, index] : order) sorted.push_back(std::move(inputs[index]));
  inputs = std::move(sorted);
}

}  // namespace

// By seat number, so of the seats that were left the newest comes last; the seat itself counts before all of them.
void keep_one_each(const Workshop& workshop, std::vector<BallotBoxes::Sealed>& sealed) {
  std::map<SeatId, BallotBoxes::Sealed> kept;
  for (BallotBoxes::Sealed& one : sealed) {
    const SeatId person = person_of(workshop, one.seat);
    BallotBoxes::Sealed& slot = kept[person];
    const bool counts = slot.seat != person;
    if (counts) std::swap(slot, one);
    erase_secret(one.input);
  }
  sealed.clear();
  for (auto& [person, one] : kept) sealed.push_back({person, one.counter, std::move(one.input), one.receipt});
}

Result<std::vector<RevealedInput>> revealed_inputs(const Workshop& workshop, const Activity& activity, std::span<const BallotBoxes::Sealed> sealed) {
  const bool anonymous = activity.secrecy == Secrecy::anonymous;
  std::vector<RevealedInput> inputs;
  for (const BallotBoxes::Sealed& one : sealed) {
    Result<Input> input = decoded_input(one.input);
    if (!input) return failed(input.error());
    read_as_merged(workshop, activity, *input);
    keep_listed(activity, *input);
    if (anonymous) add_anonymous(inputs, std::move(*input));
    else inputs.push_back(RevealedInput{one.seat, std::move(*input)});
  }
  if (anonymous) sort_by_content(inputs);
  else std::sort(inputs.begin(), inputs.end(), [](const auto& a, const auto& b) { return a.seat < b.seat; });
  return inputs;
}

LostInputs lost_in(const Workshop& workshop, const Activity& activity, std::span<const BallotBoxes::Sealed> sealed) {
  LostInputs lost{activity.id, 0, 0};
  for (const BallotBoxes::Sealed& one : sealed) {
    const std::uint32_t marks = marks_lost(workshop, activity, one);
    lost.inputs += marks > 0 ? 1 : 0;
    lost.marks += marks;
  }
  return lost;
}

std::vector<SeatId> seats_that_lost(const Workshop& workshop, const Activity& activity, std::span<const BallotBoxes::Sealed> sealed) {
  std::vector<SeatId> seats;
  for (const BallotBoxes::Sealed& one : sealed)
    if (marks_lost(workshop, activity, one) > 0) seats.push_back(one.seat);
  return seats;
}

std::vector<std::uint64_t> receipts_of(std::span<const BallotBoxes::Sealed> sealed) {
  std::vector<std::uint64_t> receipts;
  for (const BallotBoxes::Sealed& one : sealed)
    if (one.receipt != 0) receipts.push_back(one.receipt);
  std::sort(receipts.begin(), receipts.end());
  return receipts;
}

std::uint32_t count_naming(const Workshop& workshop, std::span<const Item> items, std::span<const BallotBoxes::Sealed> sealed) {
  const auto asked = [&](Item item) { return std::find(items.begin(), items.end(), standing_for(workshop, item)) != items.end(); };
  std::uint32_t naming = 0;
  for (const BallotBoxes::Sealed& one : sealed) {
    Result<Input> input = decoded_input(one.input);
    if (!input) continue;
    naming += marks_on(*input, asked) > 0 ? 1 : 0;
    erase_secret(*input);
  }
  return naming;
}

}  // namespace standpoint
