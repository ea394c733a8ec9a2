// `new` and `import`: session files made or added to. A file is there whole or not at all.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <random>

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/cli/commands.h"
#include "app/files/session_draft.h"
#include "core/exchange/import.h"
#include "core/workshop/apply.h"
#include "core/workshop/check.h"

namespace standpoint {
namespace {

constexpr std::uintmax_t largest_table = 64 * 1024 * 1024;

SessionIdentity new_identity(std::int64_t now_ms) {
  std::random_device random;
  SessionIdentity identity{{}, now_ms};
  for (std::uint8_t& byte : identity.uuid) byte = static_cast<std::uint8_t>(random());
  return identity;
}

Result<std::string> text_of(const std::string& path) {
  std::error_code trouble;
  const std::uintmax_t size = std::filesystem::file_size(path, trouble);
  std::ifstream file;
  if (!trouble && std::filesystem::is_regular_file(path, trouble)) file.open(path, std::ios::binary);  // a pipe would wait for somebody
  if (trouble || !file.is_open()) return failed(fmt::format("{} cannot be read. Nothing was imported; check the name.", path));
  if (size > largest_table) return failed(fmt::format("{} is larger than 64 MB. Nothing was imported; split it.", path));
  return std::string(std::istreambuf_iterator<char>(file), {});
}

Result<CsvTable> table_of(const std::string& path) {
  const auto told = [&](const Failure& f) { return Failure{name_of(path) + ": " + f.sentence}; };
  return text_of(path).and_then([&](const std::string& text) { return read_csv(text).map_error(told); });
}

// What both files hold, as actions of `by` after `before`.
struct Tables {
  Import people, ties;
};
Result<Tables> imported(const ImportOptions& o, const Workshop& before, SeatId by) {
  const auto people_table = table_of(o.stakeholders);
  if (!people_table) return failed(people_table.error());
  const auto told = [](const std::string& path) { return [&path](const Failure& f) { return Failure{name_of(path) + ": " + f.sentence}; }; };
  auto people = import_stakeholders(before, by, *people_table).map_error(told(o.stakeholders));
  if (!people) return failed(people.error());
  if (o.ties.empty()) return Tables{std::move(*people), {}};
  const auto ties_table = table_of(o.ties);
  if (!ties_table) return failed(ties_table.error());
  auto ties = import_ties(with_import(before, by, *people), by, *ties_table).map_error(told(o.ties));
  if (!ties) return failed(ties.error());
  return Tables{std::move(*people), std::move(*ties)};
}

void tell_refused(const ImportOptions& o, const Tables& tables, Streams streams) {
  const bool two = !o.ties.empty();
  for (const RefusedLine& r : tables.people.refused)
    streams.err << (two ? fmt::format("Line {} of {}: {}", r.line, name_of(o.stakeholders), r.sentence) : fmt::format("Line {}: {}", r.line, r.sentence)) << '\n';
  for (const RefusedLine& r : tables.ties.refused) streams.err << fmt::format("Line {} of {}: {}", r.line, name_of(o.ties), r.sentence) << '\n';
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) { return fmt::format("{} {}", n, n == 1 ? one : many); }

void tell_summary(const Tables& t, Streams streams) {
  streams.out << fmt::format("Imported {} and {}; {} refused.\n",
                             counted(static_cast<std::size_t>(t.people.stakeholders), "stakeholder", "stakeholders"),
                             counted(static_cast<std::size_t>(t.ties.ties), "tie", "ties"),
                             counted(t.people.refused.size() + t.ties.refused.size(), "line", "lines"));
}

bool nothing_in(const Tables& t) { return t.people.actions.empty() && t.ties.actions.empty(); }

// Somebody who may add: the first facilitator with a screen of their own.
Result<SeatId> facilitator_of(const Workshop& workshop) {
  for (const Seat& seat : workshop.seats)
    if (seat.role == Role::facilitator && !seat.carried_by) return seat.id;
  return failed("This session has no facilitator. Nothing was imported; open it in the window once.");
}

// Appended as one group, with one sync.
Result<void> append(OpenedSession& session, SeatId by, const Tables& tables, std::int64_t now_ms) {
  std::vector<Event> events;
  for (const Import* import : {&tables.people, &tables.ties})
    for (const Action& action : import->actions) {
      if (const auto refusal = check(session.workshop, by, action)) return failed(refusal->text);
      events.push_back(Event{session.workshop.sequence + 1, now_ms, by, 0, action});
      apply(session.workshop, events.back());
    }
  return session.store->append(events);
}

Result<Tables> import_into(const ImportOptions& o, std::int64_t now_ms) {
  const auto files = posix_file_system();
  auto session = open_session(*files, o.into, OpenFor::writing);
  if (!session) return failed(session.error());
  if (!session->store->writable()) return failed(session->store->log().read_only_because());
  const auto by = facilitator_of(session->workshop);
  if (!by) return failed(by.error());
  auto tables = imported(o, session->workshop, *by);
  if (!tables || nothing_in(*tables)) return tables;
  if (const auto kept = append(*session, *by, *tables, now_ms); !kept) return failed(kept.error());
  return tables;
}

Result<Tables> import_as_new(const ImportOptions& o, std::int64_t now_ms) {
  const std::string title = o.title.empty() ? std::filesystem::path(o.out).stem().string() : o.title;
  SessionDraft draft(title, o.subtitle);
  draft.add_usual_boards();
  auto tables = imported(o, draft.workshop(), draft.facilitator());
  if (!tables || nothing_in(*tables)) return tables;
  draft.add(tables->people.actions);
  draft.add(tables->ties.actions);
  const auto files = posix_file_system();
  const auto made = create_session(*files, o.out, new_identity(now_ms), draft.commands());
  if (!made) return failed(made.error());
  return tables;
}

}  // namespace

int import_tables(const ImportOptions& o, std::int64_t now_ms, Streams streams) {
  if (o.out.empty() && o.into.empty()) {
    streams.err << "import needs --out FILE for a new session, or --into FILE for one that is there. Nothing was done.\n";
    return exit_usage;
  }
  const auto tables = o.into.empty() ? import_as_new(o, now_ms) : import_into(o, now_ms);
  if (!tables) return not_done(tables.error(), streams);
  tell_refused(o, *tables, streams);
  if (nothing_in(*tables)) return not_done({"There was nothing to import. No file was changed."}, streams);
  tell_summary(*tables, streams);
  return exit_done;
}

int new_session(const NewOptions& o, std::int64_t now_ms, Streams streams) {
  SessionDraft draft(o.title.empty() ? "New session" : o.title, "");
  if (o.template_name.empty()) {
    draft.add_usual_boards();
  } else {
    const auto plan = read_template(sessions_folder() + "/templates", o.template_name);
    if (!plan) return not_done(plan.error(), streams);
    draft = draft_of(*plan, o.title);
  }
  const auto files = posix_file_system();
  const auto made = create_session(*files, o.out, new_identity(now_ms), draft.commands());
  if (!made) return not_done(made.error(), streams);
  streams.out << fmt::format("Made {}: {}, {}.\n", o.out, draft.workshop().title, counted(draft.workshop().agenda.size(), "activity", "activities"));
  return exit_done;
}

}  // namespace standpoint
