// SPDX-License-Identifier: GPL-3.0-or-later
// The benchmarks: each figure beside a baseline, both measured in turn in this run.
#include <algorithm>
#include <cstdio>

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <QtCore/QTemporaryDir>

#include "tests/bench/bare_ocpp_server.h"
#include "tests/bench/busy_meter.h"
#include "tests/bench/desk_bench.h"
#include "tests/bench/network_bench.h"
#include "tests/bench/ocpp_bench.h"
#include "tests/bench/pricing_bench.h"
#include "tests/bench/refunds_bench.h"
#include "tests/bench/store_bench.h"

namespace {

using namespace aftercharge;
using namespace aftercharge::bench;

const std::vector<std::pair<std::string, Bench>> &benches()
{
    static const std::vector<std::pair<std::string, Bench>> all{
        {"ocpp", run_ocpp_bench},       {"store", run_store_bench},     {"pricing", run_pricing_bench},
        {"refunds", run_refunds_bench}, {"network", run_network_bench}, {"desk", run_start_bench},
        {"desk", run_frames_bench},
    };
    return all;
}

// 900 connections and their neighbours need more than the 1,024 that a shell often gives.
void allow_many_files()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

struct Arguments {
    std::vector<std::string> names;
    std::string out = "build/bench/results.json";
    std::string bare_file;
    bool empty_window = false;
    BenchOptions options;
};

// On the disk beside the results: /tmp may be in memory, where a commit costs nothing.
Result<BenchResults> run_in_folder(const Bench &bench, const Arguments &arguments, const std::string &name)
{
    const std::filesystem::path parent = std::filesystem::absolute(arguments.out).parent_path();
    std::error_code error;
    std::filesystem::create_directories(parent, error);
    QTemporaryDir folder(QString::fromStdString((parent / (name + "-XXXXXX")).string()));
    if (!folder.isValid())
        return fail(ErrorCode::StoreIo, folder.errorString().toStdString());
    BenchOptions options = arguments.options;
    options.folder = folder.path().toStdString();
    return bench(options);
}

int run(const Arguments &arguments)
{
    BenchResults results;
    int status = 0;
    for (const auto &[name, bench] : benches()) {
        if (!arguments.names.empty() && std::ranges::find(arguments.names, name) == arguments.names.end())
            continue;
        std::printf("== %s\n", name.c_str());
        std::fflush(stdout);
        auto part = run_in_folder(bench, arguments, name);
        if (part) {
            results.insert(results.end(), part->begin(), part->end());
        } else {
            std::fprintf(stderr, "%s: %s\n", name.c_str(), to_line(part.error()).c_str());
            status = 1;
        }
    }
    print_table(results);
    if (const auto written = write_json(results, arguments.out); !written) {
        std::fprintf(stderr, "%s\n", to_line(written.error()).c_str());
        return 3;
    }
    return status;
}

}  // namespace

int main(int argc, char **argv)
{
    allow_many_files();
    Arguments arguments;
    std::vector<std::string> known;
    for (const auto &[name, bench] : benches())
        known.push_back(name);
    CLI::App line{"Aftercharge's benchmarks"};
    line.add_option("name", arguments.names, "Which; all when none is named")->check(CLI::IsMember(known));
    line.add_option("--out", arguments.out, "Where results.json goes");
    line.add_option("--rounds", arguments.options.rounds, "Of each figure and its baseline, in turn")
        ->check(CLI::Range(1, 100));
    line.add_option("--seconds", arguments.options.seconds, "Of a round under load")->check(CLI::Range(1, 600));
    line.add_option("--connections", arguments.options.connections, "Of the OCPP benchmark")
        ->check(CLI::Range(1, 20'000));
    line.add_option("--serve-bare", arguments.bare_file, "Be the bare OCPP server that stores in this file");
    line.add_flag("--empty-window", arguments.empty_window, "Be the empty window that the desk is compared with");
    CLI11_PARSE(line, argc, argv);
    if (!arguments.bare_file.empty()) {
        QCoreApplication application(argc, argv);
        return run_bare_ocpp_server(arguments.bare_file);
    }
    BenchApplication application(argc, argv);
    return arguments.empty_window ? run_empty_window() : run(arguments);
}
