// The model: a file has bytes on disk and a list of writes since the last sync; a directory likewise. A failed sync
// forgets its list, as Linux marks pages clean: the program still sees the data, the disk may never get it.
#include "tests/core/file/fake_file_system.h"

#include <algorithm>
#include <random>
#include <set>
#include <utility>

namespace standpoint::fake {
namespace {

struct Change {
  std::uint64_t offset = 0;  // of a write; of a truncation the new size
  Bytes bytes;
  bool truncates = false;
};

void arrive(Bytes& content, const Change& change) {
  if (change.truncates) {
    content.resize(static_cast<std::size_t>(change.offset));
    return;
  }
  const std::size_t end = static_cast<std::size_t>(change.offset) + change.bytes.size();
  if (content.size() < end) content.resize(end);
  std::copy(change.bytes.begin(), change.bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

struct Inode {
  Bytes seen;
  Bytes on_disk;
  std::vector<Change> pending;
  bool locked = false;
  std::int64_t times_changed = 0;
};

using Entries = std::map<std::string, std::shared_ptr<Inode>>;

struct Entry {  // one directory change: `name` now means `inode` (none: nothing), and `gone` is no more
  std::string name;
  std::shared_ptr<Inode> inode;
  std::string gone;
};

void arrive(Entries& entries, const Entry& change) {
  if (!change.gone.empty()) entries.erase(change.gone);
  if (change.name.empty()) return;
  entries[change.name] = change.inode;
}

Change part_of(const Change& change, std::size_t from, std::size_t to) {
  return {change.offset + from, Bytes(change.bytes.begin() + static_cast<std::ptrdiff_t>(from), change.bytes.begin() + static_cast<std::ptrdiff_t>(to)), false};
}

// How much of a change a sync that fails half-way got to disk: whole sectors.
std::size_t half_of(const Change& change) {
  const std::uint64_t middle = change.offset + change.bytes.size() / 2;
  return static_cast<std::size_t>(std::max(change.offset, middle / 512 * 512) - change.offset);
}

using Random = std::mt19937_64;

// The file as it may be when only some of the pieces of `change` arrived; pieces begin at multiples of `grain`.
void add_piecewise(std::set<Bytes>& states, const Bytes& before, const Change& change, std::uint64_t grain, std::size_t limit, Random& random) {
  std::vector<Change> pieces;
  for (std::size_t at = 0; at < change.bytes.size();) {
    const auto next = static_cast<std::size_t>((change.offset + at) / grain * grain + grain - change.offset);
    const std::size_t end = std::min(next, change.bytes.size());
    pieces.push_back(part_of(change, at, end));
    at = end;
  }
  const bool few = pieces.size() <= 5 && (std::size_t{1} << pieces.size()) <= limit;
  const std::uint64_t subsets = few ? (std::uint64_t{1} << pieces.size()) : std::min<std::size_t>(limit, 32);
  for (std::uint64_t i = 0; i < subsets; ++i) {
    const std::uint64_t mask = few ? i : random();
    Bytes content = before;
    for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
      if (((mask >> (piece % 64)) & 1u) != 0) arrive(content, pieces[piece]);
    }
    states.insert(content);
    const auto full = static_cast<std::size_t>(change.offset) + change.bytes.size();
    if (content.size() < full) content.resize(full);  // the new size arrived, the data did not: zeros
    states.insert(content);
  }
}

// All of them if there are about `limit` or fewer; otherwise about as many, of every kind.
std::vector<Bytes> possible_contents(const Inode& inode, std::size_t limit, Random& random) {
  std::set<Bytes> states = {inode.on_disk};
  Bytes before = inode.on_disk;
  for (const Change& change : inode.pending) {
    const std::size_t size = change.bytes.size();
    const std::size_t step = size <= 256 && size <= limit ? 1 : 1 + size / std::min<std::size_t>(limit, 64);
    for (std::size_t cut = 1 + static_cast<std::size_t>(random() % step); cut < size; cut += step) {
      Bytes torn = before;
      arrive(torn, part_of(change, 0, cut));
      states.insert(torn);
    }
    if (!change.truncates) {
      add_piecewise(states, before, change, 512, limit, random);
      add_piecewise(states, before, change, 4096, limit, random);
    }
    arrive(before, change);
    states.insert(before);
  }
  // Any of the changes may have arrived without those before it.
  const std::size_t count = std::min<std::size_t>(inode.pending.size(), 4);
  for (std::uint64_t mask = 0; mask < (std::uint64_t{1} << count); ++mask) {
    Bytes content = inode.on_disk;
    for (std::size_t i = 0; i < count; ++i) {
      if (((mask >> i) & 1u) != 0) arrive(content, inode.pending[i]);
    }
    states.insert(content);
  }
  return {states.begin(), states.end()};
}

}  // namespace

struct Disk::State {
  Entries seen;
  Entries on_disk;
  std::vector<Entry> pending;
  std::uint64_t changes = 0;
  std::optional<std::uint64_t> power_until;
  std::optional<std::uint64_t> fails_at;
  std::optional<std::uint64_t> fails_again_at;
  Fault fault = Fault::nothing_done;
  bool for_good = false;

  bool off() const { return power_until && changes >= *power_until; }

  // Counts one changing call; says whether and how it fails.
  std::optional<Fault> next_change() {
    if (off()) return Fault::nothing_done;
    ++changes;
    const bool fails = fails_at && (changes == *fails_at || changes == fails_again_at || (for_good && changes > *fails_at));
    return fails ? std::optional(fault) : std::nullopt;
  }

  void change(const Entry& entry) {
    arrive(seen, entry);
    pending.push_back(entry);
  }
};

namespace {

tl::unexpected<Failure> broken() { return failed("The disk failed (input/output error)."); }

class FakeFile final : public File {
 public:
  FakeFile(std::shared_ptr<Disk::State> disk, std::shared_ptr<Inode> inode, bool writable)
      : disk_(std::move(disk)), inode_(std::move(inode)), writable_(writable) {}
  FakeFile(const FakeFile&) = delete;
  FakeFile& operator=(const FakeFile&) = delete;
  ~FakeFile() override {
    if (holds_lock_) inode_->locked = false;
  }

  Result<std::uint64_t> size() const override {
    if (disk_->off()) return broken();
    return inode_->seen.size();
  }

  Result<FileStamp> stamp() const override {
    if (disk_->off()) return broken();
    return FileStamp{inode_->seen.size(), inode_->times_changed};
  }

  Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) const override {
    if (disk_->off()) return broken();
    const std::size_t from = std::min(static_cast<std::size_t>(offset), inode_->seen.size());
    const std::size_t count = std::min(into.size(), inode_->seen.size() - from);
    std::copy_n(inode_->seen.begin() + static_cast<std::ptrdiff_t>(from), count, into.begin());
    return count;
  }

  Result<void> write_at(std::uint64_t offset, std::span<const std::byte> bytes) override {
    if (!writable_) return failed("This file was opened for reading.");
    const auto fault = disk_->next_change();
    if (fault == Fault::nothing_done) return broken();
    const std::size_t count = fault == Fault::half_done ? bytes.size() / 2 : bytes.size();
    const Change change{offset, Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count)), false};
    arrive(inode_->seen, change);
    ++inode_->times_changed;
    inode_->pending.push_back(change);
    if (fault) return broken();
    return {};
  }

  Result<void> sync() override {
    const auto fault = disk_->next_change();
    if (disk_->off() && fault) return broken();
    const std::vector<Change> changes = std::exchange(inode_->pending, {});
    for (const Change& change : changes) {
      if (fault == Fault::nothing_done) break;
      const bool half = fault == Fault::half_done && !change.truncates;
      arrive(inode_->on_disk, half ? part_of(change, 0, half_of(change)) : change);
    }
    if (fault) return broken();
    return {};
  }

  Result<void> truncate(std::uint64_t size) override {
    if (!writable_) return failed("This file was opened for reading.");
    const auto fault = disk_->next_change();
    if (fault && fault != Fault::all_done) return broken();
    const Change change{size, {}, true};
    arrive(inode_->seen, change);
    ++inode_->times_changed;
    inode_->pending.push_back(change);
    if (fault) return broken();
    return {};
  }

  Result<bool> lock() override {
    if (disk_->off()) return broken();
    if (inode_->locked) return holds_lock_;
    inode_->locked = holds_lock_ = true;
    return true;
  }

  Result<bool> is_still(const std::string& path) const override {
    if (disk_->off()) return broken();
    const auto named = disk_->seen.find(path);
    return named != disk_->seen.end() && named->second == inode_;
  }

 private:
  std::shared_ptr<Disk::State> disk_;
  std::shared_ptr<Inode> inode_;
  bool writable_;
  bool holds_lock_ = false;
};

}  // namespace

Disk::Disk() : state_(std::make_shared<State>()) {}

Disk::Disk(const Files& files) : Disk() {
  for (const auto& [path, content] : files) {
    auto inode = std::make_shared<Inode>();
    inode->seen = inode->on_disk = content;
    state_->seen[path] = state_->on_disk[path] = inode;
  }
}

Result<std::unique_ptr<File>> Disk::create(const std::string& path) {
  if (state_->seen.count(path) != 0) return failed(name_of(path) + " is there already.");
  const auto fault = state_->next_change();
  if (fault && fault != Fault::all_done) return broken();
  auto inode = std::make_shared<Inode>();
  state_->change({path, inode, ""});
  if (fault) return broken();
  return std::make_unique<FakeFile>(state_, inode, true);
}

Result<std::unique_ptr<File>> Disk::open(const std::string& path, Access access) {
  if (state_->off()) return broken();
  const auto found = state_->seen.find(path);
  if (found == state_->seen.end()) return failed("There is no file " + path + ".");
  return std::make_unique<FakeFile>(state_, found->second, access == Access::write);
}

Result<bool> Disk::exists(const std::string& path) const {
  if (state_->off()) return broken();
  return state_->seen.count(path) != 0;
}

Result<void> Disk::rename(const std::string& from, const std::string& to) {
  const auto fault = state_->next_change();
  const auto found = state_->seen.find(from);
  if ((fault && fault != Fault::all_done) || found == state_->seen.end()) return broken();
  state_->change({to, found->second, from});
  if (fault) return broken();
  return {};
}

Result<void> Disk::remove(const std::string& path) {
  if (state_->seen.count(path) == 0 && !state_->off()) return {};
  const auto fault = state_->next_change();
  if (fault && fault != Fault::all_done) return broken();
  state_->change({"", nullptr, path});
  if (fault) return broken();
  return {};
}

Result<void> Disk::sync_directory(const std::string&) {
  const auto fault = state_->next_change();
  if (fault && fault != Fault::all_done) return broken();
  state_->on_disk = state_->seen;
  state_->pending.clear();
  if (fault) return broken();
  return {};
}

Result<std::vector<std::string>> Disk::list(const std::string& directory) const {
  if (state_->off()) return broken();
  std::vector<std::string> names;
  for (const auto& [path, inode] : state_->seen) {
    if (directory_of(path) == directory) names.push_back(name_of(path));
  }
  return names;
}

Files Disk::contents() const {
  Files files;
  for (const auto& [path, inode] : state_->seen) files[path] = inode->seen;
  return files;
}

std::uint64_t Disk::changes() const { return state_->changes; }

void Disk::lose_power_after(std::uint64_t calls) { state_->power_until = state_->changes + calls; }

void Disk::fail_at(std::uint64_t call, Fault fault, bool for_good) {
  state_->fails_at = state_->changes + call;
  state_->fault = fault;
  state_->for_good = for_good;
}

void Disk::fail_again_at(std::uint64_t call) { state_->fails_again_at = state_->changes + call; }

void Disk::stop_failing() {
  state_->fails_at.reset();
  state_->fails_again_at.reset();
}

void Disk::visit_crash_states(std::uint64_t seed, std::size_t limit, const std::function<void(const Files&)>& visit) const {
  Random random(seed);
  // Directories: any of the last few changes may have arrived, with or without the others.
  std::vector<Entries> directories;
  const std::size_t count = std::min<std::size_t>(state_->pending.size(), 4);
  for (std::uint64_t mask = 0; mask < (std::uint64_t{1} << count); ++mask) {
    Entries entries = state_->on_disk;
    for (std::size_t i = 0; i < count; ++i) {
      if (((mask >> i) & 1u) != 0) arrive(entries, state_->pending[i]);
    }
    if (std::find(directories.begin(), directories.end(), entries) == directories.end()) directories.push_back(std::move(entries));
  }
  std::vector<Files> states;
  for (const Entries& entries : directories) {
    Files nothing_arrived;
    Files everything_arrived;
    for (const auto& [path, inode] : entries) {
      nothing_arrived[path] = inode->on_disk;
      Bytes& all = everything_arrived[path] = inode->on_disk;
      for (const Change& change : inode->pending) arrive(all, change);
    }
    states.push_back(nothing_arrived);
    states.push_back(everything_arrived);
    // One file in every possible state, the others with nothing or everything.
    for (const auto& [path, inode] : entries) {
      if (inode->pending.empty()) continue;
      for (const Bytes& content : possible_contents(*inode, limit, random)) {
        for (const Files& others : {nothing_arrived, everything_arrived}) {
          states.push_back(others);
          states.back()[path] = content;
        }
      }
    }
  }
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
  if (states.size() > limit) std::shuffle(states.begin(), states.end(), random);
  if (states.size() > limit) states.resize(limit);
  for (const Files& files : states) visit(files);
}

}  // namespace standpoint::fake
