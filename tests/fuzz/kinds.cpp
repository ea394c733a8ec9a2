// The table of kinds as far as reading asks it: how each is set up. So the fuzzer of the wire needs none of their rules.
#include <array>

#include "core/activities/rows.h"

namespace standpoint {
namespace {

constexpr ActivityRules plain{.words = {}, .input = {}};
constexpr ActivityRules placing{.words = {}, .input = {}, .setup = []() -> Setup { return PlaceSetup{}; }};
constexpr ActivityRules vote{.words = {}, .input = {}, .setup = []() -> Setup { return VoteSetup{}; }};
constexpr std::array<const ActivityRules*, 7> rules{&plain, &plain, &placing, &vote, &plain, &plain, &plain};

}  // namespace

std::span<const ActivityRules* const> all_rules() { return rules; }

}  // namespace standpoint
