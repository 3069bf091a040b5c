// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/evidence_files.h"

#include <filesystem>

#include "app/ctl/files.h"
#include "app/ctl/ticket_record.h"

namespace aftercharge::ctl {

Result<std::vector<EvidenceFile>> read_evidence(const std::vector<std::string> &paths)
{
    std::vector<EvidenceFile> files;
    for (const std::string &path : paths) {
        auto bytes = read_file(path, max_evidence_bytes);
        if (!bytes)
            return pass_on(bytes);
        EvidenceFile file;
        file.name = std::filesystem::path(path).filename().string();
        file.media_type = media_type_of(file.name, *bytes);
        file.bytes = std::move(*bytes);
        files.push_back(std::move(file));
    }
    return files;
}

}  // namespace aftercharge::ctl
