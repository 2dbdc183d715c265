# As pacman.conf(5), XferCommand: FILE URL.
case $2 in
https:*) proxy=/run/urania/pacman-https.conf ;;
*) proxy=/run/urania/pacman-http.conf ;;
esac
exec curl --disable --config "$proxy" --location --fail --silent --show-error --connect-timeout 20 --speed-limit 1 \
    --speed-time 30 --retry 1 --continue-at - --output "$1" "$2"
