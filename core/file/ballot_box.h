// Where secret inputs wait for the reveal: a synced file NAME.ballots-<activity> beside the session with one slot per
// seat, overwritten in place, so that neither order nor time of an input is kept. Whose it is: session_files.h. Used by the host; the log never sees
// an input by person. Destroyed after the reveal. Inputs are opaque bytes.
//
// All numbers little-endian. Header, 512 bytes: 0 magic "STNDBOX\n" | 8 u16 format version | 10 u16 header size | 12 u32
// half size | 16 session uuid (16 bytes) | 32 u64 activity | 40 zeros | 60 u32 crc32c of 0..60 | zeros. Then per seat
// 1, 2, 3 ... a slot of two halves. A half: 0 u32 crc | 4 u32 seat | 8 u32 counter | 12 u32 length | 16 input; crc:
// crc32c of 4..16 + length continued from the header's. The half with the higher counter counts; a new ballot goes to
// the other one, so that a torn write leaves the acknowledged one whole. Halves begin on sectors of their own. All
// zeros: no ballot.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/file/file_system.h"
#include "core/file/log_format.h"  // SessionUuid
#include "core/workshop/ids.h"

namespace standpoint {

// The largest input a box takes, in bytes: as large as the largest message of a participant, and what the host keeps with it.
inline constexpr std::size_t max_ballot = 16 * 1024 + 16;
// Slots are found by seat number, so that neither joining nor voting leaves an order; a larger number is refused.
inline constexpr std::uint32_t max_ballot_seat = 65'536;

struct SealedBallot {  // not Ballot: that is the input itself (workshop/model.h)
  SeatId seat;
  std::uint32_t counter = 0;  // the seat's command counter; a ballot with a higher one replaces it
  std::vector<std::byte> input;
  bool operator==(const SealedBallot&) const = default;
};

// A ballot on its way in: a view that must live through the call.
struct BallotView {
  SeatId seat;
  std::uint32_t counter = 0;  // from 1
  std::span<const std::byte> input;
};

// Overwrites memory so that the secret is in no memory dump, and empties it.
void wipe(std::vector<std::byte>& secret);
void wipe(std::vector<SealedBallot>& ballots);

// Whose a box is, as it says itself.
struct BoxOwner {
  SessionUuid session{};
  ActivityId activity;
  bool operator==(const BoxOwner&) const = default;
};

class BallotBox {
 public:
  // How many inputs can be read in it. Writes nothing.
  static Result<std::size_t> sealed_in(FileSystem& files, const std::string& path);
  // Somebody has it open, or had the moment before.
  static bool in_use(FileSystem& files, const std::string& path);
  // Nothing: the file does not begin like a box, or its first bytes are damaged.
  static Result<std::optional<BoxOwner>> owner_of(FileSystem& files, const std::string& path);
  // The box of an activity of the session file at `session_path`.
  static std::string path_for(const std::string& session_path, ActivityId activity);

  // A new empty box, on disk with its directory entry when this returns. Failure: there is one already.
  static Result<BallotBox> create(FileSystem& files, const std::string& path, const SessionUuid& session, ActivityId activity);
  // The box as it was acknowledged, whatever a crash did to the last put. Failure: the box of another session or activity, or one that
  // is open elsewhere: two who count in one box would overwrite each other's. Where
  // the first bytes are damaged, the slots tell whose they are: they are sealed with what these bytes have to be.
  static Result<BallotBox> open(FileSystem& files, const std::string& path, const SessionUuid& session, ActivityId activity);
  // Overwrites the box with zeros, removes it and everything it may have left beside it. No box: nothing to do.
  static Result<void> destroy(FileSystem& files, const std::string& path);

  BallotBox(BallotBox&&) = default;
  BallotBox& operator=(BallotBox&&) noexcept;
  ~BallotBox();  // wipes memory; the file stays

  // All ballots are on disk when this returns, with one sync. A counter not above the stored one is a repetition and
  // changes nothing. When the disk fails the box is written anew beside itself; when that fails too, nothing of this
  // call may be acknowledged; the next put tries to write the box anew. So does one that finds its file gone or replaced.
  Result<void> put(std::span<const BallotView> ballots);
  Result<void> put(SeatId seat, std::uint32_t counter, std::span<const std::byte> input);

  // From now on it lies there, whole, and no longer where it was, also on another disk. Failure: it stays where it was.
  Result<void> move_to(const std::string& path);
  const std::string& path() const { return path_; }

  std::vector<SeatId> sealed_seats() const;  // seats whose ballot is in the box, by number
  std::vector<SealedBallot> read_all() const;      // by seat number; the caller wipes its copy
  // Halves of slots that do not verify. A crash leaves at most those of its last put; more means a failing disk.
  std::uint32_t unreadable_halves() const { return unreadable_halves_; }
  // Seats that put something into the box of which nothing can be read.
  std::uint32_t unreadable_seats() const { return unreadable_seats_; }

 private:
  struct Slot {
    std::uint32_t seat = 0;
    std::uint32_t counter = 0;
    std::uint8_t half = 0;  // where it is: 0 or 1; the next one goes to the other
    std::vector<std::byte> input;
  };
  BallotBox() = default;
  const Slot* find(std::uint32_t seat) const;
  Result<void> read_slots();
  Result<void> read_slot(std::uint32_t seat);
  Result<void> write_slots(File& file, const std::vector<Slot>& slots) const;
  Result<void> write_anew();
  void keep(Slot&& slot);
  void take_back(const std::vector<Slot>& refused);
  Result<std::vector<Slot>> accepted(std::span<const BallotView> ballots) const;

  FileSystem* files_ = nullptr;
  std::string path_;
  std::array<std::byte, 64> header_{};
  std::unique_ptr<File> file_;  // dropped for ever after a failed write or sync
  std::vector<Slot> slots_;     // sorted by seat
  std::uint32_t unreadable_halves_ = 0;
  std::uint32_t unreadable_seats_ = 0;
};

}  // namespace standpoint
