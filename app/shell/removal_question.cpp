// Words and states of the question. See removal_question.h.
#include "app/shell/removal_question.h"

#include <algorithm>
#include <string>
#include <utility>

#include "app/widgets/controls.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/first_words.h"
#include "core/workshop/sorted.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::size_t title_bytes = 60;

const Activity* answered_about(const Workshop& workshop, Item item) {
  const auto at = std::find_if(workshop.activities.begin(), workshop.activities.end(), [&](const Activity& activity) {
    return holds_inputs(workshop, activity) &&
           find_in(items_of(activity), item) != nullptr;
  });
  return at == workshop.activities.end() ? nullptr : &*at;
}

std::vector<Item> answered_items(const Workshop& workshop, const RemoveItems& removal) {
  std::vector<Item> items;
  for (const StakeholderId id : removal.stakeholders)
    if (answered_about(workshop, Item(id)) != nullptr) items.emplace_back(id);
  for (const CardId id : removal.cards)
    if (answered_about(workshop, Item(id)) != nullptr) items.emplace_back(id);
  return items;
}

std::string title_of(const Workshop& workshop, const std::vector<Item>& items) {
  if (items.size() != 1) return "Remove " + std::to_string(items.size()) + " things people have answered about?";
  const Activity* activity = answered_about(workshop, items.front());
  return "Remove “" + shortened(words_in(workshop, activity == nullptr ? ActivityId{} : activity->id, items.front()), title_bytes) + "”?";
}

std::string body_of(const Naming& naming, bool one, bool open) {
  const std::string it = one ? "it" : "them";
  const std::string of = naming.of == 1 ? "the 1 sealed answer" : "the " + std::to_string(naming.of) + " sealed answers";
  const std::string back = open ? " Whoever chose " + it + " is told, has the dots or places back, and counts as not done."
                                : " It is closed, so these dots or places are lost; the reveal says how many.";
  if (!naming.told)
    return "Of " + of + " too few are new to say how many name " + it + ": the number would show whose they are." + back;
  if (naming.naming == 0) return "None of " + of + " names " + it + ".";
  return std::to_string(naming.naming) + " of " + of + (naming.naming == 1 ? " names " : " name ") + it + "." + back;
}

}  // namespace

std::optional<AskNaming> RemovalQuestion::hold(const Workshop& workshop, const Commands::Requested& requested, bool by_undo) {
  const auto* removal = std::get_if<RemoveItems>(&requested.action);
  if (removal == nullptr || held_) return std::nullopt;
  std::vector<Item> items = answered_items(workshop, *removal);
  if (items.empty()) return std::nullopt;
  held_ = Decided{requested, by_undo};
  items_ = items;
  told_.reset();
  decided_ = false;
  return AskNaming{std::move(items)};
}

void RemovalQuestion::hear(const Naming& naming) {
  if (!held_ || naming.items != items_) return;
  told_ = naming;
  decided_ = naming.of == 0;
}

void RemovalQuestion::draw(const Frame& frame, const Workshop& workshop) {
  if (!open() || decided_) return;
  const bool open_yet = std::any_of(items_.begin(), items_.end(), [&](Item item) {
    const Activity* activity = answered_about(workshop, item);
    return activity != nullptr && activity->phase == Phase::open;
  });
  const std::string title = title_of(workshop, items_), body = body_of(*told_, items_.size() == 1, open_yet);
  const char* keep = items_.size() == 1 ? "Keep it" : "Keep them";
  const DialogChoice choice = dialog(frame, "removal", {title, body, keep, "Remove"});
  if (choice == DialogChoice::action) decided_ = true;
  else if (choice != DialogChoice::none) *this = RemovalQuestion{};
}

std::optional<RemovalQuestion::Decided> RemovalQuestion::take_decided() {
  if (!held_ || !decided_) return std::nullopt;
  std::optional<Decided> decided = std::move(held_);
  *this = RemovalQuestion{};
  return decided;
}

}  // namespace standpoint
