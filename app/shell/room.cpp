// The open session in its windows: what each knows of it, and what becomes of commands. The main window is the stage, or,
// while a second display is, the facilitator's console; the second display is bare. See app.h.
#include <algorithm>
#include <optional>

#include "app/net/door/qr_code.h"
#include "app/screens/console/here_twice.h"
#include "app/screens/sheets/join.h"
#include "app/shell/parts.h"
#include "app/widgets/frame_scope.h"
#include "core/workshop/audience.h"
#include "core/workshop/changes.h"

namespace standpoint {
namespace {

// Message by message, so that the moment of freezing is met.
template <class Hear>
void receive(Link& link, Replica& replica, FrozenStage& frozen, Hear hear) {
  for (const HostMessage& message : link.receive()) {
    replica.receive(message);
    hear(message);
    const Workshop& now = replica.confirmed();
    const Progress progress = replica.progress(now.stage.activity);
    frozen.follow(now, {progress.done, progress.of, {}, progress.again}, replica.stage_turn());
  }
}

// How many have answered what is left open while the stage shows something else.
SealedState left_open_state(const Replica& replica) {
  const Activity* const open = left_open(replica.shown());
  if (open == nullptr) return {};
  const Progress progress = replica.progress(open->id);
  return {progress.done, progress.of, {}};
}

}  // namespace

void App::send_commands(Live& live, Commands& commands, double seconds) {
  for (Commands::Requested& requested : commands.actions) requested.by = requested.by ? requested.by : live.replica.seat();
  std::erase_if(commands.actions, [&](const Commands::Requested& requested) {
    return held_back(live, requested, false) || live.text.hold(live.replica.shown(), requested.action);
  });
  if (std::optional<RemovalQuestion::Decided> decided = live.removal.take_decided()) {
    if (decided->by_undo) live.link->send(live.replica.issue(decided->requested.by, std::move(decided->requested.action)));
    else commands.actions.push_back(std::move(decided->requested));
  }
  offer_undo(live.replica.shown(), commands, seconds);
  for (Commands::Requested& requested : commands.actions) {
    live.undo.note(live.replica.shown(), requested.by, requested.action);
    live.link->send(live.replica.issue(requested.by, std::move(requested.action)));
  }
  commands.actions.clear();
  live.undo.end_of_frame();
}

bool App::held_back(Live& live, const Commands::Requested& requested, bool by_undo) {
  const std::optional<AskNaming> asked = live.removal.hold(live.replica.shown(), requested, by_undo);
  if (asked) live.link->send(*asked);
  return asked.has_value();
}

StageState App::stage_state(const Live& live) const {
  StageState state;
  const ActivityId staged = live.replica.shown().stage.activity;
  const Progress progress = live.replica.progress(staged);
  state.sealed = {progress.done, progress.of, live.replica.sealed_seats(staged), progress.again};
  state.elsewhere = left_open_state(live.replica);
  state.turn = live.replica.stage_turn();
  state.can_undo = live.undo.can_undo();
  state.can_redo = live.undo.can_redo();
  state.read_only = live.replica.read_only().value_or("");
  state.lobby = {live.words, live.replica.here()};
  state.room_watches = !stage_elsewhere_;
  state.frozen = &live.frozen;
  state.offers_console = stage_elsewhere_;
  return state;
}

void App::draw_live(Frame& frame, Live& live, Commands& commands) {
  hear_of_joining(live);
  if (const auto news = live.host->take_file_news()) live.path = news->path;  // said by the room
  receive(*live.link, live.replica, live.frozen, [&](const HostMessage& message) {
    if (const auto* event = std::get_if<Event>(&message)) live.undo.hear(*event);
  });
  for (const Refusal& refusal : live.replica.take_refusals()) say(refusal.text);
  for (const Action& action : live.replica.take_overtaken())
    if (std::string undone = live.undo.refused(live.replica.shown(), action); !undone.empty()) say(std::move(undone));
    else if (!live.text.hear(live.replica.shown(), action))
      if (std::string words = said_of_overtaken(live.replica.shown(), action); !words.empty()) say(std::move(words));
  if (const std::optional<Naming> naming = live.replica.take_naming()) live.removal.hear(*naming);
  if (!live.replica.seat()) return;  // the host's first answer is a frame away; bare paper until then
  frame.me = live.replica.seat();
  const StageState state = stage_state(live);
  frame.read_only = !state.read_only.empty();
  frame.chrome = !fullscreen_ || live.ui.pass.activity;
  if (live.console_shown && stage_elsewhere_) draw_console_here(frame, live, state, commands);
  else draw_stage(frame, live.replica.shown(), state, live.ui, commands);
  if (frame.chrome && !live.console_shown && !live.ui.pass.activity) draw_question_of_twice(frame.desk(), live, commands);
  send_commands(live, commands, frame.seconds);
}

void App::draw_question_of_text(const Frame& frame, Commands& commands) {
  commands.change(live_->text.draw(frame, live_->replica.shown(), {{}, frame.size}));
  send_commands(*live_, commands, frame.seconds);
  if (!asks_about_text()) commands.ask(WakeAt{frame.seconds});
}

// Without a console, whoever leads is asked here who came back.
void App::draw_question_of_twice(const Frame& frame, Live& live, Commands& commands) {
  constexpr float width = 380, top = 176, room = 160;
  const float right = frame.size.x - space::s4;
  draw_here_twice(frame, live.replica.shown(), live.replica.here(), live.replica.one_device(), {{right - width, top}, {right, top + room}}, commands);
}

void App::draw_console_here(const Frame& frame, Live& live, const StageState& stage, Commands& commands) {
  const ConsoleState state{stage, live.replica.here(), stage.sealed, Connection::connected, true, live.replica.stranded(), live.replica.one_device()};
  draw_fitted(frame, {console_width, console_height}, [&](const Frame& own) { draw_console(own, live.replica.shown(), state, live.console, commands); });
}

double App::draw_bare_stage(Frame& frame) {
  if (!live_) return whenever;
  Live& live = *live_;
  if (!live.bare_link) {
    live.bare_link = live.host->connect();
    live.bare_link->send(Hello{seat_of(live.replica.confirmed(), Role::stage), "Stage", Role::stage, 0});
    live.bare_frozen = live.frozen;  // it may come while the stage is frozen
  }
  receive(*live.bare_link, live.bare_replica, live.bare_frozen, [](const HostMessage&) {});
  frame.role = Role::stage;
  frame.read_only = true;
  frame.chrome = false;
  frame.me = live.bare_replica.seat();
  const Progress progress = live.bare_replica.progress(live.bare_replica.shown().stage.activity);
  StageState state;
  state.sealed = {progress.done, progress.of, {}, progress.again};
  state.turn = live.bare_replica.stage_turn();
  state.lobby = {live.words, live.bare_replica.here()};
  state.room_watches = true;
  state.frozen = &live.bare_frozen;
  Commands commands;
  if (live.bare_replica.seat()) draw_stage(frame, live.bare_replica.shown(), state, live.bare_ui, commands);
  return next_frame(commands, frame);
}

void App::take_join_info(Live& live) {
  live.words = {};
  live.words.trouble = live.join_trouble;
  if (!live.join) return;
  if (!live.join->reachable) {
    live.words.trouble = no_network;
    return;
  }
  const JoinAddress& chosen = live.join->addresses[live.join->chosen];
  live.words = {chosen.text, live.join->code, qr_code_of(chosen.url), ""};
  live.own_code = qr_code_of(chosen.facilitator_url);
  live.stage_code = qr_code_of(chosen.stage_url);
}

void App::hear_of_joining(Live& live) {
  const std::optional<Result<JoinNews>> news = live.host->take_join_news();
  if (!news) return;
  if (!*news) return say(news->error().sentence);
  live.join = (*news)->info;
  take_join_info(live);
  if ((*news)->new_code) say("The join code is new, and the old one opens no more. Who is in stays in.");
}

void App::draw_joining(const Frame& frame) {
  if (!live_) {
    joining_ = false;
    return;
  }
  JoinSheet sheet;
  sheet.trouble = live_->words.trouble;
  if (live_->words.open()) {
    for (const JoinAddress& address : live_->join->addresses) sheet.addresses.push_back(address.text);
    sheet.chosen = live_->join->chosen;
    sheet.second_screen = second_screen_;
    sheet.own_link = second_screen_ ? live_->stage_code : live_->own_code;
    const JoinAddress& shown = live_->join->addresses[live_->join->chosen];
    sheet.own_url = second_screen_ ? shown.stage_url : shown.facilitator_url;
  }
  const JoinSheetAnswer answer = draw_join_sheet(frame, sheet);
  joining_ = answer.open;
  second_screen_ = answer.second_screen;
  if (answer.chosen) live_->host->show_address(live_->join->addresses[*answer.chosen].text);
  if (answer.new_code) live_->host->renew_code();
}

void keep_frozen(const Replay& replay, FrozenStage& frozen) {
  for (std::uint64_t n = replay.last_sequence(); n > 0; --n) {
    const Event event = replay.event(n);
    const auto* covers = std::get_if<CoverStage>(&event.action);
    if (covers == nullptr) continue;
    if (covers->cover == StageCover::frozen) frozen.keep(as_seen_by(Role::stage, replay.at(n)), event.time_ms);
    return;
  }
}

}  // namespace standpoint
