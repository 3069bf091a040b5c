// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/source_text.h"

#include <QtCore/QRegularExpression>

namespace aftercharge::tidy {
namespace {

bool is_word(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

// The ' of 1'000'000 separates digits: the word before it begins with a digit.
bool separates_digits(const QString &text, qsizetype at)
{
    qsizetype begin = at;
    while (begin > 0 && (is_word(text[begin - 1]) || text[begin - 1] == u'\''))
        --begin;
    return begin < at && text[begin].isDigit();
}

class Masker {
public:
    explicit Masker(const QString &text) : text_(text) {}

    QString run()
    {
        while (at_ < text_.size()) {
            if (text_.mid(at_, 2) == u"//")
                blank_to(text_.indexOf(u'\n', at_));
            else if (text_.mid(at_, 2) == u"/*")
                blank_to(end_after(u"*/", at_ + 2));
            else if (raw_string_begins())
                blank_to(raw_string_end());
            else if (text_[at_] == u'"' || (text_[at_] == u'\'' && !separates_digits(text_, at_)))
                blank_to(literal_end());
            else
                out_ += text_[at_++];
        }
        return out_;
    }

private:
    qsizetype end_after(QStringView mark, qsizetype from) const
    {
        const qsizetype found = text_.indexOf(mark, from);
        return found < 0 ? found : found + mark.size();
    }

    bool raw_string_begins() const
    {
        return text_.mid(at_, 2) == u"R\"" && (at_ == 0 || !is_word(text_[at_ - 1]) || text_[at_ - 1] == u'u' ||
                                               text_[at_ - 1] == u'8' || text_[at_ - 1] == u'L');
    }

    // R"mark( … )mark"
    qsizetype raw_string_end() const
    {
        const qsizetype open = text_.indexOf(u'(', at_);
        if (open < 0)
            return open;
        return end_after(QString(u')' + text_.mid(at_ + 2, open - at_ - 2) + u'"'), open);
    }

    qsizetype literal_end() const
    {
        const QChar quote = text_[at_];
        for (qsizetype i = at_ + 1; i < text_.size(); ++i) {
            if (text_[i] == u'\\')
                ++i;
            else if (text_[i] == quote || text_[i] == u'\n')
                return i + 1;
        }
        return -1;
    }

    // Blanks up to `end` (not included); -1 is the end of the text.
    void blank_to(qsizetype end)
    {
        if (end < 0)
            end = text_.size();
        for (; at_ < end; ++at_)
            out_ += text_[at_] == u'\n' ? QChar(u'\n') : QChar(u' ');
    }

    const QString &text_;
    qsizetype at_ = 0;
    QString out_;
};

}  // namespace

QString code_only(const QString &text)
{
    return Masker(text).run();
}

Include include_of(const QString &raw, const QString &code)
{
    static const QRegularExpression directive(QStringLiteral(R"(^\s*#\s*include\b)"));
    static const QRegularExpression name(QStringLiteral(R"(^\s*#\s*include\s*(["<])([^">]+)[">])"));
    if (!directive.match(code).hasMatch())
        return {};
    const auto match = name.match(raw);
    return {match.captured(2), match.captured(1) == u"\""};
}

}  // namespace aftercharge::tidy
