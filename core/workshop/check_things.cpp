// Rules about stakeholders, ties and cards: R10 to R15, R22.
#include <algorithm>

#include "core/workshop/check_rules.h"
#include "core/workshop/layers.h"
#include "core/workshop/names.h"

namespace standpoint {
namespace {

// The same thing twice in one action would make its outcome depend on an order nobody sees.
template <class Moves, class IdOf>
Verdict check_each_once(const Moves& moves, IdOf id_of) {
  if (moves.empty()) return refused(Why::malformed, "There is nothing to move.");
  if (moves.size() > max_items) return refused(Why::full, "These are too many things to move at once; move fewer.");
  std::vector<decltype(id_of(moves.front()))> ids;
  for (const auto& move : moves) ids.push_back(id_of(move));
  std::sort(ids.begin(), ids.end());
  if (std::adjacent_find(ids.begin(), ids.end()) != ids.end())
    return refused(Why::malformed, "The same thing was moved twice in one step; nothing was moved.");
  return {};
}

Verdict check_zone(const Workshop& w, BoardId id, std::uint16_t zone) {
  const Board* const board = find(w, id);
  if (!board) return gone("board");
  if (board->kind != BoardKind::cards) return refused(Why::malformed, "Cards lie on a board for cards; choose one.");
  const std::size_t zones = std::max<std::size_t>(board->zones.size(), 1);
  if (zone >= zones) return refused(Why::not_found, "This zone is no longer there; drop the card in another one.");
  return {};
}

Verdict check_card_text(std::string_view text) {
  if (!shows_something(text)) return refused(Why::malformed, "The card is empty; write something on it.");
  return check_text(text, "The card", max_text_bytes);
}

Verdict check_words(const Stakeholder& s) {
  if (Verdict no = check_name(s.name, "The name")) return no;
  if (Verdict no = check_line(s.role, "The role")) return no;
  if (Verdict no = check_line(s.organisation, "The organisation")) return no;
  if (Verdict no = check_text(s.needs, "What they need", max_text_bytes)) return no;
  if (Verdict no = check_text(s.expectations, "What they expect", max_text_bytes)) return no;
  return check_text(s.note, "The note", max_note_bytes);
}

}  // namespace

Verdict check_values(const Stakeholder& s) {
  if (Verdict no = check_words(s)) return no;
  if (s.influence < 1 || s.influence > 5) return refused(Why::malformed, "Influence goes from 1 to 5.");
  if (s.formal_power < 0) return refused(Why::malformed, "Formal power is 0 when it is not known, else more.");
  if (!s.placed && s.at != BoardPoint{})
    return refused(Why::malformed, "Somebody who is not placed has no place on the map.");
  if (!s.placed) return {};
  if (Verdict no = check_on_board(s.at)) return no;
  if (s.ring != ring_at(s.at)) return refused(Why::malformed, "The ring is the one the place lies in; move the stakeholder instead.");
  return {};
}

bool hidden_from(const Workshop& w, SeatId seat, const Tie& t) { return hidden(open_layers(w), t) && !facilitates(w, seat); }

std::size_t ties_seen_by(const Workshop& w, SeatId seat) {
  return static_cast<std::size_t>(std::count_if(w.ties.begin(), w.ties.end(), [&](const Tie& tie) { return !hidden_from(w, seat, tie); }));
}

// The same words whether there is such a tie or not.
Verdict check_layer(const Workshop& w, SeatId by, const Tie& t) {
  if (!hidden_from(w, by, t)) return {};
  return refused(Why::not_allowed, "Conflicts are not open on this map now; nothing was changed. Tell the facilitator.");
}

Verdict check_values(const Workshop& w, const Tie& t) {
  if (t.from == t.to) return refused(Why::malformed, "A tie needs two different people.");
  if (t.strength < 1 || t.strength > 3) return refused(Why::malformed, "A tie's strength goes from 1 to 3.");
  if (Verdict no = check_text(t.note, "The note", max_text_bytes)) return no;
  if (std::any_of(w.ties.begin(), w.ties.end(), [&](const Tie& other) { return says_the_same(t, other); }))
    return refused(Why::duplicate_id, "This tie is there already; nothing was added twice.");
  return {};
}

Verdict check_values(const Workshop& w, const Card& c) {
  if (Verdict no = check_zone(w, c.board, c.zone)) return no;
  if (Verdict no = check_on_board(c.at)) return no;
  return check_card_text(c.text);
}

Verdict check_action(const Workshop& w, SeatId by, const AddStakeholder& a) {
  const Stakeholder& s = a.stakeholder;
  if (Verdict no = check_new_id(w, by, minted_by(s.id), minted_nth(s.id), !find(w, s.id))) return no;
  if (!s.note.empty() && !facilitates(w, by))
    return refused(Why::not_allowed, "Private notes are the facilitator's; leave the note empty and send again.");
  if (Verdict no = check_values(s)) return no;
  return check_room_for(w.stakeholders.size(), 1, max_items, "stakeholders");
}

// What somebody may not see they cannot touch, whatever it is (R348). Judged is what is touched: the rest of somebody may be older than a rule.
Verdict check_action(const Workshop& w, SeatId by, const ChangeStakeholder& a) {
  const Stakeholder* const stakeholder = thing_of(w, a);
  if (!stakeholder) return gone("stakeholder");
  if (!facilitates(w, by)) {
    if (a.note) return refused(Why::not_allowed, "Private notes are the facilitator's; nothing was changed.");
    if ((a.stance || a.desired_stance) && !open_layers(w).stance)
      return refused(Why::not_allowed, "Stances are not open on this map now; nothing was changed. Tell the facilitator.");
  }
  if (Verdict no = check_fields(*stakeholder, a)) return no;
  Stakeholder sound;
  sound.name = "-";
  return check_values(with_change(std::move(sound), a));
}

Verdict check_action(const Workshop& w, SeatId, const MoveStakeholders& a) {
  if (Verdict no = check_each_once(a.moves, [](const StakeholderMove& m) { return m.stakeholder; })) return no;
  for (const StakeholderMove& move : a.moves) {
    if (!find(w, move.stakeholder)) return gone("stakeholder");
    if (!move.placed) continue;
    if (Verdict no = check_on_board(move.at)) return no;
  }
  return {};
}

Verdict check_action(const Workshop& w, SeatId by, const AddTie& a) {
  const Tie& t = a.tie;
  if (Verdict no = check_layer(w, by, t)) return no;
  if (Verdict no = check_new_id(w, by, minted_by(t.id), minted_nth(t.id), !find(w, t.id))) return no;
  if (!find(w, t.from) || !find(w, t.to)) return gone("stakeholder");
  if (Verdict no = check_values(w, t)) return no;
  return check_room_for(ties_seen_by(w, by), 1, max_items, "ties");
}

Verdict check_action(const Workshop& w, SeatId by, const ChangeTie& a) {
  if (a.kind)
    if (Verdict no = check_layer(w, by, with_change(Tie{}, a))) return no;
  const Tie* const tie = thing_of(w, a);
  if (!tie || hidden_from(w, by, *tie)) return gone("tie");
  if (Verdict no = check_fields(*tie, a)) return no;
  const Tie after = with_change(*tie, a);
  if (!find(w, after.from) || !find(w, after.to)) return gone("stakeholder");
  return check_values(w, after);
}

Verdict check_action(const Workshop& w, SeatId by, const AddCard& a) {
  const Card& c = a.card;
  if (Verdict no = check_new_id(w, by, minted_by(c.id), minted_nth(c.id), !find(w, c.id))) return no;
  if (Verdict no = check_values(w, c)) return no;
  return check_room_for(w.cards.size(), 1, max_items, "cards");
}

Verdict check_action(const Workshop& w, SeatId, const ChangeCard& a) {
  const Card* const card = thing_of(w, a);
  if (!card) return gone("card");
  if (Verdict no = check_fields(*card, a)) return no;
  return a.text ? check_card_text(*a.text) : Verdict{};
}

Verdict check_action(const Workshop& w, SeatId, const MoveCards& a) {
  if (Verdict no = check_each_once(a.moves, [](const CardMove& m) { return m.card; })) return no;
  for (const CardMove& move : a.moves) {
    const Card* const card = find(w, move.card);
    if (!card) return gone("card");
    if (Verdict no = check_zone(w, card->board, move.zone)) return no;
    if (Verdict no = check_on_board(move.at)) return no;
  }
  return {};
}

}  // namespace standpoint
