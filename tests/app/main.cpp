// The test runner of the app: doctest's own main, nothing else. Needs no display and no graphics card.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
