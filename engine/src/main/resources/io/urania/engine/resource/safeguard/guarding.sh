safeguard=@directory@/@name@
unit=urania-@name@-back
@planned@
# put PATH MODE: the next text in the place of the present one.
put() {
    mkdir -p "${1%/*}"
    ( umask 077; : >"$1.urania" )
    receive "$1.urania"
    if [ ! -f "$1" ]; then
        chmod "$2" "$1.urania"
        mv -f "$1.urania" "$1"
    elif [ -L "$1" ]; then
        cat "$1.urania" >"$1"
        rm -f "$1.urania"
    else
        # With the mode and the owner of the present one, and never half of it.
        cp -p "$1" "$1.urania-new"
        cat "$1.urania" >"$1.urania-new"
        rm -f "$1.urania"
        mv -f "$1.urania-new" "$1"
    fi
}
# What an earlier run has left unconfirmed goes first: only what was there before it is known to work.
for left in "$safeguard" "$safeguard.back"; do
    if [ -e "$left/back.sh" ]; then
        sh "$left/back.sh"
        echo "an earlier change that was never confirmed has been taken back"
    fi
done
systemctl stop "$unit.timer" 2>/dev/null || :
systemctl reset-failed "$unit.service" 2>/dev/null || :
rm -rf "$safeguard.new" "$safeguard"
( umask 077; mkdir -p "$safeguard.new" )
cat >"$safeguard.new/back.sh" <<'END OF BACK'
@back@
END OF BACK
number=0
for file in @files@; do
    [ ! -f "$file" ] || cp -pL "$file" "$safeguard.new/$number"
    number=$((number + 1))
done
mv "$safeguard.new" "$safeguard"
# Without the property, systemd takes up to a minute more.
if ! systemd-run --quiet --unit="$unit" --on-active=@seconds@ --timer-property=AccuracySec=1s /bin/sh "$safeguard/back.sh"; then
    rm -rf "$safeguard"
    echo "nothing was changed: systemd-run cannot start the timer that would put the former settings back"
    exit 1
fi
set +e
(
set -e
@change@
)
code=$?
set -e
if [ "$code" -ne 0 ]; then
    sh "$safeguard/back.sh" || echo "the former settings are put back within @seconds@ seconds"
    systemctl stop "$unit.timer" 2>/dev/null || :
    exit "$code"
fi
