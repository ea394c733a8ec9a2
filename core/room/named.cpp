// What sealed inputs name: how many name what somebody is about to remove, and whose name what is gone. The first is a number
// and goes to the facilitator who asks; the second goes to whoever gave the input, and to nobody else.
#include <algorithm>
#include <utility>

#include "core/file/secret.h"
#include "core/room/reveal.h"
#include "core/room/room.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

// A number about fewer new inputs than this, and the difference to the number told before, would say whose they are.
constexpr std::size_t enough_to_tell = 3;

void erase(std::vector<BallotBoxes::Sealed>& box) {
  for (BallotBoxes::Sealed& sealed : box) erase_secret(sealed.input);
}

}  // namespace

// A new input names only what is there.
void Room::note_sealed(ActivityId activity, SeatId seat) {
  naming_told_[activity].sealed_since.insert(seat);
  if (const auto lost = lost_.find(activity); lost != lost_.end()) lost->second.erase(seat);
}

bool Room::lost_something(ActivityId activity, SeatId seat) const {
  const auto lost = lost_.find(activity);
  return lost != lost_.end() && lost->second.count(seat) > 0;
}

bool Room::may_tell_naming(const Activity& activity) const {
  if (activity.secrecy == Secrecy::named) return true;
  const auto told = naming_told_.find(activity.id);
  if (told == naming_told_.end()) return true;  // the box is empty
  const std::size_t since = told->second.sealed_since.size();
  return since >= enough_to_tell || (since == 0 && told->second.once);
}

// What was heard before the question counts, so it is committed first. A box that cannot be read names nothing; the reveal will say so.
void Room::hear_from(LinkId id, Link& link, const AskNaming& asked, std::int64_t) {
  const Seat* const asks = link.live ? find(confirmed_, link.seat) : nullptr;
  if (!asks || asks->role != Role::facilitator) return;
  commit();
  Naming answer{asked.items, 0, 0, true};
  std::vector<ActivityId> about;
  for (const Activity& activity : confirmed_.activities) {
    const bool lists = std::any_of(asked.items.begin(), asked.items.end(), [&](Item item) { return find_in(items_of(activity), item) != nullptr; });
    if (!lists || !holds_inputs(confirmed_, activity)) continue;
    Result<std::vector<BallotBoxes::Sealed>> box = read_counting(activity.id);
    if (!box) continue;
    answer.naming += count_naming(confirmed_, asked.items, *box);
    answer.of += static_cast<std::uint32_t>(box->size());
    answer.told = answer.told && may_tell_naming(activity);
    about.push_back(activity.id);
    erase(*box);
  }
  if (!answer.told) answer.naming = 0;
  else
    for (const ActivityId activity : about) naming_told_[activity] = NamingTold{true, {}};
  tell(id, std::move(answer));
}

// Of the activities that are being answered: how many things each is about. Changes with a removal, and with what takes it back.
std::map<ActivityId, std::size_t> Room::items_answered() const {
  std::map<ActivityId, std::size_t> items;
  for (const Activity& activity : confirmed_.activities)
    if (holds_inputs(confirmed_, activity)) items[activity.id] = items_of(activity).size();
  return items;
}

// Told is whoever it concerns, on their own screen.
void Room::look_again(ActivityId id) {
  const Activity* const activity = find(confirmed_, id);
  Result<std::vector<BallotBoxes::Sealed>> box = read_counting(id);
  if (!activity || !box) return;
  const std::vector<SeatId> now = seats_that_lost(confirmed_, *activity, *box);
  erase(*box);
  const std::set<SeatId> before = std::exchange(lost_[id], std::set<SeatId>(now.begin(), now.end()));
  for (const auto& [link_id, link] : links_)
    if (link.live && before.count(link.seat) != lost_[id].count(link.seat)) tell_sealed_seats(link_id, link, id);
}

}  // namespace standpoint
