// The ballot box as ballot_box.h describes it. Memory that held an input is overwritten before it is given back.
#include "core/file/ballot_box.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/file/crc32c.h"
#include "core/file/little_endian.h"

namespace standpoint {
namespace {

constexpr std::array<char, 8> box_magic = {'S', 'T', 'N', 'D', 'B', 'O', 'X', '\n'};
constexpr std::uint16_t box_version = 1;
constexpr std::size_t box_sector = 512;
constexpr std::size_t box_header_size = box_sector;
constexpr std::size_t half_header_size = 16;
constexpr std::size_t half_size = (half_header_size + max_ballot + box_sector - 1) / box_sector * box_sector;
static_assert(half_size == 16896, "boxes that are there stay readable");
constexpr std::size_t wipe_size = 64 * 1024;

using BoxHeader = std::array<std::byte, 64>;

BoxHeader encode_box_header(const SessionUuid& session, ActivityId activity) {
  BoxHeader bytes{};
  std::memcpy(bytes.data(), box_magic.data(), box_magic.size());
  put_number(bytes, 8, box_version);
  put_number(bytes, 10, static_cast<std::uint16_t>(box_header_size));
  put_number(bytes, 12, static_cast<std::uint32_t>(half_size));
  std::memcpy(bytes.data() + 16, session.data(), session.size());
  put_number(bytes, 32, activity.value);
  put_number(bytes, 60, crc32c(0, std::span<const std::byte>(bytes).first(60)));
  return bytes;
}

std::uint64_t half_offset(std::uint32_t seat, std::uint32_t half) {
  return box_header_size + (std::uint64_t{seat - 1} * 2 + half) * half_size;
}

std::uint32_t half_crc(const BoxHeader& header, std::span<const std::byte> half) {
  return crc32c(get_number<std::uint32_t>(header, 60), half.subspan(4));
}

Result<void> write_header(File& file, const BoxHeader& header) {
  std::array<std::byte, box_header_size> bytes{};
  std::copy(header.begin(), header.end(), bytes.begin());
  return file.write_at(0, bytes);
}

// Every piece that holds anything becomes zeros; holes stay holes.
Result<void> overwrite_with_zeros(File& file) {
  const auto size = file.size();
  if (!size) return failed(size.error());
  std::vector<std::byte> buffer(wipe_size);  // wiped whole: the last piece is shorter than those before it
  const std::vector<std::byte> zeros(wipe_size);
  Result<void> done;
  for (std::uint64_t at = 0; at < *size && done; at += wipe_size) {
    const std::span<std::byte> piece = std::span(buffer).first(static_cast<std::size_t>(std::min<std::uint64_t>(wipe_size, *size - at)));
    const auto read = file.read_at(at, piece);
    const bool empty = read && std::all_of(piece.begin(), piece.end(), [](std::byte each) { return each == std::byte{0}; });
    if (empty) continue;
    done = file.write_at(at, std::span(zeros).first(piece.size()));
  }
  wipe(buffer);
  return done ? file.sync() : done;
}

std::string anew_path(const std::string& path) { return path + ".anew"; }

Result<void> wipe_and_remove(FileSystem& files, const std::string& path) {
  const auto there = files.exists(path);
  if (!there) return failed(there.error());
  if (!*there) return {};
  const auto file = files.open(path, Access::write);
  if (!file) return failed(file.error());
  return overwrite_with_zeros(**file).and_then([&] { return files.remove(path); });
}

bool begins_with(FileSystem& files, const std::string& path, const BoxHeader& header) {
  const auto file = files.open(path, Access::read);
  BoxHeader found{};
  return file && (*file)->read_at(0, found).value_or(0) == found.size() && found == header;
}

// Held until the file is closed.
Result<void> take_for_ourselves(File& file, const std::string& path) {
  const auto locked = file.lock();
  if (!locked) return failed(locked.error());
  if (!*locked) return failed(name_of(path) + " is open in another window, which counts what is in it. Nothing was changed. Close it there first.");
  return {};
}

Failure not_safe(const Failure& cause) {
  return Failure{"This input could not be kept: " + cause.sentence + " Inputs confirmed before are safe. Free some space on the facilitator's computer, then send it again."};
}

bool begins_like_a_box(const BoxHeader& header) {
  return std::memcmp(header.data(), box_magic.data(), box_magic.size()) == 0 &&
         get_number<std::uint32_t>(header, 60) == crc32c(0, std::span<const std::byte>(header).first(60));
}

}  // namespace

void wipe(std::vector<std::byte>& secret) {
  // Through a volatile pointer, or the compiler leaves out writes that nobody reads.
  volatile std::byte* const bytes = secret.data();
  for (std::size_t i = 0; i < secret.size(); ++i) bytes[i] = std::byte{0};
  secret.clear();
}

void wipe(std::vector<SealedBallot>& ballots) {
  for (SealedBallot& ballot : ballots) wipe(ballot.input);
  ballots.clear();
}

std::string BallotBox::path_for(const std::string& session_path, ActivityId activity) {
  constexpr std::string_view ending = ".standpoint";
  std::string stem = session_path;
  if (stem.size() > ending.size() && stem.compare(stem.size() - ending.size(), ending.size(), ending) == 0) {
    stem.resize(stem.size() - ending.size());
  }
  return stem + ".ballots-" + std::to_string(activity.value);
}

Result<std::optional<BoxOwner>> BallotBox::owner_of(FileSystem& files, const std::string& path) {
  const auto file = files.open(path, Access::read);
  if (!file) return failed(file.error());
  BoxHeader header{};
  const auto read = (*file)->read_at(0, header);
  if (!read) return failed(read.error());
  if (*read != header.size() || !begins_like_a_box(header)) return std::optional<BoxOwner>();
  BoxOwner owner;
  std::memcpy(owner.session.data(), header.data() + 16, owner.session.size());
  owner.activity.value = get_number<decltype(owner.activity.value)>(header, 32);
  return std::optional<BoxOwner>(owner);
}

Result<std::size_t> BallotBox::sealed_in(FileSystem& files, const std::string& path) {
  BallotBox box;
  auto file = files.open(path, Access::read);
  if (!file) return failed(file.error());
  box.file_ = std::move(*file);
  return box.file_->read_at(0, box.header_).and_then([&](std::size_t) { return box.read_slots(); }).map([&] { return box.slots_.size(); });
}

bool BallotBox::in_use(FileSystem& files, const std::string& path) {
  const auto file = files.open(path, Access::write);
  return file && !(*file)->lock().value_or(true);
}

Result<BallotBox> BallotBox::create(FileSystem& files, const std::string& path, const SessionUuid& session, ActivityId activity) {
  BallotBox box;
  box.files_ = &files;
  box.path_ = path;
  box.header_ = encode_box_header(session, activity);
  auto file = files.create(path);
  if (!file) return failed(file.error());
  const auto safe = take_for_ourselves(**file, path).and_then([&] { return write_header(**file, box.header_); }).and_then([&] {
    return (*file)->sync();
  }).and_then([&] { return files.sync_directory(directory_of(path)); });
  if (!safe) {
    file->reset();
    const auto removed = files.remove(path);
    return failed(removed ? safe.error() : removed.error());
  }
  box.file_ = std::move(*file);
  return box;
}

Result<BallotBox> BallotBox::open(FileSystem& files, const std::string& path, const SessionUuid& session, ActivityId activity) {
  BallotBox box;
  box.files_ = &files;
  box.path_ = path;
  auto file = files.open(path, Access::write);
  if (!file) return failed(file.error());
  box.file_ = std::move(*file);
  if (auto taken = take_for_ourselves(*box.file_, path); !taken) return failed(taken.error());
  const auto read = box.file_->read_at(0, box.header_);
  if (!read) return failed(read.error());
  if (!begins_like_a_box(box.header_)) box.header_ = encode_box_header(session, activity);
  if (box.header_ != encode_box_header(session, activity)) {
    return failed(name_of(path) + " is not the ballot box of this activity. Nothing was changed. Open the session it belongs to.");
  }
  if (auto stale = wipe_and_remove(files, anew_path(path)); !stale) return failed(stale.error());
  if (auto slots = box.read_slots(); !slots) return failed(slots.error());
  // Written again, byte for byte: after a failed sync the system may show pages that never reached the disk.
  const auto confirmed = write_header(*box.file_, box.header_)
                             .and_then([&] { return box.write_slots(*box.file_, box.slots_); })
                             .and_then([&] { return box.file_->sync(); })
                             .and_then([&] { return files.sync_directory(directory_of(path)); });
  if (confirmed) return box;
  box.file_.reset();
  if (auto anew = box.write_anew(); !anew) return failed(anew.error());
  return box;
}

Result<void> BallotBox::destroy(FileSystem& files, const std::string& path) {
  return wipe_and_remove(files, anew_path(path)).and_then([&] { return wipe_and_remove(files, path); }).and_then([&] {
    return files.sync_directory(directory_of(path));
  });
}

BallotBox& BallotBox::operator=(BallotBox&& other) noexcept {
  std::swap(files_, other.files_);
  std::swap(path_, other.path_);
  std::swap(header_, other.header_);
  std::swap(file_, other.file_);
  std::swap(slots_, other.slots_);  // what was here is wiped with the other box
  std::swap(unreadable_halves_, other.unreadable_halves_);
  std::swap(unreadable_seats_, other.unreadable_seats_);
  return *this;
}

BallotBox::~BallotBox() {
  for (Slot& slot : slots_) wipe(slot.input);
}

Result<void> BallotBox::put(SeatId seat, std::uint32_t counter, std::span<const std::byte> input) {
  const BallotView one{seat, counter, input};
  return put(std::span(&one, 1));
}

Result<void> BallotBox::put(std::span<const BallotView> ballots) {
  auto changed = accepted(ballots);
  if (!changed) return failed(changed.error());
  if (changed->empty()) return {};
  const bool there = file_ && file_->is_still(path_).value_or(false) && file_->size().value_or(0) >= box_header_size;
  if (there && write_slots(*file_, *changed).and_then([&] { return file_->sync(); })) {
    for (Slot& slot : *changed) keep(std::move(slot));
    return {};
  }
  file_.reset();
  std::vector<Slot> refused;
  for (const Slot& slot : *changed) refused.push_back({slot.seat, slot.counter, slot.half, {}});
  std::vector<Slot> before = slots_;
  for (Slot& slot : *changed) keep(std::move(slot));
  auto anew = write_anew();
  if (!anew) std::swap(slots_, before);
  if (!anew && there) take_back(refused);
  for (Slot& slot : before) wipe(slot.input);
  return anew;
}

// What was refused may be in its half all the same; as far as the disk still does anything, the next start does not find it.
void BallotBox::take_back(const std::vector<Slot>& refused) {
  const auto file = files_->open(path_, Access::write);
  const std::vector<std::byte> nothing(half_size);
  for (const Slot& slot : refused)
    if (file) (void)(*file)->write_at(half_offset(slot.seat, slot.half), nothing);
  if (file) (void)(*file)->sync();
}

std::vector<SeatId> BallotBox::sealed_seats() const {
  std::vector<SeatId> seats;
  for (const Slot& slot : slots_) seats.push_back(SeatId{slot.seat});
  return seats;
}

std::vector<SealedBallot> BallotBox::read_all() const {
  std::vector<SealedBallot> ballots;
  for (const Slot& slot : slots_) ballots.push_back({SeatId{slot.seat}, slot.counter, slot.input});
  return ballots;
}

const BallotBox::Slot* BallotBox::find(std::uint32_t seat) const {
  const auto at = std::lower_bound(slots_.begin(), slots_.end(), seat, [](const Slot& slot, std::uint32_t each) { return slot.seat < each; });
  return at != slots_.end() && at->seat == seat ? &*at : nullptr;
}

// Replaces the seat's slot in memory.
void BallotBox::keep(Slot&& slot) {
  const auto at = std::lower_bound(slots_.begin(), slots_.end(), slot.seat,
                                   [](const Slot& each, std::uint32_t seat) { return each.seat < seat; });
  if (at == slots_.end() || at->seat != slot.seat) {
    slots_.insert(at, std::move(slot));
    return;
  }
  std::swap(*at, slot);
  wipe(slot.input);
}

// What of this call is new, each seat once, with the half it goes to.
Result<std::vector<BallotBox::Slot>> BallotBox::accepted(std::span<const BallotView> ballots) const {
  std::vector<Slot> changed;
  for (const BallotView& ballot : ballots) {
    if (ballot.seat.value == 0 || ballot.seat.value > max_ballot_seat || ballot.counter == 0) {
      return failed("An input came without a proper seat, so it was not kept. Join again.");
    }
    if (ballot.input.size() > max_ballot) return failed("This input is larger than 16 KB, so it was not kept. Make it smaller.");
    const Slot* const stored = find(ballot.seat.value);
    auto earlier = std::find_if(changed.begin(), changed.end(), [&](const Slot& slot) { return slot.seat == ballot.seat.value; });
    const std::uint32_t known = earlier != changed.end() ? earlier->counter : stored != nullptr ? stored->counter : 0;
    if (ballot.counter <= known) continue;
    if (earlier == changed.end()) earlier = changed.insert(changed.end(), Slot{ballot.seat.value, 0, 0, {}});
    earlier->counter = ballot.counter;
    earlier->half = static_cast<std::uint8_t>(stored != nullptr ? 1 - stored->half : 0);
    wipe(earlier->input);
    earlier->input.assign(ballot.input.begin(), ballot.input.end());
  }
  return changed;
}

Result<void> BallotBox::write_slots(File& file, const std::vector<Slot>& slots) const {
  std::vector<std::byte> half;
  Result<void> written;
  for (const Slot& slot : slots) {
    half.assign(half_header_size + slot.input.size(), std::byte{0});
    put_number(half, 4, slot.seat);
    put_number(half, 8, slot.counter);
    put_number(half, 12, static_cast<std::uint32_t>(slot.input.size()));
    std::copy(slot.input.begin(), slot.input.end(), half.begin() + half_header_size);
    put_number(half, 0, half_crc(header_, half));
    written = file.write_at(half_offset(slot.seat, slot.half), half);
    wipe(half);
    if (!written) break;
  }
  return written;
}

// The whole box in a new file that takes the name of the old one; the old bytes are overwritten as far as the failing
// disk lets us.
Result<void> BallotBox::write_anew() {
  const std::string path = anew_path(path_);
  if (auto stale = wipe_and_remove(*files_, path); !stale) return failed(not_safe(stale.error()));
  auto old = files_->open(path_, Access::write);
  auto file = files_->create(path);
  if (!file) return failed(not_safe(file.error()));
  for (Slot& slot : slots_) slot.half = 0;
  const auto safe = take_for_ourselves(**file, path)
                        .and_then([&] { return write_header(**file, header_); })
                        .and_then([&] { return write_slots(**file, slots_); })
                        .and_then([&] { return (*file)->sync(); })
                        .and_then([&] { return files_->rename(path, path_); })
                        .and_then([&] { return files_->sync_directory(directory_of(path_)); });
  if (!safe) return failed(not_safe(safe.error()));
  file_ = std::move(*file);
  unreadable_halves_ = 0;
  if (old) (void)overwrite_with_zeros(**old);
  return {};
}

Result<void> BallotBox::move_to(const std::string& path) {
  const std::string from = std::exchange(path_, path);
  const bool there = file_ ? file_->is_still(from).value_or(false) : begins_with(*files_, from, header_);
  if (file_ && there && files_->rename(from, path)) {
    if (auto safe = files_->sync_directory(directory_of(path)); !safe) return safe;
    return directory_of(from) == directory_of(path) ? Result<void>() : files_->sync_directory(directory_of(from));
  }
  file_.reset();
  if (auto anew = write_anew(); !anew) {
    path_ = from;  // the next put opens or writes it there
    return anew;
  }
  return there ? destroy(*files_, from) : Result<void>();
}

Result<void> BallotBox::read_slots() {
  const auto size = file_->size();
  if (!size) return failed(size.error());
  for (std::uint32_t seat = 1; seat <= max_ballot_seat && half_offset(seat, 0) < *size; ++seat) {
    if (auto read = read_slot(seat); !read) return read;
  }
  return {};
}

Result<void> BallotBox::read_slot(std::uint32_t seat) {
  Slot best;
  const std::uint32_t unreadable_before = unreadable_halves_;
  std::vector<std::byte> half;
  for (std::uint8_t which = 0; which < 2; ++which) {
    half.assign(half_header_size, std::byte{0});
    const auto head = file_->read_at(half_offset(seat, which), half);  // beyond the end: zeros, as in a hole
    if (!head) return failed(head.error());
    if (std::all_of(half.begin(), half.end(), [](std::byte each) { return each == std::byte{0}; })) continue;
    const auto length = get_number<std::uint32_t>(half, 12);
    const auto counter = get_number<std::uint32_t>(half, 8);
    bool right = length <= max_ballot && get_number<std::uint32_t>(half, 4) == seat && counter > 0;
    if (right) {
      half.assign(half_header_size + length, std::byte{0});
      const auto whole = file_->read_at(half_offset(seat, which), half);
      if (!whole) return failed(whole.error());
      right = get_number<std::uint32_t>(half, 0) == half_crc(header_, half);
    }
    if (!right) ++unreadable_halves_;
    if (right && counter > best.counter) {
      wipe(best.input);
      best = Slot{seat, counter, which, {half.begin() + half_header_size, half.end()}};
    }
    wipe(half);
  }
  if (best.counter > 0) keep(std::move(best));
  else if (unreadable_halves_ != unreadable_before) ++unreadable_seats_;
  return {};
}

}  // namespace standpoint
