// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/commands.h"

#include <QUrl>

#include "app/sim/command_support.h"
#include "app/sim/load_generator.h"

using namespace Qt::StringLiterals;

namespace aftercharge::sim {

int run_load_command(const LoadCommandOptions &options)
{
    const QUrl url(QString::fromStdString(options.url));
    if (url.scheme() != "ws"_L1 || url.host().isEmpty())
        return report_error({ErrorCode::InputInvalid, "url: " + options.url + " (the load generator speaks ws only)"});
    const Result<QByteArray> file = read_file(options.credentials_file);
    if (!file)
        return report_error(file.error());
    Result<std::vector<Credential>> credentials = parse_credentials(file->toStdString());
    if (!credentials)
        return report_error(credentials.error());
    LoadOptions load;
    load.host = url.host().toStdString();
    load.port = url.port(80);
    load.path = url.path().toStdString();
    if (!load.path.ends_with('/'))
        load.path += '/';
    load.credentials = std::move(*credentials);
    load.connections = options.connections;
    load.duration = std::chrono::seconds(options.seconds);
    load.threads = options.threads;
    load.power_w = options.power_w;
    const Result<LoadReport> report = run_load(load);
    if (!report)
        return report_error(report.error());
    print_line(to_json(*report));
    return 0;
}

}  // namespace aftercharge::sim
