package io.urania.control.port;

import io.urania.inventory.problem.Problem;
import java.util.List;

/** Tells the person for whom something is done what should be known of it. Safe for use by many threads. */
public interface Telling {

    /** Something should be put right; the sentence says what to do. */
    void warn(String sentence);

    /** Something was found or done that the person did not ask for. */
    void note(String sentence);

    /** What is odd in an inventory that can be used. */
    void warnings(List<Problem> warnings);
}
