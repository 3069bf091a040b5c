// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rig_store.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include "tests/store/shared_store_fixture.h"

namespace aftercharge {
namespace {

template<typename T>
T value_of(Result<T> result)
{
    if (!result)
        qFatal("%s", to_line(result.error()).c_str());
    return std::move(*result);
}

// Where it is in memory, a commit costs no disk: these tests are about what is decided.
QString folder_template()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    const QString base = memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath();
    return base + QStringLiteral("/aftercharge-rig-XXXXXX");
}

class LocalRigStore final : public RigStore {
public:
    LocalRigStore(const Clock &clock, Random &random) : folder_(folder_template()), key_(StoreKey::generate())
    {
        const std::filesystem::path root(folder_.path().toStdString());
        location_ = {root / "store", root / "state"};
        value_of(
            create_local_store(location_, key_, {"Test", *Currency::from_code("CNY"), "Asia/Shanghai"}, clock, random));
    }
    OpenStore open(const Clock &clock) override { return value_of(open_local_store(location_, key_, clock)); }

private:
    QTemporaryDir folder_;
    StoreLocation location_;
    StoreKey key_;
};

class SharedRigStore final : public RigStore {
public:
    explicit SharedRigStore(std::shared_ptr<SharedStoreServer> server)
        : server_(std::move(server)), location_(server_->copy())
    {
    }
    ~SharedRigStore() override { server_->drop(location_); }
    OpenStore open(const Clock & /*clock*/) override
    {
        return value_of(open_shared_store(location_, SharedRole::Daemon));
    }

private:
    std::shared_ptr<SharedStoreServer> server_;
    SharedLocation location_;
};

// One for all rigs of a test program, as starting it takes a second; it ends with the program.
std::shared_ptr<SharedStoreServer> rig_server()
{
    static std::shared_ptr<SharedStoreServer> server = std::make_shared<SharedStoreServer>();
    return server;
}

}  // namespace

std::unique_ptr<RigStore> make_rig_store(const Clock &clock, Random &random)
{
    if (qEnvironmentVariable("AFTERCHARGE_RIG_STORE") == QLatin1String("postgresql"))
        return std::make_unique<SharedRigStore>(rig_server());
    return std::make_unique<LocalRigStore>(clock, random);
}

}  // namespace aftercharge
