# U-Boot reads what Arch Linux ARM's own script makes of the text.
if ! (cd "${file%/*}" && ./mkscr) >&2; then
    echo "${file%/*}/mkscr failed: install the package uboot-tools and run the same command again"
    exit 1
fi
