// Who points and who pinches. See fingers.h.
#include "app/platform/fingers.h"

#include <algorithm>
#include <utility>

namespace standpoint {
namespace {

constexpr int frames_before_leaving = 2;

}  // namespace

Fingers::Finger* Fingers::find(int id) {
  const auto found = std::find_if(down_.begin(), down_.end(), [id](const Finger& finger) { return finger.id == id; });
  return found == down_.end() ? nullptr : &*found;
}

void Fingers::press(const FingerEvent& event) {
  if (find(event.id) != nullptr) return;
  down_.push_back({event.id, event.at});
  if (down_.size() == 1 && !pinching_) {
    leave_in_ = 0;
    pressed_ = true;
    // Always the place before the press.
    steps_.push_back({PointerStep::Kind::move, event.at, event.touch});
    steps_.push_back({PointerStep::Kind::press, event.at, event.touch});
  } else if (down_.size() == 2) {
    begin_pinch();
  }
}

void Fingers::begin_pinch() {
  pinching_ = true;
  middle_ = (down_[0].at + down_[1].at) * 0.5F;
  apart_ = std::max(1.0F, length(down_[1].at - down_[0].at));
  done_ = {middle_, {}, 1};
  if (pressed_) {
    // Let go where nothing is, so that nothing is tapped.
    steps_.push_back({PointerStep::Kind::leave, {}, true});
    steps_.push_back({PointerStep::Kind::release, {}, true});
  }
  pressed_ = false;
  steps_.push_back({PointerStep::Kind::move, middle_, true});
}

void Fingers::lift(const FingerEvent& event) {
  if (find(event.id) == nullptr) return;
  std::erase_if(down_, [&](const Finger& finger) { return finger.id == event.id; });
  if (pressed_) {
    const bool meant = event.kind == FingerEvent::Kind::up;
    if (meant) steps_.push_back({PointerStep::Kind::move, event.at, event.touch});
    else steps_.push_back({PointerStep::Kind::leave, {}, event.touch});
    steps_.push_back({PointerStep::Kind::release, event.at, event.touch});
    pressed_ = false;
    if (event.touch) leave_in_ = frames_before_leaving;
  }
  if (down_.empty() && pinching_) {
    pinching_ = false;
    leave_in_ = 1;
  }
}

void Fingers::take(const FingerEvent& event) {
  if (event.kind == FingerEvent::Kind::down) return press(event);
  if (event.kind != FingerEvent::Kind::move) return lift(event);
  Finger* finger = find(event.id);
  if (finger != nullptr) finger->at = event.at;
  if (pressed_ || (finger == nullptr && !event.touch && down_.empty())) {
    if (down_.empty() || down_.front().id == event.id) steps_.push_back({PointerStep::Kind::move, event.at, event.touch});
    return;
  }
  if (!pinching_ || down_.size() < 2) return;
  const Vec middle = (down_[0].at + down_[1].at) * 0.5F;
  const float apart = std::max(1.0F, length(down_[1].at - down_[0].at));
  done_ = {middle, done_.by + (middle - middle_), done_.zoom * (apart / apart_)};
  middle_ = middle;
  apart_ = apart;
  steps_.push_back({PointerStep::Kind::move, middle, true});
}

std::vector<PointerStep> Fingers::steps() {
  if (leave_in_ > 0 && steps_.empty() && --leave_in_ == 0) steps_.push_back({PointerStep::Kind::leave, {}, true});
  return std::exchange(steps_, {});
}

std::optional<Pinch> Fingers::pinch() {
  if (!pinching_) return std::nullopt;
  const Pinch since = done_;
  done_ = {middle_, {}, 1};
  return since;
}

}  // namespace standpoint
