// Reading the script, joining, sending and listening. What each verb does is in rehearsal_steps.cpp. People, cards and
// activities are named as the script names them at that moment, so a slip is a sentence with its line, never a wrong session.
#include "sessions/rehearsal.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/exchange/import_words.h"
#include "sessions/script_words.h"

namespace standpoint {
namespace {

Result<Role> role_of(std::string_view word) {
  if (word == "facilitator") return Role::facilitator;
  if (word == "participant") return Role::participant;
  if (word == "stage") return Role::stage;
  return failed(fmt::format("“{}” is no role.", word));
}

}  // namespace

Result<std::vector<Step>> steps_of(const CsvTable& script) {
  std::vector<Step> steps;
  const std::vector<std::string> columns = {"at", "who", "does", "what", "detail", "place"};
  if (script.header != columns) return failed("The script's columns are not at, who, does, what, detail, place.");
  if (!script.refused.empty()) return failed(fmt::format("Line {}: {}", script.refused.front().line, script.refused.front().sentence));
  for (const CsvRecord& record : script.records) {
    const std::string& at = record.fields[0];
    const std::size_t colon = std::min(at.find(':'), at.size());
    const auto minutes = number_of(std::string_view(at).substr(0, colon)), seconds = number_of(std::string_view(at).substr(std::min(colon + 1, at.size())));
    if (!minutes || !seconds) return failed(fmt::format("Line {}: “{}” is no time.", record.line, at));
    // People do not act on the full second: the line's number gives the rest, the same on every run.
    const std::int64_t at_ms = (*minutes * 60 + *seconds) * 1000 + record.line * 373 % 1000;
    steps.push_back({record.line, at_ms, record.fields[1], record.fields[2], record.fields[3], record.fields[4], record.fields[5]});
  }
  return steps;
}

Rehearsal::Rehearsal(Room& room, SeatId facilitator, std::int64_t started_ms, std::vector<std::string> participants,
                     std::vector<Opinion> opinions)
    : room_(room), started_ms_(started_ms), participants_(std::move(participants)), opinions_(std::move(opinions)), now_ms_(started_ms) {
  const Seat* seat = find(now(), facilitator);
  if (!seat) return;
  screens_[seat->name] = {1, facilitator};
  counters_[facilitator] = seat->last_counter;
  room_.connect(1);
  room_.hear(1, Hello{facilitator, seat->name, seat->role, now().sequence}, now_ms_);
}

Result<void> Rehearsal::play(const Step& step) {
  now_ms_ = started_ms_ + step.at_ms;
  const auto told = [&](const Failure& failure) { return Failure{fmt::format("Line {}: {}", step.line, failure.sentence)}; };
  if (step.does == "joins") return join(step).map_error(told);
  const auto screen = screens_.find(step.who);
  const Maker make = maker_of(step.does);
  if (screen == screens_.end() || !make) return failed(fmt::format("Line {}: nobody called {} {}.", step.line, step.who, step.does));
  auto action = (this->*make)(step);
  if (!action) return failed(told(action.error()));
  return send(screen->second, std::move(*action)).map_error(told);
}

Rehearsal::Maker Rehearsal::maker_of(std::string_view verb) {
  using R = Rehearsal;
  static constexpr std::array<std::pair<std::string_view, Maker>, 36> makers = {{{"adds", &R::adds}, {"removes", &R::removes},
      {"renames", &R::describes}, {"role", &R::describes}, {"organisation", &R::describes}, {"kind", &R::describes},
      {"influence", &R::describes}, {"stance", &R::describes}, {"desired stance", &R::describes}, {"needs", &R::describes},
      {"expectations", &R::describes}, {"note", &R::describes}, {"moves", &R::moves}, {"ties", &R::ties},
      {"unties", &R::unties}, {"strength", &R::describes_tie}, {"tie note", &R::describes_tie}, {"writes", &R::writes},
      {"rewrites", &R::rewrites}, {"shifts", &R::shifts}, {"drops", &R::drops}, {"puts", &R::puts}, {"opens", &R::opens},
      {"closes", &R::closes}, {"reveals", &R::reveals}, {"times", &R::times}, {"stops the clock", &R::stops_the_clock},
      {"shows", &R::shows}, {"marks", &R::marks}, {"chooses", &R::chooses}, {"decider", &R::decider}, {"runs off", &R::runs_off},
      {"places blind", &R::places_blind}, {"votes", &R::votes}, {"stars", &R::stars}, {"decides", &R::decides}}};
  const auto found = std::find_if(makers.begin(), makers.end(), [&](const auto& m) { return m.first == verb; });
  return found == makers.end() ? nullptr : found->second;
}

// ---- joining, sending, listening ----

Result<void> Rehearsal::join(const Step& step) {
  const auto words = parts_of(step.detail);
  const auto role = role_of(words.empty() ? "" : words[0]);
  if (!role) return failed(role.error());
  const SeatId seat = next_seat(now());
  if (words.size() > 1) {  // at somebody else's screen, in turn
    const auto carrier = screens_.find(words[1]);
    if (carrier == screens_.end()) return failed(fmt::format("nobody is called {}.", words[1]));
    screens_[step.who] = {carrier->second.link, seat};
    return send(carrier->second, JoinSeat{seat, step.who, *role, carrier->second.seat});
  }
  const auto link = static_cast<LinkId>(screens_.size() + 1);
  screens_[step.who] = {link, seat};
  room_.connect(link);
  room_.hear(link, Hello{SeatId{}, step.who, *role, 0}, now_ms_);
  return listen();
}

Result<void> Rehearsal::send(const Screen& screen, Action action) {
  const bool seals = std::holds_alternative<SealInput>(action);
  const std::uint32_t counter = seals ? first_sealed_counter + ++sealed_[screen.seat] : ++counters_[screen.seat];
  room_.hear(screen.link, Command{screen.seat, counter, std::move(action)}, now_ms_);
  return listen();
}

Result<void> Rehearsal::listen() {
  room_.commit();
  for (const auto& [links, message] : room_.take_outbox()) {
    if (const auto* refused = std::get_if<Refused>(&message)) return failed(refused->refusal.text);
    if (const auto* stopped = std::get_if<ReadOnly>(&message)) return failed(stopped->sentence);
  }
  return {};
}

// ---- what the script calls by name ----

Result<const Stakeholder*> Rehearsal::person(const std::string& name) const {
  for (const Stakeholder& s : now().stakeholders)
    if (s.name == name) return &s;
  return failed(fmt::format("no stakeholder is called {}.", name));
}

Result<const Activity*> Rehearsal::activity(const std::string& title) const {
  for (const Activity& a : now().activities)
    if (a.title == title) return &a;
  return failed(fmt::format("no activity is called {}.", title));
}

// what: from; detail: "kind; to; ...".
Result<const Tie*> Rehearsal::tie(const Step& step) const {
  const auto words = parts_of(step.detail);
  const auto from = person(step.what), to = person(words.size() > 1 ? words[1] : "");
  if (!from || !to) return failed(fmt::format("no such tie: {} {}", step.what, step.detail));
  const auto kind = tie_kind_of(words[0]);
  for (const Tie& t : now().ties)
    if (kind && t.from == (*from)->id && t.to == (*to)->id && t.kind == *kind) return &t;
  return failed(fmt::format("no such tie: {} {}", step.what, step.detail));
}

Result<CardId> Rehearsal::card(const std::string& key) const {
  const auto found = cards_.find(key);
  if (found == cards_.end()) return failed(fmt::format("no card is called {}.", key));
  return found->second;
}

Result<std::vector<Item>> Rehearsal::items(const std::vector<std::string>& keys) const {
  std::vector<Item> all;
  if (keys == std::vector<std::string>{"everybody"})
    for (const Stakeholder& s : now().stakeholders) all.emplace_back(s.id);
  else
    for (const std::string& key : keys) {
      const auto found = card(key);
      if (!found) return failed(found.error());
      all.emplace_back(*found);
    }
  std::sort(all.begin(), all.end());
  return all;
}

std::uint16_t Rehearsal::zone_at(const Board& board, BoardPoint at) const {
  for (std::size_t i = 0; i < board.zones.size(); ++i)
    if (board.zones[i].area.contains(at)) return static_cast<std::uint16_t>(i);
  return 0;
}

}  // namespace standpoint
