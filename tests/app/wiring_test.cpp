// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/wiring/config_file.h"
#include "app/wiring/key_source.h"
#include "models/store/sqlcipher/key_file.h"
#include "models/store/sqlcipher/key_wrap.h"

using namespace aftercharge;

// Store URLs, where keys come from, and the configuration file.
class WiringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", folder_->filePath(QStringLiteral("config")).toUtf8());
        url_ = *parse_store_url("sqlcipher:" + path("store"));
        std::filesystem::create_directories(url_.folder);
    }

    void store_urls()
    {
        QVERIFY(parse_store_url("sqlcipher:/srv/depot/")->folder == "/srv/depot");
        QVERIFY(parse_store_url("sqlcipher:/srv/./depot")->folder == "/srv/depot");
        QVERIFY(parse_store_url("sqlcipher:depot")->folder.is_absolute());
        const auto shared = parse_store_url("postgresql://li.wei@db1:5433,[::1]/shop", "ca.pem");
        QVERIFY(shared && shared->is_shared());
        QCOMPARE(shared->name(), std::string("postgresql://li.wei@db1:5433,[::1]:5432/shop"));
        QCOMPARE(shared->shared->ca_file, std::string("ca.pem"));
        for (const char *wrong : {"", "sqlcipher:", "/srv/depot", "sqlite:/srv/depot", "postgresql://b/c",
                                  "postgresql://a@b", "postgresql://a:secret@b/c", "postgresql://a@/c",
                                  "postgresql://a@b:0/c", "postgresql://a@b/c?sslmode=disable"}) {
            const auto refused = parse_store_url(wrong);
            QVERIFY2(!refused && refused.error().code == ErrorCode::InputInvalid, wrong);
        }
    }

    void a_new_key_is_saved_before_it_is_used_and_found_again()
    {
        const auto made = make_store_key(url_, {});
        QVERIFY(made);
        QVERIFY(std::filesystem::exists(default_key_file(url_)));
        QVERIFY(*load_store_key(url_, {}) == *made);
        // A key that is there is never replaced.
        QVERIFY(*make_store_key(url_, {}) == *made);
        const auto permissions = std::filesystem::status(default_key_file(url_)).permissions();
        QVERIFY(permissions == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }

    void a_key_file_that_is_named_is_the_only_one_that_counts()
    {
        QVERIFY(make_store_key(url_, {}));
        KeySource source;
        source.key_file = path("other.key");
        QVERIFY(load_store_key(url_, source).error().code == ErrorCode::StoreNotFound);
    }

    void the_passphrase_is_asked_for_when_there_is_no_key_file()
    {
        const StoreKey key = StoreKey::generate();
        QVERIFY(save_key_wrap(url_.folder, *wrap_key(key, "open sesame", WrapCost::minimum())));
        KeySource source;
        int asked = 0;
        source.prompt = [&](const StoreUrl &store) {
            ++asked;
            return store.folder == url_.folder ? Result<std::string>("open sesame") : Result<std::string>("wrong");
        };
        QVERIFY(*load_store_key(url_, source) == key);
        QCOMPARE(asked, 1);
        source.prompt = [](const StoreUrl &) { return Result<std::string>("close sesame"); };
        QVERIFY(load_store_key(url_, source).error().code == ErrorCode::StoreWrongKey);
        source.prompt = nullptr;
        QVERIFY(load_store_key(url_, source).error().code == ErrorCode::StoreWrongKey);
    }

    void no_key_anywhere_says_where_it_looked()
    {
        const auto none = load_store_key(url_, {});
        QVERIFY(none.error().code == ErrorCode::StoreNotFound);
        QVERIFY(none.error().detail.find("store.key") != std::string::npos);
        QVERIFY(none.error().detail.find("key.wrap") != std::string::npos);
    }

    void the_configuration_is_read()
    {
        const auto config = read_config_file(write("c.toml",
                                                   "store = \"sqlcipher:/s\"\nkey-file = \"k\"\nas = \"bob\"\n"
                                                   "ocpp = \"127.0.0.1:9210\"\n"
                                                   "ocpp-certificate = \"tls/c.pem\"\n"
                                                   "ocpp-private-key = \"/etc/k.pem\"\n"
                                                   "metrics = \"127.0.0.1:9214\"\n"));
        QCOMPARE(*config->metrics, std::string("127.0.0.1:9214"));
        QVERIFY(config);
        QCOMPARE(*config->store, std::string("sqlcipher:/s"));
        QCOMPARE(*config->key_file, path("k"));
        QCOMPARE(*config->as, std::string("bob"));
        QCOMPARE(*config->ocpp, std::string("127.0.0.1:9210"));
        QCOMPARE(*config->ocpp_certificate, path("tls/c.pem"));
        QCOMPARE(*config->ocpp_private_key, std::string("/etc/k.pem"));
        QVERIFY(!config->live);
    }

    void what_is_wrong_in_the_configuration_is_named_with_its_line_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("unknown key") << QByteArray("store = \"s\"\n\ncolour = 1\n") << QByteArray(":3: unknown key");
        QTest::newRow("no string") << QByteArray("as = 7\n") << QByteArray(":1: \"as\" is a string");
        QTest::newRow("a table") << QByteArray("[store]\npath = \"x\"\n") << QByteArray(":1: \"store\" is a string");
        QTest::newRow("broken") << QByteArray("store = \"s\"\nas = \n") << QByteArray(":2: ");
    }

    void what_is_wrong_in_the_configuration_is_named_with_its_line()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, place);
        const auto refused = read_config_file(write("bad.toml", content));
        QVERIFY(!refused && refused.error().code == ErrorCode::InputInvalid);
        QVERIFY2(refused.error().detail.find("bad.toml" + place.toStdString()) != std::string::npos,
                 refused.error().detail.c_str());
    }

private:
    std::string path(const char *name) const { return folder_->filePath(QString::fromLatin1(name)).toStdString(); }
    std::string write(const char *name, const QByteArray &content) const
    {
        QFile file(QString::fromStdString(path(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path(name) : std::string();
    }

    std::unique_ptr<QTemporaryDir> folder_;
    StoreUrl url_;
};

QTEST_GUILESS_MAIN(WiringTest)
#include "wiring_test.moc"
