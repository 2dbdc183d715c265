package io.urania.cli;

import io.urania.cli.console.Console;
import io.urania.engine.run.Stop;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets the program end in order when it is interrupted (Ctrl-C, SIGTERM). The first time, a run that changes hosts begins
 * nothing more and waits for what hosts are at. The second time, or if there is no such run, the thread at work is
 * interrupted and gets some time to close its connections; the third time there is no time. The program then ends with 128
 * and the signal's number.
 */
final class Interruption {

    private static final long PATIENCE_SECONDS = 10;

    private final Console console;
    private final Stop stop = new Stop(this::listen);
    private final AtomicBoolean listening = new AtomicBoolean();
    private final AtomicInteger signals = new AtomicInteger();
    private final CountDownLatch finished = new CountDownLatch(1);

    private Interruption(Console console) {
        this.console = console;
    }

    /** Watches over the calling thread. */
    static Interruption watch(Console console) {
        Interruption interruption = new Interruption(console);
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.end(worker), "interruption"));
        return interruption;
    }

    /** What ends a run in order. */
    Stop stop() {
        return stop;
    }

    /** Until a run begins, the JVM's own way with signals will do, and listening would cost every short command. */
    private void listen() {
        if (listening.compareAndSet(false, true)) {
            Signals.handle("INT", () -> signalled(130));
            Signals.handle("TERM", () -> signalled(143));
        }
    }

    private void signalled(int code) {
        int count = signals.incrementAndGet();
        if (count == 1 && stop.request(Stop.Cause.INTERRUPTED)) {
            console.printError("\ninterrupted: waiting for running steps; press Ctrl-C again to stop now");
        } else if (count <= 2) {
            System.exit(code);
        } else {
            Runtime.getRuntime().halt(code);
        }
    }

    /** To be told when the work is over. */
    void finished() {
        finished.countDown();
    }

    private void end(Thread worker) {
        if (finished.getCount() == 0) {
            return;
        }
        // A signal may have come before anybody listened: it counts, and the next ones are listened to.
        signals.compareAndSet(0, 1);
        stop.request(Stop.Cause.INTERRUPTED);
        listen();
        console.footer(List.of());
        if (console.isAsking()) {
            console.printError("\ninterrupted: nothing was changed");
            return;
        }
        console.printError("\ninterrupted: stopping what runs; run the same command again to continue");
        worker.interrupt();
        // A thread that reads what a process prints cannot be interrupted: the process has to end.
        ProcessHandle.current().children().filter(Interruption::isSsh).forEach(ProcessHandle::destroy);
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hosts of a virtual rack may be children too, and go on. */
    private static boolean isSsh(ProcessHandle child) {
        return child.info()
                .command()
                .filter(command -> command.endsWith("/ssh"))
                .isPresent();
    }
}
