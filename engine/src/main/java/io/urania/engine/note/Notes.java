package io.urania.engine.note;

import io.urania.engine.shell.Shell;

/**
 * POSIX sh for what writes files and starts units: it takes notes, and keeps what was there.
 *
 * <p>Of every file there is a note below {@code /var/lib/urania/files}, a line of four words: the ending under which what was there before is
 * kept, or {@code -} if nothing was; the SHA-256 of what Urania writes; that of what stood there until then, or {@code -}; the path. It
 * is written before the file gets its name: wherever a run is cut off, one of the two sums is that of the file.
 *
 * <p>A kept file is the old one itself under another name, with its owner, mode and times: a hard link before the new file takes
 * the old name. It needs no space, and a secret stays as secret as it was.
 */
public final class Notes {

    /** Where notes are; also those about units, programs and images. */
    public static final String DIRECTORY = "/var/lib/urania";

    static final String BEFORE = "before-urania";
    static final String EDITED = "edited";

    static final String OPEN = """
            open_notes() {
                [ ! -d %1$s/files ] || return 0
                mkdir -p %1$s
                case $(cat /etc/hosts 2>/dev/null || :) in *'# BEGIN urania'*) : >%1$s/before-notes ;; esac
                mkdir -p -m 700 %1$s/files
            }
            """.formatted(DIRECTORY);

    private static final String NOTE_UNIT = """
            note_unit() {
                open_notes
                if [ ! -e %1$s/units/"$1" ] && [ ! -e %1$s/before-notes ]; then
                    mkdir -p %1$s/units
                    # Others may start a unit of ours before we do, as kubeadm starts the kubelet: what it is like then is no former state.
                    [ ! -e %1$s/files/etc+systemd+system+"$1" ] || set -- "$1" - -
                    # Nothing else is brought back: a unit that we have written and not started yet is as one that is not there.
                    case $2 in enabled) was=enabled ;; *) was=- ;; esac
                    case $3 in active) was="$was active" ;; *) was="$was -" ;; esac
                    echo "$was" >%1$s/units/"$1"
                fi
            }
            """.formatted(DIRECTORY);

    static final String SET_ASIDE = """
            set_aside() {
                aside=$2
                number=1
                while [ -e "$1.$aside" ] || [ -L "$1.$aside" ]; do
                    if [ -f "$1.$aside" ] && [ "$(sha256sum <"$1.$aside")" = "$(sha256sum <"$1")" ]; then
                        return 0
                    fi
                    number=$((number + 1))
                    aside=$2.$number
                done
                if ! ln "$1" "$1.$aside" 2>/dev/null; then
                    cp -a "$1" "$1.urania-kept"
                    mv -f "$1.urania-kept" "$1.$aside"
                fi
                echo "the former content of $1 is kept as $1.$aside"
            }
            """;

    private static final String KEEP = OPEN + NOTE_UNIT + SET_ASIDE + """
            keep() {
                open_notes
                kept=- last= previous= sum=-
                [ ! -e "$2" ] || read -r kept last previous _ <"$2" || :
                # Power can go at any time, and take a note's words with it.
                [ -n "$previous" ] || [ ! -e "$1.%3$s" ] || kept=%3$s
                if [ -L "$1" ]; then
                    sum=link
                elif [ -f "$1" ]; then
                    sum=${4:-$(sha256sum <"$1")}
                    sum=${sum%%%% *}
                fi
                if [ "$sum" = - ]; then
                    :
                elif [ -e "$2" ]; then
                    case $sum in "$last" | "$previous") ;; *) [ -z "$previous" ] || set_aside "$1" %2$s ;; esac
                elif [ ! -e %1$s/before-notes ]; then
                    set_aside "$1" %3$s
                    kept=$aside
                    case $1 in
                    /etc/systemd/system/*.service)
                        unit=${1##*/}
                        note_unit "$unit" "$(systemctl is-enabled "$unit" 2>/dev/null)" "$(systemctl is-active "$unit")"
                        ;;
                    esac
                fi
                echo "${kept:--} $3 $sum $1" >"$2.new"
                mv -f "$2.new" "$2"
            }
            """.formatted(DIRECTORY, EDITED, BEFORE);

    private Notes() {}

    /** Opens the notes of a host before anything of it is changed: a host without any may be one that was set up before notes. */
    public static String open() {
        return OPEN + "open_notes\n";
    }

    /**
     * Keeps what stands at {@code $file}, unless it is Urania's, and notes what is going to stand there; to be run before the new
     * file takes its name.
     *
     * @param path the file's absolute path, which {@code $file} has
     * @param sha256 of the new content
     */
    public static String keeping(String path, String sha256) {
        return keeping(path, sha256, "");
    }

    /**
     * The same of a file whose sum may be known without reading it.
     *
     * @param known a word of sh that is the sum of what stands there, or empty where nobody knows
     */
    public static String keeping(String path, String sha256, String known) {
        return KEEP + "keep \"$file\" %s %s %s\n".formatted(Shell.quote(of(path)), sha256, known);
    }

    /**
     * Notes how a unit was before Urania started it for the first time, to be found so again when the cluster is taken away.
     *
     * @param enabled as systemctl tells it: {@code enabled}, {@code masked}, …; empty for a unit that is not there
     * @param active as systemctl tells it: {@code active}, {@code failed}, …
     */
    public static String unit(String name, String enabled, String active) {
        return OPEN
                + NOTE_UNIT
                + "note_unit %s %s %s\n".formatted(Shell.quote(name), Shell.quote(enabled), Shell.quote(active));
    }

    /** Where the note of a path is. */
    static String of(String path) {
        return DIRECTORY + "/files/" + name(path);
    }

    /** The name of a path's note; the same that programs' sums have. */
    static String name(String path) {
        return path.substring(1).replace('/', '+');
    }
}
