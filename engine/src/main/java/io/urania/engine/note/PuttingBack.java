package io.urania.engine.note;

import io.urania.engine.shell.Shell;
import java.util.Collection;
import java.util.List;

/** POSIX sh that leaves a host as Urania found it, by the notes there: its files go, and what was there before comes back. */
public final class PuttingBack {

    private static final String FILES = """
            for note in @notes@; do
                [ -f "$note" ] || continue
                kept= last= previous= path=
                read -r kept last previous path <"$note" || :
                if [ -z "$path" ]; then
                    path=/$(echo "${note##*/}" | tr + /)
                    [ ! -e "$path.%2$s" ] || kept=%2$s
                fi
                kept=${kept:--}
                # Where nothing is kept any more, a reset that was cut off has put it back already.
                if [ "$kept" = - ] || [ -e "$path.$kept" ] || [ -L "$path.$kept" ]; then
                    sum=
                    if [ -L "$path" ]; then
                        sum=link
                    elif [ -f "$path" ]; then
                        known= seen=
                        [ ! -r "%1$s/sums/${note##*/}" ] || read -r known seen <"%1$s/sums/${note##*/}" || :
                        if [ -n "$seen" ] && [ "$seen" = "$(stat -c '%%s %%y %%z %%i %%a' -- "$path")" ]; then
                            sum=$known
                        else
                            sum=$(sha256sum <"$path")
                            sum=${sum%%%% *}
                        fi
                    fi
                    case $sum in
                    '' | "$last" | "$previous") ;;
                    *) [ -z "$previous" ] || set_aside "$path" %3$s ;;
                    esac
                    if [ "$kept" = - ]; then
                        rm -f "$path"
                    else
                        mv -f "$path.$kept" "$path"
                    fi
                fi
                rm -f "$note"
            done
            """.formatted(Notes.DIRECTORY, Notes.BEFORE, Notes.EDITED);

    private static final String UNNOTED = """
            [ ! -e %1$s/before-notes ] || rm -rf "$@"
            """.formatted(Notes.DIRECTORY);

    private static final String UNITS = """
            failed=
            for note in %1$s/units/*; do
                [ -f "$note" ] || continue
                unit=${note##*/}
                enabled= active=
                read -r enabled active <"$note" || :
                [ "$enabled" != enabled ] || systemctl enable --quiet "$unit" || failed="$failed $unit"
                [ "$active" != active ] || systemctl start "$unit" || failed="$failed $unit"
            done
            rm -rf %1$s
            if [ -n "$failed" ]; then
                echo "these ran before Urania and do not start again:$failed; check on the host: systemctl status"
                exit 1
            fi
            """.formatted(Notes.DIRECTORY);

    private PuttingBack() {}

    /**
     * Removes Urania's files and programs, and puts back what was there before. What somebody has changed in them since is kept. It
     * may be run again after it was cut off.
     *
     * @param unnoted what goes too from a host that was set up before there were notes
     */
    public static String files(Collection<String> unnoted) {
        return Notes.OPEN + Notes.SET_ASIDE + "open_notes\nset -- " + Shell.words(unnoted) + "\n"
                + FILES.replace("@notes@", Notes.DIRECTORY + "/files/*") + UNNOTED;
    }

    /** The same of these files alone, in this order: those that Urania has no note of stay. */
    public static String only(List<String> paths) {
        List<String> notes = paths.stream().map(Notes::of).toList();
        return Notes.SET_ASIDE + FILES.replace("@notes@", Shell.words(notes));
    }

    /** Enables and starts the units that were enabled and active before Urania, with their files put back, and ends the notes. */
    public static String units() {
        return UNITS;
    }
}
