// Programme files (kiosk-config/programmes/<id>.json): the steps of a visit.
//
// Within "questions", "phase" is "quiz" unless said, and "feedback" is true in the phase quiz and false in
// the others unless said: a pre-test that teaches is no pre-test.
#pragma once

#include <filesystem>
#include <vector>

#include "base/problem.h"
#include "content/findings.h"
#include "quiz/programme.h"

namespace xy::content {

/// Where the parts of a step stand; as the step's own lists.
struct StepPlaces {
    Place step;
    std::vector<Place> items;
    std::vector<Place> draw;
};

struct ProgrammeReading {
    std::filesystem::path file;
    Problems problems;
    /// What could be read. It may run only when no mistake was found; before that it serves to find more of
    /// them.
    quiz::Programme programme;
    std::vector<Place> banks;       ///< as Programme::banks
    std::vector<StepPlaces> steps;  ///< as Programme::steps
};

/// Reads a programme and checks what it alone can show: the order of its steps, items and topics named twice.
ProgrammeReading read_programme(const std::filesystem::path& file);

}  // namespace xy::content
