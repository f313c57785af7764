// The tags of an SVG as the kiosk's drawing library (nanosvg) sees them. Inside bank/ only.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace xy::bank {

struct SvgTag {
    std::string_view name;
    bool begins = false;                                                    ///< <g …> and <g …/>
    bool ends = false;                                                      ///< </g> and <g …/>
    std::vector<std::pair<std::string_view, std::string_view>> attributes;  ///< in their order
};

/// Splits where that library does: a tag goes from < to the next >, and neither comments nor quotes hide one.
/// What a check sees is what will be drawn.
class SvgTags {
 public:
    explicit SvgTags(std::string_view svg) : rest_(svg) {}
    /// Instructions, comments and the like are passed over; nothing at the end.
    std::optional<SvgTag> next();

 private:
    std::string_view rest_;
};

}  // namespace xy::bank
