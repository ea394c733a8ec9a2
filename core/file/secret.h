// Overwrites a secret input before its memory is given back, so that no memory dump after the reveal holds it. Used by
// room, replica and the host thread. Best effort: copies the compiler or a container made earlier are not reached.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <variant>
#include <vector>

#include "core/workshop/action.h"

namespace standpoint {

// Volatile, so that the writes are not optimised away as writes to dead memory.
inline void overwrite(std::span<std::byte> memory) {
  volatile std::byte* at = memory.data();
  for (std::size_t i = 0; i < memory.size(); ++i) at[i] = std::byte{0};
}

inline void erase_secret(std::vector<std::byte>& bytes) {
  overwrite(bytes);
  bytes.clear();
}

// For what grows and may end in the middle: nothing is given back as it was.
template <class T>
struct WipingAllocator : std::allocator<T> {
  using value_type = T;
  template <class U>
  struct rebind { using other = WipingAllocator<U>; };
  WipingAllocator() = default;
  template <class U>
  WipingAllocator(const WipingAllocator<U>&) {}
  void deallocate(T* memory, std::size_t count) {
    overwrite(std::as_writable_bytes(std::span(memory, count)));
    std::allocator<T>::deallocate(memory, count);
  }
};

inline void erase_secret(Input& input) {
  std::visit([](auto& i) {
    overwrite(std::as_writable_bytes(std::span(entries_of(i))));
    entries_of(i).clear();
  }, input);
}

// Does nothing to actions that carry no secret.
inline void erase_secret(Action& action) {
  if (auto* seal = std::get_if<SealInput>(&action)) erase_secret(seal->input);
}

}  // namespace standpoint
