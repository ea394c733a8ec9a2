// One screen's membership of a session over lines that may fail at any time: knocks, joins, catches up after every loss
// and sends again what was not answered. Used by tablets and robots. Knows messages and a given `now`; no socket, no clock.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/net/line.h"
#include "core/replica.h"

namespace standpoint {

class Visitor {
 public:
  struct Keys {
    Key token{};       // kept by the tablet for ever
    Key secret{};      // from the address; none: the code is asked for
    std::string code;  // as typed
  };
  enum class Stage : std::uint8_t {
    connecting,   // no answer yet
    needs_code,   // neither a known token nor a secret: ask for the code
    turned_away,  // see turned_away(); enter_code() or knock_again() goes on; a locked or full room is asked again by itself
    at_door,      // see door(): ask for a name, then join()
    joining,
    joined,
  };

  // `connect` opens a new line; called by the first step() and again after each loss.
  Visitor(std::function<std::unique_ptr<Line>()> connect, Keys keys);

  // Receives, answers, and reconnects when it is due. `now_ms`: steady. Call when something arrived and at next_step_ms().
  // True: something changed that a screen may show.
  bool step(std::int64_t now_ms);
  // When to step again without news; far away when there is nothing to wait for.
  std::int64_t next_step_ms() const;

  void enter_code(std::string code);
  void knock_again();  // at once, not when it is due: the page came back from sleep
  // A known seat joins by itself. Otherwise: with the name as typed.
  void join(std::string name, Role role);

  Stage stage() const { return stage_; }
  bool connected() const;         // the line is open and the room has welcomed this seat on it
  std::uint32_t reconnects() const { return reconnects_; }
  const Opened& door() const { return door_; }                 // of the last Opened
  const TurnedAway& turned_away() const { return turned_away_; }
  // Why joining was refused (a name that says nothing); empty when it was not. Kept until join() is called again.
  const std::string& refused() const { return refused_; }

  Replica& replica() { return replica_; }
  const Replica& replica() const { return replica_; }
  // Issues through the replica and sends; kept and sent later when there is no line. Answers with the command's counter.
  std::uint32_t issue(Action action);
  void send(const Presence&);     // lost when there is no line
  void send(const Remind&);       // lost when there is no line
  void send(const NewCode&);      // lost when there is no line
  // Reminders that came for this seat since the last call; the latest.
  std::optional<ActivityId> take_reminder();

 private:
  void open_line();
  void knock();
  void say_hello();
  void send_unanswered();
  void hear(Opened);
  void hear(TurnedAway);
  void hear(const HostMessage&);
  void hear_refusal(const Refusal&);
  void start_over_if_another(const Opened&);
  bool misses_events_before(const HostMessage&) const;
  bool waits_for_answer() const;
  void lose_line();
  std::int64_t wait_ms() const;

  std::function<std::unique_ptr<Line>()> connect_;
  Keys keys_;
  std::unique_ptr<Line> line_;
  Stage stage_ = Stage::connecting;
  Opened door_;
  TurnedAway turned_away_;
  std::string refused_;
  std::string name_;              // empty: nobody typed one for this session yet
  Role role_ = Role::participant;
  Replica replica_;
  bool knocked_ = false;          // on this line
  bool opened_ = false;           // on this line
  bool welcomed_ = false;         // on this line
  bool ever_welcomed_ = false;
  std::uint32_t reconnects_ = 0;
  std::uint32_t failures_ = 0;    // in a row; the wait doubles up to its most
  std::int64_t now_ms_ = 0;       // of the last step
  std::int64_t connect_at_ms_ = 0;
  std::int64_t quiet_since_ms_ = 0;  // when the line last brought something, or something began to wait for an answer
  std::optional<ActivityId> reminder_;
};

}  // namespace standpoint
