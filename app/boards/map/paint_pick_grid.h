// Finds who and what lies near a place of a map without asking everybody: squares over the board, in map units, each with
// the people whose middle lies in it and, once they are asked for, the ties whose curve may pass through it. Made by the map's
// screen when the board changes, asked by node_under and tie_under. Pure geometry; it knows nothing of views, so zooming and panning keep it.
#pragma once

#include <cstdint>
#include <vector>

#include "core/boards/map.h"

namespace standpoint {

class PickGrid {
 public:
  PickGrid() = default;
  // Of people alone: that is what a pointer on its way over a board in motion asks for, every frame.
  explicit PickGrid(const MapBoard& board);
  // The ties of the same board, before the first each_tie. Nothing happens if they are there.
  void add_ties(const MapBoard& board);

  // The largest r of all people, in map units.
  double largest() const { return largest_; }

  // Calls `seen` with the index of everybody whose middle lies within `reach` map units, and of some beyond, once each.
  template <class Seen>
  void each_node(MapPoint at, double reach, Seen seen) const {
    const Range range = around(at, reach);
    for (int row = range.first_row; row <= range.last_row; ++row)
      for (int column = range.first_column; column <= range.last_column; ++column)
        for_each(node_starts_, nodes_, row, column, seen);
  }

  // The same for ties whose curve comes so near.
  template <class Seen>
  void each_tie(MapPoint at, double reach, Seen seen) const {
    for (const std::uint32_t tie : ties_near(around(at, reach))) seen(static_cast<std::size_t>(tie));
  }

 private:
  struct Range {
    int first_column = 0, last_column = -1, first_row = 0, last_row = -1;
  };
  int column_of(double x) const;
  int row_of(double y) const;
  Range around(MapPoint at, double reach) const;
  std::size_t cell(int row, int column) const { return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column); }
  std::vector<std::uint32_t> ties_near(const Range& range) const;
  void add_nodes(const MapBoard& board);

  template <class Seen>
  void for_each(const std::vector<std::uint32_t>& starts, const std::vector<std::uint32_t>& items, int row, int column, Seen& seen) const {
    const std::size_t here = cell(row, column);
    for (std::uint32_t i = starts[here]; i < starts[here + 1]; ++i) seen(static_cast<std::size_t>(items[i]));
  }

  MapPoint corner_;        // least x and y of all people
  double side_ = 1;        // of a square
  int columns_ = 0, rows_ = 0;
  double largest_ = 0;
  // The items of all squares one after the other; square i has those from start i to start i + 1.
  std::vector<std::uint32_t> node_starts_, nodes_, tie_starts_, ties_;
};

}  // namespace standpoint
