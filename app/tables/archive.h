// The parts of a zip archive in memory, each read up to a cap: what an archive says of its lengths is not believed. Called by the readers of workbooks.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/workshop/result.h"

struct zip;

namespace standpoint {

class Archive {
 public:
  explicit Archive(std::string_view bytes);  // which must outlive it
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool open() const { return zip_ != nullptr; }
  bool has(const char* entry) const;
  // Empty where there is no such part. Failure: larger than the caps, or broken.
  Result<std::string> part(const std::string& entry);

 private:
  struct zip* zip_ = nullptr;
  std::size_t unpacked_ = 0;  // of all parts so far
};

}  // namespace standpoint
