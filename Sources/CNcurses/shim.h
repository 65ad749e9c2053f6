#ifndef KOLOKOL_CNCURSES_SHIM_H
#define KOLOKOL_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <sys/syscall.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// What curses.h offers as macros or mutable globals, in a form that Swift can import.

static inline WINDOW *kolokol_screen(void) { return stdscr; }
static inline int kolokol_colours(void) { return COLORS; }
static inline int kolokol_pairs(void) { return COLOR_PAIRS; }

/// Takes over the terminal behind a file descriptor; NULL when there is no description of it.
static inline SCREEN *kolokol_newterm(const char *term, int output) {
  FILE *file = fdopen(output, "w");
  return file == NULL ? NULL : newterm(term, file, stdin);
}

/// A file without a name that lies in memory and is closed when another program is started; negative where there is no such thing.
static inline int kolokol_memory_file(void) {
#ifdef SYS_memfd_create
  return (int)syscall(SYS_memfd_create, "kolokol", 1U);
#else
  return -1;
#endif
}

/// Reads the description of a terminal, to be asked with tigetstr and its like; false when there is none. To be followed by kolokol_unload.
static inline bool kolokol_load(const char *term) {
  int problem = 0;
  return setupterm(term, 1, &problem) == OK;
}
static inline void kolokol_unload(void) { del_curterm(cur_term); }

/// The names of the standard capabilities in the order of a compiled description; NULL after the last.
static inline const char *kolokol_flag_name(int index) { return boolnames[index]; }
static inline const char *kolokol_number_name(int index) { return numnames[index]; }
static inline const char *kolokol_text_name(int index) { return strnames[index]; }

static const attr_t KOLOKOL_BOLD = A_BOLD;
static const attr_t KOLOKOL_DIM = A_DIM;
static const attr_t KOLOKOL_ITALIC = A_ITALIC;
static const attr_t KOLOKOL_UNDERLINE = A_UNDERLINE;
static const attr_t KOLOKOL_REVERSE = A_REVERSE;

static const mmask_t KOLOKOL_PRESSED = BUTTON1_PRESSED;
static const mmask_t KOLOKOL_CLICKED = BUTTON1_CLICKED;
static const mmask_t KOLOKOL_RELEASED = BUTTON1_RELEASED;
static const mmask_t KOLOKOL_WHEEL_UP = BUTTON4_PRESSED;
static const mmask_t KOLOKOL_WHEEL_DOWN = BUTTON5_PRESSED;

/// A screen character of a string, which is a character and at most four marks (CCHARW_MAX), in a colour pair of any number.
static inline cchar_t kolokol_characters(const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  setcchar(&cell, text, attributes, (short)pair, &pair);
  return cell;
}

/// A screen character of one character.
static inline cchar_t kolokol_character(wchar_t character, attr_t attributes, int pair) {
  const wchar_t text[2] = {character, 0};
  return kolokol_characters(text, attributes, pair);
}

/// The columns of a character as the C library has them, which is what ncurses goes by; negative for what can't be shown.
static inline int kolokol_width(wchar_t character) { return wcwidth(character); }

#endif
