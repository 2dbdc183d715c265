as_planned "$file" "$sum"
mkdir -p "${note%/*}"
# A link stays one: what is read when the machine starts is where it leads.
place=$(readlink -f "$file")
receive "$place.urania"
# Wherever this is cut off, every word of ours that is in the file is in the note, too.
receive "$note.new"
mv -f "$note.new" "$note"
# File systems of boot partitions have no journal: the text is on the card before it has its name.
sync
mv -f "$place.urania" "$place"
receive "$note.new"
mv -f "$note.new" "$note"
[ -s "$note" ] || rm -f "$note"
sync
