// The row of rules, and a copy of their table with it.
#include <array>

#include "core/activities/rows.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check_rules.h"
#include "core/workshop/sorted.h"
#include "tests/one_more_kind/applause.h"

namespace standpoint {
namespace testing {
namespace {

Verdict check_clap(const Workshop&, const Activity& activity, const Input& input) {
  const Ballot& clap = *std::get_if<Ballot>(&input);
  if (clap.dots.size() == 1 && clap.dots[0].count == 1 && find_in(items_of(activity), clap.dots[0].item)) return {};
  return refused(Why::over_budget, "One clap for one of them.");
}

std::vector<Item> everybody(const Workshop& workshop, const Activity&) {
  std::vector<Item> items;
  for (const Stakeholder& person : workshop.stakeholders) items.emplace_back(person.id);
  return items;
}

}  // namespace

const ActivityRules applause_rules{
    .words = {.name = "Applaud", .key = "applaud", .noun = "an applause", .doing = "clapping"},
    .input = {.done = "clapped", .input = "clap", .mark = "clap", .in_secret = "claps behind a curtain", .secret = "Nobody hears who claps.",
              .named = "Everybody hears who claps.", .promise = "Unheard.", .veil = "Unheard", .from_you = "Unheard by you too", .removed = "Whom you clapped for is gone."},
    .in_secret = [](const Workshop&, const Activity&) { return true; },
    .setup = []() -> Setup { return VoteSetup{}; },
    .first_input = []() -> Input { return Ballot{}; },
    .check_input = check_clap,
    .items = everybody,
    .make_ready = [](const Workshop&, Activity& activity) { vote_in(activity)->dots_per_person = 1; },
    .missing = [](const Workshop&, const Activity&) -> std::string_view { return "Nobody to clap for yet."; }};

ActivityKind applause() { return static_cast<ActivityKind>(all_rules().size() - 1); }

}  // namespace testing

namespace {

constexpr std::array<const ActivityRules*, 8> rules{&brainstorm_rules, &nominate_rules, &place_rules,  &vote_rules,
                                                    &rate_rules,       &discuss_rules,  &decide_rules, &testing::applause_rules};

}  // namespace

std::span<const ActivityRules* const> all_rules() { return rules; }

}  // namespace standpoint
