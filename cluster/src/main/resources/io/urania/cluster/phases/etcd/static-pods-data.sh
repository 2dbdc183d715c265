# Tells in "data" where the static pod of etcd on this host has its data; nothing if there is none. Set before: manifest.
# shellcheck disable=SC2154
data=
if [ -r "$manifest" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in *'- --data-dir=/'?*) data=${line#*=} ;; esac
    done <"$manifest"
fi
