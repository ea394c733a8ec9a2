// The host under a room of tablets, in a process of its own on this machine: joining, voting, moving people, a burst, and
// tablets that stop reading; beside it a plain broadcast by npm's ws, by turns. See parts.h. All on one machine: the host,
// a thousand tablets and their sockets share its processors.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

#include "app/net/robots/choices.h"
#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/file/session_store.h"
#include "core/workshop/activity_parts.h"
#include "tests/app/net/hosted_program.h"
#include "tests/bench/floods.h"
#include "tests/bench/parts.h"
#include "tests/bench/seats.h"

namespace standpoint::bench {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t crowd = 1000, group = 100, stalled = 50;
constexpr int single_changes = 150;      // one at a time, each seen by everybody before the next
constexpr int burst_changes = 2000;
constexpr std::size_t flooded_room = 12;
constexpr int flooded_votes = 400;
constexpr int turns = 3;

double ms_between(SteadyTime from, SteadyTime to) { return std::chrono::duration<double, std::milli>(to - from).count(); }

Json spread(const std::vector<double>& samples) {
  return {{"p50_ms", rounded(percentile(samples, 0.5))}, {"p99_ms", rounded(percentile(samples, 0.99))}, {"max_ms", rounded(percentile(samples, 1))}, {"samples", samples.size()}};
}

// A session with five people, an open vote about them, and a facilitator who is elsewhere.
const StakeholderId somebody = mint<StakeholderId>(SeatId{1}, 1);
const ActivityId vote = mint<ActivityId>(SeatId{1}, 10);

std::string new_session(const std::string& folder, const std::string& name) {
  std::vector<Command> commands = {{{}, 0, StartSession{"Measured", ""}}, {{}, 0, JoinSeat{SeatId{1}, "Facilitator", Role::facilitator, {}}}};
  Activity activity;
  activity.id = vote;
  set_kind(activity, ActivityKind::vote);
  activity.title = "Where must we act first?";
  vote_in(activity)->dots_per_person = 5;
  for (std::uint32_t nth = 1; nth <= 5; ++nth) {
    Stakeholder person;
    person.id = mint<StakeholderId>(SeatId{1}, nth);
    person.name = "Person " + std::to_string(nth);
    items_in(activity)->emplace_back(person.id);
    commands.push_back({SeatId{1}, 0, AddStakeholder{person}});
  }
  commands.push_back({SeatId{1}, 0, AddActivity{activity, agenda_end}});
  commands.push_back({SeatId{1}, 0, OpenActivity{vote}});
  const std::string path = folder + "/" + name + ".standpoint";
  const auto files = posix_file_system();
  expected(create_session(*files, path, {{1}, 1'795'093'200'000}, commands));
  return path;
}

Action move_to(std::int32_t at) { return MoveStakeholders{{{somebody, true, {at, 5000}, ring_at({at, 5000})}}}; }

Action ballot(RobotChoices& choices) {
  Activity asked;
  set_kind(asked, ActivityKind::vote);
  vote_in(asked)->dots_per_person = 5;
  for (std::uint32_t nth = 1; nth <= 5; ++nth) items_in(asked)->emplace_back(mint<StakeholderId>(SeatId{1}, nth));
  return SealInput{vote, choices.input_for(asked)};
}

// One change at a time: from its sending to its arrival at each seat, and at the last of them.
struct Seen {
  std::vector<double> each, last;
  Json json() const { return {{"each", spread(each)}, {"last_of_all", spread(last)}}; }
};

// The leader is seat 0; those from `first` on are looked at.
void see_changes(Seats& seats, std::size_t first, int changes, Seen& seen) {
  for (int change = 0; change < changes; ++change) {
    seats.forget();
    const auto sent = Clock::now();
    seats.issue(0, move_to(1000 + change));
    seats.until_events(1, 5, first);
    seats.until_acknowledged(5);
    double last = 0;
    for (std::size_t n = first; n < seats.size(); ++n) {
      if (seats.events_of(n) == 0) throw std::runtime_error("a change did not reach everybody");
      seen.each.push_back(ms_between(sent, seats.last_event(n)));
      last = std::max(last, seen.each.back());
    }
    seen.last.push_back(last);
    for (const auto pause_until = Clock::now() + 40ms; Clock::now() < pause_until;) seats.step(5ms);  // no two in one tick
  }
}

// ---- the peer ----

// As many clients of ws, the first of which sends what the others get.
class Broadcast {
 public:
  explicit Broadcast(const Peers& peers) : pipe_(popen(("node '" + peers.scripts + "/ws-broadcast.mjs' '" + peers.packages + "/network'").c_str(), "r")) {
    int port = 0;
    if (pipe_ == nullptr || std::fscanf(pipe_, "%d", &port) != 1) throw std::runtime_error("ws did not start");
    sockets_ = expected(Sockets::to("127.0.0.1", static_cast<std::uint16_t>(port)));
    for (std::size_t n = 0; n < crowd; ++n) clients_.push_back(sockets_->open());
    const auto all_open = [&] { return std::all_of(clients_.begin(), clients_.end(), [&](SocketId id) { return sockets_->state(id) == Line::State::open; }); };
    for (const Stopwatch watch; !all_open();) {
      sockets_->wait(10ms);
      if (watch.seconds() > 60) throw std::runtime_error("ws let not everybody in");
    }
  }
  ~Broadcast() {
    sockets_.reset();  // it ends when nobody is left
    if (pipe_ != nullptr) pclose(pipe_);
  }
  Broadcast(const Broadcast&) = delete;
  Broadcast& operator=(const Broadcast&) = delete;

  void see_messages(int messages, std::size_t bytes, Seen& seen) {
    for (int message = 0; message < messages; ++message) {
      const auto sent = Clock::now();
      sockets_->send(clients_[0], Bytes(bytes));
      double last = 0;
      for (std::size_t arrived = 0; arrived + 1 < clients_.size();) {
        for (const SocketId id : sockets_->wait(1s))
          for (const Sockets::Arrived& one : sockets_->take(id)) {
            ++arrived;
            seen.each.push_back(ms_between(sent, one.at));
            last = std::max(last, seen.each.back());
          }
      }
      seen.last.push_back(last);
      for (const auto pause_until = Clock::now() + 40ms; Clock::now() < pause_until;) sockets_->wait(5ms);
    }
  }

 private:
  FILE* pipe_;
  std::unique_ptr<Sockets> sockets_;
  std::vector<SocketId> clients_;
};

// ---- the figures ----

// The leader is seat 0 of the benchmark; everybody else takes part.
Json join(Seats& seats, std::size_t participants) {
  seats.join(1, Role::facilitator);
  const Stopwatch watch;
  seats.join(participants, Role::participant);
  return {{"seats", participants}, {"joined_ms", rounded(watch.milliseconds())}};
}

// One ballot every 5 ms, by anybody.
Json steady_votes(Seats& seats, RobotChoices& choices, int votes = 1000) {
  seats.forget();
  for (int i = 0; i < votes; ++i) {
    seats.issue(1 + choices.below(seats.size() - 1), ballot(choices));
    for (const auto next = Clock::now() + 5ms; Clock::now() < next;) seats.step(500us);
  }
  seats.until_acknowledged(10);
  return {{"acknowledged", spread(seats.acknowledged_ms())}, {"unanswered", seats.unacknowledged()}};
}

// Everybody votes once within one second.
Json votes_at_once(Seats& seats, RobotChoices& choices) {
  seats.forget();
  const auto begin = Clock::now();
  for (std::size_t n = 1; n < seats.size(); ++n) {
    const auto moment = begin + 1s * n / seats.size();
    while (Clock::now() < moment) seats.step(200us);
    seats.issue(n, ballot(choices));
  }
  seats.until_acknowledged(10);
  return {{"votes", seats.size() - 1}, {"acknowledged", spread(seats.acknowledged_ms())}, {"unanswered", seats.unacknowledged()}};
}

// As fast as one facilitator's line carries them; each is kept, acknowledged and told to all the others.
Json burst(Seats& seats, std::size_t first) {
  seats.forget();
  const Stopwatch watch;
  const auto begin = Clock::now();
  for (int change = 0; change < burst_changes; ++change) seats.issue(0, move_to(1000 + change));
  seats.until_events(burst_changes, 20, first);
  double last = 0;
  std::uint64_t delivered = 0;
  for (std::size_t n = first; n < seats.size(); ++n) {
    last = std::max(last, ms_between(begin, seats.last_event(n)));
    delivered += seats.events_of(n);
  }
  seats.until_acknowledged(10);
  return {{"changes", burst_changes}, {"seats", seats.size() - first}, {"deliveries", delivered}, {"last_arrival_ms", rounded(last)},
          {"deliveries_per_s", std::round(static_cast<double>(delivered) / last * 1000)}, {"unanswered", seats.unacknowledged()}};
}

Json durable_commands(const std::string& program, const std::string& folder) {
  HostedProgram host(program, new_session(folder, "durable"), 0);
  Seats seats(host.room(), host.facilitator_key());
  seats.join(20, Role::facilitator);
  constexpr int each = 500;
  const Stopwatch watch;
  for (int i = 0; i < each; ++i)
    for (std::size_t n = 0; n < seats.size(); ++n) seats.issue(n, move_to(1000 + i));
  seats.until_acknowledged(60);
  const double done = static_cast<double>(seats.acknowledged_ms().size());
  return {{"seats", seats.size()}, {"commands", done}, {"per_s", std::round(done / watch.seconds())}, {"unanswered", seats.unacknowledged()}};
}

Json small_room(const std::string& program, const std::string& folder) {
  HostedProgram host(program, new_session(folder, "group"), 0);
  Seats seats(host.room(), host.facilitator_key());
  RobotChoices choices(1);
  Json figures = join(seats, group);
  figures["votes"] = steady_votes(seats, choices);
  return figures;
}

// A room votes while others send without a pause.
Json under_flood(const std::string& program, const std::string& folder, std::optional<Flood::Kind> kind, std::size_t connections) {
  const std::string name = kind ? std::string(Flood::name_of(*kind)) : "quiet";
  HostedProgram host(program, new_session(folder, "flood-" + name + std::to_string(connections)), 0);
  Seats seats(host.room(), host.facilitator_key());
  RobotChoices choices(3);
  std::optional<Flood> flood;
  if (kind) flood.emplace(*kind, host.port(), connections);
  (void)join(seats, flooded_room);
  Json figures = steady_votes(seats, choices, flooded_votes);
  figures["connections"] = connections;
  if (flood) figures["bytes_sent_at_it"] = flood->bytes();
  if (flood) figures["connects"] = flood->connects();
  return figures;
}

Json floods(const std::string& program, const std::string& folder) {
  Json figures = {{"quiet", under_flood(program, folder, std::nullopt, 0)}};
  for (const Flood::Kind kind : {Flood::Kind::pings, Flood::Kind::empty_fragments, Flood::Kind::unreadable_messages})
    for (const std::size_t connections : {1U, 30U, 200U}) figures[std::string(Flood::name_of(kind))].push_back(under_flood(program, folder, kind, connections));
  figures["idle_strangers"].push_back(under_flood(program, folder, Flood::Kind::idle_strangers, 800));
  return figures;
}

double slowest_under_flood(const Json& floods) {
  double slowest = 0;
  for (const Json& kind : floods)
    if (kind.is_array())
      for (const Json& one : kind) slowest = std::max(slowest, one["acknowledged"]["max_ms"].get<double>());
  return slowest;
}

Json large_room(const std::string& program, const std::string& folder, const Peers& peers) {
  HostedProgram host(program, new_session(folder, "crowd"), 0);
  Seats seats(host.room(), host.facilitator_key());
  RobotChoices choices(2);
  Json figures = join(seats, crowd);
  figures["host_mb_joined"] = rounded(host.resident_mb());
  const Bytes payload = framed(HostMessage{Event{1000, 1'795'093'200'000, SeatId{2}, 1, move_to(1000)}});
  figures["payload_bytes"] = payload.size();
  std::unique_ptr<Broadcast> ws = peers.packages.empty() ? nullptr : std::make_unique<Broadcast>(peers);
  Seen ours, theirs;
  for (int turn = 0; turn < turns; ++turn) {
    see_changes(seats, 1, single_changes / turns, ours);
    if (ws) ws->see_messages(single_changes / turns, payload.size(), theirs);
  }
  ws.reset();
  figures["visible_to_all"] = ours.json();
  if (!theirs.each.empty()) figures["ws_broadcast"] = theirs.json();
  figures["votes_within_a_second"] = votes_at_once(seats, choices);
  figures["burst"] = burst(seats, 1);
  for (std::size_t n = 1; n <= stalled; ++n) seats.stop_reading(n);
  figures["burst_with_stalled"] = burst(seats, 1 + stalled);
  Seen others;
  see_changes(seats, 1 + stalled, single_changes, others);
  figures["visible_to_all_with_stalled"] = others.json();
  figures["host_mb"] = rounded(host.resident_mb());
  return figures;
}

}  // namespace

Json measure_network(const std::string& folder, const std::string& program, const Peers& peers) {
  return {{"group", small_room(program, folder)}, {"durable", durable_commands(program, folder)}, {"crowd", large_room(program, folder, peers)}, {"sealing", measure_sealing()}, {"floods", floods(program, folder)}};
}

Json network_aims(const Json& figures) {
  const Json& room = figures["crowd"];
  Json aims = {at_most("1,000 seats joined, ms", 5000, room["joined_ms"]),
          at_most("a vote durable and acknowledged at 100 seats, p50 ms", 5, figures["group"]["votes"]["acknowledged"]["p50_ms"]),
          at_most("the same, p99 ms", 25, figures["group"]["votes"]["acknowledged"]["p99_ms"]),
          at_most("a change visible on 1,000 seats, p50 ms", 6, room["visible_to_all"]["each"]["p50_ms"]),
          at_most("the same, p99 ms", 12, room["visible_to_all"]["each"]["p99_ms"]),
          at_least("deliveries per second in a burst of 2,000 changes", 5'000'000, room["burst"]["deliveries_per_s"]),
          at_most("1,000 votes within a second, the last acknowledged after ms", 500, room["votes_within_a_second"]["acknowledged"]["max_ms"]),
          at_least("durable commands per second", 5000, figures["durable"]["per_s"]),
          at_most("a change visible with 50 of 1,000 stalled, p99 ms", 12, room["visible_to_all_with_stalled"]["each"]["p99_ms"]),
          at_most("fewer deliveries for being sealed, percent", 15, figures["sealing"]["fewer_deliveries_percent"]),
          at_most("a ballot answered later for being sealed, p50 ms", 0.2,
                  figures["sealing"]["asked_and_answered_sealed_p50_ms"].get<double>() - figures["sealing"]["asked_and_answered_in_the_clear_p50_ms"].get<double>()),
          at_most("the slowest answer to an honest tablet under any flood, ms", 100, slowest_under_flood(figures["floods"])),
          at_most("memory of the host, MB", 300, room["host_mb"])};
  if (room.contains("ws_broadcast"))
    for (const char* share : {"p50_ms", "p99_ms"})
      aims.push_back(at_most((std::string("a change visible on 1,000 seats, of what ws takes, ") + share).c_str(), 1,
                             room["visible_to_all"]["each"][share].get<double>() / room["ws_broadcast"]["each"][share].get<double>()));
  return aims;
}

}  // namespace standpoint::bench
