// Bytes on their way to one line or to many, shared by all of them, and how many such bytes there are in all, each counted once.
// Used by whoever sends; on the host thread only.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>

#include "core/file/codec.h"

namespace standpoint {

using Piece = std::shared_ptr<const Bytes>;

class Pieces {
 public:
  Piece keep(Bytes bytes) {
    const std::size_t size = bytes.size();
    *held_ += size;
    return {new Bytes(std::move(bytes)), [held = held_, size](const Bytes* gone) {
              *held -= size;
              delete gone;
            }};
  }
  std::size_t held() const { return *held_; }

 private:
  std::shared_ptr<std::size_t> held_ = std::make_shared<std::size_t>(0);  // a piece may outlive this
};

}  // namespace standpoint
