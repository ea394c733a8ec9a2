// The sample sessions say what the data they are made from says, and the committed files are what the data makes.
#include "sessions/samples.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "core/activities/activities.h"
#include "core/activities/place/result.h"
#include "core/activities/vote/result.h"
#include "core/file/session_store.h"
#include "core/insights/insights.h"
#include "core/insights/story.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/apply.h"
#include "core/workshop/changes.h"
#include "tests/core/file/fake_file_system.h"

namespace standpoint::samples_test {

namespace {

const std::string sessions = std::string(STANDPOINT_SOURCE_DIR) + "/sessions";

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

OpenedSession open_sample(const std::string& name) {
  const auto files = posix_file_system();
  auto session = open_session(*files, sessions + "/" + name, OpenFor::reading);
  REQUIRE_MESSAGE(session.has_value(), (session ? "" : session.error().sentence));
  return std::move(*session);
}

const Activity& activity_called(const Workshop& w, const std::string& title) {
  const auto found = std::find_if(w.activities.begin(), w.activities.end(), [&](const Activity& a) { return a.title == title; });
  REQUIRE(found != w.activities.end());
  return *found;
}

nlohmann::json facts() { return nlohmann::json::parse(text_of(sessions + "/data/checkout-relaunch.json")); }

// "24:16" as the replay shows it.
std::string clock_of(const OpenedSession& s, std::uint64_t n) {
  const std::int64_t seconds = (s.replay.time_of(n) - s.replay.time_of(1)) / 1000;
  const auto two = [](std::int64_t v) { return (v < 10 ? "0" : "") + std::to_string(v); };
  return two(seconds / 60) + ":" + two(seconds % 60);
}

}  // namespace

TEST_CASE("R352 the committed samples are event for event what the data makes, whole descriptions of the time they were made at for changes of today") {
  fake::Disk disk;
  const auto florence = make_florence(disk, "florence-1434.standpoint");
  REQUIRE_MESSAGE(florence.has_value(), (florence ? "" : florence.error().sentence));
  const auto checkout = make_checkout(disk, "checkout-relaunch.standpoint");
  REQUIRE_MESSAGE(checkout.has_value(), (checkout ? "" : checkout.error().sentence));
  const fake::Files made = disk.contents();
  CHECK(made.size() == 2);  // no ballot box is left
  int whole = 0;
  for (const auto& file : made) {
    INFO(file.first);
    const auto anew = open_session(disk, file.first, OpenFor::reading);
    REQUIRE(anew.has_value());
    const OpenedSession committed = open_sample(file.first);
    REQUIRE(anew->replay.last_sequence() == committed.replay.last_sequence());
    Workshop now, then;
    for (std::uint64_t n = 1; n <= committed.replay.last_sequence(); ++n) {
      CAPTURE(n);
      Event today = anew->replay.event(n), as_committed = committed.replay.event(n);
      apply(now, today);
      apply(then, as_committed);
      CHECK(now == then);
      if (std::visit([](const auto& action) { return is_whole_description<std::decay_t<decltype(action)>>; }, as_committed.action)) {
        ++whole;
        CHECK(std::visit([](const auto& action) { return is_change<std::decay_t<decltype(action)>>; }, today.action));
        today.action = as_committed.action;
      }
      CHECK(today == as_committed);
    }
  }
  CHECK(whole > 100);
}

TEST_CASE("Florence holds the 16 families and their 35 ties, and marks the Medici") {
  const Workshop w = open_sample("florence-1434.standpoint").workshop;
  CHECK(w.title == "Florence 1434");
  CHECK(w.stakeholders.size() == 16);
  CHECK(w.ties.size() == 35);
  CHECK(first_board(w, BoardKind::map) != nullptr);
  REQUIRE(first_board(w, BoardKind::canvas) != nullptr);
  CHECK(first_board(w, BoardKind::canvas)->places.size() == 16);
  for (const TieKinds kinds : {only(TieKind::trusts), all_tie_kinds})
    CHECK(name_of(w, Item(hidden_influencer(influence_of(w, kinds)))) == "Medici");
}

TEST_CASE("the checkout hour ends with every stakeholder as the data describes them, in their ring") {
  const Workshop w = open_sample("checkout-relaunch.standpoint").workshop;
  const auto data = facts();
  REQUIRE(w.stakeholders.size() == data.at("stakeholders").size());
  for (const auto& expected : data.at("stakeholders")) {
    const std::string name = expected.at("name");
    CAPTURE(name);
    const auto found = std::find_if(w.stakeholders.begin(), w.stakeholders.end(), [&](const Stakeholder& s) { return s.name == name; });
    REQUIRE(found != w.stakeholders.end());
    CHECK(found->role == expected.at("role").get<std::string>());
    CHECK(words(found->kind) == expected.at("kind").get<std::string>());
    CHECK(found->influence == expected.at("influence").get<int>());
    CHECK(words(found->stance) == expected.at("stance").get<std::string>());
    CHECK(words(found->desired_stance) == expected.at("desired_stance").get<std::string>());
    const std::string ring = expected.at("ring");
    CHECK(found->ring == (ring == "team" ? Ring::team : ring == "internal" ? Ring::internal : ring == "external" ? Ring::external : Ring::regulator));
    CHECK(found->placed);
    CHECK(ring_at(found->at) == found->ring);
    CHECK_FALSE(found->needs.empty());
  }
}

TEST_CASE("the checkout hour ends with exactly the data's ties") {
  const Workshop w = open_sample("checkout-relaunch.standpoint").workshop;
  const auto data = facts();
  CHECK(w.ties.size() == data.at("ties").size());
  for (const auto& expected : data.at("ties")) {
    const bool there = std::any_of(w.ties.begin(), w.ties.end(), [&](const Tie& t) {
      return name_of(w, Item(t.from)) == expected.at("from").get<std::string>() && name_of(w, Item(t.to)) == expected.at("to").get<std::string>() &&
             words(t.kind) == expected.at("kind").get<std::string>() && t.strength == expected.at("strength").get<int>();
    });
    CHECK_MESSAGE(there, expected.dump());
  }
}

TEST_CASE("the checkout vote has the data's result, 42 dots of 14 people, and the decider's star") {
  const Workshop w = open_sample("checkout-relaunch.standpoint").workshop;
  const auto data = facts();
  const Activity& vote = activity_called(w, data.at("vote").at("question"));
  const VoteResult result = result_of(vote);
  CHECK(result.people == 14);
  CHECK(result.dots == 42);
  for (const auto& expected : data.at("vote").at("results")) {
    const std::string option = expected.at("option");
    const auto row = std::find_if(result.rows.begin(), result.rows.end(), [&](const VoteRow& r) { return name_of(w, r.item) == option; });
    REQUIRE(row != result.rows.end());
    CHECK(row->dots == expected.at("dots").get<int>());
  }
  REQUIRE(stars_of(vote).size() == 1);
  CHECK(name_of(w, stars_of(vote)[0]) == "Agree the data-sharing terms with the data protection officer");
  CHECK(find(w, decider_of(vote))->name == "Helena Brandt");
  for (const RevealedInput& input : vote.inputs) CHECK_FALSE(input.seat);
}

TEST_CASE("the checkout run-off is among the two that tied, one dot each") {
  const Workshop w = open_sample("checkout-relaunch.standpoint").workshop;
  const Activity& run_off = activity_called(w, "Run-off: where must we act first?");
  CHECK(find(w, run_off.follows)->title == "Where must we act first?");
  const VoteResult result = result_of(run_off);
  REQUIRE(result.rows.size() == 2);
  CHECK(result.people == 14);
  CHECK(result.dots == 14);
  CHECK_FALSE(result.rows[0].tied);
}

TEST_CASE("fourteen people placed blind, with the data's medians and spreads") {
  const Workshop w = open_sample("checkout-relaunch.standpoint").workshop;
  const Activity& placing = activity_called(w, "Power and interest");
  CHECK(people_who_placed(placing) == 14);
  const std::vector<Spread> spreads = spreads_of(placing);
  const auto placements = facts().at("placements");
  CHECK(spreads.size() == placements.size());
  for (const auto& expected : placements) {
    const std::string name = expected.at("name");
    CAPTURE(name);
    const auto s = std::find_if(spreads.begin(), spreads.end(), [&](const Spread& one) { return name_of(w, one.item) == name; });
    REQUIRE(s != spreads.end());
    CHECK(s->points.size() == 14);
    CHECK(std::abs(s->median.x - expected.at("interest").get<double>() * 1000) <= 2);
    CHECK(std::abs(s->median.y - expected.at("power").get<double>() * 1000) <= 2);
    double x = 0, y = 0, xx = 0, yy = 0;
    for (const BoardPoint& p : s->points) {
      x += p.x;
      y += p.y;
      xx += double(p.x) * p.x;
      yy += double(p.y) * p.y;
    }
    // Within a hundredth of the axis; the edge of the board cuts off a little.
    CHECK(std::sqrt(xx / 14 - x * x / 196) == doctest::Approx(expected.at("spread_interest").get<double>() * 1000).epsilon(0.05));
    CHECK(std::sqrt(yy / 14 - y * y / 196) == doctest::Approx(expected.at("spread_power").get<double>() * 1000).epsilon(0.05));
  }
}

TEST_CASE("the hour has the participants, agenda, bookmarks and length of the pictures") {
  const OpenedSession session = open_sample("checkout-relaunch.standpoint");
  const Workshop& w = session.workshop;
  const auto data = facts();
  std::vector<std::string> people;
  for (const Seat& s : w.seats)
    if (s.role == Role::participant) people.push_back(s.name);
  std::vector<std::string> expected = data.at("participants");
  std::sort(people.begin(), people.end());
  std::sort(expected.begin(), expected.end());
  CHECK(people == expected);
  for (std::size_t i = 0; i < data.at("agenda").size(); ++i) {
    const Activity* activity = find(w, w.agenda[i]);
    CHECK(activity->title == data.at("agenda")[i].at("title").get<std::string>());
    CHECK(words(activity->kind) == data.at("agenda")[i].at("activity").get<std::string>());
    CHECK(activity->minutes == data.at("agenda")[i].at("minutes").get<int>());
    CHECK(activity->phase == (collects_inputs(w, *activity) ? Phase::revealed : Phase::closed));
  }
  std::vector<std::string> bookmarks;
  for (const Bookmark& b : w.bookmarks) bookmarks.push_back(clock_of(session, b.sequence) + " " + b.title);
  CHECK(bookmarks == std::vector<std::string>{"10:40 24 names", "24:10 Four people name Ruth", "33:27 Legal objects", "38:20 Reveal", "45:00 Run-off"});
  CHECK(clock_of(session, w.sequence) == "60:12");
  CHECK(w.sequence >= 600);
  CHECK(w.sequence <= 1204);
  CHECK(find(w, w.stage.board)->kind == BoardKind::map);
  CHECK_FALSE(w.stage.activity);
}

TEST_CASE("around 24:16 the hour tells the story of the replay picture, word for word") {
  const OpenedSession session = open_sample("checkout-relaunch.standpoint");
  std::vector<std::string> told;
  const std::uint64_t last = session.replay.last_at_or_before(session.replay.time_of(1) + (25 * 60 + 20) * 1000);
  for (std::uint64_t n = last - 8; n <= last; ++n) {
    const StoryLine line = story_of(session.replay.at(n - 1), session.replay.event(n));
    told.push_back(clock_of(session, n) + " " + line.what + " | " + line.detail);
  }
  CHECK(told == std::vector<std::string>{"23:38 Tomás added a card | “Who answers when the till stops?”",
                                         "23:51 Eun-ji drew a tie | Ruth Kaplan influences Helena Brandt",
                                         "24:02 Idris drew a tie | Ruth Kaplan trusts Oskar Nyström",
                                         "24:10 Nadia set a bookmark | Four people name Ruth",
                                         "24:16 Priya moved a stakeholder | Ruth Kaplan, External to Internal",
                                         "24:31 Ben raised influence | Ruth Kaplan, 1 to 2",
                                         "24:40 Hanna drew a tie | Ruth Kaplan influences Desmond Achebe",
                                         "25:05 Chloé set a stance | Mei Chen, unaware",
                                         "25:19 Diego drew a tie | Lars Eriksen supports Jonas Weber"});
}

TEST_CASE("at 10:40 there are 24 names, at 24:16 20 of them are placed") {
  const OpenedSession session = open_sample("checkout-relaunch.standpoint");
  const auto at = [&](int minutes, int seconds) {
    return session.replay.at(session.replay.last_at_or_before(session.replay.time_of(1) + (minutes * 60 + seconds) * 1000 + 999));
  };
  CHECK(at(10, 40).stakeholders.size() == 24);
  const Workshop w = at(24, 16);
  CHECK(std::count_if(w.stakeholders.begin(), w.stakeholders.end(), [](const Stakeholder& s) { return s.placed; }) == 20);
}

}  // namespace standpoint::samples_test
