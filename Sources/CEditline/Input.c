// The one place where keys are read: libedit asks here for every character.

#define _GNU_SOURCE
#include "Internals.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { ESCAPE = 0x1B, INTERRUPT_KEY = 0x03, REPLACEMENT = 0xFFFD };

/// Milliseconds in which the rest of an escape sequence arrives, if there is a rest.
enum { SEQUENCE_PATIENCE = 25 };

// The queue of keys that go before those of the keyboard

void input_press(struct ceditline_editor *editor, wchar_t key) {
  if (editor->queued < KEY_QUEUE_LENGTH) editor->queue[editor->queued++] = key;
}

static bool take_queued(struct ceditline_editor *editor, wchar_t *key) {
  if (editor->queued == 0) return false;
  *key = editor->queue[0];
  editor->queued--;
  memmove(editor->queue, editor->queue + 1, editor->queued * sizeof *editor->queue);
  return true;
}

// Bytes to letters

static int read_byte(unsigned char *byte) {
  ssize_t count;
  do {
    count = read(STDIN_FILENO, byte, 1);
  } while (count < 0 && errno == EINTR);
  return (int)count;
}

/// How many bytes follow the first one, or -1 if it cannot be a first one.
static int bytes_following(unsigned char first) {
  if (first < 0x80) return 0;
  if (first >= 0xC2 && first < 0xE0) return 1;
  if (first >= 0xE0 && first < 0xF0) return 2;
  if (first >= 0xF0 && first < 0xF5) return 3;
  return -1;
}

/// Reads one letter; 1 when there is one, 0 at the end of input, -1 when reading failed.
static int read_letter(wchar_t *letter) {
  unsigned char byte;
  int count = read_byte(&byte);
  if (count <= 0) return count;
  int following = bytes_following(byte);
  *letter = REPLACEMENT;
  if (following < 0) return 1;
  unsigned value = following == 0 ? byte : byte & (0x3Fu >> following);
  while (following-- > 0) {
    count = read_byte(&byte);
    if (count <= 0) return count;
    if ((byte & 0xC0) != 0x80) return 1;
    value = value << 6 | (byte & 0x3Fu);
  }
  *letter = (wchar_t)value;
  return 1;
}

// Pastes and escape sequences

static bool more_arrives(int milliseconds) {
  struct pollfd keyboard = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&keyboard, 1, milliseconds) > 0;
}

/// Reads up to the mark that ends a paste.
static char *read_paste(void) {
  static const char mark[] = "\033[201~";
  enum { MARK_LENGTH = sizeof mark - 1 };
  size_t length = 0, capacity = 256;
  char *text = text_resize(NULL, capacity);
  unsigned char byte;
  while (read_byte(&byte) == 1) {
    if (length + 2 > capacity) text = text_resize(text, capacity *= 2);
    text[length++] = (char)byte;
    bool is_marked =
        length >= MARK_LENGTH && memcmp(text + length - MARK_LENGTH, mark, MARK_LENGTH) == 0;
    if (!is_marked) continue;
    length -= MARK_LENGTH;
    break;
  }
  text[length] = '\0';
  return text;
}

static bool ends_sequence(wchar_t letter, size_t position) {
  bool is_introducer = position == 0 && (letter == L'[' || letter == L'O');
  return !is_introducer && (position == 0 || (letter >= L'@' && letter <= L'~'));
}

/// Reads what follows an escape character; an empty text is the escape key itself.
static void read_sequence(wchar_t sequence[KEY_QUEUE_LENGTH]) {
  size_t length = 0;
  while (length < KEY_QUEUE_LENGTH - 1 && more_arrives(SEQUENCE_PATIENCE)) {
    if (read_letter(&sequence[length]) != 1) break;
    length++;
    if (ends_sequence(sequence[length - 1], length - 1)) break;
  }
  sequence[length] = L'\0';
}

static bool is_right_arrow(const wchar_t *sequence) {
  return wcscmp(sequence, L"[C") == 0 || wcscmp(sequence, L"OC") == 0;
}

/// Turns the sequences that are ours into own keys and leaves all others to libedit's maps.
static wchar_t key_of_escape(struct ceditline_editor *editor, bool ghost_was_shown) {
  wchar_t sequence[KEY_QUEUE_LENGTH];
  read_sequence(sequence);
  if (wcscmp(sequence, L"[200~") == 0) {
    free(editor->pasted);
    editor->pasted = read_paste();
    return KEY_PASTE;
  }
  if (ghost_was_shown && is_right_arrow(sequence)) return KEY_TAKE_GHOST;
  for (const wchar_t *letter = sequence; *letter != L'\0'; letter++) input_press(editor, *letter);
  return ESCAPE;
}

// Waiting

static bool is_input_waiting(void) {
  int waiting = 0;
  return ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0;
}

static void take_terminal_back(struct ceditline_editor *editor) {
  el_wset(editor->edit, EL_PREP_TERM, 0);
  el_wset(editor->edit, EL_PREP_TERM, 1);
  display_bracketed_paste(true);
}

static void answer_wake(struct ceditline_editor *editor) {
  bool is_resized, is_continued;
  signals_collect(&is_resized, &is_continued);
  display_hide_ghost(editor);
  if (is_continued) take_terminal_back(editor);
  if (is_resized || is_continued) display_redraw(editor);
  display_notices(editor);
}

/// Waits for the keyboard and answers signals and notices meanwhile; false when that failed.
static bool wait_for_keyboard(struct ceditline_editor *editor) {
  struct pollfd watched[] = {
      {.fd = STDIN_FILENO, .events = POLLIN},
      {.fd = signals_wake_descriptor(), .events = POLLIN},
  };
  for (;;) {
    bool has_time = editor_is_editing(editor) && !is_input_waiting();
    if (has_time && !editor->shows_ghost) display_show_ghost(editor);
    int ready = poll(watched, 2, -1);
    if (ready < 0 && errno != EINTR) return false;
    if (ready < 0) continue;
    if (watched[1].revents != 0) answer_wake(editor);
    if (ceditline_interrupt_requested() || watched[0].revents != 0) return true;
  }
}

/// An interrupt by signal counts as ^C; without line editing there is no key for it.
static int interrupt(struct ceditline_editor *editor, wchar_t *key) {
  ceditline_clear_interrupt();
  if (editor_is_editing(editor)) {
    *key = INTERRUPT_KEY;
    return 1;
  }
  editor->is_dropped = true;
  errno = EINTR;
  return -1;
}

static bool is_own_key(wchar_t letter) { return letter >= 0x80 && letter < 0xA0; }

int input_next_key(EditLine *edit, wchar_t *key) {
  struct ceditline_editor *editor = editor_of(edit);
  if (take_queued(editor, key)) return 1;
  do {
    if (!wait_for_keyboard(editor)) return -1;
    bool ghost_was_shown = editor->shows_ghost;
    display_hide_ghost(editor);
    if (ceditline_interrupt_requested()) return interrupt(editor, key);
    int outcome = read_letter(key);
    if (outcome != 1) return outcome;
    if (*key == ESCAPE && editor_is_editing(editor)) {
      *key = key_of_escape(editor, ghost_was_shown);
      return 1;
    }
  } while (is_own_key(*key));
  return 1;
}
