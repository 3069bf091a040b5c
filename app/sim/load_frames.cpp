// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/load_frames.h"

#include <cstring>

#include <QByteArray>
#include <QUrl>

namespace aftercharge::sim {
namespace {

constexpr std::size_t header_size = 8;  // two bytes, a 16-bit length, the mask

std::string base64(const std::string &text)
{
    return QByteArray::fromStdString(text).toBase64().toStdString();
}

}  // namespace

std::string handshake_request(const std::string &host, int port, const std::string &path, const Credential &credential,
                              std::uint64_t nonce)
{
    std::string key(16, '\0');
    std::memcpy(key.data(), &nonce, sizeof nonce);
    const std::string id = QUrl::toPercentEncoding(QString::fromStdString(credential.id)).toStdString();
    return "GET " + path + id + " HTTP/1.1\r\nHost: " + host + ":" + std::to_string(port) +
           "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " +
           base64(key) + "\r\nSec-WebSocket-Protocol: ocpp1.6\r\nAuthorization: Basic " +
           base64(credential.id + ":" + credential.password) + "\r\n\r\n";
}

std::string client_frame(Opcode opcode, std::string_view payload, const MaskKey &mask)
{
    std::string frame;
    frame.reserve(payload.size() + header_size);
    frame += static_cast<char>(0x80 | static_cast<std::uint8_t>(opcode));
    if (payload.size() < 126) {
        frame += static_cast<char>(0x80 | payload.size());
    } else {
        frame += static_cast<char>(0x80 | 126);
        frame += static_cast<char>(payload.size() >> 8);
        frame += static_cast<char>(payload.size() & 0xff);
    }
    for (const std::uint8_t byte : mask)
        frame += static_cast<char>(byte);
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame += static_cast<char>(static_cast<std::uint8_t>(payload[i]) ^ mask[i & 3]);
    return frame;
}

std::optional<ServerFrame> next_frame(std::string_view bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    std::size_t length = byte(1) & 0x7f;
    std::size_t header = 2;
    const std::size_t extra = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (bytes.size() < header + extra)
        return std::nullopt;
    if (extra > 0)
        length = 0;
    for (std::size_t i = 0; i < extra; ++i)
        length = (length << 8) | byte(header + i);
    header += extra;
    if (bytes.size() - header < length)
        return std::nullopt;
    return ServerFrame{static_cast<std::uint8_t>(byte(0) & 0x0f), (byte(0) & 0x80) != 0, bytes.substr(header, length),
                       header + length};
}

OcppHead ocpp_head(std::string_view text)
{
    OcppHead head;
    const std::size_t type = text.find_first_of("234");
    const std::size_t open = text.find('"');
    const std::size_t close = open == std::string_view::npos ? open : text.find('"', open + 1);
    if (type == std::string_view::npos || close == std::string_view::npos || type > open)
        return head;
    head.type = text[type];
    head.id = text.substr(open + 1, close - open - 1);
    head.rest = text.substr(close + 1);
    return head;
}

MeterFrame::MeterFrame(std::int64_t transaction_id, std::int64_t power_w, const MaskKey &mask) : mask_(mask)
{
    const std::string amperes = std::to_string(power_w / 400) + "." + std::to_string(power_w % 400 * 10 / 400);
    std::string payload = "[2,\"";
    id_at_ = payload.size();
    payload += "0000000000\",\"MeterValues\",{\"connectorId\":1,\"transactionId\":" + std::to_string(transaction_id) +
               ",\"meterValue\":[{\"timestamp\":\"";
    time_at_ = payload.size();
    payload += "2000-01-01T00:00:00.000Z\",\"sampledValue\":["
               "{\"value\":\"400.0\",\"measurand\":\"Voltage\",\"unit\":\"V\"},"
               "{\"value\":\"" +
               amperes +
               "\",\"measurand\":\"Current.Import\",\"unit\":\"A\"},"
               "{\"value\":\"" +
               std::to_string(power_w) +
               "\",\"measurand\":\"Power.Active.Import\",\"unit\":\"W\"},"
               "{\"value\":\"50.0\",\"measurand\":\"SoC\",\"unit\":\"Percent\"},"
               "{\"value\":\"";
    register_at_ = payload.size();
    payload += "0000000\",\"measurand\":\"Energy.Active.Import.Register\",\"unit\":\"Wh\"}]}]}]";
    frame_ = client_frame(Opcode::Text, payload, mask_);
}

void MeterFrame::put(std::size_t offset, std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t at = offset + i;
        frame_[header_size + at] = static_cast<char>(static_cast<std::uint8_t>(text[i]) ^ mask_[at & 3]);
    }
}

void MeterFrame::put_digits(std::size_t offset, std::size_t count, std::uint64_t value)
{
    std::array<char, 20> digits{};
    for (std::size_t i = count; i > 0; --i, value /= 10)
        digits[i - 1] = static_cast<char>('0' + value % 10);
    put(offset, {digits.data(), count});
}

const std::string &MeterFrame::make(std::uint64_t message, std::string_view iso_time, std::int64_t register_wh)
{
    put_digits(id_at_, 10, message);
    put(time_at_, iso_time);
    put_digits(register_at_, 7, static_cast<std::uint64_t>(register_wh));
    return frame_;
}

}  // namespace aftercharge::sim
