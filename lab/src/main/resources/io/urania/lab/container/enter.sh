#!/bin/sh
# Runs a command inside a host; standard input, output, error and the exit code are the command's own.
# usage: enter.sh LEADER COMMAND [ARGUMENT…]      LEADER: process id, on this machine, of the host's process 1
set -eu
leader=$1
shift
# Into the host's cgroups as well, so that what is started here ends with the host.
while IFS=: read -r _ controllers path; do
    controllers=${controllers#name=}
    hierarchy=/sys/fs/cgroup/${controllers:-unified}
    [ -d "$hierarchy" ] || hierarchy=/sys/fs/cgroup
    [ ! -w "$hierarchy$path/cgroup.procs" ] || echo $$ >"$hierarchy$path/cgroup.procs"
done <"/proc/$leader/cgroup"
# Without --no-fork nsenter stops itself when its child is stopped, which systemd does to every process when a host
# shuts down; the child would then stay unreaped and the host never end. So a shell of this machine, still outside the
# host's process namespace, waits for the command; it must have something left to do, or it would become the command. What
# it starts is inside: an emulator that runs the programs of a host makes threads, which the kernel refuses on the border.
# shellcheck disable=SC2016 # the inner shell's own
exec nsenter --target "$leader" --pid --no-fork -- sh -c '
    leader=$1
    shift
    nsenter --target "$leader" --mount --uts --ipc --net --cgroup --no-fork -- /usr/bin/env -i HOME=/root USER=root LOGNAME=root SHELL=/bin/sh \
        TERM="${TERM:-dumb}" LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        /bin/sh -c "cd && exec \"\$@\"" sh "$@"
    exit $?' sh "$leader" "$@"
