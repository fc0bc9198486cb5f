#ifndef CEDITLINE_H
#define CEDITLINE_H

// The system's libedit as Swift can call it: no variable arguments, no FILE pointers, UTF-8 text.
//
// One editor at a time, used by one thread; only ceditline_post may be called from another.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ceditline_editor;

/// What the editor asks its owner while a line is typed; every text lives only during the call.
struct ceditline_callbacks {
  void *context;
  /// TAB: changes the line or prints a list, and says whether it did. The cursor counts bytes.
  bool (*complete)(void *context, const char *line, size_t cursor);
  /// Asked when the cursor stands at the end of the line; answers with ceditline_set_ghost.
  void (*suggest)(void *context, const char *line);
  /// Whether Enter hands the line over, or asks for another row.
  bool (*is_complete)(void *context, const char *line);
  /// How many code points the last character of the text has, as a person sees characters.
  int (*last_character)(void *context, const char *text);
  /// The same of the first character.
  int (*first_character)(void *context, const char *text);
  /// A paste has arrived; answers with ceditline_insert.
  void (*paste)(void *context, const char *text);
};

enum ceditline_outcome {
  CEDITLINE_LINE,
  CEDITLINE_INTERRUPTED,
  CEDITLINE_END_OF_INPUT,
  CEDITLINE_FAILED,
};

/// Sets the locale, starts libedit and reads the user's .editrc; null where that fails (see errno).
struct ceditline_editor *ceditline_create(const char *program);
void ceditline_set_callbacks(struct ceditline_editor *editor, struct ceditline_callbacks callbacks);
void ceditline_destroy(struct ceditline_editor *editor);

/// Reads one line; stretches of the prompt between two \1 take no room on the screen.
enum ceditline_outcome ceditline_read(struct ceditline_editor *editor, const char *prompt);
/// The line last read, without its newline; valid until the next read.
const char *ceditline_line(const struct ceditline_editor *editor);
/// Why the last read failed, as errno has it.
int ceditline_failure(const struct ceditline_editor *editor);

void ceditline_remember(struct ceditline_editor *editor, const char *line);
/// Shows a notice above the prompt, at once while a line is read, else before the next prompt.
void ceditline_post(struct ceditline_editor *editor, const char *notice);

// For use inside the callbacks.
void ceditline_insert(struct ceditline_editor *editor, const char *text);
/// Puts the text in the place of that many code points before the cursor.
void ceditline_replace(struct ceditline_editor *editor, int code_points, const char *text);
void ceditline_print_below(struct ceditline_editor *editor, const char *text);
void ceditline_set_ghost(struct ceditline_editor *editor, const char *text);

// The terminal, whether or not an editor runs on it.
bool ceditline_terminal_is_interactive(void);
/// Columns, 0 where unknown.
int ceditline_terminal_width(void);
/// Rows, 0 where unknown.
int ceditline_terminal_height(void);
/// Columns that a code point takes: 0, 1 or 2.
int ceditline_columns(uint32_t code_point);
/// Puts the terminal back as it is now when the program ends, by itself or by a signal.
void ceditline_terminal_restore_on_exit(void);
/// Has a command of plain words show a text page by page, and waits; false where it cannot be started.
bool ceditline_page(const char *command, const char *text);
/// Has a command of plain words edit a file, and waits: 0 when it is done, 1 when it failed, -1 where it cannot be started.
int ceditline_edit(const char *command, const char *path);
bool ceditline_interrupt_requested(void);
void ceditline_clear_interrupt(void);

#endif
