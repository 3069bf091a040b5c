// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/canonical.h"

#include <QCryptographicHash>

namespace aftercharge {

void Canonical::add_length(std::uint32_t length)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes_ += static_cast<char>((length >> shift) & 0xffU);
}

void Canonical::add_absent()
{
    add_length(0xffffffffU);
}

void Canonical::add(std::int64_t number)
{
    add_length(8);
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes_ += static_cast<char>((static_cast<std::uint64_t>(number) >> shift) & 0xffU);
}

void Canonical::add(std::string_view text)
{
    const std::string valid = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
    add(BytesIn{valid});
}

void Canonical::add(BytesIn value)
{
    add_length(static_cast<std::uint32_t>(value.bytes.size()));
    bytes_ += value.bytes;
}

std::string sha256(std::string_view bytes)
{
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Sha256).toStdString();
}

}  // namespace aftercharge
