#include "app/net/door/places.h"

#include <algorithm>
#include <utility>

#include "app/net/server/server.h"

namespace standpoint {

std::chrono::milliseconds Rate::take(ServerTime now, double amount) {
  has_ = std::min(most_, has_at(now)) - amount;
  at_ = now;
  return std::chrono::milliseconds(has_ >= 0 ? 0 : static_cast<long>(-has_ / per_second_ * 1000) + 1);
}

Places::Ticket::Ticket(Ticket&& other) noexcept : places_(std::exchange(other.places_, nullptr)), at_(other.at_) {}

Places::Ticket::~Ticket() {
  if (places_ == nullptr) return;
  places_->give_back(at_);
  places_->others_.erase(at_);
}

const std::string& Places::Ticket::address() const { return at_->place->first; }

void Places::Ticket::when_wanted(std::function<void()> leave) { at_->leave = std::move(leave); }

void Places::Ticket::was_active() {
  if (at_->stranger && at_->counted) places_->strangers_.splice(places_->strangers_.end(), places_->strangers_, at_);
}

bool Places::Ticket::trust(bool leads) {
  if (!at_->stranger || !at_->counted) return true;
  const bool full = places_->trusted_ + places_->limits_.reserved_for_leaders >= places_->limits_.connections;
  const bool full_there = at_->place->second.connections - at_->place->second.strangers >= places_->limits_.trusted_per_address;
  if (!leads && (full || full_there)) return false;
  at_->stranger = false;
  --at_->place->second.strangers;
  ++places_->trusted_;
  places_->others_.splice(places_->others_.end(), places_->strangers_, at_);
  return true;
}

// Whatever it was, from now on it is among the others and counts nowhere.
void Places::give_back(Everybody::iterator at) {
  if (!std::exchange(at->counted, false)) return;
  --connections_;
  --at->place->second.connections;
  if (at->stranger) {
    --at->place->second.strangers;
    others_.splice(others_.end(), strangers_, at);
  } else {
    --trusted_;
  }
}

// False: nobody from there can be asked to leave.
bool Places::make_room(std::map<std::string, Place>::iterator crowded) {
  const auto oldest = std::find_if(strangers_.begin(), strangers_.end(), [&](const Held& held) { return held.place == crowded; });
  if (oldest == strangers_.end()) return false;
  give_back(oldest);
  if (const auto leave = std::exchange(oldest->leave, {})) leave();
  return true;
}

std::optional<Places::Ticket> Places::admit(const std::string& address, ServerTime now) {
  auto place = places_.find(address);
  if (place == places_.end()) {
    if (places_.size() >= limits_.connections) return std::nullopt;
    place = places_.emplace(address, Place{0, 0, Rate(limits_.new_per_second, limits_.burst, now)}).first;
  }
  if (!place->second.new_ones.has(now)) return std::nullopt;  // who is refused does not keep others out for longer
  if (place->second.strangers >= limits_.strangers_per_address && !make_room(place)) return std::nullopt;
  if (connections_ >= limits_.connections) {
    const auto crowded = std::max_element(places_.begin(), places_.end(), [](const auto& a, const auto& b) { return a.second.strangers < b.second.strangers; });
    if (!make_room(crowded)) return std::nullopt;
  }
  place->second.new_ones.take(now);
  ++connections_;
  ++place->second.connections;
  ++place->second.strangers;
  return Ticket(*this, strangers_.insert(strangers_.end(), Held{place}));
}

void Places::forget_rested(ServerTime now) {
  std::erase_if(places_, [&](const auto& place) { return place.second.connections == 0 && place.second.new_ones.rested(now); });
}

}  // namespace standpoint
