// One screen's membership of a session over lines that may fail at any time: knocks, joins, catches up after every loss
// and sends again what was not answered. Used by tablets and robots. Knows messages and a given `now`; no socket, no clock.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/net/line/line.h"
#include "core/room/replica.h"

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
  // A known seat joins by itself. Otherwise: with the name as typed; `same` says what becomes of it when it is somebody's here.
  void join(std::string name, Role role, Hello::SameName same = Hello::SameName::add);

  Stage stage() const { return stage_; }
  bool connected() const;         // the line is open and the room has welcomed this seat on it
  std::uint32_t reconnects() const { return reconnects_; }
  const Opened& door() const { return door_; }                 // of the last Opened
  const TurnedAway& turned_away() const { return turned_away_; }
  // Why joining was refused (a name that says nothing); empty when it was not. Kept until join() is called again.
  const std::string& refused() const { return refused_; }

  // Somebody here has a name like the one typed, and join() is to say who this is. Kept until then.
  const std::optional<NameTaken>& name_taken() const { return name_taken_; }
  // How others join; told to those who lead and to stages.
  const HowToJoin& how_to_join() const { return how_to_join_; }
  // The host's clock, in ms since the Unix epoch, at this steady time; nothing before it was heard.
  std::optional<std::int64_t> host_time_ms(std::int64_t steady_ms) const;

  Replica& replica() { return replica_; }
  const Replica& replica() const { return replica_; }
  // Issues through the replica and sends; kept and sent later when there is no line. Answers with the command's counter.
  std::uint32_t issue(Action action);
  void send(const Presence&);     // lost when there is no line
  void send(const Remind&);       // lost when there is no line
  void send(const AreTwo&);       // lost when there is no line
  void send(const NewCode&);      // lost when there is no line
  void turn_stage(const StageTurn&);// shown here at once; nothing is turned while there is no line
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
  void hear(const HostTime&);
  void hear(HowToJoin);
  void ask_time();
  void hear_refusal(const Refusal&);
  void start_over_if_another(const Opened&);
  bool misses_events_before(const HostMessage&) const;
  bool waits_for_answer() const;
  std::int64_t given_up_at_ms() const;
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
  Hello::SameName same_name_ = Hello::SameName::add;
  std::optional<NameTaken> name_taken_;
  HowToJoin how_to_join_;
  Replica replica_;
  bool knocked_ = false;          // on this line
  bool opened_ = false;           // on this line
  bool welcomed_ = false;         // on this line
  bool ever_welcomed_ = false;
  std::uint32_t reconnects_ = 0;
  std::uint32_t failures_ = 0;    // in a row; the wait doubles up to its most
  std::int64_t now_ms_ = 0;       // of the last step
  std::int64_t connect_at_ms_ = 0;
  std::int64_t quiet_since_ms_ = 0;  // when the line last brought an answer, or something began to wait for one
  std::int64_t heard_at_ms_ = 0;     // when the line last brought anything, or was opened
  std::uint32_t silent_lines_ = 0;   // in a row that were given up because nothing came at all
  std::optional<std::int64_t> host_ahead_ms_;  // the host's clock, less this screen's steady one
  std::int64_t round_trip_ms_ = 0, time_asked_at_ms_ = 0;  // of the best answer on this line; 0: none yet
  std::optional<ActivityId> reminder_;
};

}  // namespace standpoint
