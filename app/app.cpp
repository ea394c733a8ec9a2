// What is open and what a frame does with it. The steps of a frame stand in draw_live in their order. See app.h.
#include "app/app.h"

#include <algorithm>
#include <map>
#include <random>

#include <imgui.h>

#include "app/frame_scope.h"
#include "app/screens/shortcuts.h"
#include "app/template.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"
#include "core/apply.h"
#include "core/story.h"

namespace standpoint {

namespace {

// What replay says on the map about an event: one person's move, with the place they came from.
std::vector<MapNote> notes_of(const Workshop& before, const Event& event) {
  const auto* moved = std::get_if<MoveStakeholders>(&event.action);
  if (moved == nullptr || moved->moves.size() != 1) return {};
  const Stakeholder* who = find(before, moved->moves.front().stakeholder);
  if (who == nullptr) return {};
  const std::string what = story_of(before, event).what;  // "Priya moved a stakeholder"
  MapNote note{who->id, "Moved by " + what.substr(0, what.find(" moved")), std::nullopt};
  if (who->placed) note.from = map_from_board(who->at);
  return {note};
}

}  // namespace

struct App::Home {
  HomeModel model;
  HomeUi ui;
  std::map<const Workshop*, StageUi> thumbnails;  // of model.recent: each keeps the board it built
};

struct App::Live {
  std::string path;
  std::unique_ptr<Host> host;
  std::unique_ptr<Link> link;
  Replica replica;
  std::unique_ptr<Link> bare_link;  // of the second display, made when it is first drawn
  Replica bare_replica;
  StageUi bare_ui;
  UndoStack undo;
  StageUi ui;
};

struct App::Review {
  std::string path;
  OpenedSession session;
  std::string banner;
  ReplayUi ui;
  StageUi stage;
  std::uint64_t noted = 0;  // the event the map's note is about

  // The event of the moment, said on the map itself: who moved whom, and from where.
  void note_moment() {
    if (noted == ui.at) return;
    noted = ui.at;
    stage.map.notes.clear();
    if (ui.at == 0) return;
    const Workshop before = session.replay.at(ui.at - 1);
    stage.map.notes = notes_of(before, session.replay.event(ui.at));
  }
};

// A damaged file, before anybody decided what to do with it.
struct App::Damaged {
  std::string path;
  DamageWords words;
};

namespace {

constexpr double whenever = 1e9;

SessionIdentity new_identity(std::int64_t now_ms) {
  SessionIdentity identity;
  std::random_device random;  // on Linux: getrandom
  for (auto& byte : identity.uuid) byte = static_cast<std::uint8_t>(random() & 0xFFU);
  identity.created_ms = now_ms;
  return identity;
}

// The seat that a screen of this program takes again: the first of its role that is not carried by another.
SeatId seat_of(const Workshop& workshop, Role role) {
  for (const Seat& seat : workshop.seats)
    if (seat.role == role && !seat.carried_by) return seat.id;
  return {};
}

std::string removal_words(const RemoveItems& removed) {
  const std::size_t people = removed.stakeholders.size(), ties = removed.ties.size(), cards = removed.cards.size();
  const auto words = [](std::size_t n, const char* one, const char* many) {
    return n == 1 ? std::string(one) + " removed" : std::to_string(n) + " " + many + " removed";
  };
  if (people != 0 && cards == 0) return words(people, "Stakeholder", "stakeholders");  // their ties go with them
  if (cards != 0 && people == 0) return words(cards, "Card", "cards");
  if (people + cards == 0) return words(ties, "Tie", "ties");
  return words(people + cards, "", "things");
}

double next_frame(const Commands& commands, double seconds) {
  double next = whenever;
  for (const Intent& intent : commands.intents) {
    if (const auto* moving = std::get_if<AnimateUntil>(&intent); moving != nullptr && moving->seconds > seconds) next = 0;
    if (const auto* wake = std::get_if<WakeAt>(&intent)) next = std::min(next, std::max(0.0, wake->seconds - seconds));
  }
  return next;
}

}  // namespace

DamageWords damage_words(const LogReport& report) {
  DamageWords words;
  if (auto last = decoded_event(report.last_payload, report.last_schema)) {
    const std::int64_t minute = ((last->time_ms / 60'000) % 1440 + 1440) % 1440;
    const auto two = [](std::int64_t v) { return (v < 10 ? "0" : "") + std::to_string(v); };
    words.moment = two(minute / 60) + ":" + two(minute % 60);
  }
  words.title = words.moment.empty() ? "This session file is damaged from its start" : "This session file is damaged after " + words.moment;
  const auto thousands = [](std::uint64_t n) {
    std::string digits = std::to_string(n);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
  };
  words.body = thousands(report.safe_events) + " of " + thousands(report.total_events) + " earlier events are safe.";
  return words;
}

App::App(AppSetup setup) : setup_(std::move(setup)) { go_home(); }
App::~App() = default;

void App::say(std::string sentence) {
  unsaid_ = std::move(sentence);
  setup_.wake();
}

void App::go_home() {
  live_.reset();  // waits until everything sent is on disk
  review_.reset();
  damaged_.reset();
  home_ = std::make_unique<Home>();
  home_->model.recent = sessions_in(setup_.files, setup_.folder);
  home_->model.folder = setup_.folder.words;
  home_->model.draw_thumbnail = [home = home_.get()](const Frame& frame, const Workshop& workshop) {
    draw_scaled(frame, frame.area, [&](Frame small) {
      small.now_ms = workshop.changed_ms;  // as it was left: a timer that ran then did not run on
      Commands none;
      draw_stage(small, workshop, {}, home->thumbnails[&workshop], none);
    });
  };
  if (auto templates = read_templates(setup_.templates)) {
    for (const Template& item : *templates)
      home_->model.templates.push_back({item.name, item.title, plan_words(item.minutes) + ", " + std::to_string(item.activities.size()) + " activities"});
  } else {
    say(templates.error().sentence);
  }
}

void App::open(const std::string& path) {
  if (live_ && live_->path == path) return;
  auto opened = open_session(setup_.files, path, OpenFor::writing);
  if (!opened) return say(opened.error().sentence);
  if (opened->report.state == LogState::damaged) {
    damaged_ = std::make_unique<Damaged>(Damaged{path, damage_words(opened->report)});
    return;
  }
  const SeatId seat = seat_of(opened->workshop, Role::facilitator);
  if (!opened->report.sentence.empty()) say(opened->report.sentence);
  auto live = std::make_unique<Live>();
  live->path = path;
  live->replica = Replica(opened->workshop);  // already folded: a facilitator may know all of it
  Hello hello = live->replica.hello(setup_.user_name, Role::facilitator);
  hello.seat = seat;
  live->host = std::make_unique<Host>(std::move(*opened), setup_.wake, setup_.now_ms);
  live->link = live->host->connect();
  live->link->send(hello);
  live_ = std::move(live);
  home_.reset();
  review_.reset();
  damaged_.reset();
}

void App::review(const std::string& path) {
  auto opened = open_session(setup_.files, path, OpenFor::reading);
  if (!opened) return say(opened.error().sentence);
  auto review = std::make_unique<Review>(Review{path, std::move(*opened), {}, {}, {}, 0});
  if (review->session.report.state == LogState::damaged) {
    const DamageWords words = damage_words(review->session.report);
    review->banner = words.title + ". " + words.body;
  }
  seek(review->ui, review->session.replay, review->session.replay.last_sequence());
  live_.reset();
  home_.reset();
  damaged_.reset();
  review_ = std::move(review);
}

void App::make_session(const std::string& template_name, const std::string& title) {
  auto path = file_for_title(setup_.folder, title);
  if (!path) return say(path.error().sentence);
  const std::int64_t now = setup_.now_ms();
  std::vector<Command> first{{{}, 0, StartSession{title, ""}}, {{}, 0, JoinSeat{SeatId{1}, setup_.user_name, Role::facilitator, {}}}};
  auto plan = template_name.empty() ? Result<Template>(Template{}) : read_template(setup_.templates, template_name);
  if (!plan) return say(plan.error().sentence);
  if (!template_name.empty()) first[0].action = StartSession{title, plan->title};
  Workshop started;
  std::uint64_t sequence = 0;
  for (const Command& command : first) apply(started, {++sequence, now, command.by, command.counter, command.action});
  std::vector<Action> actions = actions_of(*plan, started, SeatId{1});
  if (template_name.empty()) {  // blank: the map, because that is where stakeholder work begins
    Board map;
    map.id = mint<BoardId>(SeatId{1}, next_nth(started, SeatId{1}));
    map.title = "Map";
    actions = {AddBoard{map}, ShowOnStage{{map.id, {}}}};
  }
  std::uint32_t counter = 0;
  for (Action& action : actions) first.push_back({SeatId{1}, ++counter, std::move(action)});
  auto made = create_session(setup_.files, path->string(), new_identity(now), first);
  if (!made) return say(made.error().sentence);
  made->store.reset();  // lets go of the file, so that open() can take it as any other
  open(path->string());
}

bool App::has_stage() const { return live_ != nullptr; }

std::string App::window_title() const {
  if (live_) return live_->replica.shown().title + " - Standpoint";
  if (review_) return review_->session.workshop.title + " (replay) - Standpoint";
  return "Standpoint";
}

WindowWish App::take_wish() { return std::exchange(wish_, {}); }

// What was removed can be had back from the toast as long as nothing else was done since.
void App::offer_undo(const Commands& commands, double seconds) {
  if (commands.actions.empty()) return;
  if (toast_.can_undo) toast_ = {};
  for (const Commands::Requested& requested : commands.actions)
    if (const auto* removed = std::get_if<RemoveItems>(&requested.action)) toast_ = {removal_words(*removed), Icon::trash, true, seconds};
}

void App::send_commands(Live& live, Commands& commands) {
  for (Commands::Requested& requested : commands.actions) {
    const SeatId by = requested.by ? requested.by : live.replica.seat();
    live.undo.note(live.replica.shown(), by, requested.action);
    live.link->send(live.replica.issue(by, std::move(requested.action)));
  }
  commands.actions.clear();
  live.undo.end_of_frame();
}

void App::follow_intent(const Intent& intent) {
  const auto travel = [this](bool back) {
    if (!live_) return;
    if (toast_.can_undo) toast_ = {};
    const auto shown = [this]() -> const Workshop& { return live_->replica.shown(); };
    const auto issue = [this](SeatId by, const Action& action) { live_->link->send(live_->replica.issue(by, action)); };
    if (back) live_->undo.undo(shown, issue);
    else live_->undo.redo(shown, issue);
  };
  if (std::holds_alternative<GoHome>(intent)) go_home();
  else if (const auto* to_open = std::get_if<OpenSession>(&intent)) open(to_open->path);
  else if (const auto* to_review = std::get_if<ReviewSession>(&intent)) review(to_review->path);
  else if (const auto* to_make = std::get_if<NewSession>(&intent)) make_session(to_make->template_name, to_make->title);
  else if (std::holds_alternative<AskForNewSession>(intent)) {
    go_home();
    home_->ui.sheet = HomeUi::Sheet::new_session;
    home_->ui.focus_field = true;
  } else if (const auto* choose = std::get_if<ChooseFile>(&intent)) {
    go_home();
    home_->ui.sheet = HomeUi::Sheet::files;
    home_->ui.to_review = choose->to_review;
  } else if (std::holds_alternative<UndoLast>(intent)) travel(true);
  else if (std::holds_alternative<RedoLast>(intent)) travel(false);
  else if (std::holds_alternative<ToggleFullscreen>(intent)) wish_.toggle_fullscreen = true;
  else if (std::holds_alternative<ToggleTheme>(intent)) dark_ = !dark_;
  else if (std::holds_alternative<ShowShortcuts>(intent)) shortcuts_ = true;
}

// Intents change what is open, so they are followed after everything was drawn.
void App::follow(Commands& commands) {
  for (const Intent& intent : std::exchange(commands.intents, {})) {
    if (std::holds_alternative<AnimateUntil>(intent) || std::holds_alternative<WakeAt>(intent)) commands.ask(intent);
    else follow_intent(intent);
  }
}

void App::take_keys(const Frame& frame, Commands& commands) {
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::IsKeyPressed(ImGuiKey_F11, false)) commands.ask(ToggleFullscreen{});
  if (live_ && live_->ui.pass.activity) return;  // the screen belongs to whoever holds it, not to the facilitator's shortcuts
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false) && fullscreen_ && !frame.chrome) wish_.leave_fullscreen = true;
  if (io.KeyCtrl && !typing()) {
    if (ImGui::IsKeyPressed(ImGuiKey_Z)) commands.ask(io.KeyShift ? Intent{RedoLast{}} : Intent{UndoLast{}});
    if (ImGui::IsKeyPressed(ImGuiKey_Y)) commands.ask(RedoLast{});
    if (ImGui::IsKeyPressed(ImGuiKey_Home, false)) commands.ask(GoHome{});
  }
  if (io.KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_O, false)) commands.ask(ChooseFile{});
  if (io.KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_N, false)) commands.ask(AskForNewSession{});
  if (typing() || io.KeyCtrl) return;
  // The character, not a key: where ? lies depends on the keyboard's layout.
  if (std::find(io.InputQueueCharacters.begin(), io.InputQueueCharacters.end(), ImWchar{'?'}) != io.InputQueueCharacters.end())
    commands.ask(ShowShortcuts{});
  if (ImGui::IsKeyPressed(ImGuiKey_D, false)) commands.ask(ToggleTheme{});
}

void App::draw_live(Frame& frame, Live& live, Commands& commands) {
  for (const HostMessage& message : live.link->receive()) live.replica.receive(message);
  for (const Refusal& refusal : live.replica.take_refusals()) say(refusal.text);
  if (!live.replica.seat()) return;  // the host's first answer is a frame away; bare paper until then
  frame.me = live.replica.seat();
  StageState state;
  const ActivityId staged = live.replica.shown().stage.activity;
  const Progress progress = live.replica.progress(staged);
  state.sealed = {progress.done, progress.of, live.replica.sealed_seats(staged)};
  state.can_undo = live.undo.can_undo();
  state.can_redo = live.undo.can_redo();
  state.read_only = live.replica.read_only().value_or("");
  frame.read_only = !state.read_only.empty();
  frame.chrome = !fullscreen_ || live.ui.pass.activity;
  draw_stage(frame, live.replica.shown(), state, live.ui, commands);
  offer_undo(commands, frame.seconds);
  send_commands(live, commands);
}

double App::draw(Frame& frame) {
  Commands commands;
  if (!unsaid_.empty()) toast_ = {std::exchange(unsaid_, {}), Icon::info, false, frame.seconds};
  const bool covered = shortcuts_ || damaged_;
  ImGui::BeginDisabled(covered);
  if (live_) draw_live(frame, *live_, commands);
  else if (review_) draw_review(frame, *review_, commands);
  else if (home_) draw_home(frame, home_->model, home_->ui, commands);
  ImGui::EndDisabled();
  if (covered) commands = {};
  if (draw_toast(frame, toast_, commands)) commands.ask(UndoLast{});
  if (damaged_) draw_damage(frame, commands);
  else if (shortcuts_) shortcuts_ = draw_shortcuts(frame);
  else take_keys(frame, commands);
  follow(commands);
  // What was just sent or opened shows in the next frame.
  return unsaid_.empty() ? next_frame(commands, frame.seconds) : 0;
}

void App::draw_damage(const Frame& frame, Commands& commands) {
  const std::string open_words = damaged_->words.moment.empty() ? "Open what is safe" : "Open to " + damaged_->words.moment;
  const DialogChoice choice = dialog(frame, "damaged", {damaged_->words.title, damaged_->words.body, "Leave it", open_words.c_str(), true});
  if (choice == DialogChoice::safe) damaged_.reset();
  if (choice == DialogChoice::action) commands.ask(ReviewSession{damaged_->path});
}

void App::draw_review(const Frame& frame, Review& review, Commands& commands) {
  draw_replay(frame, review.session.replay, review.banner, review.ui,
              [&review, &commands](const Frame& moment, const Workshop& workshop, BoardId board) {
                review.note_moment();
                draw_moment_of(moment, workshop, board, review.stage, commands);
              }, commands);
}

double App::draw_bare_stage(Frame& frame) {
  if (!live_) return whenever;
  Live& live = *live_;
  if (!live.bare_link) {
    live.bare_link = live.host->connect();
    live.bare_link->send(Hello{seat_of(live.replica.confirmed(), Role::stage), "Stage", Role::stage, 0});
  }
  for (const HostMessage& message : live.bare_link->receive()) live.bare_replica.receive(message);
  frame.role = Role::stage;
  frame.read_only = true;
  frame.chrome = false;
  frame.me = live.bare_replica.seat();
  const Progress progress = live.bare_replica.progress(live.bare_replica.shown().stage.activity);
  Commands commands;
  draw_stage(frame, live.bare_replica.shown(), {{progress.done, progress.of, {}}, false, false, {}}, live.bare_ui, commands);
  return next_frame(commands, frame.seconds);
}

}  // namespace standpoint
