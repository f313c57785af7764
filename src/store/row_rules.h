// What a row may be: nothing is stored that the reader of an export would refuse. Inside store/ only.
#pragma once

#include "outreach/booth_settings.h"
#include "outreach/event.h"
#include "outreach/event_source.h"
#include "outreach/ledger.h"
#include "outreach/publication.h"
#include "store/rows.h"

namespace xy::store {

/// Each throws StoreError (refused) and says what cannot be stored and why.
void check_row(const outreach::Event& event);
void check_row(const outreach::EventSource& source);
void check_row(const outreach::LedgerEntry& entry);
/// Its counts are sorted.
void check_row(const outreach::Publication& publication);
void check_row(const outreach::BoothSettings& settings);
void check_row(const ItemRow& item);
void check_row(const quiz::SessionStart& session);

}  // namespace xy::store
