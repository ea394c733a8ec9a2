// Rows -> what would come of them -> actions: what is read, what stays out and with which words. Files of all kinds: tests/app/tables.
#include "core/exchange/pasted.h"
#include "core/exchange/preview.h"

#include <doctest/doctest.h>

#include "core/workshop/apply.h"
#include "core/workshop/check.h"
#include "core/workshop/undo.h"

namespace standpoint::import_test {

namespace {

constexpr SeatId nadia{1};

Workshop workshop_without_people() {
  Workshop w;
  apply(w, Event{1, 1000, SeatId{}, 0, StartSession{"A session", ""}});
  apply(w, Event{2, 1000, SeatId{}, 0, JoinSeat{nadia, "Nadia", Role::facilitator, SeatId{}}});
  return w;
}

Source list_of_text(std::string_view text) {
  Source source;
  source.tables.push_back(table_of_text(text));
  return source;
}

Proposal proposed(const Workshop& w, std::string_view people, std::string_view ties = {}) {
  Source source = list_of_text(people);
  if (!ties.empty()) source.tables.push_back(table_of_text(ties));
  Proposal proposal = propose(w, nadia, source);
  REQUIRE_MESSAGE(proposal.preview.trouble.empty(), proposal.preview.trouble);
  return proposal;
}

// Every action has to be allowed after those before it.
Workshop with_actions(Workshop w, const std::vector<Action>& actions) {
  for (const Action& action : actions) {
    const auto refusal = check(w, nadia, action);
    CHECK_MESSAGE(!refusal, (refusal ? refusal->text : ""));
    apply(w, Event{w.sequence + 1, 1000, nadia, 0, action});
  }
  return w;
}

Workshop imported(const Workshop& w, std::string_view people, std::string_view ties = {}) { return with_actions(w, proposed(w, people, ties).actions); }

}  // namespace

TEST_CASE("every column of a stakeholder is read, in any order and with the usual other words") {
  const Workshop w = imported(workshop_without_people(),
      "Notes;Desired_Stance;STANCE;Company;Job title;Ring;Type;Formal power;Influence;Expectations;Needs;Full name\n"
      "shy;champion;Opposed;Shop Ltd;Legal counsel;Team;Sponsor;12;4;a word before;\"two weeks\nnotice\";  Vi  Novak \n");
  REQUIRE(w.stakeholders.size() == 1);
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
  CHECK(w.stakeholders[0] == expected);
}

TEST_CASE("R110 a line that cannot be used is refused with its number and reason, and the rest is imported") {
  const Proposal proposal = proposed(workshop_without_people(), "name,kind\nAda,\n,internal\n\"Hal\nIda,\n");
  CHECK(proposal.preview.people_counts == ImportCounts{2, 0, 0, 0, 2});
  CHECK(proposal.preview.refused == std::vector<std::string>{"Line 4: a quotation mark is opened and never closed.", "Line 3: it has no name."});
  CHECK(proposal.actions.size() == 2);
}

TEST_CASE("R111 unknown columns are kept as lines of the note") {
  const Workshop w = imported(workshop_without_people(), "name,Phone,note,Budget,\nAda,123,quiet,9 k,x\nBo,,,,\n");
  CHECK(w.stakeholders[0].note == "quiet\nPhone: 123\nBudget: 9 k\ncolumn 5: x");
  CHECK(w.stakeholders[1].note.empty());
}

TEST_CASE("R380 nobody is lost for an odd cell: an unknown word is kept in the note, the default taken, and told once with counts") {
  const Proposal proposal = proposed(workshop_without_people(), "name,kind,stance\nAda,alien,happy\nBo,alien,\nCy,customer,against\n");
  CHECK(proposal.preview.people_counts.added == 3);
  CHECK(proposal.preview.told == std::vector<std::string>{"Kind not known, kept as a note: alien (2).", "Stance not known, kept as a note: happy (1)."});
  const Workshop w = with_actions(workshop_without_people(), proposal.actions);
  CHECK(w.stakeholders[0].note == "kind: alien\nstance: happy");
  CHECK(w.stakeholders[0].kind == StakeholderKind::internal);
  CHECK(w.stakeholders[2].stance == Stance::resistant);
}

TEST_CASE("R381 a column of judgements is read as a whole, by one scale") {
  const auto levels = [](std::string_view text) {
    std::vector<int> all;
    for (const Stakeholder& s : imported(workshop_without_people(), text).stakeholders) all.push_back(s.influence);
    return all;
  };
  CHECK(levels("name,influence\nA,8\nB,10\nC,3\n") == std::vector<int>{4, 5, 2});
  CHECK(levels("name,influence\nA,1\nB,3\nC,5\n") == std::vector<int>{1, 3, 5});
  CHECK(levels("name,influence\nA,80%\nB,100%\nC,0%\n") == std::vector<int>{4, 5, 1});
  CHECK(levels("name,influence\nA,0.8\nB,1.0\nC,0.1\n") == std::vector<int>{4, 5, 1});
  CHECK(levels("name,Influence (1-7)\nA,7\nB,4\nC,1\n") == std::vector<int>{5, 3, 1});
  CHECK(levels("name,Einfluss\nA,sehr hoch\nB,gering\nC,mittel\n") == std::vector<int>{5, 2, 3});
  CHECK(levels("name,power\nA,1\nB,2\nC,3\nD,4\nE,5\nF,6\nG,7\nH,8\nI,9\nJ,1000000\n") == std::vector<int>{1, 1, 2, 2, 3, 3, 4, 4, 5, 5});
}

TEST_CASE("R382 importing again says who is the same, changed and new, and what is here stays unless the room did not touch it") {
  const Workshop first = imported(workshop_without_people(), "name,role,influence\nAda Moss,Master,4\nBen Tarn,Clerk,2\nCy Lund,Keeper,3\n");
  const std::vector<Stakeholder> added = first.stakeholders;
  Workshop w = first;
  ChangeStakeholder change{w.stakeholders[1].id};
  change.role = "Head clerk";
  w = with_actions(w, {change});
  const Source again = list_of_text("name,role,influence\nada  moss,Master,5\nBen Tarn,Deputy,2\nCy Lund,Keeper,3\nDee Fox,Guide,1\n");
  const Proposal proposal = propose(w, nadia, again, {}, added);
  CHECK(proposal.preview.people_counts == ImportCounts{1, 1, 2, 0, 0});
  const Workshop after = with_actions(w, proposal.actions);
  CHECK(after.stakeholders[0].influence == 5);
  CHECK(after.stakeholders[0].name == "Ada Moss");
  CHECK(after.stakeholders[1].role == "Head clerk");
  CHECK(after.stakeholders.size() == 4);
  ImportChoices choices;
  choices.values.push_back({1, Field::role, true});
  CHECK(with_actions(w, propose(w, nadia, again, choices, added).actions).stakeholders[1].role == "Deputy");
  CHECK(with_actions(w, propose(w, nadia, again).actions).stakeholders[0].influence == 4);
}

TEST_CASE("R383 two people of one name are told apart by organisation, and a tie to that name is asked about") {
  const Proposal proposal = proposed(workshop_without_people(), "name,organisation\nAda Moss,Port\nAda Moss,Guild\nBo,\n",
                                     "from,to,kind\nBo,Ada Moss,trusts\nBo,Ada Moss (Guild),trusts\n");
  CHECK(proposal.preview.people_counts.added == 3);
  CHECK(proposal.preview.tie_counts == ImportCounts{1, 0, 0, 0, 1});
  REQUIRE(proposal.preview.refused.size() == 1);
  CHECK(proposal.preview.refused[0].find("several people are called “Ada Moss”") != std::string::npos);
}

TEST_CASE("R384 reasons are grouped with their lines, never a line per row past five") {
  std::string text = "name,role\n";
  for (int i = 0; i < 2100; ++i) text += "Person " + std::to_string(i) + ",x\n";
  const Proposal proposal = proposed(workshop_without_people(), text);
  CHECK(proposal.preview.refused == std::vector<std::string>{"Lines 2002–2101: this session holds at most 2000 stakeholders."});
  CHECK(proposal.actions.size() == max_items);
  const Proposal nameless = proposed(workshop_without_people(), "name,role,kind\nA,a,internal\n,b,internal\n,c,internal\nB,d,internal\n,e,internal\n");
  CHECK(nameless.preview.refused == std::vector<std::string>{"3 rows: it has no name (lines 3–4, 6)."});
}

TEST_CASE("R385 all of an import is taken back by the inverses of its actions") {
  const Workshop before = workshop_without_people();
  const Proposal proposal = proposed(before, "name,reports to\nAda,\nBo,Ada\n", "from,to,kind\nAda,Bo,trusts\n");
  CHECK(proposal.preview.tie_counts.added == 2);
  Workshop w = before;
  std::vector<Action> back;
  for (const Action& action : proposal.actions) {
    for (const Action& inverse : inverses(w, action)) back.insert(back.begin(), inverse);
    apply(w, Event{w.sequence + 1, 1000, nadia, 0, action});
  }
  const Workshop after = with_actions(w, back);
  CHECK(after.stakeholders.empty());
  CHECK(after.ties.empty());
}

TEST_CASE("R386 a square of people against people becomes ties") {
  const Proposal proposal = proposed(workshop_without_people(), "Trust,Ada,Bo,Cy\nAda,0,2,0\nBo,1,0,0\nCy,,3,\n");
  CHECK(proposal.preview.people_counts.added == 3);
  CHECK(proposal.preview.tie_counts.added == 3);
}

TEST_CASE("R387 what was chosen for a column is done") {
  ImportChoices choices;
  choices.columns.push_back({0, 1, Field::organisation});
  const Source source = list_of_text("name,Where,note\nAda,Port,x\n");
  const Workshop w = with_actions(workshop_without_people(), propose(workshop_without_people(), nadia, source, choices).actions);
  CHECK(w.stakeholders[0].organisation == "Port");
  CHECK(w.stakeholders[0].note == "x");
}

TEST_CASE("R187 what is pasted are names, or rows of name, role and organisation; a first row may name other columns") {
  const Pasted names = import_pasted(workshop_without_people(), nadia, "Ada Holm\r\n\n  Ben Okoro \n\"Chloé \"\"CJ\"\" Marin\"");
  REQUIRE(names.stakeholders == 3);
  CHECK(std::get<AddStakeholder>(names.actions.at(1)).stakeholder.name == "Ben Okoro");
  const Pasted rows = import_pasted(workshop_without_people(), nadia, "Ada Holm\tHead\tPort\tlikes tea\nBen, the second\n");
  REQUIRE(rows.stakeholders == 2);
  CHECK(std::get<AddStakeholder>(rows.actions.at(0)).stakeholder.role == "Head");
  CHECK(std::get<AddStakeholder>(rows.actions.at(0)).stakeholder.organisation == "Port");
  CHECK(std::get<AddStakeholder>(rows.actions.at(0)).stakeholder.note.find("likes tea") != std::string::npos);
  CHECK(std::get<AddStakeholder>(rows.actions.at(1)).stakeholder.name == "Ben, the second");
  const Pasted named = import_pasted(workshop_without_people(), nadia, "Company\tName\tKind\nPort\tAda Holm\tregulator\nPort\tBen\tnobody knows\n");
  REQUIRE(named.stakeholders == 1);
  CHECK(std::get<AddStakeholder>(named.actions.at(0)).stakeholder.organisation == "Port");
  CHECK(std::get<AddStakeholder>(named.actions.at(0)).stakeholder.ring == Ring::regulator);
  REQUIRE(named.refused.size() == 1);
  CHECK(named.refused[0].line == 3);
  const Pasted again = import_pasted(workshop_without_people(), nadia, "Ada Holm\nBen\nADA holm\n");
  CHECK(again.stakeholders == 2);
  REQUIRE(again.refused.size() == 1);
  CHECK(again.refused[0].line == 3);
  CHECK(import_pasted(workshop_without_people(), nadia, "").actions.empty());
}

}  // namespace standpoint::import_test
