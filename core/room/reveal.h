// From the ballot box to the reveal event: what becomes of sealed inputs. Pure; used by the room only. This is where
// the promise of an anonymous activity is kept, so nothing else may build a reveal.
#pragma once

#include <span>
#include <vector>

#include "core/room/room.h"

namespace standpoint {

// Of the inputs of each person (MergeSeats), by seat number, leaves the one that counts, under the seat they go on on: that seat's
// own, else the one of the newest seat they left. The others are overwritten.
void keep_one_each(const Workshop&, std::vector<BallotBoxes::Sealed>&);

// The inputs as the reveal event tells them; parts about items that are no longer in the activity are left out.
// Named: with their seats, by seat number. Anonymous: without seats, every placement on its own sheet (one person's
// placements stand nowhere together), in the order of their own bytes: permuting the inputs among the seats gives the
// same result. An empty ballot stays, because its person voted; an empty sheet of an anonymous activity says nothing.
// Failure: an input that this version cannot read.
// Who was merged with somebody since they were sealed counts as that one, within the limits of the input (R341).
Result<std::vector<RevealedInput>> revealed_inputs(const Workshop&, const Activity&, std::span<const BallotBoxes::Sealed>);

// How many of the inputs name what is no longer in the activity, or two who are one with more dots than one choice takes, and how many dots
// or places that costs them. An input that cannot be read names nothing.
LostInputs lost_in(const Workshop&, const Activity&, std::span<const BallotBoxes::Sealed>);
// Whose do; by seat number.
std::vector<SeatId> seats_that_lost(const Workshop&, const Activity&, std::span<const BallotBoxes::Sealed>);
// The receipts of the inputs that have one, in the order of these numbers: it tells neither whose they are nor when they came.
std::vector<std::uint64_t> receipts_of(std::span<const BallotBoxes::Sealed>);
// How many inputs name one of the items, or who went on as one of them.
std::uint32_t count_naming(const Workshop&, std::span<const Item>, std::span<const BallotBoxes::Sealed>);

}  // namespace standpoint
