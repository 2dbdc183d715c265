package io.urania.cli.rack;

import io.urania.control.port.Steps;
import io.urania.lab.report.RackProgress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Shows the work on a rack: each of its steps, and how many hosts are done. */
public final class StepsOfRack implements RackProgress {

    private final Steps steps;
    private final AtomicInteger hosts = new AtomicInteger();

    public StepsOfRack(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void started(String step) {
        hosts.set(0);
        steps.started(step);
    }

    @Override
    public void hostDone(String step, String host, Duration elapsed) {
        steps.detail(hosts.incrementAndGet() + " done, " + host + " last");
    }

    @Override
    public void finished(String step, Duration elapsed) {
        steps.finished();
    }
}
