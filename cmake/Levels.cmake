# A level is one folder under src/ and one static library xy_<folder>. It links only what it names here, so an
# upward include does not find its header and an upward call does not link. src/README.md holds the table.

# Include path of a level: its own folder seen from a private tree, so that "quiz/item.h" is found only by
# those who link xy_quiz.
# ALONE: sources that repeat a name of another one inside an anonymous namespace and are not compiled together with it.
function(xy_level name)
  cmake_parse_arguments(ARG "" "" "LEVELS;LIBRARIES;PRIVATE_LIBRARIES;ALONE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")  # of the program, not of the library
  if(XY_SYNTAX_ONLY)  # no archive of what is not made
    add_library(xy_${name} OBJECT ${sources})
  else()
    add_library(xy_${name} STATIC ${sources})
  endif()
  list(TRANSFORM ARG_ALONE PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  set_source_files_properties(${ARG_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  set(room ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${room})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${room}/${name} SYMBOLIC)
  target_include_directories(xy_${name} PUBLIC ${room})
  foreach(lower IN LISTS ARG_LEVELS)
    target_link_libraries(xy_${name} PUBLIC xy_${lower})
  endforeach()
  target_link_libraries(xy_${name} PUBLIC ${ARG_LIBRARIES} PRIVATE ${ARG_PRIVATE_LIBRARIES})
endfunction()
