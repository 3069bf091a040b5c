// SPDX-License-Identifier: GPL-3.0-or-later
// The first page's login at a shared store, over a store that is made up; and its pictures.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/pictures.h"
#include "ui/common/banner.h"
#include "ui/common/view_switch.h"
#include "ui/login/login_words.h"
#include "ui/login/shared_form.h"
#include "ui/login/unlock_page.h"

using namespace aftercharge;

namespace {

// Answers when it is told to, as a server does.
class FakeAccess : public StoreAccess {
public:
    Opened open(StoreRequest) override
    {
        ++local_opens;
        return QtFuture::makeReadyFuture(Result<std::vector<Operator>>(fail(ErrorCode::StoreNotFound)));
    }
    Opened create(NewStore) override
    {
        return QtFuture::makeReadyFuture(Result<std::vector<Operator>>(fail(ErrorCode::StoreExists)));
    }
    QFuture<Result<Operator>> log_in(SharedLogin login) override
    {
        logins.push_back(std::move(login));
        promise = std::make_unique<QPromise<Result<Operator>>>();
        promise->start();
        return promise->future();
    }
    void answer(Result<Operator> person)
    {
        promise->addResult(std::move(person));
        promise->finish();
    }

    std::vector<SharedLogin> logins;
    std::unique_ptr<QPromise<Result<Operator>>> promise;
    int local_opens = 0;
};

Operator person_named(const char *name)
{
    Operator person;
    person.name = OperatorName::from_text(name).value();
    person.role = Role::Supervisor;
    return person;
}

struct LoginDesk {
    explicit LoginDesk(ThemeChoice choice = ThemeChoice::Light) : themes(*qApp, choice), page(themes, access)
    {
        page.resize(960, 720);
    }
    template<typename Widget>
    Widget *named(const QString &name)
    {
        for (Widget *widget : page.findChildren<Widget *>()) {
            if (widget->isVisible() && (widget->accessibleName() == name))
                return widget;
        }
        return nullptr;
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *found : page.findChildren<QPushButton *>()) {
            if (found->isVisible() && found->text() == text)
                return found;
        }
        return nullptr;
    }
    // Empty: none is seen.
    QString complaint()
    {
        const auto *banner = page.findChild<Banner *>();
        return banner->isVisible() ? banner->text() : QString();
    }
    bool show()
    {
        page.show();
        page.activateWindow();
        return QTest::qWaitForWindowActive(&page);
    }

    FakeAccess access;
    ThemeController themes;
    UnlockPage page;
};

const QString address = QStringLiteral("db.example.com/aftercharge");

}  // namespace

class LoginPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void who_logs_in_is_who_works_here();
    void the_password_leaves_the_form_at_once();
    void errors_say_what_to_do();
    void a_lock_asks_the_same_login_again();
    void the_way_is_switched_by_hand();
    void another_page_takes_over_all_but_the_password();
    void pictures_data() { add_picture_rows(); }
    void pictures();
};

void LoginPageTest::who_logs_in_is_who_works_here()
{
    LoginDesk desk;
    QSignalSpy chosen(&desk.page, &UnlockPage::personChosen);
    desk.page.set_shared(address, {}, QStringLiteral("/etc/ca.pem"));
    QVERIFY(desk.show());
    desk.page.ask_login();
    QCOMPARE(QApplication::focusWidget(), desk.named<QLineEdit>(QStringLiteral("Login")));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("m.sato"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), desk.named<QLineEdit>(QStringLiteral("Password")));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("correct horse"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(desk.access.logins.size(), std::size_t{1});
    const SharedLogin &login = desk.access.logins.front();
    QCOMPARE(login.address, std::string("db.example.com/aftercharge"));
    QCOMPARE(login.login, std::string("m.sato"));
    QCOMPARE(login.password, std::string("correct horse"));
    QCOMPARE(login.ca_file, std::string("/etc/ca.pem"));
    QVERIFY(!desk.button(QStringLiteral("Logging in…"))->isEnabled());
    // While it is under way Return asks nothing more.
    QTest::keyClick(desk.named<QLineEdit>(QStringLiteral("Password")), Qt::Key_Return);
    QCOMPARE(desk.access.logins.size(), std::size_t{1});
    desk.access.answer(person_named("m.sato"));
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<Operator>().name.text(), std::string("m.sato"));
    QCOMPARE(desk.access.local_opens, 0);
    QVERIFY(!desk.page.findChild<QComboBox *>()->isVisible());
}

void LoginPageTest::the_password_leaves_the_form_at_once()
{
    LoginDesk desk;
    desk.page.set_shared(address, QStringLiteral("m.sato"), {});
    QVERIFY(desk.show());
    desk.page.ask_login();
    auto *password = desk.named<QLineEdit>(QStringLiteral("Password"));
    QCOMPARE(QApplication::focusWidget(), password);
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    QTest::keyClicks(password, QStringLiteral("correct horse"));
    desk.button(QStringLiteral("Log in"))->click();
    QVERIFY(password->text().isEmpty());
    desk.access.answer(fail(ErrorCode::StoreWrongKey));
    QTRY_VERIFY(!desk.complaint().isEmpty());
    QVERIFY(password->text().isEmpty());
    QCOMPARE(QApplication::focusWidget(), password);
}

void LoginPageTest::errors_say_what_to_do()
{
    LoginDesk desk;
    desk.page.set_shared(address, QStringLiteral("m.sato"), {});
    QVERIFY(desk.show());
    desk.page.ask_login();
    QStringList said;
    for (const ErrorCode code :
         {ErrorCode::InputInvalid, ErrorCode::StoreUnreachable, ErrorCode::StoreWrongKey, ErrorCode::StoreNotFound,
          ErrorCode::StoreForeignFile, ErrorCode::StoreNewerSchema, ErrorCode::OperatorNotFound,
          ErrorCode::OperatorDisabled, ErrorCode::OperatorNotPermitted}) {
        desk.button(QStringLiteral("Log in"))->click();
        QVERIFY(desk.complaint().isEmpty());
        desk.access.answer(fail(code, "detail"));
        QTRY_VERIFY(!desk.complaint().isEmpty());
        QVERIFY2(!said.contains(desk.complaint()), qPrintable(desk.complaint()));
        said << desk.complaint();
    }
    QVERIFY(said[1].contains(QStringLiteral("does not answer")));
    QVERIFY(said[2].contains(QStringLiteral("password is wrong")));
    QVERIFY(said[3].contains(QStringLiteral("no such database")));
    QVERIFY(said[4].contains(QStringLiteral("afterchargectl store upgrade")));
}

void LoginPageTest::a_lock_asks_the_same_login_again()
{
    LoginDesk desk;
    desk.page.set_shared(address, QStringLiteral("m.sato"), {});
    QVERIFY(desk.show());
    desk.page.ask_shared_unlock();
    QCOMPARE(QApplication::focusWidget(), desk.named<QLineEdit>(QStringLiteral("Password")));
    QVERIFY(!desk.named<QLineEdit>(QStringLiteral("Login"))->isEnabled());
    QVERIFY(!desk.named<QLineEdit>(QStringLiteral("Address"))->isEnabled());
    QVERIFY(!desk.page.findChild<ViewSwitch *>()->isVisible());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("correct horse"));
    desk.button(QStringLiteral("Unlock"))->click();
    QCOMPARE(desk.access.logins.front().login, std::string("m.sato"));
    desk.access.answer(fail(ErrorCode::StoreWrongKey));
    QTRY_VERIFY(!desk.complaint().isEmpty());
    QVERIFY(desk.button(QStringLiteral("Unlock"))->isEnabled());
}

void LoginPageTest::the_way_is_switched_by_hand()
{
    LoginDesk desk;
    QVERIFY(desk.show());
    desk.page.ask_store();
    QVERIFY(desk.named<QLineEdit>(QStringLiteral("Store folder")));
    auto *way = desk.page.findChild<ViewSwitch *>();
    QCOMPARE(way->current(), 0);
    Q_EMIT way->chosen(1);
    QCOMPARE(way->current(), 1);
    QVERIFY(desk.page.is_shared());
    QVERIFY(!desk.named<QLineEdit>(QStringLiteral("Store folder")));
    QCOMPARE(QApplication::focusWidget(), desk.named<QLineEdit>(QStringLiteral("Address")));
    Q_EMIT way->chosen(0);
    QVERIFY(!desk.page.is_shared());
    QVERIFY(desk.named<QLineEdit>(QStringLiteral("Store folder")));
}

void LoginPageTest::another_page_takes_over_all_but_the_password()
{
    LoginDesk before;
    before.page.set_shared(address, QStringLiteral("m.sato"), QStringLiteral("/etc/ca.pem"));
    QVERIFY(before.show());
    before.page.ask_shared_unlock();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("half a password"));
    LoginDesk after;
    after.page.take_over(before.page);
    QVERIFY(after.show());
    QVERIFY(after.page.is_shared());
    QCOMPARE(after.page.shared_form().address(), address);
    QCOMPARE(after.page.shared_form().login(), QStringLiteral("m.sato"));
    QCOMPARE(after.page.shared_form().ca_file(), QStringLiteral("/etc/ca.pem"));
    QVERIFY(after.named<QLineEdit>(QStringLiteral("Password"))->text().isEmpty());
    QVERIFY(!after.named<QLineEdit>(QStringLiteral("Login"))->isEnabled());
}

void LoginPageTest::pictures()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    const QString tag = QLatin1String(QTest::currentDataTag());
    LoginDesk desk(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    desk.page.resize(size);
    desk.page.set_shared(address, QStringLiteral("m.sato"), {});
    desk.page.show();
    desk.page.ask_store();
    save_picture(desk.page, QStringLiteral("login-here-") + tag);
    desk.page.ask_login();
    save_picture(desk.page, QStringLiteral("login-shared-") + tag);
    desk.page.show_error({ErrorCode::StoreForeignFile, {}});
    save_picture(desk.page, QStringLiteral("login-refused-") + tag);
    desk.page.ask_shared_unlock();
    save_picture(desk.page, QStringLiteral("login-locked-") + tag);
}

QTEST_MAIN(LoginPageTest)
#include "login_page_test.moc"
