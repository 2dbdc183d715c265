package io.urania.lab.report;

import java.util.List;
import java.util.stream.Collectors;

/** A rack could not do what was asked, for the reasons given: all that could be found at once. */
public final class RackException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<RackProblem> problems;

    public RackException(List<RackProblem> problems) {
        super(problems.stream().map(RackProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public RackException(String what, String why, String remedy) {
        this(List.of(new RackProblem(what, why, remedy)));
    }

    public List<RackProblem> problems() {
        return problems;
    }
}
