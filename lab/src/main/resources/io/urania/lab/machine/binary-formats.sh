#!/bin/sh
# Succeeds if this machine's kernel has programs of other architectures run by an emulator, or can load what does. Changes nothing.
[ -d /proc/sys/fs/binfmt_misc ] || modprobe -n -q binfmt_misc 2>/dev/null
