// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/login/login_words.h"

#include "ui/common/error_words.h"

namespace aftercharge {

QString LoginWords::of_local(const Error &error)
{
    return ErrorWords::sentence(error);
}

QString LoginWords::of_shared(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InputInvalid:
        return tr("The address is not complete. Write it like server.example.com/aftercharge, with :PORT after the "
                  "server if it is not 5432.");
    case ErrorCode::StoreUnreachable:
        return tr("The server does not answer. Check the address, the network and the certificate authority, then "
                  "try again.");
    case ErrorCode::StoreWrongKey:
        return tr("Login or password is wrong, or the login has been closed. An administrator can set a new password.");
    case ErrorCode::StoreNotFound:
        return tr("The server has no such database. Check the name behind the slash.");
    case ErrorCode::StoreForeignFile:
        return tr("This database holds no store that this program can use. If it is an older one, an administrator "
                  "upgrades it first: afterchargectl store upgrade.");
    case ErrorCode::OperatorNotFound:
        return tr("This login belongs to no operator of the store. Ask an administrator to add one.");
    case ErrorCode::OperatorNotPermitted:
        return tr("This is the login of a daemon. Nobody works at a desk with it.");
    default:
        return ErrorWords::sentence(error);
    }
}

}  // namespace aftercharge
