// What a frame does with what is open. Its steps stand in draw and draw_live in their order. Opening and leaving is in
// open.cpp. See app.h.
#include "app/shell/app.h"

#include <algorithm>
#include <optional>

#include <imgui.h>

#include "app/paint/gui_context.h"
#include "app/screens/sheets/shortcuts.h"
#include "app/shell/parts.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"
#include "app/widgets/frame_scope.h"
#include "app/widgets/layers.h"
#include "core/insights/story.h"
#include "core/workshop/apply.h"
#include "core/workshop/text.h"

namespace standpoint {

namespace {

constexpr std::size_t longest_removed = 48;  // characters of a name in the toast

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

// Whom or what, by name: "Ruth Kaplan removed", "Ruth Kaplan and 2 more removed". Ties go with their people, unsaid.
std::string removal_words(const Workshop& before, const RemoveItems& removed) {
  std::vector<std::string> names;
  for (const StakeholderId id : removed.stakeholders) names.push_back(shortened(name_of(before, Item(id)), longest_removed));
  for (const CardId id : removed.cards) names.push_back(standpoint::quoted(name_of(before, Item(id))));
  if (names.empty() && removed.ties.size() == 1)
    if (const Tie* tie = find(before, removed.ties.front()))
      return "Tie between " + shortened(name_of(before, Item(tie->from)), longest_removed / 2) + " and " +
             shortened(name_of(before, Item(tie->to)), longest_removed / 2) + " removed";
  if (names.empty()) return std::to_string(removed.ties.size()) + (removed.ties.size() == 1 ? " tie removed" : " ties removed");
  return names.front() + (names.size() > 1 ? " and " + std::to_string(names.size() - 1) + " more" : "") + " removed";
}

std::string merge_words(const Workshop& before, const MergeStakeholders& merged) {
  return shortened(name_of(before, Item(merged.gone)), longest_removed / 2) + " and " + shortened(name_of(before, Item(merged.kept)), longest_removed / 2) + " are one person";
}

}  // namespace

void App::Review::note_moment() {
  if (noted == ui.at) return;
  noted = ui.at;
  stage.map.notes.clear();
  if (ui.at == 0) return;
  const Workshop before = session.replay.at(ui.at - 1);
  stage.map.notes = notes_of(before, session.replay.event(ui.at));
}

App::App(AppSetup setup) : setup_(std::move(setup)) { go_home(); }
App::~App() = default;

void App::say(std::string sentence) {
  unsaid_ = std::move(sentence);
  setup_.wake();
}

bool App::has_stage() const { return live_ != nullptr; }

std::string App::window_title() const {
  if (live_) return live_->replica.shown().title + " - Standpoint";
  if (review_) return review_->session.workshop.title + " (replay) - Standpoint";
  return "Standpoint";
}

WindowWish App::take_wish() { return std::exchange(wish_, {}); }

// What was removed can be had back from the toast as long as nothing else was done since.
void App::offer_undo(const Workshop& before, const Commands& commands, double seconds) {
  if (commands.actions.empty()) return;
  if (toast_.can_undo) toast_ = {};
  for (const Commands::Requested& requested : commands.actions)
    if (const auto* removed = std::get_if<RemoveItems>(&requested.action)) toast_ = {removal_words(before, *removed), Icon::trash, true, seconds};
    else if (const auto* merged = std::get_if<MergeStakeholders>(&requested.action)) toast_ = {merge_words(before, *merged), Icon::users, true, seconds};
}

void App::follow_intent(const Intent& intent) {
  const auto travel = [this](bool back) {
    if (!live_) return;
    if (toast_.can_undo) toast_ = {};
    const auto shown = [this]() -> const Workshop& { return live_->replica.shown(); };
    const auto issue = [this](SeatId by, const Action& action) {
      if (!held_back(*live_, {by, action}, true)) live_->link->send(live_->replica.issue(by, action));
    };
    if (std::string trouble = back ? live_->undo.undo(shown, issue) : live_->undo.redo(shown, issue); !trouble.empty()) say(std::move(trouble));
  };
  if (std::holds_alternative<GoHome>(intent)) go_home();
  else if (const auto* to_open = std::get_if<OpenSession>(&intent)) open_own(to_open->path);
  else if (const auto* to_review = std::get_if<ReviewSession>(&intent)) review(to_review->path);
  else if (const auto* to_delete = std::get_if<DeleteSession>(&intent)) delete_file(to_delete->path);
  else if (const auto* to_destroy = std::get_if<DestroyBox>(&intent)) destroy_box(to_destroy->path);
  else if (const auto* to_make = std::get_if<NewSession>(&intent)) make_session(to_make->template_name, to_make->title);
  else if (std::holds_alternative<AskForNewSession>(intent)) {
    go_home();
    home_->ui.sheet = HomeUi::Sheet::new_session;
    home_->ui.focus_field = true;
  } else if (const auto* choose = std::get_if<ChooseFile>(&intent)) {
    go_home();
    show_files(home_->ui, choose->to_review);
  } else if (std::holds_alternative<UndoLast>(intent)) travel(true);
  else if (std::holds_alternative<RedoLast>(intent)) travel(false);
  else if (std::holds_alternative<ToggleFullscreen>(intent)) wish_.toggle_fullscreen = true;
  else if (std::holds_alternative<ToggleTheme>(intent)) {
    Settings other = setup_.settings;
    other.look = dark() ? Settings::Look::light : Settings::Look::dark;
    change_settings(other);
  } else if (std::holds_alternative<ShowShortcuts>(intent)) {
    shortcuts_ = true;
    shortcuts_scroll_ = {};
  } else if (std::holds_alternative<ShowSettings>(intent)) settings_ = true;
  else if (const auto* file = std::get_if<ShowFile>(&intent)) wish_.show_file = file->path;
  else if (std::holds_alternative<AskToExport>(intent)) ask_to_export();
  else if (const auto* console = std::get_if<ShowConsole>(&intent); console != nullptr && live_) live_->console_shown = console->shown;
  else if (std::holds_alternative<ShowJoining>(intent)) joining_ = live_ != nullptr;
  else if (std::holds_alternative<NewJoinCode>(intent) && live_) live_->host->renew_code();
  else if (const auto* reminder = std::get_if<SendReminder>(&intent); reminder != nullptr && live_) live_->link->send(Remind{reminder->activity});
  else if (const auto* two = std::get_if<SayTheyAreTwo>(&intent); two != nullptr && live_) live_->link->send(AreTwo{two->seats});
  else if (const auto* turned = std::get_if<TurnStage>(&intent); turned != nullptr && live_) live_->link->send(live_->replica.turn_stage(turned->turn));
  else if (const auto* wanted = std::get_if<ExportPictures>(&intent)) start_export(*wanted);
  else if (const auto* table = std::get_if<ImportTable>(&intent)) take_pasted(table->text);
}

// Another screen is there from now on: nobody has seen it yet, so nothing that was pressed is meant for it.
void App::forget_input() {
  forget_presses();
  wish_.forget_input = true;
}

void App::change_settings(const Settings& settings) {
  if (settings == setup_.settings) return;
  setup_.settings = settings;
  if (const auto kept = setup_.keep_settings(settings); !kept) say(kept.error().sentence);
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
    if (ImGui::IsKeyPressed(ImGuiKey_E, false)) commands.ask(AskToExport{});
  }
  if (io.KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_O, false)) commands.ask(ChooseFile{});
  if (io.KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_N, false)) commands.ask(AskForNewSession{});
  if (typing() || io.KeyCtrl) return;
  // The character, not a key: where ? lies depends on the keyboard's layout.
  if (std::find(io.InputQueueCharacters.begin(), io.InputQueueCharacters.end(), ImWchar{'?'}) != io.InputQueueCharacters.end())
    commands.ask(ShowShortcuts{});
  if (ImGui::IsKeyPressed(ImGuiKey_D, false)) commands.ask(ToggleTheme{});
}

double App::draw(Frame& frame) {
  Commands commands;
  if (!unsaid_.empty()) toast_ = {std::exchange(unsaid_, {}), Icon::info, false, frame.seconds};
  const bool covered = shortcuts_ || settings_ || damaged_ || exports_.ui.open || importing() || joining_ || once_tablets_are_said_ || asks_about_removal() || asks_about_text();
  {
    std::optional<LowerItems> below_task;
    if (exports_.job) below_task.emplace();
    const CoveredItems below(covered);
    if (live_) draw_live(frame, *live_, commands);
    else if (review_) draw_review(frame, *review_, commands);
    else if (home_) draw_home(frame, home_->model, home_->ui, commands);
  }
  if (covered) commands = {};
  draw_export_job(frame);
  if (draw_toast(frame, toast_, commands)) commands.ask(UndoLast{});
  if (covered) draw_over(frame, commands);
  else take_keys(frame, commands);
  follow(commands);
  // What was just sent or opened shows in the next frame.
  return unsaid_.empty() ? next_frame(commands, frame) : 0;
}

bool App::asks_about_removal() const { return live_ && live_->removal.open(); }
bool App::asks_about_text() const { return live_ && live_->text.open(); }

// What lies over everything else, one at a time.
void App::draw_over(const Frame& frame, Commands& commands) {
  if (damaged_) {
    draw_damage(frame, commands);
  } else if (settings_) {
    Settings settings = setup_.settings;
    settings_ = draw_settings(frame, settings);
    change_settings(settings);
  } else if (exports_.ui.open) {
    draw_export_sheet(frame, commands);
  } else if (importing()) {
    draw_importing(frame, commands);
  } else if (joining_) {
    draw_joining(frame);
  } else if (once_tablets_are_said_) {
    draw_question_of_tablets(frame);
  } else if (asks_about_removal()) {
    live_->removal.draw(frame, live_->replica.shown());
    if (!asks_about_removal() || live_->removal.decided()) commands.ask(WakeAt{frame.seconds});
  } else if (asks_about_text()) {
    draw_question_of_text(frame.desk(), commands);
  } else {
    shortcuts_ = draw_shortcuts(frame, shortcuts_scroll_);
  }
}

void App::draw_damage(const Frame& frame, Commands& commands) {
  const std::string open_words = damaged_->words.moment.empty() ? "Open what is safe" : "Open to " + damaged_->words.moment;
  const DialogChoice choice = dialog(frame, "damaged", {damaged_->words.title, damaged_->words.body, "Show the file", open_words.c_str(), true, true});
  if (choice == DialogChoice::action) commands.ask(ReviewSession{damaged_->path});
  if (choice == DialogChoice::safe) commands.ask(ShowFile{damaged_->path});
  if (choice == DialogChoice::safe || choice == DialogChoice::left_alone) damaged_.reset();
}

void App::draw_review(const Frame& frame, Review& review, Commands& commands) {
  draw_replay(frame, review.session.replay, review.banner, review.ui,
              [&review, &commands](const Frame& moment, const Workshop& workshop, BoardId board) {
                review.note_moment();
                draw_moment_of(moment, workshop, board, review.stage, commands);
              }, commands);
}

std::optional<ExportSource> App::shown_for_export() const {
  if (live_) return ExportSource{live_->path, live_->replica.shown(), std::nullopt};
  if (!review_) return std::nullopt;
  const ReplayUi& ui = review_->ui;
  ExportSource source{review_->path, ui.workshop ? *ui.workshop : review_->session.replay.at(ui.at), ui.at};
  const Activity* activity = staged_activity(source.workshop);
  const BoardId board = ui.board ? ui.board : source.workshop.stage.board;
  // As draw_moment_of decides it.
  if (board != source.workshop.stage.board || (activity != nullptr && activity->board != board)) source.workshop.stage = {board, {}};
  return source;
}

}  // namespace standpoint
