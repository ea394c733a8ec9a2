// The steps of propose.cpp and what they share. The order matters: people, then ties, then the actions.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/exchange/people_match.h"
#include "core/exchange/preview.h"
#include "core/exchange/ties_rows.h"

namespace standpoint {

struct Proposing {
  const Workshop& now;
  SeatId by;
  const ImportChoices& choices;
  std::span<const Stakeholder> as_added;
  Proposal out;
  Everybody everybody;
  std::map<std::string, std::size_t, std::less<>> by_id;  // numbers of the file -> everybody
  std::vector<TieRow> reports;                            // from columns "reports to"
  std::vector<Reasons> refused_people, refused_ties;      // per sheet
};

void propose_people(Proposing&, PeopleRows, const Table&);
// People whom only ties name, where the file has no table of people.
void propose_ends(Proposing&, const std::vector<TieRow>&);
// Decides about everybody: who comes in, who changes. Adds the actions; sets the ids.
void settle_people(Proposing&, const std::vector<Table>&);
void propose_ties(Proposing&, std::vector<TieRow>, const Table&, bool from_people);

}  // namespace standpoint
