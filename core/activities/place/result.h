// What a revealed placing says: how far placements lie apart, and what moved since the round before. Pure functions; floats are fine here,
// nothing of it is folded. The rules are R82, R84, R86 and R181 in core/README.md.
#pragma once

#include <cstdint>
#include <vector>

#include "core/workshop/model.h"

namespace standpoint {

// How a revealed Place activity spread an item.
struct Spread {
  Item item;
  BoardPoint median;               // of x and of y
  std::vector<BoardPoint> points;  // every placement, sorted
  double semi_major = 0, semi_minor = 0;  // of the 50 % ellipse (1.18 sigma of the sample covariance), board units
  double angle = 0;                // radians, counter-clockwise from the x axis
  BoardPoint centre;               // of the ellipse: the mean
  double spread = 0;               // sqrt(var x + var y), board units: the ranking
  bool widest_on_x = true;         // the axis people differ on most
  std::int32_t low = 0, high = 0;  // range on that axis
};

// One entry per item placed by anybody. Widest spread first; items with fewer than two placements last.
std::vector<Spread> spreads_of(const Activity&);
// How many people placed. Anonymous sheets hold one item each, so there it is the most placements of one item.
int people_who_placed(const Activity&);

// Below this range on the axis people differ on most, nobody is listed as what they disagree on: 2 of 10.
inline constexpr std::int32_t disagreement_floor = 2000;
// Several people placed it, and no closer together than the floor.
bool is_disputed(const Spread&);

// What moved between two rounds on the same board: medians then and now, biggest move first. Like is compared with like
// (R181): in two named rounds the medians are of those who placed the item both times; else an item is left out unless it
// was placed by at least half as many in one round as in the other.
struct Movement { Item item; BoardPoint then, now; double distance = 0; };
std::vector<Movement> movement_between(const Activity& earlier, const Activity& later);
// Of how many people of the earlier round the later one tells something: "1 of 4 placed again". In anonymous rounds nobody
// knows who they were, so it is the smaller of the two numbers.
struct PlacedAgain { int again = 0, of = 0; };
PlacedAgain placed_again(const Activity& earlier, const Activity& later);

// Another round of it on the same board, about the same.
Activity round_after(const Workshop&, const Activity&, SeatId by);
// The rounds of this board that can be looked at, in the order of the agenda.
std::vector<const Activity*> revealed_placings(const Workshop&, BoardId);
// Which placing a canvas shows while this activity is on the stage: a placing itself; under a talk about the canvas the newest
// revealed one, for as long as nothing is agreed there. nullptr: the agreed places.
const Activity* placing_shown(const Workshop&, BoardId, const Activity* staged);
// The activity is a placing, else nullptr.
inline const PlaceSetup* placing(const Activity* activity) { return activity ? std::get_if<PlaceSetup>(&activity->setup) : nullptr; }

}  // namespace standpoint
