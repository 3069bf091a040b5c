// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtCore/QCoreApplication>

#include "models/workflow/approval_picture.h"
#include "ui/common/difference_view.h"
#include "ui/common/fact_list.h"
#include "ui/common/format.h"

namespace aftercharge {

// The rows of an approval's picture in the words of the screen.
class PictureWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::PictureWords)
public:
    PictureWords(const Format &format, const Currency &fallback) : format_(format), currency_(fallback) {}
    // The currency is the picture's own.
    PictureWords(const ApprovalPicture &picture, const Format &format, const Currency &fallback);

    static QString name(const std::string &name);
    QString value(const std::string &name, const std::string &value) const;
    // What is not a figure of its own (paid, refunded before, this, stays): state, lines, parcels, ticket.
    QList<Fact> facts(const ApprovalPicture &picture) const;
    QList<DifferenceRow> differences(const std::vector<PictureChange> &changes) const;
    // "Fee: ¥23.40 → ¥22.10; Refund R…: ¥5.00, new": a line for a table.
    QString sentence(const std::vector<PictureChange> &changes) const;
    // An amount of the picture; nothing where it has none of that name.
    static std::optional<Money> amount(const ApprovalPicture &picture, std::string_view name, const Currency &fallback);

private:
    QString line(const QString &value) const;
    QString money(const std::string &value) const;

    const Format &format_;
    Currency currency_;
};

}  // namespace aftercharge
