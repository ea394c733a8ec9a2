// Every template that ships, walked from the lobby to its end with the one button of the next step, on each screen that leads: the
// window's bar, the console beside a second display, a facilitator's tablet and phone. A real room behind it, and seats that answer.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/activities/next_step.h"
#include "app/files/session_draft.h"
#include "app/screens/console/console.h"
#include "app/screens/stage/stage.h"
#include "core/room/replica.h"
#include "core/workshop/activity_parts.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/core/room/room_fixture.h"

namespace standpoint::walk_test {

using standpoint::testing::UiDriver;

namespace {

const std::string folder = std::string(STANDPOINT_SOURCE_DIR) + "/sessions/templates";

enum class Shell { window, console, tablet, phone };

// A session of a template as its own sample: events from the first on.
struct Drafted : SampleRoom {
  explicit Drafted(const Template& plan) {
    workshop = {};
    events.clear();
    const SessionDraft draft = draft_of(plan, "Tuesday");
    for (const Command& command : draft.commands()) {
      events.push_back({workshop.sequence + 1, sample_start_ms, command.by, command.counter, command.action});
      apply(workshop, events.back());
    }
  }
};

class Walk {
 public:
  Walk(const Template& plan, Shell shell) : drafted_(plan), table_(drafted_), shell_(shell), driver_([this](const Frame& frame, Commands& commands) { draw(frame, commands); }) {
    for (LinkId link = 1; link <= seats; ++link) {
      table_.room->connect(link);
      const bool leads = link == 1;
      table_.room->hear(link, leads ? Hello{SeatId{1}, "", Role::facilitator, 0} : Hello{SeatId{}, "Person " + std::to_string(link), Role::participant, 0}, table_.now);
      deliver();
    }
    if (shell == Shell::tablet) area_ = {{0, 0}, {1024, 768}};
    if (shell == Shell::phone) area_ = {{0, 0}, {390, 844}};
    issue(1, ShowOnStage{});  // the lobby
  }

  const Workshop& workshop() { return screens_[1].shown(); }
  // Taps the button of the next step; false: there is none.
  bool step() {
    driver_.seconds += 1;  // it is inert right after a tap
    driver_.frames(2);
    const auto items = driver_.items();
    const auto button = std::find_if(items.begin(), items.end(), [](const UiDriver::Item& i) { return i.label.ends_with("##step"); });
    if (button == items.end()) return false;
    CHECK_FALSE(button->disabled);
    boxes.insert({button->box.min.x, button->box.min.y, button->box.max.x, button->box.max.y});
    labels.push_back(button->label);
    driver_.click_at(button->box.center());
    driver_.frames(2);
    answer();
    return true;
  }
  const std::vector<Event>& log() const { return table_.log.events; }

  std::vector<std::string> labels;                     // of the button, in the order of the taps
  std::set<std::tuple<float, float, float, float>> boxes;  // where it was

 private:
  static constexpr LinkId seats = 5;

  void draw(const Frame& frame, Commands& commands) {
    Frame own = frame;
    own.me = SeatId{1};
    own.role = Role::facilitator;
    const Replica& replica = screens_[1];
    const Progress staged = replica.progress(workshop().stage.activity);
    ConsoleState state;
    state.stage.sealed = {staged.done, staged.of, {}};
    state.sealed = {staged.done, staged.of, replica.sealed_seats(staged.activity)};
    state.here = replica.here();
    state.in_window = shell_ == Shell::console;
    if (shell_ == Shell::window) {
      draw_stage(own, workshop(), state.stage, stage_, commands);
    } else {
      own.area = area_;
      draw_console(own, workshop(), state, console_, commands);
    }
    for (Commands::Requested& asked : commands.actions) issue(1, std::move(asked.action));
    commands = {};
  }
  void issue(LinkId link, Action action) {
    Replica& screen = screens_[link];
    table_.room->hear(link, screen.issue(screen.seat(), std::move(action)), ++table_.now);
    deliver();
  }
  void deliver() {
    table_.commit();
    for (auto& [link, message] : std::exchange(table_.told, {})) screens_[link].receive(message);
    for (auto& [link, screen] : screens_)
      for (const Refusal& refusal : screen.take_refusals()) FAIL_CHECK(refusal.text);
  }
  // What people do with what is on the stage: name people and write cards in the open, answer what asks.
  void answer() {
    const Activity* const staged = staged_activity(workshop());
    if (staged == nullptr || staged->phase != Phase::open || !answered_.insert(staged->id).second) return;
    const Activity activity = *staged;
    const Board* const board = find(workshop(), activity.board);
    for (LinkId link = 2; link <= seats; ++link) {
      const SeatId seat = screens_[link].seat();
      if (collects_inputs(workshop(), activity)) {
        if (activity.kind == ActivityKind::vote) issue(link, SealInput{activity.id, Ballot{{{items_of(activity).front(), 1}}}});
        else issue(link, SealInput{activity.id, PlacementSheet{{{items_of(activity).front(), {5000, 1000 * static_cast<std::int32_t>(link)}}}}});
      } else if (board != nullptr && board->kind == BoardKind::cards) {
        Card card;
        card.id = mint<CardId>(seat, next_nth(screens_[link].shown(), seat));
        card.board = board->id;
        card.text = "A note";
        issue(link, AddCard{card});
      } else if (board != nullptr) {
        Stakeholder person;
        person.id = mint<StakeholderId>(seat, next_nth(screens_[link].shown(), seat));
        person.name = "Somebody";
        issue(link, AddStakeholder{person});
      }
    }
  }

  Drafted drafted_;
  RoomTable table_;
  Shell shell_;
  std::map<LinkId, Replica> screens_;
  std::set<ActivityId> answered_;
  Box area_{{0, 0}, {console_width, console_height}};
  StageUi stage_;
  ConsoleUi console_;
  UiDriver driver_;
};

template <class Wanted>
std::size_t count_of(const std::vector<Event>& events, ActivityId activity) {
  return static_cast<std::size_t>(std::count_if(events.begin(), events.end(), [&](const Event& event) {
    const auto* const wanted = std::get_if<Wanted>(&event.action);
    return wanted != nullptr && wanted->activity == activity;
  }));
}

}  // namespace

TEST_CASE("R160 the button of the next step alone leads through every template, on every screen that leads") {
  const auto plans = read_templates(folder);
  REQUIRE(plans);
  for (const Template& plan : *plans)
    for (const Shell shell : {Shell::window, Shell::console, Shell::tablet, Shell::phone}) {
      CAPTURE(plan.name);
      CAPTURE(static_cast<int>(shell));
      Walk walk(plan, shell);
      std::size_t needed = 0;
      for (const Activity& activity : walk.workshop().activities) needed += collects_inputs(walk.workshop(), activity) ? 4 : 1;
      if (!collects_inputs(walk.workshop(), *find(walk.workshop(), walk.workshop().agenda.back()))) ++needed;  // nothing comes to close it
      while (walk.labels.size() <= needed && walk.step()) {}
      CHECK(walk.labels.size() == needed);
      CHECK(walk.boxes.size() == 1);  // its place and width stay
      for (const ActivityId id : walk.workshop().agenda) {
        const Activity& activity = *find(walk.workshop(), id);
        CAPTURE(activity.title);
        const bool asks = collects_inputs(walk.workshop(), activity);
        CHECK(activity.phase == (asks ? Phase::revealed : Phase::closed));
        CHECK(count_of<OpenActivity>(walk.log(), id) == 1);
        CHECK(count_of<CloseActivity>(walk.log(), id) == 1);
        CHECK(count_of<RevealActivity>(walk.log(), id) == (asks ? 1 : 0));
        if (asks) CHECK(activity.inputs.size() == 4);
      }
      CHECK_FALSE(walk.workshop().timer.running);
      CHECK(next_step(walk.workshop()).kind == NextStep::Kind::none);
    }
}

}  // namespace standpoint::walk_test
