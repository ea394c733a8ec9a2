// How anything that can go wrong says so: a value or one sentence for a person. Used by every file of core and app.
// Nothing throws across a function that returns a Result.
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace standpoint {

// What happened, what is safe, what to do: in words that can be shown as they are.
struct Failure {
  std::string sentence;
  bool operator==(const Failure&) const = default;
};

template <class Value>
using Result = tl::expected<Value, Failure>;

// `return failed("...")` from a function that returns any Result.
inline tl::unexpected<Failure> failed(std::string sentence) {
  return tl::unexpected<Failure>(Failure{std::move(sentence)});
}
inline tl::unexpected<Failure> failed(Failure failure) { return tl::unexpected<Failure>(std::move(failure)); }

}  // namespace standpoint
