# Whether the address of the host would go with a service.
carries_us() {
    link=$(ip -o addr show | while read -r _ name _ address _; do
        case $address in "$own"/*) echo "${name%%@*}" && break ;; esac
    done)
    case $1 in
    wpa_supplicant*.service | iwd.service)
        [ -n "$link" ] && [ -e "/sys/class/net/$link/phy80211" ]
        ;;
    dhcpcd*.service | networking.service | NetworkManager.service | systemd-networkd.service)
        for other in dhcpcd networking NetworkManager systemd-networkd; do
            case $1 in "$other"*) continue ;; esac
            ! systemctl is-active --quiet "$other".service || return 1
        done
        ;;
    *) return 1 ;;
    esac
}
switch_off() {
    for unit in "$@"; do
        if carries_us "$unit"; then
            echo "$unit has configured the interface with $own, by which this host is reached: it stays; remove it from services_off"
            exit 1
        fi
    done
    for unit in "$@"; do
        enabled=$(systemctl is-enabled "$unit" 2>/dev/null) || :
        active=$(systemctl is-active "$unit" 2>/dev/null) || :
        mkdir -p "${note%/*}"
        # What it was before the first time is what comes back.
        kept=
        if [ -e "$note" ]; then
            while read -r name rest; do
                [ "$name" != "$unit" ] || kept=$rest
            done <"$note"
        fi
        [ -n "$kept" ] || printf '%s %s %s\n' "$unit" "${enabled:-unknown}" "${active:-unknown}" >>"$note"
        systemctl disable --quiet --now "$unit"
        systemctl mask --quiet "$unit"
    done
}
give_back() {
    [ $# -ne 0 ] || return 0
    rest=
    while read -r unit enabled active; do
        case " $* " in
        *" $unit "*)
            systemctl unmask --quiet "$unit"
            [ "$enabled" != enabled ] || systemctl enable --quiet "$unit"
            [ "$active" != active ] || systemctl start "$unit"
            ;;
        *)
            rest="$rest$unit $enabled $active
"
            ;;
        esac
    done <"$note"
    printf '%s' "$rest" >"$note.new"
    mv "$note.new" "$note"
    [ -s "$note" ] || rm "$note"
}
