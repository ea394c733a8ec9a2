// Displays and the places of windows on them. Only window_desktop.cpp includes it; what it says is in the units of the window library.
#pragma once

struct GLFWmonitor;
struct GLFWwindow;

namespace standpoint {

struct Rectangle {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

// 0 the main display; none if there are not that many.
GLFWmonitor* display_at(int index);

// The part of a display that is not covered by panels.
Rectangle work_area(GLFWmonitor* display);

// The display that shows the largest part of a window.
GLFWmonitor* display_of(const Rectangle& window);

void enter_fullscreen(GLFWwindow* window, GLFWmonitor* display);

Rectangle place_of(GLFWwindow* window);

// In the middle of an area, and no larger than it: a display's own scale may have made the window larger than was asked for.
void place_in(const Rectangle& area, GLFWwindow* window);

}  // namespace standpoint
