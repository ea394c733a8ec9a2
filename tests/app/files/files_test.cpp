// Pictures as files: what an SVG says and does not say, that a PDF repeats its bytes, what files are called, and that none is
// ever half written. How they look beside a PNG is in tests/export_test.sh.
#include <doctest/doctest.h>

#include <cereal/macros.hpp>

#include <cereal/external/rapidxml/rapidxml.hpp>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

#include "app/design/measures.h"
#include "app/files/file_name.h"
#include "app/files/stage_pictures.h"
#include "app/files/whole_file.h"
#include "app/paint/painter.h"
#include "app/paint/screen_painter.h"
#include "app/paint/svg_painter.h"
#include "app/render/stage_file.h"
#include "core/activities/activities.h"
#include "core/workshop/apply.h"
#include "imgui.h"
#include "tests/app/driving/every_screen.h"
#include "tests/app/driving/ui_driver.h"

namespace standpoint::files_test {

namespace {

namespace rapidxml = cereal::rapidxml;
using Node = rapidxml::xml_node<>;

// A parsed file; parsing throws, and so fails the test, when it is not well formed.
class Xml {
 public:
  explicit Xml(std::string text) : text_(std::move(text)) {
    document_.parse<rapidxml::parse_validate_closing_tags | rapidxml::parse_no_data_nodes>(text_.data());
  }
  const Node& root() const { return *document_.first_node(); }
  void each(const std::function<void(const Node&)>& look) const { walk(root(), look); }
  // What all elements of this name say.
  std::vector<std::string> said_by(std::string_view name) const {
    std::vector<std::string> all;
    each([&](const Node& node) {
      if (node.name() == std::string(name)) all.emplace_back(node.value());
    });
    return all;
  }

 private:
  static void walk(const Node& node, const std::function<void(const Node&)>& look) {
    look(node);
    for (const Node* child = node.first_node(); child != nullptr; child = child->next_sibling()) walk(*child, look);
  }
  std::string text_;
  rapidxml::xml_document<> document_;
};

std::unique_ptr<StageFiles> files() { return std::move(*StageFiles::make()); }

template <class List>
auto count_of(const List& list, const std::string& wanted) {
  return std::count(list.begin(), list.end(), wanted);
}

Workshop staged(Workshop workshop, StageView view) {
  workshop.stage = view;
  return workshop;
}

// Nothing but the letters of a path and plain numbers below a million with at most two decimals.
void check_numbers(const std::string& text) {
  CHECK_MESSAGE(text.find_first_not_of("MLQCZ0123456789.- ") == std::string::npos, text);
  for (std::size_t at = 0; at < text.size();) {
    if (std::isdigit(static_cast<unsigned char>(text[at])) == 0) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
    CHECK(end - at < 7);
    if (end < text.size() && text[end] == '.') {
      const std::size_t point = end++;
      while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
      CHECK(end - point - 1 <= 2);
    }
    at = end;
  }
}

struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "standpoint-files-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// While it lives no file of this process grows beyond 8 bytes.
struct SmallDisk {
  rlimit before{};
  void (*handler)(int);
  SmallDisk() : handler(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{8, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
};

constexpr const char* secret = "Zuckerbaecker";

// A session in which somebody typed a private note, a vote named its voters, and another is still open.
struct SecretSession {
  Workshop told;
  Replay replay;

  SecretSession() {
    put({}, StartSession{"Quiet", ""});
    put({}, JoinSeat{SeatId{1}, "Nadia", Role::facilitator, {}});
    put({}, JoinSeat{SeatId{2}, "Wilhelmina", Role::participant, {}});
    Board map;
    map.id = mint<BoardId>(SeatId{1}, 1);
    map.title = "Map";
    put(SeatId{1}, AddBoard{map});
    Stakeholder ada, ben;
    ada.id = mint<StakeholderId>(SeatId{1}, 2);
    ada.name = "Ada";
    ada.note = secret;
    ada.stance = Stance::resistant;
    ben = ada;
    ben.id = mint<StakeholderId>(SeatId{1}, 3);
    ben.name = "Ben";
    put(SeatId{1}, AddStakeholder{ada});
    put(SeatId{1}, AddStakeholder{ben});
    Tie tie;
    tie.id = mint<TieId>(SeatId{1}, 4);
    tie.from = ada.id;
    tie.to = ben.id;
    tie.kind = TieKind::conflicts_with;
    tie.note = secret;
    put(SeatId{1}, AddTie{tie});
    put(SeatId{1}, ShowOnStage{{map.id, {}}});
  }
  void put(SeatId by, const Action& action) {
    const Event event{told.sequence + 1, 1'795'000'000'000, by, 0, action};
    apply(told, event);
    replay.add(event);
  }
};

}  // namespace

TEST_CASE("every picture of every sample is a well-formed SVG that needs nothing outside itself") {
  const auto drawer = files();
  int drawn = 0;
  for (const testing::Sample& sample : testing::samples())
    for (const StagePicture& picture : stage_pictures(sample.session.workshop)) {
      INFO(sample.name, ", ", picture.title);
      const std::string svg = drawer->svg({staged(sample.session.workshop, picture.view), drawn % 2 == 0 ? light_theme : dark_theme});
      const Xml xml(svg);
      CHECK(xml.root().name() == std::string("svg"));
      CHECK(xml.root().first_attribute("role")->value() == std::string("img"));
      CHECK(xml.root().first_node()->name() == std::string("title"));
      CHECK(xml.root().first_node()->value() == sample.session.workshop.title + (picture.title == sample.session.workshop.title ? "" : ": " + picture.title));
      std::set<std::string> ids;
      xml.each([&](const Node& node) {
        CHECK(node.name() != std::string("script"));
        CHECK(node.name() != std::string("image"));
        for (const auto* attribute = node.first_attribute(); attribute != nullptr; attribute = attribute->next_attribute()) {
          const std::string what = attribute->name(), value = attribute->value();
          CHECK(what.find("href") == std::string::npos);
          CHECK(what.substr(0, 2) != "on");
          if (what == "id") CHECK(ids.insert(value).second);
          if (what != "xmlns") CHECK(value.find("//") == std::string::npos);
          if (value.starts_with("url(")) CHECK(ids.contains(value.substr(5, value.size() - 6)));
          if (what == "d" || what == "x" || what == "viewBox" || what == "stroke-width") check_numbers(value);
        }
      });
      ++drawn;
    }
  CHECK(drawn > 6);
}

TEST_CASE("on the map every stakeholder has one title, every shown name is text, and every tie says who and how") {
  const auto drawer = files();
  for (const auto& [name, session] : testing::samples()) {
    const Workshop& workshop = session.workshop;
    const Board* map = nullptr;
    for (const Board& board : workshop.boards)
      if (board.kind == BoardKind::map) map = &board;
    REQUIRE(map != nullptr);
    const Xml xml(drawer->svg({staged(workshop, {map->id, {}}), light_theme}));
    const auto titles = xml.said_by("title");
    const auto texts = xml.said_by("text");
    for (const Stakeholder& stakeholder : workshop.stakeholders) {
      CHECK_MESSAGE(count_of(titles, stakeholder.name) == 1, stakeholder.name);
      CHECK_MESSAGE(count_of(texts, stakeholder.name) <= 1, stakeholder.name);
    }
    int shown = 0;
    for (const Stakeholder& stakeholder : workshop.stakeholders) shown += static_cast<int>(count_of(texts, stakeholder.name));
    CHECK(shown * 10 >= static_cast<int>(workshop.stakeholders.size()) * 7);  // long names are broken in two
    const Tie& tie = workshop.ties.front();
    CHECK(std::any_of(titles.begin(), titles.end(), [&](const std::string& title) { return title.starts_with(find(workshop, tie.from)->name + " "); }));
  }
}

TEST_CASE("a private note and whose a named input is are no part of what a picture is drawn from") {
  const SecretSession session;
  const Workshop seen = seen_in_files(session.replay, std::nullopt);
  REQUIRE(seen.stakeholders.size() == 2);
  CHECK(session.told.stakeholders.front().note == secret);
  for (const Stakeholder& stakeholder : seen.stakeholders) CHECK(stakeholder.note.empty());
  CHECK(seen.stage == session.told.stage);
  CHECK(seen_in_files(session.replay, 4).stakeholders.empty());
  for (const auto& [name, sample] : testing::samples())
    for (const Activity& activity : seen_in_files(sample.replay, std::nullopt).activities)
      for (const RevealedInput& input : activity.inputs) CHECK_FALSE(input.seat);
}

TEST_CASE("R89 files show what the room saw; stances and conflicts that it did not see are for facilitators, who ask for them") {
  const SecretSession session;  // a board without an activity
  const Workshop room = seen_in_files(session.replay, std::nullopt), all = seen_in_files(session.replay, std::nullopt, FilesFor::facilitators);
  CHECK(room.ties.empty());
  for (const Stakeholder& stakeholder : room.stakeholders) CHECK(stakeholder.stance == Stance::neutral);
  REQUIRE(all.ties.size() == 1);
  for (const Stakeholder& stakeholder : all.stakeholders) {
    CHECK(stakeholder.stance == Stance::resistant);
    CHECK(stakeholder.note.empty());
  }
  CHECK(layers_in_files(session.told, FilesFor::room) == Layers{});
}

TEST_CASE("R164 no clock runs in a picture, of whatever moment") {
  std::size_t running = 0;
  for (const auto& [name, sample] : testing::samples())
    for (std::uint64_t n = 1; n <= sample.replay.last_sequence(); n += 7) {
      running += sample.replay.at(n).timer.running ? 1 : 0;
      CHECK(seen_in_files(sample.replay, n).timer == Timer{});
    }
  CHECK(running > 0);
}

TEST_CASE("a private word is in no byte of a file, not even when the workshop still has it") {
  const SecretSession session;
  const auto drawer = files();
  const std::string svg = drawer->svg({session.told, light_theme});
  CHECK(svg.find("Ada") != std::string::npos);
  CHECK(svg.find(secret) == std::string::npos);
  CHECK(svg.find("Wilhelmina") == std::string::npos);
  CHECK(svg.find("Nadia") == std::string::npos);
  const std::string pdf = *drawer->pdf({session.told, light_theme});
  CHECK(pdf.find(secret) == std::string::npos);
  CHECK(pdf.find("Nadia") == std::string::npos);
}

TEST_CASE("layers that the facilitator keeps off the stage are not in the file either") {
  SecretSession session;
  Activity talk;
  talk.id = mint<ActivityId>(SeatId{1}, 5);
  set_kind(talk, ActivityKind::discuss);
  talk.title = "Who is there?";
  talk.board = session.told.boards.front().id;
  talk.show_conflicts = talk.show_stance = false;
  session.put(SeatId{1}, AddActivity{talk});
  const auto drawer = files();
  const Workshop open = staged(session.told, {talk.board, {}}), quiet = staged(session.told, {talk.board, talk.id});
  const std::string all = drawer->svg({open, light_theme}), less = drawer->svg({quiet, light_theme});
  CHECK(all.find("Ada conflicts with Ben") != std::string::npos);
  CHECK(all.find(">Resistant<") != std::string::npos);
  CHECK(less.find(">Ada<") != std::string::npos);
  CHECK(less.find("onflicts") == std::string::npos);
  CHECK(less.find("esistant") == std::string::npos);
}

TEST_CASE("only boards and what was revealed are exported, and no two files have one name") {
  Workshop workshop;
  for (int i = 0; i < 3; ++i) {
    Board board;
    board.id = mint<BoardId>(SeatId{1}, static_cast<std::uint32_t>(i + 1));
    board.title = i == 2 ? "???" : "Power/Interest";
    workshop.boards.push_back(board);
  }
  for (const Phase phase : {Phase::planned, Phase::open, Phase::closed, Phase::revealed}) {
    Activity activity;
    activity.id = mint<ActivityId>(SeatId{1}, static_cast<std::uint32_t>(10 + static_cast<int>(phase)));
    activity.title = "power interest";
    activity.phase = phase;
    workshop.activities.push_back(activity);
  }
  std::vector<std::string> names;
  for (const StagePicture& picture : stage_pictures(workshop)) names.push_back(picture.name);
  CHECK(names == std::vector<std::string>{"board-power-interest", "board-power-interest-2", "board-untitled", "result-power-interest"});
  // One of two with the same title is told by the name of its file, and keeps that name when it is exported alone.
  CHECK(stage_picture_called(workshop, "board-power-interest-2")->view == StageView{workshop.boards[1].id, {}});
  CHECK(stage_picture_called(workshop, "Power Interest")->view.activity == workshop.activities[0].id);
  CHECK(stage_picture_called(workshop, "result-power-interest")->view.activity == workshop.activities[3].id);
  CHECK(stage_picture_of(workshop, {{}, workshop.activities[3].id}).name == "result-power-interest");
  CHECK(stage_picture_of(workshop, {{}, workshop.activities[1].id}).name == "result-power-interest-open");
  CHECK(stage_picture_called(workshop, "map")->view == StageView{workshop.boards[0].id, {}});
  CHECK_FALSE(stage_picture_called(workshop, "nowhere").has_value());
  CHECK(file_name_of("../../etc/passwd", "x") == "etc-passwd");
  CHECK(file_name_of("Übung: 3 Räume", "x") == "Übung-3-räume");
  CHECK(file_name_of(std::string(200, 'a'), "x").size() == 80);
}

TEST_CASE("the same board gives the same bytes, as SVG and as PDF") {
  const auto samples = testing::samples();
  const Workshop& workshop = samples.front().session.workshop;
  const StageSheet sheet{workshop, light_theme};
  const auto one = files();
  const std::string svg = one->svg(sheet), pdf = *one->pdf(sheet);
  const auto other = files();
  CHECK(*other->pdf(sheet) == pdf);
  CHECK(other->svg(sheet) == svg);
  CHECK(pdf.starts_with("%PDF-"));
}

TEST_CASE("whatever a title holds, the SVG stays well formed and says it") {
  CHECK(xml_escaped("a<b>&\"c\"") == "a&lt;b&gt;&amp;&quot;c&quot;");
  CHECK(xml_escaped("\x01\xFF\x7F") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  SecretSession session;
  const auto drawer = files();
  for (const char* title : {"</title><script>alert(1)</script>", "R&D \"now\"", "\xED\xA0\x80 broken", "]]>", "עידו & Ada"}) {
    session.told.title = title;
    const Xml xml(drawer->svg({session.told, light_theme}));
    CHECK(xml.said_by("script").empty());
    if (title[0] != '\xED') CHECK(xml.root().first_node()->value() == std::string(title) + ": Map");
  }
}

TEST_CASE("a line from right to left is left to the viewer to turn, and starts at its right end") {
  SecretSession session;
  session.told.title = "שלום";
  const Xml xml(files()->svg({session.told, light_theme}));
  bool found = false;
  xml.each([&](const Node& node) {
    if (node.name() != std::string("text") || node.value() != session.told.title) return;
    found = true;
    REQUIRE(node.first_attribute("direction") != nullptr);
    REQUIRE(node.first_attribute("text-anchor") != nullptr);
    CHECK(node.first_attribute("direction")->value() == std::string("rtl"));
    CHECK(node.first_attribute("text-anchor")->value() == std::string("end"));
  });
  CHECK(found);
}

TEST_CASE("files measure text as the screen does") {
  testing::UiDriver driver([](const Frame& frame, Commands&) {
    const SvgPainter painter(frame.fonts, Page::of_size(1920, 1080), {}, rgb(0xFFFFFF));
    for (const TextStyle style : {stage_type::title, stage_type::label, desk_type::body, desk_type::caption})
      for (const char* words : {"Nguyễn Thị Lan", "To AV 11:11", "Καλημέρα"})
        for (const bool tabular : {false, true})
          CHECK(painter.text_width(words, style, tabular) == doctest::Approx(frame.painter.text_width(words, style, tabular)).epsilon(0.001));
  });
  driver.frames(1);
}

TEST_CASE("a tapering line keeps its widths at both ends and its area between") {
  const Path outline = taper_outline({{{0, 0}, {50, 0}, {100, 0}}, false}, 8, 2);
  const auto points = outline.points();
  REQUIRE(points.size() == 6);
  CHECK(std::fabs(points[0].y - points[5].y) == doctest::Approx(8));
  CHECK(std::fabs(points[2].y - points[3].y) == doctest::Approx(2));
  float area = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Vec a = points[i], b = points[(i + 1) % points.size()];
    area += (a.x * b.y - b.x * a.y) / 2;
  }
  CHECK(std::fabs(area) == doctest::Approx(500));
  CHECK(taper_outline({{{3, 3}}, false}, 8, 2).verbs().empty());
}

TEST_CASE("a picture of another shape shows the whole design in its middle") {
  const Page wide = Page::of_size(3840, 1080);
  CHECK(wide.scale() == doctest::Approx(1));
  CHECK(wide.design.min.x == doctest::Approx(-960));
  CHECK(wide.design.max.x == doctest::Approx(2880));
  CHECK(Page::of_size(7680, 4320).scale() == doctest::Approx(4));
}

TEST_CASE("a file is written whole or not at all") {
  const Folder folder;
  const auto path = folder.path / "map.svg";
  REQUIRE(write_whole_file(path, "first").has_value());
  REQUIRE(write_whole_file(path, "second").has_value());
  CHECK((std::filesystem::status(path).permissions() & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) == std::filesystem::perms::none);
  CHECK(text_of(path) == "second");
  const auto nowhere = write_whole_file(folder.path / "gone" / "map.svg", "third");
  REQUIRE_FALSE(nowhere.has_value());
  CHECK(nowhere.error().sentence.find("gone/map.svg") != std::string::npos);
  CHECK(nowhere.error().sentence.find("No such file") != std::string::npos);
  {
    const SmallDisk disk;
    const auto full = write_whole_file(path, "more than fits");
    REQUIRE_FALSE(full.has_value());
    CHECK(full.error().sentence.find("File too large") != std::string::npos);
  }
  CHECK(text_of(path) == "second");
  std::filesystem::create_directory(folder.path / "taken.svg");
  CHECK_FALSE(write_whole_file(folder.path / "taken.svg", "fourth").has_value());
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 2);
}

}  // namespace standpoint::files_test
