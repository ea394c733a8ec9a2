// The program on a tablet or phone: joins, then draws what its seat is there for. The same code in the browser and in tests.
// Called by main_web.cpp. Knows a Visitor and screens; no socket, no browser and no clock but the frame's.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/design/frame.h"
#include "app/net/visitor.h"
#include "app/screens/console/console.h"
#include "app/screens/hand/join.h"
#include "app/screens/hand/participant.h"
#include "app/screens/stage/stage.h"
#include "app/shell/text_question.h"
#include "app/widgets/toast.h"

namespace standpoint {

// Port: where the page keeps what is made and not sent, while it is closed. One text for a seat of a session.
struct DraftShelf {
  std::function<std::string(const std::string& key)> read = [](const std::string&) { return std::string(); };
  std::function<void(const std::string& key, const std::string& text)> write = [](const std::string&, const std::string&) {};  // empty: nothing any more
};

class Tablet {
 public:
  // `visitor` outlives the tablet. `forgets`: the device cannot keep its token, so a new page is a new seat.
  explicit Tablet(Visitor& visitor, bool forgets = false, DraftShelf shelf = {});

  // One frame in Frame::area (logical pixels of the glass, without its insets): steps the visitor, draws, sends. Between
  // frames the visitor is stepped by whoever has its line, and what changed is drawn. Returns the seconds until the next frame is due without news: 0 at once; a large number: not before something happens.
  double draw(Frame& frame);

 private:
  void draw_door(const Frame& frame, Commands& commands);
  void draw_seat(Frame& frame, Commands& commands);
  Connection connection(const Frame& frame);
  void take_from_shelf();
  void put_on_shelf(const Workshop& workshop);
  ParticipantState participant_state(const Frame& frame, const Workshop& workshop);
  void draw_word(const Frame& frame, Commands& commands);
  void draw_lead(const Frame& frame, const Workshop& workshop, const ParticipantState& state, Commands& commands);
  void draw_big_stage(const Frame& frame, const Workshop& workshop, Commands& commands);

  Visitor& visitor_;
  bool forgets_;
  DraftShelf shelf_;
  std::string on_shelf_, shelf_key_;  // what the page keeps now, for which seat
  JoinUi join_;
  std::unique_ptr<ParticipantUi> participant_;
  Key session_{};             // whose workshop participant_ is about
  std::unique_ptr<ConsoleUi> console_;
  StageUi stage_;
  TextQuestion text_;
  Toast toast_;
  double lost_since_ = -1;    // Frame::seconds; -1: the line is there
};

}  // namespace standpoint
