// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

namespace aftercharge {

// One way to pay oneself, to hide it, to see what is secret or to be in others' way: statements
// under one login, and how the last of them must be refused.
struct Attack {
    QString name;
    QString login;
    QStringList statements;
    QString state;
    QString word;  // with AC001: the code of the refusal
};

// Of people with a desk's login, by hand-written SQL.
std::vector<Attack> attacks_on_tables();
std::vector<Attack> attacks_on_approvals();
std::vector<Attack> attacks_on_decisions();
std::vector<Attack> attacks_on_rights();
std::vector<Attack> attacks_on_the_server();
// Of somebody who got hold of a daemon's login.
std::vector<Attack> attacks_of_the_worker();

}  // namespace aftercharge
