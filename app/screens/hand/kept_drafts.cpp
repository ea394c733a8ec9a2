// One word for each dot, place and skipped item: "d1.42.3" is three dots on card 42. See kept_drafts.h.
#include "app/screens/hand/kept_drafts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "core/activities/place/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/merging.h"

namespace standpoint {
namespace {

// Words end with a space, drafts with a semicolon. "w" says that it was on its way.
constexpr char end_of_word = ' ', end_of_draft = ';', number_sign = '.';
constexpr std::string_view on_its_way = "w";

template <class... Numbers>
std::string word(char what, Numbers... numbers) {
  std::string text(1, what);
  ((text += std::to_string(numbers) + number_sign), ...);
  text.back() = end_of_word;
  return text;
}
int kind_of(Item item) { return static_cast<int>(item.kind); }

std::string words_of(const Making& making) {
  const PassDraft& draft = making.draft;
  std::string text;
  for (const Dots& dots : draft.dots) text += word('d', kind_of(dots.item), dots.item.id, dots.count);
  for (const CanvasPlace& placed : draft.placements) text += word('p', kind_of(placed.item), placed.item.id, placed.at.x, placed.at.y);
  for (const Item& item : draft.skipped) text += word('s', kind_of(item), item.id);
  if (!text.empty() && making.awaiting) text += std::string(on_its_way) + end_of_word;
  return text;
}

// The numbers of a word, as many as it has; nothing when it is none of ours.
std::optional<std::array<std::uint64_t, 4>> numbers_in(std::string_view word) {
  std::array<std::uint64_t, 4> numbers{};
  for (std::uint64_t& number : numbers) {
    if (word.empty()) return numbers;
    const auto [end, trouble] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (trouble != std::errc{}) return std::nullopt;
    word.remove_prefix(static_cast<std::size_t>(end - word.data()));
    if (!word.empty() && word.front() != number_sign) return std::nullopt;
    if (!word.empty()) word.remove_prefix(1);
  }
  return word.empty() ? std::optional(numbers) : std::nullopt;
}

Item item_of(std::uint64_t kind, std::uint64_t id) { return kind == 0 ? Item(StakeholderId{id}) : Item(CardId{id}); }

void take_word(std::string_view text, const Workshop& workshop, const Activity& activity, PassDraft& draft) {
  const auto numbers = numbers_in(text.substr(1));
  if (!numbers) return;
  const auto [kind, id, third, fourth] = *numbers;
  const Item named = item_of(kind, id), item = standing_for(workshop, named);
  if (!std::binary_search(items_of(activity).begin(), items_of(activity).end(), item)) return;
  if (text.front() == 'd')
    for (std::uint64_t n = 0; n < third && add_dot(draft, activity, item); ++n) {}
  const bool on = third <= board_max && fourth <= board_max;
  if (item != named && is_decided(draft, item)) return;  // the one's own place or word counts
  if (text.front() == 'p' && placing(&activity) && on) place(draft, item, {static_cast<std::int32_t>(third), static_cast<std::int32_t>(fourth)});
  if (text.front() == 's' && placing(&activity)) skip(draft, item);
}

// The part of the text up to `end`, which is taken off it.
std::string_view next_part(std::string_view& text, char end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return part;
}

bool can_be_sent(const Workshop& workshop, ActivityId id) {
  const Activity* activity = find(workshop, id);
  return activity == nullptr || activity->phase == Phase::planned || activity->phase == Phase::open;  // not known so far: it may be on its way
}

}  // namespace

std::string text_of_drafts(const Workshop& workshop, const ParticipantUi& ui) {
  std::string text;
  const auto add = [&](ActivityId id, const std::string& words) {
    if (!words.empty()) text += std::to_string(id.value) + end_of_word + words + end_of_draft;
  };
  for (const auto& [id, words] : ui.kept)
    if (can_be_sent(workshop, id)) add(id, words);
  for (const auto& [id, making] : ui.making) add(id, words_of(making));
  return text;
}

void keep_drafts(std::string_view text, ParticipantUi& ui) {
  while (!text.empty()) {
    std::string_view draft = next_part(text, end_of_draft);
    const auto id = numbers_in(next_part(draft, end_of_word));
    if (id && (*id)[0] != 0 && !draft.empty()) ui.kept[ActivityId{(*id)[0]}] = std::string(draft);
  }
}

bool take_up_draft(const Workshop& workshop, const Activity& activity, bool mine_sealed, ParticipantUi& ui, Making& making) {
  const auto kept = ui.kept.find(activity.id);
  if (kept == ui.kept.end()) return false;
  std::string words = std::move(kept->second);
  ui.kept.erase(kept);
  std::string_view rest = words;
  bool sent = false;
  while (!rest.empty()) {
    const std::string_view one = next_part(rest, end_of_word);
    if (one == on_its_way) sent = true;
    else if (!one.empty()) take_word(one, workshop, activity, making.draft);
  }
  std::fill(words.begin(), words.end(), '\0');
  making.draft.steps.clear();  // what was undone and done before the page was closed is over
  if (sent && mine_sealed) wipe(making.draft);  // it did arrive
  if (placing(&activity)) {
    const std::size_t next = next_undecided(making.draft, items_of(activity));
    if (!items_of(activity).empty() && is_decided(making.draft, items_of(activity).front()) && next < items_of(activity).size()) making.draft.current = next;
  }
  return !making.draft.dots.empty() || !making.draft.placements.empty() || !making.draft.skipped.empty();
}

}  // namespace standpoint
