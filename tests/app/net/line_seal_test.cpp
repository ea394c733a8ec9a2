// What seals a line: both ends agree and nobody else does. Over bytes, without a socket; what the host makes of it is in sealed_test.cpp.
#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include <doctest/doctest.h>

#include "app/net/door/key_text.h"
#include "app/net/line/seal.h"

namespace standpoint::line_seal_test {

namespace {

Key key_of(std::uint8_t number) { return Key{number, 7, number}; }
const Knock whole_knock{key_of(1), key_of(2), "7KQ 294"};

// The two ends of one line, by what they have in common.
struct Line {
  ScreenSeal screen;
  std::optional<HostSeal> host;
  std::vector<Bytes> said;  // all that went over the network before there were keys

  Line(const Knock& knock, KeyAnswer::By by, const Digest& shared) {
    said.push_back(*screen.seal(knock));
    const std::optional<Answered> answered = answer_to(*greeting_from(said[0]), by, shared);
    REQUIRE(answered);
    host.emplace(*answered);
    said.push_back(answer_record(answered->answer));
  }
  // What the host makes of what the screen says to its answer.
  std::optional<Bytes> knocked() {
    Result<ScreenSeal::Heard> heard = screen.hear(said[1]);
    if (!heard || heard->answer.empty()) return std::nullopt;
    said.push_back(heard->answer);
    return host->open(heard->answer);
  }
};
Line agreed() {
  Line line(whole_knock, KeyAnswer::By::secret, digest_of(key_of(2)));
  REQUIRE(line.knocked());
  return line;
}

Bytes time_of(std::int64_t ms) { return framed(HostTime{ms, 0}); }
std::optional<std::int64_t> heard_time(ScreenSeal& screen, const Bytes& record) {
  const Result<ScreenSeal::Heard> heard = screen.hear(record);
  if (!heard) return std::nullopt;
  const Result<std::vector<ToScreen>> messages = heard->messages();
  if (!messages || messages->size() != 1 || !std::holds_alternative<HostTime>(messages->front())) return std::nullopt;
  return std::get<HostTime>(messages->front()).now_ms;
}

bool holds(const Bytes& bytes, std::span<const std::uint8_t> part) {
  const auto same = [](std::byte a, std::uint8_t b) { return std::to_integer<std::uint8_t>(a) == b; };
  return std::search(bytes.begin(), bytes.end(), part.begin(), part.end(), same) != bytes.end();
}

}  // namespace

TEST_CASE("R285 whoever has the secret, the token or the spoken code in common agrees, and what is said first arrives whole") {
  const std::string code = plain_code(whole_knock.code);
  for (const auto& [by, shared] : {std::pair{KeyAnswer::By::secret, digest_of(whole_knock.secret)}, std::pair{KeyAnswer::By::token, digest_of(whole_knock.token)},
                                   std::pair{KeyAnswer::By::code, digest_of(code)}}) {
    Line line(whole_knock, by, shared);
    CHECK(line.host->is_guess() == (by == KeyAnswer::By::code));
    const std::optional<Bytes> content = line.knocked();
    REQUIRE(content);
    CHECK(*content == encoded(ToHost(whole_knock)));
    CHECK_FALSE(line.host->is_guess());
    CHECK(heard_time(line.screen, line.host->seal(time_of(5))) == 5);
    const std::optional<Bytes> further = line.host->open(*line.screen.seal(AskTime{77}));
    REQUIRE(further);
    CHECK(*further == encoded(ToHost(AskTime{77})));
  }
}

TEST_CASE("R285 who has another secret, token or code has other keys") {
  for (const auto& [by, shared] : {std::pair{KeyAnswer::By::secret, digest_of(key_of(9))}, std::pair{KeyAnswer::By::token, digest_of(key_of(9))},
                                   std::pair{KeyAnswer::By::code, digest_of("7KQ295")}}) {
    Line line(whole_knock, by, shared);
    CHECK_FALSE(line.knocked());
  }
  // Nor does it help to take one kind of secret for another.
  Line other(whole_knock, KeyAnswer::By::token, digest_of(whole_knock.secret));
  CHECK_FALSE(other.knocked());
}

TEST_CASE("R285 what is said for the keys holds none of what they come from, and nothing of it is said twice") {
  std::set<Bytes> all;
  for (int nth = 0; nth < 8; ++nth) {
    Line line(whole_knock, nth % 2 == 0 ? KeyAnswer::By::secret : KeyAnswer::By::code, nth % 2 == 0 ? digest_of(whole_knock.secret) : digest_of(plain_code(whole_knock.code)));
    REQUIRE(line.knocked());
    for (const Bytes& bytes : line.said) {
      for (const Key& key : {whole_knock.secret, whole_knock.token}) {
        CHECK_FALSE(holds(bytes, key));
        CHECK_FALSE(holds(bytes, digest_of(key)));
      }
      CHECK_FALSE(holds(bytes, std::array<std::uint8_t, 6>{'7', 'K', 'Q', '2', '9', '4'}));
      for (std::size_t at = 7; at + 16 <= bytes.size(); ++at)  // behind the version
        if (std::any_of(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.begin() + static_cast<std::ptrdiff_t>(at) + 16, [](std::byte byte) { return byte != std::byte{0}; }))
          CHECK(all.insert(Bytes(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.begin() + static_cast<std::ptrdiff_t>(at) + 16)).second);
    }
  }
}

TEST_CASE("R285 a byte changed on the way, wherever, ends in nothing") {
  const Line before(whole_knock, KeyAnswer::By::secret, digest_of(whole_knock.secret));
  for (const std::size_t which : {0U, 1U}) {
    for (std::size_t at = which == 0 ? 7 : 0; at < before.said[which].size(); ++at) {
      ScreenSeal screen;
      Bytes greeting = *screen.seal(whole_knock);
      if (which == 0) greeting[at] ^= std::byte{1};
      const std::optional<Greeting> read = greeting_from(greeting);
      if (!read) continue;
      const std::optional<Answered> answered = answer_to(*read, KeyAnswer::By::secret, digest_of(whole_knock.secret));
      if (!answered) continue;  // no point of the group any more
      HostSeal host(*answered);
      Bytes answer = answer_record(answered->answer);
      if (which == 1) answer[at] ^= std::byte{1};
      const Result<ScreenSeal::Heard> heard = screen.hear(answer);
      CHECK_FALSE((heard && !heard->answer.empty() && host.open(heard->answer)));
    }
  }
  Line line = agreed();
  const Bytes sealed = *line.screen.seal(AskTime{1}), record = line.host->seal(time_of(6));
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    Bytes changed = sealed;
    changed[at] ^= std::byte{0x40};
    CHECK_FALSE(line.host->open(changed));
  }
  for (std::size_t at = 0; at < record.size(); ++at) {
    Bytes changed = record;
    changed[at] ^= std::byte{0x40};
    CHECK_FALSE(heard_time(line.screen, changed));
  }
  CHECK(line.host->open(sealed));
  CHECK(heard_time(line.screen, record) == 6);
}

TEST_CASE("R285 what was heard is not heard again, nor said back to who said it, nor on another line") {
  Line line = agreed(), other = agreed();
  const Bytes sealed = *line.screen.seal(AskTime{1}), record = line.host->seal(time_of(6));
  CHECK_FALSE(other.host->open(sealed));
  CHECK_FALSE(heard_time(other.screen, record));
  REQUIRE(line.host->open(sealed));
  CHECK_FALSE(line.host->open(sealed));
  REQUIRE(heard_time(line.screen, record) == 6);
  CHECK_FALSE(heard_time(line.screen, record));
  CHECK_FALSE(line.host->open(record));
  CHECK_FALSE(heard_time(line.screen, sealed));
  // What a slow line was spared is no gap that ends it.
  (void)line.host->seal(time_of(7));
  CHECK(heard_time(line.screen, line.host->seal(time_of(8))) == 8);
}

TEST_CASE("R285 in the clear a screen hears only that it is turned away, and not even that from who has sealed something") {
  ScreenSeal stranger;
  (void)stranger.seal(whole_knock);
  const TurnedAway away{TurnedAway::Why::wrong_code, "No session with this code."};
  const Result<ScreenSeal::Heard> heard = stranger.hear(away_record(away));
  REQUIRE(heard);
  REQUIRE(heard->messages());
  CHECK(std::get<TurnedAway>(heard->messages()->front()).sentence == away.sentence);
  CHECK_FALSE(heard_time(stranger, time_of(5)));
  for (const ToScreen& other : {ToScreen(Opened{}), ToScreen(HostMessage(Welcome{SeatId{1}, 1})), ToScreen(HowToJoin{})}) CHECK_FALSE(stranger.hear(framed(other)));
  Line line = agreed();
  REQUIRE(heard_time(line.screen, line.host->seal(time_of(6))));
  CHECK_FALSE(line.screen.hear(away_record(away)));
}

TEST_CASE("R286 inputs of different sizes are of one length on the way, and so are short answers") {
  Line line = agreed();
  std::set<std::size_t> up, down;
  for (std::uint16_t dots = 1; dots <= 12; ++dots) {
    Ballot ballot;
    for (std::uint32_t card = 1; card <= dots; ++card) ballot.dots.push_back({Item(CardId{card}), dots});
    up.insert(line.screen.seal(Command{SeatId{3}, dots, SealInput{ActivityId{5}, ballot}})->size());
    down.insert(line.host->seal(framed(HostMessage(Progress{ActivityId{5}, dots, 12}))).size());
    down.insert(line.host->seal(framed(HostMessage(Acknowledged{SeatId{3}, dots, 0}))).size());
  }
  up.insert(line.screen.seal(AskTime{1})->size());
  CHECK(up.size() == 1);
  CHECK(down.size() == 1);
}

TEST_CASE("R287 what a role is told is sealed once, for whoever has its key and nobody who had an earlier one") {
  RoleSeal participants, facilitators;
  Line ana = agreed(), ben = agreed(), nadia = agreed();
  for (Line* const line : {&ana, &ben}) {
    const std::optional<Bytes> key = line->host->give(participants);
    REQUIRE(key);
    CHECK(line->screen.hear(*key));
    CHECK_FALSE(line->host->give(participants));  // it has it
  }
  REQUIRE(nadia.screen.hear(*nadia.host->give(facilitators)));
  const Bytes told = participants.seal(time_of(1));
  CHECK(heard_time(ana.screen, told) == 1);
  CHECK(heard_time(ben.screen, told) == 1);
  CHECK_FALSE(heard_time(ana.screen, told));  // again
  CHECK_FALSE(heard_time(nadia.screen, told));
  CHECK_FALSE(heard_time(ana.screen, facilitators.seal(time_of(2))));
  participants.renew();  // Ben was removed
  REQUIRE(ana.screen.hear(*ana.host->give(participants)));
  const Bytes without_ben = participants.seal(time_of(3));
  CHECK(heard_time(ana.screen, without_ben) == 3);
  CHECK_FALSE(heard_time(ben.screen, without_ben));
  // Whoever comes later hears nothing of before.
  Line eva = agreed();
  const Bytes before = participants.seal(time_of(4));
  REQUIRE(eva.screen.hear(*eva.host->give(participants)));
  CHECK_FALSE(heard_time(eva.screen, before));
  CHECK(heard_time(eva.screen, participants.seal(time_of(5))) == 5);
  // A key that may have been dropped on the way to a slow line comes again.
  ana.host->forget_what_it_has();
  CHECK(ana.host->give(participants));
}

}  // namespace standpoint::line_seal_test
