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
    # A link stays one, and a mount of its own cannot be renamed over.
    if [ -L "$file" ] || ! mv -f "$file.urania" "$file" 2>/dev/null; then
        cat "$file.urania" >"$file"
        rm -f "$file.urania"
    fi
}

# take PATH SHA256: no file, or behind a link an empty one.
take() {
    as_planned "$1" "$2"
    if [ -L "$file" ]; then
        : >"$file"
    else
        rm -f "$file"
    fi
}

# drop PATH SHA256: no file, whatever was in it.
drop() {
    as_planned "$1" "$2"
    rm -f "$file"
}
