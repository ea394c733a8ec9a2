// Reads the arguments with CLI11 and hands them to one function per command (cli_commands.h). CLI11's own exceptions end
// here: a mistake is one sentence and exit_usage.
#include "app/cli.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli_commands.h"

namespace standpoint {
namespace {

constexpr const char* exit_codes =
    "Exit codes: 0 done; 1 not done, one sentence on standard error says why; 64 the arguments make no sense.\n"
    "Of check: 0 sound, 1 damaged but N events are safe, 2 not a session.\n"
    "Data goes to standard output. --at takes the number of an event, or mm:ss since the session started.";

constexpr int smallest_picture = 64, largest_picture = 8192;

// "1920x1080"
bool read_size(const std::string& text, PictureRequest& into) {
  const std::size_t x = text.find('x');
  const auto number = [&](std::string_view part, int& value) {
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    return error == std::errc() && end == part.data() + part.size() && value >= smallest_picture && value <= largest_picture;
  };
  const std::string_view all = text;
  return x != text.npos && number(all.substr(0, x), into.width) && number(all.substr(x + 1), into.height);
}

Result<std::uint64_t> moment_in_file(const std::string& path, const std::optional<std::string>& at) {
  const auto files = posix_file_system();
  const auto session = open_session(*files, path, OpenFor::reading);
  if (!session) return failed(session.error());
  return moment(at, session->replay);
}

struct PictureOptions {
  PictureRequest request;
  std::optional<std::string> at;
  std::string size = "1920x1080";
  std::string theme = "light";
};

int draw_picture(PictureOptions options, Streams streams, const Doors& doors) {
  if (!read_size(options.size, options.request))
    return not_done({fmt::format("“{}” is no size. Nothing was drawn; use a width and height from {} to {}, for example 1920x1080.",
                                 options.size, smallest_picture, largest_picture)}, streams);
  options.request.dark = options.theme == "dark";
  if (options.at) {
    const auto number = moment_in_file(options.request.path, options.at);
    if (!number) return not_done(number.error(), streams);
    options.request.at = *number;
  }
  const auto done = doors.write_picture(options.request);
  return done ? exit_done : not_done(done.error(), streams);
}

// Everything the arguments can say. CLI11 writes into these fields.
struct Arguments {
  WindowRequest open, review{"", true};
  NewOptions fresh;
  ImportOptions import;
  PictureOptions picture;
  ShowOptions show, log;
  InsightsOptions insights;
  CheckOptions check;
};

void add_at(CLI::App* command, std::optional<std::string>& at) {
  command->add_option("--at", at, "The moment after this event (a number), or at mm:ss since the session started");
}

void add_reading_commands(CLI::App& app, Arguments& a) {
  auto* show = app.add_subcommand("show", "Prints the workshop");
  show->add_option("FILE", a.show.path, "The session")->required();
  add_at(show, a.show.at);
  show->add_flag("--json", a.show.json, "The whole workshop as JSON");
  auto* log = app.add_subcommand("log", "Prints what happened, an event a line");
  log->add_option("FILE", a.log.path, "The session")->required();
  log->add_flag("--json", a.log.json, "Each line a JSON object");
  auto* insights = app.add_subcommand("insights", "Prints who is really listened to and where people disagree");
  insights->add_option("FILE", a.insights.path, "The session")->required();
  insights->add_option("--ties", a.insights.ties, "Only these kinds of tie: influences, reports to, trusts, supports, conflicts with; separated by commas");
  add_at(insights, a.insights.at);
  insights->add_flag("--json", a.insights.json, "As JSON");
  auto* check = app.add_subcommand("check", "Says whether a session file is sound");
  check->add_option("FILE", a.check.path, "The session")->required();
  check->add_option("--repair", a.check.repair, "Saves the safe events into this new file; FILE stays as it is");
}

void add_making_commands(CLI::App& app, Arguments& a) {
  auto* fresh = app.add_subcommand("new", "Makes a session file");
  fresh->add_option("--template", a.fresh.template_name, "A template's name; without it, a blank session");
  fresh->add_option("--title", a.fresh.title, "Its title; otherwise the template's");
  fresh->add_option("--out", a.fresh.out, "The new file, NAME.standpoint")->required();
  auto* import = app.add_subcommand("import", "Reads stakeholders and ties from CSV files");
  import->add_option("STAKEHOLDERS", a.import.stakeholders, "Columns name, role, organisation, kind, ring, power, influence, stance, desired stance, needs, expectations, note")->required();
  import->add_option("--ties", a.import.ties, "Columns from, to, kind, strength, note");
  auto* out = import->add_option("--out", a.import.out, "The new file, NAME.standpoint");
  auto* into = import->add_option("--into", a.import.into, "A session that is there already");
  out->excludes(into);
  import->add_option("--title", a.import.title, "Title of the new session; otherwise the file's name")->excludes(into);
  import->add_option("--subtitle", a.import.subtitle, "Subtitle of the new session")->excludes(into);
  auto* picture = app.add_subcommand("picture", "Draws a board to a PNG file, no display needed");
  picture->add_option("FILE", a.picture.request.path, "The session")->required();
  picture->add_option("--board", a.picture.request.board, "A board's title or kind (map, canvas, cards), or an activity's title")->required();
  add_at(picture, a.picture.at);
  picture->add_option("--out", a.picture.request.out, "The picture, NAME.png")->required();
  picture->add_option("--size", a.picture.size, "Width and height in pixels, for example 1920x1080");
  picture->add_option("--theme", a.picture.theme, "light or dark")->check(CLI::IsMember({"light", "dark"}));
}

void add_window_commands(CLI::App& app, Arguments& a) {
  app.add_subcommand("open", "Opens the window on a session")->add_option("FILE", a.open.path, "The session")->required();
  app.add_subcommand("review", "Opens the window on a session's replay")->add_option("FILE", a.review.path, "The session")->required();
}

int run_command(const CLI::App& app, const Arguments& a, Streams streams, const Doors& doors) {
  const auto commands = app.get_subcommands();
  const std::string name = commands.empty() ? "" : commands.front()->get_name();
  if (name == "open") return doors.open_window(a.open);
  if (name == "review") return doors.open_window(a.review);
  if (name == "new") return new_session(a.fresh, doors.now_ms(), streams);
  if (name == "import") return import_tables(a.import, doors.now_ms(), streams);
  if (name == "picture") return draw_picture(a.picture, streams, doors);
  if (name == "show") return show_session(a.show, streams);
  if (name == "log") return tell_log(a.log, streams);
  if (name == "insights") return tell_insights(a.insights, streams);
  if (name == "check") return check_session(a.check, streams);
  return doors.open_window({});
}

// CLI11's message on one line, as a sentence.
std::string sentence_of(const CLI::ParseError& error) {
  std::string text = error.what();
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
  return fmt::format("{}. Nothing was done; see standpoint --help.", text);
}

}  // namespace

int run_cli(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err, const Doors& doors) {
  Arguments read;
  CLI::App app("Standpoint: stakeholder workshops on a shared screen. Without a command it opens the window.", "standpoint");
  app.footer(exit_codes);
  app.set_version_flag("--version", "standpoint " STANDPOINT_VERSION);
  app.require_subcommand(0, 1);
  add_window_commands(app, read);
  add_making_commands(app, read);
  add_reading_commands(app, read);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::Success& asked) {  // --help, --version
    return app.exit(asked, out, err);
  } catch (const CLI::ParseError& error) {
    err << sentence_of(error) << '\n';
    return exit_usage;
  }
  return run_command(app, read, {out, err}, doors);
}

}  // namespace standpoint
