safeguard=@directory@/@name@
rm -rf "$safeguard.confirmed"
if ! mv "$safeguard" "$safeguard.confirmed" 2>/dev/null; then
    echo "the host has put its former settings back already: it was not confirmed within @seconds@ seconds that the new ones let us in"
    exit 1
fi
systemctl stop urania-@name@-back.timer 2>/dev/null || :
rm -rf "$safeguard.confirmed"
