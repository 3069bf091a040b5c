// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace aftercharge::http {

enum class Method { Get, Post, Put };

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
    Method method = Method::Get;
    std::string url;
    Headers headers;
    std::string body;
};

// What became of a request. The difference between NotSent and Unknown is the difference
// between "try again" and "ask first": NotSent means that no byte of it reached the other side
// (no address, connection refused, TLS refused), Unknown that it may have been carried out.
enum class Outcome { Answered, NotSent, Unknown };

struct Answer {
    Outcome outcome = Outcome::Unknown;
    int status = 0;   // of Answered
    Headers headers;  // names in lower case
    std::string body;
    std::string problem;  // of the others, for the log: "timeout after 30 s"
    // The value of the first header of that name (lower case), empty where there is none.
    std::string header(std::string_view name) const;
};

// Sends one request and waits for its answer: exactly one on the wire, never repeated by
// itself, not on a connection that was used before, no redirect followed. TLS is verified,
// plain HTTP only to loopback.
class Client {
public:
    virtual ~Client() = default;
    virtual Answer send(const Request &request) = 0;
};

}  // namespace aftercharge::http
