// Displays through GLFW. Called by window_desktop.cpp when windows open and when they enter or leave full screen.
#include "app/platform/displays.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>

namespace standpoint {

GLFWmonitor* display_at(int index) {
  int count = 0;
  GLFWmonitor** displays = glfwGetMonitors(&count);
  return index >= 0 && index < count ? displays[index] : nullptr;
}

Rectangle work_area(GLFWmonitor* display) {
  Rectangle area;
  glfwGetMonitorWorkarea(display, &area.x, &area.y, &area.width, &area.height);
  return area;
}

GLFWmonitor* display_of(const Rectangle& window) {
  int count = 0;
  GLFWmonitor** displays = glfwGetMonitors(&count);
  GLFWmonitor* best = count > 0 ? displays[0] : nullptr;
  int most = 0;
  for (int i = 0; i < count; ++i) {
    const Rectangle area = work_area(displays[i]);
    const int wide = std::min(window.x + window.width, area.x + area.width) - std::max(window.x, area.x);
    const int high = std::min(window.y + window.height, area.y + area.height) - std::max(window.y, area.y);
    if (wide > 0 && high > 0 && wide * high > most) {
      most = wide * high;
      best = displays[i];
    }
  }
  return best;
}

void enter_fullscreen(GLFWwindow* handle, GLFWmonitor* display) {
  const GLFWvidmode* mode = display != nullptr ? glfwGetVideoMode(display) : nullptr;
  if (mode != nullptr) glfwSetWindowMonitor(handle, display, 0, 0, mode->width, mode->height, mode->refreshRate);
}

Rectangle place_of(GLFWwindow* handle) {
  Rectangle place;
  glfwGetWindowPos(handle, &place.x, &place.y);
  glfwGetWindowSize(handle, &place.width, &place.height);
  return place;
}

void place_in(const Rectangle& area, GLFWwindow* handle) {
  int width = 0, height = 0;
  glfwGetWindowSize(handle, &width, &height);
  const int fitting_width = std::min(width, area.width), fitting_height = std::min(height, area.height);
  if (fitting_width != width || fitting_height != height) glfwSetWindowSize(handle, fitting_width, fitting_height);
  glfwSetWindowPos(handle, area.x + (area.width - fitting_width) / 2, area.y + (area.height - fitting_height) / 2);
}

}  // namespace standpoint
