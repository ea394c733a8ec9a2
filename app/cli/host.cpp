// `standpoint host`: the room without a window, until it is told to end. Behind a door of cli.h.
#include <atomic>
#include <csignal>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "app/files/box_folders.h"
#include "app/files/json_text.h"
#include "app/net/host.h"

namespace standpoint {
namespace {

// Blocked here and in every thread made from now on; the main thread waits for them.
sigset_t block_signals_that_end() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGHUP);  // the terminal was closed
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

std::string as_json(const std::string& title, const JoinInfo& info) {
  nlohmann::ordered_json addresses = nlohmann::ordered_json::array();
  for (const JoinAddress& address : info.addresses)
    addresses.push_back({{"text", address.text}, {"url", address.url}, {"facilitator_url", address.facilitator_url}, {"stage_url", address.stage_url}});
  const nlohmann::ordered_json all = {{"title", title},
                                      {"url", info.addresses.front().url},
                                      {"facilitator_url", info.addresses.front().facilitator_url},
                                      {"stage_url", info.addresses.front().stage_url},
                                      {"code", info.code},
                                      {"port", info.port},
                                      {"reachable", info.reachable},
                                      {"addresses", addresses}};
  return printed(all) + "\n";
}

std::string as_text(const std::string& title, const JoinInfo& info) {
  std::string text = fmt::format("Standpoint hosts “{}” until Ctrl-C.\n", title);
  if (!info.reachable) text += "This computer has no network address, so only its own browser can join.\n";
  for (const JoinAddress& address : info.addresses) text += fmt::format("Join: {}\n", address.url);
  text += fmt::format("Code: {}\n", info.code);
  text += fmt::format("Facilitator, for your own tablet only: {}\n", info.addresses.front().facilitator_url);
  text += fmt::format("Stage, for a second screen that only watches: {}\n", info.addresses.front().stage_url);
  return text;
}

ReceptionOptions options_of(const HostRequest& request) {
  ReceptionOptions options;
  options.server.bind = request.bind;
  options.server.names = request.names;
  options.server.or_any_port = !request.port.has_value();
  options.server.port = request.port.value_or(options.server.port);
  options.site = request.site;
  return options;
}

}  // namespace

int host_session(const HostRequest& request, std::ostream& out, std::ostream& err) {
  const auto not_hosted = [&err](const std::string& sentence) {
    err << sentence << '\n';
    return exit_not_done;
  };
  const sigset_t signals = block_signals_that_end();
  const std::unique_ptr<FileSystem> files = posix_file_system();
  Result<OpenedSession> session = open_session(*files, request.path, OpenFor::writing, box_places(*files));
  if (!session) return not_hosted(session.error().sentence);
  if (!session->store->writable()) return not_hosted(session->store->log().read_only_because());
  Result<std::unique_ptr<Reception>> reception = Reception::open(*files, *session, options_of(request));
  if (!reception) return not_hosted(reception.error().sentence);
  for (const std::string& sentence : {session->report.sentence, session->note, (*reception)->note()})
    if (!sentence.empty()) err << sentence << '\n';
  const std::string title = session->workshop.title;
  const auto tell = [&](const JoinInfo& info) { out << (request.json ? as_json(title, info) : as_text(title, info)) << std::flush; };
  std::atomic<Host*> hosting = nullptr;
  const auto tell_news = [&] {  // on the host's thread; the file changed underneath, another code was wanted, or the network is another one
    if (const auto file = hosting != nullptr ? hosting.load()->take_file_news() : std::nullopt) err << file->sentence << std::endl;
    const std::optional<Result<JoinNews>> news = hosting != nullptr ? hosting.load()->take_join_news() : std::nullopt;
    if (news && *news) tell((*news)->info);
    else if (news) err << news->error().sentence << std::endl;
  };
  const SessionClock clock;
  Host host(std::move(*session), tell_news, [&clock] { return clock.now_ms(); }, std::move(*reception));
  tell(*host.join_info());
  hosting = &host;
  int ended_by = 0;
  sigwait(&signals, &ended_by);
  return exit_done;  // what was heard is safe once the host is gone
}

}  // namespace standpoint
