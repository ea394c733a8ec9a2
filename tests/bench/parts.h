// The parts of the benchmark; each returns its figures as JSON. Called by bench.cpp.
#pragma once

#include <cstdint>
#include <string>

#include "tests/bench/figures.h"

namespace standpoint::bench {

// Events folded, encoded and decoded per second, on a workshop of 300 people.
Json measure_fold(std::uint64_t events);

// Writes a session of so many events through SessionLog, in groups of 1,000.
Json write_long_session(const std::string& path, std::uint64_t events);
// Opens it for reading and seeks; to be called in a process of its own, whose peak memory is part of the figures.
Json open_long_session(const std::string& path);

// Durable appends by SessionLog and by SQLite (WAL, synchronous=FULL), by turns, with the same payloads, in `folder`.
Json measure_durable(const std::string& folder);

// influence_of, and Boost's betweenness alone, on made-up networks.
Json measure_betweenness();

// Frames of maps of several sizes: the processor's time, and what goes to the graphics card.
Json measure_paint();

// Other people's programs of the same kind: where our scripts for them lie, and where npm's packages were put; no packages,
// no comparison.
struct Peers { std::string scripts, packages; };

// One iteration of the layout's forces beside its peers', by turns on the same graph, which is written into `folder`; and
// laid_out and build_map as a whole.
Json measure_layout(const std::string& folder, const Peers&);

// `program host` as a process of its own, with up to 1,000 tablets on this machine, beside a broadcast by npm's ws.
Json measure_network(const std::string& folder, const std::string& program, const Peers&);
// Deliveries and ballots with and without sealing, by turns.
Json measure_sealing();
// What is aimed at, and what came out.
Json network_aims(const Json& figures);

}  // namespace standpoint::bench
