// What was drawn: where the widgets are, and for tests where every text went.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "paint/set_text.h"
#include "screens/action.h"

namespace xy::widgets {

using paint::Area;
using paint::SetText;

/// What a widget is for, whatever it is called: keys and automatic visitors go by this.
enum class Role {
    other,
    primary,  ///< the one way on: what Enter means
    option,   ///< one of several answers, numbered from 1
    digit,    ///< of a number pad
};

struct Widget {
    std::string id;  ///< question.option.1; the name for tests and the probe
    Area area;
    bool enabled = true;
    screens::Action action;
    std::optional<screens::Action> held = std::nullopt;  ///< when it is held for three seconds
    Role role = Role::other;
    int number = 0;  ///< of an option or a digit

    void is(Role what, int which = 0) {
        role = what;
        number = which;
    }
};

struct Frame {
    std::string screen;           ///< "question"
    std::string item;             ///< "bank/item" of a question or feedback, "bank/card" of a card
    std::vector<Widget> widgets;  ///< in reading order; of overlapping ones the later one is on top
    std::optional<screens::Action> elsewhere;  ///< what a touch beside all widgets means
    bool typing = false;                       ///< a physical keyboard may write text
    std::optional<Milliseconds> next;          ///< something moves: draw again after this time
    std::vector<SetText> texts;

    const Widget* widget(const std::string& id) const;
    /// Enabled or not; nothing where there is none.
    const Widget* widget(Role role, int number = 0) const;
    const Widget* at(float x, float y) const;
};

}  // namespace xy::widgets
