import Model

/// The accounts of a stream. A few are awake, as rules look at them; the others rest as bytes, which take half the room: in memory as many as
/// it is given for, and beyond that in a file.
struct Accounts {
  /// An account that memory holds.
  private struct Place {
    let account: String
    /// Its state while it rests.
    var bytes: [UInt8] = []
    /// Where it sits while it's awake.
    var seat: Int32?
    /// Whether it was woken since the hand went by.
    var isFresh = true
  }

  /// Where an account is awake. Who sits down next takes over the room that lists have there: that spares a dozen allocations.
  private struct Seat {
    var detector = AccountDetector(account: "")
    /// Whose it is; nil while nobody sits there.
    var place: Int?
    /// Whether it was asked for since the hand went by.
    var isFresh = true
  }

  private let capacity: Int
  private let directory: String
  private var numbers: [String: Int32] = [:]
  private var places: ContiguousArray<Place> = []
  private var placeHand = 0
  private var seats: ContiguousArray<Seat> = []
  private var seatHand = 0
  private var aside: Aside?

  /// How often an account left memory for the file.
  private(set) var putAside = 0

  /// How many accounts are awake at most. What follows on an event comes within seconds or minutes, so few have to be; and more would not
  /// stay in the processor's cache: with 4 096 a stream of 1 000 000 accounts is a tenth slower (`kolokol-bench detection`).
  static let seatLimit = 1_024

  /// - Parameters:
  ///   - capacity: how many accounts memory holds, at least 1.
  ///   - directory: where the file for the others is made, when it comes to that.
  init(capacity: Int, directory: String) {
    self.capacity = max(capacity, 1)
    self.directory = directory
  }

  /// How many accounts are in memory.
  var count: Int { places.count }

  /// Wakes an account, a new one if it isn't known, and does something with it.
  mutating func wake(_ account: String, _ body: (inout AccountDetector) -> Void) throws(AsideError) {
    body(&seats[try seat(of: account)].detector)
  }

  /// Wakes every account there is, one after the other: those in memory as they came there, then those in the file by name.
  mutating func wakeAll(_ body: (inout AccountDetector) -> Void) throws(AsideError) {
    for place in places.indices { body(&seats[try seat(at: place)].detector) }
    guard let aside else { return }
    for account in aside.accounts.sorted() {
      guard let bytes = try aside.take(account) else { continue }
      guard var detector = AccountDetector(account: account, bytes: bytes) else { throw aside.damaged(account) }
      body(&detector)
    }
  }

  // MARK: Waking

  private mutating func seat(of account: String) throws(AsideError) -> Int {
    if let number = numbers[account] { return try seat(at: Int(number)) }
    let bytes = try aside?.take(account)
    let seat = freeSeat()
    let place = try freePlace()
    let newcomer = Place(account: account)
    if place == places.count { places.append(newcomer) } else { places[place] = newcomer }
    numbers[account] = Int32(place)
    try sit(on: seat, place, bytes)
    return seat
  }

  private mutating func seat(at place: Int) throws(AsideError) -> Int {
    if let seat = places[place].seat {
      seats[Int(seat)].isFresh = true
      return Int(seat)
    }
    let seat = freeSeat()
    try sit(on: seat, place, places[place].bytes)
    places[place].bytes = []
    places[place].isFresh = true
    return seat
  }

  /// Lets an account sit down with what it knew; nil for a new one.
  private mutating func sit(on seat: Int, _ place: Int, _ bytes: [UInt8]?) throws(AsideError) {
    let account = places[place].account
    seats[seat].detector.startOver(as: account)
    if let bytes, !seats[seat].detector.remember(bytes) {
      throw AsideError(path: directory, reason: Aside.damage(of: account))
    }
    seats[seat].place = place
    seats[seat].isFresh = true
    places[place].seat = Int32(seat)
  }

  // MARK: Going to rest, and aside

  /// A seat to take: a new one, or that of the first account that nobody asked for since the hand last came by; it goes to rest.
  private mutating func freeSeat() -> Int {
    guard seats.count >= min(Self.seatLimit, capacity) else {
      seats.append(Seat())
      return seats.count - 1
    }
    while seats[seatHand].isFresh {
      seats[seatHand].isFresh = false
      seatHand = (seatHand + 1) % seats.count
    }
    let seat = seatHand
    seatHand = (seatHand + 1) % seats.count
    if let place = seats[seat].place {
      places[place].bytes = Self.bytes(of: &seats[seat])
      places[place].seat = nil
      seats[seat].place = nil
    }
    return seat
  }

  // `inout` spares a copy of the account.
  private static func bytes(of seat: inout Seat) -> [UInt8] { seat.detector.bytes }

  /// A place to take: a new one, or that of the first account at rest that wasn't woken since the hand last came by; it goes aside.
  private mutating func freePlace() throws(AsideError) -> Int {
    guard places.count >= capacity else { return places.count }
    while places[placeHand].isFresh || places[placeHand].seat != nil {
      places[placeHand].isFresh = false
      placeHand = (placeHand + 1) % places.count
    }
    let place = placeHand
    placeHand = (placeHand + 1) % places.count
    if aside == nil { aside = try Aside(directory: directory) }
    try aside?.put(places[place].bytes, of: places[place].account)
    putAside += 1
    numbers[places[place].account] = nil
    return place
  }
}
