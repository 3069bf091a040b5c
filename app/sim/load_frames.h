// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/domain/time.h"

// A WebSocket client by hand, for the load generator: what it costs counts against the server
// on the same cores. RFC 6455; frames from the server are never masked and, for answers of
// this size, never in parts.
namespace aftercharge::sim {

using MaskKey = std::array<std::uint8_t, 4>;

struct Credential {
    std::string id;
    std::string password;
    std::string id_tag;
};

std::string handshake_request(const std::string &host, int port, const std::string &path, const Credential &credential,
                              std::uint64_t nonce);

enum class Opcode : std::uint8_t { Text = 1, Close = 8, Ping = 9, Pong = 10 };
std::string client_frame(Opcode opcode, std::string_view payload, const MaskKey &mask);

struct ServerFrame {
    std::uint8_t opcode = 0;
    bool is_final = false;
    std::string_view payload;
    std::size_t size = 0;  // of the whole frame
};
// nullopt: not all there yet.
std::optional<ServerFrame> next_frame(std::string_view bytes);

// `[type,"id",…`: the parts of an OCPP-J frame that a load generator needs.
struct OcppHead {
    char type = '0';
    std::string_view id;
    std::string_view rest;
};
OcppHead ocpp_head(std::string_view text);

// A MeterValues frame that is built once; only message id, time and register change, in place
// under the mask. 400.0 V and the current that makes `power_w`.
class MeterFrame {
public:
    MeterFrame(std::int64_t transaction_id, std::int64_t power_w, const MaskKey &mask);
    // register_wh has seven digits; `iso_time` 24 characters.
    const std::string &make(std::uint64_t message, std::string_view iso_time, std::int64_t register_wh);

private:
    void put(std::size_t offset, std::string_view text);
    void put_digits(std::size_t offset, std::size_t count, std::uint64_t value);

    MaskKey mask_;
    std::string frame_;
    std::size_t id_at_ = 0;
    std::size_t time_at_ = 0;
    std::size_t register_at_ = 0;
};

}  // namespace aftercharge::sim
