# unfinished_packages: the entries in pacman's database of packages that were being installed when pacman was ended: it writes the
# description last, and takes what has none for installed all the same (libalpm, "add.c", "be_local.c").
unfinished_packages() {
    for entry in /var/lib/pacman/local/*/; do
        [ ! -d "$entry" ] || [ -s "${entry}desc" ] || echo "${entry%/}"
    done
}

# name_of ENTRY: the package of such an entry, NAME-VERSION-RELEASE.
name_of() {
    name=${1##*/}
    echo "${name%-*-*}"
}
