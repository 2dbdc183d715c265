as_planned "$file" "$sum"
place=$(readlink -f "$file")
receive "$place.urania"
# File systems of boot partitions have no journal: the text is on the card before it has its name.
sync
mv -f "$place.urania" "$place"
sync
