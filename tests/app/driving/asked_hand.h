// A phone or tablet in somebody's hand, asked to vote and to place. The test is the room. For tests of a participant's pages.
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "app/screens/hand/participant.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::testing {

struct HandRoom : SampleRoom {
  BoardId ideas, canvas;
  std::vector<Item> cards, people;
  ActivityId vote, placing;

  HandRoom() {
    ideas = add_board(BoardKind::cards, "Ideas");
    canvas = add_board(BoardKind::canvas, "Power and interest");
    for (const char* text : {"Alpha", "Beta", "Gamma", "Delta"}) cards.emplace_back(add_card(nadia, ideas, text));
    for (const char* name : {"Ada Holm", "Ruth Kaplan", "Viktor Novak"}) people.emplace_back(add_stakeholder(nadia, name));
    vote = add_vote(cards, 3, 2);
    placing = add_placing(canvas, people);
  }
};

// Tomás holds the phone; the test is the room.
struct Hand {
  HandRoom room;
  ParticipantState state;
  ParticipantUi ui;
  std::vector<std::string> words;
  UiDriver driver;

  explicit Hand(float width = 390, float height = 844)
      : driver([this](const Frame& frame, Commands& commands) {
          words = words_of(frame, true, [&](const Frame& seen) {
            Frame own = seen;
            own.me = room.tomas;
            own.role = Role::participant;
            draw_participant(own, room.workshop, state, ui, commands);
          });
          // As the replica does: what was sealed is on its way from this frame on.
          for (const Commands::Requested& requested : commands.actions) state.sealing = state.sealing || std::holds_alternative<SealInput>(requested.action);
        }, width, height) {
    driver.glass = Glass{1, {{0, 0}, {width, height}}};
    state.sealed = {9, 14, {}};
  }
  void open(ActivityId id) {
    room.open(id);
    room.act(room.nadia, ShowOnStage{{find(room.workshop, id)->board, id}});
    driver.frames(3);
  }
  std::string label_of(const std::string& text) {
    for (const std::string& label : driver.labels())
      if (label.size() > text.size() && label.substr(label.size() - text.size()) == text) return label;
    FAIL("no card says " << text);
    return {};
  }
  void tap(const std::string& text) { driver.click(label_of(text)); }
  Making& making(ActivityId id) { return ui.making[id]; }
  // What was sealed since the last call.
  std::vector<SealInput> sealed() {
    std::vector<SealInput> all;
    for (const Commands::Requested& requested : driver.take().actions)
      if (const auto* seal = std::get_if<SealInput>(&requested.action)) all.push_back(*seal);
    return all;
  }
  void answer() {
    state.sealing = false;
    state.mine_sealed = true;
    driver.frames(60);
  }
};

}  // namespace standpoint::testing
