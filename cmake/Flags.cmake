# Compiler flags shared by every level.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of GCC 12 in std::string and std::variant once it inlines them (GCC bugs 105329 and 105562).
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized)
endif()
if(XY_WARNINGS_AS_ERRORS)
  add_compile_options(-Werror)
endif()
if(XY_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(XY_SYNTAX_ONLY)  # an empty object says that it was read
  set(CMAKE_CXX_COMPILE_OBJECT
      "<CMAKE_CXX_COMPILER> <DEFINES> <INCLUDES> <FLAGS> -fsyntax-only -c <SOURCE>"
      "${CMAKE_COMMAND} -E touch <OBJECT>")
endif()
if(XY_COVERAGE)
  add_compile_options(--coverage -O0)
  add_link_options(--coverage)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
  add_compile_options(-ffunction-sections -fdata-sections)
  add_link_options(-Wl,--gc-sections)
endif()
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=lld XY_HAS_LLD)
if(XY_HAS_LLD)
  add_link_options(-fuse-ld=lld)
endif()
# Several sources are compiled as one: the headers that all of them include are read once, which is most of the work.
# A name inside an anonymous namespace is therefore unique in its room, or its source is ALONE (Levels.cmake).
# scripts/check reads every source alone too.
if(XY_UNITY)
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 10)
endif()
find_program(XY_CCACHE ccache)
if(XY_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${XY_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${XY_CCACHE})
endif()
