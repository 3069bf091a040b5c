// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/http/curl_client.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <memory>
#include <string_view>

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "models/gateway/http/curl_outcome.h"
#include "models/gateway/http/url_rules.h"

namespace aftercharge::http {
namespace {

constexpr std::size_t max_header_bytes = 256U << 10;

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

// One request under way: what libcurl's callbacks write to.
struct Transfer {
    Answer answer;
    std::size_t header_bytes = 0;
    std::size_t max_answer_bytes = 0;
    const std::atomic<bool> *stopped = nullptr;
    bool plain = false;
    bool too_long = false;
};

std::string_view trimmed(std::string_view text)
{
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string in_lower_case(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::size_t take_header(char *data, std::size_t size, std::size_t count, void *user)
{
    auto &transfer = *static_cast<Transfer *>(user);
    const std::size_t length = size * count;
    transfer.header_bytes += length;
    if (transfer.header_bytes > max_header_bytes) {
        transfer.too_long = true;
        return 0;
    }
    const std::string_view line(data, length);
    // An interim answer (1xx) has a head of its own: only the last one counts.
    if (line.substr(0, 5) == "HTTP/") {
        transfer.answer.headers.clear();
        return length;
    }
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos)
        transfer.answer.headers.emplace_back(in_lower_case(trimmed(line.substr(0, colon))),
                                             std::string(trimmed(line.substr(colon + 1))));
    return length;
}

std::size_t take_body(char *data, std::size_t size, std::size_t count, void *user)
{
    auto &transfer = *static_cast<Transfer *>(user);
    const std::size_t length = size * count;
    if (length > transfer.max_answer_bytes - transfer.answer.body.size()) {
        transfer.too_long = true;
        return 0;
    }
    transfer.answer.body.append(data, length);
    return length;
}

int look_at_stop(void *user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return *static_cast<Transfer *>(user)->stopped ? 1 : 0;
}

bool is_loopback(const curl_sockaddr &address)
{
    if (address.family == AF_INET) {
        const auto &v4 = reinterpret_cast<const sockaddr_in &>(address.addr);
        return (ntohl(v4.sin_addr.s_addr) >> 24) == 127;
    }
    if (address.family == AF_INET6) {
        const auto &v6 = reinterpret_cast<const sockaddr_in6 &>(address.addr);
        return IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr);
    }
    return false;
}

// A name may resolve to anything: plain HTTP is held to loopback by the address itself.
curl_socket_t open_socket(void *user, curlsocktype, curl_sockaddr *address)
{
    if (static_cast<Transfer *>(user)->plain && !is_loopback(*address))
        return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

HeaderList header_list(const Request &request)
{
    HeaderList list(nullptr, &curl_slist_free_all);
    const auto add = [&](const std::string &line) {
        curl_slist *longer = curl_slist_append(list.get(), line.c_str());
        if (longer == nullptr)
            return false;
        list.release();
        list.reset(longer);
        return true;
    };
    bool whole = add("Expect:");
    for (const auto &[name, value] : request.headers)
        whole = whole && add(value.empty() ? name + ";" : name + ": " + value);
    return whole ? std::move(list) : HeaderList(nullptr, &curl_slist_free_all);
}

void set_method(CURL *easy, const Request &request)
{
    if (request.method == Method::Get) {
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
        return;
    }
    curl_easy_setopt(easy, CURLOPT_POST, 1L);
    if (request.method == Method::Put)
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, "PUT");
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
}

void set_rules(CURL *easy, const CurlOptions &options)
{
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1});
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);  // the path that was signed is the path that is sent
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "Aftercharge");
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(options.total_timeout.count()));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    // In place of libcurl's bundle; its folder of the system's authorities stays.
    if (!options.ca_file.empty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, options.ca_file.c_str());
}

void set_callbacks(CURL *easy, Transfer &transfer)
{
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &take_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, &look_at_stop);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &transfer);
}

// Connected, TLS included, and about to write; or something was written.
bool has_begun(CURL *easy)
{
    curl_off_t before_transfer_us = 0;
    curl_off_t body_bytes = 0;
    long request_bytes = 0;
    curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &before_transfer_us);
    curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &body_bytes);
    curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &request_bytes);
    return before_transfer_us > 0 || body_bytes > 0 || request_bytes > 0;
}

std::chrono::milliseconds time_taken(CURL *easy)
{
    curl_off_t total_us = 0;
    curl_easy_getinfo(easy, CURLINFO_TOTAL_TIME_T, &total_us);
    return std::chrono::milliseconds(total_us / 1000);
}

Answer not_sent(std::string problem)
{
    Answer answer;
    answer.outcome = Outcome::NotSent;
    answer.problem = std::move(problem);
    return answer;
}

}  // namespace

CurlClient::CurlClient(CurlOptions options) : options_(std::move(options))
{
    // libcurl's own start: counted, and safe from several threads since 7.84.
    curl_global_init(CURL_GLOBAL_DEFAULT);
    // Without signals (CURLOPT_NOSIGNAL) libcurl leaves this to the program: TLS to a peer that is
    // gone would end it.
    std::signal(SIGPIPE, SIG_IGN);
}

Answer CurlClient::send(const Request &request)
{
    if (stopped_)
        return not_sent("stopped");
    if (std::string why = why_not_sent(request); !why.empty())
        return not_sent(std::move(why));
    const Easy easy(curl_easy_init(), &curl_easy_cleanup);
    const HeaderList headers = header_list(request);
    if (!easy || !headers)
        return not_sent("out of memory");
    Transfer transfer;
    transfer.max_answer_bytes = options_.max_answer_bytes;
    transfer.stopped = &stopped_;
    transfer.plain = is_plain(request.url);
    std::array<char, CURL_ERROR_SIZE> detail{};
    curl_easy_setopt(easy.get(), CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, detail.data());
    set_method(easy.get(), request);
    set_rules(easy.get(), options_);
    set_callbacks(easy.get(), transfer);

    const CURLcode code = curl_easy_perform(easy.get());
    if (code != CURLE_OK) {
        Answer answer = answer_of({code, has_begun(easy.get()), time_taken(easy.get()), detail.data()});
        if (transfer.too_long)
            answer.problem = "the answer is longer than is read";
        return answer;
    }
    long status = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    transfer.answer.outcome = Outcome::Answered;
    transfer.answer.status = static_cast<int>(status);
    return std::move(transfer.answer);
}

}  // namespace aftercharge::http
