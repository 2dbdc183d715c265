# Takes members of etcd and a kubelet from a host that is to have neither now and that Urania gave them once, in whatever group
# it was then. Units with other descriptions are somebody else's. Set before: kubelet_unit, take_node(), former_data_of(), and
# former_etcds(), which calls former_etcd() for each etcd. What takes them is run in shells of their own, that of etcd with "former_data".
# shellcheck disable=SC2154
is_ours() {
    [ -r "$1" ] || return 1
    while IFS= read -r line || [ -n "$line" ]; do
        if [ "$line" = "$2" ]; then return 0; fi
    done <"$1"
    return 1
}

# Arguments: what it is called, its unit's file and description, its settings, and what takes it.
former_etcd() {
    is_ours "$2" "Description=$3" || return 0
    former_data_of "$4"
    if [ -z "$former_data" ]; then
        echo "an $1 member is left, and $4 does not set its data directory;"
        echo "stop it with systemctl disable --now $1.service, remove its data, then run the same command again"
        exit 1
    fi
    echo "an $1 member is left, with its data in $former_data"
    ("$5")
}

former_etcds
if is_ours "$kubelet_unit" 'Description=kubelet, the node agent of Kubernetes'; then
    echo "a kubelet is left"
    (take_node)
fi
