// Templates: those that ship are sound and become sessions; mistakes in one are said with their place.
#include "app/files/template.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/files/session_draft.h"
#include "core/activities/vote/result.h"
#include "core/file/session_store.h"
#include "tests/core/file/fake_file_system.h"

namespace standpoint::template_test {

namespace {

const std::string folder = std::string(STANDPOINT_SOURCE_DIR) + "/sessions/templates";

std::string sentence(const std::string& json) {
  const auto plan = parse_template("mine", json);
  return plan ? "sound" : plan.error().sentence;
}

// A template with one board and one activity, each replaceable.
std::string with(const std::string& board, const std::string& activity, int minutes = 5) {
  return R"({"title": "T", "summary": "S", "place": 1, "minutes": )" + std::to_string(minutes) + R"(, "boards": [)" + board +
         R"(], "activities": [)" + activity + "]}";
}

const std::string a_map = R"({"kind": "map", "title": "Map"})";
const std::string a_talk = R"({"kind": "discuss", "title": "Talk", "minutes": 5, "board": "Map"})";

}  // namespace

TEST_CASE("the six templates of the home screen are there, with their minutes and activities") {
  const auto plans = read_templates(folder);
  REQUIRE_MESSAGE(plans.has_value(), (plans ? "" : plans.error().sentence));
  std::vector<std::string> lines;
  for (const Template& t : *plans) lines.push_back(t.title + ", " + std::to_string(t.minutes) + " min, " + std::to_string(t.activities.size()) + " activities");
  CHECK(lines == std::vector<std::string>{"Stakeholder mapping, 60 min, 5 activities", "Power/interest alignment, 45 min, 4 activities",
                                          "Dot-vote retro, 40 min, 4 activities", "Design sprint day 1, 360 min, 11 activities",
                                          "Value proposition workshop, 90 min, 6 activities", "Relationship check-in, 30 min, 3 activities"});
}

TEST_CASE("R115 every template becomes a session that the rules accept whole") {
  const auto plans = read_templates(folder);
  REQUIRE(plans.has_value());
  for (const Template& plan : *plans) {
    CAPTURE(plan.name);
    fake::Disk disk;
    const SessionDraft draft = draft_of(plan, "A title");
    const auto made = create_session(disk, "new.standpoint", SessionIdentity{{}, 1000}, draft.commands());
    REQUIRE_MESSAGE(made.has_value(), (made ? "" : made.error().sentence));
    const Workshop& w = made->workshop;
    CHECK(w.title == "A title");
    CHECK(w.subtitle == plan.title);
    CHECK(draft_of(plan, plan.title).workshop().subtitle.empty());  // said once
    CHECK(w.boards.size() == plan.boards.size());
    REQUIRE(w.agenda.size() == plan.activities.size());
    for (std::size_t i = 0; i < w.agenda.size(); ++i) CHECK(find(w, w.agenda[i])->title == plan.activities[i].activity.title);
    CHECK(w.stage.activity == w.agenda.front());
  }
}

TEST_CASE("R337 a session of a template begins on the board that its first activity is about") {
  const auto plans = read_templates(folder);
  REQUIRE(plans.has_value());
  for (const Template& plan : *plans) {
    CAPTURE(plan.name);
    const Workshop w = draft_of(plan, "A title").workshop();
    const Activity* const first = find(w, w.stage.activity);
    REQUIRE(first != nullptr);
    CHECK(first->id == w.agenda.front());
    CHECK(w.stage.board == first->board);
    // The Map or the board for cards, where everybody can begin: nobody can add anybody on a canvas.
    CHECK(find(w, w.stage.board)->kind != BoardKind::canvas);
  }
}

TEST_CASE("every activity of a template stands on a board that suits it") {
  const auto plans = read_templates(folder);
  REQUIRE(plans.has_value());
  for (const Template& plan : *plans)
    for (const PlannedActivity& planned : plan.activities) {
      CAPTURE(planned.activity.title);
      CHECK(planned.board.has_value());
      if (planned.activity.kind == ActivityKind::vote) CHECK(vote_of(planned.activity).dots_per_person >= 2);
    }
}

TEST_CASE("without a title the session is called after its template") {
  const auto plan = read_template(folder, "dot-vote-retro");
  REQUIRE(plan.has_value());
  CHECK(draft_of(*plan, "").workshop().title == "Dot-vote retro");
}

TEST_CASE("a template that is not there is answered with those that are") {
  const auto plan = read_template(folder, "retro");
  REQUIRE_FALSE(plan.has_value());
  CHECK(plan.error().sentence ==
        "There is no template retro; nothing was made. There are design-sprint-day-1, dot-vote-retro, power-interest, relationship-check-in, stakeholder-mapping, value-proposition.");
}

TEST_CASE("zones without areas are columns of equal width, zones with areas are where they say") {
  const auto plan = parse_template("mine", with(R"({"kind": "cards", "title": "Map", "zones": [{"name": "A"}, {"name": "B"}, {"name": "C", "area": [1, 2, 3, 4]}]})", a_talk));
  REQUIRE_MESSAGE(plan.has_value(), (plan ? "" : plan.error().sentence));
  const std::vector<Zone>& zones = plan->boards[0].zones;
  CHECK(zones[0].area == BoardRect{{0, 0}, {3333, 10000}});
  CHECK(zones[1].area == BoardRect{{3333, 0}, {6666, 10000}});
  CHECK(zones[2].area == BoardRect{{1, 2}, {3, 4}});
}

TEST_CASE("a later round follows an earlier activity of the template") {
  const std::string canvas = R"({"kind": "canvas", "title": "C", "x": {"name": "X"}, "y": {"name": "Y"}, "regions": ["a", "b", "c", "d"]})";
  const auto plan = parse_template("mine", with(canvas, R"({"kind": "place", "title": "One", "minutes": 5, "board": "C"},
      {"kind": "place", "title": "Two", "minutes": 5, "board": "C", "follows": "One"})", 10));
  REQUIRE_MESSAGE(plan.has_value(), (plan ? "" : plan.error().sentence));
  const SessionDraft draft = draft_of(*plan, "");
  const Workshop& w = draft.workshop();
  CHECK(find(w, w.agenda[1])->follows == w.agenda[0]);
}

TEST_CASE("R115 a mistake in a template is said in one sentence with its place") {
  const std::string wrong = "The template mine is wrong: ";
  CHECK(sentence(with(a_map, a_talk)) == "sound");
  CHECK(sentence("{") == wrong + "the file is not JSON.");
  CHECK(sentence("[]") == wrong + "the file is not an object in braces.");
  CHECK(sentence("{}") == wrong + "the file has no “title”.");
  CHECK(sentence(R"({"title": "T", "colour": 1})") == wrong + "the file has an unknown field “colour”.");
  CHECK(sentence(with(a_map, a_talk, 6)) == wrong + "its activities take 5 minutes, but “minutes” says 6.");
  CHECK(sentence(with(a_map, a_talk, 0)) == wrong + "the file needs a whole number from 1 to 1440 for “minutes”.");
  CHECK(sentence(with(R"({"kind": "chart", "title": "M"})", a_talk)) == wrong + "board 1 has the kind “chart”; use one of map, canvas, cards.");
  CHECK(sentence(with(R"({"kind": "map", "title": ""})", a_talk)) == wrong + "board 1 needs words for “title”.");
  CHECK(sentence(with(R"({"kind": "cards", "title": "M", "zones": [{"name": "Z", "area": [0, 0, 0, 9]}]})", a_talk)) ==
        wrong + "board 1's zone 1 needs an area of four whole numbers from 0 to 10000: left, bottom, right, top.");
  CHECK(sentence(with(R"({"kind": "canvas", "title": "M", "x": {"name": "X"}, "y": {"name": "Y"}, "regions": ["a"]})", a_talk)) ==
        wrong + "board 1 needs four named regions: low-low, high-low, low-high, high-high (x first).");
  CHECK(sentence(with(a_map, R"({"kind": "discuss", "title": "T", "minutes": 5, "board": "Moon"})")) ==
        wrong + "activity 1 is on the board “Moon”, which the template does not have.");
  CHECK(sentence(with(a_map, R"({"kind": "vote", "title": "T", "minutes": 5})")) == wrong + "activity 1 has no “dots_per_person”.");
  CHECK(sentence(with(a_map, R"({"kind": "vote", "title": "T", "minutes": 5, "dots_per_person": 100})")) ==
        wrong + "activity 1 needs a whole number from 1 to 99 for “dots_per_person”.");
  CHECK(sentence(with(a_map, R"({"kind": "discuss", "title": "T", "minutes": 5, "dots_per_person": 3})")) == wrong + "activity 1 has dots, but only a vote has them.");
  CHECK(sentence(with(a_map, R"({"kind": "place", "title": "T", "minutes": 5})")) == wrong + "activity 1 places things, so it needs a map or a canvas as its board.");
  CHECK(sentence(with(a_map, R"({"kind": "discuss", "title": "T", "minutes": 5, "follows": "U"})")) == wrong + "activity 1 follows “U”, which is no earlier activity.");
}

}  // namespace standpoint::template_test
