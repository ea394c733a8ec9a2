// One person who was added twice, and who stands for them. The fold, the inverse, and how what still names the one who is gone is read:
// ballots that were sealed before, drafts on tablets. Used by apply, check, undo, the room's reveal and whoever keeps drafts.
#pragma once

#include "core/workshop/action.h"

namespace standpoint {

// Whoever goes on as them; they themselves while nobody does.
Item standing_for(const Workshop&, Item);
// Somebody who was merged into another counts as that one. The dots of both are on the one, as many as one choice takes; of two places
// the one's own counts, else the other's.
void read_as_merged(const Workshop&, const Activity&, Input&);

// Two of its choices became one, or one of them is somebody else now.
bool has_merged(const Workshop&, const Activity&);

// Two as one, as they are after it: what is empty is filled in from the other, and what is written about both stands below each other.
Stakeholder joined(Stakeholder kept, const Stakeholder& gone);

// For the fold. Nothing where one of them is not there.
void merge(Workshop&, const MergeStakeholders&);
void separate(Workshop&, const SeparateStakeholders&);

// The inverse, made from the workshop before it; of two who are there.
SeparateStakeholders separation(const Workshop& before, const MergeStakeholders&);
// How all that the merge made stands now, as one number: for `over`.
std::uint64_t seen_in(const Workshop&, const SeparateStakeholders&);

}  // namespace standpoint
