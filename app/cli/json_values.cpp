// One line per struct: fields in the order of their declaration. Enums in the words a person reads.
#include "app/cli/json_values.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>
#include <string_view>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/insights/story.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/changes.h"

namespace standpoint {
namespace {

constexpr std::array<std::string_view, 2> item_kinds = {"stakeholder", "card"};
constexpr std::array<std::string_view, 3> board_kinds = {"map", "canvas", "cards"};
constexpr std::array<std::string_view, 6> card_colours = {"paper", "lemon", "sky", "rose", "mint", "lilac"};
constexpr std::array<std::string_view, 2> secrecies = {"anonymous", "named"};
constexpr std::array<std::string_view, 3> stage_covers = {"none", "frozen", "blank"};

template <class Enum, std::size_t n>
std::string_view word(Enum value, const std::array<std::string_view, n>& names) {
  return names.at(static_cast<std::size_t>(value));
}

template <class Tag>
Json value(Id<Tag> id) { return id.value; }
Json value(SeatId id) { return id.value; }
Json value(BoardPoint p) { return {{"x", p.x}, {"y", p.y}}; }
Json value(Item item) { return {{"kind", word(item.kind, item_kinds)}, {"id", item.id}}; }
Json value(const CanvasPlace& p) { return {{"item", value(p.item)}, {"at", value(p.at)}}; }
Json value(const Stakeholder& s) { return json_value(s); }
Json value(const Tie& t) { return json_value(t); }
Json value(const Card& c) { return json_value(c); }
Json value(const Board& b) { return json_value(b); }
Json value(const Activity& a) { return json_value(a); }
Json value(const Axis& a) { return {{"name", a.name}, {"low", a.low}, {"high", a.high}}; }
Json value(const std::string& s) { return s; }
Json value(CardColour c) { return word(c, card_colours); }
Json value(Secrecy s) { return word(s, secrecies); }
template <class T>
  requires std::is_arithmetic_v<T>
Json value(T number) { return number; }
template <class T>
  requires requires(T v) { words(v); }
Json value(T named) { return words(named); }
Json value(const Decision& d) { return {{"id", value(d.id)}, {"text", d.text}, {"owner", d.owner}}; }
Json value(const Bookmark& b) { return {{"id", value(b.id)}, {"title", b.title}, {"sequence", b.sequence}, {"time_ms", b.time_ms}}; }
Json value(const StageView& v) { return {{"board", value(v.board)}, {"activity", value(v.activity)}}; }
Json value(const Zone& z) {
  return {{"name", z.name}, {"area", {{"min", value(z.area.min)}, {"max", value(z.area.max)}}}};
}
Json value(const Seat& s) {
  return {{"id", value(s.id)}, {"name", s.name}, {"role", words(s.role)}, {"carried_by", value(s.carried_by)}, {"present", s.present}, {"merged_into", value(s.merged_into)}};
}
Json value(const FirstWords& f) { return {{"activity", value(f.activity)}, {"item", value(f.item)}, {"words", f.words}}; }
Json value(const MergedStakeholder& m) { return {{"gone", value(m.gone)}, {"kept", value(m.kept)}}; }
Json value(const LostInputs& l) { return {{"activity", value(l.activity)}, {"inputs", l.inputs}, {"marks", l.marks}}; }
Json value(const CountedInputs& c) { return {{"activity", value(c.activity)}, {"inputs", c.inputs}}; }
Json value(const Dots& d) { return {{"item", value(d.item)}, {"count", d.count}}; }

// Those that hold lists themselves.
Json value(const RevealedInput&);
Json value(const StakeholderMove&);
Json value(const CardMove&);
Json value(const RestoredPlace&);
Json value(const RestoredActivity&);

template <class T>
Json list(const std::vector<T>& values) {
  Json all = Json::array();
  for (const T& v : values) all.push_back(value(v));
  return all;
}

Json input(const Ballot& b) { return {{"dots", list(b.dots)}}; }
Json input(const PlacementSheet& s) { return {{"placements", list(s.placements)}}; }
Json value(const RevealedInput& r) {
  Json json = std::visit([](const auto& i) { return input(i); }, r.input);
  if (r.seat) json["seat"] = value(r.seat);
  return json;
}
Json value(const StakeholderMove& m) {
  return {{"stakeholder", value(m.stakeholder)}, {"placed", m.placed}, {"at", value(m.at)}, {"ring", words(m.ring)}};
}
Json value(const CardMove& m) { return {{"card", value(m.card)}, {"zone", m.zone}, {"at", value(m.at)}}; }
Json value(const RestoredPlace& p) { return {{"board", value(p.board)}, {"place", value(p.place)}}; }
Json value(const RestoredActivity& a) {
  return {{"activity", value(a.activity)}, {"items", list(a.items)}, {"inputs", list(a.inputs)}, {"stars", list(a.stars)}};
}

// ---- actions: their name and their fields ----

struct Named {
  std::string_view name;
  Json fields;
};

Named named(const StartSession& a) { return {"StartSession", {{"title", a.title}, {"subtitle", a.subtitle}}}; }
Named named(const RenameSession& a) { return {"RenameSession", {{"title", a.title}, {"subtitle", a.subtitle}}}; }
Named named(const JoinSeat& a) {
  return {"JoinSeat", {{"seat", value(a.seat)}, {"name", a.name}, {"role", words(a.role)}, {"carried_by", value(a.carried_by)}}};
}
Named named(const LeaveSeat& a) { return {"LeaveSeat", {{"seat", value(a.seat)}}}; }
Named named(const AddStakeholder& a) { return {"AddStakeholder", {{"stakeholder", value(a.stakeholder)}}}; }
Named named(const DescribeStakeholder& a) { return {"DescribeStakeholder", {{"stakeholder", value(a.stakeholder)}}}; }
Named named(const MoveStakeholders& a) { return {"MoveStakeholders", {{"moves", list(a.moves)}}}; }
Named named(const AddTie& a) { return {"AddTie", {{"tie", value(a.tie)}}}; }
Named named(const DescribeTie& a) { return {"DescribeTie", {{"tie", value(a.tie)}}}; }
Named named(const AddBoard& a) { return {"AddBoard", {{"board", value(a.board)}}}; }
Named named(const DescribeBoard& a) { return {"DescribeBoard", {{"board", value(a.board)}}}; }
Named named(const AddCard& a) { return {"AddCard", {{"card", value(a.card)}}}; }
Named named(const EditCard& a) {
  return {"EditCard", {{"card", value(a.card)}, {"text", a.text}, {"colour", word(a.colour, card_colours)}}};
}
Named named(const MoveCards& a) { return {"MoveCards", {{"moves", list(a.moves)}}}; }
Named named(const PlaceOnCanvas& a) { return {"PlaceOnCanvas", {{"board", value(a.board)}, {"places", list(a.places)}}}; }
Named named(const TakeOffCanvas& a) { return {"TakeOffCanvas", {{"board", value(a.board)}, {"items", list(a.items)}}}; }
Named named(const RemoveItems& a) {
  return {"RemoveItems", {{"stakeholders", list(a.stakeholders)}, {"ties", list(a.ties)}, {"cards", list(a.cards)}}};
}
Named named(const RestoreItems& a) {
  return {"RestoreItems", {{"stakeholders", list(a.stakeholders)}, {"ties", list(a.ties)}, {"cards", list(a.cards)},
                           {"places", list(a.places)}, {"activities", list(a.activities)}}};
}
Named named(const AddActivity& a) { return {"AddActivity", {{"activity", value(a.activity)}}}; }
Named named(const DescribeActivity& a) { return {"DescribeActivity", {{"activity", value(a.activity)}}}; }
Named named(const RemoveActivity& a) { return {"RemoveActivity", {{"activity", value(a.activity)}}}; }
Named named(const OpenActivity& a) { return {"OpenActivity", {{"activity", value(a.activity)}}}; }
Named named(const CloseActivity& a) { return {"CloseActivity", {{"activity", value(a.activity)}}}; }
Named named(const RevealActivity& a) { return {"RevealActivity", {{"activity", value(a.activity)}, {"inputs", list(a.inputs)}}}; }
// Never an event, so never in a file; its content stays out of any text.
Named named(const SealInput& a) { return {"SealInput", {{"activity", value(a.activity)}}}; }
Named named(const GiveStar& a) { return {"GiveStar", {{"activity", value(a.activity)}, {"item", value(a.item)}}}; }
Named named(const TakeStar& a) { return {"TakeStar", {{"activity", value(a.activity)}, {"item", value(a.item)}}}; }
Named named(const StartTimer& a) { return {"StartTimer", {{"duration_ms", a.duration_ms}}}; }
Named named(const AdjustTimer& a) { return {"AdjustTimer", {{"left_ms", a.left_ms}}}; }
Named named(const StopTimer&) { return {"StopTimer", Json::object()}; }
Named named(const RecordDecision& a) { return {"RecordDecision", {{"decision", value(a.decision)}}}; }
Named named(const SetBookmark& a) { return {"SetBookmark", {{"bookmark", value(a.bookmark)}, {"title", a.title}}}; }
Named named(const ShowOnStage& a) { return {"ShowOnStage", {{"view", value(a.view)}}}; }
Named named(const RemoveBoard& a) { return {"RemoveBoard", {{"board", value(a.board)}}}; }
Named named(const RemoveDecision& a) { return {"RemoveDecision", {{"decision", value(a.decision)}}}; }
Named named(const RemoveBookmark& a) { return {"RemoveBookmark", {{"bookmark", value(a.bookmark)}}}; }
Named named(const DescribeSeat& a) {
  return {"DescribeSeat", {{"seat", value(a.seat)}, {"name", a.name}, {"role", words(a.role)}}};
}
Named named(const LockLobby& a) { return {"LockLobby", {{"locked", a.locked}}}; }
Named named(const CoverStage& a) { return {"CoverStage", {{"cover", word(a.cover, stage_covers)}}}; }
Named named(const MergeSeats& a) { return {"MergeSeats", {{"from", value(a.from)}, {"into", value(a.into)}}}; }
Named named(const ClearSeats& a) { return {"ClearSeats", {{"seats", list(a.seats)}}}; }
Named named(const TellCount& a) { return {"TellCount", {{"activity", value(a.counted.activity)}, {"inputs", a.counted.inputs}}}; }
// The numbers tell nothing to anybody but the screens that chose them.
Named named(const TellReceipts& a) { return {"TellReceipts", {{"activity", value(a.activity)}, {"receipts", a.receipts.size()}}}; }
Named named(const WriteNotes& a) { return {"WriteNotes", {{"text", a.text}}}; }
Named named(const TellLost& a) {
  return {"TellLost", {{"activity", value(a.lost.activity)}, {"inputs", a.lost.inputs}, {"marks", a.lost.marks}}};
}

// ---- changes: what they are about, and of its fields those that were touched ----

std::string key_of_field(FieldName name) {
  std::string key = name.words;
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

template <Change C>
Named named_change(std::string_view action, const char* thing, Json id, const C& change) {
  const ThingOf<C> any = blank_thing_of(change);
  Json fields = {{thing, std::move(id)}};
  each_field(change, any, [&](FieldName name, const auto& field, const auto* member) {
    if (!field || !member) return;
    if constexpr (std::is_same_v<decltype(member), const std::vector<Item>*>) fields[key_of_field(name)] = list(*field);
    else fields[key_of_field(name)] = value(*field);
  });
  return {action, std::move(fields)};
}

// Region or zone n stands at n; null where it stays as it is.
Json words_by_number(const std::vector<std::optional<std::string>>& words) {
  Json all = Json::array();
  for (const auto& word : words) all.push_back(word ? Json(*word) : Json());
  return all;
}

Named named(const ChangeStakeholder& a) { return named_change("ChangeStakeholder", "stakeholder", value(a.stakeholder), a); }
Named named(const ChangeTie& a) { return named_change("ChangeTie", "tie", value(a.tie), a); }
Named named(const ChangeBoard& a) {
  Named board = named_change("ChangeBoard", "board", value(a.board), a);
  if (!a.regions.empty()) board.fields["regions"] = words_by_number(a.regions);
  if (!a.zones.empty()) board.fields["zones"] = words_by_number(a.zones);
  return board;
}
Named named(const ChangeCard& a) { return named_change("ChangeCard", "card", value(a.card), a); }
Named named(const ChangeDecision& a) { return named_change("ChangeDecision", "decision", value(a.decision), a); }
Named named(const ChangeNotes& a) { return {"ChangeNotes", {{"notes", a.notes.value_or("")}}}; }
Named named(const ChangeSeat& a) { return named_change("ChangeSeat", "seat", value(a.seat), a); }
Named named(const ChangeActivity& a) { return named_change("ChangeActivity", "activity", value(a.activity), a); }
Named named(const ChangeSetup& a) { return named_change("ChangeSetup", "activity", value(a.activity), a); }

Named named(const MergeStakeholders& a) { return {"MergeStakeholders", {{"kept", value(a.kept)}, {"gone", value(a.gone)}}}; }
Named named(const SeparateStakeholders& a) {
  Json fields = {{"kept", named(a.kept).fields}, {"gone", value(a.gone)}, {"ties", list(a.ties)}, {"places", list(a.places)},
                 {"activities", list(a.activities)}, {"first_words", list(a.first_words)}, {"stood", list(a.stood)}};
  return {"SeparateStakeholders", std::move(fields)};
}

Named named_action(const Action& action) {
  return std::visit([](const auto& a) { return named(a); }, action);
}

}  // namespace

Json json_value(const Stakeholder& s) {
  return {{"id", value(s.id)}, {"name", s.name}, {"role", s.role}, {"organisation", s.organisation}, {"kind", words(s.kind)},
          {"ring", words(s.ring)}, {"influence", s.influence}, {"formal_power", s.formal_power}, {"stance", words(s.stance)},
          {"desired_stance", words(s.desired_stance)}, {"needs", s.needs}, {"expectations", s.expectations}, {"note", s.note},
          {"placed", s.placed}, {"at", value(s.at)}};
}

Json json_value(const Tie& t) {
  return {{"id", value(t.id)}, {"from", value(t.from)}, {"to", value(t.to)}, {"kind", words(t.kind)}, {"strength", t.strength}, {"note", t.note}};
}

Json json_value(const Board& b) {
  Json json = {{"id", value(b.id)}, {"kind", word(b.kind, board_kinds)}, {"title", b.title}};
  if (b.kind == BoardKind::canvas)
    json.update(Json{{"x", value(b.x)}, {"y", value(b.y)}, {"regions", list(b.regions)}, {"places", list(b.places)}});
  if (b.kind == BoardKind::cards) json["zones"] = list(b.zones);
  return json;
}

Json json_value(const Card& c) {
  return {{"id", value(c.id)}, {"board", value(c.board)}, {"zone", c.zone}, {"at", value(c.at)},
          {"colour", word(c.colour, card_colours)}, {"text", c.text}};
}

Json json_value(const Activity& a) {
  return {{"id", value(a.id)}, {"kind", words(a.kind)}, {"title", a.title}, {"minutes", a.minutes}, {"board", value(a.board)},
          {"secrecy", word(a.secrecy, secrecies)}, {"items", list(items_of(a))}, {"dots_per_person", vote_of(a).dots_per_person},
          {"dots_per_item", vote_of(a).dots_per_item}, {"decider", value(decider_of(a))}, {"follows", value(a.follows)},
          {"phase", words(a.phase)}, {"opened_ms", a.opened_ms}, {"closed_ms", a.closed_ms}, {"inputs", list(a.inputs)},
          {"stars", list(stars_of(a))}};
}

Json json_value(const Workshop& w) {
  return {{"title", w.title}, {"subtitle", w.subtitle}, {"started_ms", w.started_ms}, {"changed_ms", w.changed_ms},
          {"sequence", w.sequence}, {"seats", list(w.seats)}, {"stakeholders", list(w.stakeholders)}, {"ties", list(w.ties)},
          {"boards", list(w.boards)}, {"cards", list(w.cards)}, {"activities", list(w.activities)}, {"agenda", list(w.agenda)},
          {"decisions", list(w.decisions)}, {"bookmarks", list(w.bookmarks)},
          {"timer", {{"running", w.timer.running}, {"started_ms", w.timer.started_ms}, {"duration_ms", w.timer.duration_ms}}},
          {"stage", value(w.stage)}, {"first_words", list(w.first_words)}, {"lost", list(w.lost)}, {"counted", list(w.counted)}, {"merged", list(w.merged)}};
}

Json json_value(const Action& action) { return named_action(action).fields; }
std::string name_of_action(const Action& action) { return std::string(named_action(action).name); }

}  // namespace standpoint
