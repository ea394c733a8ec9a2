#include "app/net/robots/crowd.h"

#include <algorithm>
#include <utility>

namespace standpoint {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_early = 64;
constexpr auto look_every = 20ms;  // who has to reconnect is looked up so often

std::int64_t steady_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double ms_between(SteadyTime from, SteadyTime to) { return std::chrono::duration<double, std::milli>(to - from).count(); }

std::uint64_t key_of(SeatId by, std::uint32_t counter) { return (std::uint64_t{by.value} << 32) | counter; }

}  // namespace

double percentile(std::vector<double> samples, double share) {
  if (samples.empty()) return 0;
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(samples.size() - 1) + 0.5);
  std::nth_element(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(rank), samples.end());
  return samples[rank];
}

std::size_t Crowd::add(Key token, Key secret, std::string name, Role role) {
  const std::size_t n = members_.size();
  members_.push_back(std::make_unique<Member>());
  members_[n]->name = std::move(name);
  members_[n]->role = role;
  members_[n]->visitor = std::make_unique<Visitor>([this, n] { return connect(n); }, Visitor::Keys{token, secret, ""});
  step_member(*members_[n]);
  return n;
}

std::unique_ptr<Line> Crowd::connect(std::size_t n) {
  member_of_.erase(members_[n]->socket);
  members_[n]->socket = sockets_.open();
  member_of_[members_[n]->socket] = n;
  return std::make_unique<SocketLine>(sockets_, members_[n]->socket, [this, n](const ToScreen& message, SteadyTime at) { watch(n, message, at); });
}

std::uint32_t Crowd::issue(std::size_t n, Action action) {
  Visitor& visitor = *members_[n]->visitor;
  const SteadyTime now = std::chrono::steady_clock::now();
  const std::uint32_t counter = visitor.issue(std::move(action));
  issued_[key_of(visitor.replica().seat(), counter)] = Issued{n, now, Outcome::unknown, 0};
  ++figures_.sent;
  return counter;
}

void Crowd::step(std::chrono::microseconds longest) {
  for (const SocketId socket : sockets_.wait(std::min<std::chrono::microseconds>(longest, look_every)))
    if (const auto member = member_of_.find(socket); member != member_of_.end()) step_member(*members_[member->second]);
  if (std::chrono::steady_clock::now() - looked_at_ >= look_every) step_who_is_due();
}

void Crowd::step_member(Member& member) {
  member.visitor->step(steady_ms());
  if (member.visitor->stage() == Visitor::Stage::at_door && member.visitor->refused().empty()) member.visitor->join(member.name, member.role);
}

void Crowd::step_who_is_due() {
  looked_at_ = std::chrono::steady_clock::now();
  const std::int64_t now = steady_ms();
  for (const auto& member : members_)
    if (member->visitor->next_step_ms() <= now) step_member(*member);
}

std::size_t Crowd::joined() const {
  return static_cast<std::size_t>(std::count_if(members_.begin(), members_.end(), [](const auto& member) { return member->visitor->connected(); }));
}

void Crowd::forget_times() {
  figures_.acknowledged_ms.clear();
  figures_.visible_ms.clear();
  figures_.events = 0;
}

// ---- what arrives ----

Crowd::Issued* Crowd::issued(SeatId by, std::uint32_t counter) {
  const auto found = issued_.find(key_of(by, counter));
  return found == issued_.end() ? nullptr : &found->second;
}

Crowd::Outcome Crowd::outcome(std::size_t n, std::uint32_t counter) const {
  const auto found = issued_.find(key_of(visitor(n).replica().seat(), counter));
  return found == issued_.end() ? Outcome::unknown : found->second.outcome;
}

void Crowd::watch(std::size_t n, const ToScreen& said, SteadyTime at) {
  const auto* message = std::get_if<HostMessage>(&said);
  if (message == nullptr) return;
  if (const auto* event = std::get_if<Event>(message)) return see(n, *event, at);
  if (std::holds_alternative<Blank>(*message)) ++figures_.events;
  if (const auto* yes = std::get_if<Acknowledged>(message)) {
    answer(yes->by, yes->counter, true, at);
    if (yes->sequence != 0) number(yes->by, yes->counter, yes->sequence);
  }
  if (const auto* no = std::get_if<Refused>(message)) answer(no->by, no->counter, false, at);
}

void Crowd::answer(SeatId by, std::uint32_t counter, bool accepted, SteadyTime at) {
  Issued* const answered = issued(by, counter);
  if (answered == nullptr || answered->outcome != Outcome::unknown) return;
  answered->outcome = accepted ? Outcome::accepted : Outcome::refused;
  if (accepted) figures_.acknowledged_ms.push_back(ms_between(answered->at, at));
  ++(accepted ? figures_.accepted : figures_.refused);
}

// Who leads tells others no counter: whose their events are is known with the answer.
void Crowd::number(SeatId by, std::uint32_t counter, std::uint64_t sequence) {
  const Issued* const one = issued(by, counter);
  if (one == nullptr || !numbered_.emplace(sequence, key_of(by, counter)).second) return;
  const auto early = early_.find(sequence);
  if (early == early_.end()) return;
  for (const Arrival& arrival : early->second) note_visible(*one, arrival.n, arrival.at);
  early_.erase(early);
}

// Who catches up is told of what happened long ago.
void Crowd::note_visible(const Issued& one, std::size_t n, SteadyTime at) {
  if (one.by != n && members_[n]->visitor->connected()) figures_.visible_ms.push_back(ms_between(one.at, at));
}

void Crowd::see(std::size_t n, const Event& event, SteadyTime at) {
  ++figures_.events;
  if (!event.by) return;
  if (event.counter == 0) {
    if (const auto known = numbered_.find(event.sequence); known != numbered_.end()) return note_visible(issued_.at(known->second), n, at);
    early_[event.sequence].push_back({n, at});
    if (early_.size() > most_early) early_.erase(early_.begin());
    return;
  }
  Issued* const one = issued(event.by, event.counter);
  if (one == nullptr) return;
  if (one->sequence != 0 && one->sequence != event.sequence) ++figures_.duplicated;
  one->sequence = event.sequence;
  if (one->by == n) answer(event.by, event.counter, true, at);  // after a loss it may be all the answer there is
  number(event.by, event.counter, event.sequence);
  note_visible(*one, n, at);
}

}  // namespace standpoint
