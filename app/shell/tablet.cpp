// What a frame of the tablet does, in its order. See tablet.h.
#include "app/shell/tablet.h"

#include <algorithm>

#include "app/net/door/key_text.h"
#include "app/screens/hand/kept_drafts.h"
#include "app/widgets/frame_scope.h"
#include "app/widgets/layers.h"

namespace standpoint {
namespace {

constexpr double offline_after_s = 6;  // a line that was lost is first said to come back

std::int64_t steady_ms(const Frame& frame) { return static_cast<std::int64_t>(frame.seconds * 1000); }

// The words of a code that the host worked out: this page has no room for what does it.
JoinWords words_of(const HowToJoin& told) {
  QrModules qr;
  while ((qr.side + 1) * (qr.side + 1) <= static_cast<int>(told.qr.size())) ++qr.side;
  for (std::size_t i = 0; i < static_cast<std::size_t>(qr.side * qr.side); ++i) qr.dark.push_back(told.qr[i] == '1');
  return {told.address, told.code, std::move(qr), told.trouble};
}

JoinState::At place_of(Visitor::Stage stage) {
  switch (stage) {
    case Visitor::Stage::connecting: return JoinState::At::connecting;
    case Visitor::Stage::needs_code: return JoinState::At::code;
    case Visitor::Stage::turned_away: return JoinState::At::turned_away;
    case Visitor::Stage::at_door: return JoinState::At::name;
    case Visitor::Stage::joining:
    case Visitor::Stage::joined: return JoinState::At::joining;
  }
  return JoinState::At::connecting;
}

}  // namespace

Tablet::Tablet(Visitor& visitor, bool forgets, DraftShelf shelf)
    : visitor_(visitor), forgets_(forgets), shelf_(std::move(shelf)), participant_(std::make_unique<ParticipantUi>()),
      console_(std::make_unique<ConsoleUi>()) {}

double Tablet::draw(Frame& frame) {
  visitor_.step(steady_ms(frame));
  frame.now_ms = visitor_.host_time_ms(steady_ms(frame)).value_or(frame.now_ms);  // a tablet's own clock may say anything
  Commands commands;
  if (visitor_.stage() == Visitor::Stage::joined) draw_seat(frame, commands);
  else draw_door(frame, commands);
  for (Commands::Requested& requested : commands.actions)
    if (!text_.hold(visitor_.replica().shown(), requested.action)) visitor_.issue(std::move(requested.action));
  return commands.actions.empty() ? next_frame(commands, frame) : 0;
}

Connection Tablet::connection(const Frame& frame) {
  if (visitor_.connected()) {
    lost_since_ = -1;
    return Connection::connected;
  }
  if (lost_since_ < 0) lost_since_ = frame.seconds;
  return frame.seconds - lost_since_ < offline_after_s ? Connection::reconnecting : Connection::offline;
}

void Tablet::draw_door(const Frame& frame, Commands& commands) {
  JoinState state{place_of(visitor_.stage()), false, visitor_.door(), visitor_.turned_away(), visitor_.refused(), visitor_.name_taken(), forgets_};
  if (state.at == JoinState::At::connecting) {
    state.offline = connection(frame) == Connection::offline;
    if (!state.offline) commands.ask(WakeAt{lost_since_ + offline_after_s});
  } else {
    lost_since_ = -1;
  }
  const bool only_watches = visitor_.stage() == Visitor::Stage::at_door && visitor_.door().role == Role::stage && visitor_.refused().empty();
  JoinWish wish = draw_join(frame, state, join_);
  if (only_watches) wish = {JoinWish::What::be_stage};
  if (wish.what == JoinWish::What::join) join_.asked_name = join_.name;
  switch (wish.what) {
    case JoinWish::What::nothing: return;
    case JoinWish::What::try_code: visitor_.enter_code(join_.code); break;
    case JoinWish::What::knock_again: visitor_.knock_again(); break;
    case JoinWish::What::join: visitor_.join(join_.name, visitor_.door().role, Hello::SameName::ask); break;
    case JoinWish::What::was_here: visitor_.join(join_.name, visitor_.door().role, Hello::SameName::was_here); break;
    case JoinWish::What::with_addition: visitor_.join(join_.name, visitor_.door().role, Hello::SameName::add); break;
    case JoinWish::What::watch: visitor_.join(join_.name.empty() ? "Observer" : join_.name, Role::observer); break;
    case JoinWish::What::be_stage: visitor_.join("Stage", Role::stage); break;
  }
  commands.ask(AnimateUntil{frame.seconds + 0.05});
}

void Tablet::take_from_shelf() {
  std::string key = text_of(visitor_.door().session) + "-" + std::to_string(visitor_.replica().seat().value);
  if (key == shelf_key_) return;
  shelf_key_ = std::move(key);
  on_shelf_ = shelf_.read(shelf_key_);
  keep_drafts(on_shelf_, *participant_);
}

void Tablet::put_on_shelf(const Workshop& workshop) {
  std::string text = text_of_drafts(workshop, *participant_);
  if (text == on_shelf_) return;
  on_shelf_ = std::move(text);
  shelf_.write(shelf_key_, on_shelf_);
}

ParticipantState Tablet::participant_state(const Frame& frame, const Workshop& workshop) {
  ParticipantState state;
  state.connection = connection(frame);
  const Replica& replica = visitor_.replica();
  if (const Activity* activity = activity_for(workshop)) {
    const Progress progress = replica.progress(activity->id);
    state.sealed = {progress.done, progress.of, replica.sealed_seats(activity->id), progress.again};
    state.lost = replica.lost_something(activity->id);
    state.sealing = replica.sealing(activity->id);
    const auto& seats = state.sealed.sealed;
    state.mine_sealed = std::find(seats.begin(), seats.end(), replica.seat()) != seats.end();
  }
  state.read_only = replica.read_only().value_or("");
  for (const Refusal& refusal : visitor_.replica().take_refusals()) state.refusal = refusal.text;
  return state;
}

// What has to be said once, above the foot of the page.
void Tablet::draw_word(const Frame& frame, Commands& commands) {
  constexpr float above = 136, high = 64, widest = 480, margin = 16;
  if (toast_.empty()) return;
  const double until = toast_.since + motion::toast_stay / 1000;
  if (frame.seconds >= until) {
    toast_ = {};
    return;
  }
  commands.ask(WakeAt{until});
  const float half = std::min(widest, frame.area.width() - 2 * margin) / 2, bottom = std::max(frame.area.min.y + high, frame.area.max.y - above);
  draw_toast_panel(frame, clear_of_panels(frame, {{frame.area.center().x - half, bottom - high}, {frame.area.center().x + half, bottom}}), toast_, 1);
}

void Tablet::draw_big_stage(const Frame& frame, const Workshop& workshop, Commands& commands) {
  const float width = std::min(frame.area.width(), frame.area.height() * design_width / design_height);
  StageState state;
  const Progress progress = visitor_.replica().progress(workshop.stage.activity);
  state.sealed = {progress.done, progress.of, {}, progress.again};
  state.lobby = {words_of(visitor_.how_to_join()), visitor_.replica().here()};
  state.turn = visitor_.replica().stage_turn();
  draw_scaled(frame, box_around(frame.area.center(), width / 2, width / 2 * design_height / design_width), [&](const Frame& small) {
    Frame stage = small;
    stage.reduced_motion = frame.reduced_motion;
    Commands asked;
    draw_stage(stage, workshop, state, stage_, asked);
    for (const Intent& intent : asked.intents) commands.ask(intent);
  }, frame.semantics);
}

// The facilitator's console; its small picture is what the room sees.
void Tablet::draw_lead(const Frame& frame, const Workshop& workshop, const ParticipantState& participant, Commands& commands) {
  const Replica& replica = visitor_.replica();
  const ActivityId on_stage = workshop.stage.activity;
  const Progress progress = replica.progress(on_stage);
  ConsoleState state;
  state.here = replica.here();
  state.stranded = replica.stranded();
  state.one_device = replica.one_device();
  state.sealed = {progress.done, progress.of, replica.sealed_seats(on_stage), progress.again};
  state.connection = participant.connection;
  state.stage.sealed = {progress.done, progress.of, {}, progress.again};
  state.stage.lobby = {words_of(visitor_.how_to_join()), replica.here()};
  if (const Activity* const open = left_open(workshop)) {
    const Progress left = replica.progress(open->id);
    state.stage.elsewhere = {left.done, left.of, {}};
  }
  state.stage.turn = replica.stage_turn();
  state.stage.read_only = participant.read_only;
  draw_console(frame, workshop, state, *console_, commands);
  for (const Intent& intent : commands.intents) {
    if (const auto* reminder = std::get_if<SendReminder>(&intent)) visitor_.send(Remind{reminder->activity});
    if (const auto* two = std::get_if<SayTheyAreTwo>(&intent)) visitor_.send(AreTwo{two->seats});
    if (const auto* turned = std::get_if<TurnStage>(&intent)) visitor_.turn_stage(turned->turn);
    if (std::holds_alternative<NewJoinCode>(intent)) visitor_.send(NewCode{});
  }
}

void Tablet::draw_seat(Frame& frame, Commands& commands) {
  const Replica& replica = visitor_.replica();
  if (session_ != visitor_.door().session) {  // what was being made belongs to a session that is gone
    session_ = visitor_.door().session;
    participant_ = std::make_unique<ParticipantUi>();
    console_ = std::make_unique<ConsoleUi>();
    text_ = {};
  }
  take_from_shelf();
  const Workshop& workshop = replica.shown();
  const Seat* seat = find(workshop, replica.seat());
  frame.me = replica.seat();
  frame.role = seat == nullptr ? Role::participant : seat->role;
  frame.read_only = replica.read_only().has_value();
  if (frame.role == Role::stage) {
    draw_big_stage(frame, workshop, commands);
    return;
  }
  const ParticipantState state = participant_state(frame, workshop);
  if (state.connection == Connection::reconnecting) commands.ask(WakeAt{lost_since_ + offline_after_s});
  if (visitor_.take_reminder()) {
    participant_->exploring = false;
    toast_ = {"The room waits for you", Icon::hand_waving, false, frame.seconds};
  } else if (!state.refusal.empty()) {
    toast_ = {state.refusal, Icon::info, false, frame.seconds};
  }
  for (const Action& action : visitor_.replica().take_overtaken()) text_.hear(workshop, action);
  {
    const CoveredItems below(text_.open());
    if (frame.role == Role::facilitator) draw_lead(frame, workshop, state, commands);
    else draw_participant(frame, workshop, state, *participant_, commands);
  }
  commands.change(text_.draw(frame, workshop, frame.area));
  put_on_shelf(workshop);
  draw_word(frame, commands);
}

}  // namespace standpoint
