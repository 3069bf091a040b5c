// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/wait.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

namespace aftercharge::ctl {

Result<bool> wait_until(std::chrono::milliseconds at_most, const std::function<Result<bool>()> &is_done)
{
    const QDeadlineTimer deadline(at_most);
    QEventLoop loop;
    QTimer timer;
    Result<bool> answer = false;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        answer = is_done();
        if (!answer || *answer || deadline.hasExpired())
            loop.quit();
    });
    timer.start(std::chrono::milliseconds{200});
    loop.exec();
    return answer;
}

}  // namespace aftercharge::ctl
