// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "models/workflow/work.h"

namespace aftercharge {

// Steps that the intakes of what gateways say take inside their unit of work.

inline constexpr std::chrono::seconds ask_soon{5};           // after an answer that nobody heard
inline constexpr std::chrono::seconds settle_time{60};       // "not found" counts only so long after sending
inline constexpr std::chrono::hours look_again{24};          // at what is settled, for a reversal
inline constexpr std::chrono::hours reversal_watch{7 * 24};  // so long after SUCCESS
inline constexpr std::chrono::minutes resend_at_most{30};

// Words of another side, at most 500 bytes, never in the middle of a character.
std::string short_words(const std::string &words);

// Who is named in logs for what a gateway said.
Actor gateway_actor(PaymentProvider provider);
Actor gateway_actor(CarrierProvider provider);

// A note on a ticket's timeline; nothing where there is no ticket, or where it already ends with it.
Result<void> tell_ticket(UnitOfWork &unit, Work &work, const TicketNo &ticket_no, const std::string &text,
                         const Actor &actor);

// Something that a person must look at: the ticket is in review again, also one that was over.
Result<void> bring_up_ticket(UnitOfWork &unit, Work &work, const TicketNo &ticket_no, const std::string &text,
                             const Actor &actor);

// The row (kind, key) is due at `due`, new or again.
Result<void> arm(UnitOfWork &unit, Work &work, EffectKind kind, const std::string &key, UtcTime due,
                 const std::string &payload = {});
// The same, unless it is open and due by then anyway.
Result<void> arm_by(UnitOfWork &unit, Work &work, EffectKind kind, const std::string &key, UtcTime due);

// Ends the row (kind, key) if it is still open.
Result<void> end_row(UnitOfWork &unit, Work &work, EffectKind kind, const std::string &key, const std::string &word);

// 30 s, doubled with each attempt, at most 30 min.
std::chrono::seconds resend_delay(int attempts);

// The open discrepancy of this kind about this, if any.
Result<std::optional<Discrepancy>> open_discrepancy(UnitOfWork &unit, DiscrepancyKind kind, const std::string &entity,
                                                    const std::string &entity_id);

// What turned out by itself: the open one of this kind is closed with a word, by "SYSTEM".
Result<void> settle_discrepancy(UnitOfWork &unit, Work &work, DiscrepancyKind kind, const std::string &entity,
                                const std::string &entity_id, const std::string &word);

}  // namespace aftercharge
