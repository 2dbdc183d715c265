group=
members=
while IFS=: read -r name _ _ listed || [ -n "$name" ]; do
    case $name in
    sudo) group=sudo members=$listed ;;
    wheel) [ "$group" = sudo ] || { group=wheel; members=$listed; } ;;
    esac
done </etc/group
[ -z "$group" ] || echo "group of $group"
for program in /usr/sbin/visudo /usr/bin/visudo; do
    [ ! -x "$program" ] || echo 'sudo there'
done
asked() {
    for user in @users@; do
        [ "$1" != "$user" ] || return 0
    done
    return 1
}
while IFS=: read -r name _ uid _ _ home shell || [ -n "$name" ]; do
    asked "$name" || continue
    echo "uid $name $uid"
    echo "shell $name $shell"
    case ,$members, in *,"$name",*) echo "admin $name" ;; esac
    if [ -f "$home/.ssh/authorized_keys" ]; then
        text=$(base64 -w 0 <"$home/.ssh/authorized_keys") || exit 1
        echo "keys $name $text"
    fi
done </etc/passwd
while IFS=: read -r name hash _ || [ -n "$name" ]; do
    asked "$name" || continue
    sum=$(printf '%s' "$hash" | sha256sum)
    echo "password $name ${sum%% *}"
    case $hash in '!'* | '*'*) echo "locked $name" ;; esac
done </etc/shadow
for user in @users@; do
    if [ -f "@rules@$user" ]; then
        text=$(base64 -w 0 <"@rules@$user") || exit 1
        echo "rule $user $text"
    fi
done
echo end
