// Rules R10 to R18: stakeholders, ties, cards, boards, places on a canvas.
#include "core/workshop/check.h"

#include "tests/core/samples/sample_workshop.h"

namespace standpoint::check_things_test {

using Why = Refusal::Why;

TEST_CASE("R10 influence goes from 1 to 5, and formal power is not negative") {
  const SampleWorkshop s;
  Stakeholder ruth = *find(s.workshop, s.ruth);
  for (const int influence : {0, 1, 5, 6}) {
    ruth.influence = static_cast<std::uint8_t>(influence);
    CHECK(asked(s, s.tomas, changed_to(s.workshop, ruth)).allowed() == (influence >= 1 && influence <= 5));
  }
  ruth.influence = 2;
  ruth.formal_power = -1;
  CHECK(asked(s, s.tomas, changed_to(s.workshop, ruth)) == Why::malformed);
  CHECK(asked(s, s.tomas, changed_to(s.workshop, stakeholder_named(StakeholderId{5}, "Nobody"))) == Why::not_found);
}

TEST_CASE("R11 who is placed stands on the board in the ring they are of; who is not has no place") {
  const SampleWorkshop s;
  Stakeholder ruth = stakeholder_named(s.next<StakeholderId>(s.tomas), "Ruth Kaplan");
  ruth.placed = true;
  ruth.at = {5000, 5000};
  ruth.ring = Ring::team;
  CHECK(asked(s, s.tomas, AddStakeholder{ruth}).allowed());
  ruth.ring = Ring::external;
  CHECK(asked(s, s.tomas, AddStakeholder{ruth}) == Why::malformed);
  ruth.at = {10001, 5000};
  ruth.ring = ring_at(ruth.at);
  CHECK(asked(s, s.tomas, AddStakeholder{ruth}) == Why::malformed);
  ruth.placed = false;
  ruth.at = {1, 0};
  CHECK(asked(s, s.tomas, AddStakeholder{ruth}) == Why::malformed);
}

TEST_CASE("R12 a move names each stakeholder once and stays on the board") {
  const SampleWorkshop s;
  const auto move = [&](StakeholderId id, BoardPoint at) { return StakeholderMove{id, true, at, {}}; };
  CHECK(asked(s, s.tomas, MoveStakeholders{{move(s.ruth, {0, 0}), move(s.maya, {10000, 10000})}}).allowed());
  CHECK(asked(s, s.tomas, MoveStakeholders{{move(s.ruth, {-1, 0})}}) == Why::malformed);
  CHECK(asked(s, s.tomas, MoveStakeholders{{move(s.ruth, {0, 0}), move(s.ruth, {1, 1})}}) == Why::malformed);
  CHECK(asked(s, s.tomas, MoveStakeholders{}) == Why::malformed);
  CHECK(asked(s, s.tomas, MoveStakeholders{{move(StakeholderId{5}, {0, 0})}}) == Why::not_found);
}

TEST_CASE("R13 a tie joins two different stakeholders with a strength of 1 to 3") {
  const SampleWorkshop s;
  const auto tie = [&](StakeholderId from, StakeholderId to, std::uint8_t strength) {
    return asked(s, s.tomas, AddTie{{s.next<TieId>(s.tomas), from, to, TieKind::supports, strength, ""}});
  };
  CHECK(tie(s.maya, s.ruth, 1).allowed());
  CHECK(tie(s.maya, s.ruth, 3).allowed());
  CHECK(tie(s.maya, s.ruth, 0) == Why::malformed);
  CHECK(tie(s.maya, s.ruth, 4) == Why::malformed);
  CHECK(tie(s.maya, s.maya, 1) == Why::malformed);
  CHECK(tie(s.maya, StakeholderId{5}, 1) == Why::not_found);
  CHECK(asked(s, s.tomas, ChangeTie{TieId{5}, s.maya, s.ruth, TieKind::trusts}) == Why::not_found);
}

TEST_CASE("R14 the same tie is not drawn twice; where no arrow shows, the other way round is the same") {
  SampleWorkshop s;
  s.show_all_layers();
  const auto tie = [&](StakeholderId from, StakeholderId to, TieKind kind) {
    return asked(s, s.tomas, AddTie{{s.next<TieId>(s.tomas), from, to, kind, 1, ""}});
  };
  CHECK(tie(s.ruth, s.helena, TieKind::influences) == Why::duplicate_id);
  CHECK(tie(s.helena, s.ruth, TieKind::influences).allowed());
  CHECK(tie(s.ruth, s.helena, TieKind::supports).allowed());
  CHECK(tie(s.lars, s.ruth, TieKind::trusts) == Why::duplicate_id);
  CHECK(tie(s.ruth, s.lars, TieKind::trusts) == Why::duplicate_id);
  s.add_tie(s.nadia, s.mei, s.lars, TieKind::conflicts_with);
  CHECK(tie(s.lars, s.mei, TieKind::conflicts_with) == Why::duplicate_id);
  Tie same = *find(s.workshop, s.ruth_helena);
  same.strength = 3;
  CHECK(asked(s, s.tomas, changed_to(s.workshop, same)).allowed());
  same.from = s.lars;
  same.to = s.ruth;
  same.kind = TieKind::trusts;
  CHECK(asked(s, s.tomas, changed_to(s.workshop, same)) == Why::duplicate_id);
}

TEST_CASE("R15 a card says something and lies in a zone of a board for cards") {
  const SampleWorkshop s;
  const auto card = [&](BoardId board, std::uint16_t zone, BoardPoint at, std::string text) {
    return asked(s, s.tomas, AddCard{{s.next<CardId>(s.tomas), board, zone, at, CardColour::paper, std::move(text)}});
  };
  CHECK(card(s.cards, 1, {7000, 5000}, "Fear").allowed());
  CHECK(card(s.cards, 2, {7000, 5000}, "Fear") == Why::not_found);
  CHECK(card(s.cards, 0, {0, 10001}, "Fear") == Why::malformed);
  CHECK(card(s.cards, 0, {}, " \n") == Why::malformed);
  CHECK(card(s.map, 0, {}, "Fear") == Why::malformed);
  CHECK(card(BoardId{5}, 0, {}, "Fear") == Why::not_found);
  CHECK(asked(s, s.tomas, ChangeCard{s.till, "", CardColour::sky}) == Why::malformed);
  CHECK(asked(s, s.tomas, ChangeCard{CardId{5}, "Fear", CardColour::sky}) == Why::not_found);
  CHECK(asked(s, s.tomas, MoveCards{{{s.till, 1, {6000, 1}}}}).allowed());
  CHECK(asked(s, s.tomas, MoveCards{{{s.till, 2, {6000, 1}}}}) == Why::not_found);
  CHECK(asked(s, s.tomas, MoveCards{{{s.till, 1, {6000, -1}}}}) == Why::malformed);
  CHECK(asked(s, s.tomas, MoveCards{{{s.till, 1, {}}, {s.till, 0, {}}}}) == Why::malformed);
}

TEST_CASE("R16 a board has a title and what its kind has") {
  SampleWorkshop s;
  Board canvas;
  canvas.id = s.next<BoardId>(s.nadia);
  canvas.kind = BoardKind::canvas;
  canvas.title = "Impact and effort";
  const auto added = [&] { return asked(s, s.nadia, AddBoard{canvas}); };
  canvas.regions = {"Monitor", "Keep informed", "Keep satisfied", "Manage closely"};
  CHECK(added().allowed());
  canvas.regions.pop_back();
  CHECK(added() == Why::malformed);
  canvas.regions.clear();
  canvas.zones = {{"Zone", {{0, 0}, {1, 1}}}};
  CHECK(added() == Why::malformed);
  canvas.kind = BoardKind::cards;
  CHECK(added().allowed());
  canvas.zones[0].area.max = canvas.zones[0].area.min;
  CHECK(added() == Why::malformed);
}

TEST_CASE("R16 a board's words may change, each for itself; its kind, its places and how many regions and zones it has are for good") {
  SampleWorkshop s;
  Board canvas = *find(s.workshop, s.canvas);
  const auto changed = [&](ChangeBoard change) { return asked(s, s.nadia, change); };
  canvas.title = "Impact and effort";
  canvas.x.name = "Effort";
  canvas.kind = BoardKind::map;
  canvas.places.clear();
  s.act(s.nadia, changed_to(s.workshop, canvas));
  CHECK(find(s.workshop, s.canvas)->title == "Impact and effort");
  CHECK(find(s.workshop, s.canvas)->kind == BoardKind::canvas);
  CHECK(find(s.workshop, s.canvas)->places.size() == 2);
  CHECK(changed({s.canvas, ""}) == Why::malformed);
  CHECK(changed({s.canvas, {}, {}, {}, std::string(max_name_bytes + 1, 'x')}) == Why::malformed);
  ChangeBoard words{s.canvas};
  words.regions = {{}, "Keep informed"};
  CHECK(changed(words) == Why::not_found);
  words = {s.cards};
  words.zones = {{}, "Worries"};
  CHECK(changed(words).allowed());
  s.act(s.nadia, words);
  CHECK(find(s.workshop, s.cards)->zones[0].name == "Hopes");
  CHECK(find(s.workshop, s.cards)->zones[1].name == "Worries");
  words.zones = {{}, {}, "A third"};
  CHECK(changed(words) == Why::not_found);
  words.zones = {"Two\nlines"};
  CHECK(changed(words) == Why::malformed);
}

TEST_CASE("R17 a board goes only when nothing stands on it") {
  SampleWorkshop s;
  CHECK(asked(s, s.nadia, RemoveBoard{s.cards}) == Why::wrong_phase);
  CHECK(asked(s, s.nadia, RemoveBoard{s.canvas}) == Why::wrong_phase);
  s.act(s.nadia, ShowOnStage{{s.map, {}}});
  CHECK(asked(s, s.nadia, RemoveBoard{s.map}) == Why::wrong_phase);
  s.act(s.nadia, ShowOnStage{{s.canvas, {}}});
  CHECK(asked(s, s.nadia, RemoveBoard{s.map}).allowed());
  CHECK(asked(s, s.nadia, RemoveBoard{BoardId{5}}) == Why::not_found);
}

TEST_CASE("R18 what is placed on a canvas exists, each once, on the board; only what is there is taken off") {
  SampleWorkshop s;
  s.act(s.nadia, CloseActivity{s.placing});
  const auto place = [&](BoardId board, std::vector<CanvasPlace> places) { return asked(s, s.tomas, PlaceOnCanvas{board, std::move(places)}); };
  CHECK(place(s.canvas, {{Item(s.maya), {0, 0}}, {Item(s.till), {10000, 10000}}}).allowed());
  CHECK(place(s.canvas, {{Item(s.maya), {0, 10001}}}) == Why::malformed);
  CHECK(place(s.canvas, {{Item(s.maya), {0, 0}}, {Item(s.maya), {1, 1}}}) == Why::malformed);
  CHECK(place(s.canvas, {}) == Why::malformed);
  CHECK(place(s.canvas, {{Item(CardId{5}), {0, 0}}}) == Why::not_found);
  CHECK(place(s.map, {{Item(s.maya), {0, 0}}}) == Why::malformed);
  CHECK(asked(s, s.tomas, TakeOffCanvas{s.canvas, {Item(s.ruth)}}).allowed());
  CHECK(asked(s, s.tomas, TakeOffCanvas{s.canvas, {Item(s.maya)}}) == Why::not_found);
  CHECK(asked(s, s.tomas, TakeOffCanvas{s.canvas, {}}) == Why::malformed);
}

}  // namespace standpoint::check_things_test
