// The row of a placing: it happens on its board, and its result lies there.
#include "app/activities/place/hand.h"
#include "app/activities/rows.h"

namespace standpoint {

const ActivityScreens place_screens{.icon = Icon::map_pin,
                                    .added_by_hand = true,
                                    .draw_hand = draw_placing_hand,
                                    .draw_pass = draw_placing_page,
                                    .draw_own = draw_own_places};

}  // namespace standpoint
