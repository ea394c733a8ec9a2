#include "app/net/places.h"

#include <algorithm>
#include <utility>

#include "app/net/server.h"

namespace standpoint {

std::chrono::milliseconds Rate::take(ServerTime now, double amount) {
  has_ = std::min(most_, has_at(now)) - amount;
  at_ = now;
  return std::chrono::milliseconds(has_ >= 0 ? 0 : static_cast<long>(-has_ / per_second_ * 1000) + 1);
}

Places::Ticket::Ticket(Places& places, std::map<std::string, Place>::iterator at) : places_(&places), at_(at) {
  ++places.connections_;
  ++at->second.connections;
  ++at->second.strangers;
}

Places::Ticket::Ticket(Ticket&& other) noexcept : places_(std::exchange(other.places_, nullptr)), at_(other.at_), stranger_(other.stranger_) {}

Places::Ticket::~Ticket() {
  if (places_ == nullptr) return;
  trust();
  --at_->second.connections;
  --places_->connections_;
}

void Places::Ticket::trust() {
  if (std::exchange(stranger_, false)) --at_->second.strangers;
}

std::optional<Places::Ticket> Places::admit(const std::string& address, ServerTime now) {
  auto place = places_.find(address);
  if (place == places_.end()) {
    if (places_.size() >= limits_.connections) return std::nullopt;
    place = places_.emplace(address, Place{0, 0, Rate(limits_.new_per_second, limits_.burst, now)}).first;
  }
  if (connections_ >= limits_.connections || place->second.strangers >= limits_.strangers_per_address) return std::nullopt;
  if (!place->second.new_ones.has(now)) return std::nullopt;  // who is refused does not keep others out for longer
  place->second.new_ones.take(now);
  return Ticket(*this, place);
}

void Places::forget_rested(ServerTime now) {
  std::erase_if(places_, [&](const auto& place) { return place.second.connections == 0 && place.second.new_ones.rested(now); });
}

}  // namespace standpoint
