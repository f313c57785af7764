# Run as a script by EmbedText.cmake.
set(text "// Generated.\n#pragma once\n\n#include <string_view>\n\nnamespace xy::${NAMESPACE} {\n\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  string(REPLACE "-" "_" name ${name})
  # Brackets and semicolons would fall apart in a list of CMake; appended as one quoted string they do not.
  file(READ ${file} content)
  string(APPEND text "inline constexpr std::string_view ${name} = R\"text(")
  string(APPEND text "${content}")
  string(APPEND text ")text\";\n\n")
endforeach()
string(APPEND text "}  // namespace xy::${NAMESPACE}\n")
file(WRITE ${OUTPUT} "${text}")
