LC_ALL=C
export LC_ALL
safeguard=@directory@/@name@
# Cut off before, it begins again.
if [ ! -d "$safeguard.back" ]; then
    mv "$safeguard" "$safeguard.back" 2>/dev/null || exit 0
fi
waiting_for() { :; }
asked_to_stop() { false; }
(
:
@leaving@
)
number=0
for file in @files@; do
    kept=$safeguard.back/$number
    if [ ! -f "$kept" ]; then
        rm -f "$file"
    elif [ -L "$file" ]; then
        cat "$kept" >"$file"
    else
        cp -p "$kept" "$file.urania"
        mv -f "$file.urania" "$file"
    fi
    number=$((number + 1))
done
(
:
@entering@
)
rm -rf "$safeguard.back"
