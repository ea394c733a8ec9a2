// The headless driver. The four free functions are the hooks that ImGui calls under IMGUI_ENABLE_TEST_ENGINE.
#include "tests/app/driving/ui_driver.h"

#include <map>

#include <imgui_internal.h>

namespace standpoint::testing {

// What the hooks saw in the last frame. ImGui hands its hooks nothing of ours but the context, so it hangs on io.UserData.
struct SeenItems {
  struct Item {
    std::string label;  // whole, with "##id"
    ImRect rect;        // screen pixels
    bool disabled = false;
    bool takes_text = false;
  };
  std::map<ImGuiID, Item> seen;

  const Item* find(const std::string& label) const {
    for (const auto& [id, item] : seen)
      if (item.label == label) return &item;
    for (const auto& [id, item] : seen)
      if (item.label.substr(0, item.label.find("##")) == label) return &item;
    return nullptr;
  }
};
struct UiDriver::Items : SeenItems {};

}  // namespace standpoint::testing

using standpoint::testing::SeenItems;

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& rect, const ImGuiLastItemData*) {
  auto* items = static_cast<SeenItems*>(context->IO.UserData);
  if (items == nullptr || id == 0) return;
  if (context->CurrentWindow != nullptr && context->CurrentWindow->IsFallbackWindow) return;  // ImGui's own, never shown
  if (const ImGuiWindow* window = context->CurrentWindow; window != nullptr) {  // what a list has scrolled away is not there
    const ImRect clip = window->ClipRect;
    if (clip.GetHeight() < window->Rect().GetHeight() - 1 && !clip.Overlaps(rect)) return;
  }
  items->seen[id].rect = rect;
  items->seen[id].disabled = (context->CurrentItemFlags & ImGuiItemFlags_Disabled) != 0;
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label, ImGuiItemStatusFlags flags) {
  auto* items = static_cast<SeenItems*>(context->IO.UserData);
  if (items == nullptr || id == 0) return;
  const auto item = items->seen.find(id);
  if (item == items->seen.end()) return;
  item->second.label = label;
  item->second.takes_text = (flags & ImGuiItemStatusFlags_Inputable) != 0;
}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

namespace standpoint::testing {

UiDriver::UiDriver(Draw draw, float width, float height) : items_(std::make_unique<Items>()), draw_(std::move(draw)) {
  auto gui = GuiContext::make();
  REQUIRE_MESSAGE(gui.has_value(), "the fonts of the set-up are there");
  gui_ = std::move(*gui);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DeltaTime = 1.0F / 60;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.UserData = static_cast<SeenItems*>(items_.get());
  ImGui::GetCurrentContext()->TestEngineHookItems = true;
}

UiDriver::~UiDriver() {
  gui_->make_current();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
}

void UiDriver::frames(int n) {
  gui_->make_current();
  for (int i = 0; i < n; ++i) {
    items_->seen.clear();
    seconds += 1.0 / 60;
    now_ms += 16;
    ImGui::NewFrame();
    {
      FrameScope scope(*theme, gui_->fonts(), now_ms, seconds, nullptr, glass ? &*glass : nullptr);
      Frame& frame = scope.frame();
      frame.me = SeatId{1};
      if (semantics != nullptr) semantics->begin_frame();
      scope.listen(semantics);
      prepare(frame);
      scale_ = frame.scale;
      origin_ = frame.origin;
      draw_(frame, commands);
      if (scope.moving_until() > seconds) commands.ask(AnimateUntil{scope.moving_until()});
      if (scope.wake_at() < whenever) commands.ask(WakeAt{scope.wake_at()});
      tip = frame.tip->words;
    }
    if (semantics != nullptr) semantics->end_frame();
    ImGui::Render();
    // The null renderer: says yes to every texture.
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
      if (texture->Status == ImTextureStatus_WantDestroy) texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
    }
  }
}

Vec UiDriver::screen(Vec design) const { return origin_ + design * scale_; }

bool UiDriver::has(const std::string& label) { return items_->find(label) != nullptr; }

bool UiDriver::enabled(const std::string& label) {
  const auto* item = items_->find(label);
  return item != nullptr && !item->disabled;
}

Box UiDriver::box_of(const std::string& label) {
  const auto* item = items_->find(label);
  REQUIRE_MESSAGE(item != nullptr, "an item is labelled \"", label, "\"");
  const Vec low{item->rect.Min.x, item->rect.Min.y}, high{item->rect.Max.x, item->rect.Max.y};
  return {(low - origin_) * (1 / scale_), (high - origin_) * (1 / scale_)};
}

void UiDriver::move_to(Vec design) {
  const Vec at = screen(design);
  gui_->make_current();
  ImGui::GetIO().AddMousePosEvent(at.x, at.y);
  frames(2);
}

void UiDriver::click_at(Vec design) {
  move_to(design);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frames(2);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  frames(2);
  seconds += 0.5;  // two clicks in a test are two clicks, not a double click
  ImGui::GetIO().DeltaTime = 0.5F;
  frames(1);
  ImGui::GetIO().DeltaTime = 1.0F / 60;
}

void UiDriver::click(const std::string& label) {
  if (!has(label)) frames(2);
  click_at(box_of(label).center());
}

void UiDriver::double_click_at(Vec design) {
  move_to(design);
  for (int i = 0; i < 2; ++i) {
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frames(1);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    frames(1);
  }
  frames(1);
}

void UiDriver::drag(Vec from, Vec to, int steps) {
  move_to(from);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frames(2);
  for (int i = 1; i <= steps; ++i) {
    const Vec at = screen(lerp(from, to, static_cast<float>(i) / static_cast<float>(steps)));
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    frames(1);
  }
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  frames(2);
}

void UiDriver::hold(Vec design) {
  move_to(design);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frames(60);
}

void UiDriver::let_go() {
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  frames(2);
}

void UiDriver::wheel(Vec at, float steps) {
  move_to(at);
  ImGui::GetIO().AddMouseWheelEvent(0, steps);
  frames(2);
}

void UiDriver::key(ImGuiKey key, bool ctrl, bool shift) {
  gui_->make_current();
  ImGuiIO& io = ImGui::GetIO();
  if (ctrl) io.AddKeyEvent(ImGuiMod_Ctrl, true);
  if (shift) io.AddKeyEvent(ImGuiMod_Shift, true);
  io.AddKeyEvent(key, true);
  frames(2);
  io.AddKeyEvent(key, false);
  if (shift) io.AddKeyEvent(ImGuiMod_Shift, false);
  if (ctrl) io.AddKeyEvent(ImGuiMod_Ctrl, false);
  frames(2);
}

void UiDriver::type(const std::string& utf8) {
  gui_->make_current();
  ImGui::GetIO().AddInputCharactersUTF8(utf8.c_str());
  frames(3);
}

std::string UiDriver::focused() const {
  const auto found = items_->seen.find(ImGui::GetCurrentContext()->NavId);
  return found == items_->seen.end() ? std::string() : found->second.label.substr(0, found->second.label.find("##"));
}

std::vector<std::string> UiDriver::labels() const {
  std::vector<std::string> all;
  for (const auto& [id, item] : items_->seen) all.push_back(item.label.substr(0, item.label.find("##")));
  return all;
}

std::vector<UiDriver::Item> UiDriver::items() const {
  std::vector<Item> all;
  for (const auto& [id, item] : items_->seen) {
    const Vec low{item.rect.Min.x, item.rect.Min.y}, high{item.rect.Max.x, item.rect.Max.y};
    all.push_back({id, item.label, {(low - origin_) * (1 / scale_), (high - origin_) * (1 / scale_)}, item.disabled, item.takes_text});
  }
  return all;
}

Commands UiDriver::take() {
  Commands taken = std::move(commands);
  commands = {};
  return taken;
}

}  // namespace standpoint::testing
