// A Line over the browser's WebSocket. Made by main_web for its Visitor; the script's half is in app/web/page.js.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>

#include "app/net/line/line.h"
#include "app/net/line/seal.h"

namespace standpoint {

class LineWeb final : public Line {
 public:
  // `news` is called, outside of any call to this class, when something arrived or the line opened or was lost.
  LineWeb(const std::string& url, std::function<void()> news);
  ~LineWeb() override;
  LineWeb(const LineWeb&) = delete;
  LineWeb& operator=(const LineWeb&) = delete;

  void send(const ToHost&) override;
  std::vector<ToScreen> receive() override;
  State state() const override { return state_; }

  // What the script brings.
  void opened();
  void arrived(std::span<const std::byte> bytes);
  void lost();

 private:
  std::function<void()> news_;
  State state_ = State::connecting;
  ScreenSeal seal_;
  std::vector<ToScreen> heard_;
};

}  // namespace standpoint
