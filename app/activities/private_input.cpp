// Keeps a private input valid. See private_input.h.
#include "app/activities/private_input.h"

#include <algorithm>
#include <span>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/file/secret.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/merging.h"

namespace standpoint {
namespace {

void put(PassDraft& draft, Item item, std::optional<BoardPoint> at) {
  const auto found = std::find_if(draft.placements.begin(), draft.placements.end(), [&](const CanvasPlace& p) { return p.item == item; });
  if (found != draft.placements.end() && at) found->at = *at;
  else if (found != draft.placements.end()) draft.placements.erase(found);
  else if (at) draft.placements.push_back({item, *at});
  if (at) draft.skipped.erase(std::remove(draft.skipped.begin(), draft.skipped.end(), item), draft.skipped.end());
}

// What was about `from` is about `to`; answers with how many dots more than it takes there were.
int follow(PassDraft& draft, Item from, Item to, const Activity& activity) {
  int beyond = 0;
  const bool was_placed = place_of(draft, to) != nullptr;
  for (int dots = dots_on(draft, from); dots > 0; --dots) {
    take_dot(draft, from);
    beyond += add_dot(draft, activity, to) ? 0 : 1;
  }
  for (CanvasPlace& placed : draft.placements)
    if (placed.item == from && !was_placed) placed.item = to;
  for (PassDraft::Step& step : draft.steps)
    if (step.item == from && !was_placed) step.item = to;
  if (is_skipped(draft, from) && !is_decided(draft, to)) draft.skipped.push_back(to);
  std::erase(draft.skipped, from);
  std::erase_if(draft.placements, [&](const CanvasPlace& placed) { return placed.item == from; });
  if (place_of(draft, to) != nullptr) std::erase(draft.skipped, to);
  std::replace(draft.items.begin(), draft.items.end(), from, to);
  return beyond;
}

// What of a draft each kind of input is made of.
void take_from(Ballot& ballot, const PassDraft& draft) { ballot.dots = draft.dots; }
void take_from(PlacementSheet& sheet, const PassDraft& draft) { sheet.placements = draft.placements; }

}  // namespace

void wipe(PassDraft& draft) {
  overwrite(std::as_writable_bytes(std::span(draft.dots)));
  overwrite(std::as_writable_bytes(std::span(draft.placements)));
  for (PassDraft::Step& step : draft.steps) step = {};
  overwrite(std::as_writable_bytes(std::span(draft.skipped)));
  draft = PassDraft{};
}

int keep_to_items(PassDraft& draft, const Workshop& workshop, const Activity& activity) {
  const std::vector<Item>& items = items_of(activity);
  if (draft.items == items) return 0;
  const auto gone = [&](Item item) { return !std::binary_search(items.begin(), items.end(), item); };
  int went = 0;
  for (const MergedStakeholder& merged : workshop.merged)
    if (const Item from(merged.gone), to = standing_for(workshop, from); !gone(to)) went += follow(draft, from, to, activity);
  for (const Dots& dots : draft.dots) went += gone(dots.item) ? dots.count : 0;
  for (const CanvasPlace& placed : draft.placements) went += gone(placed.item) ? 1 : 0;
  std::erase_if(draft.dots, [&](const Dots& dots) { return gone(dots.item); });
  std::erase_if(draft.placements, [&](const CanvasPlace& placed) { return gone(placed.item); });
  std::erase_if(draft.steps, [&](const PassDraft::Step& step) { return gone(step.item); });
  std::erase_if(draft.skipped, gone);
  if (draft.current < draft.items.size()) {
    const Item at = draft.items[draft.current];
    if (gone(at)) draft.held = false;
    const auto now = std::lower_bound(items.begin(), items.end(), at);
    draft.current = static_cast<std::size_t>(now - items.begin());
  }
  if (!items.empty()) draft.current = std::min(draft.current, items.size() - 1);
  draft.items = items;
  return went;
}

int dots_spent(const PassDraft& draft) {
  int spent = 0;
  for (const Dots& dots : draft.dots) spent += dots.count;
  return spent;
}

int dots_on(const PassDraft& draft, Item item) {
  const auto at = std::find_if(draft.dots.begin(), draft.dots.end(), [&](const Dots& d) { return d.item == item; });
  return at == draft.dots.end() ? 0 : at->count;
}

bool add_dot(PassDraft& draft, const Activity& activity, Item item) {
  const VoteSetup& vote = vote_of(activity);
  if (dots_spent(draft) >= vote.dots_per_person || !std::binary_search(vote.items.begin(), vote.items.end(), item)) return false;
  const auto at = std::find_if(draft.dots.begin(), draft.dots.end(), [&](const Dots& d) { return d.item == item; });
  if (at == draft.dots.end()) {
    draft.dots.push_back({item, 1});
    return true;
  }
  if (vote.dots_per_item > 0 && at->count >= vote.dots_per_item) return false;
  ++at->count;
  return true;
}

bool take_dot(PassDraft& draft, Item item) {
  const auto at = std::find_if(draft.dots.begin(), draft.dots.end(), [&](const Dots& d) { return d.item == item; });
  if (at == draft.dots.end()) return false;
  if (--at->count == 0) draft.dots.erase(at);
  return true;
}

const CanvasPlace* place_of(const PassDraft& draft, Item item) {
  const auto at = std::find_if(draft.placements.begin(), draft.placements.end(), [&](const CanvasPlace& p) { return p.item == item; });
  return at == draft.placements.end() ? nullptr : &*at;
}

bool is_skipped(const PassDraft& draft, Item item) {
  return std::find(draft.skipped.begin(), draft.skipped.end(), item) != draft.skipped.end();
}
bool is_decided(const PassDraft& draft, Item item) { return place_of(draft, item) != nullptr || is_skipped(draft, item); }

void place(PassDraft& draft, Item item, BoardPoint at) {
  const CanvasPlace* before = place_of(draft, item);
  draft.steps.push_back({item, before == nullptr ? std::nullopt : std::optional(before->at)});
  put(draft, item, at);
}

void skip(PassDraft& draft, Item item) {
  put(draft, item, std::nullopt);
  if (!is_skipped(draft, item)) draft.skipped.push_back(item);
}

std::size_t next_undecided(const PassDraft& draft, const std::vector<Item>& items) {
  for (std::size_t n = 1; n < items.size(); ++n) {
    const std::size_t i = (draft.current + n) % items.size();
    if (!is_decided(draft, items[i])) return i;
  }
  return items.size();
}

void undo_step(PassDraft& draft, const std::vector<Item>& items) {
  if (draft.steps.empty()) return;
  const PassDraft::Step step = draft.steps.back();
  draft.steps.pop_back();
  put(draft, step.item, step.before);
  const auto at = std::find(items.begin(), items.end(), step.item);
  if (at != items.end()) draft.current = static_cast<std::size_t>(at - items.begin());
}

Input input_of(const PassDraft& draft, const Activity& activity) {
  const ActivityRules& rules = rules_of(activity);
  Input input = rules.first_input ? rules.first_input() : Input{};
  std::visit([&](auto& i) {
    take_from(i, draft);
    std::sort(entries_of(i).begin(), entries_of(i).end(), [](const auto& a, const auto& b) { return a.item < b.item; });
  }, input);
  return input;
}

}  // namespace standpoint
