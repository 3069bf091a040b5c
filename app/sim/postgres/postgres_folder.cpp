// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/postgres/postgres_folder.h"

#include <sys/un.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include "app/sim/postgres/postgres_server.h"
#include "app/sim/postgres/tls_authority.h"

namespace aftercharge::sim {

namespace {

constexpr int initdb_s = 60;
constexpr std::size_t longest_socket_name = sizeof(sockaddr_un::sun_path) - sizeof "/.s.PGSQL.65535.lock";

std::string quoted(const std::string &value)
{
    std::string result = "'";
    for (const char letter : value)
        result += letter == '\'' ? std::string("''") : std::string(1, letter);
    return result + "'";
}

// A few seconds of a test should not be spent on 128 MB of buffers; nothing here weakens a commit.
std::string settings_of(const PostgresOptions &options)
{
    std::string text = "\n# of the throw-away server\n"
                       "shared_buffers = '32MB'\n"
                       "dynamic_shared_memory_type = mmap\n"  // files in the data folder: a crash leaves none behind
                       "huge_pages = off\n"
                       "timezone = 'UTC'\n"
                       "log_timezone = 'UTC'\n"
                       "password_encryption = 'scram-sha-256'\n"
                       "wal_level = replica\n"
                       "hot_standby = on\n"
                       "wal_keep_size = '128MB'\n"
                       "wal_retrieve_retry_interval = '100ms'\n"
                       // One call instead of a thousand before it recovers; on disk is on disk.
                       "recovery_init_sync_method = syncfs\n";
    text += std::string("fsync = ") + (options.fsync ? "on\n" : "off\n");
    text += "max_connections = " + std::to_string(options.max_connections) + "\n";
    if (options.tls)
        text += "ssl = on\nssl_cert_file = 'server.crt'\nssl_key_file = 'server.key'\n";
    for (const auto &[name, value] : options.settings)
        text += name + " = " + quoted(value) + "\n";
    return text + "include_if_exists = 'synchronous.conf'\n";
}

std::string access_of(const PostgresOptions &options)
{
    const std::string host = options.tls ? "hostssl" : "host";
    return "local all all scram-sha-256\n" + host + " all all 127.0.0.1/32 scram-sha-256\n" + host +
           " replication all 127.0.0.1/32 scram-sha-256\n";
}

Result<void> write_certificate(const PostgresFolder &folder, const PostgresPrograms &programs)
{
    const auto made = make_server_certificate();
    if (!made)
        return pass_on(made);
    if (auto written = write_private(folder.ca_file(), made->ca, programs); !written)
        return written;
    if (auto written = write_private(folder.data() + QStringLiteral("/server.crt"), made->certificate, programs);
        !written)
        return written;
    return write_private(folder.data() + QStringLiteral("/server.key"), made->key, programs);
}

Result<void> append(const QString &path, const std::string &text)
{
    QFile file(path);
    if (file.open(QIODevice::Append) && file.write(QByteArray::fromStdString(text)) >= 0 && file.flush())
        return {};
    return fail(ErrorCode::StoreIo, path.toStdString() + ": " + file.errorString().toStdString());
}

// A folder that was there keeps its owner; one that we make belongs to the server's user.
Result<void> make_folder(const QString &path, const PostgresPrograms &programs)
{
    if (QFileInfo(path).isDir())
        return {};
    if (!QDir().mkpath(path))
        return fail(ErrorCode::StoreIo, path.toStdString() + ": the folder cannot be made");
    return programs.give(path);
}

}  // namespace

bool PostgresFolder::has_data() const
{
    return QFileInfo::exists(data() + QStringLiteral("/PG_VERSION"));
}

Result<PostgresFolder> PostgresFolder::make(const std::string &name, const PostgresPrograms &programs)
{
    PostgresFolder folder;
    if (name.empty()) {
        QTemporaryDir temporary(QDir::tempPath() + QStringLiteral("/aftercharge-postgres-XXXXXX"));
        temporary.setAutoRemove(false);
        if (!temporary.isValid())
            return fail(ErrorCode::StoreIo, temporary.errorString().toStdString());
        folder = {temporary.path(), true};
        if (auto given = programs.give(folder.root); !given)
            return pass_on(given);
    } else {
        folder.root = QDir(QString::fromStdString(name)).absolutePath();
        if (auto made = make_folder(folder.root, programs); !made)
            return pass_on(made);
        folder.root = QFileInfo(folder.root).canonicalFilePath();
    }
    if (static_cast<std::size_t>(QFile::encodeName(folder.run()).size()) > longest_socket_name)
        return fail(ErrorCode::InputInvalid, folder.root.toStdString() + ": too long for the name of a socket in it");
    if (auto made = make_folder(folder.run(), programs); !made)
        return pass_on(made);
    return folder;
}

Result<void> write_private(const QString &path, const std::string &content, const PostgresPrograms &programs)
{
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(QByteArray::fromStdString(content)) >= 0 && file.flush();
    if (!written)
        return fail(ErrorCode::StoreIo, path.toStdString() + ": " + file.errorString().toStdString());
    return programs.give(path);
}

Result<std::string> read_line(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StoreIo, path.toStdString() + ": " + file.errorString().toStdString());
    return file.readLine().trimmed().toStdString();
}

Result<void> make_cluster(const PostgresFolder &folder, const PostgresOptions &options,
                          const PostgresPrograms &programs)
{
    QStringList arguments{QStringLiteral("--pgdata=") + folder.data(),
                          QStringLiteral("--username=postgres"),
                          QStringLiteral("--pwfile=") + folder.password_file(),
                          QStringLiteral("--auth=scram-sha-256"),
                          QStringLiteral("--encoding=UTF8"),
                          QStringLiteral("--no-locale"),
                          QStringLiteral("--no-instructions")};
    if (folder.is_temporary)
        arguments.append(QStringLiteral("--no-sync"));  // what outlives us is no longer wanted
    if (auto made = programs.run(QStringLiteral("initdb"), arguments, folder.root, {}, initdb_s); !made)
        return pass_on(made);
    if (auto written = append(folder.data() + QStringLiteral("/postgresql.conf"), settings_of(options)); !written)
        return written;
    if (auto written = write_private(folder.data() + QStringLiteral("/pg_hba.conf"), access_of(options), programs);
        !written)
        return written;
    return options.tls ? write_certificate(folder, programs) : Result<void>();
}

Result<void> write_synchronous(const PostgresFolder &folder, const std::string &names, const PostgresPrograms &programs)
{
    const std::string text = names.empty() ? "" : "synchronous_standby_names = " + quoted(names) + "\n";
    return write_private(folder.data() + QStringLiteral("/synchronous.conf"), text, programs);
}

}  // namespace aftercharge::sim
