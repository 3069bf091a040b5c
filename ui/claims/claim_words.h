// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/item/claim_table_model.h"
#include "models/workflow/goods_view.h"
#include "ui/common/fact_list.h"
#include "ui/common/format.h"

namespace aftercharge {

class PeopleNames;

// The words of claims, for their page and for approvals.
class ClaimWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::ClaimWords)
public:
    static TableWords<Claim> table(const Format &format);
    static QString waits_for(const Claim &claim);
    // What the carrier said, in its words; where it said nothing, where the claim stands.
    static QString carrier(const Claim &claim);
    static QList<Fact> facts(const ClaimDossier &dossier, const PeopleNames &people, const Format &format);
    static QString day_and_minute(UtcTime at, const Format &format);
};

// Files of a round that the carrier asked for and does not have: they can be marked as sent by hand.
bool has_unsent_files(const ClaimDossier &dossier);

}  // namespace aftercharge
