// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/evidence_check.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <QtCore/QStringDecoder>

namespace aftercharge {
namespace {

struct KnownType {
    std::string_view media_type;
    std::string_view magic;
};

constexpr std::array known_types{
    KnownType{"image/png", "\x89PNG\r\n\x1a\n"},
    KnownType{"image/jpeg", "\xff\xd8\xff"},
    KnownType{"application/pdf", "%PDF-"},
    KnownType{"text/plain", ""},
};

bool is_utf8_text(const std::string &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return !decoder.hasError() && !text.contains(QChar::Null);
}

}  // namespace

Result<void> check_evidence(const EvidenceFile &file)
{
    const auto refused = [&](const std::string &why) {
        return fail(ErrorCode::InputInvalid, "evidence \"" + file.name.substr(0, 80) + "\": " + why);
    };
    if (file.name.empty() || file.name.size() > 200 || file.name.find_first_of("/\\") != std::string::npos)
        return refused("needs a plain file name of at most 200 bytes");
    if (file.bytes.empty())
        return refused("is empty");
    if (file.bytes.size() > max_evidence_bytes)
        return refused("is larger than 5 MB");
    const auto *type = std::find_if(known_types.begin(), known_types.end(),
                                    [&](const KnownType &known) { return known.media_type == file.media_type; });
    if (type == known_types.end())
        return refused("PNG, JPEG, PDF or plain text is taken, not " + file.media_type.substr(0, 80));
    if (!file.bytes.starts_with(type->magic) || (type->magic.empty() && !is_utf8_text(file.bytes)))
        return refused("its content is not " + file.media_type);
    return {};
}

}  // namespace aftercharge
