// Files dropped onto the window and tables pasted into it: looked at, then sent as one step. See app.h.
#include <filesystem>

#include "app/shell/parts.h"
#include "app/tables/open.h"
#include "app/tables/read.h"
#include "core/exchange/preview.h"

namespace standpoint {
namespace {

constexpr std::string_view session_ending = ".standpoint";

std::string shown_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

// Several files are looked at together: people in one, ties in another.
void join(Source& all, Source more) {
  for (Table& table : more.tables) all.tables.push_back(std::move(table));
  all.told.insert(all.told.end(), more.told.begin(), more.told.end());
}

}  // namespace

void App::take_dropped(const std::vector<std::string>& paths) {
  if (paths.empty()) return;
  if (paths.front().ends_with(session_ending)) return open(paths.front());
  if (!live_) return say("Open a session first, then drop “" + shown_name(paths.front()) + "” onto it. Nothing was changed.");
  Source all;
  std::string names;
  for (const std::string& path : paths) {
    const std::string name = shown_name(path);
    auto source = list_bytes(path).and_then([&](const std::string& bytes) { return read_source(bytes, name); });
    if (!source) return say(source.error().sentence);
    names += (names.empty() ? "" : ", ") + name;
    if (all.tables.empty()) all = std::move(*source);
    else join(all, std::move(*source));
  }
  look_at(std::move(all), std::move(names));
}

void App::take_pasted(const std::string& text) {
  if (!live_) return;
  look_at(read_source(text, ""), "Pasted cells");
  if (!importing_) return;
  const Preview& preview = importing_->proposal.preview;
  if (preview.trouble.empty() && (!preview.people.empty() || !preview.ties.empty())) return;
  // Cells without a line of column names are a name, a role and an organisation (R187); the columns can be changed.
  Table table = table_of_text("Name\tRole\tOrganisation\n" + text, '\t');
  table.header_line = 0;
  for (CsvRecord& row : table.rows) --row.line;
  for (RefusedLine& line : table.refused) --line.line;
  importing_->source = {};
  importing_->source.tables.push_back(std::move(table));
  propose_import();
}

void App::look_at(Result<Source> source, std::string file) {
  if (!source) return say(source.error().sentence);
  importing_ = std::make_unique<Importing>();
  importing_->file = std::move(file);
  importing_->source = std::move(*source);
  propose_import();
}

void App::propose_import() {
  const Workshop& now = live_->replica.shown();
  importing_->proposal = propose(now, live_->replica.seat(), importing_->source, importing_->choices);
  importing_->seen = now.sequence;
}

void App::draw_importing(const Frame& frame, Commands& commands) {
  Importing& import = *importing_;
  if (import.seen != live_->replica.shown().sequence) propose_import();  // somebody did something meanwhile
  const ImportStep step = draw_import(frame, {import.file, import.proposal.preview, import.choices, !import.proposal.actions.empty()}, import.ui);
  if (step.choices) {
    import.choices = *step.choices;
    propose_import();
  }
  if (step.kind == ImportStep::Kind::none) return;
  if (step.kind == ImportStep::Kind::add) {
    for (Action& action : import.proposal.actions) commands.add(std::move(action));
    send_commands(*live_, commands, frame.seconds);
  }
  importing_.reset();
  commands.ask(WakeAt{frame.seconds});
}

}  // namespace standpoint
