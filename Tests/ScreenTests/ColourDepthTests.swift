import Screen
import Testing

@Suite("How many colours a terminal has")
struct ColourDepthTests {
  @Test(
    "by environment and terminfo",
    arguments: [
      (["TERM": "xterm-256color", "COLORTERM": "truecolor"], 256, ColourDepth.trueColour),
      (["TERM": "xterm-256color", "COLORTERM": "24bit"], 256, .trueColour),
      (["TERM": "xterm-256color", "COLORTERM": "yes"], 256, .indexed),
      (["TERM": "xterm-256color"], 256, .indexed),
      (["TERM": "xterm-256color"], nil, .indexed),
      (["TERM": "xterm-direct"], 0x100_0000, .trueColour),
      (["TERM": "xterm-direct"], nil, .trueColour),
      (["TERM": "xterm"], 8, .eight),
      (["TERM": "xterm"], nil, .eight),
      (["TERM": "xterm-16color"], 16, .sixteen),
      (["TERM": "xterm-16color"], nil, .sixteen),
      (["TERM": "xterm-88color"], 88, .sixteen),
      (["TERM": "linux"], 8, .eight),
      (["TERM": "vt100"], nil, .none),
      (["TERM": "vt100", "COLORTERM": "truecolor"], 0, .none),
      (["TERM": "xterm-mono"], nil, .none),
      (["TERM": "dumb", "COLORTERM": "truecolor"], nil, .none),
      (["COLORTERM": "truecolor"], nil, .none),
      ([:], nil, .none),
      (["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"], 256, .none),
      (["TERM": "xterm-256color", "NO_COLOR": ""], 256, .indexed),
      (["TERM": "screen-256color", "COLORTERM": "truecolor", "STY": "1.pts"], 256, .indexed),
      (["TERM": "tmux-256color", "COLORTERM": "truecolor", "TMUX": "/tmp/t"], 256, .trueColour),
    ] as [([String: String], Int?, ColourDepth)])
  func detect(environment: [String: String], colours: Int?, depth: ColourDepth) {
    #expect(ColourDepth.detect(environment: environment, terminfoColours: colours) == depth)
  }
}
