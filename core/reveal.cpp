// Filtering, splitting and ordering of sealed inputs. Sorting by encoded bytes is a total order over every field.
#include "core/reveal.h"

#include <algorithm>

#include "core/secret.h"

namespace standpoint {
namespace {

bool listed(const Activity& activity, Item item) {
  return std::binary_search(activity.items.begin(), activity.items.end(), item);
}

void keep_listed(const Activity& activity, Input& input) {
  const auto gone = [&](const auto& part) { return !listed(activity, part.item); };
  if (auto* ballot = std::get_if<Ballot>(&input))
    ballot->dots.erase(std::remove_if(ballot->dots.begin(), ballot->dots.end(), gone), ballot->dots.end());
  if (auto* sheet = std::get_if<PlacementSheet>(&input))
    sheet->placements.erase(std::remove_if(sheet->placements.begin(), sheet->placements.end(), gone), sheet->placements.end());
}

void add_anonymous(std::vector<RevealedInput>& inputs, Input&& input) {
  const auto* sheet = std::get_if<PlacementSheet>(&input);
  if (!sheet) return inputs.push_back(RevealedInput{SeatId{}, std::move(input)});
  for (const CanvasPlace& placement : sheet->placements)
    inputs.push_back(RevealedInput{SeatId{}, PlacementSheet{{placement}}});
  erase_secret(input);  // the last that knew them to be one person's
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

Result<std::vector<RevealedInput>> revealed_inputs(const Activity& activity, std::span<const BallotBoxes::Sealed> sealed) {
  const bool anonymous = activity.secrecy == Secrecy::anonymous;
  std::vector<RevealedInput> inputs;
  for (const BallotBoxes::Sealed& one : sealed) {
    Result<Input> input = decoded_input(one.input);
    if (!input) return failed(input.error());
    keep_listed(activity, *input);
    if (anonymous) add_anonymous(inputs, std::move(*input));
    else inputs.push_back(RevealedInput{one.seat, std::move(*input)});
  }
  if (anonymous) sort_by_content(inputs);
  else std::sort(inputs.begin(), inputs.end(), [](const auto& a, const auto& b) { return a.seat < b.seat; });
  return inputs;
}

}  // namespace standpoint
