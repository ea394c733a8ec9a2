// What home asks before something goes for good: a session with all that is beside it, or a box that has no session any more.
#include <algorithm>
#include <string>

#include "app/screens/home/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/notices.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::size_t title_letters = 60, file_letters = 80;

std::string answers_words(std::size_t answers) { return std::to_string(answers) + (answers == 1 ? " sealed answer" : " sealed answers"); }

std::string file_name_of_box(const HomeBox& box) { return shortened(box.path.substr(box.path.rfind('/') + 1), file_letters); }

// True: it was decided, either way.
bool ask(const Frame& frame, const char* id, const DialogText& text, Commands& commands, const Intent& intent) {
  const DialogChoice choice = dialog(frame, id, text);
  if (choice == DialogChoice::action) commands.ask(intent);
  return choice != DialogChoice::none;
}

bool ask_about(const Frame& frame, const HomeSession& session, Commands& commands) {
  const std::string title = "Delete “" + shortened(title_of(session), title_letters) + "”?";
  std::string body = shortened(file_of(session), file_letters) + " goes from this computer for good";
  if (session.answers > 0) body += ", with " + answers_words(session.answers) + " that nobody has seen";
  return ask(frame, "delete session", {.title = title, .body = body + ". Tablets that took part do not come back to it; files you exported stay.", .safe = "Keep it", .action = "Delete", .warning = true, .for_good = true}, commands, DeleteSession{session.path});
}

bool ask_about(const Frame& frame, const HomeBox& box, Commands& commands) {
  const std::string title = "Destroy " + (box.answers == 0 ? "this ballot box" : answers_words(box.answers)) + "?";
  const std::string body = file_name_of_box(box) + " belongs to a session that is gone or lies elsewhere. If it is to count, keep it and open that session: it finds its box. "
                           "What is destroyed cannot be had back.";
  return ask(frame, "destroy box", {.title = title, .body = body, .safe = "Keep it", .action = "Destroy for good", .warning = true, .for_good = true}, commands, DestroyBox{box.path});
}

}  // namespace

void draw_lone_boxes(const Frame& frame, const HomeLayout& layout, const HomeModel& model, HomeUi& ui) {
  if (model.boxes.empty()) return;
  const HomeBox& first = model.boxes.front();
  std::string words = file_name_of_box(first) + (first.answers == 0 ? " is a ballot box" : " holds " + answers_words(first.answers)) + " of a session that is gone.";
  if (model.boxes.size() > 1) words += " " + std::to_string(model.boxes.size() - 1) + " more like it.";
  if (draw_banner(frame, layout.banner, words, Tone::warning, Icon::warning, "Destroy")) ui.destroying = first.path;
}

void draw_home_question(const Frame& frame, const HomeModel& model, HomeUi& ui, Commands& commands) {
  const auto session = std::find_if(model.recent.begin(), model.recent.end(), [&](const HomeSession& each) { return each.path == ui.deleting; });
  const auto box = std::find_if(model.boxes.begin(), model.boxes.end(), [&](const HomeBox& each) { return each.path == ui.destroying; });
  if (session != model.recent.end() && !ask_about(frame, *session, commands)) return;
  if (session == model.recent.end() && box != model.boxes.end() && !ask_about(frame, *box, commands)) return;
  ui.deleting.clear();
  ui.destroying.clear();
}

}  // namespace standpoint
