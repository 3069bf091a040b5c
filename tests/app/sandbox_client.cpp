// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sandbox_client.h"

#include "models/gateway/http/curl_client.h"

namespace aftercharge::test {

using sim::Json;

Spoken SandboxClient::send(http::Method method, const std::string &path, const http::Headers &headers,
                           const std::string &body) const
{
    http::Request request;
    request.method = method;
    request.url = account_.base_url + path;
    request.headers = headers;
    request.body = body;
    http::CurlClient client;
    Spoken spoken;
    spoken.answer = client.send(request);
    spoken.json = Json::parse(spoken.answer.body, nullptr, false);
    return spoken;
}

Spoken SandboxClient::stripe_post(const std::string &path, const std::string &form, const std::string &key) const
{
    http::Headers headers{{"Authorization", "Bearer " + secret("api_key")},
                          {"Content-Type", "application/x-www-form-urlencoded"}};
    if (!key.empty())
        headers.emplace_back("Idempotency-Key", key);
    return send(http::Method::Post, path, headers, form);
}

Spoken SandboxClient::stripe_get(const std::string &path) const
{
    return send(http::Method::Get, path, {{"Authorization", "Bearer " + secret("api_key")}});
}

http::Headers SandboxClient::wechat_headers(const std::string &method, const std::string &path,
                                            const std::string &body) const
{
    const auto key = sim::RsaKey::from_private_pem(secret("merchant_private_key"));
    const std::string time = std::to_string(
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count());
    const std::string nonce = sim::random_hex(32);
    const std::string signature = key->sign(method + '\n' + path + '\n' + time + '\n' + nonce + '\n' + body + '\n');
    return {{"Authorization", "WECHATPAY2-SHA256-RSA2048 mchid=\"" + account_.settings.at("mchid") + "\",nonce_str=\"" +
                                  nonce + "\",timestamp=\"" + time + "\",serial_no=\"" +
                                  account_.settings.at("merchant_serial_no") + "\",signature=\"" + signature + "\""},
            {"Accept", "application/json"},
            {"Content-Type", "application/json"}};
}

Spoken SandboxClient::wechat_post(const std::string &path, const Json &body) const
{
    const std::string text = body.dump();
    return send(http::Method::Post, path, wechat_headers("POST", path, text), text);
}

Spoken SandboxClient::wechat_get(const std::string &path) const
{
    return send(http::Method::Get, path, wechat_headers("GET", path, {}));
}

bool SandboxClient::is_signed(const http::Answer &answer) const
{
    const auto key = sim::RsaKey::from_public_pem(account_.settings.at("platform_public_key"));
    return answer.header("wechatpay-serial") == account_.settings.at("platform_serial_no") &&
           key->verify(answer.header("wechatpay-timestamp") + '\n' + answer.header("wechatpay-nonce") + '\n' +
                           answer.body + '\n',
                       answer.header("wechatpay-signature"));
}

http::Headers SandboxClient::basic() const
{
    return {{"Authorization", "Basic " + sim::to_base64(secret("api_key") + ':')},
            {"Content-Type", "application/json"}};
}

Spoken SandboxClient::easypost_post(const std::string &path, const Json &body) const
{
    return send(http::Method::Post, path, basic(), body.dump());
}

Spoken SandboxClient::easypost_get(const std::string &path) const
{
    return send(http::Method::Get, path, basic());
}

WebhookEar::WebhookEar()
    : server_([this](const sim::HttpCall &call) {
          const std::lock_guard lock(mutex_);
          heard_.push_back(call);
          return sim::HttpReply{};
      })
{
    port_ = server_.start(0).value_or(0);
}

std::vector<sim::HttpCall> WebhookEar::heard()
{
    const std::lock_guard lock(mutex_);
    return heard_;
}

}  // namespace aftercharge::test
