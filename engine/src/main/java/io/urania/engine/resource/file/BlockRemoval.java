package io.urania.engine.resource.file;

import io.urania.engine.shell.Shell;

/** POSIX sh that takes the lines of a {@link TextBlock} from a file again; those of others stay as they are. */
public final class BlockRemoval {

    private BlockRemoval() {}

    /**
     * The script. A begin without its end is somebody's accident: nothing is taken then that is not ours for sure.
     *
     * @param path absolute; the file must be there
     */
    public static String script(String path) {
        return "file=" + Shell.quote(path) + "\n" + body();
    }

    /** The same for the file whose path {@code $file} has. */
    public static String body() {
        return """
                block=
                ours=
                while IFS= read -r line || [ -n "$line" ]; do
                    case $line in
                    '# BEGIN urania')
                        printf '%s' "$block"
                        block=
                        ours=yes
                        ;;
                    esac
                    if [ -n "$ours" ]; then
                        block="$block$line
                "
                    else
                        printf '%s\\n' "$line"
                    fi
                    case $line in
                    '# END urania')
                        ours=
                        block=
                        ;;
                    esac
                done <"$file" >"$file.urania"
                printf '%s' "$block" >>"$file.urania"
                # In place: the file may be a mount of its own.
                cat "$file.urania" >"$file"
                rm -f "$file.urania"
                """;
    }
}
