# xy_embed_sql(target): every sql/<noun>/*.sql beside the CMakeLists becomes a constant xy::store::sql::<file name> in
# "store/sql.h" (generated).
function(xy_embed_sql target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/sql/*.sql)
  set(header ${CMAKE_CURRENT_BINARY_DIR}/generated/store/sql.h)
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${files}" -DOUTPUT=${header} -P ${PROJECT_SOURCE_DIR}/cmake/embed_sql.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/embed_sql.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${header})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/generated)
endfunction()
