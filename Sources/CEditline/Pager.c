// Programs of the person at the terminal: a pager and an editor. No shell is opened.

#define _GNU_SOURCE
#include "Internals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { MOST_WORDS = 32 };

/// Starts a command of plain words and an argument, if there is one, with its standard input at a descriptor; 0 where that
/// fails.
static pid_t start(char *command, char *argument, int input) {
  char *words[MOST_WORDS + 2] = {0};
  char *rest = NULL;
  size_t count = 0;
  for (char *word = strtok_r(command, " ", &rest); word != NULL && count < MOST_WORDS;
       word = strtok_r(NULL, " ", &rest)) {
    words[count++] = word;
  }
  if (count == 0) return 0;
  words[count] = argument;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  sigaddset(&usual, SIGXFSZ);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  if (posix_spawnp(&child, words[0], &actions, &attributes, words, environ) != 0) child = 0;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

/// Writes as much as is read: whoever leaves the pager has seen enough.
static void feed(int output, const char *text) {
  size_t length = strlen(text);
  while (length > 0) {
    ssize_t count = write(output, text, length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    text += count;
    length -= (size_t)count;
  }
}

bool ceditline_page(const char *command, const char *text) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
  sigaction(SIGPIPE, &ignore, &before);
  setenv("LESSSECURE", "1", 1);
  setenv("LESS", "FRX", 0);
  char *copy = text_resize(NULL, strlen(command) + 1);
  strcpy(copy, command);
  pid_t child = start(copy, NULL, ends[0]);
  free(copy);
  close(ends[0]);
  if (child != 0) feed(ends[1], text);
  close(ends[1]);
  int status = 0;
  if (child != 0) {
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  }
  sigaction(SIGPIPE, &before, NULL);
  return child != 0;
}

int ceditline_edit(const char *command, const char *path) {
  char *copy = strdup(command), *argument = strdup(path);
  if (copy == NULL || argument == NULL) abort();
  pid_t child = start(copy, argument, STDIN_FILENO);
  int status = 0;
  if (child != 0) {
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  }
  free(copy);
  free(argument);
  if (child == 0) return -1;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : 1;
}
