// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/picture_words.h"

#include <algorithm>

#include <QtCore/QRegularExpression>

#include "ui/common/enum_words.h"

namespace aftercharge {

namespace {

constexpr std::string_view amounts[] = {"fee",   "owed",  "paid",  "refunded_before", "this",
                                        "stays", "asked", "up_to", "insured"};
// They have figures of their own, or follow from other rows.
constexpr std::string_view figures[] = {"paid", "refunded_before", "this", "stays", "asked", "up_to"};

bool is_one_of(std::string_view name, const auto &names)
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_about(std::string_view name, std::string_view topic)
{
    return name.size() > topic.size() && name.substr(0, topic.size()) == topic && name[topic.size()] == ':';
}

QString rest_of(std::string_view name)
{
    const std::string_view rest = name.substr(name.find(':') + 1);
    return QString::fromUtf8(rest.data(), static_cast<qsizetype>(rest.size()));
}

const std::string *row_of(const ApprovalPicture &picture, std::string_view name)
{
    const auto found = std::find_if(picture.rows.begin(), picture.rows.end(),
                                    [&](const auto &row) { return row.first == name; });
    return found == picture.rows.end() ? nullptr : &found->second;
}

Currency currency_of(const ApprovalPicture &picture, const Currency &fallback)
{
    const std::string *code = row_of(picture, "currency");
    return code ? Currency::from_code(*code).value_or(fallback) : fallback;
}

QString order_state(const std::string &value)
{
    if (const auto charging = from_text<OrderState>(value))
        return EnumWords::order_state(*charging);
    if (const auto goods = from_text<GoodsOrderState>(value))
        return EnumWords::goods_order_state(*goods);
    return QString::fromStdString(value);
}

}  // namespace

PictureWords::PictureWords(const ApprovalPicture &picture, const Format &format, const Currency &fallback)
    : PictureWords(format, currency_of(picture, fallback))
{
}

QString PictureWords::name(const std::string &name)
{
    if (is_about(name, "refund"))
        return tr("Refund %1").arg(rest_of(name));
    if (is_about(name, "line"))
        return tr("Line %1").arg(rest_of(name));
    if (is_about(name, "parcel"))
        return tr("Parcel %1").arg(rest_of(name));
    const std::pair<const char *, QString> names[] = {
        {"order", tr("Order")},
        {"currency", tr("Currency")},
        {"state", tr("State of the order")},
        {"settlement", tr("Settlement")},
        {"fee", tr("Fee")},
        {"owed", tr("Owed")},
        {"payment", tr("Payment")},
        {"paid", tr("Paid")},
        {"refunded_before", tr("Refunded before")},
        {"this", tr("This refund")},
        {"stays", tr("Stays paid")},
        {"ticket", tr("Ticket")},
        {"ticket_decision", tr("Ticket's decision")},
        {"asked", tr("Asked of the carrier")},
        {"up_to", tr("Promised to the customer")},
        {"parcel", tr("Parcel")},
        {"insured", tr("Insured for")},
    };
    for (const auto &[text, words] : names) {
        if (name == text)
            return words;
    }
    return QString::fromStdString(name);
}

QString PictureWords::money(const std::string &value) const
{
    const auto amount = Money::from_text(value, currency_);
    return amount ? format_.money(*amount) : QString::fromStdString(value);
}

// "Cable × 3, 81.00; refunded 1, 27.00; replaced 0"
QString PictureWords::line(const QString &value) const
{
    static const QRegularExpression pattern(
        QStringLiteral("^(.*) × (\\d+), (\\S+); refunded (\\d+), (\\S+); replaced (\\d+)$"));
    const auto match = pattern.match(value);
    if (!match.hasMatch())
        return value;
    QString words = tr("%1 × %2: %3").arg(match.captured(1), match.captured(2), money(match.captured(3).toStdString()));
    if (match.captured(4) != u'0')
        words += tr(", %1 refunded (%2)").arg(match.captured(4), money(match.captured(5).toStdString()));
    if (match.captured(6) != u'0')
        words += tr(", %1 sent again").arg(match.captured(6));
    return words;
}

QString PictureWords::value(const std::string &name, const std::string &value) const
{
    if (value.empty())
        return {};
    if (is_one_of(name, amounts) || is_about(name, "refund"))
        return money(value);
    if (name == "state")
        return order_state(value);
    if (name == "settlement") {
        const auto settlement = from_text<Settlement>(value);
        return settlement ? EnumWords::settlement(*settlement) : QString::fromStdString(value);
    }
    const QString text = QString::fromStdString(value);
    if (is_about(name, "line"))
        return line(text);
    if (is_about(name, "parcel")) {
        const auto state = from_text<ShipmentState>(value);
        return value == "NOT_SENT" ? tr("not sent yet") : state ? EnumWords::shipment_state(*state) : text;
    }
    if (name == "ticket") {
        const auto kind = from_text<TicketKind>(text.section(QStringLiteral(": "), 0, 0).toStdString());
        const QString reason = text.section(QStringLiteral(": "), 1);
        return !kind              ? text
               : reason.isEmpty() ? EnumWords::ticket_kind(*kind)
                                  : EnumWords::ticket_kind(*kind) + u" · " + reason;
    }
    return text;
}

QList<Fact> PictureWords::facts(const ApprovalPicture &picture) const
{
    QList<Fact> facts;
    for (const auto &[name, text] : picture.rows) {
        const bool nothing_owed = name == "owed" && Money::from_text(text, currency_) == Money::zero(currency_);
        if (is_one_of(name, figures) || name == "currency" || nothing_owed)
            continue;
        facts.append({PictureWords::name(name), value(name, text),
                      name == "order" || name == "parcel" ? LabelRole::Mono : LabelRole::Body});
    }
    return facts;
}

QList<DifferenceRow> PictureWords::differences(const std::vector<PictureChange> &changes) const
{
    QList<DifferenceRow> rows;
    for (const PictureChange &change : changes) {
        if (change.name == "paid" || change.name == "refunded_before" || change.name == "stays")
            continue;
        const QString now = value(change.name, change.now);
        rows.append({name(change.name), value(change.name, change.before), now.isEmpty() ? tr("no more") : now});
    }
    return rows;
}

QString PictureWords::sentence(const std::vector<PictureChange> &changes) const
{
    QStringList words;
    for (const DifferenceRow &row : differences(changes))
        words.append(row.before.isEmpty() ? tr("%1: new, %2").arg(row.what, row.now)
                                          : tr("%1: %2 → %3").arg(row.what, row.before, row.now));
    return words.join(tr("; "));
}

std::optional<Money> PictureWords::amount(const ApprovalPicture &picture, std::string_view name,
                                          const Currency &fallback)
{
    const std::string *text = row_of(picture, name);
    const auto amount = text ? Money::from_text(*text, currency_of(picture, fallback))
                             : Result<Money>(fail(ErrorCode::InputInvalid));
    return amount ? std::optional(*amount) : std::nullopt;
}

}  // namespace aftercharge
