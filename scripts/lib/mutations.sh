# shellcheck shell=bash
# Small wrong rules, each of which a test of the level must notice.
# mistake LEVEL FILE WHAT RIGHT WRONG: the text RIGHT, where it stands first in FILE (somewhere below src/LEVEL, or below
# another room when it names one), becomes WRONG, and the tests of LEVEL run. Levels one after the other: what was built
# for one serves the next mistake there.

# What is asked, and what is right.
mistake quiz score.cpp "wrong options beside the right one are accepted" \
    'chosen == item.key()' '(chosen & item.key()) != 0'
mistake quiz score.cpp "the pre-test counts in the score" \
    'a.answer.phase == Phase::quiz' 'a.answer.phase != Phase::survey'
mistake quiz score.cpp "what was right is listed as missed" \
    '!a.answer.correct.value_or(true)' 'a.answer.correct.value_or(false)'
mistake quiz paper.cpp "an item may be drawn twice" \
    $'push_back(item);\n            std::erase(open_, item);' 'push_back(item);'
mistake quiz paper.cpp "an item is drawn after its last day" \
    'if (item.valid_on(day))' 'if (!day.empty())'
mistake quiz paper.cpp "an item is drawn for another audience" \
    '&& item.suits(audience_)' '&& !audience_.empty()'
mistake quiz paper.cpp "options are shown in the order of the bank" \
    'if (item.shuffle &&' 'if (!item.shuffle &&'
mistake quiz paper.cpp "a topic gets one item more than its quota" \
    'std::min(available, rule.count)' 'std::min(available, rule.count + 1)'
mistake quiz paper.cpp "the second form is the first one again" \
    'before == Form::a ? Form::b' 'before == Form::b ? Form::b'
mistake quiz forms.cpp "a form holds what another audience is asked" \
    '!item.suits(audience) || ' ''
mistake quiz card_draw.cpp "cards are all of one topic" \
    'for (const Pile& pile : piles)
            if (round < pile.size()' 'for (const Pile& pile : {piles.front()})
            if (round < pile.size()'

# What a tap does.
mistake screens question_screen.cpp "the option beside the one that was touched is taken" \
    'quiz::OptionSet{1} << state.page.order[shown]' 'quiz::OptionSet{1} << shown'
mistake screens pin.cpp "a touch sets a new kiosk up" \
    'PinNote::needs_key && way == WayIn::key) return open_wizard' 'PinNote::needs_key) return open_wizard'
mistake screens visit.cpp "a visit of practice counts as one of a visitor" \
    'turn.setup.settings.practice || turn.state.preview' 'turn.state.preview'
mistake screens visit.cpp "every visit made the pledge" \
    '.pledge = visit.pledge}' '.pledge = true}'
mistake screens visit.cpp "half right is praised as good" \
    '6 * score.asked' '5 * score.asked'
mistake screens visit.cpp "three sentences to take home" \
    'greeting == Praise::learning ? 3 : 2' '3'
mistake screens visit.cpp "a question that stood there all night took all night" \
    'if (!visit.recorded) time =' 'if (visit.recorded) time ='
mistake screens flow.cpp "a visit that nobody ended was completed" \
    'Outcome::timed_out' 'Outcome::completed'
mistake screens flow.cpp "what the store could not write is forgotten" \
    'return turn.state.in_flight > 0 ? on_store(turn) : std::nullopt;' 'return on_recorded(turn);'
mistake screens flow.cpp "touches count while an answer is being written" \
    'if (turn.state.in_flight > 0 || !turn.state.unsaved.empty() || !turn.setup.known)' \
    'if (!turn.setup.known)'
mistake screens flow.cpp "the language of the last visitor stays" \
    'state.language != setup.language || ' ''
mistake screens pin.cpp "a new PIN is kept without being said twice" \
    '} else if (digits != pin.first) {' '} else if (digits.empty()) {'
mistake screens pin.cpp "a simple PIN is taken" \
    'if (access::fault_of(digits))' 'if (digits.empty())'

# What is kept.
mistake store put_pending_answer.sql "an answer is replaced when it is said again" \
    'DO NOTHING' 'DO UPDATE SET chosen = excluded.chosen, correct = excluded.correct'
mistake store put_answer.sql "an answer is replaced when it arrives again" \
    'DO NOTHING' 'DO UPDATE SET chosen = excluded.chosen, correct = excluded.correct'
mistake store abandon_open.sql "a visit cut short counts as completed" \
    "SET outcome = 'abandoned'" "SET outcome = 'completed'"
mistake store delete_practice_sessions.sql "deleting practice deletes the visits" \
    'practice = 1' 'practice = 0'
mistake store finish_session.sql "a visit that has ended can end again" \
    " AND outcome = 'open'" ''
mistake store opening.cpp "an answer is acknowledged before the disk has it" \
    'synchronous = FULL' 'synchronous = OFF'
mistake store store.cpp "an option that an item does not have can be chosen" \
    '(answer.chosen >> item.options.size()) != 0' '(answer.chosen >> item.options.size()) > 1'
mistake store store_ledger.cpp "an entry is taken back twice" \
    'if (entry->undone) return;' ''
mistake store store_ledger.cpp "more is taken back than was handed out" \
    'total.amount - entry->amount < 0' 'total.amount < 0'
mistake store store_sheet.cpp "the sheet counts practice as visits" \
    $'sheet.practice += count;\n            continue;' 'sheet.practice += count;'

# What leaves and comes in.
mistake exchange import.cpp "a file that was changed is imported" \
    'same_length && digest_of(file, progress).sha256 == listed.sha256' 'same_length'
mistake exchange import.cpp "a package can name a file beside it" \
    'name != name.filename() || ' ''
mistake exchange import.cpp "an undone entry is alive after an import" \
    '(there->second.undone || !entry.undone)' '(there->second.undone || entry.undone)'
mistake exchange import.cpp "a visit may come twice" \
    '*id <= *previous' '*id < *previous'
mistake exchange arriving_rows.cpp "a wrong mark is imported" \
    'if (table.flag(7) != mark_of(item, *chosen))' 'if (table.flag(7).has_value() != mark_of(item, *chosen).has_value())'
mistake exchange arriving_rows.cpp "a telephone number comes in with a note" \
    'outreach::personal_number_in(table.text(9))' 'table.text(9).empty() && outreach::personal_number_in(table.text(9))'
mistake exchange csv_table.cpp "columns in another order are read" \
    'if (usable_ && fields_ == wanted)' 'if (usable_ && fields_.size() == wanted.size())'
mistake exchange csv_files.cpp "the test before is exported as the one after" \
    '{",pre,", ",quiz,", ",post,"' '{",post,", ",quiz,", ",pre,"'
mistake exchange export.cpp "an export takes the place of somebody's pictures" \
    $'!entry.is_regular_file(error) ||\n            std::find(' $'!entry.is_regular_file(error) &&\n            std::find('
mistake exchange deliver.cpp "a stick that gives back something else is believed" \
    'if (digest.sha256 != source.sha256)' 'if (digest.sha256.empty())'
mistake exchange deliver.cpp "half a package stays on the stick" \
    'if (!named_) fs::remove_all' 'if (named_) fs::remove_all'

# What is counted and published.
mistake figures disclosure.cpp "a share is shown although its hits are withheld" \
    'withheld_[cells.hits] || withheld_[cells.n]' 'withheld_[cells.n]'
mistake figures disclosure.cpp "the parts of a sum give away the withheld one" \
    'if (parts.empty()) return;' 'if (!parts.empty()) return;'
mistake figures disclosure_scopes.cpp "reports of the same visits are decided apart" \
    'Links(publication_, registered_, scopes_).link(regions);' '(void)regions;'
mistake figures published_answers.cpp "the wrong options of an item give away a small one" \
    'if (item.row->kind != quiz::code(quiz::Kind::multiple))' \
    'if (item.row->kind == quiz::code(quiz::Kind::multiple))'
mistake tally visit_counter.cpp "practice is counted" \
    $'++tally_.practice;\n        return;' '++tally_.practice;'
mistake tally visit_counter.cpp "a skipped item was answered" \
    'quiz.items - quiz.skipped' 'quiz.items'
mistake tally visit_counter.cpp "the gain of a visit that was left is counted" \
    $'if (completed) {\n        count_completed' $'if (!visit.day.empty()) {\n        count_completed'
mistake tally counting.cpp "hours of a doubtful clock are shown" \
    'if (doubtful) return;' 'if (doubtful && times.day.empty()) return;'
mistake tally visit_counter.cpp "a day that cannot be is counted as it was said" \
    'day.day = *other;' ''
mistake figures published_visits.cpp "the months of events may be subtracted" \
    'parts[*months_.at(event_and_month.second).index].push_back(cell);' ''
mistake report figures/ledger_figures.cpp "about 300 and 20 are 320 exactly" \
    'sum.precision = std::max(sum.precision, total.precision)' 'sum.precision = std::min(sum.precision, total.precision)'
mistake report figures/ledger_figures.cpp "a target is met when nearly reached" \
    '*figure_.actual >= figure_.target' '*figure_.actual >= 0.9 * figure_.target'
mistake report figures/published/year_before.cpp "the interval of a change tells an event that the year before withheld" \
    'if (!visits_now.every_event() || !then.visits.every_event())' 'if (!visits_now.every_event())'
mistake report figures/published/year_before.cpp "right answers to different items are compared" \
    'comparison.same_items() && comparison.right_answers' 'comparison.right_answers'
mistake report figures/published/published_gains.cpp "a gain of one item tells the few who forgot it" \
    'std::all_of(pairs.changes.begin(), pairs.changes.end(), shown)' '!pairs.changes.empty()'
mistake report figures/published/published_visits.h "an interval by events tells the withheld ones" \
    'return every_event() ? stats::ClusterBy::events : stats::ClusterBy::visits;' \
    'return stats::ClusterBy::events;'
mistake report tally/gain_figures.cpp "an easier form is a gain" \
    'if (clusters.empty() || orders.design != GainDesign::fixed)' 'if (clusters.empty())'
mistake report figures/coverage.cpp "a township without an event is covered" \
    '&& all > 0) ++coverage.covered' '&& all >= 0) ++coverage.covered'

# What authors are told.
mistake review strict_key_rules.cpp "right options may be half as long again" \
    'constexpr double tolerance = 0.15;' 'constexpr double tolerance = 0.5;'
mistake review strict_key_rules.cpp "as long as another counts as the single longest" \
    'return right > wrong;' 'return right >= wrong;'
mistake review strict_key_rules.cpp "the key may stand at the same place" \
    '3.841, 5.991, 7.815, 9.488' '38.41, 59.91, 78.15, 94.88'
mistake review strict_key_rules.cpp "two of three statements may be true" \
    '10 * apart <= total' '3 * apart <= total'
mistake review strict_shape_rules.cpp "a fifth of situations is enough" \
    'least_situations = 0.40' 'least_situations = 0.20'
mistake review strict_law_rules.cpp "a law may be cited before it is in force" \
    'source.in_force > day' 'source.in_force > "9999"'
mistake review law_facts.cpp "a number of another article is accepted" \
    'fact.law == law && cited &&' 'fact.law == law &&'
mistake review strict_option_rules.cpp "100 and 1000 plants are one option with a slip" \
    'same_numbers && small.size()' 'small.size()'
mistake review strict_wording_rules.cpp "hard words are allowed for primary pupils" \
    '"primary") != audiences.end()' '"primary") == audiences.end()'
mistake review word_match.cpp "a word counts inside a longer one" \
    '!whole || counted || stands_alone' '!whole || counted || !stands_alone'
mistake review word_match.cpp "what is denied counts as said" \
    '|| !denied(text, *found, language)' '|| denied(text, *found, language)'
mistake review test_wise.cpp "the pass mark itself fails" \
    '100 * r >= static_cast' '100 * r > static_cast'
