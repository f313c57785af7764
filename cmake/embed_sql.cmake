# Run as a script by EmbedSql.cmake.
set(text "// Generated from src/${ROOM}/sql/<noun>/*.sql.\n#pragma once\n\nnamespace xy::${ROOM}::sql {\n\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} content)
  string(APPEND text "inline constexpr const char* ${name} = R\"sql(\n${content})sql\";\n\n")
endforeach()
string(APPEND text "}  // namespace xy::${ROOM}::sql\n")
file(WRITE ${OUTPUT} "${text}")
