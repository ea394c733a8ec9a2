// Look-ups, ids and the judgement of typed text.
#include "core/workshop/model.h"

#include <doctest/doctest.h>

#include "core/workshop/sorted.h"
#include "core/workshop/text.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::model_test {

TEST_CASE("things are found by id, and nothing is found where there is none") {
  const SampleWorkshop sample;
  const Workshop& w = sample.workshop;
  CHECK(find(w, sample.ruth)->name == "Ruth Kaplan");
  CHECK(find(w, sample.ruth_helena)->to == sample.helena);
  CHECK(find(w, sample.canvas)->kind == BoardKind::canvas);
  CHECK(find(w, sample.data)->text == "Agree the data-sharing terms");
  CHECK(find(w, sample.placing)->phase == Phase::open);
  CHECK(find(w, sample.tomas)->name == "Tomás Herrera");
  CHECK(find(w, StakeholderId{}) == nullptr);
  CHECK(find(w, SeatId{99}) == nullptr);
  CHECK(find(Workshop{}, sample.ruth) == nullptr);
}

TEST_CASE("an item is called by a stakeholder's name or a card's words") {
  const SampleWorkshop sample;
  CHECK(name_of(sample.workshop, Item(sample.ruth)) == "Ruth Kaplan");
  CHECK(name_of(sample.workshop, Item(sample.till)) == "Who answers when the till stops?");
  CHECK(name_of(sample.workshop, Item(StakeholderId{7})).empty());
  CHECK(exists(sample.workshop, Item(sample.ruth)));
  CHECK_FALSE(exists(sample.workshop, Item(CardId{sample.ruth.value})));
}

TEST_CASE("the first board of a kind is the one with the lowest id") {
  SampleWorkshop sample;
  sample.add_board(BoardKind::canvas, "Impact and effort");
  CHECK(first_board(sample.workshop, BoardKind::canvas)->id == sample.canvas);
  CHECK(first_board(Workshop{}, BoardKind::map) == nullptr);
}

TEST_CASE("a seat's next id counts on from what it made, and the next seat from the last") {
  SampleRoom room;
  CHECK(next_nth(room.workshop, room.tomas) == 1);
  room.add_stakeholder(room.tomas, "Maya Lindqvist");
  CHECK(next_nth(room.workshop, room.tomas) == 2);
  CHECK(next_nth(room.workshop, room.priya) == 1);
  CHECK(next_nth(room.workshop, SeatId{99}) == 0);
  CHECK(next_seat(room.workshop) == SeatId{6});
  CHECK(next_seat(Workshop{}) == SeatId{1});
}

TEST_CASE("an id tells which seat minted it and as which") {
  const auto id = mint<CardId>(SeatId{7}, 12);
  CHECK(minted_by(id) == SeatId{7});
  CHECK(minted_nth(id) == 12);
}

TEST_CASE("putting in and taking out keeps a collection sorted") {
  std::vector<Card> cards(3);
  cards[0].id = {2};
  cards[1].id = {5};
  cards[2].id = {9};
  const std::vector<Card> before = cards;
  CHECK(take_out(cards, CardId{5}));
  CHECK_FALSE(take_out(cards, CardId{5}));
  CHECK(find_in(cards, CardId{5}) == nullptr);
  put_in(cards, before[1]);
  CHECK(cards == before);
  put_in(cards, before[1]);
  CHECK(cards == before);
  CHECK(strictly_sorted(cards));
  cards.push_back(cards.back());
  CHECK_FALSE(strictly_sorted(cards));
}

TEST_CASE("text is sound when it is UTF-8 without control characters") {
  CHECK(valid_line("Nguyễn Thị Lan, “Ø” 🙂"));
  CHECK(valid_text("two\nlines"));
  CHECK_FALSE(valid_line("two\nlines"));
  CHECK_FALSE(valid_text("tab\there"));
  CHECK_FALSE(valid_text("delete\x7f"));
  CHECK_FALSE(valid_text("\xC2\x85 next line, a control character of two bytes"));
  CHECK(valid_text("\xC2\xA0 no-break space, the first that is none"));
  CHECK_FALSE(valid_text("\xFF"));
  CHECK_FALSE(valid_text("\xC3"));              // cut off
  CHECK_FALSE(valid_text("\xC0\xAF"));          // overlong
  CHECK_FALSE(valid_text("\xED\xA0\x80"));      // surrogate
  CHECK_FALSE(valid_text("\xF4\x90\x80\x80"));  // beyond U+10FFFF
  CHECK(blank(" \n "));
  CHECK_FALSE(blank(" a "));
}

TEST_CASE("a long text is shortened between characters, never inside one") {
  CHECK(shortened("Zoë", 3) == "Zoë");
  CHECK(shortened("Zoë and Bo", 4) == "Zoë…");
  CHECK(shortened("Zoë and Bo", 5) == "Zoë…");
  CHECK(shortened("Zoë and Bo", 6) == "Zoë a…");
  CHECK(shortened("a\nb", 9) == "a b");
  CHECK(quoted("till") == "“till”");
}

}  // namespace standpoint::model_test
