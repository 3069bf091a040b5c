// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <mutex>
#include <thread>

namespace aftercharge::sim {

// A cable on loopback that a test or the demo can pull: 127.0.0.1:port() leads to 127.0.0.1:target. It has a thread
// of its own; every function may be called from any thread and holds when it returns.
class TcpProxy {
public:
    enum class Cut {
        Both,     // no byte passes either way
        Answers,  // what is said still arrives, nothing comes back: was it done or not?
    };

    explicit TcpProxy(int target_port);
    ~TcpProxy();
    TcpProxy(const TcpProxy &) = delete;
    TcpProxy &operator=(const TcpProxy &) = delete;

    int port() const { return port_; }

    // Bytes stop without a word, as with a pulled cable: connections stay open, their ends too are not
    // passed on, and new ones are taken by the kernel but never answered.
    void cut(Cut what = Cut::Both);
    // What was held back passes, new connections are made.
    void heal();
    // Ends all connections there are with RST, on both sides. A cut stays as it is.
    void reset();
    // Every byte arrives that much later, in both directions; one round trip takes twice as long.
    void delay(std::chrono::milliseconds by);
    // Where connections lead that are made from now on; those that exist stay.
    void retarget(int target_port);

    int connections() const { return connections_; }             // taken so far
    std::int64_t bytes_forwarded() const { return forwarded_; }  // both directions

private:
    struct Link;
    struct Flow;
    struct Wait;
    enum class State { Open, CutBoth, CutAnswers };

    void run();
    void accept_waiting();
    void do_reset();
    bool holds(const Link &link, const Flow &flow) const;
    bool serve(Link &link);
    Wait what_next();
    void wake() const;

    int listener_ = -1;
    int wake_ = -1;
    int port_ = 0;
    std::mutex mutex_;  // held while the thread works, not while it waits
    std::condition_variable reset_done_;
    State state_ = State::Open;
    int target_ = 0;
    std::chrono::milliseconds delay_{0};
    bool wants_reset_ = false;
    bool stops_ = false;
    std::list<Link> links_;
    std::atomic<int> connections_ = 0;
    std::atomic<std::int64_t> forwarded_ = 0;
    std::thread thread_;
};

}  // namespace aftercharge::sim
