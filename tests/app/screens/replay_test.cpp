// Replay by what it shows and where a hand or a key takes it.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/screens/replay/replay.h"
#include "app/widgets/time_words.h"
#include "core/activities/activities.h"
#include "tests/app/driving/screen_watch.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"
#include "tests/core/samples/generated_session.h"

namespace standpoint::replay_test {

using standpoint::testing::says;
using standpoint::testing::UiDriver;
using standpoint::testing::ScreenWatch;
using standpoint::testing::words_of;

namespace {

constexpr std::int64_t start = 1'795'093'200'000;

// Ten minutes: a session, two people, an activity from minute 2 to 6 or for a minute only, a bookmark at minute 4.
Replay ten_minutes(const std::string& title = "Welcome", bool short_one = false) {
  Replay replay;
  std::uint64_t n = 0;
  const auto at = [&](int seconds, SeatId by, Action action) {
    replay.add(Event{++n, start + seconds * 1000, by, static_cast<std::uint32_t>(n), std::move(action)});
  };
  at(0, {}, StartSession{"Checkout relaunch", ""});
  at(0, {}, JoinSeat{SeatId{1}, "Nadia Roth", Role::facilitator, {}});
  at(30, {}, JoinSeat{SeatId{2}, "Ben Ode", Role::participant, {}});
  Activity activity;
  activity.id = mint<ActivityId>(SeatId{1}, 1);
  set_kind(activity, ActivityKind::discuss);
  activity.title = title;
  at(60, SeatId{1}, AddActivity{activity});
  at(120, SeatId{1}, OpenActivity{activity.id});
  if (short_one) at(180, SeatId{1}, CloseActivity{activity.id});
  at(240, SeatId{1}, SetBookmark{mint<BookmarkId>(SeatId{1}, 2), "Ground rules"});
  Stakeholder ruth;
  ruth.id = mint<StakeholderId>(SeatId{2}, 1);
  ruth.name = "Ruth Kaplan";
  at(300, SeatId{2}, AddStakeholder{ruth});
  if (!short_one) at(360, SeatId{1}, CloseActivity{activity.id});
  at(600, SeatId{1}, RecordDecision{{mint<DecisionId>(SeatId{1}, 3), "Pilot first", "Ben"}});
  return replay;
}

struct ReplayFixture {
  Replay replay = ten_minutes();
  ReplayUi ui;
  Workshop drawn;
  UiDriver driver{[this](const Frame& frame, Commands& commands) {
    draw_replay(frame, replay, "", ui, [this](const Frame& moment, const Workshop& workshop, BoardId) {
      CHECK(moment.read_only);
      drawn = workshop;
    }, commands);
  }};
};

}  // namespace

TEST_CASE_FIXTURE(ReplayFixture, "stepping draws the workshop right after that event and nothing later") {
  driver.frames(2);
  CHECK(drawn == Workshop{});
  for (int i = 0; i < 6; ++i) driver.click("One event on");
  CHECK(drawn == replay.at(6));
  CHECK(drawn.stakeholders.empty());
  driver.click("One event on");
  CHECK(drawn.stakeholders.size() == 1);
  driver.click("One event back");
  CHECK(drawn == replay.at(6));
}

TEST_CASE_FIXTURE(ReplayFixture, "a bookmark on the timeline jumps to its event") {
  driver.frames(2);
  driver.click("Ground rules");
  driver.frames(1);
  CHECK(ui.at == 6);
}

TEST_CASE_FIXTURE(ReplayFixture, "an activity on the timeline jumps to its opening") {
  driver.frames(2);
  driver.click("Welcome");
  driver.frames(1);
  CHECK(ui.at == 5);
}

TEST_CASE_FIXTURE(ReplayFixture, "dragging the timeline scrubs to what had happened by then") {
  driver.frames(2);
  const Box line = driver.box_of("Timeline");
  const float y = line.max.y - 20;
  driver.drag({line.min.x + 10, y}, {line.min.x + 8 + (line.width() - 16) * 0.55F, y});  // 5:30 of 10:00
  driver.frames(1);
  CHECK(ui.at == 7);
  CHECK(drawn == replay.at(7));
}

TEST_CASE_FIXTURE(ReplayFixture, "playing at 8 times runs eight seconds a second and stops at the end") {
  ui.speed = 8;
  driver.frames(2);
  driver.click("Play");
  const double before = ui.playhead_ms;
  driver.frames(60);
  CHECK(ui.playhead_ms - before == doctest::Approx(8000).epsilon(0.1));
  seek(ui, replay, 8);
  ui.playhead_ms = 592'000;  // eight seconds before the end, one of watching
  driver.frames(90);
  CHECK_FALSE(ui.playing);
  CHECK(ui.at == replay.last_sequence());
}

TEST_CASE_FIXTURE(ReplayFixture, "what happened is told in plain words, and a line jumps there") {
  seek(ui, replay, 7);
  driver.frames(2);
  REQUIRE(driver.has("Ben added a stakeholder"));
  driver.click("Nadia set a bookmark");
  driver.frames(1);
  CHECK(ui.at == 6);
}

TEST_CASE_FIXTURE(ReplayFixture, "the list of one person leaves the others out") {
  seek(ui, replay, 9);
  driver.frames(2);
  driver.click("Ben Ode");
  driver.frames(2);
  CHECK(driver.has("Ben added a stakeholder"));
  CHECK_FALSE(driver.has("Nadia set a bookmark"));
}

TEST_CASE_FIXTURE(ReplayFixture, "Page Up, Page Down, Home and End walk through the events and leave the focus where it is") {
  seek(ui, replay, 4);
  driver.frames(2);
  for (int i = 0; i < 60 && driver.focused() != "Play"; ++i) driver.key(ImGuiKey_Tab);
  REQUIRE(driver.focused() == "Play");
  driver.key(ImGuiKey_PageDown);
  CHECK(ui.at == 5);
  CHECK(driver.focused() == "Play");
  driver.key(ImGuiKey_PageUp);
  driver.key(ImGuiKey_PageUp);
  CHECK(ui.at == 3);
  driver.key(ImGuiKey_End);
  CHECK(ui.at == replay.last_sequence());
  driver.key(ImGuiKey_Home);
  CHECK(ui.at == 0);
  CHECK(driver.focused() == "Play");
}

namespace {

// Nine hours with forty people: activities after each other and some within others, bookmarks close together.
struct LongDay {
  Replay replay = generated_session(crowded_session(), 5).replay();
  ReplayUi ui;
  UiDriver driver;
  explicit LongDay(float width = 1920, float height = 1080)
      : driver([this](const Frame& frame, Commands& commands) { draw_replay(frame, replay, "", ui, [](const Frame&, const Workshop&, BoardId) {}, commands); }, width, height) {
    driver.frames(2);
  }
  std::vector<UiDriver::Item> called(const auto& wanted) const {
    std::vector<UiDriver::Item> found;
    for (const UiDriver::Item& item : driver.items())
      if (wanted(item.label)) found.push_back(item);
    return found;
  }
  std::vector<UiDriver::Item> spans() const {
    return called([&](const std::string& label) {
      const auto& all = replay.latest().activities;
      return std::any_of(all.begin(), all.end(), [&](const Activity& a) { return a.title == label; });
    });
  }
  std::vector<UiDriver::Item> flags() const {
    return called([&](const std::string& label) {
      const auto& all = replay.latest().bookmarks;
      return std::any_of(all.begin(), all.end(), [&](const Bookmark& b) { return b.title == label; });
    });
  }
};

bool overlap(Box a, Box b) {
  return std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x) > 0.1F && std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y) > 0.1F;
}

void check_apart(const std::vector<UiDriver::Item>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    CHECK_MESSAGE(std::min(items[i].box.width(), items[i].box.height()) >= 23.9F, items[i].label);
    for (std::size_t j = i + 1; j < items.size(); ++j) CHECK_MESSAGE(!overlap(items[i].box, items[j].box), items[i].label, " and ", items[j].label);
  }
}

}  // namespace

TEST_CASE("R221 every activity of a long day has a span of its own on the timeline, large enough to be tapped") {
  for (const Vec size : {Vec{1920, 1080}, Vec{1024, 768}}) {
    LongDay day(size.x, size.y);
    std::size_t opened = 0;
    for (const Activity& activity : day.replay.latest().activities) opened += activity.opened_ms != 0 ? 1 : 0;
    CHECK(opened > 10);
    CHECK(day.spans().size() == opened);
    check_apart(day.spans());
  }
}

TEST_CASE("R251 a title that is longer than its span has two lines there, in one lane") {
  const Replay replay = ten_minutes("Where must we act first?", true);
  ReplayUi ui;
  ScreenWatch watch;
  UiDriver window([&](const Frame& frame, Commands& commands) {
    draw_replay(watch.watching(frame), replay, "", ui, [](const Frame&, const Workshop&, BoardId) {}, commands);
  }, 1280, 720);
  window.frames(3);
  const Box span = window.box_of("Where must we act first?");
  const float scale = std::min(1280 / design_width, 720 / design_height);
  std::string read;
  for (const ScreenWatch::Word& word : watch.words())
    if (Box{span.min * scale, span.max * scale}.contains(word.box.center())) read += (read.empty() ? "" : " ") + word.text;
  CHECK(read == "Where must we act first?");
}

TEST_CASE("R222 bookmarks that stand close together are one flag, and no flag lies over another's words") {
  LongDay day(1024, 768);
  const auto flags = day.flags();
  CHECK(flags.size() > 2);
  check_apart(flags);
}

TEST_CASE("R223 a long day is told in hours and by the clock, and played at up to 60 times") {
  LongDay day;
  seek(day.ui, day.replay, day.replay.last_sequence());
  std::vector<std::string> words;
  UiDriver spied([&](const Frame& frame, Commands& commands) {
    words = words_of(frame, true, [&](const Frame& seen) { draw_replay(seen, day.replay, "", day.ui, [](const Frame&, const Workshop&, BoardId) {}, commands); });
  });
  spied.frames(2);
  CHECK(says(words, "9:00:00"));
  CHECK(says(words, ":00 |"));       // full hours below the spans
  CHECK_FALSE(says(words, " min |"));
  REQUIRE(day.driver.has("60×"));
  day.driver.click("60×");
  seek(day.ui, day.replay, 1);
  day.driver.click("Play");
  const double before = day.ui.playhead_ms;
  day.driver.frames(60);
  CHECK(day.ui.playhead_ms - before == doctest::Approx(60'000).epsilon(0.1));
}

TEST_CASE("R223 a session of many days is told in days") {
  Replay replay = ten_minutes();
  constexpr std::int64_t day_ms = 86'400'000;
  for (std::uint32_t day = 1; day <= 11; ++day)  // an hour each day
    for (std::uint32_t half = 0; half < 2; ++half)
      replay.add(Event{replay.last_sequence() + 1, start + day * day_ms + half * 3'600'000, SeatId{1}, 99 + 2 * day + half,
                       RecordDecision{{mint<DecisionId>(SeatId{1}, 9 + 2 * day + half), "Go on", "Ben"}}});
  ReplayUi ui;
  std::vector<std::string> words;
  UiDriver window([&](const Frame& frame, Commands& commands) {
    words = words_of(frame, true, [&](const Frame& seen) { draw_replay(seen, replay, "", ui, [](const Frame&, const Workshop&, BoardId) {}, commands); });
  });
  window.frames(3);
  int dates = 0;
  for (int day = 1; day <= 11; ++day) {
    const std::string date = date_words(start + day * day_ms);
    dates += static_cast<int>(std::count(words.begin(), words.end(), date.substr(0, date.rfind(' '))));
  }
  CHECK(dates >= 5);
  CHECK(dates <= 11);
  CHECK_FALSE(says(words, "264:00:00"));  // how long it is in hours says nothing
  CHECK(says(words, moment_words(start + 11 * day_ms)));
}

TEST_CASE("R314 a session that went on under a clock that was set back is replayed to its end, by what the file says, and says by how much") {
  Replay replay = ten_minutes();
  constexpr std::int64_t hour = 3'600'000;
  for (std::uint32_t more = 0; more < 4; ++more)
    replay.add(Event{replay.last_sequence() + 1, start - 24 * hour + more * 60'000, SeatId{1}, 99 + more, RecordDecision{{mint<DecisionId>(SeatId{1}, 9 + more), "Go on", "Ben"}}});
  const ReplayTimeline timeline = timeline_of(replay, 100);
  CHECK(timeline.start_ms == start);
  CHECK(timeline.end_ms == start + 13 * 60'000);  // ten minutes, and three after the clock was set back
  CHECK(timeline.by_file(start + 5 * 60'000) == start + 5 * 60'000);
  CHECK(timeline.by_file(timeline.end_ms) == start - 24 * hour + 3 * 60'000);
  ReplayUi ui;
  seek(ui, replay, replay.last_sequence());
  std::vector<std::string> words;
  UiDriver window([&](const Frame& frame, Commands& commands) {
    words = words_of(frame, true, [&](const Frame& seen) { draw_replay(seen, replay, "", ui, [](const Frame&, const Workshop&, BoardId) {}, commands); });
  });
  window.frames(3);
  CHECK(says(words, "The clock was set back by 24 h 10 min"));
  CHECK(says(words, moment_words(start - 24 * hour + 3 * 60'000)));
  // Of many days the date is the file's, too.
  const auto decides = [&](std::int64_t at, std::uint32_t nth) {
    replay.add(Event{replay.last_sequence() + 1, at, SeatId{1}, 99 + nth, RecordDecision{{mint<DecisionId>(SeatId{1}, 9 + nth), "Go on", "Ben"}}});
  };
  decides(start + 72 * hour, 5);
  decides(start - 240 * hour, 6);
  ui = {};
  seek(ui, replay, replay.last_sequence());
  window.frames(3);
  CHECK(says(words, date_words(start - 240 * hour)));
}

TEST_CASE("R297 hours in which nothing happened are folded: a workshop that was opened again days later keeps its width") {
  Replay replay = ten_minutes();
  constexpr std::int64_t day_ms = 86'400'000, last = start + 600'000, again = start + 5 * day_ms;
  replay.add(Event{replay.last_sequence() + 1, again, SeatId{1}, 99, RecordDecision{{mint<DecisionId>(SeatId{1}, 9), "Go on", "Ben"}}});
  const ReplayTimeline timeline = timeline_of(replay, 200);
  CHECK(timeline.share_of(start) == doctest::Approx(0));
  CHECK(timeline.share_of(last) > 0.9);
  CHECK(timeline.share_of(again) == doctest::Approx(1));
  double before = -1;
  for (std::int64_t ms = start; ms <= again; ms += 60'000 + (ms > last ? 3'600'000 : 0)) {  // later is never further left, and back is the same moment
    const double share = timeline.share_of(ms);
    CHECK(share >= before);
    CHECK(std::abs(timeline.time_at(share) - ms) <= 2000);
    before = share;
  }
  for (const std::int64_t minutes : {119, 121}) {
    Replay paused = ten_minutes();
    paused.add(Event{paused.last_sequence() + 1, last + minutes * 60'000, SeatId{1}, 99, RecordDecision{{mint<DecisionId>(SeatId{1}, 9), "Go on", "Ben"}}});
    CHECK((timeline_of(paused, 200).share_of(last) > 0.9) == (minutes > 120));
  }
  ReplayUi ui;
  std::vector<std::string> words;
  UiDriver window([&](const Frame& frame, Commands& commands) {
    words = words_of(frame, true, [&](const Frame& seen) { draw_replay(seen, replay, "", ui, [](const Frame&, const Workshop&, BoardId) {}, commands); });
  });
  window.frames(3);
  const auto items = window.items();
  const auto span = std::find_if(items.begin(), items.end(), [](const UiDriver::Item& item) { return item.label == "Welcome"; });
  REQUIRE(span != items.end());
  CHECK(span->box.width() > 400);  // four minutes of ten
  const std::string date = date_words(again);
  CHECK(std::count(words.begin(), words.end(), date.substr(0, date.rfind(' '))) == 1);
  seek(ui, replay, replay.last_sequence() - 1);
  window.click("Play");
  window.frames(30);
  CHECK(ui.at == replay.last_sequence());  // nobody waits five days
}

TEST_CASE("R224 everybody is in a list that can be searched; Enter takes the first, Esc shuts the list and not the replay") {
  LongDay day;
  const Seat last = *std::find_if(day.replay.latest().seats.rbegin(), day.replay.latest().seats.rend(), [](const Seat& s) { return s.role == Role::participant; });
  CHECK_FALSE(day.driver.has(last.name));
  day.driver.click("More people");
  day.driver.frames(2);
  CHECK(day.driver.has("Everyone"));
  day.driver.type(last.name);
  CHECK(day.driver.has(last.name));
  day.driver.take();
  day.driver.key(ImGuiKey_Enter);
  CHECK(day.ui.only == last.id);
  CHECK(day.ui.choosing == ReplayUi::Choosing::nothing);
  day.driver.click(last.name + "##who");
  CHECK(day.ui.choosing == ReplayUi::Choosing::person);
  day.driver.key(ImGuiKey_Escape);
  day.driver.frames(2);
  CHECK(day.ui.choosing == ReplayUi::Choosing::nothing);
  for (const Intent& intent : day.driver.take().intents) CHECK_FALSE(std::holds_alternative<GoHome>(intent));
}

TEST_CASE("R258 whose events are listed in replay is read whole where there is room") {
  for (const Vec size : {Vec{1920, 1080}, Vec{1600, 900}, Vec{1366, 768}, Vec{1280, 720}}) {
    CAPTURE(size.x);
    LongDay day;
    ScreenWatch watch;
    UiDriver window([&](const Frame& frame, Commands& commands) {
      draw_replay(watch.watching(frame), day.replay, "", day.ui, [](const Frame&, const Workshop&, BoardId) {}, commands);
    }, size.x, size.y);
    window.frames(3);
    const auto& words = watch.words();
    CHECK(std::any_of(words.begin(), words.end(), [](const ScreenWatch::Word& word) { return word.text == "Everyone"; }));
  }
}

TEST_CASE("in replay everything that shows a sign or a shortened name says what it is where the pointer rests") {
  LongDay day;
  seek(day.ui, day.replay, 60);
  day.driver.frames(2);
  for (const UiDriver::Item& item : day.driver.items()) {
    const std::string name = item.label.substr(0, item.label.find("##"));
    if (name.empty() || name == "Standpoint" || name == "Export" || name.ends_with("×")) continue;
    day.driver.move_to(item.box.center());
    day.driver.seconds += 0.5;
    day.driver.frames(2);
    CHECK_MESSAGE(!day.driver.tip.empty(), name);
  }
}

TEST_CASE_FIXTURE(ReplayFixture, "export asks for its sheet") {
  driver.frames(2);
  driver.click("Export");
  const Commands commands = driver.take();
  CHECK(std::any_of(commands.intents.begin(), commands.intents.end(), [](const Intent& i) { return std::holds_alternative<AskToExport>(i); }));
}

TEST_CASE_FIXTURE(ReplayFixture, "a still replay asks for no frames") {
  driver.frames(3);
  driver.take();
  driver.frames(3);
  for (const Intent& intent : driver.take().intents) CHECK_FALSE(std::holds_alternative<AnimateUntil>(intent));
}

TEST_CASE("the timeline counts every event once") {
  const Replay replay = ten_minutes();
  const ReplayTimeline timeline = timeline_of(replay, 10);
  std::uint32_t all = 0;
  for (const std::uint32_t bin : timeline.bins) all += bin;
  CHECK(all == replay.last_sequence());
  CHECK(timeline.bins[0] == 3);
  CHECK(timeline.bins[9] == 1);
  CHECK(timeline_of(Replay{}, 10).end_ms == 0);
}

}  // namespace standpoint::replay_test
