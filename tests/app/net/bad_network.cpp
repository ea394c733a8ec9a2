// What goes over the lines is encoded and decoded as over a real one.
#include "tests/app/net/bad_network.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

namespace standpoint {
namespace {

const Key session_key{1};

}  // namespace

class BadNetwork::CableLine final : public Line {
 public:
  CableLine(BadNetwork& network, std::shared_ptr<Cable> cable) : network_(network), cable_(std::move(cable)) {}
  ~CableLine() override { cable_->state = State::lost; }

  void send(const ToHost& message) override {
    if (cable_->state != State::open) return;
    network_.carry(cable_->up, *cable_, encoded(message), std::holds_alternative<Command>(message));
  }
  std::vector<ToScreen> receive() override {
    std::vector<ToScreen> arrived;
    while (!cable_->down.empty() && cable_->down.front().due_ms <= network_.now_ms_) {
      Result<std::vector<ToScreen>> messages = decoded_to_screen(cable_->down.front().bytes);
      cable_->down.pop_front();
      REQUIRE(messages);
      for (ToScreen& message : *messages) {
        note(message);
        arrived.push_back(std::move(message));
      }
    }
    return arrived;
  }
  State state() const override { return cable_->state; }

 private:
  void note(const ToScreen& said) {
    const auto* message = std::get_if<HostMessage>(&said);
    if (message == nullptr) return;
    if (const auto* yes = std::get_if<Acknowledged>(message)) network_.answers[{yes->by, yes->counter}].acknowledged.push_back(yes->sequence);
    // One's own event is an answer too: after a loss it may come without another.
    if (const auto* event = std::get_if<Event>(message); event != nullptr && event->by == network_.seats_[cable_->token])
      network_.answers[{event->by, event->counter}].acknowledged.push_back(event->sequence);
    if (const auto* no = std::get_if<Refused>(message)) ++network_.answers[{no->by, no->counter}].refused;
  }

  BadNetwork& network_;
  std::shared_ptr<Cable> cable_;
};

BadNetwork::BadNetwork(std::uint64_t seed, FileSystem& files, OpenedSession session, std::string path)
    : random_{seed * 7919 + 17}, files_(files), path_(std::move(path)) {
  open_room(std::move(session));
}

void BadNetwork::open_room(OpenedSession session) {
  store_ = std::move(session.store);
  room_ = std::make_unique<Room>(std::move(session.workshop), *store_, *store_);
}

std::unique_ptr<Line> BadNetwork::connect(const Key& token) {
  auto cable = std::make_shared<Cable>();
  cable->token = token;
  const LinkId id = ++links_made_;
  cables_[id] = cable;
  room_->connect(id);
  return std::make_unique<CableLine>(*this, cable);
}

// ---- the wires ----

void BadNetwork::carry(std::deque<Cable::Packet>& way, Cable& cable, Bytes bytes, bool may_repeat) {
  const auto one_in = [&](std::uint32_t n) { return faults.on && random_.chance(n); };
  if (one_in(faults.break_one_in)) cable.breaks_at_ms = now_ms_ + 1;
  if (one_in(faults.drop_one_in)) {
    ++dropped_;
    cable.breaks_at_ms = now_ms_ + random_.below(400);
    return;
  }
  const std::int64_t delay = faults.on ? random_.below(static_cast<std::size_t>(faults.longest_delay_ms)) : 1;
  const std::int64_t due = std::max(now_ms_ + delay, way.empty() ? 0 : way.back().due_ms);
  if (may_repeat && one_in(faults.repeat_one_in)) {
    ++repeated_;
    way.push_back({due, bytes});
  }
  way.push_back({due, std::move(bytes)});
}

void BadNetwork::break_line(LinkId id) {
  cables_.at(id)->state = Line::State::lost;
  cables_.erase(id);
  room_->disconnect(id);
}

// ---- the host ----

void BadNetwork::step(std::int64_t now_ms) {
  now_ms_ = now_ms;
  std::vector<LinkId> broken;
  for (const auto& [id, cable] : cables_) {
    if (cable->state == Line::State::lost || (cable->breaks_at_ms != 0 && cable->breaks_at_ms <= now_ms)) broken.push_back(id);
  }
  for (const LinkId id : broken) break_line(id);
  for (const auto& [id, cable] : cables_) {
    while (!cable->up.empty() && cable->up.front().due_ms <= now_ms) {
      const Result<ToHost> message = decoded_to_host(cable->up.front().bytes);
      cable->up.pop_front();
      REQUIRE(message);
      hear(id, *cable, *message);
    }
  }
  if (faults.on && random_.chance(2)) return;  // a sync takes its time, and more is heard meanwhile
  room_->commit();
  take_outbox();
}

void BadNetwork::hear(LinkId id, Cable& cable, const ToHost& message) {
  if (std::holds_alternative<Knock>(message)) {
    Opened opened;
    opened.session = session_key;
    opened.seat = seats_.count(cable.token) > 0 ? seats_[cable.token] : SeatId{};
    if (const Seat* const seat = find(room_->workshop(), opened.seat)) opened.role = seat->role;
    tell(id, opened);
  } else if (const auto* hello = std::get_if<Hello>(&message)) {
    hear_hello(id, cable, *hello);
  } else if (const auto* command = std::get_if<Command>(&message)) {
    room_->hear(id, *command, now_ms_ + sample_start_ms);
  } else if (const auto* presence = std::get_if<Presence>(&message)) {
    room_->hear(id, *presence, now_ms_ + sample_start_ms);
  } else if (const auto* asks = std::get_if<AskTime>(&message)) {
    tell(id, HostTime{now_ms_ + sample_start_ms, asks->asked});
  } else if (const auto* turn = std::get_if<StageTurn>(&message)) {
    room_->hear(id, *turn, now_ms_ + sample_start_ms);
  } else if (const auto* two = std::get_if<AreTwo>(&message)) {
    room_->hear(id, *two, now_ms_ + sample_start_ms);
  } else {
    room_->hear(id, std::get<Remind>(message), now_ms_ + sample_start_ms);
  }
}

// As the door does it: the token says which seat it is, whatever the screen says.
void BadNetwork::hear_hello(LinkId id, Cable& cable, Hello hello) {
  hello.seat = seats_.count(cable.token) > 0 ? seats_[cable.token] : SeatId{};
  room_->hear(id, hello, now_ms_ + sample_start_ms);
}

void BadNetwork::tell(LinkId id, const ToScreen& message) {
  const auto cable = cables_.find(id);
  if (cable == cables_.end()) return;
  if (const auto* said = std::get_if<HostMessage>(&message))
    if (const auto* welcome = std::get_if<Welcome>(said)) seats_[cable->second->token] = welcome->seat;
  const auto* said = std::get_if<HostMessage>(&message);
  const bool may_repeat = said != nullptr && !std::holds_alternative<Welcome>(*said);
  carry(cable->second->down, *cable->second, framed(message), may_repeat);
}

void BadNetwork::take_outbox() {
  for (const Told& told : room_->take_outbox())
    for (const LinkId id : *told.to) tell(id, told.message);
}

void BadNetwork::kill_host() {
  ++kills_;
  while (!cables_.empty()) break_line(cables_.begin()->first);
  room_.reset();
  store_.reset();
  Result<OpenedSession> opened = open_session(files_, path_, OpenFor::writing);
  REQUIRE(opened);
  open_room(std::move(*opened));
}

}  // namespace standpoint
