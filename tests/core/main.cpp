// The test runner of core: doctest's own main, nothing else. Built natively and for WebAssembly.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
