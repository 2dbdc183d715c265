# as_planned PATH SHA256: whether the file still has the text from which the plan was made; none at all has that of an empty one.
as_planned() {
    sum=$({ [ ! -f "$1" ] || cat "$1"; } | sha256sum)
    if [ "${sum%% *}" != "$2" ]; then
        echo "$1 has changed since the plan was made, or is not UTF-8; run the same command again"
        exit 1
    fi
}
