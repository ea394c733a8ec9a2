// The keys of an attached keyboard by the numbers that app/web/page.js gives them, as ImGui names them.
#pragma once

namespace standpoint {

// 0: a key that nothing here listens to.
int key_of_page(int number);

}  // namespace standpoint
