# What pacman says of why it did not install, and what to do.
if ! said=$(run_pacman -S --needed "$@" 2>&1); then
    printf '%s\n' "$said"
    case $said in
    *"use '-Sy' to download"* | *"target not found"* | *"failed retrieving file"*)
        echo "the list of packages on this host is missing or older than its mirrors, and installing from a newer list without"
        echo "an upgrade of everything else is not supported; upgrade, reboot if the kernel was upgraded, then run the same"
        echo "command again: pacman -Syu"
        ;;
    *eyring* | *"PGP signature"* | *"unknown trust"*)
        echo "the keys of packages are missing or too old on this host: pacman-key --init; pacman-key --populate; then run the"
        echo "same command again"
        ;;
    esac
    exit 1
fi
