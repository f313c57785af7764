// An automatic visitor: touches what a visitor could touch.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "screens/effect.h"
#include "widgets/frame.h"

namespace xy::kiosk {

class Autoplay {
 public:
    /// `visitors` 0: nobody comes.
    Autoplay(int visitors, std::uint64_t seed) : left_(visitors), random_(seed) {}

    bool active() const { return left_ > 0; }
    /// What the visitor touches on this frame; nothing when there is nothing to touch. Throws
    /// std::runtime_error when so many touches have changed nothing that none ever will.
    std::optional<screens::Action> touch(const widgets::Frame& frame);
    /// A visit came to its end.
    void visit_ended() { --left_; }

 private:
    const widgets::Widget* choose(const widgets::Frame& frame);
    const widgets::Widget* any_option(const widgets::Frame& frame);

    int left_;
    std::string shown_;  ///< the screen and item of the last touch
    int touches_ = 0;    ///< on it
    Random random_;
};

/// The event that automatic visitors come to where none is open: the first of the configuration, else one of
/// their own. Without a day, as a clock that is wrong today says nothing about it.
outreach::Event demonstration_event(const std::vector<outreach::Event>& configured);
/// Opens it, and says what is open then.
std::vector<screens::Effect> demonstration(const outreach::Event& event);

}  // namespace xy::kiosk
