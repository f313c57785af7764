include(GNUInstallDirs)
install(TARGETS xiangyang xiangyang-kiosk RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY questions kiosk-config DESTINATION ${CMAKE_INSTALL_DATADIR}/xiangyang)
install(DIRECTORY share/man/ DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES share/completions/xiangyang.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME xiangyang)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
