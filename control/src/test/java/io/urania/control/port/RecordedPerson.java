package io.urania.control.port;

import io.urania.engine.event.Event;
import io.urania.engine.event.EventSink;
import io.urania.engine.plan.Plan;
import io.urania.engine.state.RunHistory;
import io.urania.inventory.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Somebody who answers as the test has it, or nobody; all that is said to that person is kept. */
public final class RecordedPerson implements Asking, Telling, Showing {

    private final boolean present;
    private final Deque<Boolean> answers;
    private final List<String> heard = new ArrayList<>();
    private final List<NewHost> shown = new ArrayList<>();

    private RecordedPerson(boolean present, List<Boolean> answers) {
        this.present = present;
        this.answers = new ArrayDeque<>(answers);
    }

    /** Nobody: who asks nevertheless has a defect. */
    public static RecordedPerson nobody() {
        return new RecordedPerson(false, List.of());
    }

    /** Somebody who gives these answers, one after the other. */
    public static RecordedPerson answering(Boolean... answers) {
        return new RecordedPerson(true, List.of(answers));
    }

    public Person person() {
        return new Person(this, this, this, (target, _) -> "ssh " + target.name());
    }

    /** All that was told and asked, a line each. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** Hosts whose keys were shown. */
    public List<NewHost> shown() {
        return List.copyOf(shown);
    }

    @Override
    public boolean canAsk() {
        return present;
    }

    @Override
    public boolean confirm(String situation, String question) {
        heard.add(situation);
        heard.add("question: " + question);
        return answers.remove();
    }

    @Override
    public boolean recognises(List<NewHost> hosts, Path keptIn) {
        shown.addAll(hosts);
        heard.add("question: keep keys in " + keptIn);
        return answers.remove();
    }

    @Override
    public String passwordForLogin(String where) {
        heard.add("password: " + where);
        return "secret";
    }

    @Override
    public String passwordForSudo() {
        return "secret";
    }

    @Override
    public void warn(String sentence) {
        heard.add("warning: " + sentence);
    }

    @Override
    public void note(String sentence) {
        heard.add("note: " + sentence);
    }

    @Override
    public void warnings(List<Problem> warnings) {
        warnings.forEach(warning -> heard.add("warning: " + warning.position() + ": " + warning.what()));
    }

    @Override
    public Steps steps() {
        return new Unseen();
    }

    @Override
    public RunProgress run(RunHistory past) {
        return new Unseen();
    }

    /** Shows nothing. */
    private static final class Unseen implements Steps, RunProgress {

        @Override
        public void started(String step) {
            // Nobody looks.
        }

        @Override
        public void detail(String detail) {
            // Nobody looks.
        }

        @Override
        public void finished() {
            // Nobody looks.
        }

        @Override
        public void note(String text) {
            // Nobody looks.
        }

        @Override
        public EventSink waits() {
            return this;
        }

        @Override
        public void accept(Event event) {
            // Nobody looks.
        }

        @Override
        public void expect(Plan plan) {
            // Nobody looks.
        }

        @Override
        public void end() {
            // Nothing to take back.
        }

        @Override
        public void close() {
            // Nothing to take back.
        }
    }
}
