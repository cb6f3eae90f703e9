// SPDX-License-Identifier: GPL-3.0-or-later
// What Android's C library has and glibc has not, or does in another way. AndroidTflite compiles it,
// together with jumps to glibc for all else, to a library that answers to the name libc.so. Each
// function is exported with Android's symbol version, LIBC, so that glibc's own is not hidden.
#define _GNU_SOURCE
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ANDROID(name) __asm__(".symver android_" #name "," #name "@LIBC")

// XNNPACK's AVX-512 code for 8-bit networks crashes on blocks that are aligned less.
#define LEAST_ALIGNMENT 64

static size_t aligned(size_t alignment) {
  return alignment < LEAST_ALIGNMENT ? LEAST_ALIGNMENT : alignment;
}

void *android_memalign(size_t alignment, size_t size) {
  void *block = NULL;
  return posix_memalign(&block, aligned(alignment), size) == 0 ? block : NULL;
}
ANDROID(memalign);

int android_posix_memalign(void **block, size_t alignment, size_t size) {
  return posix_memalign(block, aligned(alignment), size);
}
ANDROID(posix_memalign);

int *android___errno(void) { return &errno; }
ANDROID(__errno);

int android_strerror_r(int error, char *text, size_t size) {
  return __xpg_strerror_r(error, text, size);
}
ANDROID(strerror_r);

size_t android___strlen_chk(const char *text, size_t size) {
  (void)size;
  return strlen(text);
}
ANDROID(__strlen_chk);

void android_android_set_abort_message(const char *message) { fprintf(stderr, "%s\n", message); }
ANDROID(android_set_abort_message);

// Without a release of Android of its liking, TensorFlow Lite silently leaves XNNPACK out.
int android___system_property_get(const char *name, char *value) {
  strcpy(value, strcmp(name, "ro.build.version.sdk") == 0 ? "34" : "");
  return (int)strlen(value);
}
ANDROID(__system_property_get);

// bionic's <bits/sysconf.h>; no other number is asked for.
long android_sysconf(int name) {
  switch (name) {
    case 39:
    case 40:
      return sysconf(_SC_PAGESIZE);
    case 96:
      return sysconf(_SC_NPROCESSORS_CONF);
    case 97:
      return sysconf(_SC_NPROCESSORS_ONLN);
    case 98:
      return sysconf(_SC_PHYS_PAGES);
    case 99:
      return sysconf(_SC_AVPHYS_PAGES);
    default:
      errno = EINVAL;
      return -1;
  }
}
ANDROID(sysconf);

// bionic's stdin, stdout and stderr are elements of an array of structures of 152 bytes.
#define STREAM_SIZE 152
char android___sF[3][STREAM_SIZE] __attribute__((aligned(16)));
ANDROID(__sF);

static FILE *stream(void *file) {
  if (file == android___sF[0]) return stdin;
  if (file == android___sF[1]) return stdout;
  if (file == android___sF[2]) return stderr;
  return file;
}

int android_fclose(void *file) { return fclose(stream(file)); }
ANDROID(fclose);

int android_fflush(void *file) { return fflush(stream(file)); }
ANDROID(fflush);

int android_fileno(void *file) { return fileno(stream(file)); }
ANDROID(fileno);

int android_fputc(int c, void *file) { return fputc(c, stream(file)); }
ANDROID(fputc);

size_t android_fread(void *data, size_t size, size_t count, void *file) {
  return fread(data, size, count, stream(file));
}
ANDROID(fread);

size_t android_fwrite(const void *data, size_t size, size_t count, void *file) {
  return fwrite(data, size, count, stream(file));
}
ANDROID(fwrite);

int android_vfprintf(void *file, const char *format, va_list arguments) {
  return vfprintf(stream(file), format, arguments);
}
ANDROID(vfprintf);

int android_fprintf(void *file, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int written = vfprintf(stream(file), format, arguments);
  va_end(arguments);
  return written;
}
ANDROID(fprintf);
