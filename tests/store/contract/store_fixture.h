// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QString>
#include <QTest>

#include "models/store/ledger_store.h"
#include "models/store/telemetry_store.h"

namespace aftercharge {

// A fresh, empty store of some engine for one test: a network "Test", CNY, Asia/Shanghai. The
// contract suite knows nothing else of it, so that it runs on every engine alike.
class StoreFixture {
public:
    virtual ~StoreFixture() = default;
    virtual LedgerStore &ledger() = 0;
    virtual TelemetryStore &telemetry() = 0;
    // Another process's view of the same ledger.
    virtual LedgerStore &second_ledger() = 0;
    // One statement on a connection of its own, past the program's checks. No value: it was done.
    virtual std::optional<Error> raw_sql(const QString &sql) = 0;
    // Closes everything and opens it again.
    virtual void reopen() = 0;
    // Whether another process may write while one does.
    virtual bool has_many_writers() const { return false; }
    // Whether samples are appended first and moved by compact().
    virtual bool has_journal() const { return true; }
};
using FixtureFactory = std::function<std::unique_ptr<StoreFixture>()>;

// Fails the test with the error's text, and goes on with the value.
#define REQUIRE_OK(expression)                                                                                         \
    do {                                                                                                               \
        const auto &required = (expression);                                                                           \
        QVERIFY2(required.has_value(), required ? "" : to_line(required.error()).c_str());                             \
    } while (false)

#define EXPECT_ERROR(expression, expected)                                                                             \
    do {                                                                                                               \
        const auto &refused = (expression);                                                                            \
        QVERIFY2(!refused.has_value(), "was not refused");                                                             \
        QVERIFY2(refused.error().code == (expected), to_line(refused.error()).c_str());                                \
    } while (false)

}  // namespace aftercharge
