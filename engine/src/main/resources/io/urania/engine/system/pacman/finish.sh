# The file is the lock (libalpm, "handle.c"): one that nobody has open was left by a pacman that was killed.
if [ -e /var/lib/pacman/db.lck ] && [ -z "$(file_holders /var/lib/pacman/db.lck)" ]; then
    rm -f /var/lib/pacman/db.lck
fi
# pacman refuses to install a package anew over an entry without a description.
unfinished_packages | while read -r entry; do
    name=$(name_of "$entry")
    aside=/var/lib/pacman/$name.unfinished
    rm -rf "$aside"
    mv "$entry" "$aside"
    if run_pacman -S --overwrite '*' "$name"; then
        rm -rf "$aside"
    else
        rm -rf "$entry"
        mv "$aside" "$entry"
        echo "the installation of $name was cut off, and cannot be finished"
    fi
done
