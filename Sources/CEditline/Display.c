// What is drawn around the line that libedit draws: notices, lists, ghost text.

#define _GNU_SOURCE
#include "Internals.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

enum { PROMPT_ESCAPE = 1, USUAL_WIDTH = 80, USUAL_HEIGHT = 24, TAB_STOP = 8 };

/// A place on the screen, counted from the start of the prompt.
struct place {
  int row;
  int column;
};

static int screen_width(void) {
  int width = ceditline_terminal_width();
  return width > 0 ? width : USUAL_WIDTH;
}

static int screen_height(void) {
  int height = ceditline_terminal_height();
  return height > 0 ? height : USUAL_HEIGHT;
}

int ceditline_columns(uint32_t code_point) {
  int columns = wcwidth((wchar_t)code_point);
  return columns > 0 ? columns : 0;
}

/// libedit writes a control character as a caret and a letter.
static int drawn_columns(wchar_t letter, int column) {
  if (letter == L'\t') return TAB_STOP - column % TAB_STOP;
  if (iswcntrl((wint_t)letter)) return 2;
  return ceditline_columns((uint32_t)letter);
}

static void advance(struct place *place, wchar_t letter) {
  int width = screen_width();
  int columns = drawn_columns(letter, place->column);
  bool wraps = letter == L'\n' || place->column + columns > width;
  if (wraps) *place = (struct place){place->row + 1, 0};
  if (letter == L'\n') return;
  place->column += columns;
  if (place->column >= width) *place = (struct place){place->row + 1, 0};
}

static struct place place_after_prompt(const struct ceditline_editor *editor) {
  struct place place = {0, 0};
  bool is_escaped = false;
  for (const wchar_t *letter = editor->prompt; *letter != L'\0'; letter++) {
    if (*letter == PROMPT_ESCAPE) is_escaped = !is_escaped;
    else if (!is_escaped) advance(&place, *letter);
  }
  return place;
}

static struct place place_of(const struct ceditline_editor *editor, const wchar_t *end) {
  struct place place = place_after_prompt(editor);
  for (const wchar_t *letter = el_wline(editor->edit)->buffer; letter < end; letter++) {
    advance(&place, *letter);
  }
  // libedit scrolls inside the screen when the line is taller.
  int last_row = screen_height() - 1;
  if (place.row > last_row) place.row = last_row;
  return place;
}

static void erase_from_prompt(const struct ceditline_editor *editor) {
  int row = place_of(editor, el_wline(editor->edit)->cursor).row;
  if (row > 0) printf("\033[%dA", row);
  fputs("\r\033[J", stdout);
}

static void draw_line(const struct ceditline_editor *editor) {
  fflush(stdout);
  el_wset(editor->edit, EL_REFRESH);
}

void display_bracketed_paste(bool is_on) {
  signals_note_bracketed_paste(is_on);
  fputs(is_on ? "\033[?2004h" : "\033[?2004l", stdout);
  fflush(stdout);
}

void display_redraw(struct ceditline_editor *editor) {
  erase_from_prompt(editor);
  fflush(stdout);
  el_resize(editor->edit);
  draw_line(editor);
}

void ceditline_print_below(struct ceditline_editor *editor, const char *text) {
  const LineInfoW *line = el_wline(editor->edit);
  int rows_below = place_of(editor, line->lastchar).row - place_of(editor, line->cursor).row;
  if (rows_below > 0) printf("\033[%dB", rows_below);
  printf("\r\n%s\r\n", text);
  draw_line(editor);
}

// Notices

void ceditline_post(struct ceditline_editor *editor, const char *notice) {
  pthread_mutex_lock(&editor->notices_lock);
  size_t before = editor->notices != NULL ? strlen(editor->notices) : 0;
  editor->notices = text_resize(editor->notices, before + strlen(notice) + sizeof "\r\n");
  strcpy(editor->notices + before, notice);
  strcat(editor->notices + before, "\r\n");
  pthread_mutex_unlock(&editor->notices_lock);
  signals_wake();
}

static char *take_notices(struct ceditline_editor *editor) {
  pthread_mutex_lock(&editor->notices_lock);
  char *notices = editor->notices;
  editor->notices = NULL;
  pthread_mutex_unlock(&editor->notices_lock);
  return notices;
}

void display_notices(struct ceditline_editor *editor) {
  char *notices = take_notices(editor);
  if (notices == NULL) return;
  erase_from_prompt(editor);
  fputs(notices, stdout);
  free(notices);
  draw_line(editor);
}

// Ghost text

void ceditline_set_ghost(struct ceditline_editor *editor, const char *text) {
  free(editor->ghost);
  editor->ghost = text_widened(text);
}

static void forget_ghost(struct ceditline_editor *editor) {
  free(editor->ghost);
  editor->ghost = NULL;
}

static void ask_for_ghost(struct ceditline_editor *editor) {
  const LineInfoW *line = el_wline(editor->edit);
  forget_ghost(editor);
  bool is_at_end = line->cursor == line->lastchar && line->lastchar > line->buffer;
  if (!is_at_end || editor->callbacks.suggest == NULL) return;
  char *text = text_narrowed(line->buffer, (size_t)(line->lastchar - line->buffer));
  editor->callbacks.suggest(editor->callbacks.context, text);
  free(text);
}

/// The ghost stays on its row: what does not fit is taken all the same, unseen.
static size_t letters_that_fit(const wchar_t *ghost, int room) {
  size_t count = 0;
  while (ghost[count] != L'\0') {
    room -= ceditline_columns((uint32_t)ghost[count]);
    if (room < 0) break;
    count++;
  }
  return count;
}

void display_show_ghost(struct ceditline_editor *editor) {
  ask_for_ghost(editor);
  if (editor->ghost == NULL) return;
  struct place cursor = place_of(editor, el_wline(editor->edit)->cursor);
  size_t count = letters_that_fit(editor->ghost, screen_width() - cursor.column - 1);
  char *text = text_narrowed(editor->ghost, count);
  printf("\0337\033[2m%s\033[0m\0338", text);
  free(text);
  fflush(stdout);
  editor->shows_ghost = true;
}

void display_hide_ghost(struct ceditline_editor *editor) {
  if (!editor->shows_ghost) return;
  fputs("\033[K", stdout);
  fflush(stdout);
  editor->shows_ghost = false;
}
