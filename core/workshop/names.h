// The names people go by: what may stand in one, and which two a person could take for each other. Used by check, by the room
// when somebody joins, and by screens before they send a name. No locale; knows no language, only shapes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/workshop/model.h"

namespace standpoint {

// Has a sign that can be seen, besides spaces and signs that show nothing.
bool shows_something(std::string_view);
// Without direction marks and overrides, zero-width and soft signs. Joiners stay where a script or an emoji needs them. Of sound text.
std::string without_unseen(std::string_view);
// A person's name as it may be kept: without signs that show nothing (direction marks and overrides, zero-width and soft signs), every kind of
// space one space, none at the ends. Joiners stay where a script or an emoji needs them.
std::string clean_name(std::string_view);
// A person who reads both could take one for the other: they differ by case, spaces, accents, full stops and hyphens, signs that
// show nothing, or by letters of other scripts that look the same.
bool look_alike(std::string_view, std::string_view);
// What two texts have in common that differ by nothing but case, accents and their Unicode form, width, spaces, hyphens, apostrophes, full stops and
// commas, and signs that show nothing: one key. Of sound text.
std::string name_key(std::string_view);
// Somebody here, other than `except`, whose name looks like this one; stages are no people. nullptr: nobody.
const Seat* named_alike(const Workshop&, std::string_view name, SeatId except = {});
// Two seats whose screens come from one address of the network: one device, perhaps.
struct OneDevice {
  SeatId older, newer;
  bool operator==(const OneDevice&) const = default;
};
// Somebody has two seats, because they came back on a new one, or because one device took two: `into` is where they are now.
struct HereTwice {
  SeatId from, into;
  bool one_device = false;
  bool operator==(const HereTwice&) const = default;
};
// `here`: whose screen is connected, sorted. Of two that are, or are not, the newer is where they are now. Those of one name come first.
std::vector<HereTwice> here_twice(const Workshop&, const std::vector<SeatId>& here, const std::vector<OneDevice>& one_device = {});
// The name for whoever chooses between people: where somebody is here twice, it says which of the two seats this is.
std::string name_apart(const Workshop&, const Seat&);
// The name with the lowest number from 2 on that looks like nobody's here: "Ana 2".
std::string with_addition(const Workshop&, std::string_view name);

// "Priya", or the whole name when two people share the first; "The room" for seat 0.
std::string who(const Workshop&, SeatId);
// The same of somebody who has no seat yet, or another name on theirs.
std::string called(const Workshop&, const std::string& name, SeatId own);

}  // namespace standpoint
