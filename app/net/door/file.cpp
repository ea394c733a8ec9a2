// A few lines of text, replaced as a whole. See file.h.
#include "app/net/door/file.h"

#include <charconv>
#include <optional>
#include <sstream>

#include <sodium.h>

#include "app/net/door/key_text.h"
#include "core/file/crc32c.h"
#include "core/file/session_files.h"

namespace standpoint {
namespace {

constexpr std::string_view first_line = "standpoint door 2", first_line_before = "standpoint door 1";  // which had no checksum
constexpr std::string_view last_line = "end";
constexpr std::string_view session_ending = ".standpoint", door_ending = ".door";
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

std::string keys_of(const DoorBook& book) {
  return "session " + text_of(book.session) + "\nsecret " + text_of(book.secret) + "\nfacilitator " + text_of(book.facilitator_key) + "\ncode " + book.code +
         "\nstage " + text_of(book.stage_key) + "\n";
}

std::string sum_of(std::string_view text) { return std::to_string(crc32c(0, std::as_bytes(std::span(text)))); }

std::string lines_of(const DoorBook& book) {
  std::string text = std::string(first_line) + "\n" + keys_of(book);
  text += "made " + std::to_string(book.made_ms) + "\n";
  for (const auto& [token, seat] : book.seats)
    text += (book.earlier.count(token) > 0 ? "earlier " : "seat ") + std::to_string(seat.value) + " " + hex_of(token) + "\n";
  return text + "sum " + sum_of(text) + "\n" + std::string(last_line) + "\n";
}

bool sum_is_right(const std::string& content) {
  const std::size_t at = content.rfind("\nsum ");
  if (at == content.npos) return false;
  const std::string_view whole(content);
  return whole.substr(at + 1) == "sum " + sum_of(whole.substr(0, at + 1)) + "\n" + std::string(last_line) + "\n";
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
  if (!std::getline(text, line) || (line != first_line && line != first_line_before)) return std::nullopt;
  if (line == first_line && !sum_is_right(content)) return std::nullopt;
  if (!read_key(text, "session", book.session) || !read_key(text, "secret", book.secret)) return std::nullopt;
  if (!read_key(text, "facilitator", book.facilitator_key)) return std::nullopt;
  if (!(text >> word >> book.code) || word != "code") return std::nullopt;
  while (text >> word && (word == "stage" || word == "made")) {  // books of earlier programs have neither
    std::string key;
    if (!(word == "made" ? static_cast<bool>(text >> book.made_ms) : static_cast<bool>(text >> key))) return std::nullopt;
    if (word == "made") continue;
    const std::optional<Key> stage = key_from(key);
    if (!stage) return std::nullopt;
    book.stage_key = *stage;
  }
  for (; text && (word == "seat" || word == "earlier"); text >> word) {
    SeatId seat;
    std::string hex;
    if (!(text >> seat.value >> hex)) return std::nullopt;
    const std::optional<TokenDigest> token = digest_from(hex);
    if (!token) return std::nullopt;
    book.seats[*token] = seat;
    if (word == "earlier") book.earlier.insert(*token);
  }
  if (line == first_line && !(word == "sum" && text >> word && text >> word)) return std::nullopt;
  if (word != last_line) return std::nullopt;
  if (book.stage_key == Key{}) randombytes_buf(book.stage_key.data(), book.stage_key.size());
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

// Nothing: there is no such file, or no whole, sound book in it.
Result<std::optional<DoorBook>> kept_book(FileSystem& files, const std::string& path) {
  const Result<bool> there = files.exists(path);
  if (!there) return failed(there.error());
  if (!*there) return std::optional<DoorBook>();
  return content_of(files, path).map([](const std::string& content) { return book_from(content); });
}

std::string before_path(const std::string& path) { return path + ".before"; }
std::string unfinished_path(const std::string& path) { return path + ".part"; }

// A session that was renamed, or went on in another file, finds its door by its own number: one that lies beside no file of it.
Result<void> take_over(FileSystem& files, const std::string& path, const Key& session) {
  if (files.exists(path).value_or(true) || files.exists(before_path(path)).value_or(true)) return {};
  const auto names = files.list(directory_of(path));
  if (!names) return failed(names.error());
  for (const std::string& name : *names) {
    const std::string other = beside(path, name);
    if (!name.ends_with(door_ending)) continue;
    const auto book = kept_book(files, other);
    if (!book || !*book || (*book)->session != session) continue;
    if (session_of_file(files, other.substr(0, other.size() - door_ending.size()) + std::string(session_ending)) == session) continue;
    if (Result<void> renamed = files.rename(other, path); !renamed) return renamed;
    if (files.exists(before_path(other)).value_or(false))
      if (Result<void> renamed = files.rename(before_path(other), before_path(path)); !renamed) return renamed;
    return files.sync_directory(directory_of(path));
  }
  return {};
}

}  // namespace

std::string door_path(const std::string& session_path) {
  std::string stem = session_path;
  if (stem.ends_with(session_ending)) stem.resize(stem.size() - session_ending.size());
  return stem + std::string(door_ending);
}

std::vector<std::string> door_files(const std::string& session_path) {
  const std::string path = door_path(session_path);
  return {path, before_path(path), unfinished_path(path), unfinished_path(before_path(path))};
}

Result<OpenedBook> open_door_book(FileSystem& files, const std::string& path, const Key& session) {
  if (Result<void> taken = take_over(files, path, session); !taken) return failed(taken.error());
  OpenedBook opened;
  const Result<bool> there = files.exists(path);
  if (!there) return failed(there.error());
  const auto kept = kept_book(files, path);
  if (!kept) return failed(kept.error());
  if (*kept && (*kept)->session == session) {
    static_cast<DoorBook&>(opened) = std::move(**kept);
    return opened;
  }
  const auto before = kept_book(files, before_path(path));
  const bool damaged = *there && !*kept, saved = before && *before && (*before)->session == session;
  if ((damaged || !*there) && saved) {  // a crash between two names leaves the book from before alone
    static_cast<DoorBook&>(opened) = std::move(**before);
    if (damaged) opened.note = name_of(path) + ", which knows the tablets, is damaged; its copy from before is used. Whoever joined last may have to join again.";
    if (damaged)
      if (Result<void> gone = files.remove(path); !gone) return failed(gone.error());
  } else {
    static_cast<DoorBook&>(opened) = made_of_random([&](RandomOfABook random) { return new_door_book(session, random); });
    if (damaged) opened.note = name_of(path) + ", which knows the tablets, is damaged, and there is no copy of it. The session is whole; there is a new join code, and everybody joins again.";
  }
  if (Result<void> now = keep_door_book(files, path, opened); !now) return failed(now.error());
  return opened;
}

Result<void> keep_door_book(FileSystem& files, const std::string& path, const DoorBook& book) {
  const Result<bool> there = files.exists(path);
  if (!there) return failed(there.error());
  const std::string text = lines_of(book), before = before_path(path);
  bool same_keys = false;
  if (*there) {
    const Result<std::string> old = content_of(files, path);
    if (!old) return failed(old.error());
    same_keys = old->find(keys_of(book)) != old->npos;
  }
  if (Result<void> written = write_new(files, unfinished_path(path), text); !written) return written;
  if (Result<void> set_aside = same_keys ? files.rename(path, before) : files.remove(before); !set_aside) return set_aside;
  if (Result<void> renamed = files.rename(unfinished_path(path), path); !renamed) return renamed;
  if (!same_keys) {
    if (Result<void> written = write_new(files, unfinished_path(before), text); !written) return written;
    if (Result<void> renamed = files.rename(unfinished_path(before), before); !renamed) return renamed;
  }
  return files.sync_directory(directory_of(path));
}

}  // namespace standpoint
