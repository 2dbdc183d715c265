package io.urania.engine.note;

import java.util.Set;

/** What a host's notes tell of the file at a path of ours. */
public sealed interface FileNote {

    /**
     * Urania has written it.
     *
     * @param sums SHA-256 of what it wrote last, and of what stood there until then; empty if the note is damaged
     */
    record Ours(Set<String> sums) implements FileNote {

        public Ours {
            sums = Set.copyOf(sums);
        }
    }

    /** Urania has never written it: whatever stands there is somebody else's. */
    record None() implements FileNote {}

    /** The host was set up by a Urania that took no notes: what stands at its paths counts as its own. */
    record BeforeNotes() implements FileNote {}

    /**
     * Whose a file is.
     *
     * @param sha256 of its content; empty for a link, which Urania never makes
     */
    default Whose whose(String sha256) {
        return switch (this) {
            case BeforeNotes _ -> Whose.URANIAS;
            case None _ -> Whose.OTHERS;
            case Ours(Set<String> sums) -> sums.isEmpty() || sums.contains(sha256) ? Whose.URANIAS : Whose.EDITED;
        };
    }
}
