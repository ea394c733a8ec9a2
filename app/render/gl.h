// OpenGL as this machine has it: 3.3 through our loader, on tablets the browser's WebGL 2. Included where GL is called.
#pragma once

#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#else
#include <glad/gl.h>
#endif
