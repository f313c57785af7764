// A small bank without mistakes that has every kind of item. Tests change one thing in it.
#pragma once

#include <string>

#include "support/picture.h"

namespace xy {

inline const std::string good_bank = R"json({
  "$schema": "bank.schema.json",
  "id": "small",
  "title": { "zh": "小题库", "en": "Small bank" },
  "topics": [
    { "id": "law", "title": { "zh": "法律", "en": "Law" } },
    { "id": "refuse", "title": { "zh": "拒绝", "en": "Saying no" } }
  ],
  "items": [
    {
      "id": "one",
      "kind": "single",
      "audiences": ["primary", "junior"],
      "topic": "law",
      "focus": "skill",
      "difficulty": 2,
      "stem": { "zh": "选哪个？ %s%n", "en": "Which one? ##1" },
      "picture": { "file": "pictures/a.svg", "alt": { "zh": "图", "en": "A picture" } },
      "options": [
        { "id": "a", "text": { "zh": "甲", "en": "A" }, "correct": true },
        { "id": "b", "text": { "zh": "乙", "en": "B" }, "feedback": { "zh": "再想想", "en": "Think again" } },
        { "id": "c", "text": { "zh": "丙", "en": "C" }, "picture": { "file": "pictures/c.png", "alt": { "zh": "丙图", "en": "C" } } }
      ],
      "explanation": { "zh": "因为", "en": "Because" },
      "take_home": { "zh": "记住", "en": "Remember" },
      "source": {
        "law": { "zh": "《禁毒法》", "en": "Anti-Drug Law" },
        "article": { "zh": "第九条", "en": "Article 9" },
        "in_force": "2008-06-01",
        "checked_on": "2025-11-01"
      },
      "valid_until": "2027-12-31"
    },
    {
      "id": "several",
      "kind": "multiple",
      "audiences": [],
      "topic": "law",
      "focus": "knowledge",
      "difficulty": 1,
      "shuffle": false,
      "stem": { "zh": "选几个？", "en": "Which ones?" },
      "options": [
        { "id": "m1", "text": { "zh": "子", "en": "M1" }, "correct": true },
        { "id": "m2", "text": { "zh": "丑", "en": "M2" }, "correct": true },
        { "id": "m3", "text": { "zh": "寅", "en": "M3" }, "correct": false }
      ],
      "explanation": { "zh": "因为", "en": "Because" },
      "source": { "law": { "zh": "《刑法》", "en": "Criminal Law" }, "checked_on": "2025-11-02" }
    },
    {
      "id": "truth",
      "kind": "true_false",
      "audiences": [],
      "topic": "law",
      "focus": "knowledge",
      "difficulty": 3,
      "stem": { "zh": "对吗？", "en": "Is it so?" },
      "answer": false,
      "explanation": { "zh": "不对", "en": "No" },
      "source": { "law": { "zh": "《刑法》", "en": "Criminal Law" }, "checked_on": "2025-11-03" }
    },
    {
      "id": "scene",
      "kind": "situation",
      "audiences": ["primary"],
      "topic": "refuse",
      "focus": "skill",
      "difficulty": 1,
      "stem": { "zh": "怎么办？", "en": "What do you do?" },
      "options": [
        { "id": "s1", "text": { "zh": "走开", "en": "Leave" }, "correct": true, "feedback": { "zh": "好", "en": "Good" } },
        { "id": "s2", "text": { "zh": "留下", "en": "Stay" }, "feedback": { "zh": "可以走开", "en": "You may leave" } }
      ],
      "explanation": { "zh": "因为", "en": "Because" },
      "source": { "law": { "zh": "指南", "en": "Guide" }, "checked_on": "2025-11-04" }
    },
    {
      "id": "mood",
      "kind": "scale",
      "audiences": [],
      "topic": "refuse",
      "stem": { "zh": "有把握吗？", "en": "How sure are you?" },
      "scale": [
        { "zh": "一", "en": "One" },
        { "zh": "二", "en": "Two" },
        { "zh": "三", "en": "Three" },
        { "zh": "四", "en": "Four" },
        { "zh": "五", "en": "Five" }
      ]
    },
    {
      "id": "wish",
      "kind": "choice",
      "audiences": [],
      "topic": "refuse",
      "stem": { "zh": "想了解什么？", "en": "What next?" },
      "options": [
        { "id": "w1", "text": { "zh": "短片", "en": "Films" } },
        { "id": "w2", "text": { "zh": "讲座", "en": "Talks" } }
      ]
    }
  ]
}
)json";

}  // namespace xy
