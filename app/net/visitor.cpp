// A line is used once: knock, be let in, say hello, be welcomed, send again what nobody answered. Whatever goes wrong with
// it, the next line starts from the beginning, and the room sees to it that nothing is done twice.
#include "app/net/visitor.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>
#include <variant>

#include "app/net/line/keys.h"
#include "core/file/secret.h"

namespace standpoint {
namespace {

constexpr std::int64_t first_wait_ms = 250;
constexpr std::int64_t longest_wait_ms = 2'000;
// A door that is locked or full is knocked at again after so long.
constexpr std::int64_t closed_door_wait_ms = 5'000;
// A line that does not even open is tried anew so soon that, with the longest wait, everybody is back 5 s after the network (R152).
constexpr std::int64_t open_due_ms = 2'500;
// A line that brings no answer for so long is dead, even if nobody said so: Wi-Fi ends without a word.
constexpr std::int64_t answer_due_ms = 10'000;
// The host says something every 5 s, so so long a silence is a dead line, too. Twice as long after each line that was given up
// for it, up to eight times: over a slow one, a large workshop arrives as one message that takes its time.
constexpr std::int64_t silence_ms = 12'000;
constexpr std::uint32_t most_doublings = 3;
// The clocks are compared this often, and at once when they differ by more than this.
constexpr std::int64_t time_between_asking_ms = 60'000, clocks_differ_ms = 1'000;
// So much later or earlier a clock is seen to be another one.
constexpr std::int64_t clock_seen_ms = 200;
constexpr std::int64_t far_away_ms = std::numeric_limits<std::int64_t>::max();

// Differs from tablet to tablet and from try to try, so that a thousand of them do not come back in one moment.
std::uint64_t scattered(const Key& token, std::uint32_t nth) {
  std::uint64_t hash = 14695981039346656037u + nth;  // FNV-1a
  for (const std::uint8_t byte : token) hash = (hash ^ byte) * 1099511628211u;
  return hash >> 20;
}

}  // namespace

Visitor::Visitor(std::function<std::unique_ptr<Line>()> connect, Keys keys) : connect_(std::move(connect)), keys_(std::move(keys)) {}

bool Visitor::step(std::int64_t now_ms) {
  now_ms_ = now_ms;
  if (!line_) {
    if (now_ms < connect_at_ms_) return false;
    open_line();
  }
  bool changed = false;
  const Line::State state = line_->state();
  if (state == Line::State::open && !knocked_) knock();
  for (ToScreen& said : line_->receive()) {
    heard_at_ms_ = now_ms;
    const bool clock_only = std::holds_alternative<HostTime>(said);
    if (!clock_only) quiet_since_ms_ = now_ms;
    const std::optional<std::int64_t> ahead = host_ahead_ms_;
    std::visit([this](auto& message) { hear(std::move(message)); }, said);
    if (!line_) return true;  // what came after belongs to a line that was given up
    changed |= !clock_only || host_ahead_ms_.has_value() != ahead.has_value() || (ahead && std::abs(*host_ahead_ms_ - *ahead) > clock_seen_ms);
  }
  if (state != Line::State::lost && now_ms < given_up_at_ms()) return changed;
  if (opened_ && now_ms - heard_at_ms_ >= silence_ms) silent_lines_ = std::min(silent_lines_ + 1, most_doublings);
  lose_line();
  return true;
}

std::int64_t Visitor::next_step_ms() const { return line_ ? given_up_at_ms() : connect_at_ms_; }

// When nothing more is to be hoped of the line, if nothing comes until then.
std::int64_t Visitor::given_up_at_ms() const {
  if (line_->state() == Line::State::connecting) return heard_at_ms_ + open_due_ms;
  const std::int64_t silent = heard_at_ms_ + (silence_ms << silent_lines_);
  return waits_for_answer() ? std::min(silent, quiet_since_ms_ + answer_due_ms) : silent;
}

bool Visitor::waits_for_answer() const {
  if (!opened_) return true;
  return welcomed_ ? !replica_.all_answered() : stage_ != Stage::at_door;
}

bool Visitor::connected() const { return line_ && welcomed_ && line_->state() == Line::State::open; }

// ---- lines ----

void Visitor::open_line() {
  line_ = connect_();
  quiet_since_ms_ = heard_at_ms_ = now_ms_;
  round_trip_ms_ = 0;
}

void Visitor::lose_line() {
  line_.reset();
  knocked_ = opened_ = welcomed_ = false;
  connect_at_ms_ = now_ms_ + wait_ms();
  ++failures_;
}

// Between half and the whole of what doubling gives.
std::int64_t Visitor::wait_ms() const {
  const std::int64_t whole = std::min(longest_wait_ms, first_wait_ms << std::min(failures_, 16u));
  return whole / 2 + static_cast<std::int64_t>(scattered(keys_.token, failures_) % static_cast<std::uint64_t>(whole / 2 + 1));
}

void Visitor::knock_again() {
  if (line_) lose_line();
  failures_ = 0;
  connect_at_ms_ = now_ms_;
}

void Visitor::enter_code(std::string code) {
  keys_.code = std::move(code);
  stage_ = Stage::connecting;
  knock_again();
}

void Visitor::knock() {
  knocked_ = true;
  line_->send(Knock{keys_.token, keys_.secret, keys_.code});
}

// ---- the door ----

void Visitor::hear(Opened opened) {
  start_over_if_another(opened);
  door_ = std::move(opened);
  opened_ = true;
  refused_.clear();
  name_taken_.reset();
  if (door_.seat || !name_.empty()) return say_hello();
  stage_ = Stage::at_door;
  failures_ = 0;
}

// What this screen holds may be of another session, or told to another seat or role than it has now.
void Visitor::start_over_if_another(const Opened& opened) {
  if (door_.session == Key{}) return;  // the first door
  if (opened.session != door_.session) {
    replica_ = Replica();
    name_.clear();
  } else if (replica_.seat() && opened.seat != replica_.seat()) {
    replica_ = Replica();
  } else if (replica_.seat() && opened.role != role_) {
    replica_.forget_confirmed();
  }
}

void Visitor::join(std::string name, Role role, Hello::SameName same) {
  name_ = std::move(name);
  role_ = role;
  same_name_ = same;
  refused_.clear();
  name_taken_.reset();
  stage_ = Stage::joining;
  if (line_ && opened_ && !welcomed_) say_hello();
}

void Visitor::say_hello() {
  if (door_.seat) role_ = door_.role;
  if (stage_ != Stage::joined) stage_ = Stage::joining;
  quiet_since_ms_ = now_ms_;
  Hello hello = replica_.hello(name_, role_);
  hello.same_name = same_name_;
  line_->send(hello);
}

void Visitor::hear(TurnedAway away) {
  using Why = TurnedAway::Why;
  const bool code_wanted = away.why == Why::wrong_code && keys_.code.empty();
  if (away.why == Why::removed) name_.clear();  // does not come back without a person's wish
  const bool asks_again = away.why == Why::locked || away.why == Why::full;
  turned_away_ = std::move(away);
  stage_ = code_wanted ? Stage::needs_code : Stage::turned_away;
  lose_line();
  connect_at_ms_ = asks_again ? now_ms_ + closed_door_wait_ms : far_away_ms;
}

// ---- the room ----

void Visitor::hear(const HostMessage& message) {
  if (misses_events_before(message)) return lose_line();
  replica_.receive(message);
  if (std::holds_alternative<Welcome>(message)) {
    stage_ = Stage::joined;
    welcomed_ = true;
    failures_ = 0;
    if (std::exchange(ever_welcomed_, true)) ++reconnects_;
    send_unanswered();
    ask_time();
  } else if (const auto* refused = std::get_if<Refused>(&message); refused && refused->counter == 0) {
    hear_refusal(refused->refusal);
  } else if (const auto* taken = std::get_if<NameTaken>(&message)) {
    name_taken_ = *taken;
    stage_ = Stage::at_door;
  } else if (const auto* reminder = std::get_if<Reminder>(&message)) {
    reminder_ = reminder->activity;
  }
}

void Visitor::hear(HowToJoin words) { how_to_join_ = std::move(words); }

// ---- the host's clock ----

std::optional<std::int64_t> Visitor::host_time_ms(std::int64_t steady_ms) const {
  if (!host_ahead_ms_) return std::nullopt;
  return steady_ms + *host_ahead_ms_;
}

void Visitor::ask_time() {
  time_asked_at_ms_ = now_ms_;
  line_->send(AskTime{now_ms_});
}

// An answer is worth the more, the shorter its way there and back was: the host's clock was read about half-way. What comes
// unasked was on its way for an unknown time, so it can only be late: it corrects what was slower still, and one that is much too
// late means that a clock was set.
void Visitor::hear(const HostTime& time) {
  if (welcomed_) silent_lines_ = 0;
  if (time.asked == 0) {
    const std::int64_t ahead = time.now_ms - now_ms_;
    const bool differs = !host_ahead_ms_ || ahead < *host_ahead_ms_ - clocks_differ_ms;
    if (host_ahead_ms_ && ahead > *host_ahead_ms_) host_ahead_ms_ = ahead;
    if (welcomed_ && (differs || now_ms_ - time_asked_at_ms_ >= time_between_asking_ms)) ask_time();
    return;
  }
  const std::int64_t round_trip = std::max<std::int64_t>(1, now_ms_ - time.asked), ahead = time.now_ms + round_trip / 2 - now_ms_;
  const bool clock_was_set = host_ahead_ms_ && std::abs(ahead - *host_ahead_ms_) > round_trip + clocks_differ_ms;
  if (round_trip_ms_ != 0 && round_trip > round_trip_ms_ && !clock_was_set) return;
  round_trip_ms_ = round_trip;
  host_ahead_ms_ = ahead;
}

// A line keeps its order; when something is missing all the same, the next line brings it.
bool Visitor::misses_events_before(const HostMessage& message) const {
  const std::uint64_t next = replica_.confirmed().sequence + 1;
  if (const auto* event = std::get_if<Event>(&message)) return event->sequence > next;
  if (const auto* blank = std::get_if<Blank>(&message)) return blank->sequence > next;
  return false;
}

// Of the Hello, or, after the Welcome, because the seat is used on another screen now. Two screens that took it from each
// other for ever would serve nobody, so this one waits for a person.
void Visitor::hear_refusal(const Refusal& refusal) {
  if (!welcomed_) {
    refused_ = refusal.text;
    name_.clear();
    stage_ = Stage::at_door;
  } else if (refusal.why == Refusal::Why::not_allowed) {
    hear(TurnedAway{TurnedAway::Why::removed, refusal.text});
  }
}

// ---- commands ----

std::uint32_t Visitor::issue(Action action) {
  const bool waited = waits_for_answer();
  const std::uint64_t receipt = std::holds_alternative<SealInput>(action) ? random_number() : 0;
  Command command = replica_.issue(replica_.seat(), std::move(action), receipt);
  const std::uint32_t counter = command.counter;
  if (!waited) quiet_since_ms_ = now_ms_;
  ToHost message = std::move(command);
  if (connected()) line_->send(message);
  erase_secret(std::get<Command>(message).action);
  return counter;
}

void Visitor::send_unanswered() {
  for (Command& command : replica_.unanswered()) {
    ToHost message = std::move(command);
    line_->send(message);
    erase_secret(std::get<Command>(message).action);
  }
}

void Visitor::send(const Presence& presence) {
  if (connected()) line_->send(presence);
}

void Visitor::send(const Remind& remind) {
  if (connected()) line_->send(remind);
}

void Visitor::send(const AreTwo& two) {
  if (connected()) line_->send(two);
}

void Visitor::send(const NewCode& wish) {
  if (connected()) line_->send(wish);
}

void Visitor::turn_stage(const StageTurn& turn) {
  if (connected()) line_->send(replica_.turn_stage(turn));
}

std::optional<ActivityId> Visitor::take_reminder() { return std::exchange(reminder_, std::nullopt); }

}  // namespace standpoint
