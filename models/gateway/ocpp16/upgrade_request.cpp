// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/upgrade_request.h"

#include <algorithm>

#include <QByteArray>

namespace aftercharge::ocpp16 {
namespace {

using std::string_view;

constexpr string_view path_prefix = "/ocpp/";
constexpr std::size_t max_headers = 64;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool same_letters(string_view a, string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

string_view trimmed(string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    return begin == string_view::npos ? string_view{} : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::vector<string_view> list_items(string_view value)
{
    std::vector<string_view> items;
    while (!value.empty()) {
        const auto comma = std::min(value.find(','), value.size());
        if (const auto item = trimmed(value.substr(0, comma)); !item.empty())
            items.push_back(item);
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return items;
}

bool contains_word(string_view list, string_view word)
{
    const auto items = list_items(list);
    return std::any_of(items.begin(), items.end(), [&](string_view item) { return same_letters(item, word); });
}

std::optional<std::string> base64_decoded(string_view text)
{
    const auto result = QByteArray::fromBase64Encoding(QByteArray(text.data(), static_cast<qsizetype>(text.size())),
                                                       QByteArray::AbortOnBase64DecodingErrors);
    if (result.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return std::nullopt;
    return result.decoded.toStdString();
}

bool is_token(string_view text)
{
    constexpr string_view extra = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || extra.find(c) != string_view::npos;
    });
}

bool is_printable(string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f); });
}

// What the headers said of the WebSocket itself.
struct Seen {
    bool upgrade = false;
    bool connection = false;
    bool key = false;
    bool host = false;
    string_view version;
};

// Returns the HTTP status that refuses the header, or 0.
int take_header(string_view name, string_view value, UpgradeRequest &request, Seen &seen)
{
    if (same_letters(name, "origin")) {
        request.has_origin = true;
    } else if (same_letters(name, "upgrade")) {
        seen.upgrade = seen.upgrade || contains_word(value, "websocket");
    } else if (same_letters(name, "connection")) {
        seen.connection = seen.connection || contains_word(value, "upgrade");
    } else if (same_letters(name, "host")) {
        seen.host = true;
    } else if (same_letters(name, "sec-websocket-version")) {
        seen.version = value;
    } else if (same_letters(name, "sec-websocket-key")) {
        const auto key = base64_decoded(value);
        if (seen.key || !key || key->size() != 16)
            return 400;
        seen.key = true;
    } else if (same_letters(name, "sec-websocket-protocol")) {
        for (const string_view item : list_items(value))
            request.subprotocols.emplace_back(item);
    } else if (same_letters(name, "authorization")) {
        if (request.basic)
            return 400;  // two of them: which one was meant?
        if (!same_letters(value.substr(0, 6), "basic "))
            return 0;  // another scheme is no password: 401
        request.basic = base64_decoded(trimmed(value.substr(6)));
        return request.basic ? 0 : 400;
    }
    return 0;
}

tl::expected<std::string, int> id_of(string_view target)
{
    const string_view path = target.substr(0, target.find('?'));
    if (path.substr(0, path_prefix.size()) != path_prefix)
        return std::string();
    const string_view rest = path.substr(path_prefix.size());
    if (rest.find('/') != string_view::npos)
        return std::string();
    const auto id = percent_decoded(rest);
    if (!id)
        return tl::unexpected(400);
    return *id;
}

string_view take_line(string_view &bytes)
{
    const auto end = std::min(bytes.find("\r\n"), bytes.size());
    const string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 2, bytes.size()));
    return line;
}

tl::expected<std::string, int> read_request_line(string_view line)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == string_view::npos || last == first || line.substr(last + 1) != "HTTP/1.1" || !is_printable(line))
        return tl::unexpected(400);
    const string_view target = line.substr(first + 1, last - first - 1);
    if (target.empty() || target.front() != '/' || target.find(' ') != string_view::npos)
        return tl::unexpected(400);
    if (line.substr(0, first) != "GET")
        return tl::unexpected(405);
    return id_of(target);
}

}  // namespace

std::optional<std::string> percent_decoded(string_view text)
{
    std::string out;
    const auto hex = [](char c) {
        c = lower(c);
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (text.size() - i < 3 || hex(text[i + 1]) < 0 || hex(text[i + 2]) < 0)
            return std::nullopt;
        out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
        i += 2;
    }
    return out;
}

tl::expected<UpgradeRequest, int> parse_upgrade_request(string_view bytes)
{
    UpgradeRequest request;
    Seen seen;
    auto id = read_request_line(take_line(bytes));
    if (!id)
        return tl::unexpected(id.error());
    request.charge_point_id = std::move(*id);
    for (std::size_t count = 0; !bytes.empty(); ++count) {
        const string_view line = take_line(bytes);
        if (line.empty())
            break;
        const auto colon = line.find(':');
        if (count >= max_headers || colon == string_view::npos || !is_token(line.substr(0, colon)) ||
            !is_printable(line))
            return tl::unexpected(400);
        if (const int status = take_header(line.substr(0, colon), trimmed(line.substr(colon + 1)), request, seen))
            return tl::unexpected(status);
    }
    if (!seen.upgrade || !seen.connection || !seen.key || !seen.host)
        return tl::unexpected(400);
    if (seen.version != "13")
        return tl::unexpected(426);
    return request;
}

}  // namespace aftercharge::ocpp16
