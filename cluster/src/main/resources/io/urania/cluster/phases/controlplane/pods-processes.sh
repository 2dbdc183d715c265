# Kills what is left in the control groups of pods; shims have ended what was theirs before.
for list in /sys/fs/cgroup/*/kubepods/cgroup.procs /sys/fs/cgroup/*/kubepods/*/cgroup.procs \
    /sys/fs/cgroup/*/kubepods/*/*/cgroup.procs /sys/fs/cgroup/*/kubepods/*/*/*/cgroup.procs \
    /sys/fs/cgroup/kubepods*/cgroup.procs /sys/fs/cgroup/kubepods*/*/cgroup.procs \
    /sys/fs/cgroup/kubepods*/*/*/cgroup.procs /sys/fs/cgroup/kubepods*/*/*/*/cgroup.procs; do
    [ -r "$list" ] || continue
    while read -r process; do
        kill -KILL "$process" 2>/dev/null || :
    done <"$list"
done
