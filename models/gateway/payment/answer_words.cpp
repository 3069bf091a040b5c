// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/answer_words.h"

#include <algorithm>

#include <QtCore/QString>

namespace aftercharge::payment {
namespace {

constexpr qsizetype max_characters = 240;
// A PEM text is guarded line by line; its short last line gives nothing away.
constexpr std::size_t min_secret_line = 8;

// Line ends and tabs become spaces; what does not print (controls, marks of direction) goes.
QString one_line(std::string_view text)
{
    QString line = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
    line.removeIf([](QChar c) { return !c.isPrint() && !c.isSurrogate(); });
    return line;
}

QString cut(const QString &line)
{
    if (line.size() <= max_characters)
        return line;
    qsizetype end = max_characters - 1;
    if (line.at(end - 1).isHighSurrogate())
        --end;
    return line.left(end) + QChar(0x2026);
}

}  // namespace

AnswerWords::AnswerWords(const std::vector<std::string> &secrets)
{
    for (const std::string &secret : secrets) {
        std::size_t begin = 0;
        while (begin < secret.size()) {
            const std::size_t end = std::min(secret.find('\n', begin), secret.size());
            if (end - begin >= min_secret_line)
                secrets_.push_back(secret.substr(begin, end - begin));
            begin = end + 1;
        }
    }
}

std::string AnswerWords::clean(std::string_view text) const
{
    QString line = one_line(text.substr(0, 16U << 10));
    for (const std::string &secret : secrets_)
        line.replace(QString::fromStdString(secret), QStringLiteral("***"));
    return cut(line).toStdString();
}

RefundAnswer standing(Standing standing, std::string words)
{
    RefundAnswer answer;
    answer.standing = standing;
    answer.words = std::move(words);
    return answer;
}

RefundAnswer unanswered(const http::Answer &answer, const AnswerWords &words)
{
    return standing(answer.outcome == http::Outcome::NotSent ? Standing::NotSent : Standing::Unknown,
                    words.clean(answer.problem));
}

}  // namespace aftercharge::payment
