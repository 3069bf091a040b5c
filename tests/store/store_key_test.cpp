// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "models/store/sqlcipher/key_file.h"
#include "models/store/sqlcipher/key_wrap.h"
#include "models/store/sqlcipher/store_key.h"

namespace aftercharge {
namespace {

QByteArray read(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const std::filesystem::path &path, const QByteArray &bytes)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        QTest::qFail("the file could not be written", __FILE__, __LINE__);
    file.close();
    ::chmod(path.c_str(), 0600);
}

}  // namespace

class StoreKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void is_random();
    void is_wiped();
    void reads_hex();
    void saves_a_private_file();
    void refuses_a_file_that_others_may_touch_data();
    void refuses_a_file_that_others_may_touch();
    void refuses_a_bad_key_file_data();
    void refuses_a_bad_key_file();
    void wraps_and_unwraps();
    void wraps_by_the_stated_cost();
    void refuses_a_wrong_passphrase();
    void refuses_any_flipped_bit();
    void refuses_an_unbounded_cost();
    void replaces_the_wrap_file();

private:
    std::filesystem::path folder() const { return folder_->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> folder_;
};

void StoreKeyTest::is_random()
{
    const StoreKey key = StoreKey::generate();
    QVERIFY(key == StoreKey::from_bytes(key.bytes()));
    QVERIFY(!(key == StoreKey::generate()));
}

void StoreKeyTest::is_wiped()
{
    alignas(StoreKey) std::array<unsigned char, sizeof(StoreKey)> room{};
    StoreKey *key = new (room.data()) StoreKey(StoreKey::generate());
    QVERIFY(std::any_of(room.begin(), room.end(), [](unsigned char byte) { return byte != 0; }));
    key->~StoreKey();
    QVERIFY(std::all_of(room.begin(), room.end(), [](unsigned char byte) { return byte == 0; }));
}

void StoreKeyTest::reads_hex()
{
    const auto key = StoreKey::from_hex("00112233445566778899aabbccddeeffFFEEDDCCBBAA99887766554433221100");
    QVERIFY(key);
    QCOMPARE(key->bytes()[1], 0x11);
    QCOMPARE(key->bytes()[31], 0x00);
    for (const char *bad : {"", "00", "zz112233445566778899aabbccddeeffffeeddccbbaa99887766554433221100",
                            "00112233445566778899aabbccddeeffffeeddccbbaa9988776655443322110000",
                            "00112233445566778899aabbccddeeffffeeddccbbaa998877665544332211 0"}) {
        const auto refused = StoreKey::from_hex(bad);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreKeyFileInvalid);
        QVERIFY(refused.error().detail.find("00112233") == std::string::npos);
    }
}

void StoreKeyTest::saves_a_private_file()
{
    const std::filesystem::path path = folder() / "ledger.key";
    const StoreKey key = StoreKey::generate();
    QVERIFY(save_key_file(path, key));
    struct stat status = {};
    QCOMPARE(::stat(path.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t{0600});
    QCOMPARE(read(path).size(), 65);
    QVERIFY(read(path).endsWith('\n'));
    const auto loaded = load_key_file(path);
    QVERIFY(loaded);
    QVERIFY(*loaded == key);
    QCOMPARE(save_key_file(path, StoreKey::generate()).error().code, ErrorCode::StoreExists);
    QVERIFY(*load_key_file(path) == key);
    QCOMPARE(save_key_file(folder() / "none" / "x", key).error().code, ErrorCode::StoreNotFound);
}

void StoreKeyTest::refuses_a_file_that_others_may_touch_data()
{
    QTest::addColumn<int>("mode");
    for (const int mode : {0640, 0604, 0660, 0644, 0610, 0601})
        QTest::addRow("%o", mode) << mode;
}

void StoreKeyTest::refuses_a_file_that_others_may_touch()
{
    QFETCH(int, mode);
    const std::filesystem::path path = folder() / "ledger.key";
    QVERIFY(save_key_file(path, StoreKey::generate()));
    QCOMPARE(::chmod(path.c_str(), static_cast<mode_t>(mode)), 0);
    const auto refused = load_key_file(path);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreKeyFileInvalid);
    QVERIFY(refused.error().detail.find("chmod 600") != std::string::npos);
    ::chmod(path.c_str(), 0400);
    QVERIFY(load_key_file(path));
}

void StoreKeyTest::refuses_a_bad_key_file_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << QByteArray(63, 'a');
    QTest::newRow("two lines") << QByteArray(64, 'a') + "\n\n";
    QTest::newRow("trailing text") << QByteArray(64, 'a') + "\nx";
    QTest::newRow("not hex") << QByteArray(64, 'g');
}

void StoreKeyTest::refuses_a_bad_key_file()
{
    QFETCH(QByteArray, bytes);
    const std::filesystem::path path = folder() / "ledger.key";
    QCOMPARE(load_key_file(path).error().code, ErrorCode::StoreNotFound);
    write(path, bytes);
    const auto refused = load_key_file(path);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreKeyFileInvalid);
}

void StoreKeyTest::wraps_and_unwraps()
{
    const StoreKey key = StoreKey::generate();
    const std::string passphrase = "充电 correct horse";
    const auto text = wrap_key(key, passphrase, WrapCost::minimum());
    QVERIFY(text);
    const auto opened = unwrap_key(*text, passphrase);
    QVERIFY(opened);
    QVERIFY(*opened == key);
    QVERIFY(*text != *wrap_key(key, passphrase, WrapCost::minimum()));  // a new salt and nonce each time
    QCOMPARE(wrap_key(key, "", WrapCost::minimum()).error().code, ErrorCode::InputInvalid);
    QCOMPARE(wrap_key(key, "x", WrapCost{}).error().code, ErrorCode::InputInvalid);
}

void StoreKeyTest::wraps_by_the_stated_cost()
{
    QCOMPARE(WrapCost::moderate().passes, 3U);
    QCOMPARE(WrapCost::moderate().memory_kib, 262144U);
    const StoreKey key = StoreKey::generate();
    const auto text = wrap_key(key, "x");
    QVERIFY(text);
    QVERIFY(text->starts_with("aftercharge-key-wrap 1\nkdf argon2id13\npasses 3\nmemory_kib 262144\nsalt "));
    QVERIFY(*unwrap_key(*text, "x") == key);
}

void StoreKeyTest::refuses_a_wrong_passphrase()
{
    const auto text = wrap_key(StoreKey::generate(), "right", WrapCost::minimum());
    for (const char *wrong : {"Right", "right ", "", "wrong"}) {
        const auto refused = unwrap_key(*text, wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreWrongKey);
    }
}

void StoreKeyTest::refuses_any_flipped_bit()
{
    const auto text = wrap_key(StoreKey::generate(), "right", WrapCost::minimum());
    for (std::size_t at = 0; at < text->size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string altered = *text;
            altered[at] = static_cast<char>(altered[at] ^ (1 << bit));
            const auto refused = unwrap_key(altered, "right");
            QVERIFY2(!refused, altered.c_str());
            QVERIFY(refused.error().code == ErrorCode::StoreWrongKey ||
                    refused.error().code == ErrorCode::StoreKeyFileInvalid);
        }
    }
    for (std::size_t length = 0; length < text->size(); ++length)
        QCOMPARE(unwrap_key(text->substr(0, length), "right").error().code, ErrorCode::StoreKeyFileInvalid);
    QCOMPARE(unwrap_key(*text + "\n", "right").error().code, ErrorCode::StoreKeyFileInvalid);
}

void StoreKeyTest::refuses_an_unbounded_cost()
{
    const auto text = wrap_key(StoreKey::generate(), "right", WrapCost::minimum());
    for (const auto &[from, to] :
         {std::pair{"memory_kib 8\n", "memory_kib 4294967295\n"},
          std::pair{"memory_kib 8\n", "memory_kib 99999999999999\n"}, std::pair{"memory_kib 8\n", "memory_kib 7\n"},
          std::pair{"memory_kib 8\n", "memory_kib 08\n"}, std::pair{"passes 1\n", "passes 4000000000\n"},
          std::pair{"passes 1\n", "passes 0\n"}}) {
        std::string altered = *text;
        const std::size_t at = altered.find(from);
        QVERIFY(at != std::string::npos);
        altered.replace(at, std::string_view(from).size(), to);
        QCOMPARE(unwrap_key(altered, "right").error().code, ErrorCode::StoreKeyFileInvalid);
    }
}

void StoreKeyTest::replaces_the_wrap_file()
{
    const StoreKey key = StoreKey::generate();
    QCOMPARE(load_key_wrap(folder()).error().code, ErrorCode::StoreNotFound);
    QVERIFY(save_key_wrap(folder(), *wrap_key(key, "old", WrapCost::minimum())));
    write(folder() / "key.wrap.new", "left by a try that died");
    QVERIFY(save_key_wrap(folder(), *wrap_key(key, "new", WrapCost::minimum())));
    const auto text = load_key_wrap(folder());
    QVERIFY(text);
    QVERIFY(*unwrap_key(*text, "new") == key);
    QCOMPARE(unwrap_key(*text, "old").error().code, ErrorCode::StoreWrongKey);
    QCOMPARE(save_key_wrap(folder(), "not a wrap").error().code, ErrorCode::StoreKeyFileInvalid);
    QCOMPARE(*load_key_wrap(folder()), *text);
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files), QStringList{QStringLiteral("key.wrap")});
}

}  // namespace aftercharge

using aftercharge::StoreKeyTest;
QTEST_GUILESS_MAIN(StoreKeyTest)
#include "store_key_test.moc"
