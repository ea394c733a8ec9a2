// Plays a written hour (sessions/data/checkout-hour.csv, a line per step) through the real Room with a clock of its own:
// every step is checked, kept and revealed as in a live workshop. Used by make_samples only; invents no rules.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/csv.h"
#include "core/room/room.h"

namespace standpoint {

// What everybody thinks of a person on a canvas: the middle and the spread (one sigma) of their placements, board units.
struct Opinion {
  std::string name;
  BoardPoint middle;
  std::int32_t spread_x = 0;
  std::int32_t spread_y = 0;
  bool camps_on_x = false;  // two camps instead of one group
  bool camps_on_y = false;
};

// One line: at (mm:ss), who, does, what, detail, place ("x y", board units).
struct Step {
  int line = 0;
  std::int64_t at_ms = 0;  // since the session started
  std::string who, does, what, detail, place;
};

Result<std::vector<Step>> steps_of(const CsvTable& script);

class Rehearsal {
 public:
  // The facilitator's seat is in the workshop already; everybody else joins by the script.
  Rehearsal(Room& room, SeatId facilitator, std::int64_t started_ms, std::vector<std::string> participants,
            std::vector<Opinion> opinions);
  // Failure: the line with what is wrong, or with the room's refusal.
  Result<void> play(const Step& step);

 private:
  struct Screen {
    LinkId link = 0;
    SeatId seat;
  };
  using Made = Result<Action>;
  using Maker = Made (Rehearsal::*)(const Step&);
  static Maker maker_of(std::string_view verb);

  const Workshop& now() const { return room_.workshop(); }
  Result<void> join(const Step&);
  Result<void> send(const Screen&, Action);
  Result<void> listen();

  Result<const Stakeholder*> person(const std::string& name) const;
  Result<const Activity*> activity(const std::string& title) const;
  Result<const Tie*> tie(const Step&) const;
  Result<CardId> card(const std::string& key) const;
  Result<std::vector<Item>> items(const std::vector<std::string>& keys) const;
  std::uint16_t zone_at(const Board&, BoardPoint) const;
  template <class AnyId>
  AnyId next_id(const Step&) const;

  Made adds(const Step&);
  Made removes(const Step&);
  Made describes(const Step&);
  Made moves(const Step&);
  Made ties(const Step&);
  Made unties(const Step&);
  Made describes_tie(const Step&);
  Made writes(const Step&);
  Made rewrites(const Step&);
  Made shifts(const Step&);
  Made drops(const Step&);
  Made puts(const Step&);
  Made opens(const Step&);
  Made closes(const Step&);
  Made reveals(const Step&);
  Made times(const Step&);
  Made stops_the_clock(const Step&);
  Made shows(const Step&);
  Made marks(const Step&);
  Made chooses(const Step&);
  Made decider(const Step&);
  Made runs_off(const Step&);
  Made places_blind(const Step&);
  Made votes(const Step&);
  Made stars(const Step&);
  Made decides(const Step&);

  Room& room_;
  std::int64_t started_ms_;
  std::vector<std::string> participants_;
  std::vector<Opinion> opinions_;
  std::int64_t now_ms_ = 0;
  std::map<std::string, Screen> screens_;      // by name
  std::map<std::string, CardId> cards_;        // by the script's key
  std::map<SeatId, std::uint32_t> counters_, sealed_;
};

}  // namespace standpoint
