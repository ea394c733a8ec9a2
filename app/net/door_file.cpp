// A few lines of text, replaced as a whole. See door_file.h.
#include "app/net/door_file.h"

#include <charconv>
#include <optional>
#include <sstream>

#include <sodium.h>

#include "app/net/key_text.h"

namespace standpoint {
namespace {

constexpr std::string_view first_line = "standpoint door 1";
constexpr std::string_view last_line = "end";
constexpr std::size_t largest_book = 1024 * 1024;

std::string hex_of(const TokenDigest& digest) {
  std::string hex(2 * digest.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  hex.pop_back();
  return hex;
}

std::optional<TokenDigest> digest_from(const std::string& hex) {
  TokenDigest digest;
  std::size_t length = 0;
  if (sodium_hex2bin(digest.data(), digest.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0 || length != digest.size())
    return std::nullopt;
  return digest;
}

std::string lines_of(const DoorBook& book) {
  std::string text = std::string(first_line) + "\nsession " + text_of(book.session) + "\nsecret " + text_of(book.secret) +
                     "\nfacilitator " + text_of(book.facilitator_key) + "\ncode " + book.code + "\n";
  for (const auto& [token, seat] : book.seats) text += "seat " + std::to_string(seat.value) + " " + hex_of(token) + "\n";
  return text + std::string(last_line) + "\n";
}

bool read_key(std::istream& text, std::string_view word, Key& into) {
  std::string read, key;
  if (!(text >> read >> key) || read != word) return false;
  const std::optional<Key> value = key_from(key);
  if (value) into = *value;
  return value.has_value();
}

// Nothing: not a whole, sound book.
std::optional<DoorBook> book_from(const std::string& content) {
  std::istringstream text(content);
  DoorBook book;
  std::string line, word;
  if (!std::getline(text, line) || line != first_line) return std::nullopt;
  if (!read_key(text, "session", book.session) || !read_key(text, "secret", book.secret)) return std::nullopt;
  if (!read_key(text, "facilitator", book.facilitator_key)) return std::nullopt;
  if (!(text >> word >> book.code) || word != "code") return std::nullopt;
  while (text >> word && word == "seat") {
    SeatId seat;
    std::string hex;
    if (!(text >> seat.value >> hex)) return std::nullopt;
    const std::optional<TokenDigest> token = digest_from(hex);
    if (!token) return std::nullopt;
    book.seats[*token] = seat;
  }
  if (word != last_line) return std::nullopt;
  return book;
}

Result<std::string> content_of(FileSystem& files, const std::string& path) {
  const auto file = files.open(path, Access::read);
  if (!file) return failed(file.error());
  const auto size = (*file)->size();
  if (!size) return failed(size.error());
  if (*size > largest_book) return std::string();
  std::string content(static_cast<std::size_t>(*size), '\0');
  const auto read = (*file)->read_at(0, std::as_writable_bytes(std::span(content)));
  if (!read) return failed(read.error());
  return content;
}

Result<void> write_new(FileSystem& files, const std::string& path, const std::string& text) {
  if (Result<void> gone = files.remove(path); !gone) return gone;  // left by a crash
  const auto file = files.create(path);
  if (!file) return failed(file.error());
  if (Result<void> written = (*file)->write_at(0, std::as_bytes(std::span(text))); !written) return written;
  return (*file)->sync();
}

}  // namespace

std::string door_path(const std::string& session_path) {
  static constexpr std::string_view ending = ".standpoint";
  std::string stem = session_path;
  if (stem.ends_with(ending)) stem.resize(stem.size() - ending.size());
  return stem + ".door";
}

Result<DoorBook> open_door_book(FileSystem& files, const std::string& path, const Key& session) {
  const Result<bool> there = files.exists(path);
  if (!there) return failed(there.error());
  if (*there) {
    const Result<std::string> content = content_of(files, path);
    if (!content) return failed(content.error());
    if (std::optional<DoorBook> book = book_from(*content); book && book->session == session) return std::move(*book);
  }
  std::array<std::uint8_t, random_bytes_of_a_book> random;
  randombytes_buf(random.data(), random.size());
  DoorBook book = new_door_book(session, random);
  sodium_memzero(random.data(), random.size());
  if (Result<void> kept = keep_door_book(files, path, book); !kept) return failed(kept.error());
  return book;
}

Result<void> keep_door_book(FileSystem& files, const std::string& path, const DoorBook& book) {
  const std::string unfinished = path + ".part";
  if (Result<void> written = write_new(files, unfinished, lines_of(book)); !written) return written;
  if (Result<void> renamed = files.rename(unfinished, path); !renamed) return renamed;
  return files.sync_directory(directory_of(path));
}

}  // namespace standpoint
