// Chooses a participant's page and keeps what they make in secret no longer than it is needed. See participant.h.
#include "app/screens/hand/participant.h"

#include <algorithm>
#include <utility>

#include <imgui.h>

#include "app/activities/activities.h"
#include "app/screens/hand/kept_drafts.h"
#include "app/screens/hand/pages.h"
#include "core/activities/place/result.h"

namespace standpoint {
namespace {

bool asks_for_input(const Workshop& workshop, const Activity& activity) {
  return activity.phase == Phase::open && collects_inputs(workshop, activity);
}

// What was made goes when its activity is revealed or gone.
void forget_the_done(const Workshop& workshop, ParticipantUi& ui) {
  for (auto made = ui.making.begin(); made != ui.making.end();) {
    const Activity* activity = find(workshop, made->first);
    const bool done = activity == nullptr || activity->phase == Phase::revealed;
    if (done) wipe(made->second);
    made = done ? ui.making.erase(made) : std::next(made);
  }
}

// A finger on the glass: nothing moves under it.
bool touched(const Frame& frame) {
  return ImGui::IsMouseDown(ImGuiMouseButton_Left) || frame.pinch != nullptr || (frame.further != nullptr && !frame.further->fingers.empty());
}

// What is opened comes to the hand by itself, once; over a board that is looked at, a moment after the last touch. What is done in
// secret brings its page, what is done in the open the board it is done on.
void come_to_hand(const Frame& frame, const Workshop& workshop, const Activity* activity, ParticipantUi& ui, Commands& commands) {
  if (activity == nullptr || activity->phase != Phase::open || frame.role != Role::participant) {
    ui.came = {};
    ui.called_since = -1;
    return;
  }
  if (ui.came == activity->id) return;
  if (ui.called_since < 0 || touched(frame)) ui.called_since = frame.seconds;
  const double until = ui.called_since + (ui.exploring ? motion::inert_after_moment / 1000.0 : 0);
  if (touched(frame)) return;  // letting go brings a frame
  if (frame.seconds < until) return commands.ask(WakeAt{until});
  ui.came = activity->id;
  ui.called_since = -1;
  if (!collects_inputs(workshop, *activity)) return lead_to_board(frame, workshop, *activity, ui);
  if (!std::exchange(ui.exploring, false)) return;
  ui.scroll = {};
  ui.making[activity->id].since = frame.seconds;  // what was meant for the board does nothing here
}

// Something this seat had chosen was removed, or came back: what it sent is in the hand again without it, or is whole again.
void hear_of_removal(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state, Making& making) {
  making.came_back += keep_to_items(making.draft, workshop, activity);
  const bool came = state.lost && !making.lost, went = !state.lost && making.lost;
  making.lost = state.lost;
  if (activity.phase != Phase::open || making.awaiting) return;
  if (came && making.page == Making::Page::sent) {
    wipe(making.draft);
    making.draft = making.sent;
    making.came_back = keep_to_items(making.draft, workshop, activity);
    making.offered = making.draft;
    turn_to(frame, making, Making::Page::input);
  } else if (went) {
    const bool untouched = input_of(making.draft, activity) == input_of(making.offered, activity);
    wipe(making.offered);
    if (making.page != Making::Page::input || !state.mine_sealed || !untouched) return;
    wipe(making.draft);
    making.came_back = 0;
    turn_to(frame, making, Making::Page::sent);
  }
}

// The room has answered: the draft is in the box, or it was refused and stays in the hand while it can still be mended.
void hear_answer(const Frame& frame, const Activity& activity, const ParticipantState& state, Making& making) {
  if (making.awaiting && !state.sealing) {
    making.awaiting = false;
    if (state.refusal.empty()) {
      wipe(making.draft);
      making.came_back = 0;
    } else {
      wipe(making.sent);
      making.has_sent = false;
      turn_to(frame, making, activity.phase == Phase::open ? Making::Page::input : Making::Page::too_late);
    }
  }
  if (activity.phase == Phase::open && making.page == Making::Page::too_late) turn_to(frame, making, Making::Page::input);
  if (activity.phase != Phase::open && making.page == Making::Page::input && !state.mine_sealed)
    turn_to(frame, making, Making::Page::too_late);
  if (making.page == Making::Page::too_late || (activity.phase != Phase::open && making.page == Making::Page::input)) wipe(making.draft);
}

void draw_input(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state, ParticipantUi& ui,
                Commands& commands) {
  Making& making = ui.making[activity.id];
  if (!std::exchange(making.begun, true)) {  // it came back after sleep or a reload, perhaps
    const bool begun_before = activity.phase == Phase::open && take_up_draft(workshop, activity, state.mine_sealed, ui, making);
    if (state.mine_sealed && !begun_before) making.page = Making::Page::sent;
  }
  hear_answer(frame, activity, state, making);
  hear_of_removal(frame, workshop, activity, state, making);
  const bool sends = making.page != Making::Page::input || activity.phase != Phase::open;
  ImGui::PushID(sends ? "sent" : "input");
  if (sends) draw_sent_hand(frame, workshop, activity, state, making, ui, commands);
  else screens_of(activity).draw_hand(frame, workshop, activity, state, making, ui, commands);
  ImGui::PopID();
}

bool shows_board(const Workshop& workshop, const Activity* activity, const Frame& frame, const ParticipantUi& ui) {
  const bool revealed_placing = placing(activity) != nullptr && activity->phase == Phase::revealed;
  const bool board = find(workshop, workshop.stage.board) != nullptr || revealed_placing;
  return board && (ui.exploring || revealed_placing || (activity == nullptr && frame.role == Role::observer));
}

}  // namespace

const Activity* activity_for(const Workshop& workshop) {
  const Activity* staged = find(workshop, workshop.stage.activity);
  if (staged != nullptr && (asks_for_input(workshop, *staged) || staged->phase != Phase::planned)) return staged;
  for (const ActivityId id : workshop.agenda)
    if (const Activity* activity = find(workshop, id); activity != nullptr && asks_for_input(workshop, *activity)) return activity;
  return staged;
}

void draw_participant(const Frame& frame, const Workshop& workshop, const ParticipantState& state, ParticipantUi& ui, Commands& commands) {
  forget_the_done(workshop, ui);
  const Activity* activity = activity_for(workshop);
  const ActivityId id = activity == nullptr ? ActivityId{} : activity->id;
  if (!(ui.on == id) && !touched(frame)) {  // another activity: from its top, and not somewhere else
    ui.on = id;
    ui.scroll = {};
    ui.exploring = ui.writing = false;
  }
  come_to_hand(frame, workshop, activity, ui, commands);
  const bool takes_part = activity != nullptr && collects_inputs(workshop, *activity) && activity->phase != Phase::planned &&
                          activity->phase != Phase::revealed && frame.role == Role::participant &&
                          (activity->phase == Phase::closed || ui.came == id);
  if (activity != nullptr && activity->phase != Phase::revealed) await_reveal(ui.reveal, activity->id);
  ImGui::PushID("participant");
  if (shows_board(workshop, activity, frame, ui)) draw_board_hand(frame, workshop, state, ui, commands);
  else if (takes_part) draw_input(frame, workshop, *activity, state, ui, commands);
  else if (activity != nullptr && activity->phase == Phase::revealed && screens_of(*activity).draw_hand_result != nullptr)
    screens_of(*activity).draw_hand_result(frame, workshop, *activity, state, ui, commands);
  else draw_waiting_hand(frame, workshop, activity, state, ui, commands);
  ImGui::PopID();
}

}  // namespace standpoint
