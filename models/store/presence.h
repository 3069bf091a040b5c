// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "models/domain/presence.h"

namespace aftercharge {

// Who is where and who prepares what: a courtesy (models/domain/presence.h), transient rows.
class PresenceReader {
public:
    virtual ~PresenceReader() = default;
    // Whose time is not over at `now`, by login and desk.
    virtual Result<std::vector<Present>> of(std::string_view subject, UtcTime now) = 0;
    virtual Result<std::optional<MoneyLease>> money_lease(const OrderNo &order_no, UtcTime now) = 0;
};

// What has been over for long is swept away by the way when something new is written.
class PresenceWriter : public PresenceReader {
public:
    // New, or in place of what the same desk said of the same subject.
    virtual Result<void> note(const Present &present, UtcTime now) = 0;
    virtual Result<void> leave(std::string_view subject, const OperatorName &login, const Uuid &desk) = 0;
    // Takes it, or renews it for the desk that has it. lease.held (lease_holder) while another
    // desk's is not over, another one of the same person too.
    virtual Result<void> take(const MoneyLease &lease, UtcTime now) = 0;
    // Nothing happens to another desk's.
    virtual Result<void> drop(const OrderNo &order_no, const OperatorName &login, const Uuid &desk) = 0;
};

}  // namespace aftercharge
