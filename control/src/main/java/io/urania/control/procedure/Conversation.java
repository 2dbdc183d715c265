package io.urania.control.procedure;

import io.urania.cluster.preflight.Finding;
import io.urania.control.failure.Refusal;
import io.urania.control.stage.OpenedRun;
import io.urania.control.stage.Run;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What the person hears of a run while it goes, and what that person is asked before anything is changed. */
public interface Conversation {

    /**
     * What should be known before, and is in nobody's way.
     *
     * @param hosts all hosts of the inventory
     * @param findings warnings
     */
    void findings(List<String> hosts, List<Finding> findings);

    /**
     * Goes on only if the person agrees to these changes.
     *
     * @throws Refusal if the answer is no, or nobody is there to ask
     */
    void agree(Plan plan, Step step) throws Refusal, IOException;

    /** What a person agrees to. */
    enum Step {
        /** To have the hosts changed to what the inventory asks for. */
        CHANGE,
        /** To lose the cluster and all that is in it. */
        REMOVE
    }

    /**
     * The end of a run that had nothing to do.
     *
     * @param took from the first fact on
     */
    void nothingToDo(Plan plan, Duration took);

    /**
     * The end of a run in which every change was made.
     *
     * @param took from the first fact on
     */
    void succeeded(Report report, Duration took);

    /** The end of a run in which something failed, or that was ended before it was through. */
    void failed(Report report, Run run);

    /** After a cluster was installed, or found to be as it should: what comes next. */
    void installed(OpenedRun run);
}
