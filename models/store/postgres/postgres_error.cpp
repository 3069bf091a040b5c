// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/postgres/postgres_error.h"

#include <string_view>
#include <utility>

namespace aftercharge {
namespace {

constexpr std::pair<std::string_view, ErrorCode> by_state[] = {
    {"40001", ErrorCode::StoreRetry},
    {"40P01", ErrorCode::StoreRetry},
    {"55P03", ErrorCode::StoreRetry},
    {"AC000", ErrorCode::StoreRule},
    {"25006", ErrorCode::StoreUnreachable},  // the server became a standby
    {"57P01", ErrorCode::StoreUnreachable},
    {"57P02", ErrorCode::StoreUnreachable},
    {"57P03", ErrorCode::StoreUnreachable},
    {"57P05", ErrorCode::StoreUnreachable},
    {"57014", ErrorCode::Cancelled},
    {"28P01", ErrorCode::StoreWrongKey},
    {"28000", ErrorCode::StoreWrongKey},
    {"3D000", ErrorCode::StoreNotFound},
    {"42501", ErrorCode::OperatorNotPermitted},
    {"53100", ErrorCode::StoreDiskFull},
    {"53300", ErrorCode::StoreInUse},
};
constexpr std::pair<std::string_view, ErrorCode> by_class[] = {
    {"23", ErrorCode::StoreRule},
    {"08", ErrorCode::StoreUnreachable},
    {"XX", ErrorCode::StoreCorrupt},
    {"58", ErrorCode::StoreIo},
};

// "ERROR:  sentence\nCONTEXT: …" without what is around the sentence.
std::string sentence_of(const QSqlError &error)
{
    QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    text = text.section(QLatin1Char('\n'), 0, 0).trimmed();
    for (const char *const word : {"ERROR:", "FATAL:", "PANIC:"}) {
        if (text.startsWith(QLatin1String(word)))
            text = text.mid(6).trimmed();
    }
    return text.toStdString();
}

Error own_code(const std::string &sentence)
{
    const std::size_t colon = sentence.find(": ");
    const auto code = code_from_text(std::string_view(sentence).substr(0, colon));
    if (!code)
        return Error{ErrorCode::StoreRule, sentence};
    return Error{*code, colon == std::string::npos ? std::string() : sentence.substr(colon + 2)};
}

// While connecting, libpq gives a text and no SQLSTATE.
ErrorCode code_of_connecting(const QString &text)
{
    if (text.contains(QLatin1String("password authentication failed")) ||
        text.contains(QLatin1String("no password supplied")) ||
        text.contains(QLatin1String("is not permitted to log in")))
        return ErrorCode::StoreWrongKey;
    if (text.contains(QLatin1String("database \"")) && text.contains(QLatin1String("does not exist")))
        return ErrorCode::StoreNotFound;
    return ErrorCode::StoreUnreachable;
}

}  // namespace

Error postgres_error(const QSqlError &error)
{
    const std::string state = error.nativeErrorCode().toStdString();
    if (state.empty()) {
        const QString text = error.databaseText() + error.driverText();
        return Error{code_of_connecting(text), sentence_of(error)};
    }
    if (state == "AC001")
        return own_code(sentence_of(error));
    for (const auto &[known, code] : by_state) {
        if (state == known)
            return Error{code, sentence_of(error)};
    }
    for (const auto &[known, code] : by_class) {
        if (state.starts_with(known))
            return Error{code, sentence_of(error)};
    }
    return Error{ErrorCode::Internal, state + " " + sentence_of(error)};
}

}  // namespace aftercharge
