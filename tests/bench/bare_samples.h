// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include "models/domain/error.h"
#include "models/domain/reading.h"

namespace aftercharge::bench {

// The baseline of storing: one table in a fresh SQLCipher file through the same driver, WAL and
// synchronous=FULL as our telemetry, one prepared INSERT a sample, and nothing else.
class BareSamples {
public:
    // Makes the file.
    static Result<std::unique_ptr<BareSamples>> make(const std::filesystem::path &file);
    ~BareSamples();

    bool begin() { return database_.transaction(); }
    bool commit() { return database_.commit(); }  // durable when it returns
    bool insert(std::int64_t session, const Reading &reading);

private:
    explicit BareSamples(QSqlDatabase database) : database_(std::move(database)) {}

    QSqlDatabase database_;
    std::optional<QSqlQuery> insert_;
};

}  // namespace aftercharge::bench
