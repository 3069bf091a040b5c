// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SQLCipher's header declares sqlite3_key only when told that the codec is there. Included
// by sources alone, so that nothing else sees a function of SQLite.
#ifndef SQLITE_HAS_CODEC
#define SQLITE_HAS_CODEC 1
#endif
#include <sqlcipher/sqlite3.h>
