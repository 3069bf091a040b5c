// SPDX-License-Identifier: GPL-3.0-or-later
// The store contract on the local engine.
#include <QCoreApplication>

#include "tests/store/contract/all_contracts.h"
#include "tests/store/sql_store_fixture.h"

int main(int argc, char **argv)
{
    using namespace aftercharge;
    const QCoreApplication application(argc, argv);
    return run_all_contracts([] { return std::make_unique<LocalStoreFixture>(); }, argc, argv);
}
