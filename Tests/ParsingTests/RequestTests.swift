import Model
import Testing

@testable import Parsing

@Suite("What a bank asks its client to approve")
struct RequestTests {
  @Test(
    "a request to confirm, sign or pay moves nothing, whichever way it is asked",
    arguments: [
      "Підтвердження операції\nПідтвердіть списання з картки 444111****4417 KAFE 750.0 ₴",
      "Подтвердите списание с карты 444111****4417: 340.3₴ KAFE",
      "KAFE.ZERNO.UA запитує оплату 20.00 UAH",
      "Подпишите платёж на 8 614,83р для ООО Василёк",
      "Confirmar pago\nPor seguridad, pulsa para poder confirmar el pago de 20,00 EUR con tu tarjeta *4417 en KAFE",
      "Confirm payment\nUSD 45.00 at SHOP, card 4417",
      "Approve transaction of EUR 18.50 at BAR in the app",
      "Bitte bestätigen Sie die Zahlung 42,10 EUR bei BACKHAUS",
      "Autorisez\nConfirmez le paiement de 12,40 EUR chez BOULANGERIE",
      "Potwierdź płatność 56,78 PLN w aplikacji",
      "Autoryzuj przelew 120,00 PLN do Jana K.",
      "Conferma il pagamento di 18,50 EUR nell'app",
      "Скоро платёж\n02.02 спишем с карты *4417 651 ₽",
      "Карта *5279. Платёж 700 руб. Оплатить до 12.09",
    ])
  func asked(text: String) {
    #expect(!Sample.facts(text).isTransaction)
  }

  @Test(
    "a refusal moves nothing, behind the sum and in every language",
    arguments: [
      "Karta 421487****4417 06/04/2026 21:26 OPLATA 27.79 BYN SHOP \"ZERNO\">MINSK>BY Otkaz Dostupno 22.08 BYN",
      "Kartka 5168***4417 pomylka: nevirnyi pin-kod po transakcii -100.00UAH Dostupno:5942.10UAH",
      "Pago denegado\nDenegado el pago de 0,99 EUR en KAFE con tu tarjeta terminada en 4417.",
      "Nie udało się wykonać transakcji kartą *4417 Masz za mało środków na koncie. Kwota: 500,00 PLN",
      "La transferencia de 200,00 EUR programada para el 05/10 no ha podido realizarse.",
      "Die Zahlung von 42,10 EUR konnte nicht ausgeführt werden. Karte *8080",
      "Il pagamento di 18,50 EUR non è andata a buon fine. Carta *7070",
      "На вашій картці недостатньо коштів для проведення операції 143.47₴",
      "Не вдалося провести платіж 120.00 UAH, картка *4417",
      "Betalningen på 120,00 SEK kunde inte genomföras. Kort *4417",
      "Плащането 12,40 BGN е отказано. Карта *4417",
    ])
  func refused(text: String) {
    #expect(!Sample.facts(text).isTransaction)
  }

  @Test(
    "what was done stays done where a bank says besides what to confirm or what failed before",
    arguments: [
      "Покупка 640 ₽ LAVKA, карта *4417. Не вы? Подтвердите отказ в приложении",
      "Payment of $45.00 confirmed. Card 4417", "Списано 349 ₽ с карты *4417. Подтверждение не требуется",
      "Оплата 640 ₽ LAVKA карта *4417 подтверждена",
    ])
  func done(text: String) {
    #expect(Sample.facts(text).isTransaction)
  }
}
