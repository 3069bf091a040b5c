// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "models/workflow/open_ticket.h"

class QImage;

namespace aftercharge {

// A file as evidence, its type by its name; none when it cannot be read.
std::optional<EvidenceFile> read_evidence_file(const QString &path);
// What the clipboard holds, named by its number: "picture-2.png", "text-2.txt".
EvidenceFile picture_as_evidence(const QImage &image, std::size_t number);
EvidenceFile text_as_evidence(const QString &text, std::size_t number);

std::string sha256_of(const std::string &bytes);
QString too_large_words(const QString &name);

}  // namespace aftercharge
