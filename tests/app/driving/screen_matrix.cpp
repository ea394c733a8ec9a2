// Where the sessions of the matrix come from. The scenes are in screen_matrix_scenes.cpp. See screen_matrix.h.
#include "tests/app/driving/screen_matrix.h"

#include <algorithm>

#include <doctest/doctest.h>

namespace standpoint::testing {
namespace {

constexpr std::uint64_t seed = 20'261'119;

SeatId first_with(const Workshop& workshop, Role role, bool carried) {
  for (const Seat& seat : workshop.seats)
    if (seat.role == role && seat.present && static_cast<bool>(seat.carried_by) == carried) return seat.id;
  return {};
}

HeldSession held(std::string name, Replay replay) {
  HeldSession session;
  session.name = std::move(name);
  const Workshop& latest = replay.latest();
  session.facilitator = first_with(latest, Role::facilitator, false);
  session.participant = first_with(latest, Role::participant, false);
  session.observer = first_with(latest, Role::observer, false);
  session.carried = first_with(latest, Role::participant, true);
  if (!session.carried) session.carried = session.participant;
  session.replay = std::make_shared<const Replay>(std::move(replay));
  return session;
}

HeldSession held_by(std::string name, const SessionPlan& plan) {
  const GeneratedSession made = generated_session(plan, seed);
  HeldSession session = held(std::move(name), made.replay());
  for (const GeneratedSession::Moment& moment : made.moments)
    session.moments.push_back({moment.name, std::make_shared<const Workshop>(made.at(moment)), moment.sealed});
  return session;
}

// What the generator calls the like of it.
std::string name_of(const Workshop& workshop, const Activity& activity) {
  switch (activity.kind) {
    case ActivityKind::vote: return activity.follows ? "run-off" : "vote on cards";
    case ActivityKind::place: return !collects_inputs(workshop, activity) ? "place on the map" : activity.follows ? "second placing" : "placing";
    case ActivityKind::discuss: return activity.board ? "discuss on a board" : "discuss without a board";
    case ActivityKind::brainstorm: return "brainstorm";
    case ActivityKind::nominate: return "nominate";
    case ActivityKind::rate: return "rate";
    case ActivityKind::decide: return "decide";
  }
  return "";
}

// Of a session that was held by people: the first of each kind of activity in each phase on the stage.
std::vector<HeldSession::Moment> moments_of(const Replay& replay) {
  constexpr const char* phases[] = {"planned", "open", "closed", "revealed"};
  std::vector<HeldSession::Moment> moments;
  for (std::uint64_t n = 1; n <= replay.last_sequence(); ++n) {
    const Event event = replay.event(n);
    const bool turns = std::holds_alternative<ShowOnStage>(event.action) || std::holds_alternative<OpenActivity>(event.action) ||
                       std::holds_alternative<CloseActivity>(event.action) || std::holds_alternative<RevealActivity>(event.action);
    if (!turns) continue;
    auto workshop = std::make_shared<const Workshop>(replay.at(n));
    const Activity* const activity = find(*workshop, workshop->stage.activity);
    if (activity == nullptr) continue;
    const std::string name = name_of(*workshop, *activity) + ", " + phases[static_cast<int>(activity->phase)];
    if (std::none_of(moments.begin(), moments.end(), [&](const auto& m) { return m.name == name; })) moments.push_back({name, workshop, {}});
  }
  return moments;
}

}  // namespace

std::vector<HeldSession> held_sessions() {
  std::vector<HeldSession> all;
  all.push_back(held_by("empty", empty_session()));
  for (Sample& sample : samples())
    if (sample.name == "checkout-relaunch") {
      all.push_back(held("sample", std::move(sample.session.replay)));
      all.back().moments = moments_of(*all.back().replay);
    }
  all.push_back(held_by("60 people and 60 cards", crowded_session()));
  all.push_back(held_by("longest texts", longest_session()));
  all.push_back(held_by("every writing", session_in_scripts()));
  REQUIRE(all.size() == 5);
  return all;
}

}  // namespace standpoint::testing
