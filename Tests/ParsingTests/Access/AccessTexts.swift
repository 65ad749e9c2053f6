/// Sentences as banks write them about access, all invented: language, kind of fact (`-` for none), text. A kind behind `!` isn't read yet.
enum AccessTexts {
  static let rows = lines.split(separator: "\n").map { line in
    let parts = line.split(separator: "|", maxSplits: 2).map(String.init)
    return (language: parts[0], kind: parts[1], text: parts[2])
  }

  private static let lines = #"""
    ru|device_bound|К вашему профилю подключено новое устройство: Honor 90 Lite. Не вы? Звоните 8 800 555-00-11
    ru|device_bound|Подключение нового устройства Samsung Galaxy A54 к Онлайн-банку 12.03.2026 в 14:02
    ru|device_bound|Вы подключили телефон Pixel 8 к приложению банка. Если это были не вы, срочно заблокируйте доступ
    ru|device_bound|Зарегистрировано новое устройство: OPPO Reno 11 (Android 14), Тверь
    ru|device_bound|Ваш iPad добавлен в список доверенных устройств
    ru|device_bound|Устройство POCO X6 привязано к вашему аккаунту. Если вы этого не делали, обратитесь в банк.
    ru|device_bound|На смартфоне Tecno Spark 20 зарегистрирован мобильный банк
    ru|device_bound|Новое устройство в вашем кабинете – Redmi 12C, 3 марта 18:44 мск
    ru|device_unbound|Устройство Nokia G21 отвязано от личного кабинета
    ru|device_unbound|Мы отключили устройство iPhone 8 от вашего профиля по вашему запросу
    ru|device_unbound|Удалено доверенное устройство «Мамин телефон»
    ru|device_renamed|Устройство Redmi Note 11 переименовано в «Рабочий»
    ru|device_renamed|Вы изменили название устройства: теперь это «Планшет Даши»
    ru|app_activated|Мобильное приложение банка активировано. Если это не вы, позвоните нам
    ru|app_activated|Приложение «Клиент-Онлайн» успешно активировано на устройстве Vivo Y36
    ru|app_activated|Завершена активация мобильного банка 04.02.26 11:20
    ru|key_added|Для входа в банк создан ключ доступа (passkey) на устройстве iPhone 15
    ru|key_added|Включён вход по отпечатку пальца. Не включали? Сообщите нам: 0500
    ru|key_added|Вход по лицу подключен в приложении
    ru|key_added|Вам выпущен программный токен для подтверждения операций
    ru|key_added|Активирован мобильный токен PayControl на телефоне Honor X8
    ru|token_linked|Карта *1109 добавлена в кошелёк Mi Pay
    ru|token_linked|MIR-0456 теперь можно платить телефоном: карта добавлена в SberPay
    ru|token_linked|Ваша карта ··3321 подключена к Yandex Pay 02.03 в 10:11
    ru|token_linked|Токен Mir Pay создан для карты *8890 на устройстве Samsung SM-A536
    ru|token_linked|Привязка карты 7712 к Apple Pay выполнена
    ru|token_unlinked|Карта *1109 удалена из Samsung Pay
    ru|login|Выполнен вход в личный кабинет с устройства Lenovo Tab M10, Пермь, 08:15
    ru|login|Кто-то вошёл в ваш аккаунт из г. Минск. Если это не вы, смените пароль
    ru|login|Вход в интернет-банк 05.03.2026 09:41 IP 198.51.100.7
    ru|login|Новый вход в мобильное приложение: Chrome, Windows 11, Самара
    ru|login|Вы авторизовались в системе «Клиент-банк» 01.02.2026 в 23:10
    ru|login|Зафиксирован вход в ваш профиль с нового устройства
    ru|login_failed|Неудачная попытка входа в личный кабинет 07.03 в 02:14 из Ташкента
    ru|login_failed|Трижды введён неверный пароль при входе в интернет-банк
    ru|channel_changed|СМС-уведомления отключены. Теперь сообщения будут приходить в приложение
    ru|channel_changed|Услуга «СМС-информирование» по карте *4410 отключена
    ru|channel_changed|Вы отказались от SMS-оповещений по счёту
    ru|channel_changed|Теперь коды подтверждения будут приходить в Telegram вместо SMS
    ru|channel_changed|Push-уведомления включены на устройстве iPhone 14
    ru|!channel_changed|Подключено СМС-информирование к карте *2207. Плата 69 р. в месяц
    ru|channel_changed|Отключены push-уведомления. Коды будем присылать по СМС
    ru|channel_changed|Одноразовые пароли теперь поступают в мессенджер MAX
    ru|phone_changed|Номер телефона для входа изменён на +7 912 ***-**-45
    ru|phone_changed|В вашем профиле указан новый номер телефона
    ru|phone_changed|К карте *5567 привязан новый номер +7 (903) 000-11-22
    ru|contact_changed|Адрес электронной почты изменён на i***v@example.ru
    ru|contact_changed|Ваш e-mail в профиле обновлён
    ru|credential_reset|Пароль от личного кабинета успешно изменён
    ru|credential_reset|Вы сменили ПИН-код карты *3301 в приложении
    ru|credential_reset|Произведён сброс пароля интернет-банка
    ru|credential_reset|Логин для входа изменён 11.02.2026
    ru|credential_reset|Установлен новый код доступа в приложение
    ru|sim_changed|Мы заметили, что ваша SIM-карта была перевыпущена
    ru|sim_changed|Произошла замена сим-карты по номеру +7 900 *** 11 22. Вход временно ограничен
    ru|calls_forwarded|На вашем номере установлена переадресация вызовов на +7 999 000-00-01
    ru|calls_forwarded|Включена переадресация звонков и СМС
    ru|trustee_named|Иван П. назначен вашим доверенным лицом
    ru|trustee_named|Вы добавили доверенное лицо для подтверждения переводов: Анна К.
    ru|trustee_named|Подключена услуга «Вторая рука». Подтверждать операции будет Мария С.
    ru|loan_ban_lifted|Самозапрет на кредиты снят. Он перестанет действовать с 03.03.2026
    ru|loan_ban_lifted|Вы сняли запрет на получение кредитов через Госуслуги
    ru|loan_ban_lifted|Отменён самозапрет на выдачу займов
    ru|outside_access|Вы вошли в стороннее приложение через Сбер ID
    ru|outside_access|Предоставлен доступ к вашим данным через Госуслуги
    ru|outside_access|Через Тинькофф ID выполнен вход на сайт example.ru
    ru|outside_access|Сервису «Ромашка» выдано согласие на доступ к данным ваших счетов
    ru|binding_requested|Код 7719 для привязки нового устройства Realme C55. Никому его не сообщайте
    ru|binding_requested|Никому не говорите код 553102. Он нужен для регистрации в мобильном банке
    ru|binding_requested|418820 – код для добавления карты *1190 в Mir Pay
    ru|binding_requested|Запрос на подключение устройства Infinix Hot 40. Подтвердите в приложении, если это вы
    ru|login_requested|Код для входа: 5541. Не сообщайте его даже сотрудникам банка
    ru|blocked|Доступ в интернет-банк заблокирован: трижды введён неверный пароль
    ru|blocked|Карта *7812 заблокирована по вашему обращению
    tr-ru|device_bound|Podklyucheno novoe ustrojstvo Huawei P50 k mobilnomu banku
    tr-ru|device_bound|Ustroystvo Redmi A3 privyazano k vashemu profilyu 01.03.26
    tr-ru|device_unbound|Ustroistvo iPhone 7 otklyucheno ot internet-banka
    tr-ru|login|Vipolnen vhod v lichniy kabinet 14.02.26 19:20. Esli eto ne vy, zvonite 88005550011
    tr-ru|token_linked|Karta *9021 dobavlena v Google Pay
    tr-ru|channel_changed|Usluga SMS-informirovaniya otklyuchena po karte *3310
    tr-ru|channel_changed|Push-uvedomleniya podklyucheny. SMS bolshe ne prihodyat
    tr-ru|phone_changed|Nomer telefona dlya SMS izmenen na +7912***4455
    tr-ru|credential_reset|PIN-kod karty *7001 uspeshno izmenen
    tr-ru|credential_reset|Parol ot internet-banka smenen 12.01.2026
    tr-ru|sim_changed|Obnaruzhena smena SIM-karty. Operatsii vremenno ogranicheny
    tr-ru|binding_requested|Kod 60412 dlya podklyucheniya novogo ustroystva. Nikomu ne soobshchayte
    tr-ru|key_added|Vhod po otpechatku paltsa vklyuchen
    tr-ru|loan_ban_lifted|Samozapret na kredity snyat 10.02.2026
    uk|device_bound|До вашого облікового запису підключено новий пристрій Samsung A35
    uk|device_bound|Зареєстровано новий пристрій: Motorola G84, Львів, 12:05
    uk|device_bound|Пристрій iPhone 12 прив'язано до застосунку. Не ви? Телефонуйте 3700
    uk|device_unbound|Пристрій Nokia 5.4 відв'язано від вашого профілю
    uk|app_activated|Мобільний застосунок банку активовано на пристрої Pixel 6a
    uk|key_added|Увімкнено вхід за відбитком пальця
    uk|key_added|Створено ключ доступу для входу в банк
    uk|token_linked|Картку *4512 додано до Google Pay
    uk|token_linked|Ваша картка **7710 тепер в Apple Wallet: токен створено
    uk|login|Здійснено вхід до інтернет-банкінгу 03.03.2026 о 10:15 з Києва
    uk|login|Ви увійшли до застосунку з нового пристрою
    uk|login|Новий вхід у ваш акаунт: Chrome, Windows, Одеса
    uk|channel_changed|SMS-інформування вимкнено. Повідомлення надходитимуть у Viber
    uk|channel_changed|Push-сповіщення увімкнено
    uk|phone_changed|Ваш фінансовий номер змінено на +38050***1122
    uk|contact_changed|Електронну адресу змінено на o***a@example.com
    uk|credential_reset|Пароль для входу змінено
    uk|credential_reset|ПІН-код картки *3302 успішно змінено
    uk|sim_changed|Виявлено заміну SIM-картки. Вхід обмежено на 24 години
    uk|calls_forwarded|На вашому номері увімкнено переадресацію дзвінків
    uk|binding_requested|Код 338120 для прив'язки нового пристрою. Нікому його не повідомляйте
    uk|login_requested|Ваш код для входу 7712. Не передавайте його нікому
    uk|outside_access|Ви увійшли на портал Дія через BankID
    be|device_bound|Падключана новая прылада Xiaomi 13T да мабільнага банка
    be|device_bound|Да вашага профілю прывязана прылада iPhone SE
    be|device_unbound|Прылада Galaxy S10 адключана ад вашага акаўнта
    be|login|Выкананы ўваход у інтэрнэт-банк 02.03.2026 09:14
    be|login|Новы ўваход у ваш кабінет з Гомеля
    be|token_linked|Картка *4411 дададзена ў Samsung Pay
    be|channel_changed|SMS-апавяшчэнні адключаны па картцы *2210
    be|channel_changed|Push-апавяшчэнні ўключаны на прыладзе Pixel 7
    be|phone_changed|Нумар тэлефона зменены на +37529***1122
    be|credential_reset|Пароль для ўваходу зменены
    be|credential_reset|ПІН-код карткі *1200 зменены
    be|app_activated|Мабільны дадатак актываваны
    be|key_added|Уключаны ўваход па адбітку пальца
    be|binding_requested|Код 4410 для падключэння новай прылады. Нікому не паведамляйце
    kk|device_bound|Мобильді қосымшаға жаңа құрылғы қосылды: Samsung A15
    kk|device_bound|Жаңа құрылғы тіркелді: iPhone 13, Алматы
    kk|device_bound|Redmi 10 құрылғысы аккаунтыңызға байланыстырылды. Егер бұл сіз болмасаңыз, 7711 нөміріне қоңырау шалыңыз
    kk|device_unbound|Құрылғы аккаунттан ажыратылды
    kk|login|Интернет-банкке кіру орындалды 03.02.2026 11:40
    kk|login|Жеке кабинетке жаңа құрылғыдан кірді
    kk|token_linked|*7733 картасы Apple Pay-ге қосылды
    kk|channel_changed|SMS-хабарламалар өшірілді
    kk|channel_changed|Push-хабарландырулар қосылды
    kk|phone_changed|Телефон нөміріңіз +7701***2233 болып өзгертілді
    kk|credential_reset|Құпиясөз өзгертілді
    kk|credential_reset|Картаның PIN-коды сәтті ауыстырылды
    kk|key_added|Саусақ ізі арқылы кіру қосылды
    kk|app_activated|Қосымша белсендірілді: Honor 70
    kk|binding_requested|Жаңа құрылғыны қосу коды: 551203. Ешкімге айтпаңыз
    uz|device_bound|Ilovaga yangi qurilma ulandi: Redmi Note 12
    uz|device_bound|Yangi qurilma ro'yxatdan o'tkazildi: Samsung A05, Toshkent
    uz|device_bound|Hisobingizga yangi qurilma bog'landi. Bu siz bo'lmasangiz, 1233 ga qo'ng'iroq qiling
    uz|device_unbound|iPhone 11 qurilmasi hisobingizdan uzildi
    uz|login|Shaxsiy kabinetga kirish amalga oshirildi 02.03.2026 14:20
    uz|login|Hisobingizga yangi qurilmadan kirildi, Samarqand
    uz|token_linked|8600**4412 kartangiz Google Pay'ga qo'shildi
    uz|channel_changed|SMS-xabarnoma xizmati o'chirildi
    uz|channel_changed|Push-bildirishnomalar yoqildi
    uz|channel_changed|SMS-xabardor qilish xizmati yoqildi, karta *2210
    uz|phone_changed|Telefon raqamingiz +99890***1122 ga o'zgartirildi
    uz|credential_reset|Parolingiz muvaffaqiyatli o'zgartirildi
    uz|credential_reset|8600**1133 karta PIN-kodi o'zgartirildi
    uz|key_added|Barmoq izi orqali kirish yoqildi
    uz|binding_requested|Yangi qurilmani ulash uchun kod: 41208. Uni hech kimga aytmang
    uz|app_activated|Mobil ilova faollashtirildi
    en|device_bound|A new device, Pixel 8 Pro, has been linked to your online banking profile
    en|device_bound|You've added OnePlus 12 as a trusted device. Not you? Call 0800 111 222
    en|device_bound|Device enrolled: iPad Air (iOS 17) on 3 March at 14:02, Leeds
    en|device_bound|Your mobile banking was registered on a new phone on 12-Mar-26 at 09:11
    en|device_bound|New device registered for mobile app: Nokia XR21
    en|device_bound|We noticed a new device on your account: Moto G84 in Cork
    en|device_unbound|Your device Galaxy S9 was removed from your profile
    en|device_unbound|iPhone X is no longer linked to your account
    en|device_renamed|Your device has been renamed to "Work phone"
    en|app_activated|Your mobile app is now active on Galaxy A54
    en|app_activated|Mobile banking activation successful. If you did not do this, call us
    en|key_added|A passkey was created for your account on Windows PC
    en|key_added|Your digital token has been activated on iPhone 14 on 12 Mar 2026
    en|key_added|Face ID login is now enabled for your app
    en|key_added|Soft token registration completed. Contact us if this wasn't you
    en|key_added|Fingerprint sign-in turned on for mobile banking
    en|token_linked|Your card ending 4412 was added to Google Wallet
    en|token_linked|Apple Pay is ready: Visa **1187 has been set up on iPhone 13
    en|token_linked|Card XX9021 has been successfully tokenised for Samsung Pay
    en|token_unlinked|Your card ending in 4412 was removed from Apple Pay
    en|login|New sign-in to your account from Firefox on Linux, Berlin
    en|login|You logged in to NetBanking on 12-03-2026 at 18:22. If not you, call 1800 111
    en|login|We detected a login from an unrecognised device near Lagos
    en|login|Successful logon to your internet banking, IP 203.0.113.9
    en|login_failed|3 unsuccessful login attempts on your NetBanking user ID
    en|channel_changed|SMS alerts for a/c XX2210 have been deactivated
    en|channel_changed|You have turned off push notifications on this device
    en|channel_changed|From now on your one-time passcodes will be sent to WhatsApp instead of SMS
    en|channel_changed|You have successfully subscribed to SMS alerts
    en|phone_changed|Your registered mobile number has been updated to XXXXXX4412
    en|phone_changed|The phone number on your account was changed on 3 March
    en|contact_changed|Your e-mail address was changed to j***n@example.com
    en|credential_reset|Your password was reset successfully
    en|credential_reset|PIN for debit card XX7712 has been changed via app
    en|credential_reset|You have set a new passcode for the app
    en|sim_changed|We see your SIM has recently been replaced. For safety, transfers are limited for 24 hours
    en|sim_changed|A SIM swap was detected on your mobile number
    en|calls_forwarded|Call forwarding has been activated on your number
    en|trustee_named|You named Jane D. as your trusted contact
    en|outside_access|You have given BudgetBee access to your account information
    en|binding_requested|Use code 441920 to register your new device. Never share it
    en|binding_requested|882104 is your verification code to add card 4412 to Apple Pay
    en|binding_requested|Someone is trying to link a new device to your account. Approve in the app only if it's you
    en|login_requested|Your OTP for login to NetBanking is 551204
    en|blocked|Your online access has been locked after 3 wrong passwords
    de|device_bound|Ein neues Gerät wurde mit Ihrem Konto verknüpft: Pixel 7
    de|device_bound|Ihr Gerät Galaxy S23 wurde für das Online-Banking registriert
    de|device_bound|Neues Gerät hinzugefügt: iPhone 14, 03.03.2026, 14:02 Uhr
    de|device_unbound|Das Gerät iPhone 8 wurde aus Ihrem Profil entfernt
    de|!app_activated|Die pushTAN-App wurde auf einem neuen Gerät aktiviert
    de|key_added|Für Ihr Konto wurde ein Passkey angelegt
    de|key_added|Die Anmeldung per Fingerabdruck ist jetzt aktiviert
    de|token_linked|Ihre Karte *4412 wurde zu Apple Pay hinzugefügt
    de|login|Neue Anmeldung in Ihrem Online-Banking aus München
    de|login|Sie haben sich am 03.03.2026 um 18:20 Uhr von einem neuen Gerät angemeldet
    de|channel_changed|SMS-Benachrichtigungen wurden deaktiviert
    de|channel_changed|Push-Mitteilungen wurden eingeschaltet
    de|phone_changed|Ihre Mobilnummer wurde auf +49 170 ***4412 geändert
    de|contact_changed|Ihre E-Mail-Adresse wurde geändert
    de|credential_reset|Ihr Passwort wurde zurückgesetzt
    de|credential_reset|Die PIN Ihrer Karte *1187 wurde geändert
    de|sim_changed|Für Ihre Rufnummer wurde eine neue SIM-Karte ausgestellt
    de|calls_forwarded|Eine Rufumleitung auf Ihrer Nummer wurde eingerichtet
    de|binding_requested|Ihr Code zur Registrierung eines neuen Geräts lautet 441208. Geben Sie ihn nicht weiter
    fr|device_bound|Un nouvel appareil a été associé à votre compte : Galaxy A34
    fr|device_bound|Vous avez enregistré un nouvel appareil : iPhone 12, Lyon, le 03/03 à 14h02
    fr|device_bound|Appareil de confiance ajouté : Xiaomi 13
    fr|device_unbound|L'appareil iPad a été supprimé de votre espace
    fr|app_activated|Votre application mobile a été activée sur Pixel 6
    fr|key_added|Une clé d'accès a été créée pour votre compte
    fr|key_added|La connexion par empreinte digitale est désormais activée
    fr|token_linked|Votre carte *4412 a été ajoutée à Google Pay
    fr|login|Nouvelle connexion à votre espace client depuis Marseille
    fr|login|Une connexion depuis un nouvel appareil a été détectée
    fr|channel_changed|Les alertes SMS ont été désactivées
    fr|channel_changed|Vos notifications push sont maintenant activées
    fr|phone_changed|Votre numéro de téléphone a été modifié
    fr|contact_changed|Votre adresse e-mail a été mise à jour
    fr|credential_reset|Votre mot de passe a été modifié le 03/03/2026
    fr|credential_reset|Vous venez de changer votre code secret
    fr|sim_changed|Un changement de carte SIM a été détecté sur votre ligne
    fr|binding_requested|Code 55120 pour l'enregistrement d'un nouvel appareil. Ne le communiquez à personne
    es|device_bound|Se ha vinculado un nuevo dispositivo a su cuenta: Moto G54
    es|device_bound|Nuevo dispositivo registrado: iPhone 13, Sevilla, 03/03 14:02
    es|device_bound|Has añadido un dispositivo de confianza
    es|device_unbound|El dispositivo Galaxy S8 fue eliminado de tu cuenta
    es|app_activated|Tu app móvil ha sido activada en un nuevo celular
    es|key_added|Token digital activado en tu celular Moto E13
    es|key_added|Se activó el inicio de sesión con huella
    es|token_linked|Tu tarjeta terminada en 4412 fue agregada a Google Pay
    es|login|Nuevo inicio de sesión en tu banca en línea desde Bogotá
    es|login|Ingresaste a tu App el 03/03/2026 a las 18:20
    es|login|Detectamos un acceso a tu cuenta desde un dispositivo desconocido
    es|channel_changed|Las alertas por SMS han sido desactivadas
    es|channel_changed|Activaste las notificaciones push
    es|phone_changed|Tu número de celular fue actualizado
    es|contact_changed|Se modificó el correo electrónico de tu cuenta
    es|credential_reset|Tu contraseña ha sido cambiada
    es|credential_reset|Cambiaste la clave de tu tarjeta *4412
    es|sim_changed|Detectamos un cambio de SIM en tu línea
    es|binding_requested|Tu código para vincular un nuevo dispositivo es 441208. No lo compartas
    pt|device_bound|Um novo dispositivo foi vinculado à sua conta: Moto G32
    pt|device_bound|Novo celular cadastrado: iPhone 11, Recife, 03/03 às 14h02
    pt|device_bound|Você autorizou um novo aparelho para acessar o app
    pt|device_unbound|O dispositivo Galaxy J7 foi removido da sua conta
    pt|key_added|iToken ativado no seu celular
    pt|key_added|Login por biometria habilitado no app
    pt|token_linked|Seu cartão final 4412 foi adicionado ao Google Pay
    pt|login|Novo acesso à sua conta pelo navegador Chrome em Porto Alegre
    pt|login|Identificamos um login em um novo aparelho
    pt|channel_changed|O serviço de alertas por SMS foi desativado
    pt|channel_changed|Notificações push ativadas
    pt|phone_changed|Seu número de telefone foi alterado
    pt|contact_changed|Seu e-mail cadastrado foi alterado
    pt|credential_reset|Sua senha foi alterada com sucesso
    pt|credential_reset|Você trocou a senha do cartão final 4412
    pt|sim_changed|Identificamos a troca do chip do seu número
    pt|binding_requested|Código 441208 para cadastrar um novo dispositivo. Não compartilhe
    it|device_bound|Un nuovo dispositivo è stato associato al tuo conto: Galaxy A14
    it|device_bound|Nuovo dispositivo registrato: iPhone 15, Torino, 03/03 ore 14:02
    it|device_unbound|Il dispositivo Huawei P20 è stato rimosso dal tuo profilo
    it|app_activated|L'app è stata attivata su un nuovo smartphone
    it|key_added|Hai attivato il token software sul tuo telefono
    it|key_added|Accesso con impronta digitale attivato
    it|token_linked|La tua carta *4412 è stata aggiunta ad Apple Pay
    it|login|Nuovo accesso alla tua area riservata da Napoli
    it|login|Hai effettuato l'accesso all'home banking il 03/03/2026 alle 18:20
    it|channel_changed|Il servizio SMS alert è stato disattivato
    it|channel_changed|Notifiche push attivate
    it|phone_changed|Il tuo numero di cellulare è stato modificato
    it|contact_changed|Il tuo indirizzo e-mail è stato aggiornato
    it|credential_reset|La tua password è stata modificata
    it|credential_reset|Il PIN della carta *4412 è stato cambiato
    it|sim_changed|È stata rilevata una sostituzione della tua SIM
    it|binding_requested|Codice 441208 per associare un nuovo dispositivo. Non comunicarlo a nessuno
    pl|device_bound|Dodano nowe urządzenie zaufane: Galaxy M34
    pl|device_bound|Nowe urządzenie zostało powiązane z Twoim kontem: iPhone 12, Gdańsk
    pl|device_bound|Sparowano aplikację mobilną z urządzeniem Pixel 7a
    pl|device_unbound|Urządzenie Nokia 7 zostało usunięte z Twojego konta
    pl|app_activated|Aplikacja mobilna została aktywowana
    pl|key_added|Włączono logowanie odciskiem palca
    pl|key_added|Klucz dostępu został utworzony
    pl|token_linked|Twoja karta *4412 została dodana do Google Pay
    pl|login|Zalogowano do bankowości internetowej z nowego urządzenia
    pl|login|Nowe logowanie na Twoje konto: Chrome, Windows, Łódź
    pl|channel_changed|Powiadomienia SMS zostały wyłączone
    pl|channel_changed|Włączono powiadomienia push
    pl|phone_changed|Twój numer telefonu został zmieniony na +48 *** *** 412
    pl|contact_changed|Zmieniono adres e-mail w Twoim profilu
    pl|credential_reset|Hasło do bankowości zostało zmienione
    pl|credential_reset|Zmieniono PIN do karty *4412
    pl|sim_changed|Wykryliśmy wymianę karty SIM
    pl|binding_requested|Kod 441208 do aktywacji nowego urządzenia. Nie podawaj go nikomu
    tr|device_bound|Hesabınıza yeni bir cihaz eklendi: Galaxy A24
    tr|device_bound|Yeni cihaz tanımlandı: iPhone 13, Ankara, 03.03.2026 14:02
    tr|device_bound|Mobil uygulamanız yeni bir cihazla eşleştirildi
    tr|device_unbound|iPhone 8 cihazınız kaldırıldı
    tr|app_activated|Mobil Bankacılık uygulamanız aktif edildi
    tr|key_added|Parmak izi ile giriş etkinleştirildi
    tr|token_linked|4412 ile biten kartınız Google Pay'e eklendi
    tr|login|İnternet şubesine 03.03.2026 18:20'de giriş yapıldı
    tr|login|Hesabınıza yeni bir cihazdan giriş yaptınız
    tr|channel_changed|SMS bildirimleriniz kapatıldı
    tr|channel_changed|Anlık bildirimler açıldı
    tr|phone_changed|Cep telefonu numaranız değiştirildi
    tr|contact_changed|E-posta adresiniz güncellendi
    tr|credential_reset|Şifreniz başarıyla değiştirildi
    tr|credential_reset|Kartınızın PIN'i değiştirildi
    tr|sim_changed|SIM kartınızın değiştirildiği tespit edildi
    tr|binding_requested|Yeni cihaz tanımlama kodunuz: 441208. Kimseyle paylaşmayın
    ru|-|Подключите новое устройство в приложении и получайте push бесплатно
    ru|-|Добавьте карту в Mir Pay и получите кэшбэк 10 %
    ru|-|Отклонена попытка оплаты 1 290 ₽ в KAFE ZERNO
    ru|-|Проверьте, что карта не заблокирована, и повторите попытку
    ru|-|Попытка оплаты не удалась: недостаточно средств
    ru|-|Устройство не подключено: неверный код
    ru|-|Как отключить СМС-уведомления? Ответ в разделе «Помощь»
    ru|-|Чтобы сменить ПИН-код, откройте настройки карты
    ru|-|Вы подключали новое устройство?
    ru|-|Если вы не меняли номер телефона, позвоните 8 800 555-00-11
    ru|-|Скоро мы отключим вход по паролю, перейдите на вход по биометрии
    ru|-|С 1 июля СМС-уведомления станут платными
    ru|-|Хотите отключить уведомления? Зайдите в настройки
    ru|-|Платите телефоном с Mir Pay во всех магазинах у дома
    ru|-|Возьмите новый смартфон в рассрочку без переплат
    ru|-|Вход в торговый центр временно закрыт, банкомат переехал
    ru|-|Никогда не сообщайте пароль и код из СМС
    ru|-|Карта готова. Заберите её в отделении и установите ПИН-код
    ru|-|Обновите приложение: в новой версии удобнее переводить
    ru|-|Мы изменили тарифы по счёту с 01.04.2026
    ru|-|Покупка 4 990 ₽ DNS SMARTFON Доступно 12 000 ₽
    ru|-|Пополнение телефона +7 912 000-11-22 на 300 ₽
    ru|-|Ваш персональный менеджер изменился: теперь вам поможет Ольга
    ru|-|Установите самозапрет на кредиты через Госуслуги и защитите себя
    ru|-|Ваш лимит по карте изменён до 100 000 ₽
    ru|-|Оплатите подписку на Яндекс Плюс
    ru|-|Мошенники просят включить переадресацию. Не делайте этого
    ru|-|Адрес отделения изменён: ул. Садовая, 5
    tr-ru|-|Podklyuchite SMS-informirovanie i uznavayte ob operaciyah
    tr-ru|-|Dobavte kartu v Google Pay i platite telefonom
    tr-ru|-|Esli vy ne menyali parol, pozvonite v bank
    tr-ru|-|Tarif SMS-informirovaniya izmenitsya s 01.04
    uk|-|Підключіть нове сповіщення в застосунку та заощаджуйте
    uk|-|Додайте картку до Apple Pay і отримайте 50 грн
    uk|-|Якщо ви не змінювали пароль, зателефонуйте нам
    uk|-|Нікому не повідомляйте PIN-код і пароль
    uk|-|Ми змінили тарифи на перекази
    be|-|Дадайце картку ў Samsung Pay і плаціце тэлефонам
    be|-|Нікому не паведамляйце ПІН-код
    kk|-|Картаңызды Apple Pay-ге қосыңыз, 10% кэшбэк алыңыз
    kk|-|Құпиясөзді ешкімге айтпаңыз
    kk|-|Тарифтер 1 сәуірден бастап өзгереді
    uz|-|Kartangizni ilovaga qo'shing va keshbek oling
    uz|-|Parolni hech kimga aytmang
    uz|-|Tariflar 1-apreldan o'zgaradi
    en|-|Add your card to Apple Pay and get 10% back on your first ride
    en|-|Blocked balance: EUR 120.00. Available: EUR 80.00
    en|-|To change your PIN, visit any ATM
    en|-|Never share your password or login details
    en|-|Did you just try to sign in?
    en|-|If you did not change your password, call us
    en|-|Register your device today and enjoy free transfers
    en|-|Your OTP will be sent to your registered mobile number
    en|-|A replacement card is on its way to your address
    en|-|Log in to the app to view your e-statement
    en|-|Your new smartphone loan is approved in principle
    en|-|How to turn on notifications: open Settings
    en|-|Your payment attempt of $12.00 was declined
    en|-|Interest rates changed on 1 March
    en|-|Your device was not registered. Try again later
    en|-|Keep your phone number up to date in the app
    de|-|Fügen Sie Ihre Karte zu Apple Pay hinzu und sichern Sie sich 10 €
    de|-|Geben Sie niemals Ihr Passwort weiter
    de|-|Unsere Geschäftsbedingungen wurden geändert
    de|-|Haben Sie Ihr Passwort geändert?
    fr|-|Ajoutez votre carte à Apple Pay et recevez 5 €
    fr|-|Ne communiquez jamais votre mot de passe
    fr|-|Nos tarifs ont été modifiés au 1er avril
    fr|-|Pensez à mettre à jour votre application
    es|-|Agrega tu tarjeta a Google Pay y gana el 10 %
    es|-|Nunca compartas tu contraseña
    es|-|Si no cambiaste tu clave, llámanos
    es|-|Descarga la app y regístrate hoy
    pt|-|Adicione seu cartão ao Google Pay e ganhe 10%
    pt|-|Nunca informe sua senha
    pt|-|As tarifas foram alteradas em 1º de abril
    it|-|Aggiungi la tua carta ad Apple Pay e ricevi 5 €
    it|-|Non comunicare mai la password
    it|-|Se non hai modificato la password chiamaci
    pl|-|Dodaj kartę do Google Pay i odbierz 20 zł
    pl|-|Nigdy nie podawaj hasła do bankowości
    pl|-|Regulamin został zmieniony
    tr|-|Kartınızı Google Pay'e ekleyin, 50 TL kazanın
    tr|-|Şifrenizi kimseyle paylaşmayın
    tr|-|Ücret tarifemiz değiştirildi
    ru|token_linked|Вы подключили карту *3410 к Яндекс Пэй. Если это не вы, заблокируйте карту
    ru|token_linked|Токен для Samsung Pay выпущен по карте MIR *2277
    ru|token_linked|Карта •• 4408 теперь в кошельке Garmin Pay
    ru|login|В ваше приложение вошли с телефона Vivo V25, Омск
    ru|login|Вход в СберБанк Онлайн с незнакомого устройства 14.03 в 03:22
    ru|login|Авторизация в личном кабинете 12.03.2026 14:20, Firefox
    ru|login|Кто-то зашёл в ваш профиль с устройства Galaxy A12
    ru|device_bound|Ваше новое устройство – Realme 9 – теперь доверенное
    ru|device_bound|Вы зарегистрировались в мобильном приложении с телефона Honor 8X
    ru|device_bound|Мы запомнили новое устройство: ноутбук Asus, Рязань
    ru|!device_bound|Доступ к приложению получило новое устройство Infinix Note 30
    ru|device_unbound|Вы удалили устройство Huawei P30 из списка доверенных
    ru|channel_changed|СМС-коды отключены. Подтверждайте операции в приложении
    ru|channel_changed|Вы перешли на push-уведомления
    ru|channel_changed|Больше не присылаем СМС: все уведомления теперь в приложении
    ru|channel_changed|Уведомления по карте *2020 теперь приходят в Telegram
    ru|channel_changed|Способ получения кодов изменён: push
    ru|phone_changed|Номер для входа и СМС заменён: +7 926 ***-**-10
    ru|phone_changed|Ваш номер телефона отвязан от карты *2210
    ru|contact_changed|В профиле указана новая электронная почта
    ru|credential_reset|Вы задали новый код для входа в приложение
    ru|credential_reset|Доступ в личный кабинет восстановлен, пароль обновлён
    ru|credential_reset|ПИН карты *0099 сменён в банкомате 4410
    ru|key_added|Теперь вы можете входить по Face ID: вход по биометрии подключён
    ru|key_added|Ключ доступа сохранён на устройстве MacBook
    ru|key_added|К вашему профилю добавлен новый способ входа: отпечаток пальца
    ru|sim_changed|Зафиксирован перевыпуск вашей сим-карты, операции ограничены на сутки
    ru|calls_forwarded|Установлена безусловная переадресация входящих на номер +7 901 000-22-33
    ru|trustee_named|Пётр И. стал вашим доверенным лицом
    ru|loan_ban_lifted|Запрет на оформление кредитов снят 05.03.2026
    ru|loan_ban_lifted|Ваше заявление о снятии самозапрета исполнено
    ru|outside_access|Вход на сайт партнёра через Т-ID выполнен
    ru|outside_access|Вы разрешили сервису «Учёт+» доступ к счетам
    ru|binding_requested|Пароль 55102 для подключения карты к Mir Pay
    ru|binding_requested|Код для регистрации в приложении: 88214
    ru|binding_requested|Кто-то пытается привязать ваш номер к новому устройству
    ru|login_requested|7714 - код входа в личный кабинет
    ru|change_requested|Код 440192 для смены номера телефона
    ru|blocked|Мы ограничили доступ в приложение: подозрительный вход
    tr-ru|device_bound|Novoe ustroystvo POCO F5 dobavleno v Vash profil
    tr-ru|login|Vhod v internet-bank vypolnen s novogo ustrojstva
    tr-ru|channel_changed|Push uvedomleniya vklyucheny, SMS otklyucheny
    tr-ru|token_linked|Vasha karta 4410 privyazana k Mir Pay
    tr-ru|binding_requested|Kod podtverzhdeniya registratsii ustroystva: 7712
    uk|device_bound|Новий пристрій Redmi 9 підтверджено у вашому профілі
    uk|login|Вхід у Приват24 виконано з пристрою Galaxy S20
    uk|channel_changed|Ви вимкнули СМС-сповіщення
    uk|phone_changed|Номер телефону в банку змінено
    uk|token_linked|Картка *1120 додана в Apple Pay
    uk|credential_reset|Ви змінили пароль до застосунку
    be|login|Вы ўвайшлі ў мабільны банк з новай прылады
    be|token_linked|Карта *2211 падключана да Apple Pay
    be|credential_reset|Ваш пароль зменены
    kk|login|Сіз жаңа құрылғыдан кірдіңіз: Xiaomi 11
    kk|phone_changed|Сенім телефоныңыздың нөмірі ауыстырылды
    kk|channel_changed|SMS хабарлау қызметі қосылды
    kk|binding_requested|551200 — құрылғыны тіркеу коды
    uz|login|Ilovaga yangi qurilmadan kirish amalga oshirildi
    uz|credential_reset|PIN-kod almashtirildi
    uz|token_linked|Kartangiz Apple Pay ga ulandi
    uz|binding_requested|Qurilmani ro'yxatdan o'tkazish kodi 4471
    en|device_bound|Your account is now accessible from a new phone: Redmi 13
    en|device_bound|Trusted device added: Pixel 9
    en|device_bound|We've registered your new device ending 7F2A for mobile banking
    en|device_bound|Your Galaxy S24 is now your primary device for approvals
    en|device_unbound|You've unlinked iPhone 11 from your profile
    en|device_unbound|Device deregistered successfully
    en|key_added|You're all set: passkey added for online banking
    en|key_added|Secure Key activated on your phone on 10 Mar
    en|key_added|Biometric login has been enabled on your device
    en|key_added|A new security key was registered to your account
    en|token_linked|Your Visa 4412 is ready to use with Google Pay
    en|token_linked|You added card 1187 to Samsung Wallet
    en|!token_linked|A digital card was created for your card ending 9920 on Apple Watch
    en|login|We noticed a new sign in to your account from Chrome on Windows
    en|login|You have logged in to internet banking at 10:22 from 198.51.100.20
    en|login|Login successful. Device: Nokia G50
    en|login|Your account was accessed from a new location: Manchester
    en|login_failed|Someone entered a wrong password for your online banking
    en|channel_changed|You have unsubscribed from SMS notifications
    en|channel_changed|Text alerts are now off for card 2201
    en|channel_changed|Your security codes will now arrive by push notification
    en|phone_changed|We've updated your mobile number to ***4471
    en|phone_changed|Your new phone number is now active on your profile
    en|contact_changed|The email on your account has been changed
    en|credential_reset|You've changed your password
    en|credential_reset|Your MPIN has been reset successfully
    en|credential_reset|A new PIN was set for card 9920
    en|sim_changed|Your number was recently moved to a new SIM
    en|calls_forwarded|Calls to your number are now being forwarded
    en|trustee_named|John D. has been added as your trusted person
    en|!outside_access|You connected your account to MoneyMap
    en|outside_access|Consent granted: BudgetBee can view your accounts
    en|binding_requested|OTP 220144 for registering mobile banking on a new device
    en|binding_requested|One-time code 5512 to set up Google Pay
    en|binding_requested|A request to add a new device was made on your profile
    en|login_requested|331204 is your sign-in code
    en|blocked|Your card XX2290 is temporarily blocked
    de|device_bound|Neues Gerät registriert: Pixel 8
    de|login|Erfolgreiche Anmeldung im Online-Banking am 03.03.2026
    de|channel_changed|Sie erhalten TANs jetzt per Push statt per SMS
    de|credential_reset|Sie haben Ihr Passwort geändert
    de|token_linked|Google Pay wurde für Ihre Karte *1187 aktiviert
    de|key_added|Face ID wurde für die App aktiviert
    de|device_unbound|Ein Gerät wurde aus Ihrem Konto gelöscht
    fr|device_bound|Nouvel appareil enregistré : iPhone 15
    fr|login|Vous vous êtes connecté depuis un nouvel appareil
    fr|credential_reset|Votre mot de passe a bien été changé
    fr|channel_changed|Vous avez désactivé les alertes par SMS
    fr|token_linked|Apple Pay est activé pour votre carte *4412
    fr|binding_requested|Votre code pour ajouter votre carte à Google Pay : 441208
    es|device_bound|Tu nuevo dispositivo Galaxy A15 ya está registrado
    es|login|Iniciaste sesión en un nuevo dispositivo
    es|phone_changed|Actualizaste tu número de teléfono
    es|key_added|Activaste el ingreso con huella digital
    es|token_linked|Agregaste tu tarjeta *1187 a Apple Pay
    es|channel_changed|Desactivaste las notificaciones por SMS
    pt|device_bound|Seu celular Galaxy A32 foi liberado para transações
    pt|login|Acesso à sua conta realizado em novo dispositivo
    pt|credential_reset|Você alterou sua senha de acesso
    pt|token_linked|Cartão final 1187 cadastrado na Samsung Wallet
    pt|channel_changed|Você desativou as notificações push
    it|device_bound|Hai registrato un nuovo dispositivo: Redmi 10
    it|login|Accesso effettuato da un nuovo dispositivo
    it|credential_reset|Hai cambiato la password
    it|channel_changed|Le notifiche SMS sono state disattivate
    it|token_linked|Google Pay è attivo sulla tua carta *4412
    pl|device_bound|Twoje nowe urządzenie Redmi 12 jest już aktywne
    pl|login|Wykryliśmy logowanie z nieznanego urządzenia
    pl|credential_reset|Twoje hasło zostało zmienione
    pl|token_linked|Karta *1187 jest gotowa w Apple Pay
    pl|channel_changed|Wyłączyłeś powiadomienia SMS
    tr|device_bound|Güvenilir cihaz listenize Pixel 6 eklendi
    tr|login|Yeni cihazdan giriş yapıldı
    tr|credential_reset|Kart şifreniz değiştirilmiştir
    tr|token_linked|Kartınız Apple Pay'e tanımlandı
    tr|channel_changed|SMS bilgilendirme hizmetiniz iptal edildi
    ru|-|Введите код из СМС, чтобы подключить устройство
    ru|-|Карта добавлена в избранное
    ru|-|Включите уведомления, чтобы не пропустить акции
    ru|-|Не удалось войти? Восстановите пароль
    ru|-|Скачайте новое приложение и войдите по номеру телефона
    ru|-|Новый телефон с выгодой до 20 000 рублей
    ru|-|Ваш счёт пополнен, доступно 5 000 р
    ru|-|Поменяйте ПИН-код в банкомате
    ru|-|Мы не отключали ваши уведомления
    ru|-|Кредит одобрен! Деньги уже на карте
    ru|-|Подключили вам бесплатную подписку на кино
    ru|-|Ваша заявка на карту зарегистрирована
    ru|-|Добавлен новый получатель в шаблоны
    uk|-|Увімкніть сповіщення в застосунку
    en|-|Your card has been dispatched to your registered address
    en|-|Turn on Face ID for faster login
    en|-|Payment of $20.00 to Apple was successful
    en|-|Your standing order has been set up
    en|-|Your new card is active and ready to use
    en|-|We are updating our app this weekend
    en|-|Was this you? Reply YES or NO
    en|-|You may change your PIN at any branch
    en|-|Your account statement is now available online
    en|-|Subscription activated: 30 days of music
    de|-|Aktivieren Sie Push-Mitteilungen in der App
    de|-|Ihre neue Karte wurde versandt
    fr|-|Votre virement a été enregistré
    es|-|Tu transferencia fue registrada con éxito
    pt|-|Seu boleto foi registrado
    it|-|Il tuo bonifico è stato registrato
    pl|-|Twoja karta została wysłana
    tr|-|Kartınız adresinize gönderildi
    ru|login|Вы вошли в интернет-банк с нового браузера Chrome
    ru|login|Замечен вход в кабинет с IP 203.0.113.44, Екатеринбург
    ru|device_bound|Смартфон ZTE Blade добавлен в ваши устройства
    ru|device_bound|Банк подключил новое устройство к вашей учётной записи
    ru|device_unbound|Доступ с устройства Galaxy S8 отключён
    ru|token_linked|Ваша карта MIR *0012 успешно добавлена в Samsung Pay на SM-G991B
    ru|channel_changed|С сегодняшнего дня уведомления приходят вам в push вместо СМС
    ru|channel_changed|Вы отключили push-уведомления от банка
    ru|channel_changed|Информирование по СМС для счёта *4417 выключено
    ru|phone_changed|Мы изменили ваш основной номер телефона на +7 915 000-77-88
    ru|phone_changed|Телефон для получения кодов изменён
    ru|!contact_changed|Ваша почта для уведомлений изменена
    ru|credential_reset|Секретное слово по вашему счёту изменено
    ru|credential_reset|Новый пароль установлен. Если вы его не меняли — звоните
    ru|key_added|Подтверждать операции теперь можно отпечатком: биометрия включена
    ru|key_added|Установлен мобильный токен на iPhone 12
    ru|sim_changed|Банк узнал о замене SIM по номеру *1122. Коды по СМС приостановлены
    ru|calls_forwarded|С вашего номера включена переадресация на другой телефон
    ru|trustee_named|Доверенное лицо Ольга Т. назначено 01.03.2026
    ru|loan_ban_lifted|В вашей кредитной истории снят самозапрет
    ru|outside_access|Вы вошли на портал через ВТБ ID
    ru|outside_access|Госуслуги получили согласие на передачу данных от банка
    ru|binding_requested|Для подтверждения нового устройства введите код 5519
    ru|binding_requested|Код 884 120 для добавления карты в Samsung Pay
    ru|login_requested|Введите 442190 для входа в интернет-банк
    ru|blocked|Вход в личный кабинет приостановлен по соображениям безопасности
    ru|login_failed|Три неудачные попытки входа в приложение
    tr-ru|login|Vy voshli v internet-bank 12.02.2026 10:44
    tr-ru|device_unbound|Ustroystvo Redmi 8 otvyazano
    uk|device_bound|Додано новий пристрій до вашого акаунта: Poco X5
    uk|login|Хтось увійшов у ваш кабінет із Харкова
    uk|sim_changed|Вашу SIM-картку замінено
    be|device_bound|Новая прылада Samsung A12 падключана
    kk|token_linked|Картаңыз Google Pay-ге қосылды
    kk|login|Қосымшаға кіру: Samsung A10, Астана, 12.03 14:22
    uz|device_bound|Redmi 9A qurilmasi ilovaga ulandi
    uz|phone_changed|Raqamingiz almashtirildi, yangi telefon +99891***2211
    en|device_bound|Your profile is now linked to a new device: Oppo A78
    en|!device_bound|Mobile banking activated on Samsung SM-A146
    en|login|Your online banking was accessed at 10:41 from a new browser
    en|login|New login detected: Opera on macOS, Madrid
    en|channel_changed|SMS alerts have been switched off for your account
    en|channel_changed|You'll now receive codes in WhatsApp
    en|credential_reset|Your login password has been changed from the mobile app
    en|credential_reset|PIN change successful for card 2201
    en|phone_changed|Contact number updated to XXXXXX9920
    en|contact_changed|Email address updated successfully
    en|key_added|Your new hard token has been activated
    en|key_added|You can now sign in with a passkey: it was saved on iPad
    en|token_linked|Card 9920 is now in your Apple Wallet
    en|trustee_named|You gave Mary S. permission to confirm payments as your trusted person
    en|binding_requested|Enter 551920 to confirm your new device
    en|login_failed|Unsuccessful sign-in attempt on your account from Minsk
    en|sim_changed|Your SIM card was changed on 3 March
    de|device_bound|Ihr neues Gerät Pixel 9 ist jetzt freigeschaltet
    de|login|Wir haben eine Anmeldung mit einem unbekannten Gerät erkannt
    de|phone_changed|Ihre Telefonnummer wurde aktualisiert
    fr|device_bound|Votre téléphone Galaxy A54 est désormais un appareil de confiance
    fr|credential_reset|Vous avez modifié votre code PIN
    es|login|Se inició sesión en tu cuenta desde Valencia
    es|credential_reset|Tu NIP fue cambiado
    pt|device_bound|Dispositivo autorizado: Moto G60
    pt|phone_changed|Você alterou o telefone da sua conta
    it|login|Nuovo login da Chrome, Bologna
    it|phone_changed|Hai modificato il numero di telefono
    pl|login|Zalogowałeś się z nowego urządzenia
    pl|phone_changed|Zmieniłeś numer telefonu
    tr|device_bound|Mobil uygulamaya yeni cihaz bağlandı
    tr|phone_changed|Telefon numaranız güncellenmiştir
    ru|-|Забыли пароль? Восстановите его за минуту
    ru|-|Платёж в приложении отклонён банком
    ru|-|Ваше обращение зарегистрировано
    ru|-|Подключите автоплатёж за телефон
    ru|-|Установлен курс доллара на завтра
    en|-|Your new phone plan payment is due
    en|-|Please log in to view a secure message
    en|-|Your profile photo looks great
    en|-|We have added new features to the app
    es|-|Tu compra en Movistar fue aprobada
    de|-|Ihr Kontoauszug ist online verfügbar
    fr|-|Votre carte est prête à être retirée en agence
    """#
}
