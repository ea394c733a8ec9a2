// What the room tells: to a group of links at once wherever all of them are told the same, so that a thousand screens
// cost one message a role.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "core/room/room.h"
#include "core/workshop/apply.h"
#include "core/workshop/audience.h"
#include "core/workshop/layers.h"

namespace standpoint {
namespace {

// A screen that missed more events than this is told the workshop instead.
constexpr std::uint64_t events_caught_up = 256;
constexpr std::uint64_t needs_snapshot = 0;  // no event has this number

constexpr Role every_role[] = {Role::facilitator, Role::participant, Role::observer, Role::stage};

// Those who lead and those who show: they learn who is here and how far the stage is turned.
bool minds_the_stage(Role role) { return role == Role::facilitator || role == Role::stage; }

// `w`: the workshop before the event, or one that does as well (seen_alike_from).
HostMessage as_told_to(Role role, const Workshop& w, const Event& event) {
  if (std::optional<Event> seen = as_seen_by(role, w, event)) return std::move(*seen);
  return Blank{event.sequence, event.time_ms};
}

}  // namespace

std::vector<Told> Room::take_outbox() { return std::exchange(outbox_, {}); }

const LinkGroup& Room::live_links(Role role) {
  if (!groups_) {
    std::array<std::vector<LinkId>, std::size(every_role)> links;
    for (const auto& [id, link] : links_)
      if (link.live) links[static_cast<std::size_t>(find(confirmed_, link.seat)->role)].push_back(id);
    groups_.emplace();
    for (std::size_t i = 0; i < links.size(); ++i) (*groups_)[i] = std::make_shared<const std::vector<LinkId>>(std::move(links[i]));
  }
  return (*groups_)[static_cast<std::size_t>(role)];
}

// Who sees layers open or close is told the workshop in place of the event, so that no screen holds the one without the other.
void Room::apply_and_tell(const Event& event) {
  const Layers open = open_layers(confirmed_);
  std::array<HostMessage, std::size(every_role)> messages;
  for (const Role role : every_role)
    if (!live_links(role)->empty()) messages[static_cast<std::size_t>(role)] = as_told_to(role, confirmed_, event);
  apply(confirmed_, event);
  const bool layers_changed = open_layers(confirmed_) != open;
  for (const Role role : every_role) {
    if (live_links(role)->empty()) continue;
    if (layers_changed && role != Role::facilitator) outbox_.push_back({live_links(role), Snapshot{as_seen_by(role, confirmed_)}});
    else outbox_.push_back({live_links(role), std::move(messages[static_cast<std::size_t>(role)])});
  }
  const auto* const changed = std::get_if<ChangeSeat>(&event.action);
  if (!changed) return;
  regroup();
  tell_anew(changed->seat);
}

void Room::tell_all(const HostMessage& message) {
  for (const Role role : every_role)
    if (!live_links(role)->empty()) outbox_.push_back({live_links(role), message});
}

// ---- catching up ----

// Those of one role that have the same are told the same: a thousand who join together cost one snapshot.
void Room::welcome_links() {
  std::map<std::pair<Role, std::uint64_t>, std::vector<LinkId>> alike;
  const std::vector<Event> tail = missed_events();
  for (auto& [id, link] : links_) {
    if (link.live || !link.seat) continue;
    tell(id, welcome_to(link));
    alike[{find(confirmed_, link.seat)->role, caught_up_from(link, tail)}].push_back(id);
    link.live = true;
    regroup();
  }
  for (auto& [what, links] : alike) catch_up(what.first, what.second, std::make_shared<const std::vector<LinkId>>(std::move(links)), tail);
}

// The newest events, as far back as somebody who waits can use them; none when they cannot be read.
std::vector<Event> Room::missed_events() {
  std::uint64_t first = confirmed_.sequence + 1;
  for (const auto& [id, link] : links_)
    if (!link.live && link.seat && link.have_sequence < confirmed_.sequence && confirmed_.sequence - link.have_sequence <= events_caught_up)
      first = std::min(first, link.have_sequence + 1);
  if (first > confirmed_.sequence) return {};
  Result<std::vector<Event>> events = log_.read_from(first);
  return events ? std::move(*events) : std::vector<Event>{};
}

// The number from which on events will do, or needs_snapshot: too much was missed, or seen in another role or with other layers
// open, or the screen holds what is in no file, as after a host lost what it never acknowledged.
std::uint64_t Room::caught_up_from(const Link& link, const std::vector<Event>& tail) const {
  const std::uint64_t have = link.have_sequence;
  if (have == confirmed_.sequence) return have + 1;
  if (have > confirmed_.sequence || tail.empty() || tail.front().sequence > have + 1 || tail.back().sequence != confirmed_.sequence)
    return needs_snapshot;
  const std::span<const Event> missed = std::span(tail).subspan(static_cast<std::size_t>(have + 1 - tail.front().sequence));
  for (const Event& event : missed) {
    const auto* const described = std::get_if<DescribeSeat>(&event.action);
    const auto* const changed = std::get_if<ChangeSeat>(&event.action);
    if ((described && described->seat == link.seat) || (changed && changed->seat == link.seat)) return needs_snapshot;
  }
  return seen_alike_from(find(confirmed_, link.seat)->role, confirmed_, missed) ? have + 1 : needs_snapshot;
}

void Room::catch_up(Role role, std::uint64_t from, const LinkGroup& links, const std::vector<Event>& tail) {
  if (from == needs_snapshot) outbox_.push_back({links, Snapshot{as_seen_by(role, confirmed_)}});
  else
    for (const Event& event : tail)
      if (event.sequence >= from) outbox_.push_back({links, as_told_to(role, confirmed_, event)});
  for (const Activity& activity : confirmed_.activities) {
    if (!holds_inputs(confirmed_, activity)) continue;
    outbox_.push_back({links, progress_of(activity)});
    for (const LinkId id : *links) tell_sealed_seats(id, links_.at(id), activity.id);
  }
  if (read_only_) outbox_.push_back({links, ReadOnly{*read_only_}});
  if (!minds_the_stage(role)) return;
  told_here_.reset();
  if (turn_) outbox_.push_back({links, *turn_});
}

Welcome Room::welcome_to(const Link& link) const {
  Welcome welcome{link.seat};
  for (const Seat& seat : confirmed_.seats) {
    if (seat.id != link.seat && seat.carried_by != link.seat) continue;
    if (seat.id == link.seat) welcome.minted = seat.minted;
    const auto heard = heard_.find(seat.id);
    if (heard == heard_.end()) continue;
    welcome.counter = std::max(welcome.counter, heard->second.highest);
    welcome.sealed = std::max(welcome.sealed, heard->second.sealed);
  }
  return welcome;
}

// Whoever sits there was told everything so far in another role, perhaps.
void Room::tell_anew(SeatId seat) {
  const Role role = find(confirmed_, seat)->role;
  std::vector<LinkId> links;
  for (const auto& [id, link] : links_)
    if (link.live && link.seat == seat) links.push_back(id);
  if (!links.empty()) catch_up(role, needs_snapshot, std::make_shared<const std::vector<LinkId>>(std::move(links)), {});
}

// ---- who is here and who is done ----

void Room::set_stranded(std::vector<Stranded> stranded) {
  stranded_ = std::move(stranded);
  told_here_.reset();
}

void Room::set_one_device(std::vector<OneDevice> one_device) {
  std::erase_if(one_device, [&](const OneDevice& each) { return std::find(two_people_.begin(), two_people_.end(), each) != two_people_.end(); });
  one_device_ = std::move(one_device);
  told_here_.reset();
}

void Room::tell_here() {
  if (!std::exchange(here_may_differ_, false) && told_here_) return;
  std::set<SeatId> here;
  for (const auto& [id, link] : links_)
    if (link.live) here.insert(link.seat);
  std::vector<SeatId> now(here.begin(), here.end());
  if (told_here_ == now) return;
  told_here_ = now;
  const std::vector<OneDevice> asked(one_device_.begin(), one_device_.begin() + static_cast<std::ptrdiff_t>(std::min(one_device_.size(), max_one_device)));
  for (const Role role : every_role)
    if (minds_the_stage(role) && !live_links(role)->empty()) outbox_.push_back({live_links(role), Here{now, stranded_, role == Role::facilitator ? asked : std::vector<OneDevice>{}}});
}

void Room::tell_progress() {
  for (const Activity& activity : confirmed_.activities) {
    if (!holds_inputs(confirmed_, activity)) {
      told_progress_.erase(activity.id);
      continue;
    }
    const Progress progress = progress_of(activity);
    const std::array now{progress.done, progress.of, progress.again};
    if (const auto told = told_progress_.find(activity.id); told != told_progress_.end() && told->second == now) continue;
    told_progress_[activity.id] = now;
    tell_all(progress);
  }
}

// Of those who can take part: participants who have not left, and whoever has an input in the box. A tablet that sleeps has
// not left: the number of those who are waited for must not shrink because somebody put a phone down.
Progress Room::progress_of(const Activity& activity) const {
  Progress progress{activity.id, 0, 0, 0};
  const std::vector<SeatId> answered = who_answered(activity.id);
  for (const Seat& seat : confirmed_.seats) {
    const bool sealed = std::binary_search(answered.begin(), answered.end(), seat.id), again = lost_something(activity.id, seat.id);
    progress.done += sealed && !again ? 1 : 0;
    progress.again += again ? 1 : 0;
    progress.of += sealed || (seat.role == Role::participant && seat.present) ? 1 : 0;
  }
  return progress;
}

// A screen learns it of the seats it carries, a facilitator's of all. That something an input names is gone is for whoever gave
// it alone: the list of who has answered stays as it was, or it would tell who had named what was removed.
void Room::tell_sealed_seats(LinkId id, const Link& link, ActivityId activity) {
  const bool leads = find(confirmed_, link.seat)->role == Role::facilitator;
  SealedSeats told{activity, {}, lost_something(activity, link.seat)};
  const std::vector<SeatId> answered = who_answered(activity);
  for (const Seat& seat : confirmed_.seats)
    if ((leads || seat.id == link.seat || seat.carried_by == link.seat) && std::binary_search(answered.begin(), answered.end(), seat.id))
      told.seats.push_back(seat.id);
  tell(id, std::move(told));
}

void Room::tell_facilitators_who_sealed(ActivityId activity) {
  const LinkGroup links = live_links(Role::facilitator);
  for (const LinkId id : *links) tell_sealed_seats(id, links_.at(id), activity);
}

// What was in the box under the seat that ended is under this one now, with what of it is gone.
void Room::tell_of_merged(SeatId into) {
  for (const Activity& activity : confirmed_.activities) {
    if (!holds_inputs(confirmed_, activity)) continue;
    look_again(activity.id);
    tell_facilitators_who_sealed(activity.id);
    for (const auto& [id, link] : links_)
      if (link.live && link.seat == into) tell_sealed_seats(id, link, activity.id);
  }
}

void Room::tell(LinkId id, HostMessage message) {
  if (links_.count(id) > 0) outbox_.push_back({std::make_shared<const std::vector<LinkId>>(1, id), std::move(message)});
}

void Room::acknowledge(LinkId id, SeatId by, Outcome outcome) {
  tell(id, Acknowledged{by, outcome.counter, outcome.sequence});
  remember(by, std::move(outcome));
}

void Room::refuse(LinkId id, SeatId by, std::uint32_t counter, const Refusal& refusal) {
  tell(id, Refused{by, counter, refusal});
}

}  // namespace standpoint
