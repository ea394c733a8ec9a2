// The generator of sessions is itself held to the rules: every event is allowed, the same seed says the same.
#include "tests/core/samples/generated_session.h"

#include <set>

#include "core/activities/activities.h"
#include "core/workshop/text.h"

namespace standpoint::generated_session_test {

namespace {

const SessionPlan plans[] = {empty_session(), usual_session(), crowded_session(), longest_session(), session_in_scripts()};

}  // namespace

TEST_CASE("a generated session is what check allows, event for event, and the same for the same seed") {
  for (const SessionPlan& plan : plans) {
    const GeneratedSession session = generated_session(plan, 7);
    CHECK(session.events == generated_session(plan, 7).events);
    if (plan.people > 0) CHECK(session.events != generated_session(plan, 8).events);
    Workshop workshop;
    std::int64_t last_ms = 0;
    for (const Event& event : session.events) {
      const auto no = check(workshop, event.by, event.action);
      CHECK_MESSAGE(!no, (no ? no->text : std::string()));
      CHECK(event.time_ms >= last_ms);
      last_ms = event.time_ms;
      apply(workshop, event);
    }
    CHECK(workshop == session.workshop);
    CHECK(session.replay().latest() == session.workshop);
    CHECK(session.workshop.stakeholders.size() == static_cast<std::size_t>(plan.people));
    CHECK(session.workshop.cards.size() == static_cast<std::size_t>(plan.cards));
  }
}

TEST_CASE("a generated session has every kind of activity in every phase it can be in") {
  const GeneratedSession session = generated_session(usual_session(), 3);
  std::set<std::pair<ActivityKind, Phase>> seen;
  for (const GeneratedSession::Moment& moment : session.moments) {
    const Workshop workshop = session.at(moment);
    if (const Activity* const activity = find(workshop, workshop.stage.activity)) seen.emplace(activity->kind, activity->phase);
  }
  for (int kind = 0; kind < std::ssize(all_rules()); ++kind)
    for (const Phase phase : {Phase::planned, Phase::open, Phase::closed}) CHECK(seen.count({static_cast<ActivityKind>(kind), phase}) == 1);
  for (const ActivityKind kind : {ActivityKind::place, ActivityKind::vote}) CHECK(seen.count({kind, Phase::revealed}) == 1);
}

TEST_CASE("the longest texts are as long as the rules allow, and one byte more is refused") {
  const GeneratedSession session = generated_session(longest_session(), 5);
  ActingRoom room;
  room.workshop = session.workshop;
  for (const Card& card : session.workshop.cards) {
    CHECK(card.text.size() == max_text_bytes);
    CHECK(valid_text(card.text));
    CHECK(check(room.workshop, session.facilitator, ChangeCard{card.id, card.text + "n", card.colour}));
  }
  for (const Stakeholder& s : session.workshop.stakeholders) CHECK(s.name.size() == max_name_bytes);
}

}  // namespace standpoint::generated_session_test
