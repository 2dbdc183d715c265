package io.urania.cli;

import io.urania.engine.batch.Operation;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.run.Report;
import io.urania.engine.run.Status;
import io.urania.engine.run.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small plan on two of the article's hosts, and what may come of it. */
public final class SamplePlan {

    public static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    public static final String PANDORE = "pandore.friends.intra.example.com";
    public static final String CLIO = "clio.friends.intra.example.com";

    public static final TaskId PANDORE_HOSTS = new TaskId(PANDORE, "file /etc/hosts");
    public static final TaskId CLIO_HOSTS = new TaskId(CLIO, "file /etc/hosts");
    public static final TaskId ETCD = new TaskId(PANDORE, "service etcd");
    public static final TaskId JOIN = new TaskId(CLIO, "kubeadm join");

    public static final Plan PLAN = new Plan(
            List.of(
                    change(PANDORE_HOSTS, "host preparation", "write /etc/hosts", "2 lines", "14 lines", Set.of()),
                    change(CLIO_HOSTS, "host preparation", "write /etc/hosts", "2 lines", "14 lines", Set.of()),
                    change(ETCD, "etcd", "start etcd.service", "stopped", "running", Set.of(PANDORE_HOSTS)),
                    change(JOIN, "workers", "join the cluster", "", "", Set.of(CLIO_HOSTS, ETCD))),
            7);

    public static final Plan EMPTY = new Plan(List.of(), 11);

    private SamplePlan() {}

    /** Everything was done. */
    public static Report done() {
        return new Report(
                PLAN,
                Map.of(
                        PANDORE_HOSTS, done(0, 500),
                        CLIO_HOSTS, done(0, 700),
                        ETCD, done(500, 2600),
                        JOIN, done(3000, 15300)),
                Map.of(),
                Duration.ofMillis(15300));
    }

    /** etcd did not start, so that clio could not join. */
    public static Report failed() {
        return new Report(
                PLAN,
                Map.of(
                        PANDORE_HOSTS,
                        done(0, 500),
                        CLIO_HOSTS,
                        done(0, 700),
                        ETCD,
                        new Status.Failed(
                                START.plusMillis(500),
                                START.plusMillis(2600),
                                "etcd: address in use\nexit 1",
                                "unit=etcd.service\nsystemctl restart \"$unit\"\n"),
                        JOIN,
                        new Status.Blocked(ETCD)),
                Map.of(),
                Duration.ofMillis(2600));
    }

    /** Both disks were full. */
    public static Report failedAlike() {
        return new Report(
                PLAN,
                Map.of(
                        PANDORE_HOSTS,
                        full(PANDORE),
                        CLIO_HOSTS,
                        full(CLIO),
                        ETCD,
                        new Status.Blocked(PANDORE_HOSTS),
                        JOIN,
                        new Status.Blocked(CLIO_HOSTS)),
                Map.of(),
                Duration.ofMillis(700));
    }

    /** Nothing can be written on pandore. */
    public static Report unwritable() {
        String why = "nothing can be written: no inodes left on /; remove many small files there (df -i /)";
        return new Report(
                PLAN,
                Map.of(
                        PANDORE_HOSTS,
                        new Status.Failed(START, START, "dd: failed to open '/etc/hosts'\n" + why, "file=/etc/hosts"),
                        CLIO_HOSTS,
                        done(0, 700),
                        ETCD,
                        new Status.Failed(
                                START, START, "mkdir: cannot create '/etc/etcd'\n" + why, "file=/etc/etcd.env"),
                        JOIN,
                        new Status.Blocked(ETCD)),
                Map.of(),
                Duration.ofMillis(700));
    }

    /** Somebody pressed Ctrl-C. */
    public static Report interrupted() {
        return new Report(
                PLAN,
                Map.of(
                        PANDORE_HOSTS,
                        done(0, 500),
                        CLIO_HOSTS,
                        done(0, 700),
                        ETCD,
                        new Status.Left(Stop.Cause.INTERRUPTED),
                        JOIN,
                        new Status.Left(Stop.Cause.INTERRUPTED)),
                Map.of(),
                Duration.ofMillis(700));
    }

    private static Status full(String host) {
        return new Status.Failed(START, START, "the disk of " + host + " is full", "cat >/etc/hosts");
    }

    private static Status done(long from, long to) {
        return new Status.Done(START.plusMillis(from), START.plusMillis(to));
    }

    private static Change change(
            TaskId id, String phase, String title, String before, String after, Set<TaskId> needs) {
        return new Change(
                id,
                phase,
                Lane.SYSTEM,
                Difference.of(Action.CHANGE, title, before, after, Operation.of("true")),
                needs);
    }
}
