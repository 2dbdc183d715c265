changed=
[ ! -e @unfinished@ ] || changed=yes
for file in @shared@; do
    [ -f "$file" ] || continue
    case $(cat "$file") in
    *'# BEGIN urania'* | *'#urania: nameserver'*) ;;
    *) continue ;;
    esac
    : >@unfinished@
    changed=yes
@removal@
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in '#urania: nameserver'*) line=${line#"#urania: "} ;; esac
        printf '%s\n' "$line"
    done <"$file" >"$file.urania"
    # In place: the file may be a mount of its own.
    cat "$file.urania" >"$file"
    rm -f "$file.urania"
    [ -s "$file" ] || [ -L "$file" ] || rm -f "$file"
done
for file in @own@; do
    if [ -e "$file" ]; then
        : >@unfinished@
        changed=yes
        rm -f "$file"
    fi
done
# No package brings this one.
rmdir /etc/systemd/resolved.conf.d 2>/dev/null || :
if [ -n "$changed" ]; then
    systemctl try-restart systemd-resolved.service 2>/dev/null || :
    systemctl reload NetworkManager.service 2>/dev/null || :
    if command -v resolvconf >/dev/null; then
        resolvconf -u 2>/dev/null || :
    fi
    rm -f @unfinished@
fi
