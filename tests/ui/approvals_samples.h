// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_approval_desk.h"

namespace aftercharge {

// What the refunds of pages_samples.h that wait were asked on: R20261123-0010, -0011 and -0012.
void fill_pictures(FakeApprovalDesk &desk);
// Of R20261123-0011 the fee is another now, and a refund was approved since.
std::vector<PictureChange> sample_changes();

// A batch that waits (li.na, 4 sessions, one of them refused, one changed since, ¥28.00), and two
// that are decided: one with a row that was voided and one that failed, one that was sent back.
void fill_batches(FakeApprovalDesk &desk);
BatchNo waiting_batch();
BatchNo carried_out_batch();

ApprovalVote sample_vote(const std::string &subject, const char *who, std::int64_t fen, int minutes_ago);

}  // namespace aftercharge
