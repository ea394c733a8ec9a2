// A disk in memory that can lose power and fail: what was written but not synced may be there after a crash, or not, or
// in part, or in another order. Used by the crash tests of session_log and ballot_box. Directories exist as needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/file/file_system.h"

namespace standpoint::fake {

using Bytes = std::vector<std::byte>;
using Files = std::map<std::string, Bytes>;  // path to content

// How a call that changes something fails.
enum class Fault : std::uint8_t {
  nothing_done,  // EIO or ENOSPC before anything was written
  half_done,     // a short write, or a sync after which half of the data is on disk
  all_done,      // the error comes although everything was done
};

class Disk final : public FileSystem {
 public:
  Disk();
  explicit Disk(const Files& files);  // everything on disk, nothing pending

  Result<std::unique_ptr<File>> create(const std::string& path) override;
  Result<std::unique_ptr<File>> open(const std::string& path, Access access) override;
  Result<bool> exists(const std::string& path) const override;
  Result<void> rename(const std::string& from, const std::string& to) override;
  Result<void> remove(const std::string& path) override;
  Result<void> sync_directory(const std::string& directory) override;
  Result<std::vector<std::string>> list(const std::string& directory) const override;

  // What a running program sees, synced or not.
  Files contents() const;
  // Calls so far that changed something or synced.
  std::uint64_t changes() const;

  // The power goes after `calls` more changing calls: every call after that fails and does nothing.
  void lose_power_after(std::uint64_t calls);
  // The changing call number `call`, counted from now, 1 being the next one, fails; also all after it if `for_good`.
  void fail_at(std::uint64_t call, Fault fault, bool for_good);
  // So does a second one, in the same way.
  void fail_again_at(std::uint64_t call);
  void stop_failing();

  // Every state that the disk may be in after losing power now, at most about `limit` of them. Chosen by `seed` where
  // there are too many.
  void visit_crash_states(std::uint64_t seed, std::size_t limit, const std::function<void(const Files&)>& visit) const;

  struct State;  // shared with the open files

 private:
  std::shared_ptr<State> state_;
};

}  // namespace standpoint::fake
