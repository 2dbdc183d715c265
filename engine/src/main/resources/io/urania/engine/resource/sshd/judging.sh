# A server that is started when somebody comes may not have made it yet.
mkdir -p /run/sshd
if ! said=$(@program@ -t -f @file@ 2>&1); then
    echo "sshd refuses the settings, and has not been told: $said"
    exit 1
fi
effective="
$(@program@ -T -C user=nobody,host=localhost,addr=127.0.0.1 -f @file@ 2>/dev/null || :)
"
# has KEYWORD VALUE NAME: whether a value is in effect, which may have two names; a server that tells nothing is believed.
has() {
    case $effective in
    *"
$1 $2
"* | *"
$1 $3
"*) return 0 ;;
    *"
$1 "*)
        echo "another line of sshd's configuration sets $1 before Urania's does; check on the host: sshd -T"
        exit 1
        ;;
    esac
}
