# What the tablets' program needs of the machine's text libraries and browsers do not offer, built from the sources that app/setup
# fetched, under the names that pkg-config gives them elsewhere. Included by app/CMakeLists.txt for emscripten.
# The headers are those of the machine's package, where its configuration is filled in.
set(fribidi_dir ${STANDPOINT_CACHE_DIR}/fribidi/lib)
set(fribidi_files "")
foreach(part fribidi fribidi-arabic fribidi-bidi fribidi-bidi-types fribidi-brackets fribidi-joining fribidi-joining-types fribidi-mirroring
    fribidi-run fribidi-shape)
  list(APPEND fribidi_files ${fribidi_dir}/${part}.c)
endforeach()
add_library(web_fribidi STATIC ${fribidi_files})
target_include_directories(web_fribidi SYSTEM PUBLIC ${STANDPOINT_HEADERS_DIR}/fribidi PRIVATE ${fribidi_dir})
target_compile_definitions(web_fribidi PUBLIC FRIBIDI_LIB_STATIC PRIVATE DONT_HAVE_FRIBIDI_CONFIG_H HAVE_STRINGIZE=1 HAVE_STDLIB_H=1
  HAVE_STRING_H=1 HAVE_MEMSET=1 HAVE_MEMMOVE=1 HAVE_STRDUP=1 STDC_HEADERS=1)
target_compile_options(web_fribidi PRIVATE -w)
add_library(PkgConfig::fribidi ALIAS web_fribidi)
