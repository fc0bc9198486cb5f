// The editor's life: created, asked for lines, destroyed.

#define _GNU_SOURCE
#include "Internals.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// Lines that can be recalled.
enum { HISTORY_LENGTH = 5000 };

struct ceditline_editor *editor_of(EditLine *edit) {
  void *editor = NULL;
  el_wget(edit, EL_CLIENTDATA, &editor);
  return editor;
}

bool editor_is_editing(const struct ceditline_editor *editor) {
  int is_editing = 0;
  return el_wget(editor->edit, EL_EDITMODE, &is_editing) == 0 && is_editing != 0;
}

/// libedit drops every letter outside ASCII where the locale does not say UTF-8.
static void set_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

static wchar_t *prompt_of(EditLine *edit) { return editor_of(edit)->prompt; }

static void configure(struct ceditline_editor *editor) {
  EditLine *edit = editor->edit;
  el_wset(edit, EL_CLIENTDATA, editor);
  el_wset(edit, EL_PROMPT_ESC, prompt_of, (wchar_t)1);
  el_wset(edit, EL_EDITOR, L"emacs");
  el_wset(edit, EL_HIST, history_w, editor->history);
  // libedit would send its signals to the whole process group.
  el_wset(edit, EL_SIGNAL, 0);
  el_wset(edit, EL_SETTY, L"-d", L"-isig", NULL);
  el_wset(edit, EL_GETCFN, input_next_key);
  // The user's file comes first: `bind -v` in it wipes all bindings made before.
  el_source(edit, NULL);
  keys_bind(editor);
}

static void set_up_history(struct ceditline_editor *editor) {
  HistEventW event;
  editor->history = history_winit();
  if (editor->history == NULL) abort();
  history_w(editor->history, &event, H_SETSIZE, HISTORY_LENGTH);
  history_w(editor->history, &event, H_SETUNIQUE, 1);
}

struct ceditline_editor *ceditline_create(const char *program) {
  set_locale();
  if (!signals_watch()) return NULL;
  struct ceditline_editor *editor = text_resize(NULL, sizeof *editor);
  *editor = (struct ceditline_editor){.prompt = text_widened(""), .line = text_copy("")};
  pthread_mutex_init(&editor->notices_lock, NULL);
  set_up_history(editor);
  editor->edit = el_init(program, stdin, stdout, stderr);
  if (editor->edit == NULL) {
    ceditline_destroy(editor);
    return NULL;
  }
  configure(editor);
  return editor;
}

void ceditline_set_callbacks(struct ceditline_editor *editor,
                             struct ceditline_callbacks callbacks) {
  editor->callbacks = callbacks;
}

void ceditline_destroy(struct ceditline_editor *editor) {
  if (editor == NULL) return;
  if (editor->edit != NULL) el_end(editor->edit);
  history_wend(editor->history);
  signals_unwatch();
  pthread_mutex_destroy(&editor->notices_lock);
  free(editor->prompt);
  free(editor->line);
  free(editor->pasted);
  free(editor->ghost);
  free(editor->notices);
  free(editor);
}

void ceditline_remember(struct ceditline_editor *editor, const char *line) {
  HistEventW event;
  wchar_t *letters = text_widened(line);
  history_w(editor->history, &event, H_ENTER, letters);
  free(letters);
}

const char *ceditline_line(const struct ceditline_editor *editor) { return editor->line; }

int ceditline_failure(const struct ceditline_editor *editor) { return editor->failure; }

static void forget_last_read(struct ceditline_editor *editor) {
  editor->is_dropped = false;
  editor->queued = 0;
  editor->failure = 0;
}

static void keep_line(struct ceditline_editor *editor, const wchar_t *letters, int count) {
  if (count > 0 && letters[count - 1] == L'\n') count--;
  free(editor->line);
  editor->line = text_narrowed(letters, (size_t)count);
}

static enum ceditline_outcome end_without_line(struct ceditline_editor *editor, int count) {
  bool has_failed = count < 0 && errno != 0;
  if (has_failed) editor->failure = errno;
  return has_failed ? CEDITLINE_FAILED : CEDITLINE_END_OF_INPUT;
}

enum ceditline_outcome ceditline_read(struct ceditline_editor *editor, const char *prompt) {
  free(editor->prompt);
  editor->prompt = text_widened(prompt);
  forget_last_read(editor);
  ceditline_clear_interrupt();
  // A key pressed as soon as the prompt is seen must find the terminal already in our hands.
  el_wset(editor->edit, EL_PREP_TERM, 1);
  display_bracketed_paste(true);
  int count = 0;
  errno = 0;
  const wchar_t *letters = el_wgets(editor->edit, &count);
  int reason = errno;
  display_bracketed_paste(false);
  ceditline_clear_interrupt();
  errno = reason;
  if (letters != NULL && !editor->is_dropped) {
    keep_line(editor, letters, count);
    return CEDITLINE_LINE;
  }
  bool is_below_line = letters != NULL;
  if (!is_below_line) putchar('\n');
  fflush(stdout);
  errno = reason;
  return editor->is_dropped ? CEDITLINE_INTERRUPTED : end_without_line(editor, count);
}

void ceditline_insert(struct ceditline_editor *editor, const char *text) {
  wchar_t *letters = text_widened(text);
  el_winsertstr(editor->edit, letters);
  free(letters);
}

void ceditline_replace(struct ceditline_editor *editor, int code_points, const char *text) {
  if (code_points > 0) el_wdeletestr(editor->edit, code_points);
  ceditline_insert(editor, text);
}
