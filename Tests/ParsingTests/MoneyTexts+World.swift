extension MoneyTexts {
  /// Texts as banks of the rest of the world write them.
  static let world: [(text: String, said: String)] = [
    (
      "Platba kartou *5511 1 249,00 Kc ALBI PRAHA, disponibilni zustatek 22 410,55 Kc",
      "out 1249 CZK *5511 left 22410.55 at ALBI PRAHA"
    ),
    (
      "Transakcja kartą *4401: 56,78 PLN, ZABKA-LIKE POZNAN. Dostępne środki: 1 204,00 PLN",
      "out 56.78 PLN *4401 left 1204 at ZABKA-LIKE POZNAN"
    ),
    (
      "Kartenzahlung 42,10 EUR bei BACKHAUS KLEIN am 12.05. Karte *8080. Kontostand 1.310,44 EUR",
      "out 42.10 EUR *8080 left 1310.44 at BACKHAUS KLEIN"
    ),
    (
      "Hai pagato 18,50 EUR presso BAR CENTRALE con carta *7070. Saldo disponibile 410,22 EUR",
      "out 18.50 EUR *7070 left 410.22 at BAR CENTRALE"
    ),
    (
      "Compra de 23,99 EUR en LIBRERIA SOL con tarjeta *6060. Saldo: 812,10 EUR",
      "out 23.99 EUR *6060 left 812.10 at LIBRERIA SOL"
    ),
    (
      "Achat de 12,40 EUR chez BOULANGERIE PAUL, carte *5050. Solde 310,00 EUR",
      "out 12.40 EUR *5050 left 310 at BOULANGERIE PAUL"
    ),
    (
      "Recebeu uma transferencia de R$ 250,00 de JOAO SILVA. Saldo R$ 1.020,33",
      "in 250 BRL left 1020.33 at JOAO SILVA"
    ),
    (
      "Compra aprovada: R$ 45,90 PADARIA BELA cartao final 3344",
      "out 45.90 BRL *3344 at PADARIA BELA"
    ),
    (
      "Has recibido $1,500.00 MXN de LUIS GOMEZ en tu cuenta *9090. Saldo $3,210.50 MXN",
      "in 1500 MXN *9090 left 3210.50 at LUIS GOMEZ"
    ),
    (
      "INR 1,250.00 debited from A/c XX4417 on 14-05-24 to SPICE GARDEN. Avl Bal INR 8,310.22",
      "out 1250 INR *4417 left 8310.22 at SPICE GARDEN"
    ),
    (
      "Your a/c no. XXXXXXXX2086 is credited by Rs.2,500.00 on 14May24 by NEFT from ACME LTD. Bal Rs 12,004.10",
      "in 2500 INR *2086 left 12004.10 at ACME LTD"
    ),
    (
      "Rs 640 spent on Card x7720 at BLUE LOTUS CAFE on 14-05-2024. Avl limit: Rs 45,000",
      "out 640 INR *7720 left 45000 at BLUE LOTUS CAFE"
    ),
    (
      "Thank you for using your Debit Card ending 9351 for USD 12.30 at CLOUDHOST on 14-May-2024. Available balance USD 410.22",
      "out 12.30 USD *9351 left 410.22 at CLOUDHOST"
    ),
    (
      "PKR 3,500.00 has been withdrawn from your account ****3175 at ATM GULBERG on 14/05/2024. Balance: PKR 22,410.00",
      "out 3500 PKR *3175 left 22410 at ATM GULBERG"
    ),
    (
      "You have received Tk 1,500.00 from 01XXXXXXXXX. Fee Tk 0.00. Balance Tk 2,310.44. TrxID 9AB1CD2EF3 at 14/05/2024 12:31",
      "in 1500 BDT left 2310.44"
    ),
    (
      "Acct: ***6048 Credit: NGN25,000.00 Desc: TRF FROM ADE OBI Date: 14-May-2024 Bal: NGN31,204.55",
      "in 25000 NGN *6048 left 31204.55 at TRF FROM ADE OBI"
    ),
    (
      "Debit Alert! Acc: 00****5520 Amt: N4,500.00 Desc: POS PURCHASE MAMA PUT LAGOS Avail Bal: N12,310.00",
      "out 4500 NGN *5520 left 12310 at POS PURCHASE MAMA PUT LAGOS"
    ),
    (
      "Payment of GHS 45.00 to KOFI STORES. Current Balance: GHS 310.20. Transaction ID: 12345678901.",
      "out 45 GHS left 310.20 at KOFI STORES"
    ),
    (
      "AED 125.50 was spent with card ending 8841 at DESERT MART, DUBAI. Avl. balance is AED 9,310.00",
      "out 125.50 AED *8841 left 9310 at DESERT MART, DUBAI"
    ),
    (
      "برداشت از حساب *2086 مبلغ 1,500,000 ریال مانده 12,300,000 ریال",
      "out 1500000 IRR *2086 left 12300000"
    ),
    (
      "您尾号4417的储蓄卡5月14日12:31消费支出人民币128.50元,余额3,410.22元。",
      "out 128.50 CNY *4417 left 3410.22"
    ),
    (
      "您尾号2086的账户5月14日收入(工资)人民币8,000.00元,活期余额11,410.22元。",
      "in 8000 CNY *2086 left 11410.22"
    ),
    (
      "บัญชี X-4417 ถอน/โอนออก 500.00 บาท คงเหลือ 3,410.22 บาท 14/05/67 12:31",
      "out 500 THB *4417 left 3410.22"
    ),
    (
      "You paid PHP 350.00 to SARI STORE. Your new balance is PHP 1,204.00. Ref. No. 9012345678",
      "out 350 PHP left 1204 at SARI STORE"
    ),
    (
      "FNB: R245.99 paid from cheque a/c..7720 @ Spar Like. Avail R3410. 14May 12:31",
      "out 245.99 ZAR *7720 left 3410 at Spar Like"
    ),
    (
      "Dear customer, your account 1****3301 has been debited with ETB 1,250.00. Current balance ETB 8,310.22.",
      "out 1250 ETB *3301 left 8310.22"
    ),
    (
      "TZS 45,000 imetumwa kwenda JUMA ALI. Salio jipya TZS 120,300.",
      "out 45000 TZS left 120300 at JUMA ALI"
    ),
    (
      "Umepokea TZS 30,000 kutoka ASHA SAID. Salio lako ni TZS 150,300.",
      "in 30000 TZS left 150300 at ASHA SAID"
    ),
    (
      "Kártyás vásárlás: 4.590 HUF, SPAR-FELE, kártya *3344. Egyenleg: 123.400 HUF",
      "out 4590 HUF *3344 left 123400 at SPAR-FELE"
    ),
    (
      "Plaćanje karticom *4455: 1.250,00 RSD, MAXI-SLICAN. Raspoloživo: 22.410,00 RSD",
      "out 1250 RSD *4455 left 22410 at MAXI-SLICAN"
    ),
    (
      "Плащане с карта *6677: 34,20 BGN в МАГАЗИН СЛЪНЦЕ. Наличност 410,10 BGN",
      "out 34.20 BGN *6677 left 410.10 at МАГАЗИН СЛЪНЦЕ"
    ),
    (
      "Оплата 25,90 USD CLOUDHOST.COM. Карта *6161. Доступно 410,22 USD",
      "out 25.90 USD *6161 left 410.22 at CLOUDHOST.COM"
    ),
    (
      "Txn of Rs.640.00 on A/c X2086 by UPI at TEA STALL. If not you call 18001234567",
      "out 640 INR *2086 at TEA STALL"
    ),
    (
      "Amt Sent Rs.89.00 From Bank A/C *1187 To MONA On 14-05 Ref 412345678901",
      "out 89 INR *1187 at MONA"
    ),
    (
      "A/C *2086 Credited INR 2,500.00 on 14/05/24. Info: NEFT-ACME LTD. AvlBal: INR 12,004.10",
      "in 2500 INR *2086 left 12004.10 at ACME LTD"
    ),
    (
      "Your A/c XX2086 has been debited for Rs.640.00 towards TEA STALL. Available Bal Rs.11,364.10",
      "out 640 INR *2086 left 11364.10 at TEA STALL"
    ),
    (
      "Cash withdrawal of Rs 2,000 at ATM S1AB on 14-05-24 from a/c XX2086. Bal Rs 9,364.10",
      "out 2000 INR *2086 left 9364.10 at ATM S1AB"
    ),
    (
      "INR 640.00 spent using Bank Card XX7720 on 14-May-24 on BLUE LOTUS. Avl Limit: INR 45,000.00",
      "out 640 INR *7720 left 45000 at BLUE LOTUS"
    ),
    (
      "Alert: Purchase of $12.30 at CLOUDHOST with card ending in 9351",
      "out 12.30 USD *9351 at CLOUDHOST"
    ),
    (
      "A charge of $45.99 at GREEN GROCER was made on your card ending 9351",
      "out 45.99 USD *9351 at GREEN GROCER"
    ),
    (
      "Your payment of $250.00 to ELECTRIC CO was sent from account ...3344",
      "out 250 USD *3344 at ELECTRIC CO"
    ),
    (
      "Purchase Amount: SAR 45.50 Card: *8841 At: NOOR MARKET Balance: SAR 1,200.10",
      "out 45.50 SAR *8841 left 1200.10 at NOOR MARKET"
    ),
    (
      "KWD 12.500 has been debited from your account ****1212 at SOUQ. Balance KWD 310.250",
      "out 12.500 KWD *1212 left 310.250 at SOUQ"
    ),
    (
      "OMR 5.250 withdrawn A/C *3434 Bal OMR 120.100",
      "out 5.250 OMR *3434 left 120.100"
    ),
    (
      "تم خصم 45.50 جنيه من حسابك *8841 لدى ماركت. الرصيد 1200.10 جنيه",
      "out 45.50 EGP *8841 left 1200.10 at ماركت"
    ),
    (
      "تم إيداع 5000 جنيه في حسابك *8841. الرصيد 6200.10 جنيه",
      "in 5000 EGP *8841 left 6200.10"
    ),
    (
      "واریز به حساب 2086 مبلغ 1,500,000 ریال مانده 13,800,000 ریال",
      "in 1500000 IRR *2086 left 13800000"
    ),
    (
      "UGX 45,000 sent to OKELLO JOHN. Fee UGX 500. Balance UGX 120,300",
      "out 45000 UGX left 120300 at OKELLO JOHN"
    ),
    (
      "Dear Customer, Ksh 2,000.00 deposited to your account ****7720 by JANE. Balance Ksh 5,410.20",
      "in 2000 KES *7720 left 5410.20 at JANE"
    ),
    (
      "Capitec: Purchase R145.50 SPAR LIKE Acc *7720 Available R2310.45",
      "out 145.50 ZAR *7720 left 2310.45 at SPAR LIKE"
    ),
    (
      "BDO: Your account ****4417 was debited PHP 1,250.00 on 14 May 2024",
      "out 1250 PHP *4417"
    ),
    (
      "RM45.50 spent at KEDAI MAJU using card ending 4417. Avail limit RM9,310.00",
      "out 45.50 MYR *4417 left 9310 at KEDAI MAJU"
    ),
    (
      "SGD 12.30 charged to card ending 4417 at HAWKER ONE",
      "out 12.30 SGD *4417 at HAWKER ONE"
    ),
    (
      "HKD 120.00 was spent on your card 4417 at NOODLE BAR",
      "out 120 HKD *4417 at NOODLE BAR"
    ),
    (
      "NT$350 消費 信用卡末四碼4417",
      "out 350 TWD *4417"
    ),
    (
      "Compra por $45.900 COP en CAFE SOL con tarjeta *3344. Saldo $1.204.000 COP",
      "out 45900 COP *3344 left 1204000 at CAFE SOL"
    ),
    (
      "Pix recebido: R$ 120,00 de ANA LIMA. Saldo: R$ 1.140,33",
      "in 120 BRL left 1140.33 at ANA LIMA"
    ),
    (
      "Prelievo 100,00 EUR ATM ROMA carta *7070 saldo 310,22 EUR",
      "out 100 EUR *7070 left 310.22 at ATM ROMA"
    ),
    (
      "Gutschrift 1.250,00 EUR von FIRMA ACME auf Konto *8080. Kontostand 2.560,44 EUR",
      "in 1250 EUR *8080 left 2560.44 at FIRMA ACME"
    ),
    (
      "Wpłynęło 1 250,00 PLN na konto *4401 od ACME SP. Saldo 2 454,00 PLN",
      "in 1250 PLN *4401 left 2454 at ACME SP"
    ),
    (
      "Uplata 12.500,00 RSD na račun *4455 od ACME DOO. Stanje: 34.910,00 RSD",
      "in 12500 RSD *4455 left 34910 at ACME DOO"
    ),
    (
      "Kort *6789 köp 245,00 SEK ICA LIK. Saldo 3 410,00 SEK",
      "out 245 SEK *6789 left 3410 at ICA LIK"
    ),
  ]
}
