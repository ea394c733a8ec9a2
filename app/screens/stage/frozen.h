// The moment the room goes on seeing while the stage is frozen. Kept by whoever draws a stage; it draws nothing. The
// workshop handed to it must be what the stage may see.
#pragma once

#include <cstdint>
#include <optional>

#include "app/activities/sealed_state.h"
#include "core/room/message.h"
#include "core/workshop/model.h"

namespace standpoint {

class FrozenStage {
 public:
  // Call after every message of the host, so that the very moment of freezing is met. A screen that comes later, or missed
  // the moment, keeps nothing: it shows bare paper rather than what happened since.
  void follow(const Workshop& now, const SealedState& sealed, const StageTurn& turn = {});
  // The same for a session that was frozen when it was opened: the moment, folded from its events.
  void keep(Workshop moment, std::int64_t covered_ms);

  // Without the cover, to be drawn as any other; nullptr: nothing is kept.
  const Workshop* moment() const { return moment_ ? &*moment_ : nullptr; }
  const SealedState& sealed() const { return sealed_; }
  const StageTurn& turn() const { return turn_; }

 private:
  std::optional<Workshop> moment_;
  SealedState sealed_;
  StageTurn turn_;
  std::int64_t covered_ms_ = 0;
};

}  // namespace standpoint
