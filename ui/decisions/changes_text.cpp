// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/changes_text.h"

#include <QtCore/QRegularExpression>

namespace aftercharge {

namespace {

// A row's name at the beginning of the text or behind "; ". Its colon was written as a space.
const QRegularExpression &row_name()
{
    static const QRegularExpression pattern(
        QStringLiteral("(?:^|; )((?:refund R|line |parcel )\\S+|order|currency|state|settlement|fee|owed|payment|this|"
                       "asked|up_to|insured|ticket_decision|ticket) "));
    return pattern;
}

PictureChange change_of(const QString &name, QString words)
{
    static const QString gone = QStringLiteral(", which is no more");
    static const QString fresh = QStringLiteral(", which was not there");
    static const QString arrow = QStringLiteral(" → ");
    PictureChange change;
    // Of what has a number the first space stands for the colon.
    const qsizetype space = name.indexOf(u' ');
    change.name = (space < 0 ? name : QString(name.left(space) + u':' + name.mid(space + 1))).toStdString();
    if (words.endsWith(gone)) {
        change.before = words.chopped(gone.size()).toStdString();
    } else if (words.endsWith(fresh)) {
        change.now = words.chopped(fresh.size()).toStdString();
    } else {
        const qsizetype at = words.indexOf(arrow);
        change.before = words.left(std::max<qsizetype>(at, 0)).toStdString();
        change.now = words.mid(at < 0 ? 0 : at + arrow.size()).toStdString();
    }
    return change;
}

}  // namespace

std::vector<PictureChange> changes_from_text(const std::string &text)
{
    static const QRegularExpression number(QStringLiteral("^[RKB][0-9]\\S*: "));
    const QString all = QString::fromStdString(text).remove(number);
    std::vector<PictureChange> changes;
    QString name;
    qsizetype begin = 0;
    for (auto found = row_name().globalMatch(all); found.hasNext();) {
        const auto match = found.next();
        if (name.isEmpty() && match.capturedStart() > 0)
            return {};
        if (!name.isEmpty())
            changes.push_back(change_of(name, all.mid(begin, match.capturedStart() - begin)));
        name = match.captured(1);
        begin = match.capturedEnd();
    }
    if (!name.isEmpty())
        changes.push_back(change_of(name, all.mid(begin)));
    return changes;
}

}  // namespace aftercharge
