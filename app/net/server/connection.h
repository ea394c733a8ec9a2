// What the server's connections have in common: the kinds of sockets, and what they tell the server, which outlives them.
// Included by the files of the server that know Boost.Beast, and by nothing else.
#pragma once

#include <utility>  // before Asio 1.74, which forgets it

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include "app/net/door/places.h"
#include "app/net/server/server.h"

namespace standpoint::connection {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;
using Error = boost::system::error_code;
using Clock = std::chrono::steady_clock;
// One io_context for all, known when compiled: a thousand writes a change would pay for executors that could be any.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Alarm = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

struct Listener {
  virtual ~Listener() = default;
  virtual void upgrade(Socket&&, Places::Ticket&&, const http::request<http::empty_body>&) = 0;
  virtual void arrived(LineId, decltype(Server::Arrival::what)) = 0;
  virtual void lost(LineId) = 0;
  virtual void noted(Server::Note) = 0;
};

}  // namespace standpoint::connection
