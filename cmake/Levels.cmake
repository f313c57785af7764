# A level is one folder under src/, with folders of its own where it has many files, and one static library xy_<folder>.
# It links only what it names here, so an upward include does not find its header and an upward call does not link.
# src/README.md holds the table.

# xy_alone(folder source…): sources that repeat a name of another one in `folder` inside an anonymous namespace, and
# are not compiled together with it (Flags.cmake).
function(xy_alone folder)
  foreach(source IN LISTS ARGN)
    if(NOT EXISTS ${folder}/${source})
      message(FATAL_ERROR "ALONE names ${folder}/${source}, which is not there.")
    endif()
    set_source_files_properties(${folder}/${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endforeach()
endfunction()

# Include path of a level: its own folder seen from a private tree, so that "quiz/item.h" is found only by
# those who link xy_quiz.
# ALONE: see xy_alone().
function(xy_level name)
  cmake_parse_arguments(ARG "" "" "LEVELS;LIBRARIES;PRIVATE_LIBRARIES;ALONE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")  # of the program, not of the library
  add_library(xy_${name} STATIC ${sources})
  xy_alone(${CMAKE_CURRENT_SOURCE_DIR} ${ARG_ALONE})
  set(room ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${room})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${room}/${name} SYMBOLIC)
  target_include_directories(xy_${name} PUBLIC ${room})
  foreach(lower IN LISTS ARG_LEVELS)
    target_link_libraries(xy_${name} PUBLIC xy_${lower})
  endforeach()
  target_link_libraries(xy_${name} PUBLIC ${ARG_LIBRARIES} PRIVATE ${ARG_PRIVATE_LIBRARIES})
endfunction()
