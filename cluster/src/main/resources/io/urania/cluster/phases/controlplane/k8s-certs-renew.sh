#!/bin/sh
# Renews the certificates that kubeadm made on this host, and restarts what has read them. Written by Urania, run by k8s-certs-renew.timer.
# They are renewed when one of them would not be valid any more a week after the run that follows the next one: so one run may fail.
set -eu
LC_ALL=C
PATH=@programs@:$PATH
export LC_ALL PATH
calendar=@calendar@
configuration=@configuration@
own_server=@own@
other_servers=@others@
# There while certificates are renewed and not everything has read them; a host that starts again has, and forgets the file.
unread=/run/urania/renewed-certificates

# The whole days until that moment. Nothing where nobody can tell: then certificates are renewed in every run.
days_to_last() {
    then=$(systemd-analyze calendar --iterations=2 "$calendar" 2>/dev/null |
        sed -n -e 's/^ *Next elapse: [A-Z][a-z]* \([0-9-]* [0-9:]*\).*/\1/p' \
            -e 's/^ *Iter[^:]*: [A-Z][a-z]* \([0-9-]* [0-9:]*\).*/\1/p' | tail -n 1)
    [ -n "$then" ] || return 0
    then=$(date -d "$then" +%s 2>/dev/null) || return 0
    echo $(((then - $(date +%s)) / 86400 + 8))
}

# The time that is left in kubeadm's words: 9y, 364d, 7h, <invalid>.
days_in() {
    case $1 in
    *[!0-9]*[yd] | [yd]) echo 0 ;;
    *y) echo $((${1%y} * 365)) ;;
    *d) echo "${1%d}" ;;
    *) echo 0 ;;
    esac
}

# Reads kubeadm's table, and says which certificates do not last so many days. It cannot renew authorities, which follow them.
expiring() {
    seen= authorities=
    while read -r name month day year time zone left rest; do
        case $name-$month in
        CERTIFICATE-AUTHORITY) authorities=yes ;;
        *-Jan | *-Feb | *-Mar | *-Apr | *-May | *-Jun | *-Jul | *-Aug | *-Sep | *-Oct | *-Nov | *-Dec)
            if [ -z "$authorities" ]; then
                seen=yes
                [ "$(days_in "$left")" -gt "$1" ] || echo "$name"
            fi
            ;;
        esac
    done
    [ -n "$seen" ] || echo all
}

answers() {
    kubectl --kubeconfig=/etc/kubernetes/admin.conf --server="$1" --request-timeout=5s get --raw=/readyz >/dev/null 2>&1
}

another_answers() {
    [ -n "$other_servers" ] || return 0
    for server in $other_servers; do
        if answers "$server"; then return 0; fi
    done
    return 1
}

# Asks every five seconds, for ten minutes.
wait_until() {
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ "$tries" -lt 120 ] || return 1
        sleep 5
    done
}

# The kubelet starts a container of its manifest again when it has ended.
restart() {
    containers=$(crictl ps --quiet --name "^$1\$")
    for container in $containers; do
        echo "restarting $1"
        crictl stop --timeout 60 "$container" >/dev/null
    done
}

restart_all() {
    if ! wait_until another_answers; then
        echo "no other API server answers: the API is unavailable until this one has restarted"
    fi
    @etcd@
    restart kube-apiserver
    if ! wait_until answers "$own_server"; then
        echo "the API server does not answer after its restart; check on this host: crictl ps --all; journalctl --unit=kubelet"
        exit 1
    fi
    restart kube-controller-manager
    restart kube-scheduler
    rm -f "$unread"
}

if [ -e "$unread" ]; then
    echo "an earlier run renewed certificates and did not restart what has read them"
    restart_all
fi
table=$(kubeadm @certs@ check-expiration --config="$configuration")
printf '%s\n' "$table"
days=$(days_to_last)
if [ -n "$days" ]; then
    names=$(printf '%s\n' "$table" | expiring "$days")
    if [ -z "$names" ]; then
        echo "no certificate expires within $days days: nothing is renewed"
        exit 0
    fi
    echo "these expire within $days days:" $names
else
    echo "it is not known when $calendar comes next: certificates are renewed now"
fi
mkdir -p "${unread%/*}"
: >"$unread"
kubeadm @certs@ renew all --config="$configuration"
restart_all
echo "certificates are renewed"
