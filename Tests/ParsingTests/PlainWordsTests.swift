import Model
import Testing

@testable import Parsing

@Suite("What banks say in plain words of what happened, and of what didn't")
struct PlainWordsTests {
  @Test(
    "money that moved is seen, and which way, in verbs and beside other news",
    arguments: [
      ("Списали 700 ₽ за Okko. Следующее списание 25.06", Direction.outgoing),
      ("Погасили 700 ₽ по кредиту с карты *1234", .outgoing),
      ("Удержали 700 ₽ налога. Карта *1234", .outgoing),
      ("Взыскали 700 ₽ по постановлению. Карта *1234", .outgoing),
      ("Перечислили 700 ₽ Ивану И. с карты *1234", .outgoing),
      ("Вернули 700 ₽ на карту *1234", .incoming),
      ("Иван И. прислал вам 700 ₽. Баланс 9 000 ₽", .incoming),
      ("Прием наличных 700 ₽ ATM карта *1234", .incoming),
      ("Выдан кредит 700 ₽ на счёт *1234", .incoming),
      ("Подарок 500 ₽ от Ивана С. Баланс 900 ₽", .incoming),
      ("Проценты на остаток 123 ₽ за май. Баланс 12 000 ₽", .incoming),
      ("You got paid! $45.00 from ACME. Card 1234", .incoming),
      ("Your paycheck of $45.00 arrived early. Bal $300.00", .incoming),
      ("Ann sent you $45.00. Bal $300.00", .incoming),
      ("Interest on overdraft $45.00. Bal -$300.00", .outgoing),
      ("Перевод 5 000 ₽. От Анны К. Баланс 9 000 ₽", .incoming),
      ("Перевод 500 ₽ Ивану И. Остерегайтесь звонков от Мошенников. Баланс 900 ₽", .outgoing),
      ("Перевод 500 ₽ Ивану И. по договору от Мая. Баланс 900 ₽", .outgoing),
      ("Перевод 500 ₽ Ивану И. Сообщение: от Ольги. Баланс 900 ₽", .outgoing),
      ("Можно тратить: на карту *1234 зачислено 5 000 ₽", .incoming),
      ("Теперь можете тратить: пришло 5 000 ₽ от Анны К.", .incoming),
      ("Обмен валюты: списано 9 000 ₽, зачислено 100 $. Курс 90,00", .outgoing),
      ("Платёж 500 ₽ по кредиту принят. Карта *1234. Задолженность 12 300 ₽", .outgoing),
      ("Платеж 500 ₽ до 25.05 по кредиту принят. Баланс 900 ₽", .outgoing),
      ("Внесён минимальный платёж 12 300 ₽ по кредитной карте *1234", .incoming),
      ("Платеж 500р за подключение домашнего интернета Дом.ру карта *1234", .outgoing),
      ("Платёж 500 ₽ Ростелеком. Подключите автоплатёж и не думайте об оплате. Карта *1234", .outgoing),
      ("Копилка: пополнение 500р. Создана 01.02. Баланс копилки 1500р", .incoming),
      ("Продление подписки 349 ₽, карта *1234. Отключить можно в настройках", .outgoing),
      ("Запрос исполнен: перевод 500 ₽ Ивану И. Карта *1234. Баланс 900 ₽", .outgoing),
      ("Арест: списание 500 ₽. Решение по делу 123456. Доступно 900 ₽", .outgoing),
      ("Перевод 5 000 ₽ отправлен. Зачисление ожидается до 3 дней. Карта *1234", .outgoing),
      ("Пособие 12 300 ₽ поступило на карту *1234. Следующая выплата ожидается 03.06", .incoming),
      ("Покупка 9 000 ₽ DNS. Внимание: с 1 июня комиссия 1%. Карта *1234", .outgoing),
      ("Thanks for your payment of $45.00. Next bill due 25 June. Card 1234", .outgoing),
      ("Payment of $45.00 to Verizon sent. Scheduled by you on 12 June. Card 1234", .outgoing),
      ("Scheduled transfer of $45.00 to Ann completed. Bal $300.00", .outgoing),
      ("Your scheduled payment of $45.00 to Verizon went through. Bal $300.00", .outgoing),
      ("57 ₽. Легко рассчитались в Сила Урала. Счёт карты МИР •• 2756", .outgoing),
      ("Очередной платеж по кредиту в размере 5966.34 руб. списан", .outgoing),
      ("В кошелёк пришло 1900 ₽. Переводы внутри — бесплатно", .incoming),
      ("− 689.68 ₽ в Пятёрочка. Теперь на карте 34 574.90 ₽", .outgoing),
      ("Оплата с учётом возврата 3903.80р Карта*1044 KUPER Баланс 9250.17р 18:47", .outgoing),
      ("Компенсация 964.31р Счет *0598 Баланс 964.31р 07:34", .incoming),
      ("Перечисление процентов 374.64р. Баланс: 65539.57р", .incoming),
      ("Ozon банк 600 ₽. Баланс: 200 ₽. Перевод через СБП на запрос от Анна К.", .outgoing),
      ("Перевод на свой счет Сумма 2189.43 RUB. Баланс 0.00 RUB", .transfer),
      ("Перевод 100000 RUB между счетами. Доступно: 1607.08 RUB", .transfer),
      ("Перевод по СБП. 5 000 ₽ от Ивана И. Баланс 9 000 ₽", .incoming),
      ("Перевод по СБП\n5 000 ₽ от Ивана И. Баланс 9 000 ₽", .incoming),
      ("Перевод 5 000 ₽ на карту *4417. Деньги от Ивана И. Баланс 9 000 ₽", .incoming),
      ("Покупка 640 ₽ MAGNIT. Карта *4417. Чек здесь https://ofd.example/a1b2", .outgoing),
      ("Покупка 640 ₽ MAGNIT. Карта *4417. Пополните свой счёт без комиссии", .outgoing),
      ("Покупка 640 ₽ MAGNIT. Карта *4417. Переводы между счетами теперь бесплатно!", .outgoing),
      ("Иван И. перевёл вам 5 000 ₽. Тратьте и пополняйте свой счёт", .incoming),
      ("Карта *4417 Баланс 3 000 ₽. Возврат 640 ₽ OZON", .incoming),
      ("Refund:- Rs 500.00 credited to a/c XX1234", .incoming),
      ("Возврат − 640 ₽ OZON. Карта *4417", .incoming),
      ("Netflix debited you $20.00. Card 4417", .outgoing),
      ("Payment of $20.00 to Cash Back World. Card 4417", .outgoing),
      ("Вы прислали 500 ₽ Анне И. Карта *4417", .outgoing),
      ("Отпускные 35 000 ₽ перечислили на карту *4417", .incoming),
      ("Зачислено 2 млн ₽ на счёт *1122 от ООО Ромашка. Баланс 2 100 000 ₽", .incoming),
      ("Списание обязательного платежа по кредиту 12 000 ₽. Карта *4417", .outgoing),
      ("Обязательный платёж по кредиту. Списание 12 000 ₽, счёт *1122", .outgoing),
      ("Purchase LIEN HUA $25.40 card 4417", .outgoing),
      ("Achat 25,40 EUR HOTEL SAINT MALO carte 4417", .outgoing),
      ("Payment EUR 24.50 PLUS SUPERMARKT UTRECHT card 4417", .outgoing),
      ("Пополнение\nСчёт RUB. 15 000 ₽. Пётр С. Доступно 15 300 ₽", .incoming),
      ("Зачисление\nСчёт *1234. 15 000 ₽. Пётр С.", .incoming),
      ("-10960 KZT Кэшбэк 548.00 Покупка QR LAVKA Karta 4**5124 Баланс 27000.26 KZT", .outgoing),
      ("Переведено 30 000.00 RUB между счетами, остаток 0.00 RUB", .transfer),
      ("Перевод СБП 19000₽ на сч. *7485 от Елена Г. из Альфа-Банк", .incoming),
      ("Cash Back за операции на АЗК 388.10 RUB 13:23 Доступно: 388.58 RUB", .incoming),
      ("Home Credit\nОплата: 2545.81₸ за ЖКУ Доступно: 83368.06₸", .outgoing),
      ("Purchase amount of AED 76.86 at Justlife on your Debit Card has been refunded. Avl Bal is AED 2,593.08", .incoming),
      ("Alimentare din 24.02.26 13:40. Suma: 50.000,00 MDL. Cont: **2060. Suma disp.: 0,00 MDL.", .incoming),
      ("Gnum 9900.00 AMD, 5124***5407, BOLORS, AM, 03.10.26 15:43, Mnacord: 40284.40 AMD", .outgoing),
      ("1580.82UAH Щомісячний платіж за договором 5*03 06:08 Бал. 66994.35UAH", .outgoing),
      ("Podizanje gotovine karticom **1514: iznos 70,000.00RSD, mesto ATM, dana 08.05.2026", .outgoing),
      ("Auto-Pay of Rs. 189.00 for YouTube has been processed on your Card XX0336", .outgoing),
    ])
  func moved(text: String, direction: Direction) {
    #expect(Sample.facts(text).isTransaction)
    #expect(Sample.facts(text).direction == direction)
  }

  @Test(
    "words of refusal about something else refuse nothing",
    arguments: [
      "Лимит не превышен. Покупка 9 000 ₽ DNS. Баланс 500 ₽",
      "Покупка 500 ₽ OZON. Карта *1234. Не вы? Отклоните операцию и позвоните 900",
      "Your card 1234 was charged £15.99 at SPOTIFY. Not you? Decline in the app or call 0800 123 456",
      "Возврат средств за отмену заказа 700р OZON, карта *1234 Баланс 5300р",
      "Зачислен возврат 700р от OZON: отмена заказа. Карта *1234",
      "Refund of $700.00 for your cancelled order has been credited to card 1234. Bal $900.00",
      "Возврат перевода 500 ₽: получатель отказался. Зачислено на карту *1234. Баланс 900 ₽",
      "Возврат: перевод Ивану И. 500 ₽ не принят банком. Деньги зачислены на карту *1234",
      "Возврат 1 200 ₽ OZON: товар не доставлен. Баланс 5 000 ₽",
      "Возврат перевода 5 000 ₽: получатель не забрал. Карта *4417",
      "Оплата 640 ₽ Самокат. Карта *4417. Заказ не доставлен? Напишите нам",
      "Списание 150 ₽ Такси, поездка не состоялась. Карта *4417. Баланс 900 ₽",
      "Списана комиссия 60 ₽: платёж не принят получателем. Карта *4417",
      "Покупка 640 ₽ MAGNIT Карта *4417 Баланс 30 ₽. На карте мало денег, пополните её",
      "Refund of $45.00 for returned item from AMAZON. Balance $900.00",
      "NSF fee $35.00 on returned item. Account 1122, balance $90.00",
      "Комиссия 60 ₽ за отказ от перевода. Карта *1234. Баланс 900 ₽",
      "Overdraft fee $45.00 charged: insufficient funds. Bal -$12.00",
      "Late fee of Rs 45.00 charged as payment was overdue. Card XX1234",
    ])
  func refusalsOfOthers(text: String) {
    #expect(Sample.facts(text).isTransaction)
  }

  @Test("a sum in millions is a bound, and what moved stands beside it")
  func millions() {
    #expect(
      Sample.facts("Поступило 28576 RUB от ООО Ромашка. Если сумма контракта превышает 3 млн ₽, добавьте его").amount?.minorUnits
        == 2_857_600)
  }

  @Test("a code that is a secret stays covered beside a balance; one of a receipt is none")
  func codesBesideBalances() {
    #expect(Sample.facts("Код 482190 для перевода 5 000 ₽. Никому не сообщайте. Баланс 9 000 ₽").code == "482190")
    #expect(Sample.facts("482190 — код подтверждения перевода 5 000 ₽. Баланс 9 000 ₽").code == "482190")
    #expect(Sample.facts("Покупка 500 ₽ OZON. Код авторизации: 482190. Никому не сообщайте ПИН. Баланс 9 000 ₽").code == nil)
    #expect(Sample.facts("Код организации 482190, оплата 500 ₽ ЖКУ. Баланс 9 000 ₽").code == nil)
  }

  @Test(
    "what is found, meant, begun, stuck, set or not done moves nothing, whatever stands beside it",
    arguments: [
      "Новый штраф 500 ₽ за превышение скорости. Оплатить со скидкой до 12.06",
      "Штраф 500 ₽ найден. Оплатите его в приложении. Баланс 900 ₽",
      "Новый счёт ЖКУ на 4 320 ₽. Срок оплаты 10.06. Баланс 900 ₽",
      "Счёт за интернет 500 ₽. Оплатите до 10.06. Баланс 100 ₽",
      "На счёт *1234 наложено взыскание 5 000 ₽. Доступно 0 ₽",
      "Арест 5 000 ₽ наложен на счёт *1234. Доступно 100 ₽",
      "Ограничение по счёту *1234: взыскание 5 000 ₽ по постановлению. Баланс 900 ₽",
      "Сумма 5 000 ₽ зарезервирована по решению суда. Баланс 900 ₽",
      "A lien of Rs 500.00 has been marked on your A/c XX1234. Avl Bal Rs 300.00",
      "Перевод 5 000 ₽ Ивану И. проверяется банком. Карта *1234. Баланс 6 000 ₽",
      "Вам перевод 5 000 ₽ на удержании. Карта *1234",
      "Перевод 5 000 ₽ возвращается на карту *1234",
      "Your payment of $45.00 is being reviewed. Card 1234. Bal $300.00",
      "Your refund of $45.00 is on its way. Card 1234",
      "Your transfer of $45.00 to Ann is on hold. Bal $300.00",
      "Your withdrawal of $45.00 has been requested. Bal $300.00",
      "Rs 45.00 requested by Ravi. Pay from A/c XX1234. Bal Rs 300.00",
      "Ожидается списание 349 ₽. Карта *1234",
      "Ожидается операция 349 ₽. Карта *1234",
      "Планируемый платёж 349 ₽ 25.06. Карта *1234 Баланс 900 ₽",
      "Expected debit of $45.00 on 25 June. Bal $300.00",
      "Scheduled debit $45.00 25 June. Card 1234",
      "Готовим перевод 5 000 ₽ Ивану И. Карта *1234",
      "Вы начали перевод 5 000 ₽. Завершите его в приложении. Карта *1234",
      "Завершите оплату 5 000 ₽ OZON в приложении. Карта *1234",
      "Иван И. запрашивает перевод 5 000 ₽. Подтвердите в приложении",
      "Перевод в другой банк: подтвердите 5 000 ₽ кодом из пуш. Баланс 6 000 ₽",
      "Вам перевод 5 000 ₽. Для получения перейдите по ссылке bit.ly/x",
      "За покупку 9 000 ₽ DNS начислим 90 ₽ кэшбэка. Карта *1234",
      "Вы подключили автоплатёж МТС на 500 ₽. Карта *1234",
      "Дата следующего платежа 25.06, сумма 12 300 ₽. Карта *1234",
      "Обязательный платёж 5 000 ₽ по карте *1234. Дата платежа 10.06. Доступно 900 ₽",
      "Собранные проценты 500 ₽ будут выплачены 25.06. Баланс 6 000 ₽",
      "Установлен лимит на онлайн-покупки 5 000 ₽. Карта *1234",
      "Холд 5 000 ₽ снят. Карта *1234. Баланс 6 000 ₽",
      "Страховой взнос 12 300 ₽ к уплате до 25.06",
      "Заявка на перевод 5 000 ₽ принята. Карта *1234. Баланс 6 000 ₽",
      "Платёж 5 000 ₽ принят к исполнению 25.06. Баланс 6 000 ₽",
      "Покупка 500 ₽ в Магнит Отказ. Баланс 900 ₽",
      "Покупка в Магнит Отклонена 500 ₽ Баланс 900 ₽",
      "Вы не завершили оплату 5 000 ₽ OZON. Карта *1234",
      "Оплата 5 000 ₽ OZON не подтверждена. Карта *1234. Баланс 6 000 ₽",
      "Снятие наличных 5 000 ₽ не состоялось. Карта *1234. Баланс 6 000 ₽",
      "Перевод 5 000 ₽ не дошёл до получателя. Карта *1234",
      "Получатель не забрал перевод 5 000 ₽. Карта *1234",
      "Маловато денег для покупки на 199р в KAFE. У тебя есть: 1.90р",
      "MIR-8105 Мало средств. Покупка 1145р YANDEX*4121*TAXI",
      "Внесите до 03.10 мин. платеж: 200,77 ₽. Баланс на 09.09: -200,77 ₽. Начислено баллов: 0",
      "ЖКУ Москва выставил счет повторно на 120,23р. Автоплатеж не исполнится",
      "Получайте до 8,5 единиц за каждые 100 руб. покупки. Закажите карту",
      "С завтрашнего дня перестанем пополнять счёт на 300 ₽",
      "Payment of Card ending 0336 is due on 05/06/23. Total Due Rs.9359.17. Kindly ignore if already paid",
      "Kindly pay total due of Rs 2,296.92 or Min Due Rs 120.00 by 30-Jun-25 on Credit Card XX0004",
      "AutoPay (E-mandate) Active! Txn Amt(Rs): 10225.51 on Credit Card xx7577",
      "Your postpaid bill of Rs.411.00 is generated today. Please clear your dues by 24-January",
      "338 Crowns credited to your account. Redeem them now",
      "El 20 de Abril se cobrarán 4.960,77 EUR en tu cuenta *2971. El cargo se atenderá si hay saldo",
      "Вы получили 41.70 бонусов за транзакцию на сумму 2 085.00 тг. Доступно 1 629.40 бонусов",
      "Vam perevod na summu 200.00 rub. Poluchit dengi mozhno zdes: https://bank.example/sl/A41u",
      "Dear Customer AED 205.84 for A/C no XX7720 is overdue. Please pay to avoid blockage on credit facility",
      "Bill amount for your account is AED 785.4, billed on 07-Jan-22. Please pay by 22-Jan-22",
      "Перевод 5 000 ₽ Ивану И. (отклонён: недостаточно средств). Карта *4417",
      "Отправлено 5 000 ₽ Ивану И. Перевод не выполнен: отказ банка получателя",
      "Вклад «Надёжный» продлён на 6 месяцев. Сумма вклада 500 000 ₽",
      "482190 — код подтверждения перевода 5 000 ₽. Баланс 9 000 ₽",
    ])
  func notMoved(text: String) {
    #expect(!Sample.facts(text).isTransaction)
  }
}
