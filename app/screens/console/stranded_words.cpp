// Puts devices that cannot start into words. See stranded_words.h.
#include "app/screens/console/stranded_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace standpoint {
namespace {

struct Names {
  std::string_view one, many;
};
Names names_of(Stranded::Device device) {
  switch (device) {
    case Stranded::Device::iphone: return {"an iPhone", "iPhones"};
    case Stranded::Device::ipad: return {"an iPad", "iPads"};
    case Stranded::Device::android: return {"an Android device", "Android devices"};
    case Stranded::Device::chromebook: return {"a Chromebook", "Chromebooks"};
    case Stranded::Device::windows: return {"a Windows computer", "Windows computers"};
    case Stranded::Device::mac: return {"a Mac", "Macs"};
    case Stranded::Device::linux: return {"a Linux computer", "Linux computers"};
    case Stranded::Device::other: break;
  }
  return {"a device", "devices"};
}

std::string_view reason_of(Stranded::Why why) {
  switch (why) {
    case Stranded::Why::no_webgl: return " (its browser has no WebGL 2)";
    case Stranded::Why::no_wasm: return " (its browser is too old)";
    case Stranded::Why::lost_graphics: return " (its graphics stopped)";
    case Stranded::Why::other: break;
  }
  return {};
}

}  // namespace

std::string words_of_stranded(const std::vector<Stranded>& devices) {
  if (devices.empty()) return {};
  std::array<int, 8> counts{};
  for (const Stranded& stranded : devices) ++counts.at(static_cast<std::size_t>(stranded.device));
  std::string words;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Names names = names_of(static_cast<Stranded::Device>(i));
    if (counts[i] == 0) continue;
    words += words.empty() ? "Could not start: " : ", ";
    words += counts[i] == 1 ? std::string(names.one) : std::to_string(counts[i]) + " " + std::string(names.many);
  }
  if (devices.size() == 1) words += reason_of(devices.front().why);
  return words + ". Pass the screen instead.";
}

}  // namespace standpoint
