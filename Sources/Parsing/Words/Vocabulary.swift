/// The words of bank texts by what they stand for. `word*` is a stem; the others must be whole words.
///
/// Case, accents, ё and look-alike letters fold, so each word stands here once. Words that operators transliterate stand in every spelling seen.
enum Vocabulary {
  static let words: [(Concept, String)] = [
    (
      .debit,
      """
      umenshil* уменьшил* зменшен* зменшив* zmenshen* spysannia \
      gnum podizanj* odliv рассчитались расплатились списан* списали списал списала удержан* удержали uderzhan* uderzhali взыскан* взыскали погасили погасил pogasili перечислили perechislili спиcано spisan* spisal* pokupk* покупк* купил* потратил* потрачен* раскошел* трат* траты снят* сняли snyat* snjat* sniat* \
      выдач* выдан* vydach* vidach* vydan* выдано заплатил* zaplatil* оплат* oplat* oplach* оплач* umenshen* уменьшен* умен* плата plata \
      погашен* pogashen* spysan* списання vydano vydacha oplacen* расход* rashod raskhod retail purchase* debit debited debits dr spent spend spending withdrawn \
      withdrawal* withdrew withdraw paid sent umetuma umelipa kulipa imetolewa levantaste enviaste transferiste pagaste compra compras \
      paiement achat retrait débit debite cargo pago retiro harcama* harcandı çekil* vydaj odchozi odeslan* zaplac* płatnosc wydatk* \
      خرید برداشت خصم شراء سحب کسر خريد 消费 支出 扣款 消費 付款 转出 取款 轉帳 ชำระ ถอน ใช้จ่าย โอนออก โอนเงินออก จ่าย ถอนเงิน ถอนเงินสด pembelian \
      penarikan ausgabe abbuchung belastet lastschrift kauf addebito prelievo pagamento acquisto platba malipo autodebit autopay предавторизац* predavtoriz* \
      blokuvannia blokuvann* холд перевели перевел перевела perevel perevela perevedeno perevedeni переведено отправлен* otpravlen* otpravil* отправил* отправили вывод раскош* \
      төлем tolem төлеу debitad* pagou levantamento gasto comprou pagado kartenzahlung abgebucht einkauf zakup* obciazen* obciążen* wyplat* wypłat* \
      retragere cumparare vasarlas vásárlás terheles terhelés pembayaran keluar rut 출금 결제 승인 引落 ご利用 お支払い kimetumwa imetumwa kutumwa yamelipwa afgeschreven \
      расх rash ұсталды gadaxda tolov tulov isplata* ушло ушел ушли ushlo pinbetaling xarid harid харид сатып kjøp varekjøp kortkjøp kortköp αγορά pirkum* pirkin* alış ödəniş blerje плаћањ* плаќањ* डेबिट giam debitare plaćanj* placanj* плащан* თანხა გადახდა ჩამოჭრა վճարում վճարումը ելք köp uttag osto nosto حسم خرج دفع סחיבה חיוב prelevement prélèvement výber výběr \
      купівл* зняття сплат* витрат* дебетован* deducted debet debeted chrge wydatek wydatk* obciazono obciążono pobrano pagato speso prelevato addebitat* \
      procurare теглене teglene расплатил* kanxikacum sarecum mexaric məxaric prélevé preleve débité payé retiré bezahlt abgehoben betaald opgenomen \
      betalt hævet trukket dragits veloitettu maksettu nostettu terhelve levonva odepsan* strzen* stržen* zaplacen* didebet ditarik дебитиран* kaartbetaling korttiosto kortbetaling betaling bought pagbili plaćeno 利用 חויב חייב χρέωση ανάληψη πληρωμή \
      nurašyta norakstīt* debiteeritud шегерілді жұмсалды yechildi achitare achitat debitare debitat cheltuit envoyé envoye transféré acheté paye tinglif эсептен enviado enviada platit plătit алынды köçürüldü cargado retirado gastado umenshils* уменьшил* зменшен* cargaron gastaste
      """
    ),
    (
      .credit,
      """
      uvelichil* увеличил* причислен* prichislen* збільшен* zbilshen* \
      alimentare creditare zarahuvan* зачислен* зачисл* zachislen* zachisl* пополн* popoln* поступ* postup* начислен* nachislen* приход prihod получен* poluchen* получил* получили \
      внесли внесен* vnesen* vnesli взнос* возмещ* выплат* выплачен* viplat* vyplat* zarakhuv* zarakhov* зарахув* popovn* поповн* увеличен* uvelichen* \
      капитализац* kapitaliz* credited credit credits cr disbursed received receive deposited deposit recu reçu crédité credite credito créditée recibid* abono \
      recibiste recebeste recebido umepokea umepokelewa yatir* gelen prichozi pripsan* wplyw* uznanie واریز ايداع إيداع راتب وارد إضافة 收入 入账 存入 转入 轉入 入帳 \
      รับ เงินเข้า โอนเข้า โอนเงินเข้า ฝาก ฝากเงิน gutschrift eingang accredito bonifico salary cashin refunded reward kredited пенси* пенсии аванс* \
      зарплат* zarplat* zarabotn* заработн* түсті recebeu creditad* recebid* recibi* gutgeschrieben bijgeschreven wplat* wpłat* incasare jovairas jóváírás \
      прих prih wplyn* uplata* charitskhva tushdi пришло пришел пришли prishlo вернули vernuli компенсац* kompensac* прислал прислала прислали prislal prislala prislali paycheck setoran kirim tang ჩარიცხვა մուտք зарахов* priliv* uplaćen* uplacen* masuk 입금 入金 insättning umepewa kimepokelewa قيد استلام استلمت וזיכוי זיכוי क्रेडिट \
      надійшл* надходж* виплат* зарахов* отримано отримання начислил* причислен* вознагражд* премия премию премии отпускные отпускных \
      больничный больничные стипенд* пособие пособия командировочные командировочных суточные гонорар гонорара матпомощь вычет субсидия субсидии алименты выигрыш призовые \
      medaxil mədaxil mutq stacum uvelichils* увеличил* zvelichen* збільшен* accreditat* ricevuto ricevuta versamento crédité versé reçue erhalten eingegangen ontvangen gestort \
      kontoeingang zahlungseingang geldeingang primit încasat suplinire suplinit creditat depunere virat versé dépôt depot rechargé λάβατε जमा indsat indbetalt modtaget mottatt kreditert insatt hyvitetty saapunut jóváírva beérkezett připsán* pripísan* otrzymano zasilenie wpływ ingresado abonado ingreso \
      creditado recebida depósito постъпил* захранван* кредитиран* πίστωση κατάθεση įskaityta gauta ieskaitīt* laekunud dikredit diterima yatırıldı yatan salariu dobanda earned stipendium lön lønn löhnung palkka \
      gehalt lohn sueldo nómina nomina salário salaire stipendio wypłacono wynagrodzenie зарплатня заробітн* залічан* паступіл* түстi толықтырылды tushirildi qabul
      """
    ),
    (
      .refund,
      """
      возврат* vozvrat* vozvrashch* refund* povernenn* повернен* reversal reversed rembours* reembolso devolucion devolución iade estorno 退款 استرداد استرجاع \
      erstattung rimborso cashback кэшбэк* кешбэк* кэшбек* кешбек* chargeback \
      vozvrash* возвращ* вернулось вернулся вернулась vernulos vernulas rückerstattung erstattet remboursé rimborsato reembolsado devuelto zwrot zwrócono vrácen* reverted veradardz վերադարձ*
      """
    ),
    (
      .cancel,
      """
      anulata anulat anulare отмена отмены отмене отмену отменой отменен* отменил* отменит* отменя* otmena otmeny otmene otmenu otmenoj otmenoy otmenen* \
      otmenil* otmenit* otmenya* аннулир* annulir* anulir* cancelled canceled cancel cancellation сторно storno скасов* storniert annulé iptal \
      скасуван* annulled annulla* stornir* сторнир* storned voided voiding annulé annulée anulowan* anulowano storno iptali anulado anulada annullat* zrušen* поништен* ponisten* cancelado cancelada болдырылмады bekor
      """
    ),
    (
      .payment,
      """
      продление prodlenie платіж* platizh* платеж* platezh* platej* plateg* payment* автоплатеж* avtoplatezh* автоплатёж* перечислен* perechislen* plat bill recharge ödeme remittance \
      uhrada úhrada zahlung load topup überweisung virement transferencia transferência pmt przelew plata transferido muamala абонентск* abonentsk* subscription \
      topup top-up
      """
    ),
    (
      .transfer,
      """
      перевод* perevod* perekaz* переказ* transfer transfers transferred transfert transferul trasferimento overføring överföring átutalás utalás prevod přenos превод \
      havale eft fast fps p2p c2c card2card автоперевод* аударым imps neft rtgs upi انتقال 转账 حوالة تحويل โอน โอนเงิน
      """
    ),
    (
      .operation,
      "операц* operac* operatsi* operats* tranzakc* транзакц* transac* transak* tranzaksi* transakcj* tranzactie* txn trx trxn txns transaction* charge charged charges used using usage işlem конвертац* conversion convertazia emeliyyat* əməliyyat* tranz opération operación operacion operação operazione opérations vorgang işlemi амалиёт амалиёти операция"
    ),
    (
      .incoming,
      "into входящ* vhodyash* incoming inward inbound przychodząc* bejövő dolazn* inkommande inngående ingående входящ entrant entrante واردة"
    ),
    (.outgoing, "исходящ* ishodyash* outgoing outward outbound wychodząc* kimenő utgående sortant saliente صادرة"),
    (.interest, "процент* protsent* procent* dividend* дивиденд* interest vidsotk* відсотк*"),
    (
      .decline,
      """
      отклонен* отклонён* otklonen* otkaz otkaza otkaze otkazu otkazano otkazali otkazan otkazana otkazom отказ отказа отказе отказу отказом отказано отказали отказала отказался отказались отказана отказ. declined decline failed failure unsuccessful insufficient nedostatoch* nedostatok nedostatka nedostatke недостаточ* недостаток недостатка недостатке недостатку неуспешн* neuspeshn* rejected \
      vidmov* відмов* vidkhyl* відхил* odmit* zamítn* refusé refusée rechazad* reddedil* превышен* prevysh* запрещ* zapresh* ошибка ошибки ошибке ошибку ошибкой ошибок oshibka oshibki oshibke oshibku oshibkoj oshibkoy ошибочн* oshibochn* error blokirovana отклонил* неудачн* neudachn* nedopust* ناموفق مرفوض 失败 拒绝 失敗 incorrect неверн* nevern* denied bounced dishonoured dishonored abgelehnt fehlgeschlagen fallid* negad* odrzucon* odbijen* zamitnut* respins* elutasit* отхвърлен* ditolak rifiutat* afgewezen basarisiz başarısız қабылданбады echoue* échoué* ไม่สำเร็จ ปฏิเสธ 거절 拒否 nekastas failed. gagal отказан* \
      недостатн* відмова відмовлен* відмовлено помилка помилки pomylka одбијен* rad rədd denegad* rechazado denegado declinad* refusée rifiutata odmówion* odmowa niewystarczaj* odrzucono zamietnut* nevykonan* \
      відхилена odbijena odbijeno неуспішн* unsuccess* insuficient* insuffisant* insufficiente recusad* не-успішно abgewiesen verweigert geweigerd mislukt avvist avslått nekad hylätty elutasítva atmest* atteikt* otkazan*
      """
    ),
    (.negation, "не ne not нет net ni ниможете could cannot unable невозможн* nevozmozhn* couldn wasn didn"),
    (
      .done,
      "разрешен* razreshen* хватает hvataet хватило удалось удалась udalos удался успешно uspeshn* успешн* выполнен* vypolnen* исполнен* ispolnen* successful* success completed processed confirmed confirmada confirmado одобр* прошел прошла прошло прошли proshla proshel проведен* произведен* proizveden* proveden* provedena"
    ),
    (
      .future,
      """
      cobraran cobrara завтра zavtra предстоит predstoit predstoya* predstoja* matures maturity предстоящ* напоминаем napominaem напоминае* напоминание напоминания will due overdue upcoming reminder будет budet будут ocherednoj ocherednoy \
      очередной внесите vnesite вносите нужно nuzhno обеспечьте obespechte перенесен* perenesen* bude budou będzie będą sera seront буде будуть чекає чекають планов* planov* ждет ждут zhdet ожида* ozhida* pendente attente пролонг* prolong* spishem spishetsya spishutsya zachislim vernem спишем зачислим начислим вернем спишется зачислится необходимо neobhodimo просрочк* просрочен* prosroch* избежание накануне оплатите запланир*
      """
    ),
    (
      .pending,
      """
      обрабатыва* obrabatyva* обработке обработку obrabotke obrabotku рассматрива* rassmatriva* ожидается ожидаются ozhidaetsya ozhidayutsya \
      scheduled expected pending исполнению ispolneniyu pendiente ausstehend bearbeitung traitement processamento
      """
    ),
    (
      .demand,
      "demande solicitud antrag richiesta выставлен* выставил выставила выставили vystavil vystavili vistavlen* vystavlen* invoice requested requests request requesting запрос запрошен* запросил* zaprosil* zapros просит prosit"
    ),
    (
      .amount,
      "iznos сумма summa сумму summu суммой suma sum amt amount сумм* mbaj* montant importe monto valor betrag tutar* tutarinda مبلغ بمبلغ 金额 金額 kwota castka částka noedeme"
    ),
    (.total, "total итого itogo всего vsego toplam"),
    (
      .balance,
      """
      bilans soldul kalan \
      mnacord баланс* balans* balance* bal ostatok* остат* ostatk* ostakok запас* avlbal avbal abal clrbal availbal bakiye* bakiyesi zalysh* залиш* zustatek zůstatek saldo salio solde \
      مانده رصيد رصيدك موجودی الرصيد 余额 餘額 คงเหลือ ยอดเงิน baln remaining kontostand ост ost stanje nashti остал* ostal* qoldiq бақия egyenleg* наличност наличности raspoloziv* raspoloživ* ნაშთი մնացորդ 잔액 残高 sd sdc sodu sisa kolzhetimdi қалдық acbal balanceis \
      jääk guthaben baki салдо saldoa υπόλοιπο* atlikum* likut* qalıq* qaliq* gjendj* стање состојба शेष ቀሪ بیلنس үлдэгдэл калдыгы galyndy астатак рэшта \
      innistaeda innistæða zostatok zostatku יתרה יתרתך היתרה יתרת haraag*
      """
    ),
    (
      .available,
      "beschikba* pieejam* tilgæng* disponibelt käytettävissä доступ* dostup* available avail avlbl дост dost avl aval av clear clr disponible қолжетімді disponibil* dostepn* disponivel disponibile disponibel* elérhető доступно dostupno разполагаем* располож* διαθέσιμο* ხელმისაწვდომ* beskikba* verfügb* kullanilabilir"
    ),
    (.limit, "lim ліміт* الحد ограничени* ogranicheni* лимит* limit* lmt límite"),
    (
      .fee,
      "комісі* komisii* commis* комисси* комисс* komiss* komiis* comiss* komisi* fee fees charges vat tax levy taxa excise duty gst commission cost ada налог* nalog* makato charges"
    ),
    (
      .bonus,
      "бонус* bonus* балл* ballov ballami миль мили points miles спасибо rewards reward cashback* coins crowns neucoin neucoins"
    ),
    (.rate, "курс kurs kursu курсу rate rates nav ставк* stavk* units"),
    (
      .otherSum,
      "누적 обязательн* obyazateln* sredstva средства sredstv* ispolzovan* использован* kred собств* sobstv* zadolzh* задолж* minimal* миним* min vlasni kredit кредит* lien outstanding вклада vklada above value"
    ),
    (.debt, "borcunuz borc borcu borcun долг* задолженн* zadolzhenn* debt"),
    (
      .card,
      "כרטיס כרטיסך כרטיסכם сберкарт* sberkart* карт* kart* card cards megacard* karta karty kartka telecard bobcard карточк* kartoch* cart* tarjeta 체크카드 신용카드 cartao cartão carte crd kartı karte kredikart* კარტი ბარათი ბარათით քարտ корт kartica* kartic* kartya* kártya* encard* κάρτα* kortel* картиц* картичк* بطاقة کارت بطاقتك 卡 บัตร"
    ),
    (
      .cardBrand,
      "visa mastercard maestro мир mir ecmc maes mc vp mr ew europay rupay amex belkart белкарт mada card halva unionpay виза классик vc ec"
    ),
    (
      .account,
      "rachun* rach счет* счёт* schet* scet* account accounts acct acc ac acnt rakhun* рахун* rahunok kontrakta konta kontu konto cuenta conta compte hesap* hesab* حساب حسابك الحساب кошел* koshel* wallet iban บัญชี บช sch savings checking 账户 尾号 尾號 账号 帳號 帐户"
    ),
    (.deposit, "вклад* vklad* депозит* depozyt* depozit* депоз* договор* dogovor* копилк* kopilk*"),
    (
      .atm,
      "distributeur atm банкомат* bankomat* банкомате cash наличн* nalichn* nalychn* itt готівк* gotivk* hotivk* bancomat bankautomat geldautomat cajero caixa efectivo numerar espèces contanti contante gotowk* gotówk* nağd нақты"
    ),
    (.own, "свой свои svoj svoi своими svoimi собственн* себе sebe"),
    (.number, "numer номер nomer number no num nr nomor № n нomep رقم"),
    (.phone, "телефон* telefon* phone mobile мобильн* tel тел позвон* pozvon* call звон* zvon*"),
    (.sim, "sim сим симк* simkart*"),
    (.beneficiary, "beneficiary payee"),
    (.at, "bij hos tai di kwa στο στη στην لدى عند w bei presso в v at в магазине vo во chez en @ у"),
    (.to, "به на na to kwenda para vers alıcıya towards"),
    (.from, "از от ot from с s со so c из iz kutoka de von da dari от.  отправитель otpravitel* od від vid"),
    (.by, "by через cherez via thru through по po"),
    (.forWhat, "за za for"),
    (.purpose, "для dlya dlja чтобы"),
    (.on, "on от. le am"),
    (.with, "con mit avec with using"),
    (
      .month,
      """
      янв фев апр июн июл авг сен сент окт ноя дек yanv fev iyun iyul avg sent okt noya dek \
      jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december \
      января февраля марта апреля мая июня июля августа сентября октября ноября декабря yanvarya fevralya marta aprelya maya iyunya iyulya avgusta sentyabrya oktyabrya noyabrya dekabrya
      """
    ),
    (.ending, "terminada terminado ending ends end конец linked ile biten bağlı"),
    (
      .merchantLabel,
      """
      ご利用先 利用先 加盟店 商户 商户名称 特约商户 收款方 付款方 ร้านค้า ที่ร้าน עסק inf info vpa fvg favg mesto место точка tochka merchant получатель poluchatel* получателю desc description описание opisanie remarks narration торгов* torgov* продавец магазине \
      obchode obchodě od odesílatele التاجر لـ مكان firmasında firmasinda terminal терминал term назначение naznachenie rmk remark
      """
    ),
    (.placeLabel, "адрес adres address место* region город"),
    (
      .reference,
      "ref reference rrn utr txnid trxid txid spravka справка spr dovidka id risiti umn auth авторизации avtorizacii order orders заказ* zakaz* рейс* transactionid"
    ),
    (.dateLabel, "data date дата dt время vremya vremia time числа"),
    (.dial, "dial help helpline звоните call sms смс dial150"),
    (
      .code,
      """
      отп кодингиз кодингизни mobiletan phototan chiptan photo-tan sms-tan şifresi şifresini cvv cvc \
      kodą kodekoodisi tunnusluku tunnusluvun tunnuslukusi kodja kódjának kódod jelszava jelszavad cifra zaporka geslo gesla slaptažodis \
      slaptažodį paroolid salasanasi lösenordet kodeord adgangskode adgangskoden passord passordet passe palavra-passe kataluan laluan sandi \
      nenosiri nywila khẩu κωδικο κωδικό κωδικέ пароліт паролем паролю пароле паролі кодтың кодыңыз кодын кодының құпиясөзді кодніз parolingiz \
      paroli parolu parolun kodun kodunuzu şifrənizi պարոլ գաղտնաբառ գաղտնաբառը կոդը կոդն ծածկագիր ծածկագիրը პაროლი კოდია კოდის პინი סיסמת קודכם \
      पासवर्ड पिन पासकोड পাসওয়ার্ড ওটিপি குறியீடு కోడ్ ಕೋಡ್ കോഡ് ਕੋਡ કોડ گذرواژه کلمهعبور رمزعبور پسورد รหัสผ่าน รหัสยืนยัน パスコード ワンタイムパスワード \
      検証コード 確認番号 인증코드 확인코드 보안코드 코드는 安全码 登录码 登入碼 安全碼 授权码 一次性密码 取件码 haslosms kodsms sms-kod smscode otpcode pac einmal-passwort zugangscode \
      freigabecode losungswort vcode passcod parolsms smsparol pincod pinkod pin-kod пинкода пинкоду codeword codewort kodumu kodumuz codului \
      код kod code кодом kodom кода пароль parol password passcode otp tan pin пин пинкод пин-код smskod кoд клавиш* passwort kennwort parola parole parool \
      haslo hasło hesl* heslo kodu kodunuz kodas kods koden kode codice codigo código clave contraseña contrasena senha kennung einmalkennwort bestätigungscode verifizierungscode \
      bestätigungs-code sicherheitscode einmalcode einmalpasswort verifizierungs-code bestatigungscode mtan smstan pushtan token verificatiecode toegangscode sikkerhetskode engangskode \
      رمز کد كود الرمز کلمه קוד סיסמתך סיסמה הקוד סיסמא 验证码 校验码 驗證碼 认证码 動態碼 密碼 密码 动态密码 口令 認證碼 确认码 確認碼 激活码 動態密碼 パスワード 認証コード 確認コード コード 認証番号 暗証番号 \
      인증번호 인증번호는 인증 코드 코드입니다 비밀번호 รหัส otp เป็นรหัส κωδικός κωδικος code’s құпия құпиясөз cod codul passkey kodingiz kodini растау \
      şifre sifre sifreniz şifreniz şifrə sifreniz kodem kodo kodus kodi kode koodi* kood kôd vahvistuskood* turvakood* lozinka heslom lösenord losenord salasana wachtwoord jelszo jelszó парола паролата лозинка кодът κωδικού \
      msimbo nambari tac mật mã ओटीपी कोड কোড კოდი կոդ kódot kodot κωδικός: رمزك كلمة رمزالتحقق ססמה קודך סיסמתכם 暗証 認証 短信验证码 驗證 動態 验证 pincode пинкодом kodni пароля: pass-code
      """
    ),
    (
      .otherCode,
      """
      acode authcode apprcode approvalcode sortcode promocode gutscheincode rabattcode kupon \
      barcode postcode zipcode штрихкод qrcode подписки auth авторизации avtorizacii промо promo swift bic бик купон* coupon zip postal pin-code ussd ifsc qr штрих country discount скидочный подразделения организации терминала отделения
      """
    ),
    (
      .codeVerb,
      """
      подтвердить pідтвердження підтвердити підтвердження підтвердьте пацвярджэння пацвердзіце растаңыз tasdiqlash tasdiqlang təsdiq təsdiqləmə \
      onaylayın onaylamak doğrulama bestätigen bestätigung eingeben verwenden saisissez saisir introduce introduzca ingrese ingresa insira digite \
      inserisci inserire confermare wpisz potwierdź potwierdzenie zadejte potvrďte potvrdenie zadajte adja megerősítés introduceți въведете \
      потвърждение unesite potvrdite vnesite-kodo potrdite įveskite patvirtinimo ievadiet apstiprinājuma sisestage kinnitamiseks syötä vahvista \
      ange bekräfta skriv bekreft indtast bekræft voer gebruik bevestig εισάγετε επιβεβαίωσης הזן לאימות האימות أدخل استخدم التحقق تأیید تایید \
      दर्ज सत्यापन masukkan gunakan nhập กรอก ใช้ 入力 확인 입력 weka tumia ingiza ներմուծեք հաստատման შეიყვანეთ დადასტურების \
      введите vvedite enter use используйте подтвержд* podtverzhd* podtverd* confirm* verify verification verif* authoriz* autoriz* autorisation авторизац* одноразов* odnorazov* temporary 输入 輸入
      """
    ),
    (
      .secret,
      """
      нікому нікому* ніхто никого повідомляйте паведамляйце кажіть передавайце ешкімге айтпаңыз hech aytmang bermang heç deməyin paylaşmayın \
      kimseyle kimseye söylemeyin niemandem niemand niemanden weitergeben weitergegeben geheim personne divulguez communiquez communiquer \
      compartas compartir nadie revele ninguém compartilhe partilhe divulgue nessuno condividere condividerlo comunicare udostępniaj podawaj \
      przekazuj nesdělujte nikomuse nesdílejte nezdieľajte neposkytujte senkinek senkivel ossza divulgati nimănui dezvaluiti споделяйте споделяй \
      nikome dijelite delite otkrivajte nikomur razkrivajte niekam neatskleiskite nevienam neizpaudiet kellelegi avaldage kenellekään jaa paljasta \
      dela ingen avslöja videregiv niemals deel μοιραστείτε κανέναν κανενα αποκαλύψετε תשתף תמסור תעביר לאיש تشارك تشاركه تفصح لأحد مشاركة ندهید \
      نگذارید هیچکس साझा किसी jangan siapapun rahasia rahasiakan kongsi dedahkan sesiapa ห้าม บอก 泄露 洩漏 告知 勿 教えない 他人 공유하지 알려주지 usimwambie \
      usishiriki siri չհաղորդել չասել არავის գաղտնի reveal disclosing sharing never-share confidential \
      никому nikomu nobody anyone сообщайте soobshch* soobsh* говорите govorite share disclose передавайте teile teilen partage* tell никто comparte*
      """
    ),
    (.lifetime, "действ* deistv* dejstv* valid expires expire minutes минут* minut* min gültig истек* valable секунд* sec seconds"),
    (
      .login,
      "вход* uvijshl* uvijt* увійшл* попытк* popytk* vhod вошли voshli vhoda входа accessed login logged log-in авторизовал* signin signed sign-in logon вошёл увійшли anmeldung connexion"
    ),
    (
      .device,
      "устройств* ustrojstv* ustroistv* ustroystv* device devices смартфон* gadget browser браузер* браузера аппарат* пристрій пристрою гаджет* appareil"
    ),
    (
      .bind,
      """
      подключен* подключён* podkluchen* podkljuchen* podklyuchen* привязан* привязк* privyazan* privyazk* privjazan* зарегистрир* zaregistr* регистрац* registr* zarejestr* зареєстр* registration registered linked bound \
      токен* token* tokeniz* добавлен* dobavlen* added activated активир* активац* aktivir* установк* ustanovk* установлен* pairing enrolled подключ* podkl* enroll* доверенн* доверен* setup провязан* провед*
      """
    ),
    (
      .unbind,
      "отключен* отключён* otkluchen* otklyuchen* отвязан* otvyazan* unlinked removed удален* удалён* udalen* unregistered deactivated деактив* disconnected activated. de отвяз*"
    ),
    (
      .wallet, "samsung apple google mir мир garmin wear android huawei mi кошелёк sberpay mirpay gpay applepay samsungpay googlepay yandex"
    ),
    (.pay, "pay pey пэй пей"),
    (.pin, "pin пин mpin"),
    (.credential, "пароль parol password логин login пин pin pin-код контрольн* кодовое слово credential* пароля пинкод"),
    (
      .changed,
      "изменен* изменён* izmenen* изменил* changed change смен* smen* сменил* обновлен* обновлён* obnovlen* reset сброшен* sbroshen* восстановл* vosstanovl* updated замен* zamen* заменён* modified переключ* pereklyuch* perekluch* perekljuch* switched replaced ported установлен выбран*"
    ),
    (.channel, "sms смс push пуш push-уведомл* push-кодам пуш-уведомл* канал kanal пушами telegram мессенджер*"),
    (.notification, "уведомл* uvedoml* оповещ* opovesh* notification* alert alerts информир* informir* доставк* сообщен* soobshcheni*"),
    (
      .block,
      "заблокир* zablokir* blocked блокиров* blokirov* приостанов* priostanov* locked frozen suspended ограничен* restricted заблокован*"
    ),
    (.suspicious, "подозрит* podozrit* suspicious мошенн* fraud unusual подозреваем*"),
    (.settings, "настро* nastro* settings"),
    (
      .app,
      "приложен* prilozh* app онлайн online onlain кабинет* kabinet* banking банкинг* internet-banking account аккаунт* netbank ibank мобильн* интернет* mbanking netbanking telebank insync smart"
    ),
    (
      .promo,
      """
      скидк* skidk* акци* aktsi* akci* предлож* predlozh* подар* podar* дарим darim предодобр* predodobr* выгод* vygod* бесплатн* besplatn* offer offers exclusive apply enjoy festive promo промо* промокод* розыгрыш* кредитование лояльност* кэшбэка одобрен* одобрили odobren* рекоменд* \
      приглаш* узнайте uznaite оформите oformite успейте получите poluchite воспользуй* хотите специальн* выиграйте рассрочк* экономьте kampanya* campaign promocja aktion* promoción promocion акция привил* выгоднее советуйте интерес* ставка ставкой ставке кредитка кредитку
      """
    ),
    (.statement, "выписк* vipisk* vypisk* statement zadolzhennost задолженность отчет отчёт баланса platezha"),
    (
      .application,
      "шаблон* shablon* template заявк* распоряжение rasporyazhenie поручение poruchenie обращение obrashchenie заявление application zayavk* анкет* anket* решение kyc vkyc"
    ),
    (
      .imperative,
      """
      подтвердите podtverdite оплатить oplatit оплатите oplatite оплачивайте oplachivayte пополнить popolnit пополните popolnite пополняйте popolnyayte купить kupit купите kupite \
      покупайте pokupayte снять snyat снимите снимайте snimayte переведите perevedite перевести perevesti переводите perevodite получить poluchit погасить \
      pogasit погасите внести vnesti списать потратить потратьте тратьте заплатить заплатите зачислить возьмите vozmite берите оформить oformit обратитесь свяжитесь svyagites перезвоните позвоните сообщите проверьте prover'te proverte разделите razdelite отправьте otpravte төлеңіз скажите
      """
    ),
    (.topLevelDomain, "ru com net org su by ua kz рф info io"),
  ]
}
