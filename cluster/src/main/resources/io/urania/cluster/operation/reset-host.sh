# The end of a reset on every host: nothing of the cluster may be left.
systemctl daemon-reload
systemctl reset-failed 2>/dev/null || :

# What still listens on Kubernetes' ports would make the next cluster fail in ways that are hard to see: 6443 is 192B in
# the kernel's table, 2379 and 2380 are 094B and 094C, 10250 is 280A.
left=
for table in /proc/net/tcp /proc/net/tcp6; do
    [ -r "$table" ] || continue
    while read -r _ local _ state _; do
        [ "$state" = 0A ] || continue
        case ${local##*:} in 192B | 094B | 094C | 280A) left="$left ${local##*:}" ;; esac
    done <"$table"
done
if [ -n "$left" ]; then
    echo "something still listens on ports of Kubernetes (in hexadecimal):$left"
    exit 1
fi
