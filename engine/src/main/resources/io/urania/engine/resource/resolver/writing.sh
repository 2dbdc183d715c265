# as_planned PATH SHA256: whether the file still has the text from which the plan was made; none at all has that of an empty one.
as_planned() {
    file=$1
    sum=$({ [ ! -f "$file" ] || cat "$file"; } | sha256sum)
    if [ "${sum%% *}" != "$2" ]; then
        echo "$file has changed since the plan was made, or is not UTF-8; run the same command again"
        exit 1
    fi
}

# put PATH SHA256: the next text in the place of the present one.
put() {
    as_planned "$1" "$2"
    mkdir -p "${file%/*}"
    receive "$file.urania"
    chmod 644 "$file.urania"
    # It may be a mount of its own, which cannot be renamed over.
    mv -f "$file.urania" "$file" 2>/dev/null || {
        cat "$file.urania" >"$file"
        rm -f "$file.urania"
    }
}

# take PATH SHA256: no file.
take() {
    as_planned "$1" "$2"
    rm -f "$file"
}
