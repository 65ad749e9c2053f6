/// The words of facts about access, by language and class; a line is a class and its words, `word*` a stem. A word may stand in several classes.
///
/// Forms matter: "подключено" tells, "подключите" asks. Case, accents and look-alike letters fold; Cyrillic words are found transliterated too.
enum AccessWords {
  static let all: [(language: String, words: String)] = [
    ("every", every), ("ru", russian), ("uk", ukrainian), ("be", belarusian), ("kk", kazakh), ("uz", uzbek), ("en", english),
    ("de", german),
    ("fr", french), ("es", spanish), ("pt", portuguese), ("it", italian), ("pl", polish), ("tr", turkish),
  ]

  private static let every = """
    ip ip
    brand iphone ipad ipod galaxy redmi xiaomi huawei honor pixel nokia oneplus oppo realme poco vivo tecno infinix motorola moto sony lenovo asus \
    macbook imac windows chrome firefox safari android samsung sm itel zte meizu linux watch
    walletBrand samsung apple google mir мир garmin wear android huawei mi yandex яндекс sber сбер свой
    pay pay пэй пей wallet
    wallet sberpay mirpay gpay applepay samsungpay googlepay сберпэй мирпэй
    key passkey passkeys fido
    bio touchid faceid biometr* биометри* біометр* бияметр* biyometr*
    token token itoken softtoken pushtan mtoken paycontrol
    sms sms смс
    push push пуш пушуведомления пушсообщения
    messenger telegram телеграм телеграмм телеграме whatsapp вотсап ватсап viber вайбер вайбере messenger мессенджер* max
    email email mail емейл имейл
    secret pin пин pincode пинкод mpin login логин
    idBrand сбер sber тинькофф tinkoff t т альфа alfa втб vtb bank банк яндекс yandex vk
    id id айди
    outside bankid сберid sberid tinkoffid госуслуг* gosuslug* есиа дія диія
    sim sim сим
    bank online онлайн internet netbanking insync ibank homebanking ощад oshchad oschad приват24 privat24
    pin pin пин mpin пинкод pincode
    second вторая
    hand рука
    card visa mastercard maestro mir мир
    promo bonus cashback кэшбэк кешбэк
    """

  private static let russian = """
    device устройств* смартфон* планшет* гаджет* браузер* аппарат* ноутбук*
    phone телефон* мобильн*
    number номер номера
    app приложени*
    bank банк банку банка банкинг* банке кабинет* систем* клиент интернет
    join регистр* зарегистр* активац* активир*
    nolonger больше
    profile профил* аккаунт* учетн* счет* доступ кабинет* онлайн*
    data данны* сведени* реквизит*
    wallet кошельк* кошелек кошелёк
    keyNoun ключ ключа
    access доступа доступ
    bio отпечатк* лицу лица пальц*
    token токен*
    login вход входа входе входом входу
    auth авторизация
    entered вошли вошел вошла авторизовались авторизовался зашли зашел заходили вошёл авторизован авторизована авторизовались
    notification уведомлени* оповещени* информировани* сообщени* смсинформировани* смсуведомлени* смсоповещени* смсинфо
    code код коды кодов пароли
    secret пароль пароля пинкод* логин кодовое секретн* слово
    email почт* почты
    sim симк* симкарт*
    forwarding переадресаци*
    trusted доверенн* доверительн*
    person лиц* контакт*
    ban запрет запрета
    loan кредит* займ* заем
    loanBan самозапрет*
    card карт* карточк*
    on подключен подключена подключено подключены подключён подключили подключил подключила привязан привязана привязано привязаны привязали привязал привязала \
    зарегистрирован зарегистрирована зарегистрировано зарегистрированы зарегистрировали зарегистрировались добавлен добавлена добавлено добавлены добавили добавил добавила \
    активирован активирована активировано активированы активировали включен включена включено включены включён включили включил включила создан создана создано создали \
    выпущен выпущена выпущено установлен установлена установлено установили настроен настроена настроено настроили указан указано зарегистрировал подтвержден подтверждён \
    появилось появился появилась стал стала стало получило перешли перешел перешла указана сохранен сохранена сохранено сохранили запомнили задали придумали подтвердили подтверждена подтверждено выдали привязали приняли доверено
    activated активирован активирована активировано
    activation активация
    onNoun подключение привязка регистрация активация добавление включение выпуск установка
    link подключ* привяз* регистр* зарегистр* добавл* добав* активир* активац* установ* токенизац* выпуск* включ*
    off отключен отключена отключено отключены отключён отключили отключил отвязан отвязана отвязано отвязали удален удалена удалено удалены удалён удалили удалил деактивирован деактивирована \
    отказались отменили выключен выключена выключено выключены выключили исключен исключено отозван отозвано отозвали прекращена прекращено прекратили остановлены
    offNoun отключение отвязка удаление снятие снятии снятия
    changed изменен изменена изменено изменены изменён изменили изменил сменили сменил сменила сменен смененен сменён сменена обновлен обновлена обновлено обновлены обновлён обновили сброшен сброшена \
    сбросили восстановлен восстановлена заменен заменена заменили перевыпущен перевыпущена перевыпустили переключен переключены переключена переключили переключено обновился изменился изменилась \
    замененa замены поменяли поменял установлен задали придумали скорректирован скорректировали
    changeNoun изменение смена замена замену смену обновление сброс восстановление перевыпуск переключение замене смене перевыпуске изменении
    change измен* смен* обновл* сброс* замен* восстановл*
    settings настро*
    done выполнен выполнена выполнено выполнены произведен произведена произведено произведён произошла произошел произошло совершен совершён совершена осуществлен осуществлён завершена завершен завершено завершено успешно прошла прошел успешна успешен исполнено исполнена исполнен одобрено
    detected зафиксирован зафиксировано зафиксировали обнаружен обнаружена обнаружено обнаружили заметили замечен выявлен выявлена узнал узнали
    renamed переименован* переименовали
    name название имя
    named назначен назначена назначили назначено
    lifted снят снята снято сняли отменен отменён отменили отмена отменена отменено снятие
    granted предоставлен предоставлена предоставлено предоставили выдано выдан открыт дали разрешили разрешен разрешён разрешено получили получила
    consent согласие доступ
    blocked заблокирован заблокирована заблокировано заблокированы заблокировали блокировка приостановлен приостановлена приостановлено ограничен ограничена ограничено ограничили ограничены
    new новый новое новая новую нового новом новым новой незнаком* неизвестн*
    now теперь отныне
    instead вместо
    failed неудачн* неуспешн* безуспешн* отклонен*
    wrong неверн* неправильн* ошибочн*
    try попытк* пытает* пытались
    request запрос запроса запросили подтвердите подтверждение
    not не нет нельзя
    if если чтобы когда
    how как где
    please подключите подключайте добавьте добавляйте установите активируйте зарегистрируйте зарегистрируйтесь включите отключите смените измените обновите войдите укажите возьмите купите откройте хотите получайте \
    оформите попробуйте привяжите используйте проверьте сообщите платите помните предлагаем просят просим сообщайте скачайте
    can можете можно могут возможность сможете
    will будет будут скоро завтра отключим включим
    for для при
    promo скидк* получите акци* рассрочк* выгод* бесплатн* подарок выиграйте зарабатывайте
    ready готова готов доступна доступен
    forwarded переадресованы переадресуются перенаправлены
    calls звонки вызовы звонков вызовов
    sent отправлен отправлена отправлено отправлены отправили выслан выслали
    joined зарегистрирован зарегистрирована зарегистрировано зарегистрировали зарегистрировались подключен подключена подключено подключили подключил
    key двухфакторн*
    security безопасности
    """

  private static let ukrainian = """
    device пристрій пристрою пристрої пристроєм смартфон* планшет* гаджет* браузер*
    phone телефон* мобільн* фінансов*
    number номер
    app застосун* додат*
    bank банк банку банкінг* кабінет* систем*
    join реєстр* зареєстр* актив*
    nolonger більше
    profile профіл* акаунт* облікового кабінет* запису
    wallet гаманець гаманця
    keyNoun ключ
    access доступу
    bio відбитк* обличчя* пальця
    token токен*
    login вхід входу входи вході входом
    entered увійшли увійшов увійшла авторизувались авторизувалися uvijshly
    notification сповіщен* повідомлення інформуванн*
    code код коди
    secret пароль пінкод пін логін
    email пошт* електронн*
    sim симк* сімк* сімкарт*
    forwarding переадресаці*
    trusted довірен*
    person особ* контакт*
    loan кредит* позик*
    ban заборон*
    card карт* картк*
    on підключено підключений підключена підключили прив'язано язано язаний язали додано додали зареєстровано зареєстрований зареєстрували зареєструвалися зареєструвалися активовано активований увімкнено увімкнули \
    створено встановлено налаштовано zarejestruvalysya випущено додана додані підтверджено підтверджена
    activated активовано
    activation активація
    onNoun підключення прив'язка реєстрація активація додавання
    link підключ* реєстр* зареєстр* додав* дода* актив* в'язк* язки
    off відключено вимкнено відв'язано видалено вимкнули вилучено відв
    changed змінено змінили змінений оновлено оновили скинуто замінено заміну змінила змінив задали
    changeNoun зміна заміна скидання оновлення
    change змін* онов* замін* скид*
    done здійснено виконано успішно відбувся zdijsneno
    detected виявлено зафіксовано помічено
    renamed перейменовано
    named призначено
    lifted знято скасовано
    granted надано надали
    consent доступ згоду
    blocked заблоковано заблокована заблокований призупинено
    new новий нове нова нового нову невідом*
    now тепер відтепер
    instead замість
    failed невдал*
    wrong невірн* неправильн*
    try спроб*
    request запит підтвердіть
    not не ні
    if якщо щоб коли
    how як
    please підключіть додайте встановіть активуйте увімкніть змініть відкрийте
    can можете можна
    will буде будуть надходитимуть
    for для при
    promo отримайте заощаджуй* знижк*
    sent надіслано відправлено
    joined зареєстровано зареєстрований зареєструвалися zarejestruvalysya підключено
    """

  private static let belarusian = """
    device прылада прылады прыладу прыладзе смартфон* планшэт*
    phone тэлефон* мабільн*
    number нумар
    app дадат* прыклад*
    bank банк банка банкінг* банку кабінет* сістэм*
    join рэгістр* актывац*
    profile профіл* акаўнт* рахун* кабінет*
    bio адбітк* пальца твары
    keyNoun ключ
    access доступу
    token токен*
    login уваход ўваход
    entered увайшлі увайшоў
    notification апавяшчэнн* паведамленн* інфармаванн*
    code код
    secret пароль пін
    email пошт* пошты
    sim сімк*
    forwarding пераадрасацы*
    card карт* картк*
    on падключана падключаны падключылі прывязана прывязаны дададзена дададзены зарэгістравана зарэгістраваны актываваны актывавана уключаны уключана створаны створана
    activated актываваны актывавана
    link падключэнн* падключ* прывяз* рэгістр* дадан* актывац*
    off адключаны адключана адвязана адвязаны выдалена выдалены выключаны выключана
    changed зменены зменена змянілі абноўлены абноўлена
    changeNoun змена замена
    change змен* змян* абнаўл*
    done выкананы выканана паспяхова
    detected выяўлена выяўлены зафіксаваны
    blocked заблакіравана заблакіраваны
    new новы новая новае новую новай
    now цяпер
    instead замест
    not не
    if калі каб
    please падключыце дадайце змяніце уключыце
    for для
    promo атрымайце плаціце
    joined зарэгістравана зарэгістраваны падключана
    """

  private static let kazakh = """
    device құрылғы* смартфон* телефоныңыз
    phone телефон* ұялы
    number нөмір* номер*
    app қосымша*
    bank банк банкке банкинг* кабинет* жүйе*
    join тірке* белсендіру
    profile аккаунт* кабинет* профил*
    bio саусақ ізі бет биометри*
    token токен*
    login кіру
    entered кірді кірдіңіз кіріпті кірдіңіз
    notification хабарлама* хабарландыру* хабарлау*
    code код* коды
    secret құпиясөз* құпия пин
    email пошта*
    sim sim
    card карта*
    on қосылды тіркелді байланыстырылды белсендірілді қостыңыз тіркедіңіз қосылған орнатылды
    activated белсендірілді
    link қосу тірке* байланыстыру белсендіру
    off ажыратылды өшірілді жойылды өшірдіңіз
    changed өзгертілді ауыстырылды жаңартылды өзгерттіңіз алмастырылды ауыстырылды
    changeNoun алмастыру ауыстыру
    done орындалды жасалды сәтті
    detected анықталды байқалды
    blocked бұғатталды
    new жаңа
    now енді
    if егер үшін
    notAfter емес жоқ
    please қосыңыз алыңыз тіркеңіз
    will өзгереді болады
    promo алыңыз жеңілдік
    joined тіркелді тіркелдіңіз
    """

  private static let uzbek = """
    device qurilma* smartfon* qurilmadan қурилма*
    phone telefon* телефон* raqamingiz
    number raqam* рақам*
    app ilova* илова*
    bank bank bankka bankda kabinet* tizim*
    join ro'yxatdan faollashtirish
    profile hisob* kabinet* akkaunt* profil*
    bio barmoq izi yuz
    token token*
    login kirish кириш
    entered kirildi kirdingiz kirdi
    notification xabarnoma* bildirishnoma* xabar* xabardor хабарнома* билдиришнома*
    code kod*
    secret parol* pin парол*
    email pochta*
    card karta* карта*
    on ulandi qo'shildi bog'landi o'tkazildi faollashtirildi yoqildi biriktirildi ulangan уланди қўшилди боғланди ёқилди
    activated faollashtirildi
    link ulash ulan* qo'shish bog'lash ro'yxatdan faollashtirish
    off uzildi o'chirildi olib ўчирилди узилди
    changed o'zgartirildi almashtirildi yangilandi tiklandi ўзгартирилди алмаштирилди янгиланди
    done amalga bajarildi muvaffaqiyatli
    detected aniqlandi
    blocked bloklandi
    new yangi янги
    now endi
    if agar uchun
    notAfter emas yo'q
    please qo'shing oling ulang қўшинг уланг
    will o'zgaradi bo'ladi
    promo keshbek oling chegirma
    joined ro'yxatdan
    """

  private static let english = """
    device device devices smartphone tablet laptop browser handset computer pc
    phone phone mobile cellphone telephone
    number number no
    app app application
    bank banking netbank mobilebanking ebanking bank
    join register registration registering activate activation enrol enroll enrolment enrollment
    no no
    profile account profile user netbanking username
    data information data accounts
    keyNoun key
    access access
    bio fingerprint face thumbprint
    token token
    login login logon signin
    sign sign log
    in in on
    entered logged signed accessed
    notification alerts alert notifications notification messages message texts
    code passcodes code codes otp otps passwords
    secret password passcode pin mpin passphrase
    email emails
    forwarding forwarding diversion divert
    trusted trusted emergency primary main
    person contact person
    loan loan loans credit
    ban ban freeze
    card card cards
    on linked added registered enrolled activated enabled created paired connected set tokenised tokenized bound subscribed provisioned verified active approved authorised authorized issued installed opted saved confirmed accessible signedup trusted
    activated activated active
    activation activation
    onNoun registration activation enrolment enrollment linking pairing setup
    linkWord link
    link register registration registering linking add adding activate activation enrol enroll enrolment enrollment set setup bind pair pairing connect connecting authorise authorize
    off removed unlinked deactivated disabled deleted deregistered disconnected unsubscribed off unpaired revoked
    offNoun removal deactivation
    changed changed updated reset replaced modified swapped ported switched reissued moved
    changeNoun change swap replacement reset update
    change change reset update
    settings settings
    done successful successfully completed made done occurred succeeded detected
    detected detected noticed spotted identified see seen recorded learned
    renamed renamed
    name name nickname
    named named appointed nominated
    lifted lifted cancelled removed
    granted given granted gave allowed authorised authorized shared
    consent access consent
    blocked blocked locked suspended frozen disabled
    new new unrecognised unrecognized unknown unfamiliar another
    nolonger longer
    now now
    instead instead
    failed failed unsuccessful
    wrong wrong incorrect invalid
    attempt attempt attempts
    try trying tries attempting
    request request requested approve
    not not never wasn isn hasn haven didn don cannot unable
    if if once when whenever before unless until
    how how why what where
    please add register activate enable link visit use open keep try download enjoy get turn
    can can may could
    will will shall soon
    for for to
    promo get earn win enjoy reward rewards offer free cashback today
    turned turned switched
    onWord on
    security secure security
    forwarded forwarded diverted redirected
    calls calls
    ready ready
    sent sent dispatched send
    article your the a an my our
    joined registered enrolled connected
    key factor
    """

  private static let german = """
    device gerät geräts gerate gerät smartphone handy tablet browser
    phone telefonnummer mobilnummer handynummer rufnummer mobilfunknummer
    number telefonnummer mobilnummer handynummer rufnummer mobilfunknummer nummer telefonnummer
    app app apps
    bank banking onlinebanking
    join registrierung registrieren aktivierung aktivieren freischaltung
    profile konto profil onlinebanking zugang
    bio fingerabdruck gesichtserkennung
    token token
    login anmeldung login
    entered angemeldet eingeloggt
    notification benachrichtigung* mitteilung* nachricht*
    sms smsbenachrichtigungen
    code code codes tan
    secret passwort pin kennwort geheimzahl
    email emailadresse
    sim simkarte
    forwarding rufumleitung anrufweiterleitung rufweiterleitung
    trusted vertraute
    person kontakt person
    card karte
    on verknüpft registriert hinzugefügt aktiviert eingerichtet angelegt verbunden gekoppelt eingeschaltet freigeschaltet hinterlegt ausgestellt erstellt gespeichert bestätigt autorisiert
    activated aktiviert
    onNoun registrierung aktivierung kopplung freischaltung
    link registrierung registrieren aktivierung aktivieren hinzufügen verknüpfung kopplung freischaltung
    off entfernt deaktiviert gelöscht ausgeschaltet abgemeldet abgeschaltet entkoppelt getrennt
    changed geändert zurückgesetzt aktualisiert umgestellt ersetzt getauscht
    changeNoun änderung tausch zurücksetzung
    change ändern änderung zurücksetzen
    done erfolgt erfolgreich durchgeführt
    detected festgestellt erkannt
    renamed umbenannt
    blocked gesperrt
    new neu neue neues neuen neuer
    now jetzt ab
    instead statt
    failed fehlgeschlagen*
    request anfrage
    not nicht kein keine
    if wenn falls sobald
    how wie haben
    please fügen geben
    can können
    will werden künftig
    for zur zum für
    promo sichern
    ready bereit
    sent gesendet
    forwarded umgeleitet weitergeleitet
    calls anrufe
    joined registriert
    key zweifaktor sicherheitsschlüssel
    """

  private static let french = """
    device appareil appareils smartphone tablette navigateur
    phone téléphone portable mobile
    number numéro
    app application appli
    bank espace client
    join enregistrement activation
    profile compte espace profil
    keyNoun clé cle
    access accès acces
    bio empreinte faciale
    token jeton
    login connexion
    entered connecté connectée
    notification alertes notifications notification alerte messages
    code code codes
    secret passe secret pin
    email mail courriel
    forwarding renvoi transfert
    trusted confiance
    card carte
    on associé associée enregistré enregistrée ajouté ajoutée activé activée activés activées créé créée lié liée configuré configurée inscrit confirmé confirmée autorisé autorisée relié jumelé actif active
    activated activée activé
    onNoun enregistrement ajout activation association
    link enregistrement ajout ajouter activation association enregistrer activer associer
    off supprimé supprimée désactivé désactivée désactivées désactivés retiré retirée dissocié révoqué
    been été avez
    changed modifié modifiée réinitialisé réinitialisée jour changer remplacée
    changeNoun changement modification réinitialisation remplacement
    change modification changement réinitialisation
    done effectuée effectué réussie réussi
    detected détecté détectée constaté
    blocked bloqué bloquée suspendu
    new nouveau nouvel nouvelle inconnu
    now désormais maintenant
    instead lieu
    failed échouée échoué
    request demande
    not pas jamais ne
    if si lorsque quand
    how comment
    please ajoutez pensez activez
    can pouvez peut
    will sera seront
    for pour
    promo recevez
    ready prête prêt
    sent envoyé envoyée
    calls appels
    forwarded renvoyés transférés
    joined enregistré inscrit
    security sécurité
    """

  private static let spanish = """
    device dispositivo dispositivos celular teléfono navegador equipo
    phone celular teléfono móvil telefónico
    number número
    app app aplicación
    bank banca
    join registrar registro activar activación
    profile cuenta perfil banca línea
    keyNoun llave clave
    access acceso
    bio huella facial
    token token
    login sesión acceso ingreso
    entered ingresaste ingresó accediste iniciaste inició
    notification alertas notificaciones notificación mensajes alerta
    code código códigos
    secret contraseña clave nip pin
    email correo
    sim chip
    forwarding desvío
    trusted confianza
    card tarjeta
    on vinculado vinculada vinculó vinculaste registrado registrada registró registraste añadido añadida agregado agregada agregaste añadiste activado activada activó activaste autorizado autorizaste creado creada asociado asociada habilitado habilitada confirmado confirmada confirmaste
    activated activada activado activó
    onNoun vinculación registro activación
    link vincular vinculación registrar registro agregar activar activación asociar
    off eliminado eliminada desvinculado desvinculada desactivado desactivada desactivadas desactivaste desactivó eliminaste desvinculaste eliminó
    changed cambiada cambiado cambiaste cambió actualizado actualizada actualizó modificó modificado modificada restablecida restablecido actualizaste modificaste restableciste cambiaron
    changeNoun cambio modificación restablecimiento
    change cambiar cambio restablecer modificar
    done exitoso exitosa exitosamente
    detected detectamos detectado detectó identificamos
    blocked bloqueada bloqueado bloqueó
    new nuevo nueva desconocido
    now ahora
    instead lugar
    failed fallido fallidos
    request solicitud
    not no nunca
    if si cuando
    how cómo
    please agrega descarga activa registra
    can puedes puede
    will será serán
    for para
    promo gana
    ready lista listo
    sent enviado enviamos
    calls llamadas
    forwarded desviadas
    joined registrado registraste
    security seguridad
    """

  private static let portuguese = """
    device dispositivo aparelho celular smartphone navegador
    phone celular telefone telemóvel
    number número
    app app aplicativo aplicação
    bank banking
    join cadastrar cadastro ativar ativação
    profile conta perfil
    keyNoun chave
    access acesso
    bio impressão facial biometria
    token token itoken
    login login acesso
    entered acessou entrou acessada
    notification alertas notificações notificação avisos mensagens
    code código códigos
    secret senha
    sim chip
    forwarding encaminhamento desvio
    trusted confiança
    card cartão
    on vinculado vinculada cadastrado cadastrada adicionado adicionada ativado ativada ativadas autorizou habilitado habilitada registrado registrada associado criada liberado vinculou cadastrou ativou adicionou registrou associou habilitou
    activated ativado ativada
    onNoun cadastro vinculação ativação
    link cadastrar cadastro vincular vinculação adicionar ativar ativação
    off removido removida desativado desativada desativadas desvinculado excluído desativou removeu excluiu desvinculou excluída
    changed alterado alterada trocou alterou atualizado atualizada redefinida redefinido trocada atualizou redefiniu atualizada
    changeNoun troca alteração redefinição
    change alterar troca trocar redefinir alteração
    done sucesso realizado
    detected identificamos detectamos detectado
    blocked bloqueado bloqueada
    new novo nova desconhecido
    now agora
    failed recusada
    not não nunca
    if quando caso
    se se
    you você
    please adicione informe cadastre
    can pode
    will será serão
    for para
    promo ganhe
    sent enviado enviamos
    joined cadastrado registrado
    security segurança
    """

  private static let italian = """
    device dispositivo smartphone telefono cellulare browser
    phone cellulare telefono
    number numero
    app app applicazione
    bank banking riservata
    join registrare registrazione attivare attivazione
    profile conto profilo riservata
    keyNoun chiave
    access accesso
    bio impronta volto
    token token
    login accesso login
    entered collegato
    notification notifiche alert avvisi messaggi notifica
    code codice codici
    secret password
    email posta
    forwarding deviazione trasferimento
    trusted fiducia
    card carta
    on associato associata registrato registrata attivato attivata attivate aggiunto aggiunta abilitato abilitata creata creato collegato attivo attivi confermato abilitati
    activated attivata attivato
    onNoun associazione registrazione attivazione
    link associare associazione registrare registrazione attivare attivazione aggiungere
    off rimosso rimossa disattivato disattivata disattivate eliminato eliminata dissociato
    changed modificato modificata cambiato cambiata aggiornato aggiornata reimpostata sostituita aggiornata cambiata reimpostato
    changeNoun sostituzione cambio modifica
    change modificare cambio modifica reimpostare
    done effettuato eseguito
    detected rilevata rilevato
    blocked bloccata bloccato
    new nuovo nuova sconosciuto
    now ora
    failed fallito
    not non mai
    if quando
    se se
    you hai
    please aggiungi
    can puoi può
    will sarà saranno
    for per
    promo ricevi
    sent inviato inviata
    joined registrato
    security sicurezza
    """

  private static let polish = """
    device urządzenie urządzenia urządzeniem urządzeniu telefon telefonu smartfon przeglądarka
    phone telefonu telefon komórkowy
    number numer
    app aplikacja aplikację aplikacji
    bank bankowości bankowość
    join aktywacji rejestracji aktywacja
    profile konto kontem konta profilu profil
    keyNoun klucz
    access dostępu
    bio odciskiem palca twarzy
    token token
    login logowanie
    entered zalogowano zalogowałeś zalogowałaś
    notification powiadomienia powiadomień alerty wiadomości
    code kod kody
    secret hasło pin
    email mail
    sim sim
    forwarding przekierowanie
    trusted zaufana zaufaną
    person osoba osobę
    card karta karty
    on dodano dodane dodana powiązane powiązano sparowano sparowane aktywowano aktywowana włączono włączone utworzony utworzono zarejestrowano zarejestrowane przypisano autoryzowano włączył* dodał* aktywował* zarejestrował* ustawił* powiązał* powiązana powiązany aktywne aktywny aktywna zarejestrowany włączony ustawiono
    activated aktywowana aktywowano
    onNoun rejestracja aktywacja dodanie
    link aktywacji rejestracji dodania sparowania powiązania aktywacja
    off usunięte usunięto usunięta wyłączone wyłączono odłączono wyłączył* usunął* usunęł* wyłączony
    changed zmieniono zmieniony zmienione zmieniona zresetowano zaktualizowano wymieniono zmienił* zresetował*
    changeNoun zmiana wymianę wymiana
    change zmiana zmiany zmianę
    done pomyślnie wykonano
    detected wykryliśmy wykryto
    blocked zablokowana zablokowano zablokowany
    new nowe nowego nowy nowa nieznane
    now teraz
    instead zamiast
    failed nieudana nieudane
    not nie nigdy
    if jeśli jeżeli gdy aby
    how jak
    please dodaj
    can możesz można
    will będzie będą
    promo odbierz
    ready gotowa gotowy gotowe
    sent wysłano wysłany
    joined zarejestrowano
    security bezpieczeństwa
    """

  private static let turkish = """
    device cihaz* telefon tablet tarayıcı*
    phone telefon* cep
    number numara*
    app uygulama*
    bank bankacılık bankacılığı şube*
    join aktivasyon kayıt
    profile hesab* hesap* profil*
    bio parmak yüz parmak
    token token
    login giriş
    notification bildirim* mesaj*
    code kod*
    secret şifre* parola* pin
    email posta
    sim sim
    forwarding yönlendirme*
    card kart*
    on eklendi tanımlandı eşleştirildi bağlandı etkinleştirildi aktifleştirildi kaydedildi açıldı aktif oluşturuldu eklediniz tanımladınız eklenmiş* tanımlanmış* açılmış* etkinleştirilmiş* kaydedilmiş*
    activated etkinleştirildi aktif aktifleştirildi
    link tanımlama ekleme aktivasyon eşleştirme kayıt bağlama
    off kaldırıldı kapatıldı silindi çıkarıldı kapattınız iptal kapatılmış* kaldırılmış* silinmiş*
    changed değiştirildi değiştirildiği güncellendi sıfırlandı yenilendi değiştirdiniz değiştirilmiş* güncellenmiş* sıfırlanmış* değişti
    changeNoun değişikliği
    change değişiklik değiştirme sıfırlama
    done yapıldı yaptınız gerçekleşti
    detected tespit
    blocked bloke kilitlendi
    new yeni bilinmeyen
    now artık
    if eğer için
    notAfter değil
    please ekleyin
    will olacak
    promo kazanın
    ready hazır
    sent gönderildi
    joined kaydedildi
    keyNoun anahtarı anahtar
    security güvenlik
    """
}
