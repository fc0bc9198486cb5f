// Signals, and the state of the terminal that has to survive them.
//
// Everything a handler calls here is async-signal-safe.

#define _GNU_SOURCE
#include "Internals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static volatile sig_atomic_t window_changed;
static volatile sig_atomic_t program_continued;
static volatile sig_atomic_t interrupt_requested;
static volatile sig_atomic_t bracketed_paste_on;
static volatile sig_atomic_t termios_saved;
static struct termios termios_at_start;
static int wake_pipe[2] = {-1, -1};

// Waking the editor

int signals_wake_descriptor(void) { return wake_pipe[0]; }

void signals_wake(void) {
  int reason = errno;
  // A full pipe wakes as well as one byte more.
  if (wake_pipe[1] >= 0 && write(wake_pipe[1], "", 1) < 0) errno = reason;
  errno = reason;
}

static void note_signal(int number) {
  switch (number) {
  case SIGWINCH: window_changed = 1; break;
  case SIGCONT: program_continued = 1; break;
  case SIGINT: interrupt_requested = 1; break;
  }
  signals_wake();
}

void signals_collect(bool *is_resized, bool *is_continued) {
  char ignored[64];
  while (read(wake_pipe[0], ignored, sizeof ignored) > 0) continue;
  *is_resized = window_changed;
  *is_continued = program_continued;
  window_changed = 0;
  program_continued = 0;
}

static const int watched_signals[] = {SIGWINCH, SIGCONT, SIGINT};
enum { WATCHED_SIGNALS = sizeof watched_signals / sizeof *watched_signals };
static struct sigaction actions_before[WATCHED_SIGNALS];

bool signals_watch(void) {
  if (pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  struct sigaction action = {.sa_handler = note_signal, .sa_flags = SA_RESTART};
  for (size_t index = 0; index < WATCHED_SIGNALS; index++) {
    sigaction(watched_signals[index], &action, &actions_before[index]);
  }
  return true;
}

void signals_unwatch(void) {
  for (size_t index = 0; index < WATCHED_SIGNALS; index++) {
    sigaction(watched_signals[index], &actions_before[index], NULL);
  }
  close(wake_pipe[0]);
  close(wake_pipe[1]);
  wake_pipe[0] = wake_pipe[1] = -1;
}

bool ceditline_interrupt_requested(void) { return interrupt_requested; }

void ceditline_clear_interrupt(void) { interrupt_requested = 0; }

// Leaving the terminal as it was

void signals_note_bracketed_paste(bool is_on) { bracketed_paste_on = is_on; }

static void restore_terminal(void) {
  // From the background it would disturb whoever has the terminal now.
  if (!termios_saved || tcgetpgrp(STDIN_FILENO) != getpgrp()) return;
  static const char switch_off[] = "\033[?2004l";
  if (bracketed_paste_on && write(STDOUT_FILENO, switch_off, sizeof switch_off - 1) > 0) {
    bracketed_paste_on = 0;
  }
  tcsetattr(STDIN_FILENO, TCSANOW, &termios_at_start);
}

static const int deadly_signals[] = {SIGTERM, SIGHUP, SIGQUIT, SIGABRT,
                                     SIGILL,  SIGTRAP, SIGSEGV, SIGBUS, SIGFPE};
enum { DEADLY_SIGNALS = sizeof deadly_signals / sizeof *deadly_signals };
static struct sigaction deaths_before[DEADLY_SIGNALS];

static bool is_sent(const siginfo_t *origin) {
  return origin->si_code <= 0;
}

/// Restores the terminal, then lets the signal do what it would have done.
static void die_restored(int number, siginfo_t *origin, void *context) {
  (void)context;
  restore_terminal();
  for (size_t index = 0; index < DEADLY_SIGNALS; index++) {
    if (deadly_signals[index] == number) sigaction(number, &deaths_before[index], NULL);
  }
  // A fault comes again by itself when the instruction is run again, with its address.
  bool is_fault = number == SIGILL || number == SIGTRAP || number == SIGSEGV || number == SIGBUS ||
                  number == SIGFPE;
  if (!is_fault || is_sent(origin)) raise(number);
}

void ceditline_terminal_restore_on_exit(void) {
  if (termios_saved || tcgetattr(STDIN_FILENO, &termios_at_start) != 0) return;
  termios_saved = 1;
  atexit(restore_terminal);
  struct sigaction action = {.sa_sigaction = die_restored, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  for (size_t index = 0; index < DEADLY_SIGNALS; index++) {
    sigaction(deadly_signals[index], &action, &deaths_before[index]);
    bool was_ignored = deaths_before[index].sa_handler == SIG_IGN;
    if (was_ignored) sigaction(deadly_signals[index], &deaths_before[index], NULL);
  }
}

// What the terminal is

bool ceditline_terminal_is_interactive(void) {
  const char *kind = getenv("TERM");
  bool can_move_cursor = kind != NULL && *kind != '\0' && strcmp(kind, "dumb") != 0;
  return can_move_cursor && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

int ceditline_terminal_width(void) {
  struct winsize size;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int ceditline_terminal_height(void) {
  struct winsize size;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}
