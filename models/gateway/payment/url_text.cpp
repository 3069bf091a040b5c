// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/url_text.h"

#include <QtCore/QString>
#include <QtCore/QUrl>

namespace aftercharge::payment {

std::string percent_encoded(std::string_view text)
{
    return QUrl::toPercentEncoding(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).toStdString();
}

std::string without_last_slash(std::string url)
{
    while (!url.empty() && url.back() == '/')
        url.pop_back();
    return url;
}

std::string path_and_query(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
    const std::size_t path = url.find_first_of("/?", host);
    if (path == std::string_view::npos)
        return "/";
    return (url[path] == '?' ? "/" : "") + std::string(url.substr(path));
}

}  // namespace aftercharge::payment
