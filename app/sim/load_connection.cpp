// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/load_connection.h"

#include <array>
#include <cerrno>
#include <charconv>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace aftercharge::sim {
namespace {

constexpr std::int64_t meter_start = 1000000;  // Wh; seven digits stay seven
constexpr std::int64_t meter_most = 9999999;

UtcTime wall_now()
{
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

// transactionId of a StartTransaction.conf; 0 when it was not given or not accepted.
std::int64_t accepted_transaction(std::string_view text)
{
    constexpr std::string_view key = "\"transactionId\":";
    const std::size_t at = text.find(key);
    std::int64_t id = 0;
    if (at == std::string_view::npos || text.find("\"Accepted\"") == std::string_view::npos)
        return 0;
    std::string_view digits = text.substr(at + key.size());
    digits.remove_prefix(std::min(digits.size(), digits.find_first_not_of(' ')));
    std::from_chars(digits.data(), digits.data() + digits.size(), id);
    return id;
}

}  // namespace

LoadConnection::LoadConnection(const Target &target, Credential credential, std::uint64_t seed, LoadCounters &counters)
    : target_(target), credential_(std::move(credential)), seed_(seed), counters_(counters)
{
    for (std::size_t i = 0; i < mask_.size(); ++i)
        mask_[i] = static_cast<std::uint8_t>(seed >> (8 * i));
}

LoadConnection::~LoadConnection()
{
    if (fd_ >= 0)
        ::close(fd_);
}

int LoadConnection::open(const sockaddr_storage &address, unsigned address_size)
{
    fd_ = ::socket(address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd_ < 0)
        return -1;
    const int on = 1;
    ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const int result = ::connect(fd_, reinterpret_cast<const sockaddr *>(&address), address_size);
    if (result != 0 && errno != EINPROGRESS) {
        close(true);
        return -1;
    }
    return fd_;
}

void LoadConnection::close(bool lost)
{
    if (fd_ >= 0)
        ::close(fd_);
    fd_ = -1;
    if (lost && state_ != State::Closed)
        ++(state_ < State::Ready ? counters_.refused : counters_.disconnected);
    state_ = State::Closed;
}

void LoadConnection::on_writable()
{
    if (state_ == State::Connecting) {
        int error = 0;
        socklen_t size = sizeof error;
        ::getsockopt(fd_, SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0) {
            close(true);
            return;
        }
        state_ = State::Handshake;
        send(handshake_request(target_.host, target_.port, target_.path, credential_, seed_));
        return;
    }
    const std::string rest = std::exchange(out_, {});
    send(rest);
}

void LoadConnection::send(std::string_view bytes)
{
    if (!out_.empty()) {
        out_ += bytes;
        return;
    }
    const ssize_t written = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (written < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
        close(true);
        return;
    }
    out_ = bytes.substr(static_cast<std::size_t>(std::max<ssize_t>(0, written)));
}

void LoadConnection::send_call(std::string_view action, std::string_view payload)
{
    std::string id = std::to_string(++message_);
    id.insert(0, 10 - std::min<std::size_t>(10, id.size()), '0');
    std::string text = "[2,\"" + id + "\",\"";
    text += action;
    text += "\",";
    text += payload;
    text += "]";
    is_waiting_ = true;
    send(client_frame(Opcode::Text, text, mask_));
}

void LoadConnection::on_readable()
{
    std::array<char, 16384> buffer;
    const ssize_t count = ::recv(fd_, buffer.data(), buffer.size(), 0);
    if (count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK)) {
        close(true);
        return;
    }
    if (count < 0)
        return;
    in_.append(buffer.data(), static_cast<std::size_t>(count));
    if (state_ == State::Handshake)
        take_handshake();
    if (state_ > State::Handshake && state_ != State::Closed)
        take_frames();
}

void LoadConnection::take_handshake()
{
    const std::size_t end = in_.find("\r\n\r\n");
    if (end == std::string::npos)
        return;
    if (!in_.starts_with("HTTP/1.1 101")) {
        close(true);
        return;
    }
    in_.erase(0, end + 4);
    state_ = State::Booting;
    send_call("BootNotification", R"({"chargePointVendor":"Aftercharge","chargePointModel":"Load"})");
}

void LoadConnection::take_frames()
{
    std::size_t taken = 0;
    while (state_ != State::Closed) {
        const std::optional<ServerFrame> frame = next_frame(std::string_view(in_).substr(taken));
        if (!frame)
            break;
        taken += frame->size;
        if (frame->opcode == static_cast<std::uint8_t>(Opcode::Text) && frame->is_final)
            take_text(frame->payload);
        else if (frame->opcode == static_cast<std::uint8_t>(Opcode::Ping))
            send(client_frame(Opcode::Pong, frame->payload, mask_));
        else if (frame->opcode != static_cast<std::uint8_t>(Opcode::Pong))
            close(state_ != State::Stopping);
    }
    in_.erase(0, taken);
}

void LoadConnection::take_text(std::string_view text)
{
    const OcppHead head = ocpp_head(text);
    if (head.type == '2')
        answer_call(head);
    else if (head.type == '3' || head.type == '4')
        take_answer(head);
}

void LoadConnection::answer_call(const OcppHead &head)
{
    const auto is = [&](std::string_view action) { return head.rest.find(action) < 4; };
    std::string text = "[3,\"";
    text += head.id;
    if (is("GetConfiguration")) {
        text += R"(",{"configurationKey":[],"unknownKey":[]}])";
    } else if (is("RemoteStopTransaction")) {
        ++counters_.remote_stops;
        text += R"(",{"status":"Rejected"}])";
    } else {
        text += R"(",{"status":"Accepted"}])";
    }
    send(client_frame(Opcode::Text, text, mask_));
}

void LoadConnection::take_answer(const OcppHead &head)
{
    std::uint64_t id = 0;
    std::from_chars(head.id.data(), head.id.data() + head.id.size(), id);
    if (id != message_)
        return;
    is_waiting_ = false;
    if (head.type == '4')
        ++counters_.errors;
    switch (state_) {
    case State::Booting:
        head.rest.find("\"Accepted\"") == std::string_view::npos ? close(true) : send_start();
        break;
    case State::Starting:
        transaction_id_ = accepted_transaction(head.rest);
        if (transaction_id_ == 0) {
            close(true);
            break;
        }
        frame_.emplace(transaction_id_, target_.power_w, mask_);
        state_ = State::Ready;
        break;
    case State::Running: {
        const SteadyTime now = std::chrono::steady_clock::now();
        if (head.type == '3' && now <= until_) {
            ++counters_.acknowledged;
            counters_.latency.add(
                static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(now - sent_).count()));
        }
        if (is_stopping_)
            send_stop();
        else if (now < until_ && interval_.count() == 0)
            send_meter_values();
        break;
    }
    case State::Stopping:
        close(false);
        break;
    default:
        break;
    }
}

void LoadConnection::send_start()
{
    state_ = State::Starting;
    started_ = last_time_ = wall_now();
    send_call("StartTransaction", "{\"connectorId\":1,\"idTag\":\"" + credential_.id_tag + "\",\"meterStart\":" +
                                      std::to_string(meter_start) + ",\"timestamp\":\"" + to_iso8601(started_) + "\"}");
}

void LoadConnection::run(SteadyTime until, SteadyTime first, std::chrono::milliseconds interval)
{
    state_ = State::Running;
    until_ = until;
    due_ = first;
    interval_ = interval;
    if (interval_.count() == 0)
        send_meter_values();
}

void LoadConnection::report_if_due(SteadyTime now)
{
    if (state_ != State::Running || interval_.count() == 0 || is_waiting_ || now < due_ || now >= until_)
        return;
    due_ += interval_;
    send_meter_values();
}

void LoadConnection::stop()
{
    is_stopping_ = true;
    if (state_ == State::Ready || (state_ == State::Running && !is_waiting_))
        send_stop();
}

// Energy in step with the reported power.
std::int64_t LoadConnection::register_at(UtcTime time) const
{
    const std::int64_t milliseconds = (time - started_).count();
    return std::min(meter_most, meter_start + target_.power_w * milliseconds / 3600000);
}

void LoadConnection::send_meter_values()
{
    // Never two readings of one millisecond: they would be one to a server that looks at time.
    last_time_ = std::max(last_time_ + Duration{1}, wall_now());
    const std::string &frame = frame_->make(++message_, to_iso8601(last_time_), register_at(last_time_));
    is_waiting_ = true;
    sent_ = std::chrono::steady_clock::now();
    send(frame);
}

void LoadConnection::send_stop()
{
    state_ = State::Stopping;
    last_time_ = std::max(last_time_ + Duration{1}, wall_now());
    send_call("StopTransaction", "{\"transactionId\":" + std::to_string(transaction_id_) +
                                     ",\"meterStop\":" + std::to_string(register_at(last_time_)) + ",\"timestamp\":\"" +
                                     to_iso8601(last_time_) + "\"}");
}

}  // namespace aftercharge::sim
