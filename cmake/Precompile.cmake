# What nearly every file includes, compiled once. The sources of the program get it only where XY_PRECOMPILE says so
# (the sanitized build): elsewhere a file that forgets an include must not compile.
option(XY_PRECOMPILE "Precompile the standard headers for src/ too" OFF)

# SDL asks for it; the precompiled headers fit only where it is the same everywhere.
add_compile_definitions(_REENTRANT)

set(std_headers <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <span>
                <string> <string_view> <utility> <variant> <vector>)
file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cpp.new "namespace xy {}\n")
file(COPY_FILE ${CMAKE_BINARY_DIR}/precompiled.cpp.new ${CMAKE_BINARY_DIR}/precompiled.cpp ONLY_IF_DIFFERENT)
if(XY_PRECOMPILE)
  add_library(xy_precompiled_std OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_precompile_headers(xy_precompiled_std PRIVATE ${std_headers})
endif()
if(XY_TESTS)
  add_library(xy_precompiled_test OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_link_libraries(xy_precompiled_test PRIVATE GTest::gmock)
  target_precompile_headers(xy_precompiled_test PRIVATE ${std_headers} <gmock/gmock.h> <gtest/gtest.h>)
endif()

# xy_precompile(target std|test): `target` uses the precompiled headers of that name.
function(xy_precompile target headers)
  if(TARGET xy_precompiled_${headers})
    target_precompile_headers(${target} REUSE_FROM xy_precompiled_${headers})
  endif()
endfunction()
