package io.urania.control.stage;

import io.urania.control.failure.Refusal;

/** A plan, with the facts that it was made from. */
public interface Planned {

    /** What is meant of the whole plan. */
    PartOfPlan part();

    /**
     * The same plan, which tells more of what is there now: hosts are asked once more for that.
     *
     * @throws Refusal if some of them cannot be used any more
     */
    Planned detailed() throws Refusal, InterruptedException;
}
