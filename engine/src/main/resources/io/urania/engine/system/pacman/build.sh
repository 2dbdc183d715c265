# build_package NAME SUM: builds it from the recipe that is received, as a user who may change nothing, and installs it. Recipes are
# programs: makepkg(8) refuses to run them as root, and checks what they fetch by the sums in them.
build_package() (
    package=$1
    sum=$2
    umask 022
    place=$(mktemp -d /var/tmp/urania-build.XXXXXX)
    trap 'rm -rf "$place"' EXIT
    chmod 711 "$place"
    work=$place/work
    mkdir "$work"
    receive "$work/PKGBUILD"
    chmod 644 "$work/PKGBUILD"
    chown nobody "$work"
    cd "$work"

    as_nobody() {
        setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups --no-new-privs env -i LC_ALL=C PATH="$PATH" HOME="$work" \
            BUILDDIR="$work" SRCDEST="$work" PKGDEST="$work" "$@" </dev/null
    }

    command -v fakeroot >/dev/null || run_pacman -S --needed --asdeps base-devel
    recipe=$(as_nobody makepkg --printsrcinfo)
    if ! printf '%s\n' "$recipe" | grep -qxF "pkgname = $package"; then
        echo "the PKGBUILD makes another package: $(printf '%s\n' "$recipe" | sed -n 's/^pkgname = //p' | tr '\n' ' ')"
        exit 1
    fi
    needed=$(printf '%s\n' "$recipe" |
        sed -n 's/^[[:space:]]*depends = //p; s/^[[:space:]]*makedepends = //p; s/^[[:space:]]*checkdepends = //p')
    # Names of packages have no white space; pacman -T prints what is missing, and fails then.
    # shellcheck disable=SC2086
    missing=$(pacman -T -- $needed) || :
    # shellcheck disable=SC2086
    if [ -n "$missing" ] && ! said=$(run_pacman -S --needed --asdeps $missing 2>&1); then
        printf '%s\n' "$said"
        echo "$package needs what no repository has, or an older list than the mirrors'; build it first, by a place before it in the list"
        exit 1
    fi
    as_nobody makepkg --noconfirm --noprogressbar
    for file in "$work"/*.pkg.tar*; do
        built=$(pacman -Qp -- "$file" 2>/dev/null) || continue
        if [ "${built% *}" = "$package" ]; then
            run_pacman -U "$file"
            mkdir -p /var/lib/urania/built
            printf '%s %s\n' "$sum" "${built#* }" >/var/lib/urania/built/"$package"
            exit 0
        fi
    done
    echo "makepkg has made no package $package"
    exit 1
)
