// Exporting from the window: the sheet, the process that draws, and what is said about it. See app.h.
#include <algorithm>
#include <filesystem>

#include "app/design/measures.h"
#include "app/files/stage_pictures.h"
#include "app/screens/stage/bar.h"
#include "app/shell/app.h"
#include "app/shell/export.h"
#include "app/widgets/notices.h"

namespace standpoint {
namespace {

constexpr float panel_width = 520, panel_height = 110, panel_gap = 24;

// Beside the session: "florence-1434 exports".
std::filesystem::path folder_of(const std::string& session) {
  const std::filesystem::path path(session);
  return path.parent_path() / (path.stem().string() + " exports");
}

// Whether `export` finds the picture on the screen by the name of its file; an activity that is not revealed has only its title.
bool is_listed(const Workshop& workshop) {
  const auto all = stage_pictures(workshop);
  return std::any_of(all.begin(), all.end(), [&](const StagePicture& picture) { return picture.view == workshop.stage; });
}

std::string count_words(std::size_t count) { return std::to_string(count) + (count == 1 ? " picture" : " pictures"); }

// A process that was ended in the middle of a file leaves its beginning behind, under a name of its own (files/whole_file.h).
void remove_unfinished(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> unfinished;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".part") unfinished.push_back(entry->path());
  for (const auto& path : unfinished) std::filesystem::remove(path, error);
}

}  // namespace

void App::ask_to_export() {
  if (shown_for_export() && !exports_.job) exports_.ui.open = true;
}

void App::start_export(const ExportPictures& wish) {
  const auto source = shown_for_export();
  if (!source) return;
  const StagePicture shown = stage_picture_of(source->workshop, source->workshop.stage);
  const std::filesystem::path folder = folder_of(source->path);
  std::vector<std::string> command{setup_.program, "export", source->path, "--out", folder.string(), "--format", wish.format,
                                   "--size", wish.size, "--theme", dark() ? "dark" : "light"};
  if (!wish.all) command.push_back("--board=" + (is_listed(source->workshop) ? shown.name : shown.title));  // in one word: titles may begin with a dash
  if (wish.facilitator) command.emplace_back("--facilitator");
  if (source->at) command.insert(command.end(), {"--at", std::to_string(*source->at)});
  auto job = ExportJob::start(std::move(command), setup_.wake);
  if (!job) return say(job.error().sentence);
  exports_.job = std::move(*job);
  exports_.total = wish.all ? stage_pictures(source->workshop).size() : 1;
  exports_.folder = folder;
}

void App::draw_export_sheet(const Frame& frame, Commands& commands) {
  const auto source = shown_for_export();
  if (!source) {
    exports_.ui.open = false;
    return;
  }
  draw_export(frame, {stage_picture_of(source->workshop, source->workshop.stage).title, stage_pictures(source->workshop).size(),
                      folder_of(source->path).filename().string()}, exports_.ui, commands);
}

// While the process draws, how far it is; once it is over, what became of it.
void App::draw_export_job(const Frame& outer) {
  if (!exports_.job) return;
  const Frame frame = outer.desk();
  const ExportJob::State state = exports_.job->state();
  if (!state.over) {
    // How many pages a board has is known once it is drawn: the bar is full when all is over, not before.
    const std::string facts = count_words(state.written) + " written";
    const float share = static_cast<float>(state.written) / static_cast<float>(std::max(exports_.total, state.written + 1));
    const float bottom = (review_ ? frame.size.y - desk::timeline_height : stage_bar_top(frame)) - panel_gap;
    const Box box = box_at((frame.size.x - panel_width) / 2, bottom - panel_height, panel_width, panel_height);
    if (draw_long_task(frame, box, {"Exporting pictures", share, facts})) exports_.job->cancel();
    return;
  }
  exports_.job.reset();
  remove_unfinished(exports_.folder);
  const std::string folder = exports_.folder.filename().string();
  const bool all_there = state.trouble.empty() && !state.cancelled;
  if (all_there) toast_ = {"Saved " + count_words(state.written) + " in " + folder, Icon::check_circle, false, frame.seconds};
  else if (!state.trouble.empty()) toast_ = {state.trouble, Icon::warning, false, frame.seconds};
  else toast_ = {state.written == 0 ? "Export cancelled. Nothing was saved." : "Export cancelled. " + count_words(state.written) + " saved in " + folder,
                 Icon::info, false, frame.seconds};
}

}  // namespace standpoint
