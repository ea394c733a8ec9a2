# What a tablet loads, made from one folder of files: BUILD/web/site is served by the host as it is. Included by
# app/CMakeLists.txt for emscripten.
standpoint_folder(web_sources net visitor)
standpoint_folder(web_sources net/door key_text)
standpoint_folder(web_sources net/line keys seal web)
standpoint_folder(web_sources platform fingers page_keys page_mirror page_web)
standpoint_folder(web_sources render gl_program gl_shapes shader_source)
standpoint_folder(web_sources shell tablet text_question)
add_library(standpoint_web STATIC ${web_sources})
target_include_directories(standpoint_web PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/web PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded)
target_link_libraries(standpoint_web PUBLIC standpoint_ui PRIVATE standpoint_warnings PkgConfig::sodium)
standpoint_at_once(standpoint_web)

add_library(standpoint_web_gl STATIC ${STANDPOINT_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp)
target_link_libraries(standpoint_web_gl PUBLIC standpoint_imgui)
target_compile_definitions(standpoint_web_gl PRIVATE IMGUI_IMPL_OPENGL_ES3)
target_compile_options(standpoint_web_gl PRIVATE -w)

set(page_scripts ${CMAKE_CURRENT_SOURCE_DIR}/web/characters.js ${CMAKE_CURRENT_SOURCE_DIR}/web/host.js ${CMAKE_CURRENT_SOURCE_DIR}/web/page.js ${CMAKE_CURRENT_SOURCE_DIR}/web/text.js)
add_executable(standpoint_page main_web.cpp platform/imgui_parts_web.cpp)
set_target_properties(standpoint_page PROPERTIES OUTPUT_NAME standpoint LINK_DEPENDS "${page_scripts}")
target_link_libraries(standpoint_page PRIVATE standpoint_web standpoint_web_gl standpoint_warnings)
# No eval (the host's content security policy forbids it), no files, no threads: a page on a LAN is not a secure context.
foreach(script ${page_scripts})
  target_link_options(standpoint_page PRIVATE "SHELL:--js-library ${script}")
endforeach()
target_link_options(standpoint_page PRIVATE
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
  -sALLOW_MEMORY_GROWTH=1 -sMALLOC=emmalloc -sFILESYSTEM=0 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sTOTAL_STACK=1MB -sEXPORTED_RUNTIME_METHODS=[] -sEXPORTED_FUNCTIONS=_main,_malloc,_free)

# Fonts cut to the letters that are shown from files, names by content, compressed; prints the size and fails past the limit.
set(site ${PROJECT_BINARY_DIR}/site)
set(make_site ${CMAKE_CURRENT_SOURCE_DIR}/web/make_site)
list(TRANSFORM ui_sources PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE drawing_sources)
list(APPEND drawing_sources ${CMAKE_CURRENT_SOURCE_DIR}/shell/tablet.cpp ${CMAKE_CURRENT_SOURCE_DIR}/shell/text_question.cpp)
add_custom_command(OUTPUT ${site}/index.html
  COMMAND ${make_site} --program $<TARGET_FILE_DIR:standpoint_page>/standpoint --web ${CMAKE_CURRENT_SOURCE_DIR}/web
    --sources ${drawing_sources} --icons ${PROJECT_SOURCE_DIR}/fonts/icons.txt --phosphor ${STANDPOINT_CACHE_DIR}/phosphor --kept ${STANDPOINT_CACHE_DIR}/web-fonts --out ${site}
  DEPENDS standpoint_page ${drawing_sources} ${make_site} ${CMAKE_CURRENT_SOURCE_DIR}/web/start.js ${CMAKE_CURRENT_SOURCE_DIR}/web/index.html ${CMAKE_CURRENT_SOURCE_DIR}/web/page.css ${CMAKE_CURRENT_SOURCE_DIR}/web/icon.svg
    ${PROJECT_SOURCE_DIR}/fonts/icons.txt
  VERBATIM)
add_custom_target(site ALL DEPENDS ${site}/index.html)
