// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QCryptographicHash>

#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge {
namespace {

constexpr std::size_t salt_bytes = 16;
constexpr std::size_t token_bytes = 24;
constexpr std::size_t shortest_password = 8;
constexpr std::size_t longest_password = 128;
constexpr std::chrono::days token_life{30};

QByteArrayView view(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

std::string sha256(std::string_view first, std::string_view second = {})
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(view(first));
    hash.addData(view(second));
    return hash.result().toStdString();
}

std::string random_bytes(Random &random, std::size_t count)
{
    std::string bytes;
    while (bytes.size() < count) {
        std::uint64_t word = random.next();
        for (int i = 0; i < 8 && bytes.size() < count; ++i, word >>= 8)
            bytes += static_cast<char>(word & 0xff);
    }
    return bytes;
}

// Every byte is looked at, so that the time says nothing about where they differ.
bool equal_in_constant_time(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

// Charging or goods; none for a desk's token.
Result<void> check_order(UnitOfWork &unit, const OrderNo &order_no)
{
    if (order_no.is_empty())
        return {};
    const auto of_goods = unit.goods().exists(order_no);
    if (!of_goods)
        return pass_on(of_goods);
    if (*of_goods)
        return {};
    const auto order = unit.orders().find(order_no);
    return order ? Result<void>{} : pass_on(order);
}

Result<std::string> issue(Work &work, AccessToken token, const std::string &whom, const Actor &actor)
{
    const std::string text = QByteArray::fromStdString(random_bytes(work.random, token_bytes))
                                 .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
                                 .toStdString();
    token.sha256 = sha256(text);
    token.issued_at = work.clock.now();
    token.expires_at = token.issued_at + token_life;
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const Right right = token.order_no.is_empty() ? Right::Administer : Right::OpenTickets;
    if (auto checked = check_actor((*unit)->registry(), actor, right); !checked)
        return pass_on(checked);
    if (auto checked = check_order(**unit, token.order_no); !checked)
        return pass_on(checked);
    if (auto added = (*unit)->registry().add_token(token); !added)
        return pass_on(added);
    if (auto noted = audit(**unit, work, actor, "token.issue", "access_token", whom, {}); !noted)
        return pass_on(noted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return text;
}

}  // namespace

Result<PasswordHash> hash_charge_point_password(std::string_view password, Random &random)
{
    if (password.size() < shortest_password || password.size() > longest_password)
        return fail(ErrorCode::InputInvalid, "a charge point's password has 8 to 128 bytes");
    PasswordHash stored;
    stored.salt = random_bytes(random, salt_bytes);
    stored.hash = sha256(stored.salt, password);
    return stored;
}

bool password_matches(const PasswordHash &stored, std::string_view password)
{
    return !stored.hash.empty() && equal_in_constant_time(stored.hash, sha256(stored.salt, password));
}

Result<std::string> issue_customer_token(Work &work, const OrderNo &order_no, const Actor &actor)
{
    AccessToken token;
    token.order_no = order_no;
    return issue(work, std::move(token), order_no.text(), actor);
}

Result<std::string> issue_desk_token(Work &work, const std::string &desk, const Actor &actor)
{
    if (auto checked = check_id_text(desk); !checked)
        return pass_on(checked);
    AccessToken token;
    token.desk = desk;
    return issue(work, std::move(token), desk, actor);
}

Result<AccessToken> check_token(LedgerReader &ledger, std::string_view token, UtcTime now)
{
    const auto found = ledger.registry().token(sha256(token));
    if (!found)
        return pass_on(found);
    if (!*found || ((*found)->expires_at && *(*found)->expires_at < now))
        return fail(ErrorCode::TokenInvalid, *found ? "expired" : "unknown");
    return **found;
}

}  // namespace aftercharge
