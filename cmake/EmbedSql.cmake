# xy_embed_sql(xy_<room>): every sql/<noun>/*.sql beside the CMakeLists becomes a constant xy::<room>::sql::<file name>
# in "<room>/sql.h" (generated), which the room alone finds.
function(xy_embed_sql target)
  string(REGEX REPLACE "^xy_" "" room ${target})
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/sql/*.sql)
  set(header ${CMAKE_CURRENT_BINARY_DIR}/generated/${room}/sql.h)
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${files}" -DROOM=${room} -DOUTPUT=${header} -P ${PROJECT_SOURCE_DIR}/cmake/embed_sql.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/embed_sql.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${header})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/generated)
endfunction()
