// An activity's setup as files have it. See stored_fields.h; used by whatever reads and writes these fields.
#include <utility>

#include "core/file/stored_fields.h"
#include "core/workshop/activity_parts.h"

namespace standpoint {

StoredSetup stored_setup(const Activity& activity) {
  StoredSetup stored{items_of(activity), 0, 0, decider_of(activity), stars_of(activity)};
  if (const VoteSetup* const vote = std::get_if<VoteSetup>(&activity.setup)) {
    stored.dots_per_person = vote->dots_per_person;
    stored.dots_per_item = vote->dots_per_item;
  }
  return stored;
}

bool take_setup(Activity& activity, StoredSetup&& stored) {
  set_kind(activity, activity.kind);
  if (std::vector<Item>* const items = items_in(activity)) *items = std::exchange(stored.items, {});
  if (std::vector<Item>* const stars = stars_in(activity)) *stars = std::exchange(stored.stars, {});
  if (SeatId* const decider = decider_in(activity)) *decider = std::exchange(stored.decider, {});
  if (VoteSetup* const vote = std::get_if<VoteSetup>(&activity.setup)) {
    vote->dots_per_person = std::exchange(stored.dots_per_person, 0);
    vote->dots_per_item = std::exchange(stored.dots_per_item, 0);
  }
  return stored == StoredSetup{};
}

}  // namespace standpoint
