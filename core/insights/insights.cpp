// Influence by position: the ties as networks, their measures, and the rule for "hidden".
// Called through core/insights/insights.h only; spreads, movement and votes are in activity.cpp.
#include "core/insights/insights.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/insights/centrality.h"

namespace standpoint {
namespace {

// Measures that differ by less are equal: the order of additions must not rank anybody.
constexpr double equal_within = 1e-9;

// The people who have a tie of the chosen kinds, numbered 0.., and who is tied to whom.
struct TiedPeople {
  std::vector<std::uint32_t> number;  // per stakeholder; none where they have no such tie
  Network ties;                       // each pair once, from either end
  Network attention;                  // from who listens to who is listened to, each once
};
constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

std::size_t index_of(const std::vector<Stakeholder>& people, StakeholderId id) {
  const auto at = std::lower_bound(people.begin(), people.end(), id,
                                   [](const Stakeholder& s, StakeholderId wanted) { return s.id < wanted; });
  return at != people.end() && at->id == id ? static_cast<std::size_t>(at - people.begin()) : none;
}

Network each_once(std::size_t people, std::vector<NumberedLink> links) {
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return network_of(people, links);
}

void add_attention(std::vector<NumberedLink>& attention, TieKind kind, std::uint32_t from, std::uint32_t to) {
  if (kind != TieKind::influences) attention.emplace_back(from, to);
  if (kind == TieKind::influences || kind == TieKind::conflicts_with) attention.emplace_back(to, from);
}

TiedPeople tied_people(const Workshop& workshop, TieKinds kinds) {
  TiedPeople tied;
  tied.number.assign(workshop.stakeholders.size(), none);
  std::uint32_t count = 0;
  const auto number_of = [&](std::size_t index) {
    if (tied.number[index] == none) tied.number[index] = count++;
    return tied.number[index];
  };
  std::vector<NumberedLink> ties, attention;
  for (const Tie& tie : workshop.ties) {
    if (!(kinds & only(tie.kind))) continue;
    const std::size_t from = index_of(workshop.stakeholders, tie.from);
    const std::size_t to = index_of(workshop.stakeholders, tie.to);
    if (from == none || to == none || from == to) continue;
    const std::uint32_t a = number_of(from), b = number_of(to);
    ties.emplace_back(a, b);
    ties.emplace_back(b, a);
    add_attention(attention, tie.kind, a, b);
  }
  tied.ties = each_once(count, std::move(ties));
  tied.attention = each_once(count, std::move(attention));
  return tied;
}

// Formal power, or the influence the group gave where nobody's power is known.
std::vector<std::int32_t> power_of(const std::vector<Stakeholder>& people) {
  const bool known = std::any_of(people.begin(), people.end(), [](const Stakeholder& s) { return s.formal_power > 0; });
  std::vector<std::int32_t> power;
  power.reserve(people.size());
  for (const Stakeholder& s : people) power.push_back(known ? s.formal_power : s.influence);
  return power;
}

// 1 + how many have more; `sorted` holds the same values, greatest first.
template <class Value>
int rank_in(const std::vector<Value>& sorted, Value value) {
  const auto more = std::lower_bound(sorted.begin(), sorted.end(), value, std::greater<Value>());
  return 1 + static_cast<int>(more - sorted.begin());
}

std::int64_t in_steps(double measure) { return std::llround(measure / equal_within); }

void rank_all(std::vector<Influence>& all, const std::vector<std::int32_t>& power) {
  std::vector<std::int64_t> positions;
  positions.reserve(all.size());
  for (const Influence& one : all) positions.push_back(in_steps(one.betweenness));
  std::vector<std::int64_t> sorted_positions = positions;
  std::sort(sorted_positions.begin(), sorted_positions.end(), std::greater<>());
  std::vector<std::int32_t> sorted_power = power;
  std::sort(sorted_power.begin(), sorted_power.end(), std::greater<>());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].rank_by_position = rank_in(sorted_positions, positions[i]);
    all[i].rank_by_power = rank_in(sorted_power, power[i]);
  }
  const bool alone = sorted_positions.size() == 1 ||
                     (sorted_positions.size() > 1 && sorted_positions[0] > sorted_positions[1]);
  for (Influence& one : all)
    one.hidden = alone && one.rank_by_position == 1 && one.rank_by_power > 1 && one.betweenness >= hidden_betweenness;
}

}  // namespace

std::vector<Influence> influence_of(const Workshop& workshop, TieKinds kinds) {
  const TiedPeople tied = tied_people(workshop, kinds);
  const std::vector<double> betweenness = betweenness_of(tied.ties);
  const std::vector<double> pagerank = pagerank_of(tied.attention);
  std::vector<Influence> all(workshop.stakeholders.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].stakeholder = workshop.stakeholders[i].id;
    const std::uint32_t number = tied.number[i];
    if (number == none) continue;
    all[i].betweenness = betweenness[number];
    all[i].pagerank = pagerank[number];
    all[i].degree = static_cast<int>(tied.ties.links_of(number));
  }
  rank_all(all, power_of(workshop.stakeholders));
  std::sort(all.begin(), all.end(), [](const Influence& a, const Influence& b) {
    if (a.rank_by_position != b.rank_by_position) return a.rank_by_position < b.rank_by_position;
    if (in_steps(a.pagerank) != in_steps(b.pagerank)) return a.pagerank > b.pagerank;
    return a.stakeholder < b.stakeholder;
  });
  return all;
}

StakeholderId hidden_influencer(const std::vector<Influence>& all) {
  const auto at = std::find_if(all.begin(), all.end(), [](const Influence& one) { return one.hidden; });
  return at == all.end() ? StakeholderId{} : at->stakeholder;
}

}  // namespace standpoint
