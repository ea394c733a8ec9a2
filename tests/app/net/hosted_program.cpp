#include "tests/app/net/hosted_program.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

namespace standpoint {
namespace {

// AddressSanitizer's shadow is larger, and says nothing but which bytes may be used; a host has at most 300 MB.
constexpr unsigned long largest_mapping = 1024UL * 1024 * 1024;
constexpr std::size_t largest_piece = 16 * 1024 * 1024;

// Its first line.
std::string line_from(int file) {
  std::string line;
  for (char c = 0; ::read(file, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

SessionAddress address_in(const nlohmann::json& one, const char* field) {
  Result<SessionAddress> address = session_address(one.at(field).get<std::string>());
  if (!address) throw std::runtime_error(address.error().sentence);
  return std::move(*address);
}

}  // namespace

HostedProgram::HostedProgram(const std::string& program, const std::string& session, std::uint16_t port) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const std::string port_word = std::to_string(port);
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::execl(program.c_str(), program.c_str(), "host", session.c_str(), "--port", port_word.c_str(), "--bind", "127.0.0.1", "--json", nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  const std::string line = line_from(ends[0]);
  ::close(ends[0]);
  const nlohmann::json told = nlohmann::json::parse(line, nullptr, false);
  if (told.is_discarded() || !told.contains("addresses") || told["addresses"].empty()) {
    kill();
    throw std::runtime_error("the host did not say where it is: " + line);
  }
  room_ = address_in(told["addresses"][0], "url");
  facilitator_key_ = address_in(told["addresses"][0], "facilitator_url").secret;
}

int HostedProgram::reap(int signal) {
  if (pid_ <= 0) return -1;
  ::kill(pid_, signal);
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void HostedProgram::kill() { reap(SIGKILL); }
int HostedProgram::stop() { return reap(SIGTERM); }

double HostedProgram::resident_mb() const {
  std::ifstream file("/proc/" + std::to_string(pid_) + "/status");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

double HostedProgram::cpu_seconds() const {
  std::ifstream file("/proc/" + std::to_string(pid_) + "/stat");
  std::string line;
  std::getline(file, line);
  std::istringstream after_name(line.substr(line.rfind(')') + 2));
  std::string word;
  for (int field = 3; field < 14; ++field) after_name >> word;
  double user = 0, system = 0;
  after_name >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

void for_each_memory_of(pid_t process, const std::function<void(std::span<const std::byte>)>& look) {
  const std::string folder = "/proc/" + std::to_string(process);
  const int memory = ::open((folder + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
  if (memory < 0) throw std::runtime_error("the host's memory cannot be read");
  std::ifstream maps(folder + "/maps");
  std::vector<std::byte> piece;
  for (std::string line; std::getline(maps, line);) {
    unsigned long from = 0, to = 0;
    std::array<char, 5> rights{};
    if (std::sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, rights.data()) != 3 || rights[1] != 'w') continue;
    if (to - from > largest_mapping) continue;
    for (unsigned long at = from; at < to; at += largest_piece) {
      piece.resize(std::min<std::size_t>(to - at, largest_piece));
      const ssize_t read = ::pread(memory, piece.data(), piece.size(), static_cast<off_t>(at));
      if (read > 0) look(std::span(piece).first(static_cast<std::size_t>(read)));
    }
  }
  ::close(memory);
}

}  // namespace standpoint
