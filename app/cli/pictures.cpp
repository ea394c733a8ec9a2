// `picture` and `export`: arguments to requests, which go through the doors of cli.h.
#include <array>
#include <charconv>
#include <filesystem>
#include <ostream>
#include <string_view>

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/cli/commands.h"
#include "core/file/session_store.h"

namespace standpoint {
namespace {

constexpr int smallest_picture = 64, largest_picture = 8192;

// "1920x1080"
bool read_size(std::string_view text, PictureLook& into) {
  const std::size_t x = text.find('x');
  const auto number = [&](std::string_view part, int& value) {
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    return error == std::errc() && end == part.data() + part.size() && value >= smallest_picture && value <= largest_picture;
  };
  return x != text.npos && number(text.substr(0, x), into.width) && number(text.substr(x + 1), into.height);
}

Result<std::uint64_t> moment_in_file(const std::string& path, const std::optional<std::string>& at) {
  const auto files = posix_file_system();
  const auto session = open_session(*files, path, OpenFor::reading);
  if (!session) return failed(session.error());
  return moment(at, session->replay);
}

Result<PictureFormat> format_called(std::string_view word) {
  if (const auto format = picture_format_of(word)) return *format;
  return failed(fmt::format("“{}” is no format of pictures. Nothing was drawn; use png, svg or pdf.", word));
}

// Of the file's ending.
Result<PictureFormat> format_of_file(const std::string& path) {
  const std::string ending = std::filesystem::path(path).extension().string();
  if (const auto format = picture_format_of(std::string_view(ending).substr(ending.empty() ? 0 : 1))) return *format;
  return failed(fmt::format("{} says no format that pictures have. Nothing was drawn; end the name with .png, .svg or .pdf.", path));
}

// What both commands say about look and moment.
template <class Request>
Result<void> read_look(const PictureOptions& options, Request& into) {
  into.path = options.path;
  into.board = options.board;
  into.look.dark = options.theme == "dark";
  into.whom = options.facilitator ? FilesFor::facilitators : FilesFor::room;
  if (!read_size(options.size, into.look))
    return failed(fmt::format("“{}” is no size. Nothing was drawn; use a width and height from {} to {}, for example 1920x1080.",
                              options.size, smallest_picture, largest_picture));
  if (!options.at) return {};
  const auto number = moment_in_file(options.path, options.at);
  if (!number) return failed(number.error());
  into.at = *number;
  return {};
}

}  // namespace

int draw_picture(const PictureOptions& options, Streams streams, const Doors& doors) {
  PictureRequest request;
  request.out = options.out;
  const auto format = format_of_file(options.out);
  if (!format) return not_done(format.error(), streams);
  request.format = *format;
  if (const auto read = read_look(options, request); !read) return not_done(read.error(), streams);
  const auto done = doors.write_picture(request);
  return done ? exit_done : not_done(done.error(), streams);
}

int draw_pictures(const PictureOptions& options, Streams streams, const Doors& doors) {
  ExportRequest request;
  request.folder = options.out;
  for (const std::string& word : options.formats) {
    const auto format = format_called(word);
    if (!format) return not_done(format.error(), streams);
    request.formats.push_back(*format);
  }
  if (const auto read = read_look(options, request); !read) return not_done(read.error(), streams);
  // Each line as soon as its picture is there: whoever started this may be waiting for it.
  const auto done = doors.export_pictures(request, [&streams](const std::string& path) { streams.out << path << std::endl; });
  return done ? exit_done : not_done(done.error(), streams);
}

}  // namespace standpoint
