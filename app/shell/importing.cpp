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
  if (!takes_lists(shown_name(paths.front()))) return;
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

bool App::importing() const { return live_ && live_->importing; }

// Not over a screen that somebody else holds, nor where the disk takes nothing.
bool App::takes_lists(const std::string& name) {
  if (!live_) say("Open a session first, then drop “" + name + "” onto it. Nothing was changed.");
  else if (live_->ui.pass.activity) say("Somebody answers on this screen. Take it back first, then drop “" + name + "” again.");
  else if (live_->replica.read_only()) say(*live_->replica.read_only());
  else return true;
  return false;
}

void App::take_pasted(const std::string& text) {
  if (!takes_lists("the cells")) return;
  look_at(read_source(text, ""), "Pasted cells");
  if (!importing()) return;
  const Preview& preview = live_->importing->proposal.preview;
  if (preview.trouble.empty() && (!preview.people.empty() || !preview.ties.empty())) return;
  // Cells without a line of column names are a name, a role and an organisation (R187); the columns can be changed.
  Table table = table_of_text("Name\tRole\tOrganisation\n" + text, '\t');
  table.header_line = 0;
  for (CsvRecord& row : table.rows) --row.line;
  for (RefusedLine& line : table.refused) --line.line;
  live_->importing->source = {};
  live_->importing->source.tables.push_back(std::move(table));
  propose_import();
}

void App::look_at(Result<Source> source, std::string file) {
  if (!source) return say(source.error().sentence);
  live_->importing = std::make_unique<Importing>();
  live_->importing->file = std::move(file);
  live_->importing->source = std::move(*source);
  propose_import();
}

void App::propose_import() {
  const Workshop& now = live_->replica.shown();
  live_->importing->proposal = propose(now, live_->replica.seat(), live_->importing->source, live_->importing->choices);
  live_->importing->seen = now.sequence;
}

void App::draw_importing(const Frame& frame, Commands& commands) {
  Importing& import = *live_->importing;
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
  live_->importing.reset();
  commands.ask(WakeAt{frame.seconds});
}

}  // namespace standpoint
