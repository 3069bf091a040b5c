// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/http/unreadable.h"

namespace aftercharge::http {
namespace {

// A proxy's error page, whatever it calls itself: no data of ours begins like that.
bool is_page(const Answer &answer)
{
    const std::size_t begin = answer.body.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    return begin != std::string::npos && answer.body[begin] == '<';
}

}  // namespace

std::string unreadable(std::string_view service, const Answer &answer)
{
    const char *what = answer.body.empty() ? " answered with nothing"
                       : is_page(answer)   ? " answered with a web page instead of data"
                                           : " answered with something that cannot be read";
    return std::string(service) + what + " (HTTP " + std::to_string(answer.status) + ")";
}

}  // namespace aftercharge::http
