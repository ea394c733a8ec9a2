// Rows -> actions: what is read, what is refused and with which words.
#include "core/exchange/import.h"

#include <doctest/doctest.h>

#include "core/workshop/apply.h"

namespace standpoint::import_test {

namespace {

constexpr SeatId nadia{1};

Workshop empty_workshop() {
  Workshop w;
  apply(w, Event{1, 1000, SeatId{}, 0, StartSession{"A session", ""}});
  apply(w, Event{2, 1000, SeatId{}, 0, JoinSeat{nadia, "Nadia", Role::facilitator, SeatId{}}});
  return w;
}

CsvTable table_of(std::string_view text) {
  auto table = read_csv(text);
  REQUIRE(table.has_value());
  return *table;
}

Import stakeholders_of(const Workshop& w, std::string_view text) {
  auto import = import_stakeholders(w, nadia, table_of(text));
  REQUIRE_MESSAGE(import.has_value(), (import ? "" : import.error().sentence));
  return *import;
}

Import ties_of(const Workshop& w, std::string_view text) {
  auto import = import_ties(w, nadia, table_of(text));
  REQUIRE_MESSAGE(import.has_value(), (import ? "" : import.error().sentence));
  return *import;
}

Stakeholder stakeholder_at(const Import& import, std::size_t i) { return std::get<AddStakeholder>(import.actions.at(i)).stakeholder; }
Tie tie_at(const Import& import, std::size_t i) { return std::get<AddTie>(import.actions.at(i)).tie; }

}  // namespace

TEST_CASE("every column of a stakeholder is read, in any order and with the usual other words") {
  const Import import = stakeholders_of(empty_workshop(),
      "Notes;Desired_Stance;STANCE;Company;Job title;Ring;Type;Formal power;Influence;Expectations;Needs;Full name\n"
      "shy;champion;Opposed;Shop Ltd;Legal counsel;Team;Sponsor;12;4;a word before;\"two weeks\nnotice\";  Vi  Novak \n");
  REQUIRE(import.actions.size() == 1);
  Stakeholder expected;
  expected.id = mint<StakeholderId>(nadia, 1);
  expected.name = "Vi Novak";
  expected.role = "Legal counsel";
  expected.organisation = "Shop Ltd";
  expected.kind = StakeholderKind::sponsor;
  expected.ring = Ring::team;
  expected.influence = 4;
  expected.formal_power = 12;
  expected.stance = Stance::resistant;
  expected.desired_stance = Stance::leading;
  expected.needs = "two weeks\nnotice";
  expected.expectations = "a word before";
  expected.note = "shy";
  CHECK(stakeholder_at(import, 0) == expected);
  CHECK(import.stakeholders == 1);
  CHECK(import.refused.empty());
}

TEST_CASE("with a name alone the rest is what a new stakeholder has") {
  Stakeholder expected;
  expected.id = mint<StakeholderId>(nadia, 1);
  expected.name = "Ada";
  CHECK(stakeholder_at(stakeholders_of(empty_workshop(), "name\nAda\n"), 0) == expected);
}

TEST_CASE("the kind chooses the ring when there is no ring") {
  const Import import = stakeholders_of(empty_workshop(),
      "name,kind,ring\nA,internal,\nB,external,\nC,regulator,\nD,customer,\nE,partner,\nF,sponsor,\nG,regulator,internal\n");
  std::vector<Ring> rings;
  for (std::size_t i = 0; i < 7; ++i) rings.push_back(stakeholder_at(import, i).ring);
  CHECK(rings == std::vector<Ring>{Ring::internal, Ring::external, Ring::regulator, Ring::external, Ring::external, Ring::internal, Ring::internal});
}

TEST_CASE("R111 unknown columns are kept as lines of the note") {
  const Import import = stakeholders_of(empty_workshop(), "name,Phone,note,Budget,\nAda,123,quiet,9 k,x\nBo,,,,\n");
  CHECK(stakeholder_at(import, 0).note == "quiet\nPhone: 123\nBudget: 9 k\ncolumn 5: x");
  CHECK(stakeholder_at(import, 1).note.empty());
}

TEST_CASE("without an influence column influence is the fifth of the powers, equals in the middle of their ranks") {
  const Import ten = stakeholders_of(empty_workshop(),
      "name,power\nA,1\nB,2\nC,3\nD,4\nE,5\nF,6\nG,7\nH,8\nI,9\nJ,1000000\n");
  for (int i = 0; i < 10; ++i) CHECK(stakeholder_at(ten, static_cast<std::size_t>(i)).influence == 1 + i / 2);
  const Import equal = stakeholders_of(empty_workshop(), "name,power\nA,7\nB,7\nC,7\nD,\n");
  for (std::size_t i = 0; i < 4; ++i) CHECK(stakeholder_at(equal, i).influence == 3);
  const Import given = stakeholders_of(empty_workshop(), "name,power,influence\nA,1,5\nB,1000,\n");
  CHECK(stakeholder_at(given, 0).influence == 5);
  CHECK(stakeholder_at(given, 1).influence == 3);
}

TEST_CASE("words for influence and power are read as 1 to 5") {
  const Import import = stakeholders_of(empty_workshop(), "name,influence,power\nA,Very-high,low\nB,low,high\n");
  CHECK(stakeholder_at(import, 0).influence == 5);
  CHECK(stakeholder_at(import, 0).formal_power == 2);
  CHECK(stakeholder_at(import, 1).influence == 2);
  CHECK(stakeholder_at(import, 1).formal_power == 4);
}

TEST_CASE("R110 a line that cannot be used is refused with its number and reason, and the rest is imported") {
  const Import import = stakeholders_of(empty_workshop(),
      "name,kind,ring,power,influence,stance,desired stance\n"
      "Ada,,,,,,\n"
      ",internal,,,,,\n"
      "Bo,alien,,,,,\n"
      "Cy,,moon,,,,\n"
      "Di,,,-1,,,\n"
      "Ed,,,,6,,\n"
      "Flo,,,,,happy,\n"
      "Gus,,,,,,happy\n"
      "aDA,,,,,,\n"
      "\"Hal\n"
      "Ida,,,,,,\n");
  REQUIRE(import.actions.size() == 2);
  CHECK(stakeholder_at(import, 0).name == "Ada");
  CHECK(stakeholder_at(import, 1).name == "Ida");
  CHECK(import.stakeholders == 2);
  CHECK(import.refused == std::vector<RefusedLine>{
      {3, "it has no name."},
      {4, "“alien” is no kind; use internal, external, regulator, customer, partner or sponsor."},
      {5, "“moon” is no ring; use team, internal, external or regulators."},
      {6, "“-1” is no power; use a whole number from 0 to 1,000,000,000, only its order counts."},
      {7, "“6” is no influence; use 1 to 5."},
      {8, "“happy” is no stance; use unaware, resistant, neutral, supportive or leading."},
      {9, "“happy” is no stance; use unaware, resistant, neutral, supportive or leading."},
      {10, "“aDA” is there already."},
      {11, "a quotation mark is opened and never closed."}});
}

TEST_CASE("what check refuses is refused with check's words and leaves no gap in the ids") {
  const std::string long_name(max_name_bytes + 1, 'n');
  const Import import = stakeholders_of(empty_workshop(), "name\n" + long_name + "\nAda\nB\x01\nCy\n");
  REQUIRE(import.actions.size() == 2);
  CHECK(stakeholder_at(import, 0).id == mint<StakeholderId>(nadia, 1));
  CHECK(stakeholder_at(import, 1).id == mint<StakeholderId>(nadia, 2));
  REQUIRE(import.refused.size() == 2);
  CHECK(import.refused[0].line == 2);
  CHECK(import.refused[1].line == 4);
  CHECK_FALSE(import.refused[0].sentence.empty());
}

TEST_CASE("people who are in the session already are not added again") {
  const Workshop first = empty_workshop();
  const Workshop with_ada = with_import(first, nadia, stakeholders_of(first, "name\nAda\n"));
  const Import again = stakeholders_of(with_ada, "name\nAda\nBo\n");
  CHECK(again.stakeholders == 1);
  CHECK(again.refused == std::vector<RefusedLine>{{2, "“Ada” is there already."}});
  CHECK(stakeholder_at(again, 0).id == mint<StakeholderId>(nadia, 2));
}

TEST_CASE("ties are read by name, with words for the kind") {
  const Workshop first = empty_workshop();
  const Workshop w = with_import(first, nadia, stakeholders_of(first, "name\nAda\nBo\nCy\n"));
  const Import import = ties_of(w,
      "weight\tSource\tTarget\tRelation\tnotes\tsince\n"
      "3\tAda\tbo\tReports to\tmarriage\t1400\n"
      "\tBo\tCy\tconflicts_with\t\t\n"
      "weak\tCy\tAda\ttrust\t\t\n");
  REQUIRE(import.actions.size() == 3);
  CHECK(import.ties == 3);
  const StakeholderId ada = mint<StakeholderId>(nadia, 1), bo = mint<StakeholderId>(nadia, 2), cy = mint<StakeholderId>(nadia, 3);
  CHECK(tie_at(import, 0) == Tie{mint<TieId>(nadia, 4), ada, bo, TieKind::reports_to, 3, "marriage\nsince: 1400"});
  CHECK(tie_at(import, 1) == Tie{mint<TieId>(nadia, 5), bo, cy, TieKind::conflicts_with, 1, ""});
  CHECK(tie_at(import, 2) == Tie{mint<TieId>(nadia, 6), cy, ada, TieKind::trusts, 1, ""});
}

TEST_CASE("a tie that cannot be used is refused with its number, and the rest is imported") {
  const Workshop first = empty_workshop();
  const Workshop w = with_import(first, nadia, stakeholders_of(first, "name\nAda\nBo\n"));
  const Import import = ties_of(w,
      "from,to,kind,strength\nAda,Bo,trusts,1\nAda,Zed,trusts,1\n,Bo,trusts,1\nAda,,trusts,1\nAda,Bo,likes,1\n"
      "Ada,Bo,supports,4\nAda,Ada,trusts,1\nAda,Bo,trusts,2\nAda,Bo,supports,2\n");
  CHECK(import.ties == 2);
  std::vector<int> lines;
  for (const RefusedLine& r : import.refused) lines.push_back(r.line);
  CHECK(lines == std::vector<int>{3, 4, 5, 6, 7, 8, 9});
  CHECK(import.refused[0].sentence == "no stakeholder is called “Zed”.");
  CHECK(import.refused[1].sentence == "it does not say from whom.");
  CHECK(import.refused[2].sentence == "it does not say to whom.");
  CHECK(import.refused[3].sentence == "“likes” is no kind of tie; use influences, reports to, trusts, supports or conflicts with.");
  CHECK(import.refused[4].sentence == "“4” is no strength; use 1 to 3.");
}

TEST_CASE("a table without the needed columns, or with one of them twice, is refused whole in one sentence") {
  const Workshop w = empty_workshop();
  const auto no_name = import_stakeholders(w, nadia, table_of("who,kind\nAda,internal\n"));
  REQUIRE_FALSE(no_name.has_value());
  CHECK(no_name.error().sentence == "No column is called name; nothing was imported. The first line must name the columns, for example name,role,kind.");
  const auto twice = import_stakeholders(w, nadia, table_of("name,Type,kind\nAda,internal,internal\n"));
  REQUIRE_FALSE(twice.has_value());
  CHECK(twice.error().sentence == "Two columns are called kind; nothing was imported. Rename one of them and import again. The columns look like name,role,kind.");
  CHECK_FALSE(import_ties(w, nadia, table_of("from,to\nA,B\n")).has_value());
  CHECK_FALSE(import_ties(w, nadia, table_of("from,kind\nA,trusts\n")).has_value());
}

TEST_CASE("after the import the workshop holds exactly what was counted") {
  const Workshop first = empty_workshop();
  const Import people = stakeholders_of(first, "name\nAda\nBo\nCy\n");
  const Workshop w = with_import(first, nadia, people);
  CHECK(w.stakeholders.size() == 3);
  const Workshop tied = with_import(w, nadia, ties_of(w, "from,to,kind\nAda,Bo,trusts\nBo,Cy,influences\n"));
  CHECK(tied.ties.size() == 2);
  CHECK(tied.sequence == first.sequence + 5);
}

TEST_CASE("R187 what is pasted are names, or rows of name, role and organisation; a first row may name other columns") {
  const Import names = import_pasted(empty_workshop(), nadia, "Ada Holm\r\n\n  Ben Okoro \n\"Chloé \"\"CJ\"\" Marin\"");
  REQUIRE(names.stakeholders == 3);
  CHECK(stakeholder_at(names, 1).name == "Ben Okoro");
  const Import rows = import_pasted(empty_workshop(), nadia, "Ada Holm\tHead\tPort\tlikes tea\nBen, the second\n");
  REQUIRE(rows.stakeholders == 2);
  CHECK(stakeholder_at(rows, 0).role == "Head");
  CHECK(stakeholder_at(rows, 0).organisation == "Port");
  CHECK(stakeholder_at(rows, 0).note.find("likes tea") != std::string::npos);
  CHECK(stakeholder_at(rows, 1).name == "Ben, the second");
  const Import named = import_pasted(empty_workshop(), nadia, "Company\tName\tKind\nPort\tAda Holm\tregulator\nPort\tBen\tnobody knows\n");
  REQUIRE(named.stakeholders == 1);
  CHECK(stakeholder_at(named, 0).organisation == "Port");
  CHECK(stakeholder_at(named, 0).ring == Ring::regulator);
  REQUIRE(named.refused.size() == 1);
  CHECK(named.refused[0].line == 3);
  const Import again = import_pasted(empty_workshop(), nadia, "Ada Holm\nBen\nADA holm\n");
  CHECK(again.stakeholders == 2);
  REQUIRE(again.refused.size() == 1);
  CHECK(again.refused[0].line == 3);
  CHECK(import_pasted(empty_workshop(), nadia, "").actions.empty());
}

}  // namespace standpoint::import_test
