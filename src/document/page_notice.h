// A notice on top of every page of a template. Inside document/ only.
#pragma once

#include <string>

#include "document/template_package.h"

namespace xy::document {

/// Every header that a section has begins with the notice; sections that would show none, be it on their
/// first page or on even ones, get one.
void put_notice(TemplatePackage& package, const std::string& notice);

}  // namespace xy::document
