// Reads the arguments with CLI11 and hands them to one function per command (commands.h). CLI11's own exceptions end
// here: a mistake is one sentence and exit_usage.
#include "app/cli/cli.h"

#include <algorithm>
#include <ostream>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/plain_output.h"

namespace standpoint {
namespace {

constexpr const char* exit_codes =
    "Exit codes: 0 done; 1 not done, one sentence on standard error says why; 64 the arguments make no sense.\n"
    "Of check: 0 sound, 1 damaged but N events are safe, 2 not a session.\n"
    "Data goes to standard output. --at takes the number of an event, or mm:ss since the session started.";

// Everything the arguments can say. CLI11 writes into these fields.
struct Arguments {
  WindowRequest open, review{"", true};
  HostRequest host;
  NewOptions fresh;
  ImportOptions import;
  PictureOptions picture, pictures;
  ShowOptions show, log;
  InsightsOptions insights;
  CheckOptions check;
  RobotsRequest robots;
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
  auto* import = app.add_subcommand("import", "Reads stakeholders and ties: CSV and other tables, Excel and OpenDocument workbooks, GraphML, GEXF, GML, Pajek, Kumu");
  import->add_option("STAKEHOLDERS", a.import.stakeholders, "Columns name, role, organisation, kind, ring, power, influence, stance, desired stance, needs, expectations, reports to, note; others are kept as notes")->required();
  import->add_option("--ties", a.import.ties, "A table of ties: columns from, to, kind, strength, direction, note");
  import->add_flag("--preview", a.import.preview, "Only says what would come in, as JSON; nothing is added");
  import->add_option("--encoding", a.import.encoding, "Of the text, for example WINDOWS-1252; otherwise found out");
  import->add_option("--separator", a.import.separator, "Between the columns: one of , ; | or tab; otherwise found out")->check(CLI::IsMember({",", ";", "|", "tab"}));
  auto* out = import->add_option("--out", a.import.out, "The new file, NAME.standpoint");
  auto* into = import->add_option("--into", a.import.into, "A session that is there already");
  out->excludes(into);
  import->add_option("--title", a.import.title, "Title of the new session; otherwise the file's name")->excludes(into);
  import->add_option("--subtitle", a.import.subtitle, "Subtitle of the new session")->excludes(into);
}

void add_look(CLI::App* command, PictureOptions& options) {
  add_at(command, options.at);
  command->add_option("--size", options.size, "Width and height in pixels, for example 1920x1080");
  command->add_option("--theme", options.theme, "light or dark")->check(CLI::IsMember({"light", "dark"}));
  command->add_flag("--facilitator", options.facilitator, "With the stances and conflicts that the room did not see; without it, as the room saw it");
}

void add_picture_commands(CLI::App& app, Arguments& a) {
  const char* board = "A board's title or kind (map, canvas, cards), an activity's title, or the name of an exported file";
  auto* picture = app.add_subcommand("picture", "Draws a board to a PNG, SVG or PDF file, no display needed; of several pages a PDF has all, else it is the first");
  picture->add_option("FILE", a.picture.path, "The session")->required();
  picture->add_option("--board", a.picture.board, board)->required();
  picture->add_option("--out", a.picture.out, "The picture: NAME.png, NAME.svg or NAME.pdf")->required();
  add_look(picture, a.picture);
  auto* pictures = app.add_subcommand("export", "Draws every board, every revealed activity and the decisions into a folder, all their pages, and names the files");
  pictures->add_option("FILE", a.pictures.path, "The session")->required();
  pictures->add_option("--out", a.pictures.out, "The folder; it is made when it is not there")->required();
  pictures->add_option("--format", a.pictures.formats, "png, svg or pdf, or several of them separated by commas")->delimiter(',');
  pictures->add_option("--board", a.pictures.board, std::string("Only this one. ") + board);
  add_look(pictures, a.pictures);
}

void add_host_command(CLI::App& app, Arguments& a) {
  auto* host = app.add_subcommand("host", "Lets tablets join a session, without a window, until Ctrl-C; prints the address");
  host->add_option("FILE", a.host.path, "The session")->required();
  host->add_option("--port", a.host.port, "Its port; 0: any free one. Without it 8080 or, when that is taken, any")->envname("STANDPOINT_PORT");
  host->add_option("--bind", a.host.bind, "Only this address of the computer")->envname("STANDPOINT_BIND");
  host->add_option("--name", a.host.names, "A name by which browsers may call this computer, besides its own")->delimiter(',');
  host->add_option("--site", a.host.site, "The folder of the page for tablets");
  host->add_flag("--json", a.host.json, "How to join as one line of JSON");
}

void add_robots_command(CLI::App& app, RobotsRequest& request) {
  auto* robots = app.add_subcommand("robots", "Simulated tablets join a hosted session and take part; prints what they saw as JSON");
  robots->add_option("URL", request.url, "The address that the host prints, with what stands after #")->required();
  robots->add_option("--lead", request.lead, "The facilitator's link: one more robot opens, closes and reveals");
  robots->add_option("--seats", request.seats, "How many join")->check(CLI::Range(1, 2000));
  robots->add_option("--script", request.script, "vote, place or mix")->check(CLI::IsMember({"vote", "place", "mix"}));
  robots->add_option("--seed", request.seed, "The same seed makes the same choices");
  robots->add_option("--stall", request.stalled, "So many of them stop reading");
  robots->add_flag("--flaky", request.flaky, "Their lines end at random");
  robots->add_option("--seconds", request.seconds, "They leave after that, whatever happened")->check(CLI::Range(1, 86400));
  robots->add_flag("--json", request.json, "As JSON, which it is anyway");
}

void add_window_commands(CLI::App& app, Arguments& a) {
  auto* open = app.add_subcommand("open", "Opens the window on a session");
  open->add_option("FILE", a.open.path, "The session")->required();
  open->add_option("--bind", a.open.bind, "Tablets may join, by this address of the computer only; without it, as the settings say")->envname("STANDPOINT_BIND");
  app.add_subcommand("review", "Opens the window on a session's replay")->add_option("FILE", a.review.path, "The session")->required();
}

int run_command(const CLI::App& app, const Arguments& a, Streams streams, const Doors& doors) {
  const auto commands = app.get_subcommands();
  const std::string name = commands.empty() ? "" : commands.front()->get_name();
  if (name == "open") return doors.open_window(a.open);
  if (name == "review") return doors.open_window(a.review);
  if (name == "host") return doors.host_session(a.host, streams.out, streams.err);
  if (name == "new") return new_session(a.fresh, doors.now_ms(), streams);
  if (name == "import") return import_tables(a.import, doors.now_ms(), streams);
  if (name == "picture") return draw_picture(a.picture, streams, doors);
  if (name == "export") return draw_pictures(a.pictures, streams, doors);
  if (name == "show") return show_session(a.show, streams);
  if (name == "log") return tell_log(a.log, streams);
  if (name == "insights") return tell_insights(a.insights, streams);
  if (name == "check") return check_session(a.check, streams);
  if (name == "robots") return doors.send_robots(a.robots, streams.out, streams.err);
  return doors.open_window({"", false, a.open.bind});
}

// CLI11's message on one line, as a sentence.
std::string sentence_of(const CLI::ParseError& error) {
  std::string text = error.what();
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
  return fmt::format("{}. Nothing was done; see standpoint --help.", text);
}

}  // namespace

int run_cli(const std::vector<std::string>& arguments, std::ostream& to_out, std::ostream& to_err, const Doors& doors) {
  PlainOutput out(to_out), err(to_err);
  Arguments read;
  CLI::App app("Standpoint: stakeholder workshops on a shared screen. Without a command it opens the window.", "standpoint");
  app.footer(exit_codes);
  app.set_version_flag("--version", "standpoint " STANDPOINT_VERSION);
  app.require_subcommand(0, 1);
  add_window_commands(app, read);
  add_host_command(app, read);
  add_making_commands(app, read);
  add_picture_commands(app, read);
  add_reading_commands(app, read);
  add_robots_command(app, read.robots);
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
