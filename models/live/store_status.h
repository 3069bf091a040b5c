// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <QtCore/QObject>

#include "models/domain/time.h"

namespace aftercharge {

// How a desk stands to a shared store, for its windows. There is none of a local store.
struct SharedStoreState {
    std::string host;                          // as the address names it, of several the first
    std::optional<UtcTime> unreachable_since;  // none: it answers
    bool a_daemon_works = true;                // else decisions wait; meaningless while unreachable
    friend bool operator==(const SharedStoreState &, const SharedStoreState &) = default;
};

class StoreStatus : public QObject {
    Q_OBJECT

public:
    explicit StoreStatus(std::string host, QObject *parent = nullptr);

    const SharedStoreState &state() const { return state_; }
    void set_unreachable_since(std::optional<UtcTime> since);
    void set_a_daemon_works(bool works);

Q_SIGNALS:
    void changed(const aftercharge::SharedStoreState &state);

private:
    void set(SharedStoreState state);

    SharedStoreState state_;
};

}  // namespace aftercharge
