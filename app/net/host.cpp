// The host thread's loop. Whatever arrives while one commit waits for the disk goes into the next: under load, one sync
// serves many commands, and an idle host sleeps.
#include "app/net/host.h"

#include <chrono>
#include <ctime>
#include <utility>

#include "core/file/secret.h"

namespace standpoint {
namespace {

// While the disk takes nothing, it is asked so often.
constexpr std::chrono::seconds pause_between_tries{2};

// Since this computer started, its sleep included.
std::int64_t steady_ms() {
  timespec since{};
  clock_gettime(CLOCK_BOOTTIME, &since);
  return std::int64_t{since.tv_sec} * 1000 + since.tv_nsec / 1'000'000;
}

}  // namespace

void SessionClock::set() { ahead_ms_ = computers_() - steady_ms(); }

std::int64_t SessionClock::now_ms() const { return ahead_ms_ + steady_ms(); }

Host::Host(OpenedSession session, std::function<void()> wake, std::function<std::int64_t()> now_ms, std::unique_ptr<Reception> reception)
    : store_(std::move(session.store)),
      workshop_(std::move(session.workshop)),
      wake_(std::move(wake)),
      now_ms_(std::move(now_ms)),
      reception_(std::move(reception)),
      thread_([this] { run(); }) {}

Host::~Host() {
  heard_->close();
  thread_.join();
}

std::unique_ptr<Link> Host::connect() { return std::make_unique<MemoryLink>(++links_made_, heard_); }

std::optional<JoinInfo> Host::join_info() const {
  if (!reception_) return std::nullopt;
  return reception_->join_info();
}

void Host::renew_code() { heard_->push(Heard{0, NewCode{}}); }

void Host::show_address(std::string text) { heard_->push(Heard{0, ShowAddress{std::move(text)}}); }

std::optional<Result<JoinNews>> Host::take_join_news() {
  if (!reception_) return std::nullopt;
  return reception_->take_join_news();
}

std::optional<Host::FileNews> Host::take_file_news() {
  const std::lock_guard lock(news_lock_);
  return std::exchange(file_news_, std::nullopt);
}

// With every turn, also when nothing is to be written: whoever leads hears of it before anything depends on it.
bool Host::look_after_file(Room& room) {
  (void)store_->look_after_file();  // when it fails, so does the next commit
  const auto now = std::chrono::steady_clock::now();
  if (room.read_only() && now >= next_try_) {
    next_try_ = now + pause_between_tries;
    if (store_->try_again()) room.turn_writable();
  }
  const std::optional<std::string> sentence = store_->take_news();
  if (!sentence) return false;
  room.tell_facilitators(*sentence);
  const std::lock_guard lock(news_lock_);
  file_news_ = FileNews{*sentence, store_->log().path()};
  return true;
}

void Host::run() {
  Room room(std::move(workshop_), *store_, *store_);
  if (reception_) {  // the thread sleeps in the network, and a link in memory must wake it there
    heard_->ring_with([this] { reception_->wake(); });
    reception_->wake();
  }
  while (true) {
    const bool network_said = reception_ && reception_->hear(room, now_ms_);
    // Asked before the queue is emptied: nothing comes into a closed one, so this batch is the last, whatever is in it.
    const bool over = heard_->closed();
    std::vector<Heard> batch = reception_ ? heard_->take() : heard_->wait_and_take();
    if (network_said && !batch.empty()) reception_->keep_seats(room);  // what follows may commit
    for (Heard& each : batch) hear(room, each);
    const bool heard = network_said || !batch.empty();
    if (heard) {
      if (reception_) reception_->keep_seats(room);
      room.commit();
    }
    const bool news = look_after_file(room);
    if ((heard || news) && (deliver(room) || news)) wake_();
    if (reception_ && reception_->finish(room)) wake_();
    if (over) return;
  }
}

void Host::hear(Room& room, Heard& heard) {
  if (auto* made = std::get_if<LinkMade>(&heard.what)) {
    to_screens_[heard.link] = std::move(made->to_screen);
    room.connect(heard.link);
  } else if (std::holds_alternative<LinkLost>(heard.what)) {
    to_screens_.erase(heard.link);
    room.disconnect(heard.link);
  } else if (std::holds_alternative<NewCode>(heard.what)) {
    if (reception_) (void)reception_->renew_code(room.workshop());  // said by take_join_news()
  } else if (const auto* show = std::get_if<ShowAddress>(&heard.what)) {
    if (reception_) reception_->show_address(show->text);
  } else {
    auto& message = std::get<ScreenMessage>(heard.what);
    room.hear(heard.link, message, now_ms_());
    if (auto* command = std::get_if<Command>(&message)) erase_secret(command->action);
  }
}

bool Host::deliver(Room& room) {
  bool any = false;
  for (Told& told : room.take_outbox()) {
    if (reception_) reception_->tell(room, *told.to, told.message);
    for (const LinkId link : *told.to)
      if (const auto screen = to_screens_.find(link); screen != to_screens_.end()) any |= screen->second->push(told.message);
  }
  return any;
}

}  // namespace standpoint
