#!/bin/sh
# Run in the tree of a host: makes a repository for pacman of the Debian packages that apt has fetched, and has pacman know what
# the tree has already.
set -eu
repository=/var/lib/rack/repository
work=$(mktemp -d)
mkdir -p "$repository"

package() { # NAME VERSION FOLDER < RELATIONS      .PKGINFO must be the first of the archive
    {
        printf '%s = %s\n' pkgname "$1" pkgver "$2-1" pkgdesc "$1, as Debian has it" builddate 1700000000 \
            size "$(du -sb "$3" | cut -f 1)" arch any
        cat
    } >"$3/.PKGINFO"
    content=$(cd "$3" && find . -mindepth 1 -maxdepth 1 ! -name .PKGINFO -printf '%P\n')
    # shellcheck disable=SC2086 # several names without white space
    tar -C "$3" --owner=0 --group=0 -czf "$repository/$1-$2-1-any.pkg.tar.gz" .PKGINFO $content
}

renamed() { # DEBIAN_NAME
    case $1 in
    conntrack) echo conntrack-tools ;;
    *) echo "$1" ;;
    esac
}

# What packages' own scripts would do.
complete() { # DEBIAN_NAME FOLDER
    case $1 in
    iptables)
        for program in iptables iptables-save iptables-restore ip6tables ip6tables-save ip6tables-restore \
            ebtables ebtables-save ebtables-restore arptables arptables-save arptables-restore; do
            ln -s xtables-nft-multi "$2/usr/sbin/$program"
        done
        ;;
    haproxy)
        mkdir -p "$2/usr/share/haproxy"
        cat >"$2/.INSTALL" <<'END_OF_FILE'
post_install() {
    useradd --system --user-group --home-dir /var/lib/haproxy --shell /usr/sbin/nologin haproxy
}
END_OF_FILE
        ;;
    esac
}

for archive in /var/cache/apt/archives/*.deb; do
    name=$(dpkg-deb --field "$archive" Package)
    # pacman wants no hyphen in a version, and ours are not compared with any.
    version=$(dpkg-deb --field "$archive" Version | sed 's/^[0-9]*://; s/[^0-9.].*//')
    folder=$work/$name
    dpkg-deb --extract "$archive" "$folder"
    rm -rf "$folder/usr/share/doc" "$folder/usr/share/man" "$folder/usr/share/lintian"
    # In the tree these are links to directories of the same names in /usr, and pacman leaves links alone.
    for place in bin sbin lib; do
        [ -d "$folder/$place" ] || continue
        mkdir -p "$folder/usr/$place"
        cp -a "$folder/$place/." "$folder/usr/$place/"
        rm -rf "${folder:?}/$place"
    done
    complete "$name" "$folder"
    dpkg-deb --field "$archive" Depends | tr ',' '\n' | sed 's/[|(:].*//; s/ //g' | while read -r needed; do
        for other in /var/cache/apt/archives/"${needed}"_*.deb; do
            [ ! -e "$other" ] || echo "depend = $(renamed "$needed")"
        done
    done | package "$(renamed "$name")" "$version" "$folder"
done

present='base bash coreutils curl dbus glibc iproute2 kmod openssh pacman procps-ng sudo systemd tzdata util-linux'
for name in $present; do
    mkdir "$work/present-$name"
    package "$name" 1 "$work/present-$name" </dev/null
done

cat >/etc/pacman.conf <<END_OF_FILE
[options]
HoldPkg = pacman glibc
Architecture = auto
SigLevel = Never

[core]
Server = file://$repository
END_OF_FILE
repo-add --quiet "$repository/core.db.tar.gz" "$repository"/*.pkg.tar.gz
pacman -Sy --noconfirm
# shellcheck disable=SC2086 # several words are meant
pacman -S --noconfirm --noprogressbar $present
rm -rf "$work" /var/cache/pacman/pkg/*
