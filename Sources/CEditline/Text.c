// UTF-8 as Swift has it, wide characters as libedit has them.

#include "Internals.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_SEQUENCE = 4 };

void *text_resize(void *memory, size_t size) {
  void *resized = realloc(memory, size);
  if (resized == NULL) abort();
  return resized;
}

char *text_copy(const char *text) {
  size_t size = strlen(text) + 1;
  return memcpy(text_resize(NULL, size), text, size);
}

static size_t sequence_length(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xE0) return 2;
  if (first < 0xF0) return 3;
  return 4;
}

wchar_t *text_widened(const char *text) {
  wchar_t *letters = text_resize(NULL, (strlen(text) + 1) * sizeof *letters);
  size_t count = 0;
  while (*text != '\0') {
    unsigned char first = (unsigned char)*text++;
    size_t following = sequence_length(first) - 1;
    unsigned letter = following == 0 ? first : first & (0x3Fu >> following);
    while (following-- > 0 && *text != '\0') {
      letter = letter << 6 | ((unsigned char)*text++ & 0x3Fu);
    }
    letters[count++] = (wchar_t)letter;
  }
  letters[count] = L'\0';
  return letters;
}

static char *append_letter(char *end, unsigned letter) {
  if (letter < 0x80) {
    *end++ = (char)letter;
    return end;
  }
  unsigned following = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
  unsigned marker = 0xFF00u >> (following + 1) & 0xFFu;
  *end++ = (char)(marker | letter >> (6 * following));
  while (following-- > 0) {
    *end++ = (char)(0x80u | (letter >> (6 * following) & 0x3Fu));
  }
  return end;
}

char *text_narrowed(const wchar_t *letters, size_t count) {
  char *text = text_resize(NULL, count * LONGEST_SEQUENCE + 1);
  char *end = text;
  for (size_t index = 0; index < count; index++) {
    end = append_letter(end, (unsigned)letters[index]);
  }
  *end = '\0';
  return text;
}
