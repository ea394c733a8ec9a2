// What the room tells: to a group of links at once wherever all of them are told the same, so that a thousand screens
// cost one message a role.
#include <algorithm>
#include <utility>

#include "core/apply.h"
#include "core/audience.h"
#include "core/room.h"

namespace standpoint {
namespace {

constexpr Role every_role[] = {Role::facilitator, Role::participant, Role::observer, Role::stage};

bool collects(const Workshop& workshop, const Activity& activity) {
  return collects_inputs(workshop, activity) && (activity.phase == Phase::open || activity.phase == Phase::closed);
}

HostMessage as_told_to(Role role, const Event& event) {
  if (std::optional<Event> seen = as_seen_by(role, event)) return std::move(*seen);
  return blank_of(event);
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

void Room::tell_event(const Event& event) {
  for (const Role role : every_role)
    if (!live_links(role)->empty()) outbox_.push_back({live_links(role), as_told_to(role, event)});
}

void Room::tell_all(const HostMessage& message) {
  for (const Role role : every_role)
    if (!live_links(role)->empty()) outbox_.push_back({live_links(role), message});
}

void Room::welcome_links() {
  for (auto& [id, link] : links_) {
    if (link.live || !link.seat) continue;
    if (Result<void> caught_up = catch_up(id, link); !caught_up) {
      refuse(id, link.seat, 0, Refusal{Refusal::Why::storage, caught_up.error().sentence});
      link = Link{};
      continue;
    }
    link.live = true;
    regroup();
    for (const Activity& activity : confirmed_.activities) {
      if (!collects(confirmed_, activity)) continue;
      tell(id, progress_of(activity));
      tell_sealed_seats(id, link, activity.id);
    }
    if (read_only_) tell(id, ReadOnly{*read_only_});
  }
}

Result<void> Room::catch_up(LinkId id, const Link& link) {
  std::vector<Event> missed;
  if (link.have_sequence < confirmed_.sequence) {
    Result<std::vector<Event>> events = log_.read_from(link.have_sequence + 1);
    if (!events) return failed(events.error());
    missed = std::move(*events);
  }
  Welcome welcome{link.seat, 0};
  for (const auto& [seat, heard] : heard_)
    if (carries(link, seat)) welcome.counter = std::max(welcome.counter, heard.highest);
  tell(id, welcome);
  const Role role = find(confirmed_, link.seat)->role;
  for (const Event& event : missed) tell(id, as_told_to(role, event));
  return {};
}

void Room::tell_progress() {
  for (const Activity& activity : confirmed_.activities) {
    if (!collects(confirmed_, activity)) {
      told_progress_.erase(activity.id);
      continue;
    }
    const Progress progress = progress_of(activity);
    const std::pair now{progress.done, progress.of};
    if (const auto told = told_progress_.find(activity.id); told != told_progress_.end() && told->second == now) continue;
    told_progress_[activity.id] = now;
    tell_all(progress);
  }
}

// Of those who can take part: participants who are here, and whoever has an input in the box.
Progress Room::progress_of(const Activity& activity) const {
  Progress progress{activity.id, 0, 0};
  for (const Seat& seat : confirmed_.seats) {
    const bool done = sealed_counter(activity.id, seat.id) > 0;
    progress.done += done ? 1 : 0;
    progress.of += done || (seat.role == Role::participant && seat.present) ? 1 : 0;
  }
  return progress;
}

void Room::tell_sealed_seats(LinkId id, const Link& link, ActivityId activity) {
  SealedSeats told{activity, {}};
  if (const auto box = sealed_.find(activity); box != sealed_.end())
    for (const auto& [seat, counter] : box->second)
      if (carries(link, seat)) told.seats.push_back(seat);
  tell(id, std::move(told));
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
