// Each row becomes one action, checked against the workshop as the rows before it left it: what check refuses here is
// exactly what the room would refuse, and is told with the line it stands on.
#include "core/exchange/pasted.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "core/boards/kinds.h"
#include "core/exchange/import_words.h"
#include "core/workshop/apply.h"
#include "core/workshop/check.h"
#include "core/workshop/names.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

using Refused = tl::unexpected<std::string>;
template <class T>
using Read = tl::expected<T, std::string>;

// Which column holds what. PastedColumns nobody knows are kept as notes.
struct PastedColumns {
  std::vector<int> of_field;  // per known field: index of its column, -1 when there is none
  std::vector<std::size_t> unknown;
};

struct KnownColumn {
  std::string_view name;  // in the sentence for a person
  std::span<const std::string_view> words;
};

Result<PastedColumns> pasted_columns(const CsvTable& table, std::span<const KnownColumn> known, std::string_view example) {
  PastedColumns columns{std::vector<int>(known.size(), -1), {}};
  for (std::size_t c = 0; c < table.header.size(); ++c) {
    const std::string word = plain_word(table.header[c]);
    const auto field = std::find_if(known.begin(), known.end(), [&](const KnownColumn& k) {
      return std::find(k.words.begin(), k.words.end(), word) != k.words.end();
    });
    if (field == known.end()) {
      columns.unknown.push_back(c);
      continue;
    }
    int& place = columns.of_field[static_cast<std::size_t>(field - known.begin())];
    if (place >= 0)
      return tl::unexpected(Failure{"Two columns are called " + std::string(field->name) +
                                    "; nothing was imported. Rename one of them and import again. The columns look like " +
                                    std::string(example) + "."});
    place = static_cast<int>(c);
  }
  return columns;
}

Failure no_column(std::string_view name, std::string_view example) {
  return {"No column is called " + std::string(name) +
          "; nothing was imported. The first line must name the columns, for example " + std::string(example) + "."};
}

// A field of a row, trimmed; empty when the file has no such column.
struct Row {
  const CsvTable& table;
  const PastedColumns& columns;
  const CsvRecord& record;

  std::string text(std::size_t field) const {
    const int column = columns.of_field[field];
    return column < 0 ? std::string() : trimmed(record.fields[static_cast<std::size_t>(column)]);
  }
  std::string line_of_text(std::size_t field) const { return without_unseen(on_one_line(text(field))); }

  // The note column, then a line for each unknown column that has something in this row.
  std::string note(std::size_t field) const {
    std::string all = text(field);
    for (const std::size_t c : columns.unknown) {
      const std::string value = trimmed(record.fields[c]);
      if (value.empty()) continue;
      if (!all.empty()) all += '\n';
      const std::string name = on_one_line(table.header[c]);
      all += (name.empty() ? "column " + std::to_string(c + 1) : name) + ": " + value;
    }
    return all;
  }
};

// Folds accepted actions and keeps the count of what this seat has made.
class Fold {
 public:
  Fold(Workshop workshop, SeatId by) : workshop_(std::move(workshop)), by_(by) {}

  const Workshop& workshop() const { return workshop_; }
  template <class AnyId>
  AnyId next_id() const {
    return mint<AnyId>(by_, next_nth(workshop_, by_));
  }
  // The refusal's words, or nothing when the action is taken.
  template <class A>
  std::optional<std::string> add(A action, Pasted& import) {
    if (const auto refusal = check_one(workshop_, by_, action)) return refusal->text;
    fold(action);
    import.actions.emplace_back(std::move(action));
    return std::nullopt;
  }
  void fold(const Action& action) {
    const Seat* seat = find(workshop_, by_);
    apply(workshop_, Event{workshop_.sequence + 1, workshop_.changed_ms, by_, seat ? seat->last_counter + 1 : 1, action});
  }

 private:
  Workshop workshop_;
  SeatId by_;
};

// ---- stakeholders ----

enum StakeholderField : std::size_t { name, role, organisation, kind, ring, power, influence, stance, desired, needs, expectations, note };
constexpr std::array<std::string_view, 3> name_words = {"name", "stakeholder", "full name"};
constexpr std::array<std::string_view, 3> role_words = {"role", "title", "job title"};
constexpr std::array<std::string_view, 3> organisation_words = {"organisation", "organization", "company"};
constexpr std::array<std::string_view, 2> kind_words = {"kind", "type"};
constexpr std::array<std::string_view, 1> ring_words = {"ring"};
constexpr std::array<std::string_view, 2> power_words = {"power", "formal power"};
constexpr std::array<std::string_view, 1> influence_words = {"influence"};
constexpr std::array<std::string_view, 2> stance_words = {"stance", "current stance"};
constexpr std::array<std::string_view, 2> desired_words = {"desired stance", "desired"};
constexpr std::array<std::string_view, 2> needs_words = {"needs", "need"};
constexpr std::array<std::string_view, 2> expectations_words = {"expectations", "expectation"};
constexpr std::array<std::string_view, 2> note_words = {"note", "notes"};
constexpr std::array<KnownColumn, 12> stakeholder_columns = {{{"name", name_words}, {"role", role_words},
    {"organisation", organisation_words}, {"kind", kind_words}, {"ring", ring_words}, {"power", power_words},
    {"influence", influence_words}, {"stance", stance_words}, {"desired stance", desired_words}, {"needs", needs_words},
    {"expectations", expectations_words}, {"note", note_words}}};
constexpr std::size_t most_pasted_columns = 40;  // more is no list of people
constexpr std::string_view stakeholder_example = "name,role,kind";

// Into which fifth of the powers of the file a power falls, 1 to 5; equal powers share the middle of their ranks.
std::uint8_t fifth_of(const std::vector<std::int32_t>& sorted, std::int32_t value) {
  const auto [low, high] = std::equal_range(sorted.begin(), sorted.end(), value);
  const auto below = low - sorted.begin(), equal = high - low;
  const auto n = static_cast<std::ptrdiff_t>(sorted.size());
  return static_cast<std::uint8_t>(1 + 5 * (2 * below + equal) / (2 * n));
}

std::vector<std::int32_t> known_powers(const CsvTable& table, const PastedColumns& columns) {
  std::vector<std::int32_t> powers;
  for (const CsvRecord& record : table.records) {
    const auto value = power_of(Row{table, columns, record}.text(power));
    if (value && *value > 0) powers.push_back(*value);
  }
  std::sort(powers.begin(), powers.end());
  return powers;
}

// Reads one word or number into `into`; an empty field leaves it as it is.
template <class T>
std::optional<std::string> read_into(T& into, const std::string& text, Read<T> (*read)(std::string_view)) {
  if (text.empty()) return std::nullopt;
  auto value = read(text);
  if (!value) return value.error();
  into = *value;
  return std::nullopt;
}

Read<Stakeholder> stakeholder_of(const Row& row, const std::vector<std::int32_t>& powers) {
  Stakeholder s;
  s.name = row.line_of_text(name);
  s.role = row.line_of_text(role);
  s.organisation = row.line_of_text(organisation);
  s.needs = row.text(needs);
  s.expectations = row.text(expectations);
  s.note = row.note(note);
  if (s.name.empty()) return Refused("it has no name.");
  if (auto wrong = read_into(s.kind, row.text(kind), kind_of)) return Refused(*wrong);
  s.ring = ring_of(s.kind);
  if (auto wrong = read_into(s.ring, row.text(ring), ring_called)) return Refused(*wrong);
  if (auto wrong = read_into(s.formal_power, row.text(power), power_of)) return Refused(*wrong);
  if (row.columns.of_field[influence] < 0 && s.formal_power > 0) s.influence = fifth_of(powers, s.formal_power);
  if (auto wrong = read_into(s.influence, row.text(influence), influence_called)) return Refused(*wrong);
  if (auto wrong = read_into(s.stance, row.text(stance), stance_of)) return Refused(*wrong);
  s.desired_stance = s.stance;
  if (auto wrong = read_into(s.desired_stance, row.text(desired), stance_of)) return Refused(*wrong);
  return s;
}

// Names as people type them: small and capital ASCII letters alike.
using Names = std::map<std::string, StakeholderId>;
Names names_in(const Workshop& workshop) {
  Names names;
  for (const Stakeholder& s : workshop.stakeholders) names.emplace(plain_word(s.name), s.id);
  return names;
}

void sort_refusals(Pasted& import) {
  std::stable_sort(import.refused.begin(), import.refused.end(),
                   [](const RefusedLine& a, const RefusedLine& b) { return a.line < b.line; });
}

Result<Pasted> import_stakeholders(const Workshop& before, SeatId by, const CsvTable& table) {
  const auto columns = pasted_columns(table, stakeholder_columns, stakeholder_example);
  if (!columns) return tl::unexpected(columns.error());
  if (columns->of_field[name] < 0) return tl::unexpected(no_column("name", stakeholder_example));
  const std::vector<std::int32_t> powers = known_powers(table, *columns);
  Pasted import;
  import.refused = table.refused;
  Fold fold(before, by);
  Names names = names_in(before);
  for (const CsvRecord& record : table.records) {
    auto stakeholder = stakeholder_of(Row{table, *columns, record}, powers);
    std::optional<std::string> wrong;
    if (!stakeholder) wrong = stakeholder.error();
    else if (names.contains(plain_word(stakeholder->name))) wrong = quoted(stakeholder->name) + " is there already.";
    else {
      stakeholder->id = fold.next_id<StakeholderId>();
      wrong = fold.add(AddStakeholder{*stakeholder}, import);
    }
    if (wrong) import.refused.push_back({record.line, *wrong});
    else {
      names.emplace(plain_word(stakeholder->name), stakeholder->id);
      ++import.stakeholders;
    }
  }
  sort_refusals(import);
  return import;
}

}  // namespace

Pasted import_pasted(const Workshop& before, SeatId by, std::string_view text) {
  const std::string_view first_line = text.substr(0, text.find_first_of("\r\n"));
  if (const auto named = read_csv(text); named && first_line.find('\t') != std::string_view::npos)
    if (auto import = import_stakeholders(before, by, *named)) return *import;
  // A row may have more columns than the three that are known: they are kept as lines of the note.
  std::size_t tabs = 2;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    tabs = std::max(tabs, static_cast<std::size_t>(std::count(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(end), '\t')));
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  std::string table = "name\trole\torganisation" + std::string(std::min(tabs, most_pasted_columns) - 2, '\t') + "\n";
  table += text;
  Pasted import;
  const auto rows = read_csv(table);
  if (!rows) {
    import.refused.push_back({1, rows.error().sentence});
    return import;
  }
  if (auto read = import_stakeholders(before, by, *rows)) import = std::move(*read);
  for (RefusedLine& refused : import.refused) --refused.line;  // of the text itself, which has no such first line
  return import;
}

}  // namespace standpoint
