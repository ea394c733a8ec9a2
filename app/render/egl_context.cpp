// Opens and closes contexts through EGL. See egl_context.h.
#include "app/render/egl_context.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <dlfcn.h>
#include <glad/gl.h>

namespace standpoint {

bool EglContext::start(GlKind kind) {
  // ImGui's back end closes this library when it ends, but keeps the functions it found in it for the next start. Opened
  // once more here and never closed, it stays where it is.
  dlopen("libOpenGL.so.0", RTLD_LAZY | RTLD_LOCAL);
  const bool es = kind == GlKind::es_300;
  display_ = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
  if (display_ == EGL_NO_DISPLAY || eglInitialize(display_, nullptr, nullptr) == EGL_FALSE) return false;
  const EGLint wanted[] = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, es ? EGL_OPENGL_ES3_BIT : EGL_OPENGL_BIT, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (eglChooseConfig(display_, wanted, &config, 1, &count) == EGL_FALSE || count < 1) return false;
  eglBindAPI(es ? EGL_OPENGL_ES_API : EGL_OPENGL_API);
  const EGLint core[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
                         EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
  const EGLint mobile[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 0, EGL_NONE};
  context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, es ? mobile : core);
  return context_ != EGL_NO_CONTEXT && make_current();
}

Result<std::unique_ptr<EglContext>> EglContext::open(GlKind kind) {
  std::unique_ptr<EglContext> opened(new EglContext);
  // The loader knows desktop OpenGL only: of what OpenGL ES 3.0 has too, one function came to the desktop after 3.2.
  const bool started = opened->start(kind) && gladLoadGL(eglGetProcAddress) != 0;
  if (started && glad_glVertexAttribDivisor == nullptr)
    glad_glVertexAttribDivisor = reinterpret_cast<PFNGLVERTEXATTRIBDIVISORPROC>(eglGetProcAddress("glVertexAttribDivisor"));
  if (!started)
    return failed("No OpenGL 3.3 is available for drawing. The session is untouched. Install the package libgl1-mesa-dri and try again.");
  return opened;
}

EglContext::~EglContext() {
  if (display_ == EGL_NO_DISPLAY) return;
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
  // The display stays open: it is one for the process, other contexts may live in it, and terminating it would unload the
  // functions that loaders keep.
}

bool EglContext::make_current() const { return eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_TRUE; }

}  // namespace standpoint
