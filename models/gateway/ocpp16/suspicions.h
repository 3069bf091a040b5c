// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace aftercharge::ocpp16 {

// The beginning of a text, not cut within a UTF-8 character.
inline std::string excerpt(std::string text, std::size_t max_bytes = 40)
{
    if (text.size() <= max_bytes)
        return text;
    while (max_bytes > 0 && (static_cast<unsigned char>(text[max_bytes]) & 0xc0) == 0x80)
        --max_bytes;
    text.resize(max_bytes);
    return text;
}

// What is odd about a message that was understood all the same: short English phrases, each
// once, at most 16 (one charge point's odd habit fills no store).
class Suspicions {
public:
    static constexpr std::size_t max_count = 16;

    void add(std::string phrase)
    {
        if (list_.size() < max_count && std::find(list_.begin(), list_.end(), phrase) == list_.end())
            list_.push_back(std::move(phrase));
    }
    std::vector<std::string> take() { return std::move(list_); }

private:
    std::vector<std::string> list_;
};

}  // namespace aftercharge::ocpp16
