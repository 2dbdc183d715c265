# put PATH SHA256: the next text in the place of the present one.
put() {
    file=$1
    as_planned "$file" "$2"
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
    file=$1
    as_planned "$file" "$2"
    if [ -L "$file" ]; then
        : >"$file"
    else
        rm -f "$file"
    fi
}

# drop PATH SHA256: no file, whatever was in it.
drop() {
    file=$1
    as_planned "$file" "$2"
    rm -f "$file"
}
