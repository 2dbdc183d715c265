restarted() {
    read -r now </proc/sys/kernel/random/boot_id
    [ "$now" != "$boot" ]
}
if ! restarted; then
    before
    echo "restarting"
    sync
    # It returns when it is asked for; what follows is cut off, with everything else that runs here.
    systemctl reboot
    waiting_for "the host to go down"
    tries=0
    while [ "$tries" -lt 150 ]; do
        tries=$((tries + 1))
        sleep 2
    done
    echo "the host has not gone down within five minutes of systemctl reboot; on the host, see: systemctl list-jobs"
    exit 1
fi
waiting_for "systemd to start everything"
# It ends well only if no unit has failed, which is another matter.
state=$(timeout -k 5 300 systemctl is-system-running --wait 2>/dev/null) || :
case $state in
running | degraded) ;;
*)
    echo "systemd is still starting units five minutes after the restart (${state:-no answer}); on the host, see: systemctl list-jobs"
    exit 1
    ;;
esac
waiting_for
for word in $words; do
    case " $(cat /proc/cmdline) " in
    *" $word "*) ;;
    *)
        echo "the host has restarted, and its kernel has not got the argument $word: something else starts it than reads the file"
        exit 1
        ;;
    esac
done
if [ -n "$memory" ] && [ -e /sys/fs/cgroup/cgroup.controllers ]; then
    case " $(cat /sys/fs/cgroup/cgroup.controllers) " in
    *' memory '*) ;;
    *)
        echo "the host has restarted, and the control group of memory is still off; see: cat /proc/cmdline"
        exit 1
        ;;
    esac
fi
after
