package io.urania.engine.resource.file;

import io.urania.engine.text.ResourceText;

/** POSIX sh for what writes a whole file of which some lines are others': they are in it as they were read. */
public final class PlannedText {

    private PlannedText() {}

    /** Defines {@code as_planned PATH SHA256}: it ends the step, and says why, if the file has not the text any more that was planned with. */
    public static String check() {
        return ResourceText.beside(PlannedText.class, "as-planned.sh");
    }
}
