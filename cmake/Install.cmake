# Questions, configuration and assets lie together, so that a program finds all of them beside its own folder
# (base/paths.h).
include(GNUInstallDirs)
install(TARGETS xiangyang xiangyang-kiosk RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY questions kiosk-config assets DESTINATION ${CMAKE_INSTALL_DATADIR}/xiangyang)
install(DIRECTORY docs/man/ DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES packaging/completions/xiangyang.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME xiangyang)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
