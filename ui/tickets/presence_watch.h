// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QObject>

#include "models/domain/presence.h"

class QTimer;

namespace aftercharge {

class PresenceDesk;

// Says what this desk does with a ticket while it is in sight, and hears who else is there. A ticket
// that is only passed by is not looked at: what is said comes a moment after the last change.
class PresenceWatch : public QObject {
    Q_OBJECT
public:
    PresenceWatch(PresenceDesk &desk, QObject *parent);
    ~PresenceWatch() override;  // leaves

    void watch(const std::string &subject);  // empty: nothing
    void set_doing(Doing doing);
    void set_in_sight(bool in_sight);
    const std::vector<Present> &others() const { return others_; }
    void say();  // now, instead of in a moment

Q_SIGNALS:
    void othersChanged();

private:
    void soon();
    void leave();
    void hear(std::vector<Present> others);

    PresenceDesk &desk_;
    QTimer *settle_;
    QTimer *renew_;
    std::string subject_;
    std::string said_;  // of which the desk knows that we are there
    Doing doing_ = Doing::Looking;
    bool in_sight_ = false;
    std::vector<Present> others_;
};

}  // namespace aftercharge
