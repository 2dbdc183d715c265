found=$(sha256sum <"$file")
if [ "${found%% *}" != "$sum" ]; then
    echo "$file has changed since the plan was made, or is not UTF-8; run the same command again"
    exit 1
fi
place=$(readlink -f "$file")
receive "$place.urania"
# File systems of boot partitions have no journal: the text is on the card before it has its name.
sync
mv -f "$place.urania" "$place"
sync
