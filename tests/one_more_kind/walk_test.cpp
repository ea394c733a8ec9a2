// A kind that nothing but two rows knows is planned, opened, answered in the hand and on a passed screen, closed, revealed, replayed and told.
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "app/activities/next_step.h"
#include "app/screens/hand/participant.h"
#include "app/screens/stage/stage.h"
#include "core/file/codec.h"
#include "core/insights/story.h"
#include "core/room/replica.h"
#include "core/workshop/activity_parts.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"
#include "tests/core/room/room_fixture.h"
#include "tests/one_more_kind/applause.h"

namespace standpoint::walk_test {

using namespace standpoint::testing;

namespace {

// Nadia leads in the window; Tomás has a phone.
class Evening : public SampleRoom {
 public:
  Evening()
      : window([this](const Frame& frame, Commands& commands) {
          Frame own = frame;
          own.me = nadia;
          own.role = Role::facilitator;
          on_stage = words_of(own, true, [&](const Frame& seen) { draw_stage(seen, shown(nadia), stage_state(), stage, commands); });
          pass_on(nadia, commands);
        }),
        phone([this](const Frame& frame, Commands& commands) {
          Frame own = frame;
          own.me = tomas;
          own.role = Role::participant;
          ParticipantState state;
          const Activity* const asked = activity_for(shown(tomas));
          if (asked != nullptr) state.mine_sealed = screens_[tomas].sealed_seats(asked->id).size() > 0;
          in_hand = words_of(own, true, [&](const Frame& seen) { draw_participant(seen, shown(tomas), state, hand, commands); });
          pass_on(tomas, commands);
        }, 390, 844) {
    add_stakeholder(nadia, "Ruth Kaplan");
    add_stakeholder(nadia, "Viktor Novak");
    table = std::make_unique<RoomTable>(static_cast<const SampleRoom&>(*this));
    for (const SeatId seat : {nadia, tomas}) {
      table->room->connect(seat.value);
      table->room->hear(seat.value, Hello{seat, "", find(workshop, seat)->role, 0}, table->now);
    }
    deliver();
  }

  const Workshop& shown(SeatId seat) { return screens_[seat].shown(); }
  const Activity& activity() { return shown(nadia).activities.back(); }
  void does(SeatId link, SeatId by, Action action) {
    table->room->hear(link.value, screens_[link].issue(by, std::move(action)), ++table->now);
    deliver();
  }
  // What the one button of the next step says, and a tap on it.
  std::string step() {
    window.seconds += 1;
    window.frames(2);
    const NextStep next = next_step(shown(nadia));
    Commands commands;
    take_next_step(shown(nadia), next, commands);
    pass_on(nadia, commands);
    window.frames(2);
    phone.frames(90);
    return next.label();
  }

  std::unique_ptr<RoomTable> table;
  StageUi stage;
  ParticipantUi hand;
  std::vector<std::string> on_stage, in_hand;
  UiDriver window, phone;

 private:
  StageState stage_state() {
    StageState state;
    const Activity* const staged = staged_activity(shown(nadia));
    if (staged == nullptr) return state;
    const Progress progress = screens_[nadia].progress(staged->id);
    state.sealed = {progress.done, progress.of, screens_[nadia].sealed_seats(staged->id)};
    return state;
  }
  void pass_on(SeatId link, Commands& commands) {
    for (Commands::Requested& asked : commands.actions) does(link, asked.by ? asked.by : link, std::move(asked.action));
    commands = {};
  }
  void deliver() {
    table->commit();
    for (auto& [link, message] : std::exchange(table->told, {})) screens_[SeatId{static_cast<std::uint32_t>(link)}].receive(message);
    for (auto& [seat, screen] : screens_)
      for (const Refusal& refusal : screen.take_refusals()) FAIL_CHECK(refusal.text);
  }
  std::map<SeatId, Replica> screens_;
};

bool says(const std::vector<std::string>& words, const std::string& what) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return word.find(what) != std::string::npos; });
}

}  // namespace

TEST_CASE_FIXTURE(Evening, "R372 a kind of activity is two rows: one more is planned, opened, answered, closed, revealed, replayed and told") {
  window.frames(2);
  window.click("Agenda");
  window.frames(2);
  window.click("Add activity");
  window.frames(3);
  window.click("Applaud");
  window.frames(2);
  window.type("Who was best?");
  window.click("Add to the agenda");
  window.frames(3);
  REQUIRE(activity().kind == applause());
  CHECK(says(on_stage, "Applaud"));

  CHECK(step() == "Open clapping");
  CHECK(items_of(activity()).size() == shown(nadia).stakeholders.size());
  CHECK(says(on_stage, "Clap now"));

  const SeatId wilma = next_seat(shown(nadia));
  does(nadia, nadia, JoinSeat{wilma, "Wilma", Role::participant, nadia});  // without a screen of her own
  phone.click("Clap for Ruth Kaplan");
  phone.frames(90);
  CHECK(says(in_hand, "Clap sent"));
  CHECK(says(in_hand, "For Ruth Kaplan"));
  stage.pass.activity = activity().id;
  stage.pass.seat = wilma;
  stage.pass.page = PassUi::Page::input;
  window.frames(3);
  CHECK(says(on_stage, "claps behind a curtain"));
  window.click("Clap for Ruth Kaplan");
  window.frames(3);
  CHECK(says(on_stage, "Clap sent"));
  stage.pass = {};
  CHECK(table->boxes.inputs_in(activity().id) == 2);

  CHECK(step() == "Close clapping");
  CHECK(step() == "Reveal");
  REQUIRE(activity().phase == Phase::revealed);
  CHECK(activity().inputs.size() == 2);
  CHECK(says(on_stage, "Loudest: Ruth Kaplan, 2"));

  // What lies in the file says the same later.
  Workshop replayed;
  std::vector<std::string> told;
  for (const Event& event : table->log.events) {
    const Result<Event> read = decoded_event(encoded(event));
    REQUIRE(read.has_value());
    told.push_back(story_of(replayed, *read).what);
    apply(replayed, *read);
  }
  CHECK(replayed == table->room->workshop());
  CHECK(says(told, "revealed an applause"));
  StageUi later;
  UiDriver replay([&](const Frame& frame, Commands& commands) {  // a bare stage, as replay and files draw it
    Frame bare = frame;
    bare.role = Role::stage;
    bare.read_only = true;
    on_stage = words_of(bare, false, [&](const Frame& seen) { draw_stage(seen, replayed, {}, later, commands); });
  });
  replay.frames(2);
  CHECK(says(on_stage, "Loudest: Ruth Kaplan, 2"));
}

TEST_CASE_FIXTURE(Evening, "R372 what one more kind refuses, nobody else has to know") {
  Activity added = drafted_activity(shown(nadia), nadia, applause(), "Who was best?");
  *items_in(added) = sorted_items(items_by_default(shown(nadia), added));
  does(nadia, nadia, AddActivity{added});
  does(nadia, nadia, OpenActivity{added.id});
  const auto sealed = [&](std::uint16_t claps) {
    return check(shown(tomas), tomas, SealInput{added.id, Ballot{{{items_of(added).front(), claps}}}});
  };
  CHECK_FALSE(sealed(1));
  REQUIRE(sealed(2));
  CHECK(sealed(2)->text == "One clap for one of them.");
  // Each kind has a row in both.
  CHECK(all_rules().size() == all_screens().size());
}

}  // namespace standpoint::walk_test
