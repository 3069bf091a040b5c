// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/engine_thread.h"
#include "models/workflow/local_desk.h"
#include "models/workflow/reading_approval_desk.h"

namespace aftercharge {

// Approvals and batches where the engine runs in the same process: reads on the read thread,
// decisions on the engine's, by whoever is logged in at `desk`.
class LocalApprovalDesk : public ReadingApprovalDesk {
public:
    LocalApprovalDesk(EngineThread &engine, ReadThread &reads, const LocalDesk &desk)
        : ReadingApprovalDesk(reads), engine_(engine), desk_(desk)
    {
    }

    Answered<RefundBatch> request_batch(const BatchDraft &draft) override;
    Answered<RefundBatch> approve_batch(const BatchNo &batch_no, const Money &total) override;
    Answered<RefundBatch> send_back_batch(const BatchNo &batch_no, const std::string &reason) override;

private:
    OperatorName who() const { return desk_.who(); }

    EngineThread &engine_;
    const LocalDesk &desk_;
};

}  // namespace aftercharge
