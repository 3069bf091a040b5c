// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "models/store/sql/database.h"

namespace aftercharge {

enum class Access { ReadOnly, ReadWrite };
// Whether other units of work may be open beside one of a store.
enum class Writers { One, Many };
// Opens one more connection to the same database, for the calling thread; may be called in any.
using ConnectionFactory = std::function<Result<std::unique_ptr<Database>>(Access)>;

}  // namespace aftercharge
