// First words, kept sorted in the Workshop. See first_words.h.
#include "core/workshop/first_words.h"

#include <utility>

#include "core/workshop/activity_parts.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

const FirstWords* first_of(const Workshop& w, ActivityId activity, Item item) {
  return find_in(w.first_words, std::pair(activity, item));
}

}  // namespace

std::string words_in(const Workshop& w, ActivityId activity, Item item) {
  const FirstWords* const first = first_of(w, activity, item);
  return first ? first->words : name_of(w, item);
}

bool later_changed(const Workshop& w, ActivityId activity, Item item) { return first_of(w, activity, item) != nullptr; }

void keep_first_words(Workshop& w, Item item, const std::string& before, const std::string& now) {
  if (before == now) return;
  for (const Activity& activity : w.activities) {
    if (activity.phase == Phase::planned || !find_in(items_of(activity), item)) continue;
    const FirstWords* const first = first_of(w, activity.id, item);
    if (!first) put_in(w.first_words, FirstWords{activity.id, item, before});
    else if (first->words == now) take_out(w.first_words, std::pair(activity.id, item));
  }
}

}  // namespace standpoint
