// A room at a table: fake ports that can fail, links by number, and everything that was told, for the tests of room and
// replica. Knows no files.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/room/room.h"
#include "core/room/wire.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint {

struct FakeLog final : OrderedLog {
  std::vector<Event> events;
  int appends = 0;
  std::optional<std::string> failure;

  Result<void> append(std::span<const Event> more) override {
    if (failure) return failed(*failure);
    ++appends;
    events.insert(events.end(), more.begin(), more.end());
    return {};
  }
  Result<std::vector<Event>> read_from(std::uint64_t first) override {
    std::vector<Event> found;
    for (const Event& event : events)
      if (event.sequence >= first) found.push_back(event);
    return found;
  }
};

struct FakeBoxes final : BallotBoxes {
  std::map<ActivityId, std::map<SeatId, Sealed>> boxes;
  int puts = 0;
  std::optional<std::string> put_failure, read_failure;
  bool destroy_fails = false;

  Result<void> put(ActivityId activity, std::span<const Sealed> inputs) override {
    if (put_failure) return failed(*put_failure);
    ++puts;
    for (const Sealed& sealed : inputs) {
      Sealed& slot = boxes[activity][sealed.seat];
      if (sealed.counter > slot.counter) slot = sealed;
    }
    return {};
  }
  Result<std::vector<Sealed>> read(ActivityId activity) override {
    if (read_failure) return failed(*read_failure);
    std::vector<Sealed> inputs;
    for (const auto& [seat, sealed] : boxes[activity]) inputs.push_back(sealed);
    return inputs;
  }
  Result<void> destroy(ActivityId activity) override {
    if (destroy_fails) return failed("The disk does not answer.");
    boxes.erase(activity);
    return {};
  }
  std::size_t inputs_in(ActivityId activity) const {
    const auto box = boxes.find(activity);
    return box == boxes.end() ? 0 : box->second.size();
  }
};

// The nth command of its kind: secret inputs have numbers of their own, and a receipt.
inline Command nth_command(SeatId by, std::uint32_t nth, Action action) {
  if (!std::holds_alternative<SealInput>(action)) return {by, nth, std::move(action)};
  return {by, first_sealed_counter + nth, std::move(action), (std::uint64_t{nth} << 32) + 1000 - by.value};
}

struct RoomTable {
  FakeLog log;
  FakeBoxes boxes;
  std::unique_ptr<Room> room;
  std::int64_t now = sample_start_ms + 1'000'000;
  std::vector<std::pair<LinkId, HostMessage>> told;

  explicit RoomTable(const SampleRoom& sample) {
    log.events = sample.events;
    room = std::make_unique<Room>(sample.workshop, log, boxes);
  }

  // The host process ends and starts again: only the ports remember.
  void restart() {
    room = std::make_unique<Room>(folded(Workshop{}, log.events), log, boxes);
    told.clear();
  }

  // A screen that has everything takes the seat; what it is told for that is forgotten.
  void sit(LinkId link, SeatId seat) {
    room->connect(link);
    room->hear(link, Hello{seat, "", Role::participant, room->workshop().sequence}, now);
    commit();
    told.clear();
  }
  void say(LinkId link, SeatId by, std::uint32_t counter, Action action) {
    room->hear(link, nth_command(by, counter, std::move(action)), now);
    listen();
  }
  // Says and commits.
  void act(LinkId link, SeatId by, std::uint32_t counter, Action action) {
    say(link, by, counter, std::move(action));
    commit();
  }
  void commit() {
    room->commit();
    listen();
  }
  void listen() {
    for (const Told& one : room->take_outbox())
      for (const LinkId link : *one.to) told.emplace_back(link, one.message);
  }
  // Everything the link was told, as it goes over its line.
  Bytes bytes_to(LinkId link) const {
    Bytes all;
    for (const auto& [to, message] : told) {
      if (to != link) continue;
      const Bytes one = framed(message);
      all.insert(all.end(), one.begin(), one.end());
    }
    return all;
  }
  // Everything of that kind the link was told.
  template <class Message>
  std::vector<Message> heard(LinkId link) const {
    std::vector<Message> messages;
    for (const auto& [to, message] : told)
      if (to == link)
        if (const auto* one = std::get_if<Message>(&message)) messages.push_back(*one);
    return messages;
  }
};

}  // namespace standpoint
