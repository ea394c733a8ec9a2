// Invented names in eleven scripts and more, for whatever must show each of them.
#pragma once

#include <string>
#include <vector>

namespace standpoint::testing {

inline std::vector<std::string> names_in_every_script() {
  return {
      "Ẹ̀bùn Adébáyọ̀",                // Latin with stacked marks
      "Nguyễn Thị Ánh Tuyết",         // Vietnamese
      "Ελένη Παπαδοπούλου",           // Greek
      "Анастасія Щербакова",          // Cyrillic
      "ليلى المنصوري",                // Arabic
      "שלומית ברקת",                  // Hebrew
      "अनिल त्रिपाठी",                // Hindi
      "தமிழ்ச்செல்வி கண்ணன்",         // Tamil
      "สมชาย รุ่งเรืองกิจ",           // Thai
      "欧阳若兰",                     // Chinese
      "Zoë 👩🏽‍💻 Ito 🇧🇷",               // emoji with joiners, a skin tone and a flag
      "অনন্যা চট্টোপাধ্যায়",            // Bengali
      "ሰላማዊት ተስፋዬ",                // Ethiopic
  };
}

}  // namespace standpoint::testing
