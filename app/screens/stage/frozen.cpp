// See frozen.h.
#include "app/screens/stage/frozen.h"

#include <utility>

namespace standpoint {

void FrozenStage::follow(const Workshop& now, const SealedState& sealed, const StageTurn& turn) {
  if (now.cover != StageCover::frozen) {
    moment_.reset();
    covered_ms_ = 0;
    return;
  }
  if (covered_ms_ == now.covered_ms) return;  // kept, or missed
  covered_ms_ = now.covered_ms;
  moment_.reset();
  sealed_ = sealed;
  turn_ = turn;
  if (now.changed_ms == now.covered_ms) keep(now, now.covered_ms);
}

void FrozenStage::keep(Workshop moment, std::int64_t covered_ms) {
  moment_ = std::move(moment);
  moment_->cover = StageCover::none;
  covered_ms_ = covered_ms;
}

}  // namespace standpoint
