package io.urania.engine.resource.file;

/**
 * Says why a file could not be written, beyond what mkdir, dd and mv say: that no inodes are left looks to them as if there were no space,
 * and that a file is immutable as if root might not write it.
 */
public final class Unwritable {

    /** At the beginning of the line that says it, which is the same for all files that one cause keeps from being written. */
    public static final String MARK = "nothing can be written: ";

    private static final String TRAP = """
            why_unwritten() {
                [ "$?" -ne 0 ] || return 0
                rm -f "$file.urania" 2>/dev/null || :
                folder=${file%%/*}
                until [ -d "$folder/" ]; do folder=${folder%%/*}; done
                folder=${folder:-/}
                mounted=$(df -P "$folder" 2>/dev/null | { read -r _ && read -r _ _ _ _ _ point && echo "$point"; }) || mounted=$folder
                # Free blocks, free inodes, all inodes: some file systems do not count them.
                file_system=$(stat -f -c '%%a %%d %%c' "$folder" 2>/dev/null) || file_system='1 1 1'
                said=$( { : >"$folder/.urania-try" && rm -f "$folder/.urania-try"; } 2>&1 ) || :
                said_of_file=$( { [ ! -f "$file" ] || : >>"$file"; } 2>&1 ) || :
                case $file_system in
                *' 0 0') ;;
                *' 0 '*) echo "%1$sno inodes left on $mounted; remove many small files there (df -i $mounted)" && return 0 ;;
                esac
                case $file_system in
                '0 '*) echo "%1$sno space left on $mounted; free some (df -h $mounted)" && return 0 ;;
                esac
                case $said$said_of_file in
                *'Read-only file system'*) echo "%1$s$mounted is mounted read-only (check dmesg for the reason)" && return 0 ;;
                esac
                case $said in
                *'peration not permitted'*) echo "%1$s$folder is immutable; make it mutable: chattr -i $folder" && return 0 ;;
                esac
                case $said_of_file in
                *'peration not permitted'*) echo "%1$s$file is immutable; make it mutable: chattr -i $file" ;;
                esac
            }
            trap why_unwritten EXIT
            """.formatted(MARK);

    private Unwritable() {}

    /** POSIX sh for before {@code $file} is written, once that is set: what it says comes after all else. */
    public static String trap() {
        return TRAP;
    }
}
