// A stream to a terminal, through which no byte goes that a terminal would obey: file names, arguments and what people typed may
// hold escape sequences. Used by cli.cpp around everything that a command prints.
#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace standpoint {

// Hands text on to another stream; what is no character, and control characters but newlines and tabs, become question marks.
class PlainOutput final : private std::streambuf, public std::ostream {
 public:
  explicit PlainOutput(std::ostream& to) : std::ostream(static_cast<std::streambuf*>(this)), to_(to) {}
  ~PlainOutput() override;
  PlainOutput(const PlainOutput&) = delete;
  PlainOutput& operator=(const PlainOutput&) = delete;

 private:
  std::streambuf::int_type overflow(std::streambuf::int_type byte) override;
  std::streamsize xsputn(const char* bytes, std::streamsize count) override;
  int sync() override;
  void hand_on(bool all);

  std::ostream& to_;
  std::string pending_;  // not handed on: the beginning of a character may still get its end
};

}  // namespace standpoint
