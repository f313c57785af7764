// How much room there is in a template for a table or a picture. Inside document/ only.
#pragma once

#include <pugixml.hpp>

#include "charts/chart.h"

namespace xy::document {

/// The width of the cell, the text box or the column of text that `paragraph` stands in and the height of the
/// text of a page, in points. `body`: of the main part; for headers and notes its last section counts. What
/// the template does not say is taken from an A4 page.
charts::Size space_at(pugi::xml_node paragraph, pugi::xml_node body);

}  // namespace xy::document
