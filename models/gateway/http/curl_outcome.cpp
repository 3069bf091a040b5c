// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/http/curl_outcome.h"

namespace aftercharge::http {
namespace {

// Codes that can end a transfer before a byte of the request is written. Those that also come
// later (a time-out, an abort) count as NotSent only where `begun` agrees.
bool comes_before_sending(CURLcode code)
{
    switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_FAILED_INIT:
    case CURLE_URL_MALFORMAT:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OUT_OF_MEMORY:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_ABORTED_BY_CALLBACK:
    case CURLE_INTERFACE_FAILED:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_LOGIN_DENIED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
        return true;
    default:
        return false;
    }
}

bool is_about_connecting(CURLcode code)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return true;
    default:
        return false;
    }
}

std::string problem_of(const Failure &failure)
{
    if (failure.code == CURLE_OPERATION_TIMEDOUT)
        return "timeout after " + std::to_string((failure.took.count() + 500) / 1000) + " s";
    if (failure.code == CURLE_ABORTED_BY_CALLBACK)
        return "stopped";
    if (failure.code == CURLE_GOT_NOTHING)
        return "the connection was closed without an answer";
    std::string words = curl_easy_strerror(failure.code);
    if (is_about_connecting(failure.code) && !failure.detail.empty())
        words += ": " + failure.detail;
    return words;
}

}  // namespace

Answer answer_of(const Failure &failure)
{
    Answer answer;
    answer.outcome = comes_before_sending(failure.code) && !failure.begun ? Outcome::NotSent : Outcome::Unknown;
    answer.problem = problem_of(failure);
    return answer;
}

}  // namespace aftercharge::http
