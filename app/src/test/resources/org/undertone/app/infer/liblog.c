// SPDX-License-Identifier: GPL-3.0-or-later
// Android's log. Warnings and worse go to the standard error stream, where a failing test shows them.
#include <stdarg.h>
#include <stdio.h>

#define ANDROID_LOG_WARN 5

int __android_log_vprint(int priority, const char *tag, const char *format, va_list arguments) {
  if (priority < ANDROID_LOG_WARN) return 0;
  fprintf(stderr, "%s: ", tag);
  int written = vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  return written;
}

int __android_log_print(int priority, const char *tag, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int written = __android_log_vprint(priority, tag, format, arguments);
  va_end(arguments);
  return written;
}

int __android_log_write(int priority, const char *tag, const char *text) {
  return __android_log_print(priority, tag, "%s", text);
}
