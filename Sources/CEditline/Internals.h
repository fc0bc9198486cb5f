#ifndef CEDITLINE_INTERNALS_H
#define CEDITLINE_INTERNALS_H

// What the files of this target share.

#include "CEditline.h"

#include <histedit.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

/// Keys that no keyboard sends (C1 control codes, which the input drops): the editor presses them
/// itself, so that they work alike in the emacs and both vi maps.
enum own_key {
  KEY_ACCEPT = 0x80,
  KEY_PASTE = 0x81,
  KEY_TAKE_GHOST = 0x82,
};

/// An escape sequence longer than this is not waited for.
enum { KEY_QUEUE_LENGTH = 16 };

struct ceditline_editor {
  EditLine *edit;
  HistoryW *history;
  struct ceditline_callbacks callbacks;

  wchar_t *prompt;
  char *line;
  int failure;
  bool is_dropped;

  wchar_t queue[KEY_QUEUE_LENGTH];
  size_t queued;
  char *pasted;

  wchar_t *ghost;
  bool shows_ghost;

  pthread_mutex_t notices_lock;
  char *notices;
};

// Editor.c
struct ceditline_editor *editor_of(EditLine *edit);
bool editor_is_editing(const struct ceditline_editor *editor);

// Text.c: memory that runs out ends the program, so that no caller has to ask.
void *text_resize(void *memory, size_t size);
char *text_copy(const char *text);
wchar_t *text_widened(const char *text);
char *text_narrowed(const wchar_t *letters, size_t count);

// Input.c
int input_next_key(EditLine *edit, wchar_t *key);
void input_press(struct ceditline_editor *editor, wchar_t key);

// Display.c
void display_bracketed_paste(bool is_on);
void display_notices(struct ceditline_editor *editor);
void display_redraw(struct ceditline_editor *editor);
void display_show_ghost(struct ceditline_editor *editor);
void display_hide_ghost(struct ceditline_editor *editor);

// Keys.c
void keys_bind(struct ceditline_editor *editor);

// Signals.c
bool signals_watch(void);
void signals_unwatch(void);
/// A descriptor that becomes readable when a signal or a notice has to be looked at.
int signals_wake_descriptor(void);
void signals_wake(void);
/// Empties the descriptor and says whether the window changed or the program was continued.
void signals_collect(bool *is_resized, bool *is_continued);
/// Told whether bracketed paste is on, so that it can be switched off when the program dies.
void signals_note_bracketed_paste(bool is_on);

#endif
