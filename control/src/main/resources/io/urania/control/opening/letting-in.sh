# Adds $key to the keys by which the user of this login is let in.
umask 077
user=$(id -un)
case $user in *[!A-Za-z0-9._-]*) echo "the name of user $user has other characters than letters, digits, . _ and -" && exit 1 ;; esac
# A shell finds the home directory of a name; the environment's is root's.
eval "home=~$user"
blob=${key#* }
blob=${blob%% *}
file=$home/.ssh/authorized_keys
mkdir -p "$home/.ssh"
if [ -e "$file" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
        case " $line " in *" $blob "*) exit 0 ;; esac
    done <"$file"
    [ -z "$(tail -c 1 "$file")" ] || echo >>"$file"
fi
printf '%s\n' "$key" >>"$file"
chmod 600 "$file"
