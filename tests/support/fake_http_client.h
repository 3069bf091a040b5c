// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "models/gateway/http/http_client.h"

namespace aftercharge::test {

inline http::Answer answered(int status, std::string body, http::Headers headers = {})
{
    http::Answer answer;
    answer.outcome = http::Outcome::Answered;
    answer.status = status;
    answer.body = std::move(body);
    answer.headers = std::move(headers);
    return answer;
}

inline http::Answer no_answer(http::Outcome outcome, std::string problem)
{
    http::Answer answer;
    answer.outcome = outcome;
    answer.problem = std::move(problem);
    return answer;
}

// Gives the answers in their order (NotSent when they are used up), or what `reply` says, and
// keeps what was asked.
class FakeHttpClient final : public http::Client {
public:
    http::Answer send(const http::Request &request) override
    {
        requests.push_back(request);
        if (reply)
            return reply(request);
        if (answers.empty())
            return no_answer(http::Outcome::NotSent, "no answer was written for this request");
        http::Answer answer = std::move(answers.front());
        answers.pop_front();
        return answer;
    }

    std::deque<http::Answer> answers;
    std::function<http::Answer(const http::Request &)> reply;
    std::vector<http::Request> requests;
};

// The value of a header of a request, empty where there is none.
inline std::string header_of(const http::Request &request, std::string_view name)
{
    for (const auto &[key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return {};
}

}  // namespace aftercharge::test
