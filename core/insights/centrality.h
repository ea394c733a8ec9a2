// Who stands between whom, and who is listened to, in a network of numbered people. Used by insights; knows no workshop.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace standpoint {

// From one person to another.
using NumberedLink = std::pair<std::uint32_t, std::uint32_t>;

// Whom each person has a link to, one person after the other in one array: those of person n are to[begin[n]] up to
// to[begin[n + 1]].
struct Network {
  std::vector<std::size_t> begin;
  std::vector<std::uint32_t> to;
  std::size_t people() const { return begin.size() - 1; }
  std::size_t links_of(std::size_t person) const { return begin[person + 1] - begin[person]; }
};
// The links keep their order within each person.
Network network_of(std::size_t people, const std::vector<NumberedLink>& links);

// Of all pairs of other people, how many shortest paths lead over each, a share of a pair where it has several (Brandes 2001).
// `both_ways` holds every link in both directions and each once. 0 for all where fewer than three people are.
std::vector<double> betweenness_of(const Network& both_ways);

// Brin and Page 1998, damping 0.85, 100 rounds, along the links; sums to 1. Who has no link hands their rank to everybody alike.
std::vector<double> pagerank_of(const Network& attention);

}  // namespace standpoint
