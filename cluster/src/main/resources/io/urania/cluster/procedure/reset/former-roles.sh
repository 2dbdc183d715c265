# Takes a member of etcd and a kubelet from a host that is to have neither now and that Urania gave them once, in whatever group
# it was then. Units with other descriptions are somebody else's. Set before: settings (etcd's), etcd_unit, kubelet_unit,
# take_etcd() and take_node(), which are run in shells of their own, the first with "former_data".
# shellcheck disable=SC2154
is_ours() {
    [ -r "$1" ] || return 1
    while IFS= read -r line || [ -n "$line" ]; do
        if [ "$line" = "$2" ]; then return 0; fi
    done <"$1"
    return 1
}

if is_ours "$etcd_unit" 'Description=etcd, the store of Kubernetes'; then
    former_data=
    if [ -r "$settings" ]; then
        while IFS= read -r line || [ -n "$line" ]; do
            case $line in ETCD_DATA_DIR=/?*) former_data=${line#*=} ;; esac
        done <"$settings"
    fi
    if [ -z "$former_data" ]; then
        echo "an etcd member is left, and $settings does not set its data directory;"
        echo "stop it with systemctl disable --now etcd.service, remove its data, then run the same command again"
        exit 1
    fi
    echo "an etcd member is left, with its data in $former_data"
    (take_etcd)
fi
if is_ours "$kubelet_unit" 'Description=kubelet, the node agent of Kubernetes'; then
    echo "a kubelet is left"
    (take_node)
fi
