// The two sample sessions, made from the files in sessions/data: byte for byte the same on every run, because their clocks
// and numbers are written here. Every step goes through check and apply, the hour through the Room itself.
#include "sessions/samples.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/files/session_draft.h"
#include "core/exchange/preview.h"
#include "core/file/session_store.h"
#include "sessions/rehearsal.h"

namespace standpoint {
namespace {

constexpr std::int64_t florence_ms = 1'793'610'000'000;  // 2026-11-02 09:00 UTC
constexpr std::int64_t checkout_ms = 1'795'093'200'000;  // 2026-11-19 13:00 UTC

// Samples are the only sessions whose number is not random: a name, so that two runs give the same bytes.
SessionIdentity identity_of(std::string_view name, std::int64_t created_ms) {
  SessionIdentity identity{{}, created_ms};
  std::copy_n(name.begin(), std::min(name.size(), identity.uuid.size()), identity.uuid.begin());
  return identity;
}

Result<std::string> text_of(const std::string& name) {
  std::ifstream file(sessions_folder() + "/data/" + name, std::ios::binary);
  if (!file) return failed("sessions/data/" + name + " cannot be read.");
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// ---- Florence ----

// Wealth upwards by rank, ties to the right by how many families somebody is tied to: formal power against position.
std::vector<CanvasPlace> wealth_and_ties(const Workshop& w) {
  std::vector<std::int32_t> wealth;
  std::map<StakeholderId, std::map<StakeholderId, int>> tied;
  for (const Stakeholder& s : w.stakeholders) wealth.push_back(s.formal_power);
  for (const Tie& t : w.ties) tied[t.from][t.to] = tied[t.to][t.from] = 1;
  std::sort(wealth.begin(), wealth.end());
  std::size_t most = 1;
  for (const auto& [family, others] : tied) most = std::max(most, others.size());
  // Clear of the regions' names in the corners.
  const auto share = [](std::size_t part, std::size_t whole) { return static_cast<std::int32_t>(1100 + 7900 * part / whole); };
  std::vector<CanvasPlace> places;
  for (const Stakeholder& s : w.stakeholders) {
    const auto below = static_cast<std::size_t>(std::lower_bound(wealth.begin(), wealth.end(), s.formal_power) - wealth.begin());
    places.push_back({Item(s.id), {share(tied[s.id].size(), most), share(below, wealth.size() - 1)}});
  }
  return places;
}

Result<void> add_families(SessionDraft& draft) {
  Source source;
  for (const char* const name : {"florence-stakeholders.csv", "florence-ties.csv"}) {
    const auto text = text_of(name);
    if (!text) return failed(text.error());
    source.tables.push_back(table_of_text(*text));
    source.tables.back().file = name;
  }
  const Proposal proposal = propose(draft.workshop(), draft.facilitator(), source);
  const Preview& preview = proposal.preview;
  if (!preview.trouble.empty()) return failed(preview.trouble);
  if (!preview.refused.empty()) return failed(preview.refused.front());
  draft.add(proposal.actions);
  return {};
}

}  // namespace

Result<void> make_florence(FileSystem& files, const std::string& path) {
  SessionDraft draft("Florence 1434", "Elite families and their ties");
  Template plan;
  Board map, canvas;
  map.title = "Map";
  canvas.kind = BoardKind::canvas;
  canvas.title = "Wealth and ties";
  canvas.x = {"Ties", "few", "many"};
  canvas.y = {"Wealth", "little", "great"};
  canvas.regions = {"Bystanders", "Well tied", "Wealthy", "Wealthy and well tied"};
  plan.boards = {map, canvas};
  draft.add(actions_of(plan, draft.workshop(), draft.facilitator()));
  if (const auto added = add_families(draft); !added) return added;
  const Board* drawn = first_board(draft.workshop(), BoardKind::canvas);
  draft.add(PlaceOnCanvas{drawn->id, wealth_and_ties(draft.workshop())});
  const auto made = create_session(files, path, identity_of("Florence 1434", florence_ms), draft.commands());
  return made ? Result<void>{} : failed(made.error());
}

// ---- the hour of the checkout relaunch ----

namespace {

std::vector<Opinion> opinions_of(const nlohmann::json& workshop) {
  const auto units = [](const nlohmann::json& tenth) { return static_cast<std::int32_t>(std::lround(tenth.get<double>() * 1000)); };
  std::vector<Opinion> opinions;
  for (const auto& p : workshop.at("placements")) {
    const std::string shape = p.at("shape");
    opinions.push_back({p.at("name"), {units(p.at("interest")), units(p.at("power"))}, units(p.at("spread_interest")),
                        units(p.at("spread_power")), shape == "two camps on interest", shape == "two camps on power"});
  }
  return opinions;
}

Result<OpenedSession> start_checkout(FileSystem& files, const std::string& path) {
  const auto agenda = text_of("checkout-agenda.json").and_then([](const std::string& text) { return parse_template("checkout-agenda", text); });
  if (!agenda) return failed(agenda.error());
  SessionDraft draft("Checkout relaunch", "stakeholder alignment", "Nadia");
  draft.add(actions_of(*agenda, draft.workshop(), draft.facilitator()));
  return create_session(files, path, identity_of("Checkout hour", checkout_ms), draft.commands());
}

}  // namespace

Result<void> make_checkout(FileSystem& files, const std::string& path) {
  const auto facts = text_of("checkout-relaunch.json");
  const auto script = text_of("checkout-hour.csv").and_then([](const std::string& text) { return read_csv(text); }).and_then(steps_of);
  if (!facts || !script) return failed(facts ? script.error() : facts.error());
  const auto workshop = nlohmann::json::parse(*facts);
  auto session = start_checkout(files, path);
  if (!session) return failed(session.error());
  Room room(session->workshop, *session->store, *session->store);
  Rehearsal hour(room, SeatId{1}, checkout_ms, workshop.at("participants"), opinions_of(workshop));
  for (const Step& step : *script)
    if (const auto played = hour.play(step); !played) return failed("checkout-hour.csv: " + played.error().sentence);
  return {};
}

}  // namespace standpoint
