// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/process_figures.h"

#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

#include <unistd.h>

namespace aftercharge {
namespace {

using std::chrono::milliseconds;

constexpr int start_time_field = 22;  // of proc(5)'s stat, the command's name being the second

std::optional<milliseconds> read_clock(clockid_t clock)
{
    timespec now{};
    if (::clock_gettime(clock, &now) != 0)
        return std::nullopt;
    return milliseconds{std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000};
}

std::optional<std::int64_t> resident_bytes()
{
    std::ifstream file("/proc/self/statm");
    std::int64_t size = 0;
    std::int64_t resident = 0;
    if (!(file >> size >> resident))
        return std::nullopt;
    return resident * ::sysconf(_SC_PAGESIZE);
}

// The kernel says how long after the boot it was; that the system was asleep counts.
std::optional<UtcTime> started_at()
{
    std::ifstream file("/proc/self/stat");
    std::string line;
    if (!std::getline(file, line) || line.rfind(')') == std::string::npos)
        return std::nullopt;
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    std::string field;
    for (int i = 3; i <= start_time_field; ++i)
        fields >> field;
    const auto now = read_clock(CLOCK_REALTIME);
    const auto since_boot = read_clock(CLOCK_BOOTTIME);
    const long ticks_a_second = ::sysconf(_SC_CLK_TCK);
    if (!fields || !now || !since_boot || ticks_a_second <= 0)
        return std::nullopt;
    return UtcTime{*now - *since_boot + milliseconds{std::stoll(field) * 1000 / ticks_a_second}};
}

}  // namespace

metrics::ProcessFigures process_figures()
{
    return {.resident_bytes = resident_bytes(),
            .cpu_time = read_clock(CLOCK_PROCESS_CPUTIME_ID),
            .started_at = started_at()};
}

}  // namespace aftercharge
