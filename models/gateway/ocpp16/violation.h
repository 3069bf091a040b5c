// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>

#include <tl/expected.hpp>

#include "models/domain/enum_text.h"

namespace aftercharge::ocpp16 {

// The error codes of OCPP-J 1.6, table 7, with its own spelling of "Occurence".
enum class ErrorWord {
    NotImplemented,
    NotSupported,
    InternalError,
    ProtocolError,
    SecurityError,
    FormationViolation,
    PropertyConstraintViolation,
    OccurenceConstraintViolation,
    TypeConstraintViolation,
    GenericError,
};

constexpr auto text_table(ErrorWord)
{
    return std::array{
        EnumText{ErrorWord::NotImplemented, "NotImplemented"},
        EnumText{ErrorWord::NotSupported, "NotSupported"},
        EnumText{ErrorWord::InternalError, "InternalError"},
        EnumText{ErrorWord::ProtocolError, "ProtocolError"},
        EnumText{ErrorWord::SecurityError, "SecurityError"},
        EnumText{ErrorWord::FormationViolation, "FormationViolation"},
        EnumText{ErrorWord::PropertyConstraintViolation, "PropertyConstraintViolation"},
        EnumText{ErrorWord::OccurenceConstraintViolation, "OccurenceConstraintViolation"},
        EnumText{ErrorWord::TypeConstraintViolation, "TypeConstraintViolation"},
        EnumText{ErrorWord::GenericError, "GenericError"},
    };
}

// Why a CALL cannot be understood at all.
struct Violation {
    ErrorWord word = ErrorWord::FormationViolation;
    std::string text;
};

template<typename T>
using Understood = tl::expected<T, Violation>;

[[nodiscard]] inline tl::unexpected<Violation> violation(ErrorWord word, std::string text)
{
    return tl::unexpected<Violation>(Violation{word, std::move(text)});
}

}  // namespace aftercharge::ocpp16
