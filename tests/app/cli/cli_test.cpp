// The command line as a person meets it: what is printed, which sentence, which exit code, which files are there after.
#include "app/cli/cli.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/cli/json_values.h"
#include "core/file/session_store.h"

namespace standpoint::cli_test {

namespace {

const std::string sessions = std::string(STANDPOINT_SOURCE_DIR) + "/sessions";
const std::string florence = sessions + "/florence-1434.standpoint";
const std::string checkout = sessions + "/checkout-relaunch.standpoint";

// A folder of its own for each test, gone afterwards.
struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "standpoint-cli-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name) const { return (path / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path / name, std::ios::binary) << text;
    return file(name);
  }
  std::set<std::string> names() const {
    std::set<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(path)) all.insert(entry.path().filename().string());
    return all;
  }
};

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

struct Answer {
  int code = 0;
  std::string out, err;
  std::vector<std::string> opened;  // what went through the doors
};

std::string at_words(const std::optional<std::uint64_t>& at) { return " at " + (at ? std::to_string(*at) : "the end"); }
std::string look_words(const PictureLook& look) {
  return ", " + std::to_string(look.width) + " by " + std::to_string(look.height) + (look.dark ? ", dark" : ", light");
}

Answer run(const std::vector<std::string>& arguments) {
  Answer answer;
  std::ostringstream out, err;
  Doors doors;
  doors.open_window = [&](const WindowRequest& r) {
    answer.opened.push_back((r.review ? "review " : "window ") + r.path);
    return 7;
  };
  doors.write_picture = [&](const PictureRequest& r) -> Result<void> {
    answer.opened.push_back(r.board + at_words(r.at) + " to " + r.out + " as " + std::string(words(r.format)) + look_words(r.look));
    if (r.board == "nowhere") return failed("There is no board nowhere.");
    return {};
  };
  doors.export_pictures = [&](const ExportRequest& r, const std::function<void(const std::string&)>& written) -> Result<void> {
    std::string formats;
    for (const PictureFormat format : r.formats) formats += " " + std::string(words(format));
    answer.opened.push_back((r.board.empty() ? "all" : r.board) + at_words(r.at) + " into " + r.folder + " as" + formats + look_words(r.look));
    written(r.folder + "/map.svg");
    if (r.folder == "full") return failed("The picture full/cards.svg could not be written.");
    written(r.folder + "/cards.svg");
    return {};
  };
  doors.now_ms = [] { return std::int64_t{1'800'000'000'000}; };
  answer.code = run_cli(arguments, out, err, doors);
  answer.out = out.str();
  answer.err = err.str();
  return answer;
}

// Trouble is one line that ends in a full stop, and no data.
void check_sentence(const Answer& a, int code) {
  CHECK(a.code == code);
  CHECK(a.out.empty());
  REQUIRE(a.err.size() > 2);
  CHECK(a.err.find('\n') == a.err.size() - 1);
  CHECK(a.err[a.err.size() - 2] == '.');
}

}  // namespace

TEST_CASE("without a command the window opens on the home screen, open and review on a session") {
  CHECK(run({}).opened == std::vector<std::string>{"window "});
  CHECK(run({"open", "a.standpoint"}).opened == std::vector<std::string>{"window a.standpoint"});
  CHECK(run({"review", "a.standpoint"}).opened == std::vector<std::string>{"review a.standpoint"});
  CHECK(run({"review", "a.standpoint"}).code == 7);
}

TEST_CASE("--help names every command and the exit codes, --version the version") {
  const Answer help = run({"--help"});
  CHECK(help.code == 0);
  CHECK(help.err.empty());
  for (const char* word : {"open", "review", "new", "import", "picture", "export", "show", "log", "insights", "check", "Exit codes", "64"})
    CHECK_MESSAGE(help.out.find(word) != std::string::npos, word);
  const Answer version = run({"--version"});
  CHECK(version.code == 0);
  CHECK(version.out.substr(0, 11) == "standpoint ");
}

TEST_CASE("R113 arguments that make no sense give one sentence and exit code 64") {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"opne"}, {"open"}, {"show"}, {"show", "a", "b"}, {"new"}, {"import"}, {"import", "a.csv"}, {"import", "a.csv", "--out", "b", "--into", "c"},
           {"picture", "a", "--board", "Map", "--out", "x.png", "--theme", "blue"}, {"export", "a"}, {"check", "--fix", "a"}}) {
    CAPTURE(arguments.size());
    check_sentence(run(arguments), exit_usage);
  }
}

TEST_CASE("R112 new makes a session from a template, and never over a file that is there") {
  const Folder folder;
  const std::string out = folder.file("mapping.standpoint");
  const Answer made = run({"new", "--template", "stakeholder-mapping", "--title", "Our map", "--out", out});
  CHECK(made.code == 0);
  CHECK(made.out == "Made " + out + ": Our map, 5 activities.\n");
  const Answer shown = run({"show", out, "--json"});
  CHECK(nlohmann::json::parse(shown.out).at("title") == "Our map");
  CHECK(nlohmann::json::parse(shown.out).at("agenda").size() == 5);

  const std::string before = text_of(out);
  check_sentence(run({"new", "--template", "stakeholder-mapping", "--out", out}), exit_not_done);
  CHECK(text_of(out) == before);
  CHECK(folder.names() == std::set<std::string>{"mapping.standpoint"});
}

TEST_CASE("new without a template has a map, a canvas and a board for cards") {
  const Folder folder;
  const std::string out = folder.file("blank.standpoint");
  REQUIRE(run({"new", "--out", out}).code == 0);
  std::vector<std::string> kinds;
  const auto workshop = nlohmann::json::parse(run({"show", out, "--json"}).out);
  for (const auto& board : workshop.at("boards")) kinds.push_back(board.at("kind"));
  CHECK(kinds == std::vector<std::string>{"map", "canvas", "cards"});
}

TEST_CASE("new with a template that is not there leaves no file") {
  const Folder folder;
  check_sentence(run({"new", "--template", "nothing", "--out", folder.file("x.standpoint")}), exit_not_done);
  CHECK(folder.names().empty());
}

TEST_CASE("import makes the Florence session from the data that ships") {
  const Folder folder;
  const std::string out = folder.file("florence.standpoint");
  const Answer imported = run({"import", sessions + "/data/florence-stakeholders.csv", "--ties", sessions + "/data/florence-ties.csv", "--out", out,
                               "--title", "Florence 1434", "--subtitle", "Elite families and their ties"});
  CHECK(imported.code == 0);
  CHECK(imported.err.empty());
  CHECK(imported.out == "Imported 16 stakeholders and 35 ties; 0 lines refused.\n");
  const auto workshop = nlohmann::json::parse(run({"show", out, "--json"}).out);
  CHECK(workshop.at("title") == "Florence 1434");
  CHECK(workshop.at("stakeholders").size() == 16);
  CHECK(workshop.at("ties").size() == 35);
}

TEST_CASE("import says line by line what it refused and imports the rest") {
  const Folder folder;
  const std::string people = folder.write("people.csv", "name,kind\nAda,internal\nBo,alien\n,internal\nCy,customer\n");
  const std::string ties = folder.write("ties.csv", "from,to,kind\nAda,Cy,trusts\nAda,Di,trusts\n");
  const Answer alone = run({"import", people, "--out", folder.file("alone.standpoint")});
  CHECK(alone.code == 0);
  CHECK(alone.out == "Imported 3 stakeholders and 0 ties; 1 line refused.\n");
  CHECK(alone.err == "Kind not known, kept as a note: alien (1).\nLine 4: it has no name.\n");
  const Answer both = run({"import", people, "--ties", ties, "--out", folder.file("both.standpoint")});
  CHECK(both.out == "Imported 3 stakeholders and 1 tie; 2 lines refused.\n");
  CHECK(both.err.find("Line 4 of people.csv: it has no name.") != std::string::npos);
  CHECK(both.err.find("Line 3 of ties.csv: no stakeholder is called “Di”.") != std::string::npos);
}

TEST_CASE("import --into adds to a session and keeps what is in it") {
  const Folder folder;
  const std::string out = folder.file("s.standpoint");
  REQUIRE(run({"import", folder.write("a.csv", "name\nAda\n"), "--out", out}).code == 0);
  const Answer more = run({"import", folder.write("b.csv", "name\nAda\nBo\n"), "--ties", folder.write("t.csv", "from,to,kind\nBo,Ada,supports\n"), "--into", out});
  CHECK(more.code == 0);
  CHECK(more.out == "Imported 1 stakeholder and 1 tie; 0 lines refused.\nPeople: 1 the same, 0 changed, 1 new.\n");
  const auto workshop = nlohmann::json::parse(run({"show", out, "--json"}).out);
  CHECK(workshop.at("stakeholders").size() == 2);
  CHECK(workshop.at("ties").size() == 1);
  CHECK(run({"check", out}).code == 0);
}

TEST_CASE("R112 import that cannot read, or has nothing to add, makes and changes no file") {
  const Folder folder;
  const std::string out = folder.file("s.standpoint");
  check_sentence(run({"import", folder.file("missing.csv"), "--out", out}), exit_not_done);
  check_sentence(run({"import", folder.write("empty.csv", ""), "--out", out}), exit_not_done);
  check_sentence(run({"import", folder.write("headed.csv", "name\n"), "--out", out}), exit_not_done);
  check_sentence(run({"import", folder.write("wrong.csv", "who\nAda\n"), "--out", out}), exit_not_done);
  check_sentence(run({"import", folder.write("good.csv", "name\nAda\n"), "--ties", folder.write("bad.csv", "x\ny\n"), "--out", out}), exit_not_done);
  check_sentence(run({"import", folder.file("good.csv"), "--into", out}), exit_not_done);
  CHECK_FALSE(std::filesystem::exists(out));
  REQUIRE(run({"import", folder.file("good.csv"), "--out", out}).code == 0);
  const std::string before = text_of(out);
  check_sentence(run({"import", folder.file("good.csv"), "--out", out}), exit_not_done);
  const Answer again = run({"import", folder.file("good.csv"), "--into", out});
  CHECK(again.code == exit_not_done);
  CHECK(again.err == "Line 2: “Ada” is there already.\nThere was nothing to import. No file was changed.\n");
  CHECK(text_of(out) == before);
}

TEST_CASE("picture hands its request on, with the moment as an event number") {
  CHECK(run({"picture", florence, "--board", "Map", "--out", "x.png"}).opened == std::vector<std::string>{"Map at the end to x.png as png, 1920 by 1080, light"});
  CHECK(run({"picture", checkout, "--board", "Map", "--at", "298", "--out", "x.png", "--size", "1280x800", "--theme", "dark"}).opened ==
        std::vector<std::string>{"Map at 298 to x.png as png, 1280 by 800, dark"});
  CHECK(run({"picture", checkout, "--board", "Map", "--at", "0:00", "--out", "x.png"}).opened.size() == 1);
  for (const char* size : {"1920", "x", "1920x", "63x100", "100x9000", "1920x1080x2", "-5x100"}) {
    CAPTURE(size);
    const Answer wrong = run({"picture", florence, "--board", "Map", "--out", "x.png", "--size=" + std::string(size)});
    check_sentence(wrong, exit_not_done);
    CHECK(wrong.opened.empty());
  }
  check_sentence(run({"picture", florence, "--board", "nowhere", "--out", "x.png"}), exit_not_done);
  check_sentence(run({"picture", florence, "--board", "Map", "--at", "100000", "--out", "x.png"}), exit_not_done);
}

TEST_CASE("picture draws the format that the file's ending says, and no other") {
  CHECK(run({"picture", florence, "--board", "Map", "--out", "a/x.SVG"}).opened.front().find("as svg") != std::string::npos);
  CHECK(run({"picture", florence, "--board", "Map", "--out", "x.pdf"}).opened.front().find("as pdf") != std::string::npos);
  for (const char* out : {"x", "x.jpg", ".png", "png", "x.svg.gz"}) {
    CAPTURE(out);
    const Answer wrong = run({"picture", florence, "--board", "Map", "--out", out});
    check_sentence(wrong, exit_not_done);
    CHECK(wrong.opened.empty());
  }
}

TEST_CASE("export hands its request on and names each file that is on disk, also when the next one fails") {
  const Answer all = run({"export", checkout, "--out", "there"});
  CHECK(all.opened == std::vector<std::string>{"all at the end into there as svg, 1920 by 1080, light"});
  CHECK(all.code == exit_done);
  CHECK(all.out == "there/map.svg\nthere/cards.svg\n");
  CHECK(all.err.empty());
  const Answer one = run({"export", checkout, "--out", "there", "--format", "pdf,png", "--format", "svg", "--board", "Map", "--at", "298", "--theme", "dark", "--size", "7680x4320"});
  CHECK(one.opened == std::vector<std::string>{"Map at 298 into there as pdf png svg, 7680 by 4320, dark"});
  const Answer full = run({"export", checkout, "--out", "full"});
  CHECK(full.code == exit_not_done);
  CHECK(full.out == "full/map.svg\n");
  CHECK(full.err == "The picture full/cards.svg could not be written.\n");
  for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{{"--format", "gif"}, {"--size", "9"}, {"--at", "99999"}}) {
    const Answer answer = run({"export", checkout, "--out", "there", wrong[0], wrong[1]});
    CHECK(answer.code == exit_not_done);
    CHECK(answer.opened.empty());
  }
}

TEST_CASE("show gives the workshop at the end, at an event and at a minute") {
  const auto stakeholders = [](const Answer& a) { return nlohmann::json::parse(a.out).at("stakeholders").size(); };
  CHECK(stakeholders(run({"show", checkout, "--json"})) == 24);
  CHECK(stakeholders(run({"show", checkout, "--at", "0", "--json"})) == 0);
  CHECK(stakeholders(run({"show", checkout, "--at", "10:40", "--json"})) == 24);
  CHECK(stakeholders(run({"show", checkout, "--at", "5:00", "--json"})) == 0);
  const auto events = nlohmann::json::parse(run({"show", checkout, "--json"}).out).at("sequence").get<std::uint64_t>();
  for (const std::string& at : {std::to_string(events + 1), std::string("-1"), std::string("x"), std::string("5:"), std::string(":5"), std::string("5:60"), std::string("1:2:3")}) {
    CAPTURE(at);
    check_sentence(run({"show", checkout, "--at=" + at}), exit_not_done);
  }
  const Answer summary = run({"show", checkout});
  CHECK(summary.out.find("Checkout relaunch, stakeholder alignment\n24 stakeholders, 23 ties, ") == 0);
  CHECK(summary.out.find("14 participants, " + std::to_string(events) + " events, 60:12 long\n") != std::string::npos);
}

TEST_CASE("R314 log says where the clock was set back, and by how much") {
  const Folder folder;
  const std::string out = folder.file("back.standpoint");
  {
    constexpr std::int64_t start = 1'795'093'200'000, hour = 3'600'000;
    const auto files = posix_file_system();
    const std::vector<Command> first{{{}, 0, StartSession{"Back", ""}}, {{}, 0, JoinSeat{SeatId{1}, "Nadia", Role::facilitator, {}}}};
    auto session = create_session(*files, out, {{1}, start}, first);
    REQUIRE(session);
    const std::vector<Event> later{{3, start - 3 * hour, SeatId{1}, 1, RenameSession{"Now", ""}}};
    REQUIRE(session->store->append(later));
  }
  const Answer log = run({"log", out});
  CHECK(log.out.find("The clock was set back by 3 h 0 min") != std::string::npos);
  CHECK(log.out.find("set back") == log.out.rfind("set back"));
}

TEST_CASE("log --json is one object a line, with the story and the fields of each event") {
  const Answer log = run({"log", checkout, "--json"});
  std::istringstream lines(log.out);
  std::string line;
  std::uint64_t count = 0;
  nlohmann::json moved;
  while (std::getline(lines, line)) {
    const auto event = nlohmann::json::parse(line);
    CHECK(event.at("sequence") == ++count);
    if (event.at("time").get<std::string>().substr(0, 19) == "2026-11-19T13:24:16") moved = event;
  }
  CHECK(nlohmann::json::parse(run({"show", checkout, "--json"}).out).at("sequence") == count);
  CHECK(moved.at("action") == "MoveStakeholders");
  CHECK(moved.at("what") == "Priya moved a stakeholder");
  CHECK(moved.at("detail") == "Ruth Kaplan, External to Internal");
  CHECK(moved.at("by").at("name") == "Priya Raman");
  CHECK(moved.at("fields").at("moves").at(0).at("at").at("x") == 2376);
}

TEST_CASE("log --json tells of every change which fields were touched, also of those that belong to one kind of activity") {
  const ActivityId vote{0x100000006};
  const Json votes = json_value(Action(ChangeSetup{vote, VoteSetupChange{std::vector<Item>{Item(CardId{7})}, 3, {}, SeatId{9}}}));
  CHECK(votes.at("choices").size() == 1);
  CHECK(votes.at("dots_per_person") == 3);
  CHECK(votes.at("decider") == 9);
  CHECK_FALSE(votes.contains("dots_per_choice"));
  CHECK(json_value(Action(ChangeSetup{vote, PlaceSetupChange{std::vector<Item>{}}})).at("choices").empty());
  CHECK(json_value(Action(ChangeActivity{vote, "Who first?"})).at("title") == "Who first?");
}

TEST_CASE("an anonymous vote tells nobody's name anywhere in show or log") {
  const auto workshop = nlohmann::json::parse(run({"show", checkout, "--json"}).out);
  for (const auto& activity : workshop.at("activities"))
    for (const auto& input : activity.at("inputs")) CHECK_FALSE(input.contains("seat"));
  CHECK(run({"log", checkout, "--json"}).out.find("SealInput") == std::string::npos);
}

TEST_CASE("insights over the marriages of Florence are the published numbers, with the Medici hidden") {
  const auto insights = nlohmann::json::parse(run({"insights", florence, "--ties", "trusts", "--json"}).out);
  const auto& first = insights.at("influence").at(0);
  CHECK(first.at("name") == "Medici");
  CHECK(first.at("betweenness").get<double>() == doctest::Approx(0.522).epsilon(0.001));
  CHECK(first.at("hidden") == true);
  CHECK(first.at("rank_by_power") == 2);
  for (std::size_t i = 1; i < insights.at("influence").size(); ++i) CHECK(insights.at("influence").at(i).at("hidden") == false);
  CHECK(insights.at("disagreement").empty());
  check_sentence(run({"insights", florence, "--ties", "trusts,likes"}), exit_not_done);
  CHECK(run({"insights", florence, "--ties", "trusts, supports"}).out.find("Medici, hidden influencer") != std::string::npos);
}

TEST_CASE("insights rank where people disagree, widest first") {
  const auto list = nlohmann::json::parse(run({"insights", checkout, "--json"}).out).at("disagreement");
  REQUIRE(list.size() == 24);
  CHECK(list.at(0).at("activity") == "Power and interest");
  CHECK(list.at(0).at("people") == 14);
  for (std::size_t i = 1; i < list.size(); ++i) CHECK(list.at(i - 1).at("spread").get<double>() >= list.at(i).at("spread").get<double>());
}

TEST_CASE("R114 check answers 0 for a sound session, 1 for a damaged one, 2 for no session, and repairs into a new file") {
  const Folder folder;
  const Answer sound = run({"check", checkout});
  CHECK(sound.code == 0);
  CHECK(sound.out.find("checkout-relaunch.standpoint is sound: ") == 0);
  CHECK(sound.err.empty());

  std::string bytes = text_of(checkout);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  const std::string damaged = folder.write("damaged.standpoint", bytes);
  const Answer hurt = run({"check", damaged});
  check_sentence(hurt, exit_not_done);
  CHECK(hurt.err.find("This session file is damaged after 13:") == 0);

  const Answer repaired = run({"check", damaged, "--repair", folder.file("repaired.standpoint")});
  CHECK(repaired.code == 0);
  CHECK(text_of(damaged) == bytes);
  CHECK(run({"check", folder.file("repaired.standpoint")}).code == 0);
  check_sentence(run({"check", damaged, "--repair", folder.file("repaired.standpoint")}), exit_not_done);

  check_sentence(run({"check", folder.write("notes.txt", "Not a session at all, but long enough to hold a header of 64 bytes and more.")}), exit_not_a_session);
  check_sentence(run({"check", folder.file("missing.standpoint")}), exit_not_a_session);
  check_sentence(run({"check", folder.file("notes.txt"), "--repair", folder.file("x.standpoint")}), exit_not_a_session);
  CHECK(folder.names() == std::set<std::string>{"damaged.standpoint", "notes.txt", "repaired.standpoint"});
}

TEST_CASE("a damaged session is still shown up to its last safe event, with a sentence on standard error") {
  const Folder folder;
  std::string bytes = text_of(checkout);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  const Answer shown = run({"show", folder.write("damaged.standpoint", bytes), "--json"});
  CHECK(shown.code == 0);
  CHECK(nlohmann::json::parse(shown.out).at("title") == "Checkout relaunch");
  CHECK(shown.err.find("This session file is damaged") == 0);
}

TEST_CASE("R113 reading commands answer a file that is no session with one sentence") {
  const Folder folder;
  const std::string notes = folder.write("notes.txt", "hello");
  for (const char* command : {"show", "log", "insights"}) {
    CAPTURE(command);
    check_sentence(run({command, notes}), exit_not_done);
    check_sentence(run({command, folder.file("missing.standpoint")}), exit_not_done);
  }
  CHECK(folder.names() == std::set<std::string>{"notes.txt"});
}

}  // namespace standpoint::cli_test
