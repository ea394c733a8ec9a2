// OpenGL as a browser has it, WebGL 2, under the name of the header that other machines load it by: who draws includes one name.
#pragma once

#include <GLES3/gl3.h>
