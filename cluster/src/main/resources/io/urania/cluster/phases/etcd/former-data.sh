# Tells in "former_data" the directory of data that a member's settings name; nothing if they name none.
former_data_of() {
    former_data=
    [ -r "$1" ] || return 0
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in ETCD_DATA_DIR=/?*) former_data=${line#*=} ;; esac
    done <"$1"
}
