text_of() {
    if [ -f "$1" ]; then
        text=$(base64 -w 0 <"$1") || exit 1
        printf 'text %s %s\n' "$1" "$text"
    fi
}
for unit in NetworkManager systemd-networkd dhcpcd; do
    ! systemctl is-active --quiet "$unit".service || echo "active $unit"
done
[ ! -d /etc/cloud/cloud.cfg.d ] || echo cloud-init
for file in /etc/dhcpcd.conf /etc/network/interfaces /etc/network/interfaces.d/* /etc/netplan/99-urania.yaml \
    /etc/cloud/cloud.cfg.d/99-urania-network.cfg; do
    text_of "$file"
done
for wanted in @addresses@; do
    link=$(ip -o -4 addr show | while read -r _ name _ address _; do
        case $address in "$wanted"/*) echo "${name%%@*}" ;; esac
    done)
    [ -n "$link" ] || continue
    # The first one, if there were several.
    link=${link%%[!A-Za-z0-9._-]*}
    echo "link $wanted $link"
    ip -4 route show default | while read -r route; do
        case " $route " in *" dev $link "*) echo "default $wanted yes" ;; esac
    done
    if systemctl is-active --quiet NetworkManager.service && command -v nmcli >/dev/null; then
        nmcli -t -e no -f DEVICE,TYPE,STATE,CONNECTION device status | while IFS=: read -r device type state connection; do
            [ "$device" != "$link" ] || printf 'managed %s %s:%s:%s\n' "$wanted" "$type" "$state" "$connection"
        done
    fi
    if systemctl is-active --quiet systemd-networkd.service; then
        { networkctl --no-pager status "$link" 2>/dev/null || :; } | while IFS= read -r line; do
            case $line in *'Network File: /'*) printf 'file %s %s\n' "$wanted" "${line##*Network File: }" ;; esac
        done
    fi
    text_of "/etc/NetworkManager/system-connections/urania-$link.nmconnection"
    text_of "/etc/systemd/network/05-urania-$link.network"
done
echo end
