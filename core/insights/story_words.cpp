// The words each value is called by in stories, lists and files.
#include "core/insights/story.h"

namespace standpoint {
namespace {

template <class Value, std::size_t n>
std::string_view nth(const std::string_view (&names)[n], Value value) {
  const auto index = static_cast<std::size_t>(value);
  return index < n ? names[index] : std::string_view();
}

constexpr std::string_view stakeholder_kinds[] = {"internal", "external", "regulator", "customer", "partner", "sponsor"};
constexpr std::string_view stances[] = {"unaware", "resistant", "neutral", "supportive", "leading"};
constexpr std::string_view tie_kinds[] = {"influences", "reports to", "trusts", "supports", "conflicts with"};
constexpr std::string_view rings[] = {"Team", "Internal", "External", "Regulators"};
constexpr std::string_view activity_kinds[] = {"Brainstorm", "Nominate", "Place", "Vote", "Rate", "Discuss", "Decide"};
constexpr std::string_view phases[] = {"planned", "open", "closed", "revealed"};
constexpr std::string_view roles[] = {"facilitator", "participant", "observer", "stage"};

}  // namespace

std::string_view words(StakeholderKind v) { return nth(stakeholder_kinds, v); }
std::string_view words(Stance v) { return nth(stances, v); }
std::string_view words(TieKind v) { return nth(tie_kinds, v); }
std::string_view words(Ring v) { return nth(rings, v); }
std::string_view words(ActivityKind v) { return nth(activity_kinds, v); }
std::string_view words(Phase v) { return nth(phases, v); }
std::string_view words(Role v) { return nth(roles, v); }

std::string words_of_lost(const LostInputs& lost, ActivityKind kind) {
  const std::string mark = kind == ActivityKind::place ? "place" : "dot";
  return std::to_string(lost.marks) + " " + mark + (lost.marks == 1 ? "" : "s") + " of " + std::to_string(lost.inputs) +
         (lost.inputs == 1 ? " person" : " people") + " went with what was removed";
}

}  // namespace standpoint
