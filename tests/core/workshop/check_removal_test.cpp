// Rules R20 to R22: removing, putting back, the private note.
#include "core/workshop/check.h"

#include "core/workshop/activity_parts.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::check_removal_test {

using Why = Refusal::Why;

TEST_CASE("R20 a participant removes only their own additions, and only while nobody has built on them") {
  SampleWorkshop s;
  CHECK(asked(s, s.priya, RemoveItems{{s.mei}, {}, {}}).allowed());
  CHECK(asked(s, s.priya, RemoveItems{{}, {s.lars_ruth}, {}}).allowed());
  CHECK(asked(s, s.tomas, RemoveItems{{s.mei}, {}, {}}) == Why::not_allowed);
  CHECK(asked(s, s.tomas, RemoveItems{{}, {s.lars_ruth}, {}}) == Why::not_allowed);
  CHECK(asked(s, s.tomas, RemoveItems{{}, {}, {s.data}}) == Why::not_allowed);
  CHECK(asked(s, s.priya, RemoveItems{{}, {}, {s.data}}) == Why::not_allowed);   // in a vote
  CHECK(asked(s, s.priya, RemoveItems{{s.lars}, {}, {}}) == Why::not_allowed);   // in a placing
  s.add_tie(s.tomas, s.mei, s.helena);
  CHECK(asked(s, s.priya, RemoveItems{{s.mei}, {}, {}}) == Why::not_allowed);    // somebody's tie
  CHECK(asked(s, s.nadia, RemoveItems{{s.mei, s.lars}, {s.ruth_helena}, {s.data}}).allowed());
}

TEST_CASE("R20 a removal names each thing once, and things that are there") {
  const SampleWorkshop s;
  CHECK(asked(s, s.nadia, RemoveItems{}) == Why::malformed);
  CHECK(asked(s, s.nadia, RemoveItems{{s.mei, s.mei}, {}, {}}) == Why::malformed);
  CHECK(asked(s, s.nadia, RemoveItems{{StakeholderId{5}}, {}, {}}) == Why::not_found);
  CHECK(asked(s, s.nadia, RemoveItems{{}, {TieId{5}}, {}}) == Why::not_found);
  CHECK(asked(s, s.nadia, RemoveItems{{}, {}, {CardId{5}}}) == Why::not_found);
}

TEST_CASE("R21 only what was once there is put back, and only while it is gone") {
  SampleWorkshop s;
  RestoreItems back;
  back.stakeholders = {*find(s.workshop, s.mei)};
  CHECK(asked(s, s.nadia, back) == Why::duplicate_id);
  s.act(s.nadia, RemoveItems{{s.mei}, {}, {}});
  CHECK(asked(s, s.nadia, back).allowed());
  CHECK(asked(s, s.priya, back).allowed());
  CHECK(asked(s, s.tomas, back) == Why::not_allowed);
  back.stakeholders[0].id = mint<StakeholderId>(s.priya, 500);
  CHECK(asked(s, s.nadia, back) == Why::malformed);
  CHECK(asked(s, s.nadia, RestoreItems{}) == Why::malformed);
}

TEST_CASE("R21 putting back cannot rewrite what others voted or give a second star") {
  SampleWorkshop s;
  const Activity vote = *find(s.workshop, s.vote);
  RestoreItems back;
  back.cards = {*find(s.workshop, s.till)};
  back.activities = {{s.vote, items_of(vote), vote.inputs, stars_of(vote)}};
  s.act(s.nadia, RemoveItems{{}, {}, {s.till}});
  CHECK(asked(s, s.nadia, back).allowed());
  RestoreItems forged = back;
  std::get<Ballot>(forged.activities[0].inputs[0].input).dots = {{Item(s.till), 3}};
  CHECK(asked(s, s.nadia, forged) == Why::over_budget);
  forged = back;
  forged.activities[0].inputs.push_back({{}, Ballot{{{Item(s.till), 1}}}});
  CHECK(asked(s, s.nadia, forged) == Why::wrong_phase);
  forged = back;
  forged.activities[0].stars = {Item(s.till)};
  CHECK(asked(s, s.nadia, forged) == Why::over_budget);
  forged = back;
  std::get<Ballot>(forged.activities[0].inputs[1].input).dots = {{Item(s.data), 1}};  // another item's dots: not looked at
  s.act(s.nadia, forged);
  CHECK(std::get<Ballot>(find(s.workshop, s.vote)->inputs[1].input).dots == std::vector<Dots>{{Item(s.ruth), 1}, {Item(s.data), 2}});
}

TEST_CASE("R22 the private note is the facilitator's: others neither write it nor wipe it") {
  SampleWorkshop s;
  s.show_all_layers();
  Stakeholder added = stakeholder_named(s.next<StakeholderId>(s.tomas), "Ben");
  added.note = "secret";
  CHECK(asked(s, s.tomas, AddStakeholder{added}) == Why::not_allowed);
  added.id = s.next<StakeholderId>(s.nadia);
  CHECK(asked(s, s.nadia, AddStakeholder{added}).allowed());

  Stakeholder mei = *find(s.workshop, s.mei);
  mei.note = "leaves in spring";
  s.act(s.nadia, changed_to(s.workshop, mei));
  ChangeStakeholder change{s.mei};
  change.note = "leaves in summer";
  CHECK(asked(s, s.tomas, change) == Why::not_allowed);
  mei.stance = Stance::resistant;
  s.act(s.tomas, changed_to(s.workshop, mei));
  CHECK(find(s.workshop, s.mei)->note == "leaves in spring");
  CHECK(find(s.workshop, s.mei)->stance == Stance::resistant);
  CHECK(asked(s, s.priya, RemoveItems{{s.mei}, {}, {}}).allowed());  // the note goes with it: a refusal would tell that there is one (R309)
}

}  // namespace standpoint::check_removal_test
