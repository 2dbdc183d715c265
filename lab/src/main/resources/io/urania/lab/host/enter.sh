#!/bin/sh
# Runs a command inside a host; standard input, output, error and the exit code are the command's own.
# usage: enter.sh LEADER COMMAND [ARGUMENT…]      LEADER: process id, on this machine, of the host's process 1
set -eu
leader=$1
shift
# Into the host's cgroups as well, so that what is started here ends with the host.
while IFS=: read -r _ controllers path; do
    case $controllers in
        '') procs=/sys/fs/cgroup$path/cgroup.procs ;;
        *) procs=/sys/fs/cgroup/${controllers#name=}$path/cgroup.procs ;;
    esac
    [ ! -w "$procs" ] || echo $$ >"$procs"
done <"/proc/$leader/cgroup"
exec nsenter --target "$leader" --all -- /usr/bin/env -i HOME=/root USER=root LOGNAME=root SHELL=/bin/sh \
    TERM="${TERM:-dumb}" LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    /bin/sh -c 'cd && exec "$@"' sh "$@"
