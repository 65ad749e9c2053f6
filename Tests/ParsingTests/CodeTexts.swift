/// Texts with a code, invented, in the languages that a phone meets; `¤` stands for the code.
enum CodeTexts {
  /// A text with another code in the place of `¤`.
  static func text(_ template: String, _ code: String) -> String { template.replacing("¤", with: code) }

  static let texts: [String] = [russian, transliterated, neighbours, english, western, eastern, northern, southern, asian].flatMap { $0 }

  static let russian = [
    "Код доступа: ¤. Никому не сообщайте", "Ваш код ¤. @sberbank.example #¤", "Ваш код ¤", "¤ — ваш код для входа", "Код: ¤", "Код ¤",
    "¤ код для входа", "Подтвердите вход: ¤", "3-D Secure: ¤", "3D Secure код ¤. Сумма 1 250 ₽", "Временный пароль: ¤",
    "Пароль: ¤ для входа",
    "Код подтверждения ¤. Никому не говорите", "Никому не сообщайте код: ¤", "Никому не сообщайте этот код ¤",
    "Введите ¤ для подтверждения",
    "¤; Никому не сообщайте! Код для списания по карте 5.4417 (kafe.by, 46.50 BYN)", "¤ никому не говорите этот код",
    "Код для входа в приложение - ¤", "Код для оплаты 5 600 ₽ в KAFE ZERNO: ¤. Карта *4417",
    "Вы входите в личный кабинет. Код: ¤. Не сообщайте его никому",
    "Ваш одноразовый код ¤ действует 5 минут", "Код ¤ для перевода 7 000 ₽ на карту *4417", "Смс-код: ¤", "Проверочный код ¤",
    "Секретный код ¤",
    "Ваш пин-код: ¤", "Ваш ПИН ¤ для новой карты", "Код активации: ¤", "Код для смены пароля: ¤", "Используйте код ¤",
    "Назовите код ¤ сотруднику",
    "Вход в интернет-банк. Если это не вы, позвоните 900. Код ¤", "Код для подключения нового устройства Redmi: ¤", "ОТП: ¤",
    "Код из СМС ¤",
    "Не показывайте никому: ¤ — код входа", "Ваш код:\n¤", "Код\n¤\nникому не сообщайте", "Код #1: ¤ для карты 2200*8276",
    "Kod=¤, Platezh 45.00 BYN",
    "Код отмены операции ¤", "Одноразовый пароль №1: ¤",
  ]

  static let transliterated = [
    "Kod: ¤. Nikomu ne soobshchayte", "Vash kod ¤", "Parol dlya vhoda ¤", "Nikomu ne govorite kod ¤", "¤ - kod podtverzhdeniya",
    "Vvedite kod ¤ dlya podtverzhdeniya platezha", "SMS-kod: ¤. Operaciya: perevod na summu 900.00 RUB",
    "Parol: ¤. Oplata 349.00 RUB v KINOTEATR",
    "M-kod=¤, Platezh. Summa 45.60 BYN", "3DS SMS-code: ¤", "¤ - Nikomu ne soobschajte etot SMS-kod",
  ]

  static let neighbours = [
    "Код підтвердження: ¤. Нікому не повідомляйте", "¤ — код для входу", "Ваш пароль ¤, нікому його не кажіть",
    "Код ¤ для оплати 120.00 UAH",
    "Код пацвярджэння: ¤. Нікому не паведамляйце", "Ваш код ¤ для ўваходу", "Растау коды: ¤. Ешкімге айтпаңыз", "Кіру коды ¤",
    "¤ - растау коды",
    "Tasdiqlash kodi: ¤. Hech kimga aytmang", "Kirish uchun kod ¤", "Кодингиз: ¤", "Հաստատման կոդը՝ ¤", "Ձեր կոդն է ¤", "Ձեր գաղտնաբառը՝ ¤",
    "თქვენი კოდია ¤", "დადასტურების კოდი: ¤. არავის გაუზიაროთ", "Təsdiq kodu: ¤. Heç kimə deməyin", "Sizin kodunuz ¤",
    "Код: ¤. Эч кимге айтпаңыз",
  ]

  static let english = [
    "Your code is ¤", "¤ is your login code", "¤ is your one-time password. Do not share it with anyone", "OTP: ¤",
    "OTP is ¤ for your purchase at KAFE",
    "OTP for online purchase of Rs. 900.00 at KAFE thru Card 5123*****88 is ¤", "Use ¤ to verify your account",
    "Use OTP ¤ to log in. Never share it",
    "Verification code: ¤", "Your verification code is ¤, valid for 10 minutes", "Enter ¤ to confirm", "Your access code - ¤",
    "Security code: ¤",
    "Your PIN is ¤", "Your temporary password is ¤", "Passcode ¤", "Confirm your login with code ¤", "Do not share this code: ¤",
    "Your TAC is ¤",
    "Never share this: your code ¤", "Authentication code ¤ for payment of USD 45.00 at SHOP, card *4417",
    "Login code: ¤. Do not give this code to anyone",
    "<#> Your code is: ¤\nFA+9qCX9VSu", "[KAFE] ¤ is the code for your sign-in", "Two-factor code: ¤", "Your activation code is ¤",
    "PAC No: ¤ for FPX payment RM65.90",
  ]

  static let western = [
    "Ihr Code lautet ¤", "Ihre TAN: ¤. Geben Sie diese an niemanden weiter", "¤ ist Ihr Bestätigungscode", "Ihr Einmalpasswort ist ¤",
    "mTAN ¤ für 250,00 EUR",
    "Sicherheitscode: ¤", "Votre code est ¤", "Code de vérification : ¤. Ne le partagez pas", "¤ est votre code de sécurité",
    "Votre mot de passe temporaire : ¤",
    "Su código es ¤", "Código de verificación: ¤. No lo compartas", "¤ es tu contraseña temporal", "Clave: ¤", "Tu clave de acceso es ¤",
    "Seu código é ¤",
    "Código de acesso: ¤. Não compartilhe", "Sua senha temporária: ¤", "¤ é o seu código", "Il tuo codice è ¤",
    "Codice di verifica: ¤. Non condividerlo",
    "¤ è il tuo codice OTP", "La tua password temporanea: ¤", "Uw code is ¤", "Verificatiecode: ¤. Deel deze niet", "¤ is je inlogcode",
    "Uw wachtwoord: ¤",
  ]

  static let eastern = [
    "Kod: ¤. Nikomu go nie podawaj", "HasloSMS: ¤", "Hasło: ¤", "Twój kod autoryzacyjny to ¤", "¤ to Twój kod logowania",
    "Hasło SMS nr 2: ¤",
    "Váš kód je ¤", "Ověřovací kód: ¤. Nikomu jej nesdělujte", "Heslo: ¤", "Váš overovací kód: ¤", "Heslo pre prihlásenie ¤",
    "Az Ön kódja: ¤",
    "A belépési kód ¤", "Jelszó: ¤", "Codul dvs. este ¤", "Cod de verificare: ¤. Nu îl divulgați", "Parola: ¤", "Вашият код е ¤",
    "Код за потвърждение: ¤. Не го споделяйте",
    "Парола: ¤", "Vaš kod je ¤", "Kod za potvrdu: ¤. Ne delite ga", "Лозинка: ¤", "Vaša lozinka: ¤", "Jednokratni kôd: ¤", "Vaša koda je ¤",
    "Enkratno geslo: ¤",
  ]

  static let northern = [
    "Jūsų kodas: ¤", "Patvirtinimo kodas ¤. Niekam neatskleiskite", "Slaptažodis: ¤", "Jūsu kods ir ¤", "Apstiprinājuma kods: ¤",
    "Parole: ¤", "Teie kood on ¤",
    "Kinnituskood: ¤", "Parool: ¤", "Koodisi on ¤", "Vahvistuskoodi: ¤", "Tunnusluku: ¤", "Din kod är ¤", "Engångskod: ¤. Dela den inte",
    "Lösenord: ¤", "Din kode er ¤",
    "Engangskode: ¤", "Passord: ¤", "Adgangskode: ¤. Del den ikke", "Ο κωδικός σας είναι ¤", "Κωδικός: ¤", "¤ είναι ο κωδικός σας",
  ]

  static let southern = [
    "Onay kodunuz: ¤. Kimseyle paylaşmayın", "Şifreniz: ¤", "Tek kullanımlık şifre ¤", "Doğrulama kodu: ¤", "קוד האימות שלך הוא ¤",
    "הקוד שלך: ¤", "סיסמה: ¤", "¤ הוא קוד הכניסה שלך",
    "رمز التحقق الخاص بك هو ¤", "الرمز: ¤ لا تشاركه مع أحد", "كود: ¤", "¤ هو رمز الدخول", "رمز یکبار مصرف: ¤", "کد ورود: ¤", "رمز پویا ¤",
    "کد تایید شما ¤", "आपका ओटीपी ¤ है",
    "आपका कोड: ¤", "पासवर्ड ¤ किसी से साझा न करें", "Msimbo wako ni ¤", "Nenosiri: ¤. Usimwambie mtu", "Nambari ya siri: ¤", "আপনার কোড ¤", "உங்கள் குறியீடு ¤",
    "మీ కోడ్ ¤",
  ]

  static let asian = [
    "Kode OTP Anda: ¤. Jangan beritahu siapapun", "Kode verifikasi ¤", "Kata sandi: ¤", "¤ adalah kode Anda", "Kod TAC anda ialah ¤",
    "Kata laluan: ¤. Jangan kongsi",
    "Mã OTP của bạn là ¤", "Mã xác thực: ¤. Không chia sẻ", "Mật khẩu: ¤", "Ma OTP: ¤", "รหัส OTP ของคุณคือ ¤", "รหัสผ่าน: ¤ ห้ามบอกผู้อื่น",
    "รหัสยืนยัน ¤",
    "验证码:¤,请勿泄露", "【银行】您的验证码是¤", "动态密码¤,5分钟内有效", "驗證碼:¤", "認証コード:¤", "ワンタイムパスワードは¤です", "確認コード「¤」", "인증번호 [¤]", "인증번호는 ¤입니다", "비밀번호: ¤",
  ]

  /// Ways in which a code is set off: marks before, behind and around it, blanks, and texts that end with it or are cut.
  static let ways: [(name: String, before: String, behind: String)] = [
    ("plain", "", ""), ("a point", "", "."), ("an ellipsis", "", "…"), ("three points", "", "..."), ("two points", "", ".."),
    ("an ellipsis before", "…", ""),
    ("points before", "...", ""), ("a star", "", "*"), ("stars around", "*", "*"), ("two stars around", "**", "**"), ("a hash", "#", ""),
    ("a hash behind", "", "#"),
    ("a number sign", "№", ""), ("a number sign apart", "№ ", ""), ("quotes", "\"", "\""), ("angle quotes", "«", "»"),
    ("low quotes", "„", "“"), ("curly quotes", "“", "”"),
    ("apostrophes", "'", "'"), ("back quotes", "`", "`"), ("brackets", "(", ")"), ("square brackets", "[", "]"), ("braces", "{", "}"),
    ("angle brackets", "<", ">"),
    ("corner brackets", "【", "】"), ("a dash before", "- ", ""), ("a long dash before", "— ", ""), ("a dash behind", "", " -"),
    ("a long dash behind", "", " —"),
    ("a glued dash", "", "-"), ("a no-break space", "\u{A0}", "\u{A0}"), ("a thin space", "\u{2009}", "\u{2009}"),
    ("a narrow no-break space", "\u{202F}", ""),
    ("a zero-width space", "\u{200B}", "\u{200B}"), ("a byte order mark", "\u{FEFF}", ""),
    ("marks that turn the text", "\u{202A}", "\u{202C}"), ("a comma", "", ","),
    ("a semicolon", "", ";"), ("an exclamation mark", "", "!"), ("a colon", ": ", ""), ("an equals sign", "= ", ""), ("an arrow", "→ ", ""),
    ("a bar", "| ", " |"),
    ("underlines", "_", "_"), ("tildes", "~", "~"), ("a bullet", "• ", ""), ("a tab", "\t", ""), ("a line break", "\n", ""),
    ("a line break behind", "", "\n"),
    ("an emoji", "🔐 ", " 🔐"), ("markup", "<b>", "</b>"), ("two blanks", "  ", "  "),
  ]

  /// A code as people and machines write it: grouped, spelled, in digits of another script, with signs among its digits that aren't seen.
  static let spellings: [(name: String, of: @Sendable (String) -> String)] = [
    ("as it is", { $0 }), ("in two", { inGroups($0, of: $0.count / 2, " ") }),
    ("in two with a hyphen", { inGroups($0, of: $0.count / 2, "-") }),
    ("in two with a no-break space", { inGroups($0, of: $0.count / 2, "\u{A0}") }), ("in pairs", { inGroups($0, of: 2, "-") }),
    ("in pairs with blanks", { inGroups($0, of: 2, " ") }), ("one by one", { inGroups($0, of: 1, " ") }),
    ("one by one with hyphens", { inGroups($0, of: 1, "-") }),
    ("with an en dash", { inGroups($0, of: $0.count / 2, "–") }), ("full width", { digits($0, from: 0xFF10) }),
    ("Arabic digits", { digits($0, from: 0x660) }),
    ("Persian digits", { digits($0, from: 0x6F0) }), ("digits of Devanagari", { digits($0, from: 0x966) }),
    ("bold digits", { digits($0, from: 0x1D7CE) }),
    ("with joiners", { inGroups($0, of: 1, "\u{200D}") }), ("with zero-width spaces", { inGroups($0, of: 2, "\u{200B}") }),
    ("with soft hyphens", { inGroups($0, of: 2, "\u{AD}") }),
    ("as key caps", { inGroups($0, of: 1, "\u{FE0F}\u{20E3}") + "\u{FE0F}\u{20E3}" }),
  ]

  private static func inGroups(_ code: String, of size: Int, _ separator: String) -> String {
    let characters = Array(code)
    return stride(from: 0, to: characters.count, by: size).map { String(characters[$0..<min($0 + size, characters.count)]) }.joined(
      separator: separator)
  }

  private static func digits(_ code: String, from zero: UInt32) -> String {
    String(
      String.UnicodeScalarView(code.unicodeScalars.map { Unicode.Scalar(zero + $0.value - 0x30) ?? $0 }))
  }
}
