package io.urania.lab;

import io.urania.lab.layout.RackNode;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing to many hosts at once. A host that fails stops no other; all failures are told together. */
final class AllHosts {
    /** What is done to a host. */
    interface Action {
        void run(RackNode node) throws RackException, IOException, InterruptedException;
    }

    private AllHosts() {}

    static void run(List<RackNode> nodes, Action action) throws RackException, IOException, InterruptedException {
        List<RackProblem> problems = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> futures = new ArrayList<>();
            for (RackNode node : nodes) {
                futures.add(executor.submit(() -> {
                    action.run(node);
                    return node;
                }));
            }
            try {
                for (Future<?> future : futures) {
                    collect(future, problems);
                }
            } finally {
                futures.forEach(future -> future.cancel(true));
            }
        }
        if (!problems.isEmpty()) {
            throw new RackException(problems);
        }
    }

    private static void collect(Future<?> future, List<RackProblem> problems) throws IOException, InterruptedException {
        try {
            future.get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RackException rack -> problems.addAll(rack.problems());
                case IOException broken -> throw broken;
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException mistake -> throw mistake;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failure);
            }
        }
    }
}
