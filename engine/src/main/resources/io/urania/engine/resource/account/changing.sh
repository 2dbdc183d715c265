# create UID SHELL: the account, with a home directory and a group of its own; each may be empty.
create() {
    set -- "$1" "${2:-/bin/bash}"
    [ -x "$2" ] || set -- "$1" /bin/sh
    useradd --create-home --user-group ${1:+--uid "$1"} --shell "$2" "$user"
}
change_shell() {
    if [ ! -x "$1" ]; then
        echo "there is no shell $1; install it, or correct host_users"
        exit 1
    fi
    usermod --shell "$1" "$user"
}
rule=@rules@${user-}
# put_rule: the next text as the user's rule of sudo, which counts once it was judged: sudo does not read names with a dot.
put_rule() {
    if ! command -v visudo >/dev/null; then
        echo "sudo is not installed, and $user is to use it; install it, or set admin: false"
        exit 1
    fi
    mkdir -p "${rule%/*}"
    ( umask 077; : >"$rule.new" )
    receive "$rule.new"
    chmod 440 "$rule.new"
    if ! said=$(visudo -cf "$rule.new" 2>&1); then
        rm -f "$rule.new"
        echo "visudo refuses the rule of $user: $said"
        exit 1
    fi
    mv -f "$rule.new" "$rule"
}
# put_keys SHA256: the next text as the keys that the user logs in with, in the place of one with that sum; none at all has that of an empty one.
put_keys() {
    home=
    while IFS=: read -r name _ _ _ _ found _ || [ -n "$name" ]; do
        [ "$name" != "$user" ] || home=$found
    done </etc/passwd
    if [ ! -d "$home" ]; then
        echo "$user has no home directory for its keys (${home:-none}); make it, or remove authorized_keys from host_users"
        exit 1
    fi
    folder=$home/.ssh
    keys=$folder/authorized_keys
    # What its owner has made a link of would be written as root.
    if [ -L "$folder" ] || [ -L "$keys" ]; then
        echo "$folder or $keys is a link; make it a directory and a file"
        exit 1
    fi
    as_planned "$keys" "$1"
    if [ ! -d "$folder" ]; then
        mkdir -m 700 "$folder"
        chown "$user:" "$folder"
    fi
    ( umask 077; : >"$keys.urania" )
    receive "$keys.urania"
    chmod 600 "$keys.urania"
    chown "$user:" "$keys.urania"
    mv -f "$keys.urania" "$keys"
}
# put_password: the next text is NAME:HASH.
put_password() {
    secret=/run/urania-password
    trap 'rm -f "$secret"' EXIT
    rm -f "$secret"
    ( umask 077; : >"$secret" )
    receive "$secret"
    chpasswd -e <"$secret"
    rm -f "$secret"
}
