#include "figures/report_sources.h"

namespace xy::figures {

Titles titles_of(const bank::Configuration& configuration) {
    Titles titles;
    for (const outreach::Audience& audience : configuration.audiences)
        titles.audiences[audience.id] = audience.title;
    for (const outreach::VenueKind& venue : configuration.venues) titles.venues[venue.id] = venue.title;
    titles.places = configuration.places;
    return titles;
}

ReportSources report_sources(const bank::Configuration& configuration, store::VisitSource& source) {
    ReportSources sources = report_sources(configuration);
    sources.events = source.events();
    sources.ledger = source.ledger();
    return sources;
}

ReportSources report_sources(const bank::Configuration& configuration) {
    ReportSources sources;
    sources.measures = configuration.measures;
    sources.targets = configuration.targets;
    sources.places = configuration.places;
    sources.titles = titles_of(configuration);
    for (const outreach::VenueKind& venue : configuration.venues) sources.venues.push_back(venue.id);
    for (const quiz::Bank& bank : configuration.banks)
        for (const quiz::Item& item : bank.items)
            for (const quiz::Option& option : item.options)
                sources.options[tally::name_of({item.bank, item.id, item.version, {}}) + "/" + option.id] =
                    option.text;
    return sources;
}

}  // namespace xy::figures
