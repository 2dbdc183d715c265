# Takes etcd's data from a host, and nothing else. Set before: data, own_directory().
# shellcheck disable=SC2154
own_directory "$data" || exit 1
if [ -n "$where" ]; then
    # All that etcd writes (server/storage/datadir); other files there are somebody else's.
    for entry in "$data"/member/* "$data"/member/.[!.]*; do
        case ${entry##*/} in
        snap | wal | wal.tmp | '*' | '.[!.]*') ;;
        *)
            echo "$data/member has files that are not etcd's, such as ${entry##*/}: nothing is removed there;"
            echo "move the other files away, then run the same command again"
            exit 1
            ;;
        esac
    done
    rm -rf "$data/member"
    rmdir "$data" 2>/dev/null || :
fi
