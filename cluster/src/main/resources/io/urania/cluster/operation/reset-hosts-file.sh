# Takes our lines from the file of host names; those of others stay as they are. Set before: hosts.
# shellcheck disable=SC2154
# A begin without its end is somebody's accident: nothing is taken then that is not ours for sure.
block=
ours=
while IFS= read -r line || [ -n "$line" ]; do
    case $line in
    '# BEGIN urania')
        printf '%s' "$block"
        block=
        ours=yes
        ;;
    esac
    if [ -n "$ours" ]; then
        block="$block$line
"
    else
        printf '%s\n' "$line"
    fi
    case $line in
    '# END urania')
        ours=
        block=
        ;;
    esac
done <"$hosts" >"$hosts.urania"
printf '%s' "$block" >>"$hosts.urania"
# In place: the file may be a mount of its own.
cat "$hosts.urania" >"$hosts"
rm -f "$hosts.urania"
