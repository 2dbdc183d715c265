package io.urania.control.stage;

import io.urania.cluster.preflight.Finding;
import java.util.List;

/** What has to be changed on hosts to prepare them. */
public interface ReadyPreparation extends ReadyPlan {

    /** What would fail, or should be known before, where, why, and what to do; errors first, empty if nothing is. */
    List<Finding> findings();
}
