// The door of a session: what it says before anybody joins, and Enter.
#include "app/screens/hand/join.h"

#include <doctest/doctest.h>

#include "tests/app/driving/ui_driver.h"

namespace standpoint::join_test {

using namespace standpoint::testing;

namespace {

struct AtDoor {
  JoinUi ui;
  JoinState state;
  JoinWish::What wish = JoinWish::What::nothing;
  Semantics semantics;
  UiDriver driver{[this](const Frame& frame, Commands&) {
    const JoinWish now = draw_join(frame, state, ui);
    if (now.what != JoinWish::What::nothing) wish = now.what;
  }, 390, 844};
  AtDoor() {
    driver.glass = Glass{1, {{0, 0}, {390, 844}}};
    driver.semantics = &semantics;
    state.at = JoinState::At::name;
    state.door.title = "Checkout relaunch";
    state.door.subtitle = "stakeholder alignment";
    state.door.facilitator = "Nadia Okafor";
  }
  // The words as one hears them: whole sentences.
  bool hears(std::string_view words) {
    driver.frames(2);
    for (const SemanticItem& item : semantics.items())
      if (item.name.find(words) != std::string::npos) return true;
    return false;
  }
};

}  // namespace

TEST_CASE("R214 the door names who leads, and what is kept with a name, before anybody joins") {
  AtDoor door;
  CHECK(door.hears("with Nadia Okafor"));
  CHECK(door.hears("is kept with your name and can be played back"));
  CHECK(door.hears("Votes and placements are shown without it"));
  door.state.door.secret_inputs = false;
  CHECK_FALSE(door.hears("Votes and placements are shown without it"));
  CHECK(door.hears("is kept with your name and can be played back"));
}

TEST_CASE("R214 a browser that keeps nothing says so before anybody joins") {
  AtDoor door;
  CHECK_FALSE(door.hears("This browser keeps nothing"));
  door.state.forgets = true;
  CHECK(door.hears("This browser keeps nothing for this page: loaded again, you are somebody new with a new seat."));
}

TEST_CASE("R218 Enter in the door's field joins, and does nothing while no name is typed") {
  AtDoor door;
  door.semantics.edits_text = true;
  door.driver.frames(2);
  std::uint32_t field = 0;
  for (const SemanticItem& item : door.semantics.items())
    if (item.role == ItemRole::field) field = item.id;
  REQUIRE(field != 0);
  FieldEdit entered;
  entered.text = "  ";
  entered.entered = true;
  door.semantics.edit(field, entered);
  door.driver.frames(2);
  CHECK(door.wish == JoinWish::What::nothing);
  FieldEdit left;  // to look at something else: no wish to join yet
  left.text = "Ana Belo";
  left.committed = true;
  door.semantics.edit(field, left);
  door.driver.frames(2);
  CHECK(door.wish == JoinWish::What::nothing);
  door.driver.key(ImGuiKey_Enter);  // the field was left, and nothing else has the keyboard
  CHECK(door.wish == JoinWish::What::join);
  door.wish = JoinWish::What::nothing;
  entered.text = "Ana Belo";
  door.semantics.edit(field, entered);
  door.driver.frames(2);
  CHECK(door.wish == JoinWish::What::join);
}

TEST_CASE("R371 fields say whether they take sentences, a name or a code") {
  AtDoor door;
  const auto typed = [&](std::string_view name) {
    door.driver.frames(2);
    for (const SemanticItem& item : door.semantics.items())
      if (item.role == ItemRole::field && item.name == name) return item.typed;
    FAIL("no such field");
    return TypedAs::sentences;
  };
  CHECK(typed("Your name") == TypedAs::name);
  door.state.at = JoinState::At::code;
  CHECK(typed("Join code") == TypedAs::code);
}

}  // namespace standpoint::join_test
