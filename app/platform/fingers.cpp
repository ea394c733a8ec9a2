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

Fingers::Finger* Fingers::first(Part part) {
  const auto found = std::find_if(down_.begin(), down_.end(), [part](const Finger& finger) { return finger.part == part; });
  return found == down_.end() ? nullptr : &*found;
}

// Beside fingers that hold items nobody pinches: a hand that rests on the paper takes nothing from anybody.
Fingers::Part Fingers::part_of_next(Vec at) {
  if (pinching_) return Part::rests;
  if (first(Part::points) == nullptr) return Part::points;
  for (const Box& item : further_.items)
    if (item.contains(at)) return Part::holds;
  return first(Part::holds) == nullptr ? Part::pinches : Part::rests;
}

void Fingers::press(const FingerEvent& event) {
  if (find(event.id) != nullptr) return;
  const Part part = part_of_next(event.at);
  down_.push_back({event.id, event.at, event.at, part});
  if (part == Part::pinches) begin_pinch();
  if (part != Part::points) return;
  leave_in_ = 0;
  pressed_ = true;
  // Always the place before the press.
  steps_.push_back({PointerStep::Kind::move, event.at, event.touch});
  steps_.push_back({PointerStep::Kind::press, event.at, event.touch});
}

void Fingers::begin_pinch() {
  first(Part::points)->part = Part::pinches;
  pinching_ = true;
  middle_ = {};
  pinch_on();
  done_ = {middle_, {}, 1};
  if (pressed_) {
    // Let go where nothing is, so that nothing is tapped.
    steps_.push_back({PointerStep::Kind::leave, {}, true});
    steps_.push_back({PointerStep::Kind::release, {}, true});
  }
  pressed_ = false;
  steps_.push_back({PointerStep::Kind::move, middle_, true});
}

// Where the two fingers are now, and what that did since they were last looked at.
void Fingers::pinch_on() {
  std::vector<Vec> at;
  for (const Finger& finger : down_)
    if (finger.part == Part::pinches) at.push_back(finger.at);
  if (at.size() < 2) return;
  const Vec middle = (at[0] + at[1]) * 0.5F;
  const float apart = std::max(1.0F, length(at[1] - at[0]));
  done_ = {middle, done_.by + (middle - middle_), done_.zoom * (apart / apart_)};
  middle_ = middle;
  apart_ = apart;
}

void Fingers::lift(const FingerEvent& event) {
  const Finger* finger = find(event.id);
  if (finger == nullptr) return;
  const Part part = finger->part;
  const bool meant = event.kind == FingerEvent::Kind::up;
  if (part == Part::holds) lifted_.push_back({event.id, finger->from, meant ? event.at : finger->at, true, !meant});
  std::erase_if(down_, [&](const Finger& other) { return other.id == event.id; });
  if (part == Part::points && pressed_) {
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
  if (finger == nullptr) {
    if (!event.touch && down_.empty()) steps_.push_back({PointerStep::Kind::move, event.at, event.touch});
    return;
  }
  finger->at = event.at;
  if (finger->part == Part::points) steps_.push_back({PointerStep::Kind::move, event.at, event.touch});
  if (finger->part != Part::pinches || std::count_if(down_.begin(), down_.end(), [](const Finger& f) { return f.part == Part::pinches; }) < 2) return;
  pinch_on();
  steps_.push_back({PointerStep::Kind::move, middle_, true});
}

std::vector<PointerStep> Fingers::steps() {
  if (leave_in_ > 0 && steps_.empty() && --leave_in_ == 0) steps_.push_back({PointerStep::Kind::leave, {}, true});
  return std::exchange(steps_, {});
}

FurtherFingers& Fingers::further() {
  further_.fingers = std::exchange(lifted_, {});
  for (const Finger& finger : down_)
    if (finger.part == Part::holds) further_.fingers.push_back({finger.id, finger.from, finger.at});
  further_.items.clear();
  return further_;
}

std::optional<Pinch> Fingers::pinch() {
  if (!pinching_) return std::nullopt;
  const Pinch since = done_;
  done_ = {middle_, {}, 1};
  return since;
}

}  // namespace standpoint
