// The home screen by what it asks for.
#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "app/screens/home/parts.h"
#include "tests/app/driving/screen_watch.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"

namespace standpoint::home_test {

using namespace standpoint::testing;

namespace {

HomeModel some_home() {
  HomeModel model;
  model.folder = "~/Standpoint";
  for (int i = 0; i < 6; ++i) {
    HomeSession session;
    session.path = "/sessions/" + std::to_string(i) + ".standpoint";
    session.workshop.title = "Session " + std::to_string(i);
    session.workshop.started_ms = 1'795'093'200'000;
    session.minutes = 60;
    session.people = 14;
    model.recent.push_back(session);
  }
  model.templates = {{"stakeholder-mapping", "Stakeholder mapping", "60 min, 5 activities"}};
  return model;
}

template <class Wanted>
const Wanted* asked(const Commands& commands) {
  for (const Intent& intent : commands.intents)
    if (const auto* found = std::get_if<Wanted>(&intent)) return found;
  return nullptr;
}

struct HomeFixture {
  HomeModel model = some_home();
  HomeUi ui;
  UiDriver driver{[this](const Frame& frame, Commands& commands) { draw_home(frame, model, ui, commands); }};
};

}  // namespace

TEST_CASE_FIXTURE(HomeFixture, "a tap on a recent session opens it") {
  driver.frames(2);
  driver.click("Session 1");
  const Commands commands = driver.take();
  REQUIRE(asked<OpenSession>(commands) != nullptr);
  CHECK(asked<OpenSession>(commands)->path == "/sessions/1.standpoint");
}

TEST_CASE_FIXTURE(HomeFixture, "continue goes on with the newest session, once") {
  driver.frames(2);
  driver.click("Continue");
  const Commands commands = driver.take();
  REQUIRE(std::count_if(commands.intents.begin(), commands.intents.end(), [](const Intent& i) { return std::holds_alternative<OpenSession>(i); }) == 1);
  CHECK(asked<OpenSession>(commands)->path == "/sessions/0.standpoint");
}

TEST_CASE_FIXTURE(HomeFixture, "a template asks for a title and starts a session from it") {
  driver.frames(2);
  driver.click("Stakeholder mapping");
  driver.frames(4);
  driver.key(ImGuiKey_A, true);
  driver.type("Store pilot");
  driver.key(ImGuiKey_Enter);
  const Commands commands = driver.take();
  REQUIRE(asked<NewSession>(commands) != nullptr);
  CHECK(asked<NewSession>(commands)->template_name == "stakeholder-mapping");
  CHECK(asked<NewSession>(commands)->title == "Store pilot");
  CHECK(ui.sheet == HomeUi::Sheet::none);
}

TEST_CASE_FIXTURE(HomeFixture, "a session without a title is not started, and the sheet says why") {
  driver.frames(2);
  driver.click("New session");
  driver.frames(3);
  driver.click("Start session");
  CHECK(asked<NewSession>(driver.take()) == nullptr);
  CHECK(ui.error == "A session needs a title");
}

TEST_CASE_FIXTURE(HomeFixture, "what lies under a sheet takes no tap") {
  driver.frames(2);
  const Vec under = driver.box_of("Session 3").center();
  driver.click("New session");
  driver.click_at(under);
  CHECK(asked<OpenSession>(driver.take()) == nullptr);
}

TEST_CASE_FIXTURE(HomeFixture, "a row of the list takes its tap wherever a session's card lies under it") {
  driver.frames(2);
  const Box card = driver.box_of("Session 1");
  driver.click("All 6");
  driver.frames(30);
  Box row;
  for (const UiDriver::Item& item : driver.items())
    if (item.label == "Session 2" && !item.disabled) row = item.box;
  const Vec both{(std::max(row.min.x, card.min.x) + std::min(row.max.x, card.max.x)) / 2, row.center().y};
  REQUIRE(row.contains(both));
  REQUIRE(card.contains(both));
  driver.click_at(both);
  const Commands commands = driver.take();
  REQUIRE(asked<OpenSession>(commands) != nullptr);
  CHECK(asked<OpenSession>(commands)->path == "/sessions/2.standpoint");
}

TEST_CASE_FIXTURE(HomeFixture, "review lists every session and opens the chosen one in replay") {
  driver.frames(2);
  driver.click("Review a session");
  driver.frames(2);
  driver.click("Session 5");
  const Commands commands = driver.take();
  REQUIRE(asked<ReviewSession>(commands) != nullptr);
  CHECK(asked<ReviewSession>(commands)->path == "/sessions/5.standpoint");
}

TEST_CASE("R302 Continue is seen on the newest session's card, however narrow it is") {
  for (const Vec size : {Vec{1024, 768}, Vec{1280, 720}, Vec{1366, 768}, Vec{1920, 1080}, Vec{1080, 1920}}) {
    const HomeModel model = some_home();
    HomeUi ui;
    ScreenWatch watch;
    UiDriver driver([&](const Frame& frame, Commands& commands) { draw_home(watch.watching(frame), model, ui, commands); }, size.x, size.y);
    driver.frames(3);
    const std::vector<ScreenWatch::Word>& words = watch.words();
    const auto on = std::find_if(words.begin(), words.end(), [](const ScreenWatch::Word& word) { return word.text == "Continue"; });
    REQUIRE_MESSAGE(on != words.end(), size.x);
    CHECK_MESSAGE(on->covered == 0, size.x);
  }
}

TEST_CASE_FIXTURE(HomeFixture, "a file that cannot be read says so on its card and stays in the list") {
  model.recent[0].trouble = "This is not a Standpoint session.";
  model.recent[0].workshop = {};
  driver.frames(3);
  CHECK(driver.has("0.standpoint"));
  CHECK_FALSE(driver.has("Continue"));
}

TEST_CASE_FIXTURE(HomeFixture, "R192 the list of all files says subtitle and file of each, and finds by them") {
  model.recent[3].workshop.subtitle = "Nguyễn's own way";
  model.recent[4].path = "/sessions/store-pilot.standpoint";
  std::vector<std::string> words;
  UiDriver list([&](const Frame& frame, Commands& commands) {
    words = words_of(frame, true, [&](const Frame& seen) { draw_home(seen, model, ui, commands); });
  });
  list.frames(2);
  list.click("All 6");
  list.frames(20);
  CHECK(says(words, "Nguyễn's own way"));
  CHECK(says(words, "store-pilot.standpoint"));
  const auto rows = [&list] {
    std::vector<std::string> titles;
    for (const UiDriver::Item& item : list.items())
      if (!item.disabled && item.label.rfind("Session ", 0) == 0) titles.push_back(item.label);
    std::sort(titles.begin(), titles.end());
    return titles;
  };
  CHECK(rows().size() == 6);
  const auto search = [&list](const char* what) {
    list.key(ImGuiKey_A, true);
    list.type(what);
    list.frames(2);
  };
  search("nguyen");
  CHECK(rows() == std::vector<std::string>{"Session 3"});
  search("STORE pilot");
  CHECK(rows() == std::vector<std::string>{"Session 4"});
  search("session 5");
  CHECK(rows() == std::vector<std::string>{"Session 5"});
  search("nobody");
  CHECK(rows().empty());
  CHECK(says(words, "No session is called so"));
}

TEST_CASE_FIXTURE(HomeFixture, "R296 the list of files opens at its search, and Enter takes the first that is found") {
  for (const bool review : {false, true}) {
    driver.frames(2);
    driver.click(review ? "Review a session" : "All 6##recent");
    driver.frames(3);
    driver.key(ImGuiKey_Enter);  // nothing was searched yet
    driver.frames(2);
    const Commands nothing = driver.take();
    CHECK(asked<OpenSession>(nothing) == nullptr);
    CHECK(asked<ReviewSession>(nothing) == nullptr);
    driver.click("##Search the sessions");
    driver.type("session 4");
    driver.key(ImGuiKey_Enter);
    driver.frames(1);
    const Commands commands = driver.take();
    if (review) REQUIRE(asked<ReviewSession>(commands) != nullptr);
    else REQUIRE(asked<OpenSession>(commands) != nullptr);
    CHECK((review ? asked<ReviewSession>(commands)->path : asked<OpenSession>(commands)->path) == "/sessions/4.standpoint");
  }
  show_files(ui, false);
  driver.frames(3);
  driver.type("session 2");
  driver.frames(1);
  CHECK(ui.search == "session 2");
}

TEST_CASE_FIXTURE(HomeFixture, "R192 a file of which nothing is safe has no date, in the list and on its card") {
  model.recent[0].workshop = {};
  model.recent[0].trouble = "0.standpoint is damaged from its first event on.";
  CHECK(session_facts(model.recent[0]).empty());
  ui.sheet = HomeUi::Sheet::files;
  driver.frames(3);
  UiDriver list([&](const Frame& frame, Commands& commands) {
    const auto words = words_of(frame, true, [&](const Frame& seen) { draw_home(seen, model, ui, commands); });
    CHECK_FALSE(says(words, "1970"));
    CHECK_FALSE(says(words, " Jan"));
    CHECK(says(words, "damaged from its first event on"));
  });
  list.frames(3);
}

TEST_CASE("R192 the home screen has every session and template that it names inside the window, at any size") {
  HomeModel model = some_home();
  model.templates.assign(6, {"stakeholder-mapping", "Stakeholder mapping", "60 min, 5 activities"});
  for (std::size_t i = 0; i < model.templates.size(); ++i) model.templates[i].title += " " + std::to_string(i);
  HomeUi ui;
  for (const Vec size : {Vec{1024, 768}, Vec{1366, 768}, Vec{1280, 720}, Vec{900, 1600}, Vec{1080, 1920}, Vec{1920, 1080}, Vec{2560, 1080}}) {
    CAPTURE(size.x);
    UiDriver window([&](const Frame& frame, Commands& commands) { draw_home(frame, model, ui, commands); }, size.x, size.y);
    window.frames(2);
    const float scale = std::min(size.x / design_width, size.y / design_height);
    int sessions = 0, templates = 0;
    for (const UiDriver::Item& item : window.items()) {
      const Box glass{item.box.min * scale, item.box.max * scale};
      if (item.label == "Standpoint") continue;
      CHECK_MESSAGE(glass.max.y <= size.y, item.label);
      CHECK_MESSAGE(glass.max.x <= size.x, item.label);
      sessions += item.label.rfind("Session ", 0) == 0 ? 1 : 0;
      templates += item.label.rfind("Stakeholder mapping", 0) == 0 ? 1 : 0;
    }
    CHECK(templates == 6);
    CHECK(sessions >= 3);
  }
}

TEST_CASE_FIXTURE(HomeFixture, "the keyboard alone reaches the new session sheet") {
  driver.frames(2);
  for (int i = 0; i < 40 && driver.focused() != "New session"; ++i) driver.key(ImGuiKey_Tab);
  REQUIRE(driver.focused() == "New session");
  driver.key(ImGuiKey_Space);
  CHECK(ui.sheet == HomeUi::Sheet::new_session);
}

TEST_CASE_FIXTURE(HomeFixture, "the gear asks for the settings") {
  driver.frames(2);
  driver.click("Settings");
  CHECK(asked<ShowSettings>(driver.take()) != nullptr);
}

TEST_CASE_FIXTURE(HomeFixture, "after Esc closed a sheet the keyboard is where it was") {
  for (const char* opener : {"Review a session", "New session"}) {
    driver.frames(2);
    for (int i = 0; i < 40 && driver.focused() != opener; ++i) driver.key(ImGuiKey_Tab);
    driver.key(ImGuiKey_Space);
    REQUIRE(ui.sheet != HomeUi::Sheet::none);
    driver.frames(3);
    driver.key(ImGuiKey_Escape);
    REQUIRE(ui.sheet == HomeUi::Sheet::none);
    driver.frames(2);
    CHECK(driver.focused() == opener);
  }
}

TEST_CASE_FIXTURE(HomeFixture, "R307 a row's bin asks with the file's name and what goes, and deletes only what was answered with Delete") {
  model.recent[2].answers = 3;
  model.recent[4].sample = true;
  std::vector<std::string> words;
  UiDriver list([&](const Frame& frame, Commands& commands) {
    words = words_of(frame, true, [&](const Frame& seen) { draw_home(seen, model, ui, commands); });
  });
  list.frames(2);
  list.click("All 6");
  list.frames(20);
  CHECK_FALSE(list.has("Delete Session 4"));
  list.click("Delete Session 2");
  list.frames(20);
  CHECK(asked<OpenSession>(list.take()) == nullptr);
  CHECK(says(words, "2.standpoint"));
  CHECK(says(words, "3 sealed answers"));
  list.click("Keep it");
  list.frames(2);
  CHECK(asked<DeleteSession>(list.take()) == nullptr);
  CHECK(ui.sheet == HomeUi::Sheet::files);
  list.click("Delete Session 1");
  list.frames(20);
  CHECK_FALSE(says(words, "sealed"));
  list.click("Delete");
  const Commands commands = list.take();
  REQUIRE(asked<DeleteSession>(commands) != nullptr);
  CHECK(asked<DeleteSession>(commands)->path == "/sessions/1.standpoint");
  CHECK_FALSE(ui.asks());
}

TEST_CASE_FIXTURE(HomeFixture, "R307 Esc answers the question alone, and the list stays") {
  driver.frames(2);
  driver.click("All 6");
  driver.frames(20);
  driver.click("Delete Session 1");
  driver.frames(20);
  driver.key(ImGuiKey_Escape);
  driver.frames(2);
  CHECK_FALSE(ui.asks());
  CHECK(ui.sheet == HomeUi::Sheet::files);
  CHECK(asked<DeleteSession>(driver.take()) == nullptr);
}

TEST_CASE_FIXTURE(HomeFixture, "R308 a box without a session is said on home, and destroyed only when that was asked") {
  model.boxes = {{"/sessions/returns-policy.ballots-7", 1}, {"/elsewhere/pilot.ballots-9", 0}};
  std::vector<std::string> words;
  UiDriver home([&](const Frame& frame, Commands& commands) {
    words = words_of(frame, true, [&](const Frame& seen) { draw_home(seen, model, ui, commands); });
  });
  home.frames(3);
  CHECK(says(words, "returns-policy.ballots-7 holds 1 sealed answer of a session that is gone"));
  home.click("Destroy");
  home.frames(20);
  CHECK(asked<DestroyBox>(home.take()) == nullptr);
  home.click("Keep it");
  home.frames(2);
  CHECK_FALSE(ui.asks());
  home.click("Destroy");
  home.frames(20);
  home.click("Destroy for good");
  const Commands commands = home.take();
  REQUIRE(asked<DestroyBox>(commands) != nullptr);
  CHECK(asked<DestroyBox>(commands)->path == "/sessions/returns-policy.ballots-7");
}

TEST_CASE_FIXTURE(HomeFixture, "R369 the card of a session without a subtitle has no empty line") {
  model.recent[0].workshop.subtitle = "Returns in the stores";
  std::vector<TextSpy::Said> said;
  UiDriver home([&](const Frame& frame, Commands& commands) { said = said_on(frame, true, [&](const Frame& seen) { draw_home(seen, model, ui, commands); }); });
  home.frames(3);
  const auto below_title = [&](const std::string& title) {
    const auto found = std::find_if(said.begin(), said.end(), [&](const TextSpy::Said& each) { return each.words == title; });
    REQUIRE(found != said.end());
    float nearest = 1000;
    for (const TextSpy::Said& each : said)
      if (std::abs(each.at.x - found->at.x) < 2 && each.at.y > found->at.y) nearest = std::min(nearest, each.at.y - found->at.y);
    return nearest;
  };
  CHECK(std::abs(below_title("Session 0") - below_title("Session 1")) < 4);
}

TEST_CASE_FIXTURE(HomeFixture, "R370 what deletes for good is red, and what keeps it is not") {
  model.boxes = {{"/sessions/returns-policy.ballots-7", 1}};
  driver.frames(3);
  ui.destroying = model.boxes.front().path;
  driver.frames(60);
  const auto painted = [&](const char* label) {
    const Box box = driver.box_of(label);
    std::set<ImU32> colours;
    for (const ImDrawVert& vertex : ImGui::GetDrawData()->CmdLists.back()->VtxBuffer)
      if (box.grown(1).contains({vertex.pos.x, vertex.pos.y})) colours.insert(vertex.col);
    return colours;
  };
  const Color danger = light_theme.status.danger;
  const ImU32 red = IM_COL32(danger.r, danger.g, danger.b, danger.a);
  CHECK(painted("Destroy for good").contains(red));
  CHECK_FALSE(painted("Keep it").contains(red));
}

}  // namespace standpoint::home_test
