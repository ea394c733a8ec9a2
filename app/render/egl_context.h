// An OpenGL context without any display (EGL without a surface; Mesa draws on the processor if there is no graphics card).
// Off-screen pictures and tests make one. It must not draw.
#pragma once

#include <memory>

#include "core/workshop/result.h"

namespace standpoint {

enum class GlKind { core_330, es_300 };

class EglContext {
 public:
  // The new context is current afterwards, and OpenGL's functions are loaded. Fails with one sentence.
  static Result<std::unique_ptr<EglContext>> open(GlKind kind);
  ~EglContext();
  EglContext(const EglContext&) = delete;
  EglContext& operator=(const EglContext&) = delete;

  bool make_current() const;

 private:
  EglContext() = default;
  bool start(GlKind kind);
  void* display_ = nullptr;
  void* context_ = nullptr;
};

}  // namespace standpoint
