// A browser that loads the page: one request after the other, each answered by web_answer, until it asks for the WebSocket
// or goes. Made by the server for every socket it admits. Keeps itself alive by its pending operations.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/net/server/connection.h"
#include "app/net/server/site.h"
#include "app/net/server/web_answer.h"

namespace standpoint::connection {

class PageConnection : public std::enable_shared_from_this<PageConnection> {
 public:
  PageConnection(Socket&& socket, Places::Ticket&& ticket, std::string address, std::shared_ptr<const Site> site, std::vector<std::string> names, Listener& listener, const ServerLimits& limits);
  void start();

 private:
  void read();
  void heard(Error error);
  void say(WebAnswer answer);

  beast::basic_stream<tcp, Executor> stream_;
  Places::Ticket ticket_;
  const std::string address_;
  std::shared_ptr<const Site> site_;
  std::vector<std::string> names_;
  Listener& listener_;
  const ServerLimits& limits_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::empty_body>> parser_;
  WebAnswer answer_;
};

}  // namespace standpoint::connection
