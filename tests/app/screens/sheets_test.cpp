// What the files of a whole session say, read back from the SVGs: everything the audience may see, on whatever page, and nothing to
// press. That a PDF has the same pages is in tests/export_test.sh.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "app/files/stage_pictures.h"
#include "app/render/stage_file.h"
#include "app/screens/sheets/export.h"
#include "app/screens/stage/stage.h"
#include "core/activities/place/result.h"
#include "core/activities/vote/result.h"
#include "core/workshop/first_words.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"
#include "tests/core/samples/generated_session.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::sheets_test {

using namespace standpoint::testing;

namespace {

std::string unescaped(std::string text) {
  for (const auto& [entity, letter] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
    for (std::size_t at = 0; (at = text.find(entity, at)) != text.npos; ++at) text.replace(at, std::string(entity).size(), letter);
  return text;
}

// What each text element says; digits of one width stand in elements of their own inside it.
std::vector<std::string> lines_of(const std::string& svg) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; (at = svg.find("<text ", at)) != svg.npos;) {
    const std::size_t end = svg.find("</text>", at);
    std::string line;
    bool inside = true;
    for (; at < end; ++at) {
      if (svg[at] == '<') inside = true;
      else if (svg[at] == '>') inside = false;
      else if (!inside) line += svg[at];
    }
    lines.push_back(unescaped(line));
  }
  return lines;
}

// Reads a page of a list row by row: each has its words whole and its facts right behind them. Added to `all` is one text for a thing,
// also where its words are more than a page has room for and go on, without facts, at the top of the next.
void read_rows(const std::vector<std::string>& lines, const std::vector<ListedThing>& rows, std::vector<std::string>& all, std::size_t& last_name) {
  std::size_t from = 0;
  for (std::size_t n = 0; n < rows.size(); ++n) {
    from = end_of_reading(lines, rows[n].name, from);
    CHECK_MESSAGE(from > 0, rows[n].name);
    if (n == 0 && rows[n].facts.empty() && last_name < all.size()) {
      all[last_name] += rows[n].name;
      continue;
    }
    last_name = all.size();
    all.push_back(rows[n].name);
    for (const std::string& fact : rows[n].facts) {
      if (fact.empty()) continue;
      const std::size_t end = end_of_reading(lines, fact, from);
      const std::string first = from < lines.size() ? lines[from] : std::string();
      CHECK_MESSAGE(fact.starts_with(first), fact);
      CHECK_MESSAGE(end > 0, fact);
      all.push_back(fact);
      from = end;
    }
  }
}

struct Files {
  Workshop workshop;
  std::unique_ptr<StageFiles> drawer = std::move(*StageFiles::make());

  std::vector<std::string> lines(const StagePicture& picture) {
    workshop.stage = picture.view;
    const StageSheet sheet{workshop, light_theme, 1920, 1080, {}, picture.only};
    const SheetPages pages = drawer->pages_of(sheet);
    std::vector<std::string> all;
    std::size_t last_name = std::string::npos;
    for (std::size_t page = 0; page < pages.count(); ++page) {
      const std::vector<std::string> lines = lines_of(drawer->svg(sheet, &pages, page));
      if (page < pages.pictures) all.insert(all.end(), lines.begin(), lines.end());
      else read_rows(lines, pages.lists[page - pages.pictures], all, last_name);
    }
    return all;
  }
};

// Behind the whole text, what is said of it: of a row its count, of a line of a list its facts.
bool says_with(const std::vector<std::string>& lines, const std::string& text, const std::string& fact) {
  for (std::size_t from = 0; from < lines.size();) {
    const std::size_t end = end_of_reading(lines, text, from);
    if (end == 0) return false;
    if (end < lines.size() && lines[end].starts_with(fact)) return true;
    from = end;
  }
  return false;
}

void check_everything(Files& files) {
  const Workshop w = files.workshop;
  std::vector<std::string> all;
  for (const StagePicture& picture : stage_pictures(w)) {
    INFO(picture.name);
    const std::vector<std::string> lines = files.lines(picture);
    all.insert(all.end(), lines.begin(), lines.end());
    const Activity* activity = find(w, picture.view.activity);
    if (activity == nullptr) continue;
    if (activity->kind == ActivityKind::vote)
      for (const VoteRow& row : result_of(*activity).rows) {
        const std::string words = words_in(w, activity->id, row.item);
        CHECK_MESSAGE(says_with(lines, words, std::to_string(row.dots)), words);
      }
    if (activity->kind != ActivityKind::place) continue;
    const std::vector<Spread> spreads = spreads_of(*activity);
    for (const Spread& spread : spreads) {
      const std::string name = words_in(w, activity->id, spread.item);
      if (spreads.size() > 5) CHECK_MESSAGE(says_with(lines, name, std::to_string(spread.points.size()) + " placement"), name);
      else CHECK_MESSAGE(reads(lines, name), name);
    }
  }
  for (const Stakeholder& person : w.stakeholders) CHECK_MESSAGE(reads(all, person.name), person.name);
  for (const Card& card : w.cards) CHECK_MESSAGE(reads(all, card.text), card.text);
  for (const Decision& decision : w.decisions) CHECK_MESSAGE(reads(all, decision.text), decision.text);
}

}  // namespace

TEST_CASE("R170 the files of a session hold every person, card, choice with its count, decision and placement that the audience may see") {
  const std::vector<std::pair<SessionPlan, std::uint64_t>> plans{{usual_session(), 1}, {session_in_scripts(), 5}, {crowded_session(), 3}};
  for (const auto& plan : plans) {
    INFO("seed ", plan.second);
    Files files{seen_in_files(generated_session(plan.first, plan.second).replay(), std::nullopt)};
    REQUIRE_FALSE(files.workshop.stakeholders.empty());
    check_everything(files);
  }
}

TEST_CASE("R170 they hold the longest texts, too: what is more than a page has room for goes on at the top of the next") {
  Files files{seen_in_files(generated_session(longest_session(), 4).replay(), std::nullopt)};
  REQUIRE_FALSE(files.workshop.stakeholders.empty());
  check_everything(files);
}

TEST_CASE("R170 people without a map and decisions without a deciding are in a list of their own; nothing is in none") {
  Files files{seen_in_files(generated_session(usual_session(), 6).replay(), std::nullopt)};
  Workshop& w = files.workshop;
  w.activities.clear();
  w.agenda.clear();
  w.boards.clear();
  w.cards.clear();
  REQUIRE_FALSE(w.decisions.empty());
  check_everything(files);
  files.workshop = Workshop{};
  CHECK(stage_pictures(files.workshop).empty());
}

TEST_CASE("R170 no page of a picture has anything to press") {
  const Workshop workshop = seen_in_files(generated_session(crowded_session(), 3).replay(), std::nullopt);
  Workshop staged = workshop;
  StageUi ui;
  OnlyListed only = OnlyListed::none;
  SheetPages pages;
  std::size_t page = 0;
  UiDriver driver{[&](const Frame& frame, Commands&) { draw_sheet(frame, {staged, light_theme, 1920, 1080, {}, only}, ui, &pages, page); }};
  const auto drawer = std::move(*StageFiles::make());
  std::size_t most = 0;
  for (const StagePicture& picture : stage_pictures(workshop)) {
    staged.stage = picture.view;
    only = picture.only;
    pages = drawer->pages_of({staged, light_theme, 1920, 1080, {}, only});
    most = std::max(most, pages.pictures);
    for (page = 0; page < pages.count(); ++page) {
      INFO(picture.name, " ", page);
      ui = {};
      driver.frames(2);
      for (const UiDriver::Item& item : driver.items()) CHECK_MESSAGE(item.label == "Standpoint", item.label);  // the window itself
    }
  }
  CHECK(most > 1);
}

TEST_CASE("R170 a result in a file says that there is a tie, and offers no run-off that nobody could press") {
  SampleRoom room;
  const BoardId board = room.add_board(BoardKind::cards, "Ideas");
  std::vector<Item> items;
  for (const char* text : {"Alpha", "Beta", "Gamma"}) items.emplace_back(room.add_card(room.nadia, board, text));
  const ActivityId vote = room.add_vote(items, 2, 1);
  room.open(vote);
  room.close(vote);
  room.reveal(vote, {{SeatId{}, Ballot{{{items[0], 1}, {items[1], 1}}}}});
  Files files{room.workshop};
  const std::vector<std::string> lines = files.lines(stage_picture_of(room.workshop, {board, vote}));
  CHECK(reads(lines, "Tie for first"));
  CHECK_FALSE(reads(lines, "Run-off"));
}

TEST_CASE("R171 the name of a file says board or result, and of several rounds which") {
  const Workshop workshop = seen_in_files(generated_session(usual_session(), 1).replay(), std::nullopt);
  std::set<std::string> names;
  int rounds = 0;
  for (const StagePicture& picture : stage_pictures(workshop)) {
    CHECK(names.insert(picture.name).second);
    const Activity* activity = find(workshop, picture.view.activity);
    const bool deciding = activity != nullptr && activity->kind == ActivityKind::decide;
    if (activity == nullptr) CHECK(picture.name.starts_with("board-"));
    else if (!deciding) CHECK(picture.name.starts_with("result-"));
    else CHECK(picture.name == "decisions");
    if (activity == nullptr || !activity->follows) continue;
    CHECK(picture.name.ends_with("-round-2"));
    const StagePicture first = stage_picture_of(workshop, {activity->board, activity->follows});
    CHECK(first.name.ends_with("-round-1"));
    ++rounds;
  }
  CHECK(rounds > 0);
  const StagePicture one{{}, "One", "board-one"};
  CHECK(file_of_page(one, 0, PictureFormat::svg) == "board-one.svg");
  CHECK(file_of_page(one, 2, PictureFormat::png) == "board-one-page-3.png");
}

TEST_CASE("R257 the sheet of exports says whole that private notes stay out, whatever the folder is called") {
  for (const std::string& folder : {std::string("relaunch exports"), std::string(110, 'w') + " exports"}) {
    std::vector<std::string> words;
    ExportUi ui;
    ui.open = true;
    UiDriver sheet([&](const Frame& frame, Commands& commands) {
      words = words_of(frame, true, [&](const Frame& seen) { draw_export(seen, {"Map", 12, folder}, ui, commands); });
    });
    sheet.frames(30);
    CHECK(reads(words, "Private notes stay out."));
    CHECK(says(words, "beside the session."));
  }
}

}  // namespace standpoint::sheets_test
