// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/desk_service.h"

namespace aftercharge {
namespace {

Answered<void> no_logins()
{
    return QtFuture::makeReadyFuture(Result<void>(fail(ErrorCode::InputInvalid, "people have no passwords here")));
}

}  // namespace

Answered<void> DeskService::add_operator_with_password(const Operator & /*person*/, const std::string & /*password*/)
{
    return no_logins();
}

Answered<void> DeskService::set_operator_password(const OperatorName & /*name*/, const std::string & /*password*/)
{
    return no_logins();
}

}  // namespace aftercharge
