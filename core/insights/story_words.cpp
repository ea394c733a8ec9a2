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
constexpr std::string_view phases[] = {"planned", "open", "closed", "revealed"};
constexpr std::string_view roles[] = {"facilitator", "participant", "observer", "stage"};

}  // namespace

std::string_view words(StakeholderKind v) { return nth(stakeholder_kinds, v); }
std::string_view words(Stance v) { return nth(stances, v); }
std::string_view words(TieKind v) { return nth(tie_kinds, v); }
std::string_view words(Ring v) { return nth(rings, v); }
std::string_view words(Phase v) { return nth(phases, v); }
std::string_view words(Role v) { return nth(roles, v); }

}  // namespace standpoint
