// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/tickets/goods_sheet.h"

namespace aftercharge {

class EvidenceBox;

// What the carrier asked for, in its words, and the files for it.
class ClaimEvidenceSheet : public GoodsSheet {
    Q_OBJECT
public:
    // `had`: the files of the ticket; those that the claim has already are left out.
    ClaimEvidenceSheet(DeskContext &context, const ClaimDossier &claim, const std::vector<Evidence> &had,
                       const Format &format, QWidget *page);
    EvidenceBox *evidence() const { return evidence_; }

private:
    void show_state();
    void send();

    Claim claim_;
    EvidenceBox *evidence_;
};

// Files that the program could not hand in, and a person did.
class EvidenceSentSheet : public GoodsSheet {
    Q_OBJECT
public:
    EvidenceSentSheet(DeskContext &context, const ClaimDossier &claim, const Format &format, QWidget *page);

private:
    void send();

    Claim claim_;
};

}  // namespace aftercharge
