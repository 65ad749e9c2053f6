/// A class of words that a recogniser looks for: its words stand under this name in the tables `[class]` of the word files.
///
/// A word may be in any number of classes, whatever it means besides. Which classes a file may name, and that each has words, a test checks.
enum WordClass: String, CaseIterable {
  case accepted
  case accepting
  case accountLetter = "account_letter"
  case accrued
  case activeAlready = "active_already"
  case addresses
  case after
  case along
  case already
  case and
  case april
  case arranged
  case arrangements
  case article
  case askedOrWithheld = "asked_or_withheld"
  case askedToAnswer = "asked_to_answer"
  case askingAtAll = "asking_at_all"
  case asksForMoney = "asks_for_money"
  case asksToAct = "asks_to_act"
  case asksToCall = "asks_to_call"
  case asksToCancel = "asks_to_cancel"
  case asksToPay = "asks_to_pay"
  case august
  case authorisations
  case auto
  case automaticPayment = "automatic_payment"
  case automaticTransfer = "automatic_transfer"
  case auxiliary
  case awaited
  case back
  case bal
  case balanceUntil = "balance_until"
  case bank
  case bankBesideNoun = "bank_beside_noun"
  case bankItself = "bank_itself"
  case be
  case beginsBalance = "begins_balance"
  case begun
  case being
  case beingInAnyTense = "being_in_any_tense"
  case besideChannel = "beside_channel"
  case between
  case bill
  case booked
  case callUs = "call_us"
  case cameIn = "came_in"
  case cardCodes = "card_codes"
  case cards
  case cashback
  case changing
  case channelMessenger = "channel_messenger"
  case channelPush = "channel_push"
  case channelSms = "channel_sms"
  case channels
  case charged
  case chargedToClient = "charged_to_client"
  case charges
  case clientsOwn = "clients_own"
  case clientsReversed = "clients_reversed"
  case closing
  case codesApprovals = "codes_approvals"
  case codesLabels = "codes_labels"
  case condition
  case confirmations
  case confirming
  case connecting
  case copulas
  case countingDown = "counting_down"
  case creditFacility = "credit_facility"
  case crediting
  case crore
  case day
  case daysOrHours = "days_or_hours"
  case december
  case depositing
  case did
  case disp
  case due
  case dueUntil = "due_until"
  case earned
  case endsIn = "ends_in"
  case failing
  case farewells
  case february
  case finished
  case following
  case former
  case fromWhom = "from_whom"
  case fundUnits = "fund_units"
  case funds
  case gaveBack = "gave_back"
  case getting
  case givenOut = "given_out"
  case got
  case grades
  case greetings
  case groceries
  case heldUp = "held_up"
  case here
  case hold
  case holding
  case home
  case `if`
  case impossible
  case inMonth = "in_month"
  case instead
  case intakeOfCash = "intake_of_cash"
  case intoAccount = "into_account"
  case intoWork = "into_work"
  case intoYourAccount = "into_your_account"
  case inwards
  case isBeing = "is_being"
  case isVerb = "is_verb"
  case isWaiting = "is_waiting"
  case january
  case july
  case june
  case lakh
  case later
  case leastToPay = "least_to_pay"
  case lent
  case lien
  case lifted
  case link
  case loan
  case loanByItself = "loan_by_itself"
  case loanInRussian = "loan_in_russian"
  case loanOfCard = "loan_of_card"
  case loanPaidOut = "loan_paid_out"
  case lower
  case luring
  case mandatory
  case march
  case may
  case meantNotDone = "meant_not_done"
  case mobile
  case money
  case moneyLacking = "money_lacking"
  case moneySent = "money_sent"
  case more
  case movement
  case new
  case noOperationByItself = "no_operation_by_itself"
  case noteLabel = "note_label"
  case nots
  case november
  case now
  case obligation
  case october
  case of
  case ofTheNext = "of_the_next"
  case onto
  case opensSentence = "opens_sentence"
  case order
  case otherNumber = "other_number"
  case outOfAccount = "out_of_account"
  case outOfYourAccount = "out_of_your_account"
  case overdue
  case owed
  case owners
  case paid
  case paidFrom = "paid_from"
  case paidIn = "paid_in"
  case paidToYou = "paid_to_you"
  case pan
  case paper
  case part
  case party
  case passed
  case passiveBeen = "passive_been"
  case pastPeriod = "past_period"
  case payees
  case payers
  case payingIn = "paying_in"
  case paymentDue = "payment_due"
  case pending
  case per
  case perPeriod = "per_period"
  case pins
  case plainVerb = "plain_verb"
  case please
  case pleaseConfirm = "please_confirm"
  case pleasePay = "please_pay"
  case pleaseWait = "please_wait"
  case plus
  case politeRequest = "polite_request"
  case politeYou = "polite_you"
  case possibility
  case possible
  case posted
  case promised
  case puttingOnHold = "putting_on_hold"
  case raisedOrLowered = "raised_or_lowered"
  case rasp
  case recap
  case receiving
  case refunded
  case refused
  case refusedOrCancelled = "refused_or_cancelled"
  case regard
  case released
  case requestOrBill = "request_or_bill"
  case rest
  case restraint
  case results
  case romanianAccount = "romanian_account"
  case romanianBalance = "romanian_balance"
  case salaries
  case salutation
  case saved
  case savedUp = "saved_up"
  case savings
  case scale
  case sentByPerson = "sent_by_person"
  case sentToYou = "sent_to_you"
  case september
  case services
  case setOrChanged = "set_or_changed"
  case settlementLetter = "settlement_letter"
  case shopsBehind = "shops_behind"
  case signed
  case since
  case soon
  case soonAsked = "soon_asked"
  case span
  case spendings
  case split
  case stage
  case stan
  case standingApprovals = "standing_approvals"
  case standsIn = "stands_in"
  case stateOfDebt = "state_of_debt"
  case stuck
  case succeeding
  case summary
  case summaryPeriod = "summary_period"
  case takenOn = "taken_on"
  case taking
  case theNext = "the_next"
  case theyTransferred = "they_transferred"
  case thisOrLast = "this_or_last"
  case thousand
  case timeTo = "time_to"
  case toYou = "to_you"
  case tooLittle = "too_little"
  case topLevelDomain = "top_level_domain"
  case topping
  case toppingUp = "topping_up"
  case towards
  case transferByAnotherName = "transfer_by_another_name"
  case unfinished
  case until
  case untilDue = "until_due"
  case up
  case upTo = "up_to"
  case verdict
  case vietnameseDu = "vietnamese_du"
  case vietnameseSo = "vietnamese_so"
  case wanting
  case wasThis = "was_this"
  case wayOfTransfer = "way_of_transfer"
  case weWillGive = "we_will_give"
  case whatIsNow = "what_is_now"
  case whatWas = "what_was"
  case whereMoneyLies = "where_money_lies"
  case willAmountTo = "will_amount_to"
  case willArrive = "will_arrive"
  case willBe = "will_be"
  case willBeDone = "will_be_done"
  case willCome = "will_come"
  case willTakePlace = "will_take_place"
  case within
  case writ
  case you
  case youAsSubject = "you_as_subject"
  case youInQuestion = "you_in_question"
  case youSpent = "you_spent"
  case your
  case yours
  case yoursOfClient = "yours_of_client"

  /// The classes by their names in word files.
  static let named: [String: WordClass] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
