// One loop: let the crowd send and receive, then let each robot whose moment has come do one thing.
#include "app/net/robots/robots.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/net/robots/choices.h"
#include "core/activities/activities.h"
#include "core/workshop/activity_parts.h"

namespace standpoint {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto join_time = 30s;          // whoever is not in by then is not waited for
constexpr int edits_each = 5;            // of the mixed script

// What a script is about, in the order in which it is led.
std::vector<ActivityKind> kinds_of(RobotScript script) {
  switch (script) {
    case RobotScript::vote: return {ActivityKind::vote};
    case RobotScript::place: return {ActivityKind::place};
    case RobotScript::mix: break;
  }
  std::vector<ActivityKind> kinds = all_kinds();
  std::erase_if(kinds, [](ActivityKind kind) { return !rules_of(kind).takes_inputs(); });
  return kinds;
}

// Its reveal has several inputs of one person.
bool is_revealed_apart(const Activity& activity) {
  return activity.secrecy == Secrecy::anonymous &&
         std::visit([](const auto& input) { return std::decay_t<decltype(input)>::revealed_apart; }, rules_of(activity).first_input());
}

class Robots {
 public:
  Robots(const RobotsPlan& plan, Sockets& sockets) : plan_(plan), crowd_(sockets), choices_(plan.seed), kinds_(kinds_of(plan.script)), started_(Clock::now()) {}

  Result<RobotsReport> run();

 private:
  struct Robot {
    Clock::time_point next;               // when it does something
    Clock::time_point drops_at;           // flaky: when its line ends
    struct Answer {
      ActivityId activity;
      std::uint32_t counter = 0;
    };
    std::vector<Answer> answers;          // every try
    bool thought_again = false;
    int edits = 0;
  };

  Result<void> join_all();
  bool all_in();
  void act();
  void act(std::size_t n);
  bool answer_something(std::size_t n);
  void edit(std::size_t n);
  void lead();
  void lead_on(const Activity&);
  const Activity* own_activity() const;
  bool done();
  bool takes_part_in(const Activity&) const;
  bool everybody_answered(ActivityId) const;
  bool has_answered(std::size_t n, ActivityId) const;
  Clock::duration soon(int most_ms) { return std::chrono::milliseconds(choices_.below(static_cast<std::size_t>(most_ms))); }
  const Workshop& seen_by(std::size_t n) const { return crowd_.visitor(n).replica().confirmed(); }
  bool leads() const { return plan_.lead != Key{}; }
  std::size_t leader() const { return robots_.size(); }
  void count_ballots(RobotsReport&) const;
  RobotsReport report() const;

  const RobotsPlan& plan_;
  Crowd crowd_;
  RobotChoices choices_;
  std::vector<ActivityKind> kinds_;
  Clock::time_point started_;
  std::vector<Robot> robots_;
  std::vector<ActivityId> led_;         // activities that the leader opened, in order
  Clock::time_point lead_next_{};
  double joined_ms_ = 0;
  bool finished_ = false;
};

double ms_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

// ---- joining ----

Result<RobotsReport> Robots::run() {
  if (const Result<void> in = join_all(); !in) return failed(in.error());
  for (std::uint32_t n = 0; n < std::min(plan_.stalled, plan_.seats); ++n) crowd_.stop_reading(n);
  const auto until = started_ + std::chrono::seconds(plan_.seconds);
  while (!finished_ && Clock::now() < until) {
    crowd_.step(2ms);
    act();
    finished_ = done();
  }
  return report();
}

Result<void> Robots::join_all() {
  for (std::uint32_t n = 0; n < plan_.seats; ++n) {
    crowd_.add(choices_.key(), plan_.room.secret, choices_.name(), Role::participant);
    robots_.push_back({Clock::time_point{}, Clock::time_point{}, {}, false, 0});
  }
  if (leads()) crowd_.add(choices_.key(), plan_.lead, "Robots' lead", Role::facilitator);
  const auto until = started_ + std::min<Clock::duration>(join_time, std::chrono::seconds(plan_.seconds));
  while (!all_in() && Clock::now() < until) crowd_.step(2ms);
  joined_ms_ = ms_since(started_);
  if (crowd_.joined() == 0) {
    const Visitor& first = crowd_.visitor(0);
    if (!first.turned_away().sentence.empty()) return failed(first.turned_away().sentence);
    if (!first.refused().empty()) return failed(first.refused());
    return failed(fmt::format("Nobody answers at {}:{}. No robot joined; see whether the session is hosted there.", plan_.room.host, plan_.room.port));
  }
  const auto now = Clock::now();
  for (Robot& robot : robots_) {
    robot.next = now + soon(1500);
    robot.drops_at = now + soon(4000);
  }
  return {};
}

// Welcomed, and with the workshop as it was then.
bool Robots::all_in() { return crowd_.joined() == crowd_.size(); }

// ---- one thing at a time ----

void Robots::act() {
  const auto now = Clock::now();
  for (std::size_t n = 0; n < robots_.size(); ++n) {
    if (n < plan_.stalled) continue;
    Robot& robot = robots_[n];
    if (plan_.flaky && robot.drops_at <= now) {
      crowd_.visitor(n).knock_again();
      robot.drops_at = now + 500ms + soon(6000);
    }
    if (robot.next > now) continue;
    robot.next = now + 100ms + soon(800);
    act(n);
  }
  if (leads() && lead_next_ <= now) {
    lead_next_ = now + 50ms;
    lead();
  }
}

void Robots::act(std::size_t n) {
  if (crowd_.visitor(n).stage() != Visitor::Stage::joined) return;
  if (answer_something(n)) return;
  if (plan_.script == RobotScript::mix && robots_[n].edits < edits_each) edit(n);
}

// Whatever has secret inputs, as far as the script goes.
bool Robots::takes_part_in(const Activity& activity) const {
  if (activity.phase != Phase::open || !rules_of(activity).takes_inputs() || items_of(activity).empty()) return false;
  return std::count(kinds_.begin(), kinds_.end(), activity.kind) > 0;
}

bool Robots::answer_something(std::size_t n) {
  Robot& robot = robots_[n];
  for (const Activity& activity : seen_by(n).activities) {
    if (!takes_part_in(activity)) continue;
    const bool answered = has_answered(n, activity.id);
    const bool thinks_again = answered && !robot.thought_again && choices_.below(3) == 0;
    if (answered) robot.thought_again = true;
    if (answered && !thinks_again) continue;
    robot.answers.push_back({activity.id, crowd_.issue(n, SealInput{activity.id, choices_.input_for(activity)})});
    return true;
  }
  return false;
}

void Robots::edit(std::size_t n) {
  ++robots_[n].edits;
  crowd_.issue(n, choices_.edit(crowd_.visitor(n).replica().shown(), crowd_.visitor(n).replica().seat()));
}

// ---- the leader ----

// The activity of its own that is not revealed yet.
const Activity* Robots::own_activity() const {
  for (const Activity& activity : seen_by(leader()).activities)
    if (activity.phase != Phase::revealed && std::count(led_.begin(), led_.end(), activity.id) > 0) return &activity;
  return nullptr;
}

void Robots::lead() {
  const Visitor& visitor = crowd_.visitor(leader());
  if (!visitor.connected() || !visitor.replica().all_answered()) return;
  if (const Activity* const activity = own_activity()) return lead_on(*activity);
  if (led_.size() >= kinds_.size()) return;
  const Action next = plan_step(seen_by(leader()), visitor.replica().seat(), kinds_[led_.size()]);
  if (const auto* planned = std::get_if<AddActivity>(&next)) led_.push_back(planned->activity.id);
  crowd_.issue(leader(), next);
}

void Robots::lead_on(const Activity& activity) {
  if (activity.phase == Phase::planned) {
    crowd_.issue(leader(), OpenActivity{activity.id});
    crowd_.issue(leader(), ShowOnStage{StageView{activity.board, activity.id}});
  } else if (activity.phase == Phase::open) {
    if (everybody_answered(activity.id)) crowd_.issue(leader(), CloseActivity{activity.id});
  } else {
    crowd_.issue(leader(), RevealActivity{activity.id, {}});
  }
}

bool Robots::everybody_answered(ActivityId activity) const {
  for (std::size_t n = plan_.stalled; n < robots_.size(); ++n) {
    if (!has_answered(n, activity) || !crowd_.visitor(n).replica().all_answered()) return false;
  }
  return true;
}

// A ballot that was refused, because the disk took nothing just then, is given again, and is none.
bool Robots::has_answered(std::size_t n, ActivityId activity) const {
  return std::any_of(robots_[n].answers.begin(), robots_[n].answers.end(), [&](const Robot::Answer& answer) {
    return answer.activity == activity && crowd_.outcome(n, answer.counter) != Crowd::Outcome::refused;
  });
}

// ---- the end ----

// Everybody did all the script asks for and was answered; with a leader, everybody has seen the reveals too.
bool Robots::done() {
  if (leads() && (own_activity() != nullptr || led_.size() < kinds_.size())) return false;
  for (std::size_t n = plan_.stalled; n < robots_.size(); ++n) {
    const Robot& robot = robots_[n];
    const Visitor& visitor = crowd_.visitor(n);
    if (!visitor.connected() || !visitor.replica().all_answered()) return false;
    if (plan_.script == RobotScript::mix ? robot.edits < edits_each : robot.answers.empty()) return false;
    std::vector<ActivityId> waited_for = led_;
    if (!leads())
      for (const Robot::Answer& answer : robot.answers) waited_for.push_back(answer.activity);
    for (const ActivityId id : waited_for) {
      const Activity* const activity = find(seen_by(n), id);
      if (activity != nullptr && activity->phase != Phase::revealed) return false;
    }
  }
  return true;
}

// Of what it led and is not revealed in parts: each acknowledged input is one after the reveal, and nobody has two.
void Robots::count_ballots(RobotsReport& report) const {
  if (!leads()) return;
  for (const ActivityId id : led_) {
    const Activity* const activity = find(seen_by(leader()), id);
    if (activity == nullptr || activity->phase != Phase::revealed || is_revealed_apart(*activity)) continue;
    std::uint64_t voted = 0;
    for (std::size_t n = 0; n < robots_.size(); ++n) voted += has_answered(n, id) ? 1 : 0;
    const std::uint64_t counted = activity->inputs.size();
    if (counted < voted) report.lost += voted - counted;
    if (counted > voted) report.duplicated += counted - voted;
  }
}

RobotsReport Robots::report() const {
  RobotsReport report;
  report.joined = static_cast<std::uint32_t>(crowd_.joined()) - (leads() ? 1 : 0);
  report.joined_ms = joined_ms_;
  report.figures = crowd_.figures();
  report.lost = crowd_.unanswered();
  report.duplicated = crowd_.figures().duplicated;
  report.finished = finished_;
  for (std::size_t n = 0; n < crowd_.size(); ++n) report.reconnects += crowd_.visitor(n).reconnects();
  count_ballots(report);
  return report;
}

}  // namespace

Result<RobotsReport> run_robots(const RobotsPlan& plan) {
  Result<std::unique_ptr<Sockets>> sockets = Sockets::to(plan.room.host, plan.room.port);
  if (!sockets) return failed(sockets.error());
  return Robots(plan, **sockets).run();
}

}  // namespace standpoint
