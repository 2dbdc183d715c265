#!/bin/sh
# Runs one virtual machine of a rack and stays as its supervisor until the machine is off. It is what the firmware of a Raspberry Pi
# is: at each start, also where the machine boots itself again, the kernel's arguments are read from the file that the host has for them.
# usage: boot.sh HOST_DIRECTORY CLOCK ARGUMENTS EMULATOR [OPTION…]
#        (run it in the host's directory and with setsid: it must outlive whoever started it)
#   CLOCK: seconds that the machine's clock is ahead of this machine's
#   ARGUMENTS: the kernel's, where the disk has no file of them, as one of an earlier version of the program
set -eu
directory=$1 clock=$2 usual=$3
shift 3

# The emulator says here why it ends. Both are open for both ways from the start, so that nobody waits for somebody who never comes.
rm -f events.in events.out
mkfifo -m 600 events.in events.out
exec 3<>events.out 4<>events.in

boot() { # EMULATOR [OPTION…]; succeeds if the machine wants to boot again
    # A machine that lost its power has perhaps not written all of it to the place where it is looked for, as on a card.
    arguments=$(debugfs -R "cat /boot/firmware/cmdline.txt" "$directory/disk" 2>/dev/null | sed -n 1p)
    now=utc
    [ "$clock" -eq 0 ] || now=$(date -u -d "@$(($(date +%s) + clock))" +%Y-%m-%dT%H:%M:%S)
    {
        "$@" -append "${arguments:-$usual}" -rtc base="$now" -no-reboot \
            -chardev pipe,id=events,path=events -mon chardev=events,mode=control </dev/null 3>&- 4>&- || :
        echo end >&3
    } &
    echo '{"execute": "qmp_capabilities"}' >&4
    # A cable that was pulled stays pulled while the machine boots itself.
    [ ! -e unplugged ] || echo '{"execute": "set_link", "arguments": {"name": "card", "up": false}}' >&4
    again=1
    while read -r event <&3; do
        case $event in
        *'"SHUTDOWN"'*'"guest-reset"'*) again=0 ;;
        end) break ;;
        esac
    done
    return "$again"
}

while boot "$@"; do :; done
rm -f events.in events.out
