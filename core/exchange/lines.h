// Lines of a file, told together: "Lines 31–42", "Lines 3, 7 and 9".
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace standpoint {

class Lines {
 public:
  void add(int line) { lines_.push_back(line); }
  bool empty() const { return lines_.empty(); }
  std::size_t count() const { return lines_.size(); }
  bool one_run() const;
  std::string words(const std::string& of = {}) const;  // "Lines 31–42", with " of people.csv" behind it
  std::string numbers() const;  // "31–42", "3, 7, 9–12"; past eight runs "and n more"

 private:
  std::vector<int> lines_;
};

// One reason for which many rows are told once.
class Reasons {
 public:
  // `general` is the same for all rows of this reason; `sentence` says it of this row. Both without the line and with a full stop.
  void add(int line, std::string general, std::string sentence);
  // A sentence a row up to five, else one for all of them. In the order in which reasons came first.
  std::vector<std::string> told(const std::string& of = {}) const;
  bool empty() const { return groups_.empty(); }
  std::size_t rows() const;

 private:
  struct Group {
    std::string general;
    Lines lines;
    std::vector<std::pair<int, std::string>> sentences;  // of the first five rows
    bool alike = true;                                   // all of them say the same
  };
  std::vector<Group> groups_;
};

}  // namespace standpoint
