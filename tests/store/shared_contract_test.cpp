// SPDX-License-Identifier: GPL-3.0-or-later
// The store contract on PostgreSQL: a real server, started for it in a folder of its own.
#include <QCoreApplication>

#include "tests/store/contract/all_contracts.h"
#include "tests/store/shared_store_fixture.h"

int main(int argc, char **argv)
{
    using namespace aftercharge;
    const QCoreApplication application(argc, argv);
    SharedStoreServer server;
    return run_all_contracts([&server] { return std::make_unique<SharedStoreFixture>(server); }, argc, argv);
}
