// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/approval_picture.h"

#include <algorithm>

#include <QtCore/QCryptographicHash>

#include "models/workflow/picture_rows.h"

namespace aftercharge {
namespace {

// Each text with its length before it: no two lists of rows have the same bytes.
std::string fingerprint_of(const PictureRows &rows)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const std::string &text) {
        const std::string length = std::to_string(text.size()) + ":";
        hash.addData(QByteArrayView(length.data(), static_cast<qsizetype>(length.size())));
        hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    };
    for (const auto &[name, value] : rows) {
        add(name);
        add(value);
    }
    return hash.result().toHex().toStdString();
}

const std::string *value_of(const PictureRows &rows, const std::string &name)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto &row) { return row.first == name; });
    return found == rows.end() ? nullptr : &found->second;
}

std::vector<PictureChange> compare_rows(const PictureRows &before, const PictureRows &now)
{
    std::vector<PictureChange> changes;
    for (const auto &[name, value] : before) {
        const std::string *other = value_of(now, name);
        if (other == nullptr || *other != value)
            changes.push_back({name, value, other == nullptr ? std::string() : *other});
    }
    for (const auto &[name, value] : now) {
        if (value_of(before, name) == nullptr)
            changes.push_back({name, {}, value});
    }
    return changes;
}

template<typename Request>
Result<std::vector<PictureChange>> changes_of(const PictureTopics &topics, const Request &request,
                                              const ApprovalPicture &picture)
{
    const auto now = picture_rows(topics, request, &picture.rows);
    if (!now)
        return pass_on(now);
    if (fingerprint_of(*now) == picture.fingerprint)
        return std::vector<PictureChange>{};
    return compare_rows(picture.rows, *now);
}

template<typename Request>
Result<void> keep(UnitOfWork &unit, Work &work, const Request &request, const std::string &number,
                  const std::string &basis)
{
    auto rows = picture_rows(picture_topics(unit), request, nullptr);
    if (!rows)
        return pass_on(rows);
    ApprovalPicture picture;
    picture.subject = number;
    picture.fingerprint = fingerprint_of(*rows);
    picture.basis = basis;
    picture.at = work.clock.now();
    picture.rows = std::move(*rows);
    return unit.approvals().keep_picture(picture);
}

template<typename Request>
Result<std::vector<PictureChange>> changes_in(UnitOfWork &unit, const Request &request, const std::string &number)
{
    const auto picture = unit.approvals().picture(number);
    if (!picture)
        return pass_on(picture);
    if (!*picture)
        return std::vector<PictureChange>{};
    return changes_of(picture_topics(unit), request, **picture);
}

// What the other rows explain.
bool follows_from_others(const std::string &name)
{
    return name == "paid" || name == "refunded_before" || name == "stays";
}

std::string sentence_of(const PictureChange &change)
{
    std::string name = change.name;
    std::replace(name.begin(), name.end(), ':', ' ');
    if (change.before.empty())
        return name + " " + change.now + ", which was not there";
    if (change.now.empty())
        return name + " " + change.before + ", which is no more";
    return name + " " + change.before + " → " + change.now;
}

}  // namespace

std::string changes_text(const std::vector<PictureChange> &changes)
{
    std::string text;
    for (const PictureChange &change : changes) {
        if (!follows_from_others(change.name))
            text += (text.empty() ? "" : "; ") + sentence_of(change);
    }
    return text;
}

Result<std::optional<ApprovalView>> read_approval(LedgerReader &ledger, const ApprovalSubject &subject)
{
    auto picture = ledger.approvals().picture(subject);
    if (!picture)
        return pass_on(picture);
    if (!*picture)
        return std::nullopt;
    ApprovalView view{.picture = std::move(**picture), .changes = {}};
    Result<std::vector<PictureChange>> changes;
    const auto refund = RefundNo::from_text(subject).and_then(
        [&](const RefundNo &refund_no) { return ledger.refunds().find(refund_no); });
    if (refund) {
        if (refund->approval == ApprovalState::Waiting)
            changes = changes_of(picture_topics(ledger), *refund, view.picture);
    } else if (refund.error().code == ErrorCode::RefundNotFound) {
        const auto claim = ClaimNo::from_text(subject).and_then(
            [&](const ClaimNo &claim_no) { return ledger.claims().find(claim_no); });
        if (!claim)
            return pass_on(claim);
        if (claim->approval == ApprovalState::Waiting)
            changes = changes_of(picture_topics(ledger), *claim, view.picture);
    } else {
        return pass_on(refund);
    }
    if (!changes)
        return pass_on(changes);
    view.changes = std::move(*changes);
    return view;
}

Result<void> keep_picture(UnitOfWork &unit, Work &work, const Refund &refund)
{
    return keep(unit, work, refund, refund.refund_no.text(), refund.basis);
}

Result<void> keep_picture(UnitOfWork &unit, Work &work, const Claim &claim)
{
    return keep(unit, work, claim, claim.claim_no.text(), claim.description);
}

Result<std::vector<PictureChange>> changes_since(UnitOfWork &unit, const Refund &refund)
{
    return changes_in(unit, refund, refund.refund_no.text());
}

Result<std::vector<PictureChange>> changes_since(UnitOfWork &unit, const Claim &claim)
{
    return changes_in(unit, claim, claim.claim_no.text());
}

}  // namespace aftercharge
