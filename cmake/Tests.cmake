# Test programs. ctest knows programs, or parts of them, instead of single tests: starting a sanitized program 1,400
# times, each time with what its tests share, takes longer than the tests. scripts/test chooses single ones.
find_package(GTest REQUIRED)

# What every test includes is compiled once. The sources of the programs get nothing precompiled: a file that forgets an
# include must not compile. (-pthread: some libraries ask for it, and the precompiled headers fit only where it is the same.)
add_compile_options(-pthread)
if(XY_SANITIZE)  # the tests themselves are not what is slow, and compile three times faster so
  add_compile_options(-O0)
endif()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "namespace xy {}\n")
add_library(xy_precompiled_test OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
target_link_libraries(xy_precompiled_test PRIVATE GTest::gmock)
target_precompile_headers(xy_precompiled_test PRIVATE
  <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <span>
  <string> <string_view> <utility> <variant> <vector> <gmock/gmock.h> <gtest/gtest.h>)

# xy_test_program(name folder [LIBRARIES …] [SHARDS n] [ALONE source…] [SERIAL]): test_<name> from every
# source in `folder`. ALONE: see xy_alone().
function(xy_test_program name folder)
  cmake_parse_arguments(ARG "SERIAL" "SHARDS" "LIBRARIES;ALONE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  if(NOT sources)
    message(FATAL_ERROR "There is no test in ${folder}.")
  endif()
  add_executable(test_${name} ${sources})
  xy_alone(${folder} ${ARG_ALONE})
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(test_${name} PRIVATE XY_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                                  XY_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  target_link_libraries(test_${name} PRIVATE ${ARG_LIBRARIES} GTest::gmock GTest::gtest_main)
  target_precompile_headers(test_${name} REUSE_FROM xy_precompiled_test)
  if(NOT ARG_SHARDS)
    set(ARG_SHARDS 1)
  endif()
  foreach(shard RANGE 1 ${ARG_SHARDS})
    math(EXPR index "${shard} - 1")
    add_test(NAME ${name}_${shard} COMMAND test_${name})
    set_tests_properties(${name}_${shard} PROPERTIES
      TIMEOUT 1800 LABELS ${name} RUN_SERIAL ${ARG_SERIAL}
      ENVIRONMENT "GTEST_TOTAL_SHARDS=${ARG_SHARDS};GTEST_SHARD_INDEX=${index};GTEST_OUTPUT=xml:${CMAKE_BINARY_DIR}/results/${name}_${shard}.xml")
  endforeach()
endfunction()

# Tests of a level link the library of that level only (and GoogleTest).
function(xy_level_test name)
  xy_test_program(${name} ${CMAKE_CURRENT_SOURCE_DIR}/${name} LIBRARIES xy_${name} ${ARGN})
endfunction()
