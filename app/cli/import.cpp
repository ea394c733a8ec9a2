// `import`: lists of other programs into a session, new or there already. A file is there whole or not at all, and nothing is added before it is counted.
#include <algorithm>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/cli/commands.h"
#include "app/cli/preview_json.h"
#include "app/files/session_draft.h"
#include "app/tables/open.h"
#include "app/tables/read.h"
#include "core/exchange/preview.h"
#include "core/workshop/apply.h"
#include "core/workshop/check.h"

namespace standpoint {
namespace {

// Both files together. A list of ties is one whatever else its columns could be.
Result<Source> source_of(const ImportOptions& o) {
  const ReadChoices choices{o.encoding, o.separator == "tab" ? '\t' : o.separator.empty() ? '\0' : o.separator.front()};
  const auto read = [&](const std::string& path) -> Result<Source> {
    return list_bytes(path).and_then([&](const std::string& bytes) {
      return read_source(bytes, o.ties.empty() ? "" : name_of(path), choices).map_error([&](const Failure& f) { return Failure{name_of(path) + ": " + f.sentence}; });
    });
  };
  auto people = read(o.stakeholders);
  if (!people || o.ties.empty()) return people;
  auto ties = read(o.ties);
  if (!ties) return ties;
  for (Table& table : ties->tables) {
    if (table.sheet.empty()) table.holds = Holds::ties;
    people->tables.push_back(std::move(table));
  }
  people->told.insert(people->told.end(), ties->told.begin(), ties->told.end());
  return people;
}

std::string so_many(std::uint32_t n, std::string_view one, std::string_view many) { return fmt::format("{} {}", n, n == 1 ? one : many); }

bool ties_asked_and_none(const ImportOptions& o, const Preview& p) { return !o.ties.empty() && p.tie_counts.added + p.tie_counts.same + p.tie_counts.changed + p.tie_counts.joined == 0; }

void tell_summary(const Preview& p, Streams streams) {
  streams.out << fmt::format("Imported {} and {}; {} refused.\n", so_many(p.people_counts.added, "stakeholder", "stakeholders"), so_many(p.tie_counts.added, "tie", "ties"),
                             so_many(p.people_counts.refused + p.tie_counts.refused, "line", "lines"));
  if (p.people_counts.same + p.people_counts.changed > 0)
    streams.out << fmt::format("People: {} the same, {} changed, {} new.\n", p.people_counts.same, p.people_counts.changed, p.people_counts.added);
}

void tell(const Preview& p, Streams streams) {
  for (const std::string& told : columns_told(p)) streams.err << told << '\n';
  for (const std::string& told : p.told) streams.err << told << '\n';
  for (const std::string& told : p.refused) streams.err << told << '\n';
}

// Somebody who may add: the first facilitator with a screen of their own.
Result<SeatId> facilitator_of(const Workshop& workshop) {
  for (const Seat& seat : workshop.seats)
    if (seat.role == Role::facilitator && !seat.carried_by) return seat.id;
  return failed("This session has no facilitator. Nothing was imported; open it in the window once.");
}

// Everybody as they were when they were added: what is still so the room has not touched.
std::vector<Stakeholder> as_added(const Replay& replay) {
  std::vector<Stakeholder> added;
  for (std::uint64_t n = 1; n <= replay.last_sequence(); ++n)
    if (const Event event = replay.event(n); const auto* one = std::get_if<AddStakeholder>(&event.action)) added.push_back(one->stakeholder);
  std::sort(added.begin(), added.end(), [](const Stakeholder& a, const Stakeholder& b) { return a.id < b.id; });
  return added;
}

// Appended as one group, with one sync.
Result<void> append(OpenedSession& session, SeatId by, const std::vector<Action>& actions, std::int64_t now_ms) {
  std::vector<Event> events;
  for (const Action& action : actions) {
    if (const auto refusal = check(session.workshop, by, action)) return failed(refusal->text);
    events.push_back(Event{session.workshop.sequence + 1, now_ms, by, 0, action});
    apply(session.workshop, events.back());
  }
  return session.store->append(events);
}

Result<Preview> import_into(const ImportOptions& o, const Source& source, std::int64_t now_ms) {
  const auto files = posix_file_system();
  auto session = open_session(*files, o.into, o.preview ? OpenFor::reading : OpenFor::writing);
  if (!session) return failed(session.error());
  if (!o.preview && !session->store->writable()) return failed(session->store->log().read_only_because());
  const auto by = facilitator_of(session->workshop);
  if (!by) return failed(by.error());
  Proposal proposal = propose(session->workshop, *by, source, {}, as_added(session->replay));
  if (o.preview || proposal.actions.empty()) return std::move(proposal.preview);
  if (const auto kept = append(*session, *by, proposal.actions, now_ms); !kept) return failed(kept.error());
  return std::move(proposal.preview);
}

Result<Preview> import_as_new(const ImportOptions& o, const Source& source, std::int64_t now_ms) {
  const std::string title = o.title.empty() ? std::filesystem::path(o.out).stem().string() : o.title;
  SessionDraft draft(title.empty() ? "New session" : title, o.subtitle);
  draft.add_usual_boards();
  Proposal proposal = propose(draft.workshop(), draft.facilitator(), source);
  if (o.preview || proposal.actions.empty()) return std::move(proposal.preview);
  draft.add(proposal.actions);
  const auto files = posix_file_system();
  const auto made = create_session(*files, o.out, new_identity(now_ms), draft.commands());
  if (!made) return failed(made.error());
  return std::move(proposal.preview);
}

bool changes_nothing(const Preview& p) {
  return p.people_counts.added + p.tie_counts.added == 0 && std::none_of(p.people.begin(), p.people.end(), takes_a_value);
}

}  // namespace

int import_tables(const ImportOptions& o, std::int64_t now_ms, Streams streams) {
  if (o.out.empty() && o.into.empty() && !o.preview) {
    streams.err << "import needs --out FILE for a new session, or --into FILE for one that is there. Nothing was done.\n";
    return exit_usage;
  }
  const auto source = source_of(o);
  if (!source) return not_done(source.error(), streams);
  const auto preview = o.into.empty() ? import_as_new(o, *source, now_ms) : import_into(o, *source, now_ms);
  if (!preview) return not_done(preview.error(), streams);
  if (o.preview) {
    streams.out << json_of(*preview) << '\n';
    return preview->trouble.empty() && !changes_nothing(*preview) ? exit_done : exit_not_done;
  }
  if (!preview->trouble.empty()) return not_done({preview->trouble}, streams);
  tell(*preview, streams);
  if (changes_nothing(*preview)) return not_done({"There was nothing to import. No file was changed."}, streams);
  tell_summary(*preview, streams);
  if (!ties_asked_and_none(o, *preview)) return exit_done;
  return not_done({"None of the ties could be imported."}, streams);
}

}  // namespace standpoint
