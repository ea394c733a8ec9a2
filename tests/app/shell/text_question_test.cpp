// R354: of two who wrote one text the slower one sees both and chooses.
#include <doctest/doctest.h>

#include "app/shell/text_question.h"
#include "core/workshop/apply.h"
#include "core/workshop/changes.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/driving/word_watcher.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::text_question_test {

using namespace standpoint::testing;

namespace {

struct Writing : SampleWorkshop {
  TextQuestion question;
  std::optional<Action> sent;
  std::vector<WordWatcher::Word> words;
  UiDriver driver;

  explicit Writing(Vec glass = {820, 1180})
      : driver([this](const Frame& frame, Commands&) {
          WordWatcher watcher(frame.painter);
          if (auto decided = question.draw(frame.drawn_by(watcher), workshop, frame.area)) sent = std::move(decided);
          words = watcher.words;
        }, glass.x, glass.y) {
    driver.glass = Glass{1, {{0, 0}, glass}};
    close(placing);
  }
  Action rewrites(std::string now) const {
    const Card& card = *find(workshop, till);
    const auto change = rewritten(card, card.text, now);
    REQUIRE(change);
    return *change;
  }
  bool says(const std::string& text) const {
    std::string all;
    for (const auto& word : words) all += word.text + " ";
    return all.find(text) != std::string::npos;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Writing, "R354 a text that nobody else wrote anew, and whatever is no long text, is sent without a question") {
  CHECK_FALSE(question.hold(workshop, rewrites("Mine")));
  CHECK_FALSE(question.hold(workshop, ChangeStakeholder{ruth, "Ruth K."}));
  CHECK_FALSE(question.hold(workshop, StopTimer{}));
  const Action mine = rewrites("Both the same");
  act(priya, ChangeCard{till, "Both the same"});
  question.hear(workshop, mine);
  CHECK_FALSE(question.open());
}

TEST_CASE_FIXTURE(Writing, "R354 whoever is slower sees both texts, and theirs replaces the other's only when they say so") {
  const Action mine = rewrites("Mine, in many words");
  act(priya, ChangeCard{till, "Theirs, for a reason"});
  REQUIRE(question.hold(workshop, mine));
  driver.frames(3);
  CHECK(says("Somebody else wrote this meanwhile"));
  CHECK(says("Theirs, for a reason"));
  CHECK(driver.has("##Yours"));
  driver.key(ImGuiKey_Escape);
  CHECK(question.open());  // no key loses either
  SUBCASE("theirs is kept") {
    driver.click("Keep theirs");
    CHECK_FALSE(question.open());
    CHECK_FALSE(sent);
  }
  SUBCASE("mine is kept, over what is there now, as it is written on in the question") {
    driver.click("##Yours");
    driver.key(ImGuiKey_End, true);
    driver.type(", and theirs");
    driver.click("Keep mine");
    CHECK_FALSE(question.open());
    REQUIRE(sent);
    CHECK(std::get<ChangeCard>(*sent).text == "Mine, in many words, and theirs");
    CHECK(asked(*this, tomas, *sent).allowed());
    act(priya, ChangeCard{till, "Theirs once more"});
    CHECK(asked(*this, tomas, *sent) == Refusal::Why::changed_since);
    question.hear(workshop, *sent);
    CHECK(question.open());
  }
}

TEST_CASE_FIXTURE(Writing, "R354 of several versions that come back only the last is asked about, and what is gone asks nothing") {
  const Action first = rewrites("First"), data_text = ChangeCard{data, "Terms", {}, 7};
  act(tomas, ChangeCard{till, "First"});
  const Action second = rewrites("Second");
  act(priya, ChangeCard{till, "Theirs"});
  for (const Action& action : {first, second, data_text}) question.hear(workshop, action);
  driver.frames(3);
  act(nadia, RemoveItems{{}, {}, {data}});
  driver.click("Keep mine");
  REQUIRE(sent);
  CHECK(std::get<ChangeCard>(*sent).text == "Second");
  driver.frames(2);
  CHECK_FALSE(question.open());
}

TEST_CASE("R354 both texts are read on every glass, however long they are") {
  for (const Vec glass : {Vec{390, 844}, Vec{360, 560}, Vec{664, 311}, Vec{1180, 820}}) {
    CAPTURE(glass.x);
    Writing w(glass);
    std::string text = "Theirs";
    while (text.size() < 1900) text += " word";
    const Action mine = w.rewrites("Mine" + text.substr(6));
    w.act(w.priya, ChangeCard{w.till, text});
    REQUIRE(w.question.hold(w.workshop, mine));
    w.driver.frames(3);
    for (const char* label : {"Keep theirs", "Keep mine", "##Yours"}) {
      CAPTURE(label);
      REQUIRE(w.driver.has(label));
      const Box box = w.driver.box_of(label);
      CHECK(box.min.x >= 0);
      CHECK(box.max.x <= glass.x);
      CHECK(box.min.y >= 0);
      CHECK(box.max.y <= glass.y);
    }
    CHECK(w.driver.box_of("##Yours").height() >= 60);
    CHECK(w.says("Theirs word"));
    CHECK(w.says("Mine word"));  // one's own, too, broken into lines while nobody writes in it
    for (const auto& word : w.words) CHECK(word.box.max.x <= glass.x);
  }
}

TEST_CASE("R354 with large letters on a phone the choice stays within the glass, one below the other") {
  for (const Vec glass : {Vec{195, 422}, Vec{180, 280}, Vec{160, 227}}) {
    CAPTURE(glass.x);
    Writing w(glass);
    const Action mine = w.rewrites("Mine, in many words");
    w.act(w.priya, ChangeCard{w.till, "Theirs, for a reason"});
    REQUIRE(w.question.hold(w.workshop, mine));
    w.driver.frames(3);
    CHECK(w.says("Theirs, for"));
    w.driver.wheel({glass.x / 2, glass.y / 2}, -40);  // all of it is one page
    w.driver.frames(3);
    for (const char* label : {"Keep theirs", "Keep mine"}) {
      CAPTURE(label);
      REQUIRE(w.driver.has(label));
      CHECK(w.driver.box_of(label).min.x >= 16);
      CHECK(w.driver.box_of(label).max.x <= glass.x - 16);
      CHECK(w.driver.box_of(label).max.y <= glass.y);
    }
    CHECK(w.driver.box_of("Keep theirs").min.y >= w.driver.box_of("Keep mine").max.y);
    w.driver.click("Keep theirs");
    CHECK_FALSE(w.question.open());
  }
}

}  // namespace standpoint::text_question_test
