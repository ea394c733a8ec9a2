// Removing what people have answered about asks first (R202): one gate for every way of removing, the map, the cards, the
// inspector and undo. The host is asked how many sealed inputs name it; nothing happens before somebody decided. Called by App.
#pragma once

#include <optional>
#include <vector>

#include "app/design/frame.h"
#include "core/room/message.h"

namespace standpoint {

class RemovalQuestion {
 public:
  // Takes the action over when it is a removal of what an open or closed activity is about, and answers with what to ask the host;
  // nothing: go on with it. `by_undo`: not to be noted again when it is done.
  std::optional<AskNaming> hold(const Workshop& workshop, const Commands::Requested& requested, bool by_undo);
  // What the host told. Where nobody has answered yet there is nothing to ask.
  void hear(const Naming& naming);
  // The question, over everything, while one is asked.
  bool open() const { return held_ && told_; }
  void draw(const Frame& frame, const Workshop& workshop);
  bool decided() const { return decided_; }

  struct Decided {
    Commands::Requested requested;
    bool by_undo = false;
  };
  // What is to be done now.
  std::optional<Decided> take_decided();

 private:
  std::optional<Decided> held_;
  std::vector<Item> items_;
  std::optional<Naming> told_;
  bool decided_ = false;
};

}  // namespace standpoint
