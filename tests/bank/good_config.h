// A small configuration without mistakes, over good_bank. Tests change one thing in it.
#pragma once

#include <string>

#include "support/folder.h"
#include "support/good_bank.h"

namespace xy::bank {

struct ConfigTexts {
    std::string kiosk = R"json({
  "device_label": { "zh": "07 号", "en": "No. 07" },
  "programme": "short",
  "idle_seconds": 45,
  "countdown_seconds": 10,
  "result_seconds": 30,
  "sway": false
}
)json";
    std::string audiences = R"json({
  "audiences": [
    { "id": "primary", "title": { "zh": "小学", "en": "Primary" }, "note": { "zh": "5 年级", "en": "Grade 5" }, "reading": 5, "faces": true },
    { "id": "junior", "title": { "zh": "初中", "en": "Junior" } }
  ]
}
)json";
    std::string venues = R"json({
  "venues": [
    { "id": "school", "title": { "zh": "进学校", "en": "Schools" } },
    { "id": "village", "title": { "zh": "进农村", "en": "Villages" } }
  ]
}
)json";
    std::string places = R"json({
  "places": [
    { "code": "511123", "level": "county", "name": { "zh": "县", "en": "County" } },
    { "code": "511123101", "parent": "511123", "level": "township", "name": { "zh": "镇", "en": "Town" } }
  ]
}
)json";
    std::string occasions = R"json({
  "occasions": [
    { "id": "june", "title": { "zh": "6·26", "en": "26 June" } },
    { "id": "market", "title": { "zh": "赶集日", "en": "Market day" } }
  ]
}
)json";
    std::string measures = R"json({
  "measures": [
    {
      "id": "leaflets",
      "title": { "zh": "发放宣传资料", "en": "Leaflets" },
      "unit": { "zh": "份", "en": "copies" },
      "aliases": ["传单"],
      "steps": [1, 10, 50]
    },
    { "id": "lectures", "title": { "zh": "讲座", "en": "Lectures" }, "unit": { "zh": "场", "en": "lectures" } }
  ]
}
)json";
    std::string events = R"json({
  "events": [
    {
      "id": "june",
      "name": { "zh": "宣传", "en": "Awareness" },
      "place": { "zh": "学校", "en": "School" },
      "place_code": "511123",
      "venue": "school",
      "occasion": "june",
      "day": "2025-06-26",
      "state": "open"
    },
    {
      "id": "july",
      "name": { "zh": "赶集", "en": "Market" },
      "place": { "zh": "集市", "en": "Market place" },
      "state": "planned"
    }
  ]
}
)json";
    std::string programme = R"json({
  "id": "short",
  "title": { "zh": "短", "en": "Short" },
  "banks": ["small"],
  "steps": [
    { "step": "welcome" },
    { "step": "audience" },
    { "step": "questions", "phase": "pre", "items": ["small/truth"] },
    {
      "step": "questions",
      "draw": [
        { "topic": "law", "count": 1 }
      ]
    },
    { "step": "survey", "items": ["small/mood", "small/wish"] },
    { "step": "pledge" },
    { "step": "result" }
  ]
}
)json";
    std::string bank = good_bank;
};

inline void write(const TemporaryFolder& folder, const ConfigTexts& texts) {
    folder.write("config/kiosk.json", texts.kiosk);
    folder.write("config/audiences.json", texts.audiences);
    folder.write("config/venues.json", texts.venues);
    folder.write("config/places.json", texts.places);
    folder.write("config/occasions.json", texts.occasions);
    folder.write("config/measures.json", texts.measures);
    folder.write("config/events.json", texts.events);
    folder.write("config/programmes/short.json", texts.programme);
    folder.write("questions/small.json", texts.bank);
    folder.write("questions/pictures/a.svg", small_svg);
    folder.write("questions/pictures/c.png", small_png());
}

}  // namespace xy::bank
