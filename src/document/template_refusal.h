// Why a template cannot be filled, in the words of whoever made it. Inside document/ only.
#pragma once

#include <string>

#include "document/word_template.h"

namespace xy::document {

/// Throws TemplateError: Chinese first, English second.
[[noreturn]] inline void refuse(const std::string& chinese, const std::string& english) {
    throw TemplateError(chinese + " / " + english);
}

/// `where`: the part of the file, and what is wrong with it, for whoever looks closer.
[[noreturn]] inline void refuse_damaged(const std::string& where) {
    refuse("模板文件已损坏（" + where + "）：请用 Word 或 WPS 打开，另存为新的 .docx 后再试",
           "the template is damaged (" + where + "): open it in Word or WPS and save it as a new .docx");
}

[[noreturn]] inline void refuse_too_large(const std::string& where) {
    refuse("模板解压后过大（" + where + "）：请换用较小的模板，例如删去其中的大图片",
           "the template is too large when unpacked (" + where +
               "): use a smaller one, for example without its large pictures");
}

}  // namespace xy::document
