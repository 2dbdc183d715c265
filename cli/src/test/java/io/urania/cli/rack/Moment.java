package io.urania.cli.rack;

import io.urania.cli.rack.ControllerProcess.Step;

/**
 * When a run is to be killed.
 *
 * @param step while it is at this step
 * @param sign shell text that works on the step's host from then on; empty for the moment at which the step begins
 */
record Moment(Step step, String sign) {

    static Moment begin(Step step) {
        return new Moment(step, "");
    }

    @Override
    public String toString() {
        return step.host() + ": " + step.title() + (sign.isEmpty() ? "" : ", as soon as " + sign);
    }
}
