// Ends are looked up, several in one cell and both directions become ties of their own, and what is said twice is said once, by the greater strength.
#include <algorithm>
#include <tuple>

#include "core/exchange/import_words.h"
#include "core/exchange/people_rows.h"
#include "core/exchange/propose_steps.h"
#include "core/workshop/changes.h"
#include "core/workshop/names.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::size_t most_guesses = 20, most_in_cell = 50;

bool symmetric(TieKind kind) { return kind == TieKind::trusts || kind == TieKind::conflicts_with; }

using Key = std::tuple<StakeholderId, StakeholderId, TieKind>;
Key key_of(const Tie& t) {
  const bool turned = symmetric(t.kind) && t.to < t.from;
  return {turned ? t.to : t.from, turned ? t.from : t.to, t.kind};
}

class Ties {
 public:
  Ties(Proposing& p, const Table& table, bool from_people) : p_(p), table_(table), from_people_(from_people) {
    for (const Tie& t : p.now.ties) known_.emplace(key_of(t), Before{&t, 0, true});
    for (std::size_t i = 0; i < p.out.actions.size(); ++i)
      if (const auto* added = std::get_if<AddTie>(&p.out.actions[i])) known_.emplace(key_of(added->tie), Before{nullptr, i, false}), ++added_;
    nth_ = next_nth(p.now, p.by) + additions();
  }

  void add(const std::vector<TieRow>& rows) {
    for (const TieRow& row : rows) add_row(row);
    tell();
  }

 private:
  struct Before {
    const Tie* here = nullptr;
    std::size_t action = 0;  // of one that is added
    bool first = true;       // no row was about it yet
  };
  struct Ends {
    std::vector<StakeholderId> ids;
    std::string general, sentence;  // why there are none
  };

  std::uint32_t additions() const {
    return static_cast<std::uint32_t>(std::count_if(p_.out.actions.begin(), p_.out.actions.end(), [](const Action& a) { return std::holds_alternative<AddStakeholder>(a) || std::holds_alternative<AddTie>(a); }));
  }

  Match find_end(const std::string& end) const {
    const auto by_id = [&]() -> Match {
      const auto found = p_.by_id.find(end);
      return found == p_.by_id.end() ? Match{} : Match{Called::one, found->second};
    };
    if (table_.by_id)
      if (const Match match = by_id(); match.called != Called::nobody) return match;
    const Match match = p_.everybody.called(end);
    return match.called == Called::nobody ? by_id() : match;
  }

  Ends one_end(const std::string& end, std::string_view nobody) {
    if (end.empty()) return {{}, std::string(nobody), std::string(nobody) + "."};
    const Match match = find_end(end);
    if (match.called == Called::several)
      return {{}, "several people of that name; name them with the organisation", "several people are called " + quoted(end) + "; write the organisation behind the name, in brackets."};
    if (match.called == Called::one) {
      const Known& known = p_.everybody.all()[match.known];
      if (known.out) return {{}, "an end of the tie was refused", quoted(end) + " was refused, so no tie can reach them."};
      return {{known.person.id}, "", ""};
    }
    return {{}, "nobody is called so", ""};
  }

  // "Ben Tarn, Cy Lund": all of them are known, or the cell is one name.
  Ends ends_of(const std::string& cell, std::string_view nobody) {
    Ends whole = one_end(cell, nobody);
    if (!whole.ids.empty() || !whole.sentence.empty()) return whole;
    for (const char separator : std::string_view("|;,/")) {
      if (cell.find(separator) == std::string::npos) continue;
      Ends several;
      for (std::string_view rest = cell; !rest.empty() && several.ids.size() < most_in_cell;) {
        const std::size_t end = std::min(rest.find(separator), rest.size());
        const Ends part = one_end(trimmed(rest.substr(0, end)), nobody);
        if (part.ids.empty()) {
          several.ids.clear();
          break;
        }
        several.ids.push_back(part.ids.front());
        rest.remove_prefix(std::min(rest.size(), end + 1));
      }
      if (!several.ids.empty()) return several;
    }
    whole.general = "no stakeholder of that name";
    whole.sentence = "no stakeholder is called " + quoted(cell) + ".";
    if (++guesses_ > most_guesses) return whole;
    if (const std::string perhaps = p_.everybody.perhaps(cell); !perhaps.empty())
      whole.sentence = "no stakeholder is called " + quoted(cell) + "; did you mean " + quoted(perhaps) + "?";
    return whole;
  }

  void refuse(const TieRow& row, std::string general, std::string sentence) {
    show(row, Happens::refused, sentence);
    p_.refused_ties[row.sheet].add(row.line, std::move(general), std::move(sentence));
  }
  void show(const TieRow& row, Happens happens, std::string why) {
    p_.out.preview.ties.push_back({happens, row.sheet, row.line, row.from, row.to, row.kind, row.strength, std::move(why)});
  }

  void add_row(const TieRow& row) {
    const Ends from = ends_of(row.from, "it does not say from whom");
    if (from.ids.empty()) return refuse_end(row, from);
    const Ends to = ends_of(row.to, "it does not say to whom");
    if (to.ids.empty()) return refuse_end(row, to);
    if (from.ids.size() * to.ids.size() > 1) several_.add(row.line);
    for (const StakeholderId one : from.ids)
      for (const StakeholderId other : to.ids) {
        add_tie(row, one, other);
        if (row.direction == Direction::both && !symmetric(row.kind) && one != other) {
          both_.add(row.line);
          add_tie(row, other, one);
        }
      }
  }

  // A superior who is not in the list is no reason to lose the person: the name goes into the note.
  void refuse_end(const TieRow& row, const Ends& ends) {
    if (!from_people_) return refuse(row, ends.general, ends.sentence);
    const Match who = p_.everybody.called(row.from);
    if (who.called != Called::one) return;
    superiors_.add(row.line);
    const StakeholderId id = p_.everybody.all()[who.known].person.id;
    for (Action& action : p_.out.actions)
      if (auto* const added = std::get_if<AddStakeholder>(&action); added != nullptr && added->stakeholder.id == id) {
        const std::string line = "Reports to: " + row.to;
        if (added->stakeholder.note.size() + line.size() < max_note_bytes) add_line(added->stakeholder.note, line);
        return;
      }
  }

  void add_tie(const TieRow& row, StakeholderId from, StakeholderId to) {
    if (from == to) return refuse(row, "a tie needs two different people", "a tie needs two different people.");
    const Tie tie{mint<TieId>(p_.by, nth_), from, to, row.kind, row.strength, row.note};
    const auto before = known_.find(key_of(tie));
    if (before != known_.end()) return meet(row, tie, before->second);
    if (p_.now.ties.size() + added_ >= max_items) {
      const std::string full = "this session holds at most " + std::to_string(max_items) + " ties.";
      return refuse(row, full, full);
    }
    known_.emplace(key_of(tie), Before{nullptr, p_.out.actions.size(), false});
    p_.out.actions.push_back(AddTie{tie});
    ++nth_;
    ++added_;
    show(row, Happens::added, "");
  }

  void meet(const TieRow& row, const Tie& tie, Before& before) {
    if (before.here == nullptr) {
      Tie& first = std::get<AddTie>(p_.out.actions[before.action]).tie;
      first.strength = std::max(first.strength, tie.strength);
      if (first.note.find(tie.note) == std::string::npos && first.note.size() + tie.note.size() < max_text_bytes) add_line(first.note, tie.note);
      twice_.add(row.line);
      return show(row, Happens::joined, "The same tie as before; the greater strength counts.");
    }
    if (!before.first) return show(row, Happens::joined, "");
    before.first = false;
    const bool differs = row.strength_given && row.strength != before.here->strength;
    if (differs) otherwise_.add(row.line);
    show(row, differs ? Happens::changed : Happens::same, differs ? "It is there with another strength, which stays." : "This tie is there already.");
    if (!differs) there_.add(row.line);
  }

  void tell() {
    const auto say = [&](const Lines& lines, std::string_view one, std::string_view many) {
      if (!lines.empty()) p_.out.preview.told.push_back(lines.words(table_.file) + std::string(lines.count() == 1 ? one : many));
    };
    say(several_, " names several people in one cell: each has a tie.", " name several people in one cell: each has a tie.");
    say(both_, " goes both ways: two ties.", " go both ways: two ties each.");
    say(twice_, " names a tie again; the greater strength counts.", " name ties again; the greater strength counts.");
    say(there_, ": this tie is there already.", ": these ties are there already.");
    say(otherwise_, ": this tie is there with another strength, which stays.", ": these ties are there with other strengths, which stay.");
    say(superiors_, ": the superior is nobody of the list; the name is kept as a note.", ": the superiors are nobody of the list; their names are kept as notes.");
  }

  Proposing& p_;
  const Table& table_;
  bool from_people_;
  std::map<Key, Before> known_;
  std::size_t added_ = 0, guesses_ = 0;
  std::uint32_t nth_ = 0;
  Lines several_, both_, twice_, there_, otherwise_, superiors_;
};

}  // namespace

void propose_ties(Proposing& p, std::vector<TieRow> rows, const Table& table, bool from_people) {
  if (!rows.empty()) Ties(p, table, from_people).add(rows);
}

}  // namespace standpoint
