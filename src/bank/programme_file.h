// Programme files (kiosk-config/programmes/<id>.json): the steps of a visit.
//
//   {"step": "welcome"}                    the attract screen; first or not at all
//   {"step": "audience"}                   who are you; left out of a visit when only one is offered
//   {"step": "questions", "phase": …, "feedback": …, "items": ["bank/item"], "draw": [{"topic", "count"}]}
//   {"step": "questions", "phase": "pre", "form": "either"}    form A or B of the visitor's pack, by chance;
//   {"step": "questions", "phase": "post", "form": "other"}    and the other one. "A" and "B": of everybody
//   {"step": "cards", "count": 3, "topics": ["law", …]}    lesson cards that suit the audience, of as many of
//                                          these topics as possible, in their order; of any without "topics"
//   {"step": "survey", "items": […]}, {"step": "pledge"}, {"step": "result"}
//
// A programme may say "type": "large" (text is large from the start) and "invitation": {"zh", "en"}, one line
// for the attract screen instead of “3 minutes · 10 questions”.
//
// Within "questions", "phase" is "quiz" unless said, and "feedback" is true in the phase quiz and false in
// the others unless said: a pre-test that teaches is no pre-test.
#pragma once

#include <filesystem>
#include <vector>

#include "base/problem.h"
#include "base/problem_collector.h"
#include "quiz/programme.h"

namespace xy::bank {

/// Where the parts of a step stand; as the step's own lists.
struct StepPlaces {
    SourceLocation step;
    std::vector<SourceLocation> items;
    std::vector<SourceLocation> draw;
    std::vector<SourceLocation> topics;
    SourceLocation form;
};

struct ProgrammeReading {
    std::filesystem::path file;
    Problems problems;
    /// What could be read. It may run only when no mistake was found; before that it serves to find more of
    /// them.
    quiz::Programme programme;
    std::vector<SourceLocation> banks;  ///< as Programme::banks
    std::vector<StepPlaces> steps;      ///< as Programme::steps
};

/// Reads a programme and checks what it alone can show: the order of its steps, items and topics named twice.
ProgrammeReading read_programme(const std::filesystem::path& file);

}  // namespace xy::bank
