// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/exit_status.h"

namespace aftercharge {

int exit_status(const Error &error)
{
    switch (error.code) {
    case ErrorCode::StoreNotFound:
    case ErrorCode::StoreWrongKey:
    case ErrorCode::StoreKeyFileInvalid:
    case ErrorCode::StorePlainFile:
    case ErrorCode::StoreForeignFile:
    case ErrorCode::StoreNewerSchema:
    case ErrorCode::StoreDiskFull:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreInUse:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::StoreIo:
    case ErrorCode::StoreUnreachable:
    case ErrorCode::StoreRetry:
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::ChargePointOffline:
    case ErrorCode::CommandTimeout:
        return 3;
    default:
        return 1;
    }
}

}  // namespace aftercharge
