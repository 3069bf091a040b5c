// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/form.h"

#include <algorithm>
#include <charconv>

namespace aftercharge::sim {

std::string percent_decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr == text.data() + i + 3) {
            out += static_cast<char>(value);
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

Form::Form(std::string_view encoded)
{
    while (!encoded.empty()) {
        const std::string_view field = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(encoded.size(), field.size() + 1));
        const std::size_t equals = field.find('=');
        if (!field.empty()) {
            fields_.emplace_back(percent_decoded(field.substr(0, equals)),
                                 equals == field.npos ? std::string() : percent_decoded(field.substr(equals + 1)));
        }
    }
}

bool Form::has(std::string_view name) const
{
    return std::any_of(fields_.begin(), fields_.end(), [name](const auto &field) { return field.first == name; });
}

std::string Form::get(std::string_view name) const
{
    const auto at = std::find_if(fields_.begin(), fields_.end(),
                                 [name](const auto &field) { return field.first == name; });
    return at == fields_.end() ? std::string() : at->second;
}

std::map<std::string, std::string> Form::nested(std::string_view name) const
{
    std::map<std::string, std::string> out;
    const std::string start = std::string(name) + '[';
    for (const auto &[key, value] : fields_) {
        if (key.starts_with(start) && key.ends_with(']'))
            out[key.substr(start.size(), key.size() - start.size() - 1)] = value;
    }
    return out;
}

std::string Form::canonical() const
{
    auto sorted = fields_;
    std::sort(sorted.begin(), sorted.end());
    std::string out;
    for (const auto &[key, value] : sorted)
        out += key + '\0' + value + '\0';
    return out;
}

}  // namespace aftercharge::sim
