// What leaves the host, byte by byte: everything that screens of every role are told, encoded as on a real line and recorded,
// while people vote and place; live, to who missed a little and to who missed everything.
#include "tests/core/room/recording.h"

namespace standpoint::wire_audience_test {

namespace {

// The end of an input's bytes: who somebody is about and how many dots or which place they have.
Bytes telling_part(const Input& input) {
  const Bytes bytes = encoded(input);
  return {bytes.end() - 16, bytes.end()};
}

Bytes reveal_told(const Recording& recording, LinkId link) {
  for (const Event& event : recording.table.heard<Event>(link))
    if (std::holds_alternative<RevealActivity>(event.action)) return framed(HostMessage(event));
  return {};
}

constexpr std::array kinds = {ActivityKind::vote, ActivityKind::place};

}  // namespace

TEST_CASE("R100 on the wire: before the reveal nobody is told anything of a ballot or a placement, by no way") {
  for (const ActivityKind kind : kinds)
    for (const Secrecy secrecy : {Secrecy::anonymous, Secrecy::named}) {
      Recording recording;
      const ActivityId asked = recording.open_activity(kind, secrecy);
      const auto nobody_knows = [&](int sealed) {
        for (const LinkId link : every_link)
          for (const Bytes& way : recording.every_way_to(link))
            for (int n = 1; n <= sealed; ++n) CHECK_FALSE(contains(way, telling_part(recording.input(kind, n))));
      };
      recording.does(tomass, SealInput{asked, recording.input(kind, 1)});
      nobody_knows(1);
      recording.does(tomass, SealInput{asked, recording.input(kind, 2)});  // another mind
      recording.does(priyas, SealInput{asked, recording.input(kind, 3)});
      nobody_knows(3);
      recording.does(nadias, CloseActivity{asked});
      nobody_knows(3);
      recording.does(nadias, RevealActivity{asked, {}});
      for (const LinkId link : every_link) {
        bool one_knows = false;
        for (const Bytes& way : recording.every_way_to(link)) {
          one_knows = contains(way, telling_part(recording.input(kind, 3)));
          CHECK(one_knows);  // this is what is looked for, in these bytes
          CHECK_FALSE(contains(way, telling_part(recording.input(kind, 1))));  // a changed mind is nobody's business
        }
      }
    }
}

TEST_CASE("R100 on the wire: whose an anonymous ballot or placement was makes no difference to any byte anybody is told") {
  for (const ActivityKind kind : kinds) {
    std::map<LinkId, std::array<Bytes, 3>> first;
    std::array<int, 3> of_seat = {1, 2, 3};
    do {
      Recording recording;
      const ActivityId asked = recording.open_activity(kind, Secrecy::anonymous);
      recording.does(tomass, SealInput{asked, recording.input(kind, of_seat[0])});
      recording.does(priyas, SealInput{asked, recording.input(kind, of_seat[1])});
      recording.does(marcos, SealInput{asked, recording.input(kind, of_seat[2])});
      recording.does(nadias, CloseActivity{asked});
      recording.does(nadias, RevealActivity{asked, {}});
      for (const LinkId link : every_link) {
        const auto ways = recording.every_way_to(link);
        CHECK(first.emplace(link, ways).first->second == ways);
      }
    } while (std::next_permutation(of_seat.begin(), of_seat.end()));
  }
}

TEST_CASE("R100 on the wire: the order in which people answered is not in the reveal, and no placements of one person stand together") {
  for (const ActivityKind kind : kinds) {
    std::map<LinkId, Bytes> first;
    std::array<LinkId, 3> order = {tomass, priyas, marcos};
    do {
      Recording recording;
      const ActivityId asked = recording.open_activity(kind, Secrecy::anonymous);
      for (const LinkId link : order) recording.does(link, SealInput{asked, recording.input(kind, static_cast<int>(link))});
      recording.does(nadias, CloseActivity{asked});
      recording.does(nadias, RevealActivity{asked, {}});
      for (const LinkId link : every_link) {
        const Bytes told = reveal_told(recording, link);
        CHECK(!told.empty());
        CHECK(first.emplace(link, told).first->second == told);
      }
      for (const RevealedInput& input : find(recording.now(), asked)->inputs)
        if (const auto* sheet = std::get_if<PlacementSheet>(&input.input)) CHECK(sheet->placements.size() == 1);
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

TEST_CASE("R100 on the wire: the stage is told no name beside a named ballot or placement") {
  for (const ActivityKind kind : kinds) {
    std::array<Bytes, 3> first;
    for (const bool swapped : {false, true}) {
      Recording recording;
      const ActivityId asked = recording.open_activity(kind, Secrecy::named);
      recording.does(tomass, SealInput{asked, recording.input(kind, 1)});
      recording.does(nadias, CloseActivity{asked});
      recording.does(nadias, RevealActivity{asked, {}});
      for (const Bytes& way : recording.every_way_to(stages)) CHECK(contains(way, telling_part(recording.input(kind, 1))));
      for (const auto& told : recording.table.heard<Event>(stages))
        if (const auto* reveal = std::get_if<RevealActivity>(&told.action)) CHECK(!reveal->inputs.front().seat);
      if (swapped) CHECK(recording.every_way_to(stages) == first);
      first = recording.every_way_to(stages);
    }
  }
}

}  // namespace standpoint::wire_audience_test
