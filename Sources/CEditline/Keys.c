// What the keys do that libedit alone would not do, and which keys these are.

#define _GNU_SOURCE
#include "Internals.h"

#include <signal.h>
#include <stdlib.h>
#include <wchar.h>

static char *text_to(EditLine *edit, const wchar_t *end) {
  const wchar_t *buffer = el_wline(edit)->buffer;
  return text_narrowed(buffer, (size_t)(end - buffer));
}

static void move_to_end(EditLine *edit) {
  const LineInfoW *line = el_wline(edit);
  el_cursor(edit, (int)(line->lastchar - line->cursor));
}

// The functions

static unsigned char complete(EditLine *edit, wint_t key) {
  (void)key;
  struct ceditline_editor *editor = editor_of(edit);
  const LineInfoW *line = el_wline(edit);
  char *text = text_to(edit, line->lastchar);
  char *before = text_to(edit, line->cursor);
  size_t cursor = 0;
  while (before[cursor] != '\0') cursor++;
  bool is_answered = editor->callbacks.complete(editor->callbacks.context, text, cursor);
  free(text);
  free(before);
  return is_answered ? CC_REFRESH : CC_REFRESH_BEEP;
}

/// Runs libedit's own newline by its key, because it alone knows how to leave a line of many rows.
static unsigned char enter(EditLine *edit, wint_t key) {
  (void)key;
  struct ceditline_editor *editor = editor_of(edit);
  char *text = text_to(edit, el_wline(edit)->lastchar);
  bool is_complete = editor->callbacks.is_complete(editor->callbacks.context, text);
  free(text);
  if (is_complete) {
    input_press(editor, KEY_ACCEPT);
    return CC_NORM;
  }
  move_to_end(edit);
  el_winsertstr(edit, L"\n");
  return CC_REFRESH;
}

static unsigned char drop_line(EditLine *edit, wint_t key) {
  (void)key;
  struct ceditline_editor *editor = editor_of(edit);
  editor->is_dropped = true;
  move_to_end(edit);
  el_winsertstr(edit, L"^C");
  input_press(editor, KEY_ACCEPT);
  return CC_REFRESH;
}

static unsigned char delete_character(EditLine *edit, wint_t key) {
  (void)key;
  struct ceditline_editor *editor = editor_of(edit);
  const LineInfoW *line = el_wline(edit);
  if (line->cursor == line->buffer) return CC_ERROR;
  char *text = text_to(edit, line->cursor);
  el_wdeletestr(edit, editor->callbacks.last_character(editor->callbacks.context, text));
  free(text);
  return CC_REFRESH;
}

/// Code points of the character before the cursor, 0 at the start of the line.
static int letters_before(EditLine *edit) {
  struct ceditline_editor *editor = editor_of(edit);
  const LineInfoW *line = el_wline(edit);
  if (line->cursor == line->buffer) return 0;
  char *text = text_to(edit, line->cursor);
  int count = editor->callbacks.last_character(editor->callbacks.context, text);
  free(text);
  return count;
}

/// Code points of the character after the cursor, 0 at the end of the line.
static int letters_after(EditLine *edit) {
  struct ceditline_editor *editor = editor_of(edit);
  const LineInfoW *line = el_wline(edit);
  if (line->cursor == line->lastchar) return 0;
  char *text = text_narrowed(line->cursor, (size_t)(line->lastchar - line->cursor));
  int count = editor->callbacks.first_character(editor->callbacks.context, text);
  free(text);
  return count;
}

static unsigned char go_left(EditLine *edit, wint_t key) {
  (void)key;
  int count = letters_before(edit);
  if (count == 0) return CC_ERROR;
  el_cursor(edit, -count);
  return CC_CURSOR;
}

static unsigned char go_right(EditLine *edit, wint_t key) {
  (void)key;
  int count = letters_after(edit);
  if (count == 0) return CC_ERROR;
  el_cursor(edit, count);
  return CC_CURSOR;
}

static unsigned char delete_next_character(EditLine *edit, wint_t key) {
  (void)key;
  int count = letters_after(edit);
  if (count == 0) return CC_ERROR;
  el_cursor(edit, count);
  el_wdeletestr(edit, count);
  return CC_REFRESH;
}

/// ^D: the end of input on an empty line, else the next character goes.
static unsigned char delete_or_end(EditLine *edit, wint_t key) {
  const LineInfoW *line = el_wline(edit);
  if (line->buffer == line->lastchar) return CC_EOF;
  return delete_next_character(edit, key);
}

static unsigned char insert_paste(EditLine *edit, wint_t key) {
  (void)key;
  struct ceditline_editor *editor = editor_of(edit);
  if (editor->pasted == NULL) return CC_NORM;
  editor->callbacks.paste(editor->callbacks.context, editor->pasted);
  free(editor->pasted);
  editor->pasted = NULL;
  return CC_REFRESH;
}

static unsigned char take_ghost(EditLine *edit, wint_t key) {
  (void)key;
  struct ceditline_editor *editor = editor_of(edit);
  if (editor->ghost == NULL) return CC_NORM;
  el_winsertstr(edit, editor->ghost);
  return CC_REFRESH;
}

/// Stops the whole foreground group, as the terminal does when ^Z reaches it.
static unsigned char suspend(EditLine *edit, wint_t key) {
  (void)key;
  struct ceditline_editor *editor = editor_of(edit);
  display_bracketed_paste(false);
  el_wset(edit, EL_PREP_TERM, 0);
  kill(0, SIGTSTP);
  el_wset(edit, EL_PREP_TERM, 1);
  display_bracketed_paste(true);
  display_redraw(editor);
  return CC_NORM;
}

struct function {
  const wchar_t *name;
  const wchar_t *help;
  unsigned char (*body)(EditLine *, wint_t);
};

static const struct function functions[] = {
    {L"plenary-complete", L"Complete the word", complete},
    {L"plenary-enter", L"Hand the line over, or ask for another row", enter},
    {L"plenary-drop-line", L"Drop the line", drop_line},
    {L"plenary-delete-character", L"Delete the character before the cursor", delete_character},
    {L"plenary-left", L"Go one character to the left", go_left},
    {L"plenary-right", L"Go one character to the right", go_right},
    {L"plenary-delete-next-character", L"Delete the character after the cursor",
     delete_next_character},
    {L"plenary-delete-or-end", L"Delete the character after the cursor, or end the input",
     delete_or_end},
    {L"plenary-insert-paste", L"Insert what was pasted", insert_paste},
    {L"plenary-take-ghost", L"Insert the ghost text", take_ghost},
    {L"plenary-suspend", L"Suspend the program", suspend},
};

// The keys

struct binding {
  const wchar_t *key;
  const wchar_t *function;
};

/// In the emacs map and in the map in which vi inserts.
static const struct binding typing_bindings[] = {
    {L"^I", L"plenary-complete"},
    {L"^?", L"plenary-delete-character"},
    {L"^H", L"plenary-delete-character"},
    {L"^R", L"em-inc-search-prev"},
};

/// In those and in the map in which vi commands.
static const struct binding common_bindings[] = {
    {L"\x80", L"ed-newline"},
    {L"\x81", L"plenary-insert-paste"},
    {L"\x82", L"plenary-take-ghost"},
    {L"^M", L"plenary-enter"},
    {L"^J", L"plenary-enter"},
    {L"^C", L"plenary-drop-line"},
    {L"^Z", L"plenary-suspend"},
};

static const struct binding emacs_bindings[] = {
    {L"\\e[3~", L"plenary-delete-next-character"},
    {L"\\e[C", L"plenary-right"},
    {L"\\eOC", L"plenary-right"},
    {L"\\e[D", L"plenary-left"},
    {L"\\eOD", L"plenary-left"},
    {L"^F", L"plenary-right"},
    {L"^B", L"plenary-left"},
    {L"^D", L"plenary-delete-or-end"},
    {L"\\e[1;5C", L"em-next-word"},
    {L"\\e[1;5D", L"ed-prev-word"},
};

/// In vi an escape leads to the command map, which sees the rest of a sequence.
static const struct binding vi_command_bindings[] = {
    {L"[3~", L"plenary-delete-next-character"},
    {L"[C", L"plenary-right"},
    {L"OC", L"plenary-right"},
    {L"[D", L"plenary-left"},
    {L"OD", L"plenary-left"},
    {L"h", L"plenary-left"},
    {L"l", L"plenary-right"},
    {L"x", L"plenary-delete-next-character"},
    {L"^R", L"vi-search-prev"},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void bind_all(EditLine *edit, const struct binding *bindings, size_t count) {
  for (size_t index = 0; index < count; index++) {
    el_wset(edit, EL_BIND, bindings[index].key, bindings[index].function, NULL);
  }
}

static void bind_all_in_vi_commands(EditLine *edit, const struct binding *bindings, size_t count) {
  for (size_t index = 0; index < count; index++) {
    el_wset(edit, EL_BIND, L"-a", bindings[index].key, bindings[index].function, NULL);
  }
}

static bool is_vi(EditLine *edit) {
  const wchar_t *mode = NULL;
  return el_wget(edit, EL_EDITOR, &mode) == 0 && mode != NULL && wcscmp(mode, L"vi") == 0;
}

void keys_bind(struct ceditline_editor *editor) {
  EditLine *edit = editor->edit;
  for (size_t index = 0; index < COUNT(functions); index++) {
    const struct function *function = &functions[index];
    el_wset(edit, EL_ADDFN, function->name, function->help, function->body);
  }
  bind_all(edit, typing_bindings, COUNT(typing_bindings));
  bind_all(edit, common_bindings, COUNT(common_bindings));
  if (is_vi(edit)) {
    bind_all_in_vi_commands(edit, common_bindings, COUNT(common_bindings));
    bind_all_in_vi_commands(edit, vi_command_bindings, COUNT(vi_command_bindings));
  } else {
    bind_all(edit, emacs_bindings, COUNT(emacs_bindings));
  }
}
